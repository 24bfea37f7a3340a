"""kill -9 at random moments."""

import signal
import subprocess
import time

from .bench import Failure, fresh, nothing_torn, same, tree


def run(bench):
    source = bench.inputs(2 if bench.short else 10)
    out = bench.place / "out"
    whole = bench.whole(source)
    started = time.monotonic()
    bench.analyze(source, fresh(out))
    length = time.monotonic() - started
    rounds = 8 if bench.short else 200
    faster = 0
    for number in range(rounds):
        fresh(out)
        has_finished = False
        # Every fourth is killed several times in a row.
        for _ in range(4 if number % 4 == 3 else 1):
            child = subprocess.Popen(
                [str(bench.program), "analyze", str(source), "-o", str(out), "-q"], stderr=subprocess.DEVNULL)
            time.sleep(bench.random.uniform(0, length * 1.1))
            child.send_signal(signal.SIGKILL)
            child.wait()
            has_finished = has_finished or (out / "run.json").exists()
            nothing_torn(out, whole, f"kill {number}")
        again = bench.analyze(source, out)
        if "with this file alone in work" in again.messages:
            # Kills in a row may meet one file twice, which is then left out as it should be.
            has_finished = True
            again = bench.analyze(source, out, "--fresh")
        if again.code != 0:
            raise Failure(f"kill {number}: going on ends with {again.code}: {again.messages}")
        # After a run that finished, the account says that files were taken over.
        same(tree(out), whole, f"kill {number}", ("run.json",) if has_finished else ())
        faster += has_finished
    yield f"{rounds} rounds of kill -9 and going on ({faster} were too late): 0 torn, one tree"
