"""Ratios of a run and of the recorded one: the numbers behind the table, the report and the chart."""

import json
import math

from harness.measure import FOLDER

RECORDED = FOLDER / "results.json"
SLOWER = 0.93  # a ratio to python3 below this share of the recorded one is marked
NO_RATIO = float("nan")


def load_recorded():
    return json.loads(RECORDED.read_text()) if RECORDED.exists() else {"programs": {}}


def save_recorded(run):
    RECORDED.write_text(json.dumps(run, indent=1) + "\n")


def speed(times, other):
    """The other's time over ours: above 1, ouro is faster."""
    return times[other][0] / times["ouro"][0] if other in times else NO_RATIO


def memory(times):
    """Our peak over python3's: below 1, ouro needs less."""
    return times["ouro"][1] / times["python3"][1] if "python3" in times else NO_RATIO


def mean(ratios):
    """Geometric; programs without a ratio do not count."""
    known = [r for r in ratios if r == r]
    return math.exp(sum(map(math.log, known)) / len(known)) if known else NO_RATIO


def change(name, times, recorded):
    """How the ratio to python3 moved since the recorded run, or None when there is no such program."""
    before = recorded["programs"].get(name)
    if not before or "python3" not in times or "python3" not in before:
        return None
    return speed(times, "python3") / speed(before, "python3")


def got_slower(name, times, recorded):
    moved = change(name, times, recorded)
    return moved is not None and moved < SLOWER


def means(programs, columns):
    return {name: mean([speed(times, name) for times in programs.values()]) for name in columns}


def mean_memory(programs):
    return mean([memory(times) for times in programs.values()])


def below(programs, natives):
    """Programs that miss their least ratio to python3: 1.3, or 1.0 when natives take most of their time."""
    return [name for name, times in programs.items() if speed(times, "python3") < (1.0 if name in natives else 1.3)]
