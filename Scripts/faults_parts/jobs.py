"""Numbers of jobs and levels of vectors."""

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
