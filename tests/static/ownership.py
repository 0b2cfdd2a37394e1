"""Each function in tests/ownership/refused.c misuses a borrowed reference; none may compile. accepted.c must."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = ["-std=gnu11", "-D_GNU_SOURCE", f"-I{ROOT}", "-c", "-o", "/dev/null", "-Wall", "-Wno-unused-function", "-Wno-unused-parameter",
         "-Werror=unused-result"]
QUALIFIERS = {"clang-19": "-Werror=incompatible-pointer-types-discards-qualifiers", "gcc": "-Werror=discarded-qualifiers"}


def compiles(compiler, text):
    command = [compiler, *FLAGS, QUALIFIERS[compiler], "-x", "c", "-"]
    return subprocess.run(command, input=text, text=True, capture_output=True, check=False)


def main():
    folder, failures = ROOT / "tests" / "ownership", []
    head, *misuses = re.split(r"^/\* refused: ", (folder / "refused.c").read_text(), flags=re.M)
    for compiler in filter(shutil.which, QUALIFIERS):
        good = compiles(compiler, (folder / "accepted.c").read_text())
        if good.returncode:
            failures.append(f"{compiler} refuses accepted.c:\n{good.stderr}")
        for misuse in misuses:
            if compiles(compiler, head + "/* " + misuse).returncode == 0:
                failures.append(f"{compiler} accepts: {misuse.splitlines()[0]}")
    print("\n".join(failures))
    return 1 if failures else 0


sys.exit(main())
