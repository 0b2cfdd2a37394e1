"""What is measured beside programs: start-up, the collector, the front end, and how cost grows."""

import statistics
import subprocess
from pathlib import Path

from harness.measure import FOLDER, cost

PYTHON = "/usr/bin/python3"


def figures(launcher, command):
    """The words of a program's output, line by line."""
    return [line.split() for line in cost(launcher, command, FOLDER / "costs")[2].splitlines()]


def start_up(launcher, ouro, empty):
    """Milliseconds more than an empty C program takes, kilobytes resident, bytes of the stripped binary."""
    times, repeat = {ouro: [], empty: []}, 20
    for _ in range(15):
        for command in times:
            arguments = [command, "-c", "pass"] if command == ouro else [command]
            times[command].append(sum(cost(launcher, arguments)[0] for _ in range(repeat)) / repeat)
    stripped = Path(empty).with_name("stripped")
    subprocess.run(["strip", "-o", stripped, ouro], check=True)
    return {
        "milliseconds": 1000 * (statistics.median(times[ouro]) - statistics.median(times[empty])),
        "kilobytes": statistics.median(cost(launcher, [ouro, "-c", "pass"])[1] for _ in range(repeat)),
        "bytes": stripped.stat().st_size,
    }


def collector(launcher, command):
    """Ten million live objects, with the collector and without; the least of five each. Nearly a gigabyte is asked of the
    system, whose pages take anything from one to three times as long from run to run, never less: a median tells of them."""
    rounds = [[figures(launcher, [command, "collector.py", how])[0] for how in ("on", "off")] for _ in range(5)]
    on, off = (min((turn[i] for turn in rounds), key=lambda turn: float(turn[0])) for i in (0, 1))
    seconds, count, total, longest = on
    return {"on": float(seconds), "off": float(off[0]), "collections": int(count), "pauses": float(total),
            "longest": float(longest)}


def front_end(launcher, command):
    rounds = [figures(launcher, [command, "front_end.py"])[0] for _ in range(3)]
    return {
        "lines": int(rounds[0][0]),
        "seconds": statistics.median(float(r[1]) for r in rounds),
        "kilobytes": statistics.median(int(r[2]) for r in rounds),
    }


def scaling(launcher, command):
    """{what: [seconds for n, seconds for 4n]}"""
    measured = [words for words in figures(launcher, [command, "scaling.py"]) if words[0] != "-"]
    return {" ".join(words[2:]): [float(words[0]), float(words[1])] for words in measured}


def all_costs(launcher, ouro, empty, progress):
    result = {}
    progress("start-up")
    result["start-up"] = start_up(launcher, ouro, empty)
    for name, measured in (("collector", collector), ("front end", front_end), ("scaling", scaling)):
        result[name] = {}
        for who, command in (("ouro", ouro), ("python3", PYTHON)):
            progress(f"{name}: {who}")
            result[name][who] = measured(launcher, command)
    return result
