"""Inputs, runs of the program, and the looks at what they leave."""

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fixtures import seeds

ROOT = Path(__file__).resolve().parent.parent.parent
#: What a run that did not finish may leave besides whole outputs.
HIDDEN = {".formcheck-ledger", ".formcheck-run", ".formcheck-run-before", ".formcheck-started"}


#: Runs a command and leaves its peak memory in a file: of a process that this one started itself, the system
#: counts the memory of this one as well.
PEAK = '''import os, sys
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
open(sys.argv[1], "w").write(str(usage.ru_maxrss))
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)'''


class Failure(Exception):
    """Something does not hold that must."""


class Skipped(Exception):
    """The part cannot run here."""


class Ending:
    """How a run ended: exit code (minus the signal), messages, seconds."""

    def __init__(self, code, output, messages, seconds):
        self.code, self.output, self.messages, self.seconds = code, output, messages, seconds


class Bench:
    def __init__(self, program, seed, short):
        self.program, self.random, self.short = program.resolve(), random.Random(seed), short

    def __enter__(self):
        self.place = Path(tempfile.mkdtemp(prefix="formcheck-faults-"))
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.place, ignore_errors=True)

    def inputs(self, copies=1):
        """A folder with so many copies of the demo, or of a few small tables for a short look."""
        if self.short:
            return self.small(3 * copies)
        folder = self.place / f"in-{copies}"
        if not folder.exists():
            for copy in range(copies):
                shutil.copytree(ROOT / "Fixtures" / "demo", folder / f"{copy:03}")
        return folder

    def small(self, count):
        """A folder with so many tables of one short squat each."""
        folder = self.place / f"small-{count}"
        folder.mkdir(exist_ok=True)
        for number in range(count):
            (folder / f"{number:03}.csv").write_bytes(seeds.wide(40 + number))
        return folder

    def run(self, *arguments, prefix=(), feed=None, output=subprocess.PIPE, timeout=120, before=None):
        """Runs the program under a prefix command."""
        started = time.monotonic()
        child = subprocess.Popen(
            [*map(str, prefix), str(self.program), *map(str, arguments)], stdin=feed or subprocess.DEVNULL,
            stdout=output, stderr=subprocess.PIPE, cwd=self.place, preexec_fn=before)  # fmt: skip
        try:
            said, messages = child.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise Failure(f"no end after {timeout} s: {arguments}") from None
        return Ending(child.returncode, said or b"", messages.decode(errors="replace"), time.monotonic() - started)

    def measuring(self):
        """A prefix for a command whose peak memory is wanted, and what tells it in MiB afterwards."""
        place = self.place / "peak"
        return [sys.executable, "-S", "-c", PEAK, place], lambda: int(place.read_text()) / 1024

    def analyze(self, source, out, *options, **more):
        return self.run("analyze", source, "-o", out, "-q", *options, **more)

    def whole(self, source, *options):
        """The tree that an undisturbed run gives."""
        out = self.place / "whole"
        shutil.rmtree(out, ignore_errors=True)
        ending = self.analyze(source, out, *options)
        if ending.code != 0:
            raise Failure(f"the undisturbed run ends with {ending.code}: {ending.messages}")
        return tree(out)

    def go_on(self, source, out, whole, what, *options):
        """The same command once more, undisturbed: the tree of an undisturbed run."""
        ending = self.analyze(source, out, *options)
        if ending.code != 0:
            raise Failure(f"{what}: going on ends with {ending.code}: {ending.messages}")
        same(tree(out), whole, f"{what}, then going on")


def tree(folder):
    """Every file below a folder, by its path, with its bytes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def same(found, whole, what, apart=()):
    for name in sorted(set(found) | set(whole)):
        if name in apart:
            continue
        if name not in found:
            raise Failure(f"{what}: {name} is missing")
        if name not in whole:
            raise Failure(f"{what}: {name} should not be there")
        if found[name] != whole[name]:
            raise Failure(f"{what}: {name} is not what it should be ({len(found[name])} of {len(whole[name])} bytes)")


def nothing_torn(out, whole, what):
    """Whatever stands under a final name after a fault is whole."""
    for name, data in tree(out).items() if out.exists() else ():
        if name.split("/")[0] in HIDDEN:
            continue
        if name not in whole:
            raise Failure(f"{what}: {name} should not be there")
        if name == "run.json":
            balanced(data, what)
        elif data != whole[name]:
            raise Failure(f"{what}: {name} is torn ({len(data)} of {len(whole[name])} bytes)")


def balanced(data, what):
    """run.json is whole, and its accounts balance; how many files were reused depends on the runs before."""
    try:
        files = json.loads(data)["files"]
    except ValueError:
        raise Failure(f"{what}: run.json is torn ({len(data)} bytes)") from None
    if files["in"] != files["ok"] + files["warned"] + files["rejected"] + files["reused"]:
        raise Failure(f"{what}: the accounts do not balance: {files}")


def with_rejected(out, whole, what):
    """A finished run in which some inputs could not be read: all others are as they should be."""
    found = tree(out)
    lines = found.get("results.ndjson", b"").splitlines()
    expected = whole["results.ndjson"].splitlines()
    if any(b"the folder cannot be searched" in line for line in lines):
        return
    if len(lines) != len(expected):
        raise Failure(f"{what}: {len(lines)} of {len(expected)} recordings are listed")
    rejected = 0
    for line, good in zip(lines, expected):
        if line != good:
            rejected += 1
            if json.loads(line)["status"] not in ("rejected", "warned"):
                raise Failure(f"{what}: a result is neither right nor refused: {line[:200]}")
    balanced(found["run.json"], what)
    for name, data in found.items():
        if name.startswith("recordings/") and name in whole and data != whole[name] and not rejected:
            raise Failure(f"{what}: {name} is not what it should be")


def fresh(out):
    shutil.rmtree(out, ignore_errors=True)
    return out


def have(command):
    return shutil.which(command) is not None


def limit(what, value):
    """For `before`: a limit that holds in the child only."""
    return lambda: resource.setrlimit(what, (value, value))
