"""Disks that are full or read-only, and other limits."""

import resource
import subprocess

from .bench import Failure, Skipped, fresh, limit, nothing_torn, same, tree


def run(bench):
    source = bench.small(6)
    whole = bench.whole(source)
    out = bench.place / "out"
    runs = 0
    for size in (1, 5, 20, 80):
        ending = bench.analyze(source, fresh(out), before=limit(resource.RLIMIT_FSIZE, size * 1024))
        refused(ending, out, whole, f"files of at most {size} KiB")
        bench.go_on(source, out, whole, f"files of at most {size} KiB")
        runs += 1
    for count in range(4, 40, 5 if bench.short else 1):
        ending = bench.analyze(source, fresh(out), before=limit(resource.RLIMIT_NOFILE, count))
        if ending.code not in (0, 2, 66, 70, 74, 127):
            raise Failure(f"{count} descriptors: exit code {ending.code}: {ending.messages}")
        if ending.code == 0:
            same(tree(out), whole, f"{count} descriptors")
        elif ending.code != 2:
            nothing_torn(out, whole, f"{count} descriptors")
        runs += 1
    with open("/dev/full", "wb") as nowhere:
        ending = bench.run("analyze", source, "--json", "-", output=nowhere)
    if ending.code != 74 or ending.messages.count("\n") != 1:
        raise Failure(f"standard output is full: exit code {ending.code}: {ending.messages}")
    yield f"{runs + 1} runs with limits of size and descriptors: 0 torn, every failure in one sentence"
    yield from on_disks(bench, source, whole)


def on_disks(bench, source, whole):
    disk = bench.place / "disk"
    disk.mkdir(exist_ok=True)
    if mount(disk, "size=1m") != 0:
        raise Skipped("no right to mount a small disk here")
    runs = 0
    try:
        out = disk / "out"
        for options in ("size=16k", "size=64k", "size=128k", "size=256k", "nr_inodes=6", "nr_inodes=14"):
            subprocess.run(["umount", disk], check=True)
            mount(disk, options)
            ending = bench.analyze(source, out)
            refused(ending, out, whole, f"a disk with {options}")
            subprocess.run(["mount", "-o", "remount,size=64m,nr_inodes=1000", disk], check=True)
            bench.go_on(source, out, whole, f"a disk with {options}")
            runs += 1
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        ending = bench.analyze(source, out)
        if ending.code != 74 or ending.messages.count("\n") != 1:
            raise Failure(f"read-only: exit code {ending.code}: {ending.messages}")
        runs += 1
    finally:
        subprocess.run(["umount", disk], check=False)
    yield f"{runs} runs on full and read-only disks: 0 torn, all complete after space was made"


def mount(place, options):
    return subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], stderr=subprocess.DEVNULL, check=False).returncode


def refused(ending, out, whole, what):
    if ending.code != 74 or ending.messages.count("\n") != 1:
        raise Failure(f"{what}: exit code {ending.code}, expected 74 and one sentence: {ending.messages}")
    nothing_torn(out, whole, what)
