"""What the lines of `results.ndjson` hold, as Arrow types, and the tables made of them.

The README beside this folder documents every column.
"""

import pyarrow as pa

TEXT, FLAG, INT, LONG, NUMBER = pa.string(), pa.bool_(), pa.int32(), pa.int64(), pa.float64()


def struct(**fields):
    return pa.struct(list(fields.items()))


FINDING = struct(
    fault=TEXT, status=TEXT, severity=TEXT, confidence=NUMBER, value=NUMBER, sd=NUMBER, limit=NUMBER, unit=TEXT,
    frame=LONG, reason=TEXT,
)  # fmt: skip
SET_FINDING = struct(fault=TEXT, status=TEXT, severity=TEXT, reason=TEXT, reps=pa.list_(INT))
FRAMES = struct(read=LONG, used=LONG, filled=LONG, rejected=LONG, blank=LONG, lost=LONG)
VIEW = struct(kind=TEXT, facing=TEXT, yaw_deg=NUMBER, yaw_sd_deg=NUMBER, given=FLAG)


def rep(measures):
    return struct(
        index=INT, complete=FLAG, start_frame=LONG, bottom_frame=LONG, end_frame=LONG, start_s=NUMBER, bottom_s=NUMBER,
        end_s=NUMBER, measures=struct(**{name: struct(value=NUMBER, sd=NUMBER) for name in measures}),
        findings=pa.list_(FINDING),
    )  # fmt: skip


def line(measures):
    """The schema of a line, with the measures that the worker names."""
    return pa.schema(
        struct(
            recording=TEXT, person=TEXT, status=TEXT, error=TEXT, athlete=TEXT, date=TEXT, set=TEXT, load_kg=NUMBER,
            style=TEXT, layout=TEXT, dimensions=INT, units=TEXT, fps=NUMBER, fps_source=TEXT, view=VIEW, frames=FRAMES,
            warnings=pa.list_(struct(code=TEXT, message=TEXT, frame=LONG)), reps=pa.list_(rep(measures)),
            set_findings=pa.list_(SET_FINDING), advice=pa.list_(TEXT),
            assessment=pa.list_(struct(criterion=TEXT, result=TEXT, reason=TEXT)),
            other_movements=pa.list_(struct(start_frame=LONG, end_frame=LONG, what=TEXT)),
        )
    )  # fmt: skip


def result(measures):
    """A line with the input that it answers, by its name, and its place among that input's lines, from 1."""
    return pa.schema([("source", TEXT), ("line", INT), *line(measures)])


def deviation(measure):
    """The column of a measure's standard deviation: `..._sd_deg` beside `..._deg`."""
    name, _, unit = measure.rpartition("_")
    return f"{name}_sd_{unit}" if name else f"{unit}_sd"


IDENTITY = ("recording", "person", "athlete", "date", "set")


def recordings(results, version):
    """A row a recording and person, rejected ones too."""
    from pyspark.sql import functions as f

    plain = [
        "recording", "person", "status", "error", "athlete", "date", "set", "load_kg", "style", "layout", "dimensions",
        "units", "fps", "fps_source",
    ]  # fmt: skip
    return results.select(
        *plain,
        *(f.col(f"view.{name}").alias("view" if name == "kind" else f"view_{name}") for name in VIEW.names),
        *(f.col(f"frames.{name}").alias(f"frames_{name}") for name in FRAMES.names),
        f.size("reps").alias("reps"),
        f.size(f.filter("reps", lambda rep: rep.complete)).alias("complete_reps"),
        "warnings", "set_findings", "advice", "assessment", "other_movements", "source",
        f.lit(version).alias("formcheck"),
    )  # fmt: skip


def reps(results, measures):
    """A row a rep."""
    from pyspark.sql import functions as f

    plain = ("complete", "start_frame", "bottom_frame", "end_frame", "start_s", "bottom_s", "end_s")
    one = results.select(*IDENTITY, "load_kg", f.explode("reps").alias("of"))
    columns = [f.col("of.index").alias("rep"), *(f.col(f"of.{name}") for name in plain)]
    for name in measures:
        columns.append(f.col(f"of.measures.{name}.value").alias(name))
        columns.append(f.col(f"of.measures.{name}.sd").alias(deviation(name)))
    return one.select(*IDENTITY, "load_kg", *columns)


def findings(results):
    """A row a finding of a rep and, with no rep, a row a finding of the set."""
    from pyspark.sql import functions as f

    names = [name for name in FINDING.names if name not in ("fault", "status", "severity", "reason")]
    one = results.select(*IDENTITY, f.explode("reps").alias("of")).select(
        *IDENTITY, f.col("of.index").alias("rep"), f.explode("of.findings").alias("finding")
    )
    none = f.lit(None)
    of_reps = one.select(
        *IDENTITY, "rep", "finding.fault", "finding.status", "finding.severity",
        *(f.col(f"finding.{name}") for name in names), none.cast("array<int>").alias("reps"), "finding.reason",
    )  # fmt: skip
    kinds = {"unit": "string", "frame": "bigint"}
    of_sets = results.select(*IDENTITY, f.explode("set_findings").alias("finding")).select(
        *IDENTITY, none.cast("int").alias("rep"), "finding.fault", "finding.status", "finding.severity",
        *(none.cast(kinds.get(name, "double")).alias(name) for name in names), "finding.reps", "finding.reason",
    )  # fmt: skip
    return of_reps.unionByName(of_sets)
