"""What a task does: batches of inputs in, batches of results out."""

import gc
from dataclasses import dataclass

import pyarrow as pa

from . import requests, schema
from .worker import Item, answers, shard_answers

# Bytes of lines that make a batch.
BATCH_BYTES = 4 << 20


@dataclass(frozen=True)
class Task:
    """Turns inputs into results; called by Spark with the batches of a partition."""

    program: str  # "" for the one that was sent along
    options: tuple  # of `formcheck worker`
    shards: bool = False  # inputs are tar archives, not recordings
    content: bool = False  # inputs come as bytes, not as paths
    root: str = ""
    columns: tuple = ("path",)  # of the rows
    prefix: bool = False  # names in an archive begin with the archive's
    brief: bool = True  # lines say little of reps, whose rows say it all
    window: int = 16
    timeout: float = 600.0

    def __call__(self, batches):
        # Spark collects garbage after each task; what modules hold need not be searched each time.
        gc.freeze()
        return self.batched(self.shard_answers(batches) if self.shards else self.file_answers(batches))

    def command(self, *options):
        program = self.program
        if not program:
            from pyspark import SparkFiles

            program = SparkFiles.get("formcheck")
        brief = ("--brief",) if self.brief else ()
        return [program, "worker", "--receipts", "--tables", *brief, *options, *self.options]

    def file_answers(self, batches):
        rows = (row for batch in batches for row in batch.to_pylist())
        opening, closing, command = requests.header(self.columns), b"", self.command("--rows", "--root", self.root)
        if self.content:
            opening, closing, command = b"", requests.END_OF_ARCHIVE, self.command("--tar")
        items = (Item(text(row["path"]), self.request(row)) for row in rows)
        limits = {"window": self.window, "timeout": self.timeout}
        return answers(command, items, opening=opening, closing=closing, **limits)

    def request(self, row):
        """What asks for a recording; None where it is known to be missing."""
        if not self.content:
            return row["row"] or requests.row(row["path"])
        if row["content"] is None:
            return None
        manifest = row["row"] and requests.header(self.columns) + row["row"]
        return requests.file_members(row["path"], row["content"], row["sidecar"], manifest)

    def shard_answers(self, batches):
        for batch in batches:
            for row in batch.to_pylist():
                name = text(row["path"])
                command = self.command("--tar", *(("--name", name) if self.prefix else ()))
                where = {"content": row["content"]} if self.content else {"path": f"{self.root}/{name}"}
                yield from shard_answers(command, name, timeout=self.timeout, **where)

    def batched(self, answers):
        rows, size = [], 0
        for answer in answers:
            for place, line in enumerate(answer.lines, 1):
                rows.append((answer.name, place, line.text[:-1], packed(line.reps), packed(line.findings)))
                size += sum(map(len, rows[-1][2:]))
            if size >= BATCH_BYTES:
                yield batch(rows)
                rows, size = [], 0
        if rows:
            yield batch(rows)


def batch(rows):
    sources, places, texts, reps, findings = zip(*rows)
    text = pa.array(texts, pa.binary()).cast(pa.string())
    return pa.record_batch(
        [pa.array(sources), pa.array(places, pa.int32()), text, pa.array(reps), pa.array(findings)],
        schema=schema.ANSWERS,
    )  # fmt: skip


def packed(rows):
    return pa.compress(rows, "lz4", asbytes=True)


def text(path):
    """A path as results call it: with `\\xff` for each byte that is not UTF-8."""
    return path.decode("utf-8", "backslashreplace")
