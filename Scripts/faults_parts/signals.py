"""Interruptions in the middle of a recording, and readers who leave."""

import os
import signal
import subprocess
import time

from .bench import Failure, fresh


def run(bench):
    out = bench.place / "out"
    for number in (signal.SIGINT, signal.SIGTERM):
        # A recording that never ends: the program waits for the rest of it.
        reading, writing = os.pipe()
        child = subprocess.Popen(
            [str(bench.program), "analyze", "-", "-o", str(fresh(out))], stdin=reading, stderr=subprocess.PIPE)
        os.close(reading)
        os.write(writing, b"frame,left_hip_x\n0,1\n")
        time.sleep(0.5)
        started = time.monotonic()
        child.send_signal(number)
        child.wait(timeout=10)
        seconds = time.monotonic() - started
        os.close(writing)
        if child.returncode != 128 + number or seconds > 2:
            raise Failure(f"signal {number}: exit code {child.returncode} after {seconds:.1f} s")
        yield f"signal {int(number):2} while a recording is read: exit code {child.returncode} after {seconds:.2f} s"
    source = bench.inputs(2)
    child = subprocess.Popen(
        [str(bench.program), "analyze", str(source), "--json", "-", "-q"], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE)  # fmt: skip
    child.stdout.read(100)
    child.stdout.close()
    messages = child.stderr.read().decode()
    if child.wait(timeout=20) != 74 or messages.count("\n") != 1:
        raise Failure(f"a reader who leaves: exit code {child.returncode}: {messages}")
    yield f"a reader who leaves: exit code 74, {messages.strip()!r}"
