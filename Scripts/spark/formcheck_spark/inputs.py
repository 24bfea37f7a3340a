"""The inputs of a job as a DataFrame: path, row, content and sidecar, all in bytes.

`row` is the path's row of the manifest as CSV, `content` and `sidecar` the bytes of files that executors do not
open themselves; each is null where there is none.
"""

import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as f

from . import listing
from .requests import COLUMNS

COLUMN_TYPES = "path binary, row binary, content binary, sidecar binary"
# Endings of compressed tables, and a file's ending with one of them before the end of a path.
COMPRESSED = r"\.(?i:gz|zst|xz|bz2)$"
ENDING = r"\.[^./]*$"


class InputError(Exception):
    """Inputs that cannot be used: a sentence."""


@dataclass
class Inputs:
    frame: DataFrame
    columns: tuple  # of the rows
    count: int  # of inputs, for the accounts
    tasks: int | None  # where the number of inputs decides it


def find(spark, options):
    """The inputs that the options name."""
    manifest, columns = None, ("path",)
    if options.manifest:
        manifest, columns = read_manifest(spark, options.manifest)
    if options.bytes:
        frame = with_content(spark, options, manifest)
    elif manifest is not None:
        frame = manifest.select("path", "row", *nothing("content", "sidecar"))
    else:
        frame = listed(spark, options)
    count = frame.count()
    if count == 0:
        raise InputError(f"there is nothing to analyze in {options.root}")
    tasks = None
    if not options.bytes:
        tasks = -(-count // options.partition_size)
        frame = frame.repartition(tasks)
    return Inputs(frame, columns, count, tasks)


def nothing(*names):
    return [f.lit(None).cast("binary").alias(name) for name in names]


def listed(spark, options):
    """The files in a folder that this machine sees as the executors do."""
    if not os.path.isdir(options.root):
        raise InputError(f"{options.root} is no folder here; with --bytes, Spark reads it")
    paths = pa.table({"path": pa.array(listing.recordings(options.root), pa.binary())})
    return spark.createDataFrame(paths).select("path", *nothing("row", "content", "sidecar"))


def read_manifest(spark, path):
    """A manifest, CSV or Parquet, as path and row, and the columns of the rows."""
    if path.rstrip("/").endswith(".parquet"):
        table = spark.read.parquet(path)
    else:
        table = spark.read.option("header", True).option("escape", '"').option("mode", "FAILFAST").csv(path)
    names = [name.strip().lower() for name in table.columns]
    if names.count("path") != 1:
        raise InputError(f"{path}: expected one column named 'path'; found {', '.join(table.columns)}")
    columns = tuple(name for name in COLUMNS if name in names)
    for name in columns:
        if names.count(name) > 1:
            raise InputError(f"{path}: two columns are named '{name}'")
    table = table.toDF(*(f"c{i}" for i in range(len(names)))).select(
        *(f.col(f"c{names.index(name)}").cast("string").alias(name) for name in columns)
    )
    twice = table.groupBy("path").count().where("count > 1").first()
    if twice is not None:
        raise InputError(f"{path}: '{twice['path']}' stands there {twice['count']} times")
    if table.where("path is null").first() is not None:
        raise InputError(f"{path}: a row has no path")
    row = f.concat(f.concat_ws(",", *map(cell, columns)), f.lit("\n"))
    return table.select(f.col("path").cast("binary").alias("path"), row.cast("binary").alias("row")), columns


def cell(name):
    """A column's values as cells of CSV; null is empty."""
    quoted = f.concat(f.lit('"'), f.replace(name, f.lit('"'), f.lit('""')), f.lit('"'))
    return f.coalesce(quoted, f.lit(""))


def with_content(spark, options, manifest):
    """The files as Spark reads them, from any file system that it knows."""
    root = qualified(spark, options.root)
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", True)
    files = reader.load(root).select(f.expr(f"substr(path, {len(root) + 2})").alias("name"), "content")
    # Spark lists empty files, and does not read them.
    above = len(spark._jvm.org.apache.hadoop.fs.Path(root).toUri().getPath()) + 1
    listed = pa.table({"name": [unquote(urlsplit(address).path)[above:] for address in files.inputFiles()]})
    empty = spark.createDataFrame(listed).join(files.select("name"), "name", "left_anti")
    files = files.unionByName(empty.withColumn("content", f.lit("").cast("binary")))
    path = f.col("name").cast("binary").alias("path")
    if options.shards:
        return files.select(path, *nothing("row"), "content", *nothing("sidecar"))
    is_json = f.lower("name").endswith(".json")
    stem = f.regexp_replace(f.regexp_replace("name", COMPRESSED, ""), ENDING, "")
    tables = files.where(~is_json).withColumn("stem", stem)
    sidecars = files.where(is_json).withColumn("stem", f.regexp_replace("name", ENDING, ""))
    beside = sidecars.select("stem", f.col("content").alias("sidecar"))
    # Sidecars are small; without the hint, the recordings would be moved to them.
    found = tables.join(f.broadcast(beside), "stem", "left").select("name", "content", "sidecar")
    alone = sidecars.join(tables.select("stem"), "stem", "left_anti")
    found = found.unionByName(alone.select("name", "content", *nothing("sidecar")))
    if manifest is None:
        return found.select(path, *nothing("row"), "content", "sidecar")
    rows = manifest.select(f.col("path").cast("string").alias("name"), "row")
    missing = rows.join(files.select("name"), "name", "left_anti").select("name", "row", *nothing("content", "sidecar"))
    return found.join(f.broadcast(rows), "name").unionByName(missing).select(path, "row", "content", "sidecar")


def qualified(spark, root):
    """A folder's address with its scheme, as the paths of its files begin."""
    path = spark._jvm.org.apache.hadoop.fs.Path(root)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    return system.makeQualified(path).toString().rstrip("/")
