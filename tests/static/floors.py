"""Includes go down the floors of README.md only: a file may include its own floor and those below it."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = {"runtime/base": 0, "runtime": 1, "lexer": 1, "parser": 2, "compiler": 3, "vm": 4, "lib": 5}
BESIDE = {("runtime", "lexer"), ("lexer", "runtime")}  # on one floor, yet they do not know each other
MEETING = "vm/run.c"  # the one file that knows compiler/ and vm/


def room(path):
    folder = path.split("/")[0]
    return "runtime/base" if path.startswith("runtime/base/") else folder


def problems(path):
    mine = room(path)
    for number, line in enumerate((ROOT / path).read_text().splitlines(), 1):
        found = re.match(r'#include "((?:runtime|lexer|parser|compiler|vm|lib)/[^"]+)"', line)
        if not found:
            continue
        theirs = room(found[1])
        up = FLOORS[theirs] > FLOORS[mine] or (mine, theirs) in BESIDE
        sideways = mine == "vm" and theirs in ("compiler", "parser") and path not in (MEETING, "vm/run.h")
        front_end_object = mine in ("lexer", "parser") and theirs == "runtime"
        if up or sideways or front_end_object:
            yield f"{path}:{number}: {mine}/ must not include {found[1]}"


def main():
    files = [p for folder in ("runtime", "lexer", "parser", "compiler", "vm", "lib") for p in (ROOT / folder).rglob("*")]
    found = [x for p in sorted(files) if p.suffix in (".c", ".h", ".re", ".y") for x in problems(str(p.relative_to(ROOT)))]
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main())
