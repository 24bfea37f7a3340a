"""Recordings a second of a core: `formcheck analyze` with one job, and an executor of one core, on the same files.

    Scripts/spark/test --speed [FOLDER]    a folder of recordings; without one, the 2,000 small ones of the test

Everything of a run is held to one processor, so that nothing of it hides on another. What a task costs besides its
recordings comes from tasks of two sizes: their times lie on a line, whose slope is the time of a recording and whose
intercept is the time of a task.
"""

import json
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
    """Seconds of the whole job, and of each task of the analysis but the first."""
    out, events = PLACE / "speed-spark", PLACE / "events"
    for place in (out, events):
        shutil.rmtree(place, ignore_errors=True)
    events.mkdir(parents=True)
    command = [
        *ON_ONE, sys.executable, ROOT / "Scripts" / "spark" / "analyze.py", folder, "-o", out, "--partition-size", size,
        "--master", "local-cluster[1,1,1024]", "--conf", "spark.executor.memory=1g",
        "--conf", "spark.eventLog.enabled=true", "--conf", f"spark.eventLog.dir=file://{events}",
        "--conf", "spark.eventLog.rolling.enabled=false", "--conf", "spark.eventLog.compress=false",
    ]  # fmt: skip
    started = time.perf_counter()
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    seconds = time.perf_counter() - started
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    stage, tasks = None, []
    for line in next(events.iterdir()).read_text().splitlines():
        event = json.loads(line)
        if event["Event"] == "SparkListenerStageSubmitted" and "MapInArrow" in line:
            stage = event["Stage Info"]["Stage ID"]
        if event["Event"] == "SparkListenerTaskEnd" and event["Stage ID"] == stage:
            tasks.append((event["Task Info"]["Launch Time"], event["Task Metrics"]["Executor Run Time"] / 1000))
    return seconds, [run for _, run in sorted(tasks)][1:]


def main():
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else work.make(PLACE / "work", RECORDINGS)
    count = len([path for path in folder.rglob("*") if path.is_file() and path.suffix != ".json"])
    small, large = max(1, count // 40), max(2, count // 8)
    for formats in ("json", "csv,json", "html,csv,json"):
        seconds = statistics.median(analyze(folder, formats) for _ in range(ROUNDS))
        print(f"analyze, one job, {formats}: {count / seconds:.0f} recordings/s of a core")
    means = {}
    for size in (small, large):
        seconds, tasks = job(folder, size)
        means[size] = statistics.median(tasks)
        print(f"tasks of {size}: {means[size]:.3f} s each (median of {len(tasks)}), job {seconds:.1f} s")
    slope = (means[large] - means[small]) / (large - small)
    print(f"an executor's core: {1 / slope:.0f} recordings/s")
    print(f"a task besides its recordings: {means[small] - slope * small:.2f} s")


if __name__ == "__main__":
    main()
