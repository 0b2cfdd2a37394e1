"""Writes lib/cli/start.order: the functions that starting and ending a program runs, for the linker to lay side by side.

usage: start_order.py OURO

Pages of the program that hold one function needed at the start and fifteen that are not cost time and memory. The list may
lag behind the sources: names that are gone are ignored, new ones stay where they were. Needs valgrind.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent.parent
PROGRAMS = (["-c", "pass"], ["-c", "import typing"], [str(HERE / "samples/documents/stack_vs_heap.py")])
HEAD = """# Functions that starting a program runs (lib/cli/start_order.py): they are linked side by side.
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


def main(ouro):
    found = {}
    for arguments in PROGRAMS:
        for name in functions_run([ouro, *arguments], Path(ouro).name):
            plain = re.sub(r"['.]\d+$", "", name)  # copies and namesakes are told apart by a number
            if re.fullmatch(r"[A-Za-z_]\w*", plain) and not plain.startswith("_"):
                found[plain] = None
    with open(HERE / "lib/cli/start.order", "w", encoding="ascii") as out:
        out.write(HEAD + "".join(name + "\n" for name in found))
    print("%d functions" % len(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
