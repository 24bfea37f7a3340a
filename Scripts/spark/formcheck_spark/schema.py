"""The columns of everything that a job writes, as Arrow types. The README beside this folder tells what they mean."""

import pyarrow as pa

TEXT, FLAG, INT, LONG, NUMBER = pa.string(), pa.bool_(), pa.int32(), pa.int64(), pa.float64()


def struct(**fields):
    return pa.struct(list(fields.items()))


def listed(**fields):
    return pa.list_(struct(**fields))


# A row a line of results.ndjson: the input that it answers, its place among that input's lines from 1, the line, and
# its rows of reps.csv and findings.csv, packed with lz4.
ANSWERS = pa.schema({"source": TEXT, "line": INT, "text": TEXT, "reps": pa.binary(), "findings": pa.binary()})

IDENTITY = {"recording": TEXT, "person": TEXT, "athlete": TEXT, "date": TEXT, "set": TEXT}
VIEW = {"kind": TEXT, "facing": TEXT, "yaw_deg": NUMBER, "yaw_sd_deg": NUMBER, "given": FLAG}
FRAMES = dict.fromkeys(("read", "used", "filled", "rejected", "blank", "lost"), LONG)
STATED = {
    "status": TEXT, "error": TEXT, "load_kg": NUMBER, "style": TEXT, "layout": TEXT, "dimensions": INT, "units": TEXT,
    "fps": NUMBER, "fps_source": TEXT,
}  # fmt: skip
SAID = {
    "warnings": listed(code=TEXT, message=TEXT, frame=LONG),
    "set_findings": listed(fault=TEXT, status=TEXT, severity=TEXT, reason=TEXT, reps=pa.list_(INT)),
    "advice": pa.list_(TEXT),
    "assessment": listed(criterion=TEXT, result=TEXT, reason=TEXT),
    "other_movements": listed(start_frame=LONG, end_frame=LONG, what=TEXT),
}
REP = {
    "complete": FLAG, "start_frame": LONG, "bottom_frame": LONG, "end_frame": LONG, "start_s": NUMBER,
    "bottom_s": NUMBER, "end_s": NUMBER,
}  # fmt: skip
FINDING = {
    "fault": TEXT, "status": TEXT, "severity": TEXT, "confidence": NUMBER, "value": NUMBER, "sd": NUMBER,
    "limit": NUMBER, "unit": TEXT, "frame": LONG, "reason": TEXT,
}  # fmt: skip


def named(prefix, fields):
    return {f"{prefix}_{name}": kind for name, kind in fields.items()}


def deviation(measure):
    """The column of a measure's standard deviation: `..._sd_deg` beside `..._deg`."""
    name, _, unit = measure.rpartition("_")
    return f"{name}_sd_{unit}" if name else f"{unit}_sd"


def view_columns():
    return {"view": TEXT} | named("view", {name: kind for name, kind in VIEW.items() if name != "kind"})


def recordings():
    """A row a recording and person, rejected ones too."""
    counts = {"reps": INT, "complete_reps": INT}
    ours = {"source": TEXT, "line": INT, "formcheck": TEXT}
    return pa.schema(IDENTITY | STATED | view_columns() | named("frames", FRAMES) | counts | SAID | ours)


def reps(measures):
    """A row a rep, with the measures that the worker names."""
    taken = {column: NUMBER for measure in measures for column in (measure, deviation(measure))}
    return pa.schema(IDENTITY | {"load_kg": NUMBER, "rep": INT} | REP | taken)


def findings():
    """A row a finding of a rep and, with no rep, a row a finding of the set."""
    return pa.schema(IDENTITY | {"rep": INT} | FINDING | {"reps": pa.list_(INT)})
