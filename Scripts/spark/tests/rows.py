"""Rows to compare: what `analyze` wrote as lines, and what Spark wrote as tables."""

import json

import pyarrow.dataset as dataset

from formcheck_spark import schema

IDENTITY = ("recording", "person", "athlete", "date", "set")


def of_lines(text):
    """The rows of the three tables that lines of results.ndjson stand for."""
    rows = {"recordings": [], "reps": [], "findings": []}
    for line in map(json.loads, text.splitlines()):
        who = {name: line[name] for name in IDENTITY}
        plain = ("status", "error", "load_kg", "style", "layout", "dimensions", "units", "fps", "fps_source")
        row = who | {name: line[name] for name in plain}
        view = line["view"] or {}
        row |= {("view" if name == "kind" else f"view_{name}"): view.get(name) for name in schema.VIEW}
        row |= {f"frames_{name}": count for name, count in line["frames"].items()}
        row |= {name: line[name] for name in ("warnings", "set_findings", "advice", "assessment", "other_movements")}
        row["reps"] = len(line["reps"])
        row["complete_reps"] = sum(rep["complete"] for rep in line["reps"])
        rows["recordings"].append(row)
        for rep in line["reps"]:
            row = who | {"load_kg": line["load_kg"], "rep": rep["index"]}
            row |= {name: value for name, value in rep.items() if name not in ("index", "measures", "findings")}
            for name, measure in rep["measures"].items():
                row[name] = measure["value"]
                row[schema.deviation(name)] = measure["sd"]
            rows["reps"].append(row)
            for finding in rep["findings"]:
                rows["findings"].append(who | {"rep": rep["index"], "reps": None} | finding)
        for finding in line["set_findings"]:
            nothing = dict.fromkeys(schema.FINDING)
            rows["findings"].append(who | {"rep": None} | nothing | finding)
    return rows


def of_table(folder, partitioned_by=None):
    """The rows of a table that Spark wrote, without what only Spark knows."""
    kind = None
    if partitioned_by:
        import pyarrow as pa

        kind = dataset.partitioning(pa.schema([(partitioned_by, pa.string())]), flavor="hive")
    rows = dataset.dataset(str(folder), format="parquet", partitioning=kind).to_table().to_pylist()
    for row in rows:
        for name in ("source", "line", "formcheck"):
            row.pop(name, None)
    return rows


def normal(rows):
    """The rows as texts in an order of their own, measures without a value left out."""
    return sorted(json.dumps({k: v for k, v in row.items() if v is not None}, sort_keys=True) for row in rows)
