"""Recordings to test with: computed sets in every layout, as often as it takes, and some that cannot be read."""

import csv
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LAYOUTS = 13
# Of longer recordings, the beginning is taken.
LONGEST = 300 << 10
MISSING = "no such day/missing.csv"
ATHLETES = ("A. Lifter", "Überheber, \"B.\"", "c/d", "")


def make(folder, count):
    """A folder of `count` recordings; made once."""
    if (folder.parent / f"{folder.name}.complete").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    made = distinct(folder.parent / "sets")
    for number in range(count):
        day = folder / f"day {number % 40}"
        day.mkdir(parents=True, exist_ok=True)
        if number % 100 == 50:
            bad = (b"", b"name,price\nbread,2\n", b"\x89PNG\r\n\x1a\n" + bytes(100))[number // 100 % 3]
            (day / f"{number:05d}, bad.csv").write_bytes(bad)
            continue
        of = made[number % len(made)]
        os.link(of, day / f"{number:05d} ü{of.suffix}")
        if of.with_suffix(".json").exists():
            os.link(of.with_suffix(".json"), day / f"{number:05d} ü.json")
    (folder.parent / f"{folder.name}.complete").touch()
    return folder


def distinct(folder):
    """The demo's recordings and a random one in each layout."""
    if not folder.exists():
        part = Path(f"{folder}.part")
        shutil.rmtree(part, ignore_errors=True)
        generator = [ROOT / "Scripts" / "make-fixtures", "sets", "--count", str(LAYOUTS), "--seed", "9", "-o", part]
        subprocess.run(generator, check=True, capture_output=True)
        for path in (ROOT / "Fixtures" / "demo").rglob("*.*"):
            shutil.copy(path, part / f"{path.parent.name} {path.name}")
        for path in part.glob("*.*"):
            content = path.read_bytes()
            if len(content) > LONGEST:
                path.write_bytes(content[: content.rindex(b"\n", 0, LONGEST) + 1])
        part.rename(folder)
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".json")


def write_manifest(folder, file):
    """A manifest of all recordings in a folder, and of one that is not there."""
    paths = sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.suffix != ".json"
    )
    paths.append(MISSING)
    with open(file, "w", newline="", encoding="utf-8") as table:
        rows = csv.writer(table)
        rows.writerow(("path", "athlete", "date", "load_kg", "note"))
        for number, path in enumerate(paths):
            date = f"2026-03-{number % 3 + 1:02d}" if number % 7 else ""
            rows.writerow((path, ATHLETES[number % len(ATHLETES)], date, 60 + number % 5 / 2, "x"))


def analyze(program, folder, manifest=None, options=()):
    """What `formcheck analyze` says of the folder, as lines."""
    command = [program, "analyze", folder, "--json", "-", "-q", *options]
    if manifest:
        command += ["--manifest", manifest]
    done = subprocess.run(command, capture_output=True)
    if done.returncode not in (0, 2):
        raise AssertionError(done.stderr.decode())
    return done.stdout.decode()
