"""Writes the expected outputs of test programs by CPython 3.13: python3 tests/expect.py FILE.py...

NAME.out gets the standard output; NAME.err, when the program ends in an exception, the last line of standard error.
The interpreter is $PYTHON313, or python3.13 on the path. A test whose expectation differs from CPython on purpose says
so in a comment and is written by hand.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def main():
    python = os.environ.get("PYTHON313") or shutil.which("python3.13")
    if not python:
        sys.exit("expect: no python3.13 on the path; name one in PYTHON313")
    for name in sys.argv[1:]:
        path = Path(name)
        done = subprocess.run([python, path.name], capture_output=True, cwd=path.parent or ".", stdin=subprocess.DEVNULL, check=False)
        folder = f"{path.parent.resolve()}/".encode()  # the harness leaves it out too
        path.with_suffix(".out").write_bytes(done.stdout.replace(folder, b""))
        error = path.with_suffix(".err")
        if done.returncode:
            error.write_text(done.stderr.decode().rstrip("\n").split("\n")[-1] + "\n")
        elif error.exists():
            error.unlink()


main()
