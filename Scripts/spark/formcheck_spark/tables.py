"""Lines of `results.ndjson` in, rows of the tables out."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import json as arrow_json

from . import schema


@dataclass(frozen=True)
class Tables:
    """Makes the rows of one table; called by Spark with batches of results."""

    name: str
    measures: tuple
    version: str

    @property
    def schema(self):
        return schema.reps(self.measures) if self.name == "reps" else getattr(schema, self.name)()

    def __call__(self, batches):
        for batch in batches:
            if batch.num_rows:
                columns = getattr(self, self.name)(batch)
                yield from pa.table([columns[name] for name in self.schema.names], schema=self.schema).to_batches()

    def recordings(self, batch):
        counted = pa.list_(schema.struct(complete=schema.FLAG))
        lines = read(
            batch,
            schema.IDENTITY | schema.STATED | schema.SAID
            | {"view": schema.struct(**schema.VIEW), "frames": schema.struct(**schema.FRAMES), "reps": counted},
        )  # fmt: skip
        columns = {name: column for name, column in lines.items() if name not in ("view", "frames", "reps")}
        for name in schema.VIEW:
            columns["view" if name == "kind" else f"view_{name}"] = pc.struct_field(lines["view"], name)
        for name in schema.FRAMES:
            columns[f"frames_{name}"] = pc.struct_field(lines["frames"], name)
        complete = pc.struct_field(pc.list_flatten(lines["reps"]), "complete")
        columns["reps"] = pc.list_value_length(lines["reps"])
        columns["complete_reps"] = sums(complete, pc.list_parent_indices(lines["reps"]), batch.num_rows)
        columns |= {"source": batch["source"], "line": batch["line"]}
        return columns | {"formcheck": pa.repeat(self.version, batch.num_rows)}

    def reps(self, batch):
        one = schema.struct(value=schema.NUMBER, sd=schema.NUMBER)
        measures = schema.struct(**dict.fromkeys(self.measures, one))
        rep = schema.listed(index=schema.INT, **schema.REP, measures=measures)
        lines = read(batch, schema.IDENTITY | {"load_kg": schema.NUMBER, "reps": rep})
        parents, reps = pc.list_parent_indices(lines["reps"]), pc.list_flatten(lines["reps"])
        columns = {name: lines[name].take(parents) for name in (*schema.IDENTITY, "load_kg")}
        columns["rep"] = pc.struct_field(reps, "index")
        columns |= {name: pc.struct_field(reps, name) for name in schema.REP}
        for name in self.measures:
            columns[name] = pc.struct_field(reps, ["measures", name, "value"])
            columns[schema.deviation(name)] = pc.struct_field(reps, ["measures", name, "sd"])
        return columns

    def findings(self, batch):
        rep = schema.listed(index=schema.INT, findings=schema.listed(**schema.FINDING))
        sets = schema.SAID["set_findings"]
        lines = read(batch, schema.IDENTITY | {"reps": rep, "set_findings": sets})
        of_line, reps = pc.list_parent_indices(lines["reps"]), pc.list_flatten(lines["reps"])
        of_reps = pc.struct_field(reps, "findings")
        of_rep, one = pc.list_parent_indices(of_reps), pc.list_flatten(of_reps)
        of_set, all_reps = pc.list_parent_indices(lines["set_findings"]), pc.list_flatten(lines["set_findings"])
        owners = pa.concat_arrays([of_line.take(of_rep), of_set])
        columns = {name: lines[name].take(owners) for name in schema.IDENTITY}
        index = pc.struct_field(reps, "index").take(of_rep)
        columns["rep"] = pa.concat_arrays([index, pa.nulls(len(of_set), schema.INT)])
        stated = {field.name for field in sets.value_type}
        for name, kind in schema.FINDING.items():
            known = pc.struct_field(all_reps, name) if name in stated else pa.nulls(len(of_set), kind)
            columns[name] = pa.concat_arrays([pc.struct_field(one, name), known])
        shown = pc.struct_field(all_reps, "reps")
        columns["reps"] = pa.concat_arrays([pa.nulls(len(of_rep), shown.type), shown])
        return columns


def read(batch, fields):
    """The lines of a batch as a column for each field; other fields are passed over."""
    text = b"\n".join(line.as_buffer() for line in batch["text"])
    table = arrow_json.read_json(
        pa.BufferReader(text),
        read_options=arrow_json.ReadOptions(use_threads=False, block_size=len(text) + 1),
        parse_options=arrow_json.ParseOptions(
            explicit_schema=pa.schema(fields), unexpected_field_behavior="ignore"
        ),
    )  # fmt: skip
    if table.num_rows != batch.num_rows:
        raise ValueError(f"{batch.num_rows} lines were read as {table.num_rows} rows")
    return {name: pa.concat_arrays(table[name].chunks) for name in fields}


def sums(flags, parents, count):
    """How many flags are set of each parent, from 0 to `count` - 1."""
    counted = pc.value_counts(parents.filter(flags))
    found = dict(zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist()))
    return pa.array([found.get(parent, 0) for parent in range(count)], schema.INT)
