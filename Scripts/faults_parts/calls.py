"""The n-th system call fails, for every n until nothing is left to fail."""

from .bench import Failure, Skipped, fresh, have, nothing_torn, tree, same, with_rejected

CALLS = {"write": "write", "fsync": "fsync", "rename": "renameat,rename", "open": "openat,open", "close": "close"}
ERRORS = ("EIO", "ENOSPC", "EINTR", "KILL")


def run(bench):
    if not have("strace"):
        raise Skipped("strace is not installed")
    source = bench.small(2)
    whole = bench.whole(source, "--jobs", "1")
    out = bench.place / "out"
    log = bench.place / "strace.log"
    everything = 0
    for name, calls in CALLS.items():
        for error in ERRORS[::3] if bench.short else ERRORS:
            runs = codes_zero = 0
            for suffix in ("", "+"):
                # An interruption that never ends is none: the kernel gives EINTR and goes on.
                if suffix and (error in ("EINTR", "KILL") or bench.short):
                    continue
                number = 1
                while True:
                    if bench.short and number > 40:
                        break
                    fault = f"signal={error}" if error == "KILL" else f"error={error}"
                    prefix = ["strace", "-f", "-qq", "-o", log, "-e", f"trace={calls}",
                              "-e", f"inject={calls}:{fault}:when={number}{suffix}"]  # fmt: skip
                    what = f"{name} {number}{suffix} {error}"
                    ending = bench.analyze(source, fresh(out), "--jobs", "1", prefix=prefix)
                    runs += 1
                    was_injected = error == "KILL" and ending.code != 0 or b"(INJECTED)" in log.read_bytes()
                    check(bench, source, out, whole, ending, what)
                    codes_zero += ending.code == 0 and was_injected
                    if not was_injected:
                        break
                    number += 7 if bench.short else 1
            everything += runs
            yield f"{name:6} {error:6} {runs:5} runs, {codes_zero} of them none the worse: 0 torn"
    yield f"{everything} runs in all"


def check(bench, source, out, whole, ending, what):
    # A sidecar that cannot be opened costs its recording a warning, and the exit code nothing.
    results = out / "results.ndjson"
    is_warned = ending.code == 0 and b'"code":"sidecar_unreadable"' in results.read_bytes()
    if ending.code == 0 and not is_warned:
        # Without its own file to look at, the program keeps a ledger that the next run does not trust.
        same(tree(out), whole, what, (".formcheck-ledger",))
        return
    if (ending.code == 2 or is_warned) and (out / "run.json").exists():
        with_rejected(out, whole, what)
    else:
        nothing_torn(out, whole, what)
        if (out / "run.json").exists():
            same(tree(out), whole, what, tuple(n for n in {**whole, **tree(out)} if n.startswith(".formcheck")))
    # Every thread counts its own calls: the sentence itself may have met the fault, and an input too,
    # which then has a sentence of its own.
    log = (bench.place / "strace.log").read_bytes().splitlines()
    is_mute = any(b"write(2," in line and b"(INJECTED)" in line for line in log)
    lines = ending.messages.splitlines()
    about_output = sum(": cannot be written: " in line for line in lines)
    are_sentences = all(line.startswith("formcheck: ") for line in lines)
    if ending.code in (73, 74) and not (are_sentences and about_output == 1) and not is_mute:
        raise Failure(f"{what}: expected one sentence, found: {ending.messages}")
    if ending.code not in (0, 2, 66, 70, 73, 74, 75, 126, 127, 137, -9) and ending.code >= 0:
        raise Failure(f"{what}: exit code {ending.code}: {ending.messages}")
    if ending.code < 0 and ending.code != -9:
        raise Failure(f"{what}: ended by signal {-ending.code}")
    again = bench.analyze(source, out, "--jobs", "1")
    if again.code != 0:
        raise Failure(f"{what}: going on ends with {again.code}: {again.messages}")
    same(tree(out), whole, f"{what}, then going on", ("run.json",))
