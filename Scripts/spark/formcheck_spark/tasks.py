"""What a task does: batches of inputs in, batches of results out."""

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
    window: int = 16
    timeout: float = 600.0

    def __call__(self, batches):
        return self.batched(self.shard_answers(batches) if self.shards else self.file_answers(batches))

    def command(self, *options):
        program = self.program
        if not program:
            from pyspark import SparkFiles

            program = SparkFiles.get("formcheck")
        return [program, "worker", "--receipts", *options, *self.options]

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
        lines, sources, places, size = [], [], [], 0
        for answer in answers:
            for place, line in enumerate(answer.lines, 1):
                lines.append(line[:-1])
                sources.append(answer.name)
                places.append(place)
                size += len(line)
            if size >= BATCH_BYTES:
                yield results(sources, places, lines)
                lines, sources, places, size = [], [], [], 0
        if lines:
            yield results(sources, places, lines)


def results(sources, places, lines):
    text = pa.array(lines, pa.binary()).cast(pa.string())
    return pa.record_batch([pa.array(sources), pa.array(places, pa.int32()), text], schema=schema.RESULTS)


def text(path):
    """A path as results call it: with `\\xff` for each byte that is not UTF-8."""
    return path.decode("utf-8", "backslashreplace")
