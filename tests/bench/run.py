"""`./dev bench`: runs the programs beside this file on ouro and on the other interpreters, and prints ratios.

A ratio is the other's median of whole-process user and system time over ouro's: above 1, ouro is faster. A run of all
programs writes RESULTS.md and results.svg; --record also keeps it as the run that later ones are compared with.
"""

import argparse
import datetime
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from harness import integers
from harness import natives as shares
from harness.chart import chart
from harness.costs import all_costs
from harness.measure import FOLDER, Broken, Progress, built, is_native_bound, median_costs, others, programs
from harness.report import number, page
from harness.results import below, change, got_slower, load_recorded, mean_memory, means, memory, save_recorded, speed


def first_line(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).split("  ")[0].split(" -- ")[0].strip().split("\n")[0]


def processor():
    """What the processor calls itself."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def machine():
    load = f"load {os.getloadavg()[0]:.1f} when it began"
    return f"{processor()}, {os.cpu_count()} threads, Linux {platform.release()}, {load}"


def versions(ouro, columns):
    names = {"python3": "/usr/bin/python3 --version", "lua5.4": "lua5.4 -v", "luajit -joff": "luajit -v"}
    commit = first_line(["git", "-C", str(FOLDER), "log", "-1", "--format=%h of %cs"])
    return [f"{first_line([ouro, '--version'])}, commit {commit}", *(first_line(names[c].split()) for c in columns)]


def head(columns):
    others_heads = "".join(f"{name:>13}" for name in columns)
    return f"{'program':<17}{'':<8}{'ouro, s':>8}{'MB':>7}{others_heads}{'memory':>8}{'since':>7}"


def line(name, bound, times, columns, recorded):
    moved = change(name, times, recorded)
    text = f"{name:<17}{bound:<8}{times['ouro'][0]:>8.3f}{times['ouro'][1] / 1024:>7.1f}"
    text += "".join(f"{number(speed(times, c)):>13}" for c in columns) + f"{number(memory(times)):>8}"
    text += f"{number(moved):>7}" if moved is not None else f"{'':>7}"
    return text + ("  SLOWER" if got_slower(name, times, recorded) else "")


def foot(measured, native, columns):
    total = means(measured, columns)
    ratios = "".join(f"{number(total[c]):>13}" for c in columns)
    print(f"{'geometric mean':<40}{ratios}{number(mean_memory(measured)):>8}")
    missed = below(measured, native)
    if missed:
        print(f"below 1.3 (natives: 1.0) to python3: {', '.join(missed)}")


def tell(costs):
    start, collector, front = costs["start-up"], costs["collector"]["ouro"], costs["front end"]
    print(f"start-up: {start['milliseconds']:.2f} ms more than an empty C program, {start['kilobytes']} KB resident, "
          f"{start['bytes'] / 1e6:.2f} MB stripped")
    print(f"collector: ten million live objects take {collector['on'] / collector['off']:.2f} of the time without, "
          f"longest pause {1000 * collector['longest']:.0f} ms")
    ratios = (front["ouro"][key] / front["python3"][key] for key in ("seconds", "kilobytes"))
    print("front end: {:.2f} of python3's time, {:.2f} of its memory".format(*ratios))
    for what, (small, large) in costs["scaling"]["ouro"].items():
        print(f"{large / small:>6.1f} times the cost for four times: {what}")


def measure_all(options, chosen, folder, recorded):
    launcher = built(folder, FOLDER / "harness" / "launch.c", "launch")
    columns, measured = others(), {}
    circumstances = {"date": datetime.date.today().isoformat(), "rounds": options.rounds, "machine": machine(),
                     "versions": versions(options.ouro, columns)}
    native = {p.stem for p in chosen if is_native_bound(p)}
    progress = Progress(len(chosen))
    print(head(columns), flush=True)
    for program in chosen:
        times = median_costs(launcher, options.ouro, program, options.rounds, progress)
        progress.done += 1
        progress.clear()
        measured[program.stem] = times
        print(line(program.stem, "natives" if program.stem in native else "", times, columns, recorded), flush=True)
    foot(measured, native, columns)
    if options.names:
        return
    source = Path(folder) / "empty.c"
    source.write_text("int main(void) { return 0; }\n")
    costs = all_costs(launcher, options.ouro, built(folder, source, "empty"), progress)
    progress.clear()
    tell(costs)
    run = {**circumstances, "programs": measured, "costs": costs}
    (FOLDER / "RESULTS.md").write_text(page(run, native, columns, recorded))
    (FOLDER / "results.svg").write_text(chart(measured, native))
    if options.record:
        save_recorded(run)


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description="Compares ouro with other interpreters here.")
    parser.add_argument("--ouro", type=lambda p: str(Path(p).resolve()), required=True, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5, help="how often each program runs (5)")
    parser.add_argument("--record", action="store_true", help="later runs are compared with this one (results.json)")
    parser.add_argument("--natives", action="store_true", help="tell which programs wait for natives, by perf")
    parser.add_argument("--integers", action="store_true", help="arithmetic on integers of 10 to a million digits")
    parser.add_argument("names", nargs="*", help="only programs with these in their names; writes nothing")
    options = parser.parse_args()
    if options.integers:
        return integers.tell(options.ouro, options.names)
    chosen = programs(options.names)
    if not chosen or options.record and options.names:
        parser.error("no such program" if not chosen else "--record is for a run of all programs")
    if options.natives:
        return shares.tell(options.ouro, chosen)
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure_all(options, chosen, folder, load_recorded())
    except Broken as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


sys.exit(main())
