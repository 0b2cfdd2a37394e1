"""Which programs spend more than half of their time in natives, by `perf record` and the debug information of a build.

A sample counts by the file of its function: vm/ is bytecode, other files of ours and libraries are natives. What both
sides use (allocation, release, attributes by shape, the collector) and the kernel count for neither.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from harness.measure import FOLDER, is_native_bound

SHARED = re.compile(r"runtime/(base/mem|object|gc|instance|shape|type|state|error|exception|code)[a-z_]*\.[ch]$")
FREQUENCY = "1500"
DOUBT = 5  # so near to 50 in 100 a program may be marked either way


def output(command):
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=FOLDER).stdout


def files_of(ouro):
    """{function: its source file}, of all functions in the binary."""
    symbols = [line.split() for line in output(["nm", "--defined-only", ouro]).splitlines()]
    code = [(words[0], words[2]) for words in symbols if len(words) == 3 and words[1] in "tT"]
    command = ["llvm-symbolizer-19", "--inlines", "--output-style=JSON", f"--obj={ouro}"]
    found = {}
    for start in range(0, len(code), 500):
        part = code[start : start + 500]
        described = json.loads(output(command + [f"0x{address}" for address, _ in part]))
        for (_, name), about in zip(part, described):
            # the last frame is the function itself, those before it are inlined into it
            found[name] = about["Symbol"][-1]["FileName"] if about.get("Symbol") else ""
    return found


def side(symbol, library, files):
    """Who a sample counts for: bytecode, natives or neither."""
    if "kernel" in library:
        return "neither"
    path = files.get(symbol, "")
    if "/vm/" in path:
        return "bytecode"
    return "neither" if SHARED.search(path) or symbol in ("malloc", "free", "realloc", "calloc") else "natives"


def share(ouro, program, files):
    """The share of natives in 100, and the functions with the most samples."""
    counts, functions = Counter(), Counter()
    with tempfile.NamedTemporaryFile() as data:
        output(["perf", "record", "-q", "-F", FREQUENCY, "-o", data.name, ouro, program.name])
        text = output(["perf", "script", "-i", data.name, "-F", "ip,sym,dso"])
    for _, symbol, *_, library in map(str.split, filter(str.strip, text.splitlines())):
        counts[side(symbol, library, files)] += 1
        functions[symbol] += 1
    known = counts["bytecode"] + counts["natives"]
    return 100 * counts["natives"] / max(known, 1), functions.most_common(4), sum(counts.values())


def tell(ouro, chosen):
    """Prints the share of natives for each program. A mark that does not fit is an error."""
    files, wrong = files_of(ouro), 0
    print(f"{'program':<18}{'natives':>8}  functions with the most samples")
    for program in chosen:
        natives, most, total = share(ouro, program, files)
        fits = abs(natives - 50) < DOUBT or (natives > 50) == is_native_bound(program)
        wrong += not fits
        listed = ", ".join(f"{name} {100 * count / total:.0f}" for name, count in most)
        warning = "" if fits else "   <- the mark says otherwise"
        print(f"{program.stem:<18}{natives:>8.0f}  {listed}{warning}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(tell(sys.argv[1], [Path(p) for p in sys.argv[2:]]))
