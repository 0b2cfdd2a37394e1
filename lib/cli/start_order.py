"""Writes lib/cli/start.order: the functions that starting and ending a program runs, and the data that it touches, for the
linker to lay side by side; and lib/cli/start.ld, which brings those together that have namesakes.

usage: start_order.py OURO

Pages of the program that hold one function needed at the start and fifteen that are not cost time and memory; so do pages
of data, and most those that are written. The list may lag behind the sources: names that are gone are ignored, new ones
stay where they were. Link-time optimisation tells functions of one name in several files apart by numbers, other ones at
each change of the sources: so a linker script takes all that have a name which the start needs. Needs valgrind.
"""
import bisect
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent.parent
PROGRAMS = (["-c", "pass"], ["-c", "import typing"], [str(HERE / "samples/documents/stack_vs_heap.py")])
HEAD = """# Functions that starting a program runs and data that it touches (lib/cli/start_order.py): they are linked side by side.
"""
DATA = "bBdDrR"  # kinds of symbols, as nm has them
SCRIPT = """/* Written by lib/cli/start_order.py: what runs at the start and has namesakes, which link-time optimisation numbers anew each
 * time; and what the system's own files have for the start. */
SECTIONS { .init : { *(.init) } .plt : { *(.plt) } } INSERT BEFORE .text;
SECTIONS { .text : { *crt*.o(.text)%s } } INSERT AFTER .plt;
SECTIONS { .rodata : {%s } } INSERT BEFORE .init;
/* C without exceptions unwinds no stacks: what the archives linked in have for that is left out. */
SECTIONS { /DISCARD/ : { *(.eh_frame) } } INSERT AFTER .text;
"""


def functions_run(command, binary):
    """Names of the functions of the binary itself that callgrind saw, in its order."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=%s" % profile, *command],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        lines = profile.read_text(encoding="utf-8").splitlines()
    objects, names, current = {}, {}, ""
    for line in lines:
        found = re.match(r"(c?)(ob|fn)=\((\d+)\)(?: (.*))?", line)
        if not found:
            continue
        called, kind, number, name = found.groups()
        known = objects if kind == "ob" else names
        if name:
            known[number] = name
        if kind == "ob" and not called:
            current = known[number]
        elif kind == "fn" and not called and current.endswith(binary):
            yield names[number]


def data_of(binary):
    """(address, end, name) of the data of the binary, by address."""
    symbols = []
    for line in subprocess.run(["nm", "-S", binary], capture_output=True, text=True, check=True).stdout.splitlines():
        fields = line.split()
        if len(fields) == 4 and fields[2] in DATA:
            symbols.append((int(fields[0], 16), int(fields[0], 16) + int(fields[1], 16), fields[3]))
    return sorted(symbols)


def data_touched(command, symbols):
    """Names of the data that is written, then of that which is only read."""
    trace = subprocess.run(["valgrind", "--tool=lackey", "--trace-mem=yes", *command], stdout=subprocess.DEVNULL,
                           stderr=subprocess.PIPE, text=True, check=False).stderr
    starts, touched = [start for start, _, _ in symbols], {"S": {}, "L": {}}
    for kind, place in re.findall(r"^ ([SLM]) ([0-9a-f]+),", trace, re.MULTILINE):
        address = int(place, 16)
        found = bisect.bisect(starts, address) - 1
        if found >= 0 and address < symbols[found][1]:
            touched["L" if kind == "L" else "S"][symbols[found][2]] = None
    return [*touched["S"], *touched["L"]]


def patterns(section, names):
    """Those of the names that are numbered, with all namesakes."""
    bases = sorted({re.sub(r"\.\d+$", "", name) for name in names if re.search(r"\.\d+$", name)})
    return "".join("\n        *(.%s.%s .%s.%s.*)" % (section, name, section, name) for name in bases)


def usual(names):
    return [name for name in names if re.fullmatch(r"[A-Za-z_][\w.]*", name) and not name.startswith("_")]


def main(ouro):
    functions, symbols = {}, data_of(ouro)
    for arguments in PROGRAMS:
        for name in functions_run([ouro, *arguments], Path(ouro).name):
            functions[re.sub(r"'\d+$", "", name)] = None  # so callgrind tells apart how deep a call recurses
    functions, data = usual(functions), usual(data_touched([ouro, *PROGRAMS[0]], symbols))
    with open(HERE / "lib/cli/start.ld", "w", encoding="ascii") as out:
        out.write(SCRIPT % (patterns("text", functions), patterns("rodata", data)))
    names = [name for name in functions + data if not re.search(r"\.\d+$", name)]
    with open(HERE / "lib/cli/start.order", "w", encoding="ascii") as out:
        out.write(HEAD + "".join(name + "\n" for name in names))
    print("%d names" % len(names))


if __name__ == "__main__":
    main(*sys.argv[1:])
