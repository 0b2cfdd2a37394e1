"""Runs the benchmark programs on ouro and on the other interpreters of this machine, interleaved, and prints ratios.

A ratio is the other's median of whole-process user and system time over ouro's: above 1, ouro is faster.
"""

import argparse
import math
import re
import resource
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
OTHERS = (("python3", "/usr/bin/python3", ".py"), ("lua5.4", "lua5.4", ".lua"), ("luajit -joff", "luajit", ".lua"), ("pypy3", "pypy3", ".py"))


class Broken(Exception):
    pass


def cost(command):
    """Seconds of user and system time, and the output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, cwd=FOLDER, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise Broken(done.stderr[-2000:])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def commands(options, program):
    found = {"ouro": [str(options.ouro), program.name]}
    for name, executable, ending in OTHERS:
        twin = program.with_suffix(ending)
        if shutil.which(executable) and twin.exists():
            found[name] = [executable, *name.split()[1:], twin.name]
    return found


def measure(options, program):
    """Median seconds by interpreter. One that cannot run the program is left out, but ouro must."""
    runners, times, outputs = commands(options, program), {}, {}
    for _ in range(options.rounds):
        for name, command in list(runners.items()):
            try:
                seconds, output = cost(command)
            except Broken:
                if name == "ouro":
                    raise
                del runners[name]
                continue
            times.setdefault(name, []).append(seconds)
            outputs[name] = output
    if "python3" in outputs and outputs["python3"] != outputs["ouro"]:
        raise Broken(f"{program.name}: ouro prints {outputs['ouro']!r}, python3 {outputs['python3']!r}")
    return {name: statistics.median(values) for name, values in times.items() if name in runners}


def startup(options):
    """Milliseconds that `ouro -c pass` takes more than an empty C program, and its resident memory in KB."""
    source = Path(options.ouro).parent / "empty.c"
    empty = source.with_suffix("")
    source.write_text("int main(void) { return 0; }\n")
    subprocess.run(["cc", "-O2", "-o", empty, source], check=True)
    ours, theirs, repeat = [], [], 20
    for _ in range(15):
        for command, into in (([str(options.ouro), "-c", "pass"], ours), ([str(empty)], theirs)):
            into.append(sum(cost(command)[0] for _ in range(repeat)) / repeat)
    # its own word for it: what wait4 tells of a child includes the parent's memory before exec
    status = subprocess.run([str(options.ouro), "-c", "print(open('/proc/self/status').read())"], capture_output=True, text=True, check=True)
    memory = int(re.search(r"VmHWM:\s*(\d+)", status.stdout)[1])
    return 1000 * (statistics.median(ours) - statistics.median(theirs)), memory


def mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ouro", type=lambda p: str(Path(p).resolve()), required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    programs = [p for p in sorted(FOLDER.glob("*.py")) if p.name != "run.py"]
    if options.names:
        programs = [p for p in programs if any(n in p.name for n in options.names)]
    columns = [name for name, executable, _ in OTHERS if shutil.which(executable)]
    print(f"{'program':<18}{'ouro, s':>9}" + "".join(f"{name:>14}" for name in columns), flush=True)
    ratios = {name: [] for name in columns}
    for program in programs:
        times = measure(options, program)
        row = f"{program.stem:<18}{times['ouro']:>9.3f}"
        for name in columns:
            if name in times:
                ratios[name].append(times[name] / times["ouro"])
            row += f"{times[name] / times['ouro']:>14.2f}" if name in times else f"{'':>14}"
        print(row, flush=True)
    print(f"{'geometric mean':<27}" + "".join(f"{mean(ratios[name]) if ratios[name] else float('nan'):>14.2f}" for name in columns))
    more, memory = startup(options)
    print(f"start-up: {more:.2f} ms more than an empty C program, {memory} KB resident")
    return 0


sys.exit(main())
