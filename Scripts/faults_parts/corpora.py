"""Files that others have broken, and files broken on purpose, beside good ones."""

import json
import os
import shutil
from pathlib import Path

from .bench import Failure, Skipped, balanced, fresh, tree


def run(bench):
    data = os.environ.get("FORMCHECK_DATA")
    if not data:
        raise Skipped("FORMCHECK_DATA names no folder with the corpora 'badcsv' and 'pose-faults'")
    good = bench.small(3)
    alone = bench.place / "alone"
    if bench.analyze(good, fresh(alone)).code != 0:
        raise Failure("the good files alone cannot be analyzed")
    whole = tree(alone)
    sets = [("badcsv",), ("pose-faults",), ("badcsv", "pose-faults")]
    for names in sets[1:2] if bench.short else sets:
        folder = fresh(bench.place / "together")
        shutil.copytree(good, folder)
        for name in names:
            shutil.copytree(Path(data) / name, folder / f"zz-{name}")
        out = fresh(bench.place / "out")
        prefix, peak = bench.measuring()
        ending = bench.analyze(folder, out, timeout=300, prefix=prefix)
        what = " and ".join(names)
        if ending.code not in (0, 2):
            raise Failure(f"{what}: exit code {ending.code}: {ending.messages[-500:]}")
        found = tree(out)
        balanced(found["run.json"], what)
        rows = json.loads(found["run.json"])["rows"]
        if rows["read"] != rows["used"] + rows["rejected"] + rows["blank"]:
            raise Failure(f"{what}: rows are not accounted for: {rows}")
        unchanged(found, whole, what)
        files = json.loads(found["run.json"])["files"]
        yield (f"{what}: exit code {ending.code}, {files['in']} files, {files['rejected']} refused, "
               f"{peak():.0f} MiB at most; what is said of the good files is the same to the byte")


def unchanged(found, whole, what):
    """Every line and page of the good files is there, as without the others."""
    for name, data in whole.items():
        if name.startswith("recordings/") and found.get(name) != data:
            raise Failure(f"{what}: {name} is another page")
        if name in ("results.ndjson", "reps.csv", "findings.csv"):
            lines = set(found[name].split(b"\n"))
            missing = [line for line in data.split(b"\n") if line not in lines]
            if missing:
                raise Failure(f"{what}: {name} has another line: {missing[0][:200]}")
