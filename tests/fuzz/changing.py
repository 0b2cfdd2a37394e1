"""Worlds that change between the same accesses (changing_play.py), on Ouro and on CPython 3.13, compared line by line.

    tests/fuzz/changing.py [--seeds N] [--first S] [--steps K] [--show L] [--ouro PATH]

Shows the first line of each world that differs, and those before it. What is known to differ is not counted.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from judge import find_judge

PLAY = Path(__file__).parent / "changing_play.py"
BATCH = 20
SECONDS = 30
# Lines that may differ, as both answers in one text, and why.
EXPLAINED = [
    (r"partialmethod\._", "a function inside functools has another name"),
    (r"\(\) takes no arguments\n.*object.__new__\(\) takes exactly one", "CPython does not forget that a class had a __new__ once"),
]


def worlds(program, first, last, steps):
    try:
        done = subprocess.run([program, str(PLAY), str(first), str(last), str(steps)], capture_output=True, timeout=SECONDS, env=os.environ | {"PYTHONHASHSEED": "0"})
        text, end = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")[-1500:] if done.returncode else ""
    except subprocess.TimeoutExpired as late:
        text, end = (late.stdout or b"").decode(errors="replace"), "took too long"
    parts = re.split("(?m)^seed (?=[0-9]+$)", text + end)[1:]
    return {int(part.partition("\n")[0]): part.splitlines()[1:] for part in parts}


def is_explained(ours, theirs):
    return any(re.search(pattern, f"{ours}\n{theirs}") for pattern, _ in EXPLAINED)


def first_difference(ours, theirs):
    lines = max(len(ours), len(theirs))
    pairs = zip(ours + ["(nothing)"] * (lines - len(ours)), theirs + ["(nothing)"] * (lines - len(theirs)))
    return next((i for i, (a, b) in enumerate(pairs) if a != b and not is_explained(a, b)), None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--show", type=int, default=6, help="lines before a difference")
    parser.add_argument("--ouro", default="build/release/ouro")
    options = parser.parse_args()
    python = find_judge()
    different = total = 0
    end = options.first + options.seeds
    for first in range(options.first, end, BATCH):
        last = min(first + BATCH, end)
        ours, theirs = (worlds(program, first, last, options.steps) for program in (options.ouro, python))
        for seed in range(first, last):
            mine, other = ours.get(seed, []), theirs.get(seed, [])
            total += len(other)
            at = first_difference(mine, other)
            if at is None: continue
            different += 1
            before = "\n".join("    " + line for line in other[max(0, at - options.show):at])
            print(f"seed {seed}, line {at}:\n{before}\n  ouro    {' '.join(mine[at:at + 1])}\n  cpython {' '.join(other[at:at + 1])}", flush=True)
    print(f"{options.seeds} worlds, {total} lines, {different} worlds differ")
    sys.exit(different != 0)


if __name__ == "__main__":
    main()
