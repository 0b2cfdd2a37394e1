"""Random programs (grammar.py) on Ouro and on CPython 3.13: what they print must be the same, and the last line of their error.

    tests/fuzz/programs.py [--seeds N] [--first S] [--save FOLDER] [--ouro PATH]

Of a program that differs, statements are left out as long as it still does; what is left is shown with both answers, and
saved. The same seed makes the same program.
"""

import argparse
import ast
import os
import re
import subprocess
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grammar import PRELUDE, program
from judge import find_judge

SECONDS = 20
ADDRESS = re.compile("at 0x[0-9a-f]{6,}")
# Lines that may differ, as both answers in one text, and why.
EXPLAINED = []


def answer(command, text, folder):
    """What a program prints, as lines, the last of its error behind them; None when it does not end."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", dir=folder) as file:
        file.write(text)
        file.flush()
        try:
            done = subprocess.run([*command, file.name], capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return None
    lines = done.stdout.decode(errors="replace").splitlines()
    if done.returncode: lines += [f"status {done.returncode}", *done.stderr.decode(errors="replace").strip().splitlines()[-1:]]
    return [ADDRESS.sub("at 0x", line) for line in lines]


def difference(ours, theirs):
    """The first two lines that differ, or None."""
    if ours is None or theirs is None: return None if ours is theirs else (str(ours is None), str(theirs is None))
    length = max(len(ours), len(theirs))
    for pair in zip(ours + ["(nothing)"] * (length - len(ours)), theirs + ["(nothing)"] * (length - len(theirs))):
        if pair[0] != pair[1] and not any(re.search(pattern, "\n".join(pair)) for pattern, _ in EXPLAINED): return pair
    return None


class Pair:
    """The two interpreters."""

    def __init__(self, ouro, python, folder):
        self.commands = [[ouro, "-W", "ignore"], [python, "-I", "-S", "-W", "ignore"]]
        self.folder = folder

    def compare(self, text):
        return difference(*(answer(command, text, self.folder) for command in self.commands))

    def smaller(self, text):
        """The program with as few statements as show a difference of the same kind."""
        head = len(PRELUDE.splitlines())
        kind = lambda found: found and [re.sub("[0-9]+", "", line)[:12] for line in found]
        wanted, at = kind(self.compare(text)), 0
        while True:
            tree = ast.parse(text)
            bodies = [body for node in ast.walk(tree) for name in ("body", "orelse", "finalbody", "handlers", "cases") if isinstance(body := getattr(node, name, None), list)]
            places = [(body, index) for body in bodies for index in range(len(body) - 1, -1, -1) if body[index].__dict__.get("lineno", head + 1) > head]
            if at >= len(places): return text
            body, index = places[at]
            body[index:index + 1] = [] if len(body) > 1 else [ast.Pass()] if isinstance(body[index], ast.stmt) and not isinstance(body[index], ast.Pass) else body[index:]
            less = PRELUDE + ast.unparse(ast.Module(ast.parse(ast.unparse(ast.fix_missing_locations(tree))).body[PARTS:], [])) + "\n"
            if less != text and kind(self.compare(less)) == wanted: text = less
            else: at += 1


PARTS = len(ast.parse(PRELUDE).body)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--save", default="build/fuzz-programs", help="folder for programs that differ")
    parser.add_argument("--ouro", default="build/release/ouro")
    options = parser.parse_args()
    python = find_judge()
    warnings.simplefilter("ignore")
    save = Path(options.save)
    save.mkdir(parents=True, exist_ok=True)
    different = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as workers:
        pair = Pair(str(Path(options.ouro).resolve()), python, folder)
        seeds = range(options.first, options.first + options.seeds)
        for seed, found in zip(seeds, workers.map(lambda seed: pair.compare(program(seed)), seeds)):
            if not found: continue
            different += 1
            least = pair.smaller(program(seed))
            (save / f"{seed}.py").write_text(least)
            ours, theirs = pair.compare(least) or found
            print(f"seed {seed}:\n{least[len(PRELUDE):]}  ouro    {ours}\n  cpython {theirs}\n", flush=True)
    print(f"{options.seeds} programs, {different} differ")
    sys.exit(different != 0)


if __name__ == "__main__":
    main()
