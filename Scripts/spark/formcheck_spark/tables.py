"""Answers of workers in, rows of the tables out."""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv
from pyarrow import json as arrow_json

from . import schema


@dataclass(frozen=True)
class Tables:
    """Makes the rows of one table; called by Spark with batches of what it needs of the answers."""

    name: str
    measures: tuple
    written: tuple  # the columns of the rows that workers write for the table
    version: str

    @property
    def schema(self):
        return schema.reps(self.measures) if self.name == "reps" else getattr(schema, self.name)()

    @property
    def needs(self):
        return ("source", "line", "text") if self.name == "recordings" else (self.name,)

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
        return rows(batch["reps"], self.written, self.schema)

    def findings(self, batch):
        place = self.schema.get_field_index("reps")
        columns = rows(batch["findings"], self.written, self.schema.set(place, pa.field("reps", schema.TEXT)))
        return columns | {"reps": numbers(columns["reps"])}


def rows(packed, written, wanted):
    """Packed rows of CSV with the columns `written`, as those that are wanted."""
    together = pa.BufferReader(b"".join(text.as_buffer() for text in packed))
    text = pa.CompressedInputStream(together, "lz4").read()
    if not text:
        return {field.name: pa.array([], field.type) for field in wanted}
    table = arrow_csv.read_csv(
        pa.BufferReader(text),
        read_options=arrow_csv.ReadOptions(use_threads=False, block_size=len(text) + 1, column_names=written),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types=wanted, include_columns=wanted.names, null_values=[""], true_values=["yes"],
            false_values=["no"], strings_can_be_null=True, quoted_strings_can_be_null=False,
        ),
    )  # fmt: skip
    return {name: pa.concat_arrays(table[name].chunks) for name in wanted.names}


def numbers(texts):
    """Integers with blanks between them, as lists."""
    is_empty = pc.equal(texts, "")
    words = pc.split_pattern(pc.if_else(is_empty, None, texts), " ")
    found = words.cast(pa.list_(schema.INT))
    return pc.if_else(is_empty, pa.scalar([], found.type), found)


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
