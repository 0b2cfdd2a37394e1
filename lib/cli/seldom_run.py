"""Writes lib/cli/seldom_run.csv: functions of the files that are compiled for speed (hot_sources) in which no program is known
to spend time. They are compiled for size all the same: seldom ones as far as that goes (minsize), the rest with speed in mind
(optsize).

usage: seldom_run.py OURO ARCHIVE

OURO has debugging information and was built without a list, since one that calls instead of inlining hides in whose callers the
time goes; ARCHIVE is its libouro_hot.a. The programs are those of the bench, the samples, starting, and each line of
statements.txt, which is a program of its own: natives that a program may wait for. No program spends more than the share named
below in all functions of the list together. The list may lag behind the sources: names that are gone are ignored, new functions
are compiled for speed. Needs perf and valgrind.

Programs that are not here have other needs: what instructions, calls and objects do (ANY_PROGRAM) gets no more than optsize
when no program here does it, and what numbers, text and containers do (TYPES) is compiled for speed, save for what is seldom by
its nature.
"""
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
HERE = FOLDER.parent.parent
OUTPUT = FOLDER / "seldom_run.csv"
HEAD = "# Functions of hot files in which programs spend no time (lib/cli/seldom_run.py): they are compiled for size.\n"
SHARE_OF_PROGRAM = 0.01  # of the samples of one, that all functions of the list may take
SHARE_OF_STATEMENT = 0.03
SHARE_OF_START = 0.01  # of the instructions
STARTS = "pass", "import typing, dataclasses, json"
SECONDS = 0.15  # that a statement runs
ANY_PROGRAM = re.compile(
    "vm_(interp_|bind|function|generator|vm|run)|runtime_(slice|method|object|error|exception|gc|instance|shape|super|attribute|type|"
    "dispatch|signature|native|protocol_|base_mem)")
TYPES = re.compile("runtime_(base_utf8|bigint|int|float|str|bytes|list|tuple|dict|set|sort|range|percent|format|iter)|"
                   "lib_(builtins|math|itertools|collections|heapq|bisect|functools|operator)")
SELDOM_BY_NATURE = re.compile(
    "refuse|repr|sizeof|reduce$|setstate|^get_|^type_(get|runtime|set|full|shown)_|^handle_(INTRINSIC|CHECK_EG|SETUP_ANN|DELETE|CLEANUP|"
    "SET_FUNC|LOAD_(DICT_OR|BUILD|LOCALS|ASSERTION)|MATCH_MAPPING|.*(ASYNC|ANEXT|AITER|AWAIT))")
REPEATED = """\
import time
%s
end = time.perf_counter() + %s
while time.perf_counter() < end:
    for _ in range(20):
        %s
"""


def addresses_run(command):
    """Counter of the addresses that perf saw."""
    with tempfile.NamedTemporaryFile() as data:
        subprocess.run(["perf", "record", "-q", "-F", "1500", "-o", data.name, *command],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=False)
        text = subprocess.run(["perf", "script", "-i", data.name, "-F", "ip"], capture_output=True, text=True, check=True).stdout
    return Counter(text.split())


def addresses_of_start(ouro, program):
    """Counter of the addresses that a short program runs, exactly."""
    with tempfile.TemporaryDirectory() as folder:
        profile, stripped = Path(folder) / "profile", Path(folder) / "ouro"
        subprocess.run(["strip", "-o", stripped, ouro], check=True)  # valgrind does not know what clang writes for debuggers
        subprocess.run(["valgrind", "--tool=callgrind", "--dump-instr=yes", "--compress-pos=no",
                        f"--callgrind-out-file={profile}", stripped, "-c", program], stderr=subprocess.DEVNULL, check=True)
        text = re.sub(r"^calls=.*\n.*\n", "", profile.read_text(encoding="utf-8"), flags=re.MULTILINE)
    counts = Counter()
    for address, count in re.findall(r"^0x(\w+) \d+ (\d+)$", text, re.MULTILINE):
        counts[address] += int(count)
    return counts


def functions_at(ouro, addresses):
    """{address: names of the functions that are there, inlined ones and those they are inlined into}."""
    command = ["llvm-symbolizer-19", "--inlines", "--functions=linkage", "-e", ouro]
    lines = "\n".join("0x" + address for address in addresses)
    answer = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    return {address: frames.split("\n")[::2] for address, frames in zip(addresses, answer.strip().split("\n\n"))}


def programs(ouro):
    """Yields (command, share of its samples that functions of the list may take)."""
    for folder in "tests/bench", "samples":
        for path in sorted((HERE / folder).glob("*.py")):
            if path.name != "run.py":
                yield [ouro, str(path)], SHARE_OF_PROGRAM
    setup = ""
    for line in (FOLDER / "statements.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            yield [ouro, "-c", REPEATED % (setup, SECONDS, line[2:])], SHARE_OF_STATEMENT
        elif line and not line.startswith("#"):
            setup = line


def functions_of(archive):
    """{function: the objects that have one of that name}."""
    lines = subprocess.run(["llvm-nm-19", "--defined-only", archive], capture_output=True, text=True, check=True).stdout
    found, name = defaultdict(set), ""
    for words in map(str.split, lines.splitlines()):
        if len(words) == 1:
            name = Path(words[0]).name
        elif len(words) > 1 and words[-2] in ("t", "T"):
            found[words[-1]].add(name)
    return found


def spends_time(counts, names, share):
    """The functions but for those that take least: together they take no more than this share."""
    per_function = Counter()
    for address, count in counts.items():
        per_function.update(dict.fromkeys(names[address], count))
    left, found = share * counts.total(), set(per_function)
    for function, count in reversed(per_function.most_common()):
        left -= count
        if left < 0:
            break
        found.remove(function)
    return found


def how_compiled(function, objects):
    """What clang is told about a function that no program here runs; None: nothing."""
    if SELDOM_BY_NATURE.search(function):
        return "minsize"
    if any(map(TYPES.match, objects)):
        return None
    return "optsize" if any(map(ANY_PROGRAM.match, objects)) else "minsize"


def main(ouro, archive):
    counted = [(addresses_run(command), share) for command, share in programs(ouro)]
    counted += [(addresses_of_start(ouro, program), SHARE_OF_START) for program in STARTS]
    names = functions_at(ouro, sorted(set().union(*(counts for counts, _ in counted))))
    run = set().union(*(spends_time(counts, names, share) for counts, share in counted))
    seldom = sorted((name, how_compiled(name, objects))
                    for name, objects in functions_of(archive).items() if name not in run)
    OUTPUT.write_text(HEAD + "".join(f"{name},{how}\n" for name, how in seldom if how), encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
