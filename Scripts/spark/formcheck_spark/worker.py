"""Processes of `formcheck worker`, and what they answer.

Standard library only: this runs in every executor.
"""

import contextlib
import fcntl
import json
import queue
import subprocess
import tempfile
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import NamedTuple


class WorkerError(Exception):
    """A worker that ended for a reason of its own: a sentence."""


@dataclass(frozen=True)
class Item:
    """One input: how results call it, and the bytes that ask for it; None for a file that is not there."""

    name: str
    request: bytes | None


class Line(NamedTuple):
    """A line of results with its line feed, and its rows of `reps.csv` and of `findings.csv`; all in bytes."""

    text: bytes
    reps: bytes = b""
    findings: bytes = b""


@dataclass(frozen=True)
class Answer:
    """The lines for one input."""

    name: str
    lines: tuple


class Process:
    """A running worker that was told `--receipts` and `--tables`. A thread feeds it, so that it never waits for a
    reader who waits for it; one that is given a file feeds on that."""

    def __init__(self, command, timeout, file=None):
        self.timeout = timeout
        self.errors = tempfile.TemporaryFile()
        self.child = subprocess.Popen(
            command, stdin=file or subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, bufsize=1 << 20
        )
        with contextlib.suppress(OSError):  # where a user's pipes may hold no more
            fcntl.fcntl(self.child.stdout, fcntl.F_SETPIPE_SZ, 1 << 20)
        self.requests = queue.SimpleQueue()
        self.waiting_since = None
        self.is_late = False
        self.is_over = threading.Event()
        if file is None:
            threading.Thread(target=self._feed, daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()

    def ask(self, request):
        """Hands bytes to the feeding thread; None is the end of the stream."""
        self.requests.put(request)

    def answer(self):
        """The lines up to the next receipt; None when the worker has ended."""
        lines = []
        self.waiting_since = time.monotonic()
        try:
            while True:
                text = self.child.stdout.readline()
                if not text.endswith(b"\n"):
                    return None
                if text.startswith(b'{"input":'):
                    if json.loads(text)["lines"] != len(lines):
                        raise WorkerError(f"the worker counts other lines than it wrote: {text!r}")
                    return tuple(lines)
                sizes = self.child.stdout.readline()
                if not sizes.endswith(b"\n"):
                    return None
                sizes = json.loads(sizes)
                reps, findings = (self.child.stdout.read(sizes[table]) for table in ("reps", "findings"))
                if len(reps) < sizes["reps"] or len(findings) < sizes["findings"]:
                    return None
                lines.append(Line(text, reps, findings))
        finally:
            self.waiting_since = None

    def end(self):
        """Waits for the end; returns the exit code and what was said on standard error."""
        code = self.child.wait()
        self.errors.seek(0)
        return code, self.errors.read().decode(errors="replace").strip()

    def close(self):
        self.is_over.set()
        self.ask(None)
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()
        self.child.stdout.close()
        self.errors.close()

    def _feed(self):
        try:
            while (request := self.requests.get()) is not None:
                self.child.stdin.write(request)
                if self.requests.empty():
                    self.child.stdin.flush()
        except BrokenPipeError:
            pass  # the worker is gone; whoever reads from it learns why
        finally:
            with contextlib.suppress(BrokenPipeError):
                self.child.stdin.close()

    def _watch(self):
        while not self.is_over.wait(min(1, self.timeout / 4)):
            since = self.waiting_since
            if since is not None and time.monotonic() - since > self.timeout:
                self.is_late = True
                self.child.kill()
                return


def ending(process):
    """Why a worker that still had work is gone; raises unless one of its inputs may be the cause."""
    code, said = process.end()
    if process.is_late:
        return f"the worker gave no answer for {process.timeout:g} s"
    if code < 0:
        return f"the worker was ended by signal {-code}"
    raise WorkerError(f"the worker ended with exit code {code}: {said or 'no message'}")


def rejection(name, reason):
    """The line for an input that no worker answers."""
    unknown = (
        "athlete", "date", "set", "load_kg", "style", "layout", "dimensions", "units", "fps", "fps_source", "view"
    )  # fmt: skip
    empty = ("warnings", "reps", "set_findings", "advice", "assessment", "other_movements")
    line = {"recording": name, "person": "0", "status": "rejected", "error": f"{name}: {reason}"}
    line |= dict.fromkeys(unknown)
    line["frames"] = dict.fromkeys(("read", "used", "filled", "rejected", "blank", "lost"), 0)
    line |= {key: [] for key in empty}
    return Line(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n")


def answers(command, items, *, opening=b"", closing=b"", window=16, timeout=600.0):
    """Answers items with one worker, in order but for those that are not there; yields an `Answer` each.

    At most `window` items are asked for and not yet answered: they are all that is kept. When a worker dies, a new
    one gets what is unanswered; an item at which two died is answered with a rejection.
    """
    items = iter(items)
    pending = deque()
    has_more = True
    deaths = 0
    process = None
    try:
        while True:
            if process is None:
                process = Process(command, timeout)
                process.ask(opening)
                for item in pending:
                    process.ask(item.request)
                is_closed = False
            # Asked in bunches, so that the feeding thread seldom wakes.
            room = window - len(pending) if 2 * len(pending) <= window else 0
            while has_more and room > 0:
                item = next(items, None)
                if item is None:
                    has_more = False
                elif item.request is None:
                    yield Answer(item.name, (rejection(item.name, "cannot be opened: no such file"),))
                else:
                    pending.append(item)
                    process.ask(item.request)
                    room -= 1
            if not has_more and not is_closed:
                process.ask(closing)
                process.ask(None)
                is_closed = True
            if not pending:
                break
            lines = process.answer()
            if lines is None:
                reason = ending(process)
                process.close()
                process = None
                deaths += 1
                if deaths == 2:
                    lines = (rejection(pending[0].name, f"{reason}, twice"),)
                else:
                    continue
            deaths = 0
            yield Answer(pending.popleft().name, lines)
        if process.answer() is not None:
            raise WorkerError("the worker answered more than it was asked for")
        code, said = process.end()
        if code != 0:
            raise WorkerError(f"the worker ended with exit code {code}: {said or 'no message'}")
    finally:
        if process is not None:
            process.close()


def shard_answers(command, name, *, path=None, content=None, timeout=600.0):
    """Answers every recording in a tar archive, a file or bytes; yields an `Answer` each, all by the archive's name.

    A worker that dies is started again behind what it has answered; a recording at which two died is answered with
    a rejection, and so is an archive that cannot be opened or is empty. One that is damaged is as the worker's last
    answer says.
    """
    done = 0
    deaths = 0
    while True:
        file = None
        if path is not None:
            try:
                file = open(path, "rb")
            except OSError as error:
                yield Answer(name, (rejection(name, f"cannot be opened: {error.strerror.lower()}"),))
                return
        process = Process([*command, "--skip", str(done)], timeout, file)
        try:
            if file is None:
                process.ask(content)
                process.ask(None)
            while (lines := process.answer()) is not None:
                done += 1
                deaths = 0
                yield Answer(name, lines)
            if process.end()[0] in (0, 2) and not process.is_late:
                if done == 0:
                    yield Answer(name, (rejection(name, "holds no recording"),))
                return
            reason = ending(process)
            deaths += 1
            if deaths == 2:
                done += 1
                deaths = 0
                yield Answer(name, (rejection(name, f"{reason}, twice, at recording {done} of the archive"),))
        finally:
            process.close()
            if file is not None:
                file.close()


def hello(command):
    """What a worker says of itself: version, settings, measures and mistakes."""
    try:
        said = subprocess.run([*command, "--hello"], stdin=subprocess.DEVNULL, capture_output=True)
    except OSError as error:
        raise WorkerError(f"'{command[0]}' cannot be started: {error.strerror}") from None
    if said.returncode != 0:
        raise WorkerError(said.stderr.decode(errors="replace").strip())
    return json.loads(said.stdout)
