"""`./dev bench --integers [WORDS]`: arithmetic on integers of 10 to a million digits, ouro beside python3.

Both answer from a process of their own and take turns; a figure is python3's processor time over ouro's, each the least
of some rounds, and of more of them where the two are close. A shared machine may be slow for seconds: all of it is done
PASSES times, and what is then not CLEAR up to MORE_PASSES times again, the least of all counting for both. A row ends
where python3 would make one wait for longer than PATIENCE seconds.
"""

import math
import subprocess
from statistics import geometric_mean

from harness.measure import FOLDER

SIZES = 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000
PATIENCE = 2
ROUND = 0.004  # seconds
ROUNDS, MORE_ROUNDS = 7, 28
CLOSE = 1.4  # times the other's
PASSES, MORE_PASSES = 3, 10
CLEAR = 1.1  # python3's time over ouro's


class Server:
    """An interpreter that runs this file."""

    def __init__(self, interpreter):
        self.process = subprocess.Popen([interpreter, FOLDER / "costs/integers.py"], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, what, number):
        self.process.stdin.write(f"{what} {number}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


def measure(servers, row):
    """Seconds that a row takes on each; None when one cannot do it."""
    first = [server.ask("row", row) for server in servers]
    if any(answer.startswith("error") for answer in first):
        return None
    counts = [max(1, min(100_000, int(ROUND / max(float(seconds), 1e-7)))) for seconds in first]
    best = [math.inf] * len(servers)
    take_turns(servers, counts, best, ROUNDS if max(map(float, first)) < 0.1 else 1)
    if max(best) < min(best) * CLOSE:
        take_turns(servers, counts, best, MORE_ROUNDS if max(best) < 0.02 else 1)
    return best


def take_turns(servers, counts, best, rounds):
    for _ in range(rounds):
        for i, server in enumerate(servers):
            seconds = float(server.ask("time", counts[i]))
            if seconds > 0:  # now and then the system's clock stands still
                best[i] = min(best[i], seconds)


def is_too_long(seconds, at):
    """Whether python3 would take too long for the next size, if cost goes on growing as it did."""
    if len(seconds) < 2 or not seconds[-1] or not seconds[-2] or at + 1 == len(SIZES):
        return False
    growth = math.log(seconds[-1][1] / seconds[-2][1]) / math.log(SIZES[at] / SIZES[at - 1])
    return seconds[-1][1] * (SIZES[at + 1] / SIZES[at]) ** min(max(growth + 0.3, 1), 3) > PATIENCE


def better(one, other):
    """The least of two measurements for each of the interpreters."""
    return [min(pair) for pair in zip(one, other)] if one and other else one or other


def is_clear(seconds):
    return not seconds or seconds[1] > seconds[0] * CLEAR


def measure_rows(ouro, words):
    """Lists of measurements by row."""
    servers = [Server(path) for path in (ouro, "/usr/bin/python3")]
    names = [servers[0].ask("name", row) for row in range(int(servers[0].ask("rows", 0)))]
    rows = [row for row, name in enumerate(names) if not words or any(word in name for word in words)]
    table = {names[row]: [None] * len(SIZES) for row in rows}
    wanted = [rows] * len(SIZES)
    for turn in range(PASSES + MORE_PASSES):
        for at in range(len(SIZES)):
            measure_size(servers, at, wanted[at], names, table)
            if turn == 0 and at + 1 < len(SIZES):
                wanted[at + 1] = [row for row in wanted[at] if not is_too_long(table[names[row]][:at + 1], at)]
            elif turn >= PASSES - 1:
                wanted[at] = [row for row in wanted[at] if not is_clear(table[names[row]][at])]
    return table


def measure_size(servers, at, rows, names, table):
    if rows:
        for server in servers:
            server.ask("size", SIZES[at])
    for row in rows:
        seconds = table[names[row]]
        seconds[at] = better(seconds[at], measure(servers, row))


def tell(ouro, words):
    table = measure_rows(ouro, words)
    print(f"{'':<36}" + "".join(f"{size:>10,}" for size in SIZES))
    for name, row in table.items():
        print(f"{name:<36}" + "".join(f"{s[1] / s[0]:>10.2f}" if s else f"{'':>10}" for s in row))
    ratios = [s[1] / s[0] for row in table.values() for s in row if s]
    below, mean = sum(r < 1 for r in ratios), geometric_mean(ratios)
    print(f"{len(ratios)} figures, {below} of them below 1, geometric mean {mean:.2f}")
