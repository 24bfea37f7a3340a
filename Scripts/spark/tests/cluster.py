"""The driver on a cluster of this machine: two executors of one core and 1 GiB each."""

import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

import pyarrow.dataset as dataset

from formcheck_spark.worker import rejection
from tests import rows, work

ROOT = Path(__file__).resolve().parents[3]
PLACE = ROOT / ".build" / "spark" / "test"
PROGRAM = ROOT / ".build" / "release" / "formcheck"
RECORDINGS = 2000

# The first worker that is asked for answers gives some of them, and then waits for its executor's end.
STALLING = """#!/bin/sh
case " $* " in *" --receipts "*)
  echo start >> {marks}/starts
  if mkdir {marks}/first 2>/dev/null; then
    echo $PPID > {marks}/parent.part
    {program} "$@" | {{
      head -n 41
      mv {marks}/parent.part {marks}/parent
      for tick in $(seq 600); do kill -0 $PPID 2>/dev/null && sleep 0.1; done
    }}
    exit 1
  fi
esac
exec {program} "$@"
"""


def command(*options):
    return [
        sys.executable, str(ROOT / "Scripts" / "spark" / "analyze.py"), "--overwrite", "--master",
        "local-cluster[2,1,1024]", "--conf", "spark.executor.memory=1g", *map(str, options),
    ]  # fmt: skip


def executor_of(process):
    """The executor's process above a worker's parent."""
    while process > 1:
        line = Path(f"/proc/{process}/cmdline").read_bytes()
        if b"CoarseGrainedExecutorBackend" in line:
            return process
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    raise AssertionError("the worker runs in no executor")


class Cluster(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.work = work.make(PLACE / "work", RECORDINGS)
        cls.manifest = PLACE / "manifest.csv"
        work.write_manifest(cls.work, cls.manifest)
        analyzed = work.analyze(PROGRAM, cls.work, cls.manifest)
        cls.expected = rows.of_lines(analyzed)
        # A row of the manifest without its file is a row here, and a complaint there.
        missing = rejection(work.MISSING, "cannot be opened: no such file").text.decode()
        cls.expected_of_manifest = rows.of_lines(analyzed + missing)

    def run_job(self, *options, code=0):
        done = subprocess.run(command(*options), capture_output=True, text=True)
        self.assertEqual(done.returncode, code, done.stderr[-3000:])
        return done.stderr

    def assert_same_rows(self, out, expected, partitioned_by):
        for name, expected in expected.items():
            found = rows.of_table(out / name, partitioned_by)
            self.assertEqual(len(found), len(expected), name)
            for one, other in zip(rows.normal(found), rows.normal(expected)):
                self.assertEqual(one, other, name)

    def test_a_killed_executor_costs_no_row(self):
        out, marks = PLACE / "killed", PLACE / "marks"
        subprocess.run(["rm", "-rf", marks], check=True)
        marks.mkdir(parents=True)
        program = marks / "formcheck"
        program.write_text(STALLING.format(marks=marks, program=PROGRAM))
        program.chmod(0o755)
        job = subprocess.Popen(
            command(
                self.work, "-o", out, "--manifest", self.manifest, "--formcheck", program, "--partition-size", 250
            ),
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        while not (marks / "parent").exists() and job.poll() is None:
            time.sleep(0.05)
        self.assertIsNone(job.poll(), "the job ended before a task had begun")
        os.kill(executor_of(int((marks / "parent").read_text())), signal.SIGKILL)
        said = job.communicate()[1]
        self.assertEqual(job.returncode, 0, said[-3000:])
        starts = len((marks / "starts").read_text().split())
        self.assertGreater(starts, RECORDINGS // 250, "no task was run again")
        self.assert_same_rows(out, self.expected_of_manifest, "date")
        self.assert_duckdb_reads(out)

    def assert_duckdb_reads(self, out):
        import duckdb

        def count(table, condition="true"):
            query = f"select count(*) from '{out}/{table}/**/*.parquet' where {condition}"
            return duckdb.sql(query).fetchall()[0][0]

        for name, expected in self.expected_of_manifest.items():
            self.assertEqual(count(name), len(expected), name)
        self.assertEqual(count("recordings", "status = 'rejected'"), RECORDINGS // 100 + 1)

    def test_bytes_give_the_rows_of_analyze(self):
        out = PLACE / "bytes"
        self.run_job(
            f"file://{self.work}", "-o", out, "--bytes", "--manifest", self.manifest, "--partition-by", "athlete"
        )
        self.assert_same_rows(out, self.expected_of_manifest, "athlete")

    def test_shards_give_the_rows_of_analyze(self):
        shards, out = PLACE / "shards", PLACE / "from-shards"
        subprocess.run(["rm", "-rf", shards], check=True)
        pack = [ROOT / "Scripts" / "spark" / "pack", self.work, "-o", shards, "--manifest", self.manifest]
        subprocess.run([*pack, "--bytes", str(32 << 20)], check=True, capture_output=True)
        self.run_job(shards, "-o", out, "--shards", "--partition-by", "none")
        self.assert_same_rows(out, self.expected, None)

    def test_a_folder_gives_the_rows_of_analyze(self):
        small = work.make(PLACE / "small", 60)
        analyzed = work.analyze(PROGRAM, small, options=["--person", "all"])
        expected = rows.of_lines(analyzed)
        out = PLACE / "folder"
        self.run_job(small, "-o", out, "--keep-results", "--", "--person", "all")
        self.assertGreater(len(expected["recordings"]), 60)
        self.assert_same_rows(out, expected, "date")
        kept = [row["text"] for row in dataset.dataset(str(out / "results"), format="parquet").to_table().to_pylist()]
        self.assertEqual(sorted(kept), sorted(analyzed.splitlines()))
        self.assertIn("holds an output already", subprocess.run(
            [word for word in command(small, "-o", out) if word != "--overwrite"], capture_output=True, text=True
        ).stderr)  # fmt: skip


if __name__ == "__main__":
    unittest.main()
