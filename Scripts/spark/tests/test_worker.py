"""What holds of the protocol with a worker, whatever the worker does. Needs no Spark."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from formcheck_spark import listing, requests  # noqa: E402
from formcheck_spark.worker import Item, WorkerError, answers, shard_answers  # noqa: E402


class Answers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.command = [sys.executable, str(HERE / "fake_worker.py"), self.folder.name]

    def tearDown(self):
        self.folder.cleanup()

    def ask(self, *words, **settings):
        items = (Item(word, word.encode() + b"\n") for word in words)
        return [(answer.name, len(answer.lines), answer.lines) for answer in answers(self.command, items, **settings)]

    def test_every_item_is_answered_in_order(self):
        words = [f"word {number}" for number in range(100)] + ["two", "last"]
        found = self.ask(*words, window=3)
        self.assertEqual([name for name, _, _ in found], words)
        self.assertEqual([count for _, count, _ in found], [1] * 100 + [2, 1])

    def test_nothing_to_ask(self):
        self.assertEqual(self.ask(), [])

    def test_neither_side_waits_for_the_other(self):
        # More bytes each way than pipes hold.
        requests = [Item("long", b"long\n")] * 20 + [Item("x", b"x" * (1 << 20) + b"\n")] * 20
        self.assertEqual(len(list(answers(self.command, requests, window=40))), 40)

    def test_what_is_unanswered_is_asked_again(self):
        found = self.ask("a", "b", "die once", "c", "two", "d", window=4)
        self.assertEqual([(name, count) for name, count, _ in found][2:5], [("die once", 1), ("c", 1), ("two", 2)])
        self.assertNotIn(b"rejected", b"".join(line.text for _, _, lines in found for line in lines))

    def test_a_line_comes_with_its_rows(self):
        [(_, _, (first, second))] = self.ask("two")
        self.assertEqual(first, (b'{"recording":"two"}\n', b"", b""))
        self.assertEqual(second.reps, b"two\n")
        self.assertEqual(second.findings, b'"rows of\n{""input"":1}"\n' * 2)

    def test_half_of_an_answer_is_none(self):
        found = self.ask("a", "half", "b")
        self.assertEqual([(name, count) for name, count, _ in found], [("a", 1), ("half", 1), ("b", 1)])
        self.assertIn(b"ended by signal 9, twice", found[1][2][0].text)

    def test_an_item_at_which_two_die_is_rejected(self):
        found = self.ask("a", "die", "b", "die", "c")
        self.assertEqual([name for name, _, _ in found], ["a", "die", "b", "die", "c"])
        for place in (1, 3):
            line = json.loads(found[place][2][0].text)
            self.assertEqual(line["status"], "rejected")
            self.assertEqual(line["error"], "die: the worker was ended by signal 9, twice")

    def test_an_answer_that_takes_too_long_is_a_death(self):
        found = self.ask("a", "sleep", "b", timeout=0.5)
        self.assertEqual([name for name, _, _ in found], ["a", "sleep", "b"])
        self.assertIn("gave no answer for 0.5 s, twice", found[1][2][0].text.decode())

    def test_a_worker_that_leaves_by_itself_is_an_error(self):
        with self.assertRaisesRegex(WorkerError, "exit code 70: so it goes"):
            self.ask("a", "leave", "b")

    def test_the_reader_may_stop(self):
        found = answers(self.command, (Item("x", b"x\n") for _ in range(1000)))
        next(found)
        found.close()

    def test_a_shard_goes_on_behind_a_death(self):
        content = b"a\nb\ndie\nc\ntwo\n"
        path = Path(self.folder.name) / "shard"
        path.write_bytes(content)
        for where in ({"content": content}, {"path": path}):
            found = list(shard_answers(self.command, "shard", **where))
            self.assertEqual([len(answer.lines) for answer in found], [1, 1, 1, 1, 2])
            self.assertIn("twice, at recording 3 of the archive", found[2].lines[0].text.decode())
        empty = list(shard_answers(self.command, "shard", content=b""))
        self.assertIn("holds no recording", empty[0].lines[0].text.decode())
        missing = list(shard_answers(self.command, "shard", path=path / "none"))
        self.assertIn("cannot be opened: not a directory", missing[0].lines[0].text.decode())


class Requests(unittest.TestCase):
    def test_cells_are_quoted(self):
        self.assertEqual(requests.row(b'a "b", c\n.csv', requests.cell(None), b""), b'"a ""b"", c\n.csv",,\n')

    def test_stems(self):
        for path, stem in ((b"a/b.csv", b"a/b"), (b"b.csv.gz", b"b"), (b"a.d/b", b"a.d/b"), (b"x.gz", b"x")):
            self.assertEqual(requests.stem(path), stem)

    def test_members_are_blocks(self):
        for name in (b"a.csv", b"x/" * 200 + b"a.csv", b"caf\xe9.csv"):
            self.assertEqual(len(requests.member(name, b"12345")) % 512, 0)


class Listing(unittest.TestCase):
    def test_finds_what_analyze_finds(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name in (
                "b.csv", "b.json", "a/c.csv.gz", "a/c.JSON", "a/alone.json", ".hidden.csv", ".git/x.csv", ".csv",
                "old/run.json", "old/results.ndjson", "old/reps.csv", "_x.csv",
            ):  # fmt: skip
                (root / name).parent.mkdir(exist_ok=True)
                (root / name).touch()
            self.assertEqual(listing.recordings(folder), [b".csv", b"_x.csv", b"a/alone.json", b"a/c.csv.gz", b"b.csv"])


class Plan(unittest.TestCase):
    def test_the_page_holds_what_the_program_prints(self):
        said = subprocess.run([sys.executable, HERE.parent / "plan"], capture_output=True, text=True, check=True).stdout
        page = (HERE.parent / "PLAN.md").read_text(encoding="utf-8")
        self.assertEqual(page.split("<!-- plan -->\n")[1].split("<!-- /plan -->")[0], said)


if __name__ == "__main__":
    unittest.main()
