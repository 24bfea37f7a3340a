"""Recordings a second of an executor's core, from files to committed tables, beside `formcheck analyze` with one job.

    Scripts/spark/test --speed [FOLDER]    recordings to take; without one, those of `make-fixtures bench`

All processes of a run, Spark's driver too, are held to one processor, and seconds of CPU are counted: of the executor,
its Python and the workers, and of all together. Much of a run of Spark is its start, so the seconds of a recording are
the slope between jobs of two sizes, whose recordings are hard links to those of the folder. The seconds of a task are
the slope between few and many tasks on the same ones.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.cluster import PLACE, PROGRAM, ROOT

ON_ONE = ["taskset", "-c", "1" if os.cpu_count() > 1 else "0"]
SMALL, LARGE = 8000, 40000
FEW, MANY = 1000, 50  # recordings in a task
TICKS = os.sysconf("SC_CLK_TCK")


def recordings(folder):
    """The different recordings in a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".json":
            found.setdefault(hashlib.sha256(path.read_bytes()).digest(), path)
    return list(found.values())


def bench():
    """Recordings like those of `Scripts/bench`; made once."""
    folder = PLACE / "bench"
    if not folder.exists():
        part = PLACE / "bench.part"
        shutil.rmtree(part, ignore_errors=True)
        generator = [ROOT / "Scripts" / "make-fixtures", "bench", "--count", "20", "-o", part]
        subprocess.run(generator, check=True, capture_output=True)
        part.rename(folder)
    return folder


def links(made, count):
    """A folder of so many recordings, each a link to one that is made, with its sidecar."""
    folder = PLACE / f"speed-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number in range(count):
        of = made[number % len(made)]
        for file in (of, of.with_suffix(".json")):
            if file.exists():
                os.link(file, folder / f"{number:06d} {file.name}")
    return folder


def measured(command, part=None):
    """Seconds of CPU that a command and all that it starts take, the part of them that fell to the process which
    `part` occurs in the command of and those below it, and seconds of the clock."""
    started = time.perf_counter()
    used, of_part = {}, set()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([*ON_ONE, *map(str, command)], stdout=subprocess.DEVNULL, stderr=said)
        while process.poll() is None:
            processes = Processes()
            below = processes.below(process.pid)
            used |= {number: processes.seconds[number] for number in below}
            for number in below:
                if part and part in processes.commands[number]:
                    of_part |= set(processes.below(number))
            time.sleep(0.1)
        if process.returncode not in (0, 2):
            said.seek(0)
            sys.exit(said.read()[-3000:].decode(errors="replace"))
    return sum(used.values()), sum(used[number] for number in of_part), time.perf_counter() - started


class Processes:
    """The processes there are: their commands, and their seconds of CPU so far.

    Those of workers are in the account of the Python process that has waited for them, and nowhere else: its own
    parent, Spark's daemon, waits for nothing.
    """

    def __init__(self):
        self.children, self.commands, self.seconds = {}, {}, {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                command = stat.with_name("cmdline").read_bytes()
                fields = stat.read_text().rpartition(") ")[2].split()
            except OSError:
                continue  # it has ended
            if not command:
                continue  # it is about to end, and was seen before
            number = int(stat.parent.name)
            own, waited = (sum(map(int, fields[at : at + 2])) / TICKS for at in (11, 13))
            self.commands[number] = command
            self.children.setdefault(int(fields[1]), []).append(number)
            is_counted_above = command.startswith(b"%b\0worker\0" % bytes(PROGRAM))
            self.seconds[number] = 0 if is_counted_above else own + waited * (b"pyspark.daemon" in command)

    def below(self, number):
        """A process that is there and all below it."""
        found = [number] if number in self.seconds else []
        for one in found:
            found += self.children.get(one, [])
        return found


def analyze(folder, formats="csv,json"):
    out = PLACE / "speed-analyze"
    shutil.rmtree(out, ignore_errors=True)
    return measured([PROGRAM, "analyze", folder, "--jobs", "1", "-q", "--formats", formats, "-o", out])


def job(folder, size=FEW):
    command = [
        sys.executable, ROOT / "Scripts" / "spark" / "analyze.py", folder, "-o", PLACE / "speed-spark", "--overwrite",
        "--partition-size", size, "--master", "local-cluster[1,1,1024]", "--conf", "spark.executor.memory=1g",
    ]  # fmt: skip
    return measured(command, part=b"CoarseGrainedExecutorBackend")


def slopes(name, run, small, large):
    """What a recording takes of each kind of seconds, from runs of two sizes; and the smaller run's."""
    few, many = run(small), run(large)
    found = [(b - a) / (LARGE - SMALL) for a, b in zip(few, many)]
    cpu, part, clock = (f"{1000 * one:.2f} ms" for one in found)
    print(f"{name}: {SMALL:,} in {few[2]:.1f} s, {LARGE:,} in {many[2]:.1f} s;", end=" ")
    print(f"a recording {cpu} of CPU, {part} of them the executor's, {clock} by the clock", flush=True)
    return found, few


def main():
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else bench()
    made = recordings(folder)
    size = sum(path.stat().st_size for path in made) / len(made)
    print(f"{len(made)} different recordings of {size:,.0f} bytes", flush=True)
    job(links(made, len(made)))
    tables = sum(path.stat().st_size for path in (PLACE / "speed-spark").rglob("*.parquet"))
    print(f"tables: {tables / len(made):,.0f} bytes of Parquet for a recording", flush=True)
    small, large = links(made, SMALL), links(made, LARGE)
    before, _ = slopes("analyze, one job, csv,json", analyze, small, large)
    (whole, executor, clock), few = slopes("Spark, from files to tables", job, small, large)
    after, _ = slopes("analyze, one job, csv,json", analyze, small, large)
    alone, alone_clock = ((before[kind] + after[kind]) / 2 for kind in (0, 2))
    print(f"analyze, one job: {1 / alone:.0f} recordings/s of a core")
    print(f"an executor's core: {1 / executor:.0f} recordings/s, {100 * alone / executor:.0f} % of that")
    print(f"with the driver on it: {1 / whole:.0f} recordings/s, {100 * alone / whole:.0f} %", end="; ")
    print(f"by the clock {100 * alone_clock / clock:.0f} %", flush=True)
    task = (job(small, MANY)[1] - few[1]) / (SMALL // MANY - SMALL // FEW)
    print(f"a task besides its recordings: {task:.2f} s; recordings/s without it: {1 / (executor - task / FEW):.0f}")


if __name__ == "__main__":
    main()
