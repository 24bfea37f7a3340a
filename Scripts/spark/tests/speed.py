"""Recordings a second of a core: `formcheck analyze` with one job, and an executor of one core, on the same files.

    Scripts/spark/test --speed [FOLDER]    a folder of recordings; without one, the 2,000 small ones of the test

Everything of a run is held to one processor, so that nothing of it hides on another. What a task costs besides its
recordings comes from tasks of two sizes: their times lie on a line, whose slope is the time of a recording and whose
intercept is the time of a task.
"""

import json
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests import work
from tests.cluster import PLACE, PROGRAM, RECORDINGS, ROOT

ON_ONE = ["taskset", "-c", "0"]
ROUNDS = 3


def analyze(folder, formats):
    out = PLACE / "speed-analyze"
    shutil.rmtree(out, ignore_errors=True)
    started = time.perf_counter()
    command = [PROGRAM, "analyze", folder, "--jobs", "1", "-q", "--formats", formats, "-o", out]
    subprocess.run([*ON_ONE, *map(str, command)], capture_output=True, check=False)
    return time.perf_counter() - started


def job(folder, size):
    """What the job said of its own time, the seconds of each task of the analysis but the first, and the output."""
    out, events = PLACE / "speed-spark", PLACE / "events"
    for place in (out, events):
        shutil.rmtree(place, ignore_errors=True)
    events.mkdir(parents=True)
    command = [
        *ON_ONE, sys.executable, ROOT / "Scripts" / "spark" / "analyze.py", folder, "-o", out, "--partition-size", size,
        "--formcheck", PROGRAM, "--master", "local-cluster[1,1,1024]", "--conf", "spark.executor.memory=1g",
        "--conf", "spark.eventLog.enabled=true", "--conf", f"spark.eventLog.dir=file://{events}",
        "--conf", "spark.eventLog.rolling.enabled=false", "--conf", "spark.eventLog.compress=false",
    ]  # fmt: skip
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    seconds = float(re.search(r"tables in ([\d.]+) s", done.stderr)[1])
    return seconds, task_seconds(next(events.iterdir()))[1:], out


def task_seconds(log):
    """The seconds of each task of the analysis, in the order of their start: of the first stage that runs Python on
    batches. The tables are made in later ones of the same kind."""
    stage, tasks = None, []
    for line in log.read_text().splitlines():
        event = json.loads(line)
        if stage is None and event["Event"] == "SparkListenerStageSubmitted" and "MapInArrow" in line:
            stage = event["Stage Info"]["Stage ID"]
        if event["Event"] == "SparkListenerTaskEnd" and event["Stage ID"] == stage:
            tasks.append((event["Task Info"]["Launch Time"], event["Task Metrics"]["Executor Run Time"] / 1000))
    return [run for _, run in sorted(tasks)]


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*.parquet"))


def main():
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else work.make(PLACE / "work", RECORDINGS)
    count = len([path for path in folder.rglob("*") if path.is_file() and path.suffix != ".json"])
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{count} recordings of {size / count:,.0f} bytes")
    best = {}
    for formats in ("json", "csv,json", "html,csv,json"):
        best[formats] = count / statistics.median(analyze(folder, formats) for _ in range(ROUNDS))
        print(f"analyze, one job, {formats}: {best[formats]:.0f} recordings/s of a core")
    means = {}
    for size in (max(1, count // 40), max(2, count // 8)):
        seconds, tasks, out = job(folder, size)
        means[size] = statistics.median(tasks)
        print(f"tasks of {size}: {means[size]:.3f} s each (median of {len(tasks)}); tables in {seconds:.1f} s")
    (small, of_small), (large, of_large) = means.items()
    slope = (of_large - of_small) / (large - small)
    share = 100 / slope / best["csv,json"]
    print(f"an executor's core: {1 / slope:.0f} recordings/s, {share:.0f} % of analyze with csv,json")
    print(f"a task besides its recordings: {of_small - slope * small:.2f} s")
    print(f"tables: {count / seconds:.0f} recordings/s, {size_of(out) / count:,.0f} bytes of Parquet for a recording")


if __name__ == "__main__":
    main()
