"""A job: what the workers answer first, then the tables made of it, then `run.json`, which says that all are there."""

import json
import time

from pyspark.sql import functions as f

from . import schema
from .inputs import find, qualified
from .tables import Tables
from .tasks import Task
from .worker import WorkerError, hello


LINES_IN_A_BATCH = 128
TABLES = ("recordings", "reps", "findings")
# Texts are all different: a dictionary of them would only be given up.
PLAIN = {f"parquet.enable.dictionary#{name}": False for name in ("text", "reps", "findings")}


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
    inputs = find(spark, options)
    kind = "archives" if options.shards else "recordings"
    say(f"{inputs.count} {kind}" + (f" in {inputs.tasks} tasks" if inputs.tasks else ""))
    task = Task(
        program="" if options.ship else options.formcheck, options=tuple(options.worker), shards=options.shards,
        content=options.bytes, root=options.root.rstrip("/"), columns=inputs.columns, prefix=options.prefix_shards,
        brief=not options.keep_results, window=options.window, timeout=options.timeout,
    )  # fmt: skip

    started = time.monotonic()
    answers = inputs.frame.mapInArrow(task, spark_schema(schema.ANSWERS))
    if options.partition_by != "none":
        answers = answers.withColumn("folder", f.get_json_object("text", f"$.{options.partition_by}"))
    # Their rows are packed already, and nobody keeps them.
    answers.write.mode("overwrite").options(compression="none", **PLAIN).parquet(f"{out.address}/answers")
    analyzed = time.monotonic()
    answers = spark.read.schema(answers.schema).parquet(f"{out.address}/answers")
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", LINES_IN_A_BATCH)
    for name in TABLES:
        make = Tables(name, tuple(told["measures"]), tuple(told["tables"].get(name, ())), told["formcheck"])
        save(answers, make, f"{out.address}/{name}", options.partition_by)
    if options.keep_results:
        results = answers.select("source", "line", "text")
        results.write.mode("overwrite").options(compression="zstd", **PLAIN).parquet(f"{out.address}/results")
    accounts = count(spark.read.parquet(f"{out.address}/recordings"), inputs.count, options.shards)
    out.remove("answers")
    written = time.monotonic()
    say(f"analyzed in {analyzed - started:.1f} s, tables in {written - analyzed:.1f} s")
    report = {
        "formcheck": told["formcheck"], "settings": told["settings"],
        "spark": {"version": spark.version, "worker_options": options.worker, "partition_by": options.partition_by},
        **accounts, "outputs": TABLES,
    }  # fmt: skip
    out.write("run.json", json.dumps(report, indent=2, ensure_ascii=False) + "\n")
    return report


def spark_schema(arrow):
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(arrow)


def save(answers, make, address, partition_by):
    """Commits a table. Answers move to the folder of their rows before rows are made of them: they are fewer."""
    folders = [] if partition_by == "none" else [partition_by]
    if folders:
        # One task, or a few of equal size where there is much, for each value: no small files.
        answers = answers.hint("rebalance", "folder")
    table = answers.select(*make.needs).mapInArrow(make, spark_schema(make.schema))
    table.write.mode("overwrite").partitionBy(*folders).parquet(address)


def count(recordings, asked, shards):
    """The accounts of the recordings, which must add up to what was asked."""
    row = recordings.selectExpr(
        "count(*) as lines",
        "count_if(line = 1) as answered",
        "count_if(line = 1 and status = 'ok') as ok",
        "count_if(line = 1 and status = 'warned') as warned",
        "count_if(line = 1 and status = 'rejected') as rejected",
        "count_if(status <> 'rejected') as recordings",
        "coalesce(sum(if(line = 1, frames_read, 0)), 0) as read",
        "coalesce(sum(if(line = 1, frames_used, 0)), 0) as used",
        "coalesce(sum(if(line = 1, frames_rejected, 0)), 0) as unused",
        "coalesce(sum(if(line = 1, frames_blank, 0)), 0) as blank",
        "coalesce(sum(reps), 0) as reps",
        "coalesce(sum(complete_reps), 0) as complete_reps",
    ).first()
    if not shards and row["answered"] != asked:
        raise JobError(f"{asked} recordings were asked for and {row['answered']} answered", 70)
    return {
        "inputs": {"asked": asked, "answered": row["answered"]},
        "first_lines": {name: row[name] for name in ("ok", "warned", "rejected")},
        "rows": {"read": row["read"], "used": row["used"], "rejected": row["unused"], "blank": row["blank"]},
        "results": {name: row[name] for name in ("lines", "recordings", "reps", "complete_reps")},
    }
