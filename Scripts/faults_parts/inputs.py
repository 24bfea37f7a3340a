"""Endless input, many files, and things that are no files."""

import json
import os
import subprocess
import time

from fixtures import seeds

from .bench import Failure, fresh


def run(bench):
    yield from endless(bench)
    yield from many(bench)
    yield from changing(bench)


def endless(bench):
    for name, unit in (("a line without end", b"1"), ("commas", b","), ("quotes", b'"')):
        reading, writing = os.pipe()
        feeder = os.fork()
        if feeder == 0:
            os.close(reading)
            block = (unit * 65536)[:65536]
            try:
                # 100 GB, were anyone to read it.
                for _ in range(100_000_000_000 // len(block)):
                    os.write(writing, block)
            except BrokenPipeError:
                pass
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as feed:
            ending = measured(bench, ["analyze", "-", "-o", fresh(bench.place / "out")], feed)
        os.waitpid(feeder, 0)
        code, seconds, memory, messages = ending
        if code != 2 or seconds > 2 or memory > 64:
            raise Failure(f"{name}: exit code {code} after {seconds:.1f} s with {memory:.0f} MiB: {messages[:300]}")
        yield f"100 GB of {name}: refused after {seconds:.2f} s with {memory:.0f} MiB"


def many(bench):
    times = {}
    for count in (2_000, 8_000) if bench.short else (10_000, 100_000):
        folder = bench.place / f"many-{count}"
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:06}.csv").write_bytes(b"frame,left_hip_x,left_hip_y\n0,1,2\n")
        code, seconds, memory, messages = measured(
            bench, ["analyze", folder, "-o", fresh(bench.place / "out"), "--formats", "csv,json"], None)
        if code != 2 or messages.count(b"\n") < count:
            raise Failure(f"{count} files: exit code {code}, {len(messages)} bytes of messages")
        times[count] = seconds, memory
        yield f"{count} files of one row: {seconds:.2f} s, {memory:.0f} MiB"
    (few, (few_seconds, few_memory)), (lots, (seconds, memory)) = times.items()
    ratio = seconds / few_seconds / (lots / few)
    bytes_each = (memory - few_memory) * 1024 * 1024 / (lots - few)
    yield f"time a file {ratio:.2f} times that of fewer files; {bytes_each:.0f} bytes of memory a file"


def changing(bench):
    """A file that grows and shrinks all the time: refused or whole, never half."""
    folder = bench.place / "changing"
    folder.mkdir()
    text = seeds.wide(4000)
    changed = whole = 0
    rounds = 5 if bench.short else 30
    for number in range(rounds):
        (folder / "a.csv").write_bytes(text)
        child = subprocess.Popen(
            [str(bench.program), "analyze", str(folder), "-o", str(fresh(bench.place / "out")), "-q"],
            stderr=subprocess.PIPE)  # fmt: skip
        with open(folder / "a.csv", "r+b") as file:
            while child.poll() is None:
                file.truncate(len(text) // 2)
                time.sleep(bench.random.uniform(0, 0.002))
                file.seek(0)
                file.write(text)
                file.flush()
                time.sleep(bench.random.uniform(0, 0.002))
        messages = child.stderr.read().decode()
        rows = json.loads((bench.place / "out" / "run.json").read_bytes())["rows"]
        if child.returncode == 2 and "was changed while" in messages:
            changed += 1
        elif child.returncode == 0 and rows["used"] in (4000, 2000, 1999):
            whole += 1
        else:
            raise Failure(f"a file that changes: exit code {child.returncode}: {rows}: {messages}")
    yield f"{rounds} times a file that changed all the time: {changed} refused for that, {whole} read whole"


def measured(bench, arguments, feed):
    """Exit code, seconds, peak memory in MiB and messages of one run."""
    errors = bench.place / "errors"
    prefix, peak = bench.measuring()
    with open(errors, "wb") as sink:
        started = time.monotonic()
        ending = subprocess.run(
            [*map(str, prefix), str(bench.program), *map(str, arguments)], stdin=feed or subprocess.DEVNULL,
            stderr=sink, stdout=subprocess.DEVNULL)  # fmt: skip
        seconds = time.monotonic() - started
    return ending.returncode, seconds, peak(), errors.read_bytes()
