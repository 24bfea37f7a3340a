"""Stands in for `formcheck worker --tables`: answers each line with a line, and does as some lines say."""

import os
import signal
import sys
import time
from pathlib import Path


def answer(line, reps="", findings=""):
    print(f'{line}\n{{"reps":{len(reps)},"findings":{len(findings)}}}\n{reps}{findings}', end="")


skip = int(sys.argv[sys.argv.index("--skip") + 1]) if "--skip" in sys.argv else 0
marks = Path(sys.argv[1])
for number, line in enumerate(sys.stdin.buffer, 1):
    if number <= skip:
        continue
    word = line.strip()
    answer(f'{{"recording":"{word.decode()}"}}')
    if word == b"two":
        answer('{"recording":"two","person":"1"}', "two\n", '"rows of\n{""input"":1}"\n' * 2)
    if word == b"long":
        answer('{"recording":"' + "x" * (1 << 20) + '"}')
    if word == b"half":
        print('{"recording":"half"}\n{"reps":10,"findings":0}\nrows')
    if word in (b"die", b"half") or (word == b"die once" and not (marks / "died").exists()):
        (marks / "died").touch()
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == b"sleep":
        time.sleep(60)
    if word == b"leave":
        print("so it goes", file=sys.stderr)
        sys.exit(70)
    lines = 2 if word in (b"two", b"long") else 1
    print(f'{{"input":{number},"lines":{lines}}}', flush=True)
