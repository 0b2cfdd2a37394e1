"""Runs programs on several interpreters, interleaved: median time and peak memory of whole processes."""

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
OTHERS = (("python3", "/usr/bin/python3", ".py"), ("lua5.4", "lua5.4", ".lua"), ("luajit -joff", "luajit", ".lua"))
NATIVE_MARK = "# native-bound"


class Broken(Exception):
    """A program failed, or printed something else than on python3."""


def built(folder, source, name):
    """A C program of ours, compiled into a folder."""
    target = Path(folder) / name
    subprocess.run(["cc", "-O2", "-o", target, source], check=True)
    return str(target)


def cost(launcher, command, folder=FOLDER):
    """Seconds of user and system time, kilobytes at the peak, and the output."""
    reading, writing = os.pipe()
    # the seed of hashes is fixed: what a run costs should not depend on luck
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    with os.fdopen(reading) as report:
        done = subprocess.run([launcher, str(writing), *command], capture_output=True, text=True, cwd=folder,
                              pass_fds=[writing], env=environment, check=False)
        os.close(writing)
        figures = report.read().split()
    if done.returncode:
        raise Broken(f"{' '.join(command)}: status {done.returncode}\n{done.stderr[-2000:]}")
    return int(figures[0]) / 1e6, int(figures[1]), done.stdout


def programs(names):
    """The programs whose name holds one of names; all of them without names."""
    found = [p for p in sorted(FOLDER.glob("*.py")) if p.name != "run.py"]
    return [p for p in found if not names or any(n in p.stem for n in names)]


def is_native_bound(program):
    return program.read_text().startswith(NATIVE_MARK)


def others():
    """Columns of the table: the interpreters that this machine has."""
    return [name for name, executable, _ in OTHERS if shutil.which(executable)]


def commands(ouro, program):
    result = {"ouro": [ouro, program.name]}
    for name, executable, ending in OTHERS:
        twin = program.with_suffix(ending)
        if shutil.which(executable) and twin.exists():
            result[name] = [executable, *name.split()[1:], twin.name]
    return result


def median_costs(launcher, ouro, program, rounds, progress):
    """{interpreter: [seconds, kilobytes]} of one program."""
    runners, seconds, memory, outputs = commands(ouro, program), {}, {}, {}
    for turn in range(rounds):
        for name, command in runners.items():
            progress(f"{program.stem}: {name}, round {turn + 1} of {rounds}")
            time, peak, outputs[name] = cost(launcher, command)
            seconds.setdefault(name, []).append(time)
            memory.setdefault(name, []).append(peak)
    if outputs.get("python3", outputs["ouro"]) != outputs["ouro"]:
        raise Broken(f"{program.name}: ouro prints {outputs['ouro']!r}, python3 {outputs['python3']!r}")
    return {name: [statistics.median(seconds[name]), statistics.median(memory[name])] for name in runners}


class Progress:
    """One line on a terminal that tells what runs now; nothing elsewhere."""

    def __init__(self, total):
        self.total = total
        self.done = 0
        self.shown = sys.stderr.isatty()

    def __call__(self, text):
        if self.shown:
            print(f"\r\033[K{self.done}/{self.total} {text}", end="", file=sys.stderr, flush=True)

    def clear(self):
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
