"""The command line: options to a session and a job."""

import argparse
import os
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parents[2] / ".build" / "release" / "formcheck"


def parser():
    parser = argparse.ArgumentParser(
        prog="Scripts/spark/analyze",
        description="Analyzes recordings on Spark with 'formcheck worker', and writes Parquet tables.",
        epilog="What stands behind '--' goes to 'formcheck worker': -- --view side --config /shared/limits.yml",
    )
    parser.add_argument("root", metavar="FOLDER", help="holds the recordings; paths are relative to it")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder to write into")

    def add(group, name, text, **kind):
        group.add_argument(name, help=text + (" (default: %(default)s)" if kind.get("default") else ""), **kind)

    def number(group, name, default, text):
        add(group, name, text, type=positive, default=default, metavar="N")

    what = parser.add_argument_group("what to analyze (default: everything in the folder)")
    add(what, "--manifest", "the rows of a table, CSV or a folder NAME.parquet", metavar="FILE")
    add(what, "--shards", "the recordings in the folder's tar archives", action="store_true")
    add(what, "--prefix-shards", "names begin with the archive's", action="store_true")
    add(what, "--bytes", "Spark reads the files; executors need not have mounted the folder", action="store_true")
    how = parser.add_argument_group("how")
    add(how, "--master", "the cluster; local[*], or what spark-submit says, where none is named", metavar="URL")
    add(how, "--conf", "a setting of Spark (repeatable)", action="append", default=[], metavar="KEY=VALUE")
    number(how, "--partition-size", None, "recordings in a task (default: 1000), or archives (default: 1)")
    number(how, "--partition-bytes", 128 << 20, "bytes in a task with --bytes")
    number(how, "--window", 16, "recordings that a worker has and has not answered, at least 2")
    number(how, "--timeout", 600, "seconds that a worker may take for an answer")
    add(how, "--formcheck", "the program, where all executors see it", default=str(PROGRAM), metavar="FILE")
    add(how, "--ship", "send the program to the executors, which need its libraries", action="store_true")
    output = parser.add_argument_group("output")
    add(output, "--partition-by", "a folder for each", choices=("date", "athlete", "none"), default="date")
    add(output, "--keep-results", "keep the lines of results.ndjson as a table 'results'", action="store_true")
    add(output, "--overwrite", "replace an output that is there", action="store_true")
    return parser


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def parsed(arguments):
    own, worker = arguments, []
    if "--" in arguments:
        place = arguments.index("--")
        own, worker = arguments[:place], arguments[place + 1 :]
    commands = parser()
    try:
        options = commands.parse_args(own)
    except SystemExit as end:
        raise SystemExit(64 if end.code else 0) from None
    options.worker = worker
    options.partition_size = options.partition_size or (1 if options.shards else 1000)
    for wrong, sentence in (
        (options.manifest and options.shards, "'--manifest' is not for '--shards'; an archive holds its own"),
        (options.prefix_shards and not options.shards, "'--prefix-shards' is for '--shards'"),
        (options.window < 2, "'--window' is at least 2"),
    ):
        if wrong:
            complain(sentence)
            raise SystemExit(64)
    if not options.bytes:
        options.root = os.path.abspath(options.root)
    return options


def session(options, folder):
    """A session with what the job needs; on this machine alone it listens to no other. What executors get from here
    lies in the folder."""
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

    conf = SparkConf()
    master = options.master or conf.get("spark.master", "local[*]")
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ.setdefault("SPARK_LOCAL_HOSTNAME", "127.0.0.1")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        for key in ("spark.driver.host", "spark.driver.bindAddress"):
            conf.setIfMissing(key, "127.0.0.1")
        conf.setIfMissing("spark.ui.enabled", "false")
    settings = {
        # A task writes to several folders at once rather than sort its rows by them.
        "spark.sql.maxConcurrentOutputFileWriters": 16,
        # What comes from Arrow is not checked again at each value.
        "spark.executor.extraJavaOptions": "-Darrow.enable_unsafe_memory_access=true "
        "-Darrow.enable_null_check_for_get=false",
    }
    if options.bytes:
        settings |= {
            # The files of a batch are in memory together.
            "spark.sql.execution.arrow.maxRecordsPerBatch": 1 if options.shards else 16,
            "spark.sql.files.maxPartitionBytes": options.partition_bytes,
            "spark.sql.files.openCostInBytes": 64 << 10,
        }
    for key, value in settings.items():
        conf.setIfMissing(key, str(value))
    for setting in options.conf:
        key, equals, value = setting.partition("=")
        if not equals:
            complain(f"'--conf {setting}' is not KEY=VALUE")
            raise SystemExit(64)
        conf.set(key, value)
    spark = SparkSession.builder.master(master).appName("formcheck").config(conf=conf).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    send_package(spark, Path(folder))
    if options.ship:
        spark.sparkContext.addFile(options.formcheck)
    return spark


def send_package(spark, folder):
    """Sends this package to the executors."""
    archive = folder / "formcheck_spark.zip"
    with zipfile.ZipFile(archive, "w") as package:
        for file in sorted(HERE.glob("*.py")):
            package.write(file, f"formcheck_spark/{file.name}")
    spark.sparkContext.addPyFile(str(archive))


def complain(sentence):
    print(f"formcheck on Spark: {sentence}", file=sys.stderr)


def cause(trace):
    """What a worker said, where a trace holds it; else the trace's first line."""
    lines = [line.strip() for line in trace.strip().splitlines() if line.strip()]
    said = [line for line in lines if "WorkerError: " in line]
    return said[0].partition("WorkerError: ")[2] if said else " ".join(lines[:1])


def main(arguments):
    options = parsed(arguments)
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException

    from .inputs import InputError
    from .job import JobError, run

    with tempfile.TemporaryDirectory(prefix="formcheck-") as folder:
        spark = session(options, folder)
        try:
            run(spark, options, complain)
        except InputError as error:
            complain(str(error))
            return 66
        except JobError as error:
            complain(str(error))
            return error.code
        except Py4JJavaError as error:
            complain(cause(error.java_exception.toString()))
            return 1
        except PySparkException as error:
            complain(cause(str(error)))
            return 1
        finally:
            spark.stop()
    return 0
