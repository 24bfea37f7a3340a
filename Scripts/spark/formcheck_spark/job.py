"""A job: results first, then the tables made of them, then `run.json`, which says that all are there."""

import json
import time

from . import schema
from .inputs import find, qualified
from .tasks import Task
from .worker import WorkerError, hello


class JobError(Exception):
    """A job that cannot begin or does not add up: a sentence, and the exit code."""

    def __init__(self, sentence, code):
        super().__init__(sentence)
        self.code = code


class Folder:
    """The output folder, on any file system that Spark knows."""

    def __init__(self, spark, path):
        self.jvm = spark._jvm
        self.address = qualified(spark, path)
        self.system = self.path().getFileSystem(spark._jsc.hadoopConfiguration())

    def path(self, name=""):
        return self.jvm.org.apache.hadoop.fs.Path(f"{self.address}/{name}" if name else self.address)

    def exists(self, name=""):
        return self.system.exists(self.path(name))

    def remove(self, name):
        self.system.delete(self.path(name), True)

    def write(self, name, text):
        """Writes a file; it appears under its name when it is complete."""
        part = self.path(f"_{name}.part")
        stream = self.system.create(part, True)
        stream.write(bytearray(text.encode()))
        stream.close()
        self.system.delete(self.path(name), False)
        if not self.system.rename(part, self.path(name)):
            raise JobError(f"{self.address}/{name}: cannot be written", 74)


def run(spark, options, say):
    """Analyzes everything that the options name and writes the output; returns what `run.json` says."""
    out = Folder(spark, options.output)
    if out.exists("run.json") or out.exists("recordings"):
        if not options.overwrite:
            raise JobError(f"{options.output}: holds an output already; with --overwrite it is replaced", 73)
        # Without it, nobody takes what follows for a finished output.
        out.remove("run.json")
    try:
        told = hello([options.formcheck, "worker", *options.worker])
    except WorkerError as error:
        raise JobError(str(error), 64) from None
    measures = tuple(told["measures"])
    inputs = find(spark, options)
    kind = "archives" if options.shards else "recordings"
    say(f"{inputs.count} {kind}" + (f" in {inputs.tasks} tasks" if inputs.tasks else ""))
    task = Task(
        program="" if options.ship else options.formcheck, options=tuple(options.worker), measures=measures,
        shards=options.shards, content=options.bytes, root=options.root.rstrip("/"), columns=inputs.columns,
        prefix=options.prefix_shards, window=options.window, timeout=options.timeout,
    )  # fmt: skip

    started = time.monotonic()
    results = inputs.frame.mapInArrow(task, spark_schema(measures))
    results.write.mode("overwrite").parquet(f"{out.address}/results")
    analyzed = time.monotonic()
    results = spark.read.schema(spark_schema(measures)).parquet(f"{out.address}/results")
    accounts = count(results, inputs.count, options.shards)
    for name, table in (
        ("recordings", schema.recordings(results, told["formcheck"])),
        ("reps", schema.reps(results, measures)),
        ("findings", schema.findings(results)),
    ):
        save(table, f"{out.address}/{name}", options.partition_by)
    if not options.keep_results:
        out.remove("results")
    written = time.monotonic()
    say(f"analyzed in {analyzed - started:.1f} s, tables in {written - analyzed:.1f} s")
    report = {
        "formcheck": told["formcheck"], "settings": told["settings"],
        "spark": {"version": spark.version, "worker_options": options.worker, "partition_by": options.partition_by},
        **accounts, "outputs": ["recordings", "reps", "findings"],
    }  # fmt: skip
    out.write("run.json", json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    return report


def spark_schema(measures):
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema.result(measures))


def save(table, address, partition_by):
    writer = table.write.mode("overwrite")
    if partition_by != "none":
        # One task, or a few of equal size where there is much, for each value: no small files.
        writer = table.hint("rebalance", partition_by).write.mode("overwrite").partitionBy(partition_by)
    writer.parquet(address)


def count(results, asked, shards):
    """The accounts of the results, which must add up to what was asked."""
    row = results.selectExpr(
        "count(*) as lines",
        "count_if(line = 1) as answered",
        "count_if(line = 1 and status = 'ok') as ok",
        "count_if(line = 1 and status = 'warned') as warned",
        "count_if(line = 1 and status = 'rejected') as rejected",
        "count_if(status <> 'rejected') as recordings",
        "sum(if(line = 1, frames.read, 0)) as read",
        "sum(if(line = 1, frames.used, 0)) as used",
        "sum(if(line = 1, frames.rejected, 0)) as unused",
        "sum(if(line = 1, frames.blank, 0)) as blank",
        "sum(size(reps)) as reps",
        "sum(size(filter(reps, rep -> rep.complete))) as complete_reps",
    ).first()
    if not shards and row["answered"] != asked:
        raise JobError(f"{asked} recordings were asked for and {row['answered']} answered", 70)
    return {
        "inputs": {"asked": asked, "answered": row["answered"]},
        "first_lines": {name: row[name] for name in ("ok", "warned", "rejected")},
        "rows": {"read": row["read"], "used": row["used"], "rejected": row["unused"], "blank": row["blank"]},
        "results": {name: row[name] for name in ("lines", "recordings", "reps", "complete_reps")},
    }
