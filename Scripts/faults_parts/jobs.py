"""Numbers of jobs, levels of vectors, and sizes of the pieces in which input comes."""

import os

from .bench import Failure, fresh, have, same, tree

#: What the C library is to believe the processor cannot do.
TUNABLES = "GLIBC_TUNABLES=glibc.cpu.hwcaps="
LEVELS = {
    "all vectors": [],
    "no AVX-512": ["env", TUNABLES + "-AVX512F,-AVX512VL,-AVX512BW,-AVX512DQ,-AVX512CD"],
    "no AVX": ["env", TUNABLES + "-AVX2_Usable,-FMA_Usable,-AVX2,-FMA,-AVX,-AVX_Usable,-FMA4,-AVX512F"],
}
#: A processor that has none of it, simulated, for code that asks the processor itself.
OLD = "qemu-x86_64"


def run(bench):
    source = bench.inputs(2)
    whole = bench.whole(source, "--angles")
    prefixes = dict(LEVELS)
    if have(OLD):
        prefixes["a processor of 2008"] = [OLD, "-cpu", "Nehalem"]
    runs = 0
    for jobs in (1, 2, 3, 8):
        for level, prefix in prefixes.items():
            out = fresh(bench.place / "out")
            ending = bench.analyze(source, out, "--angles", "--jobs", jobs, prefix=prefix)
            if ending.code != 0:
                raise Failure(f"{jobs} jobs, {level}: exit code {ending.code}: {ending.messages}")
            same(tree(out), whole, f"{jobs} jobs, {level}")
            runs += 1
    yield f"{runs} runs with 1, 2, 3 and 8 jobs at {len(prefixes)} levels ({', '.join(prefixes)}) of vectors: one tree"
    yield from pieces(bench, prefixes)


def pieces(bench, prefixes):
    """A recording and one that is too long to be taken as a whole, through pipes."""
    table = next(path for path in sorted(bench.inputs(2).rglob("*.csv"))).read_bytes()
    head, _, rows = table.partition(b"\n")
    # Its clock goes back with every copy, which costs rows: there is something to tell of.
    long = head + b"\n" + rows * (1 + (1 << 20) // len(rows))
    runs = 0
    for what, content in {"a recording": table, "a long recording": long}.items():
        said = set()
        for jobs in (1, 2, 3, 8):
            for size in (1, 17, 4096, 65536):
                if size == 1 and (bench.short or len(content) > 1 << 20):
                    continue
                for prefix in prefixes.values():
                    with fed(content, size) as feed:
                        options = ("-", "--json", "-", "-q", "--jobs", jobs, "--limit", "whole=1048576")
                        ending = bench.run("analyze", *options, prefix=prefix, feed=feed)
                    if ending.code != 0 or not ending.output:
                        raise Failure(f"{what} in pieces of {size}: exit code {ending.code}: {ending.messages}")
                    said.add(ending.output)
                    runs += 1
        if len(said) != 1:
            raise Failure(f"{what} gives {len(said)} different results")
    yield f"{runs} runs on input in pieces of 1, 17, 4,096 and 65,536 bytes at all of these: one result each"


def fed(content, size):
    """The reading end of a pipe that a process of its own fills with pieces of so many bytes."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(reading)
        try:
            for start in range(0, len(content), size):
                os.write(writing, content[start : start + size])
        except BrokenPipeError:
            pass
        os._exit(0)
    os.close(writing)
    return os.fdopen(reading, "rb")
