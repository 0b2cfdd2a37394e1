"""Writes the expected outputs of test programs by CPython 3.13: python3 tests/expect.py FILE...

FILE is NAME.py or a family of the corpus of wrong programs (corpus.py). NAME.out gets the standard output; NAME.err, when
the program ends in an exception, the last line of standard error; a family gets CPython's part of each case that has none.
The interpreter is $PYTHON313, or python3.13 on the path. A test whose expectation differs from CPython on purpose says
so in a comment and is written by hand.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus


def expect_program(python, path):
    done = subprocess.run([python, path.name], capture_output=True, cwd=path.parent or ".", stdin=subprocess.DEVNULL, check=False)
    folder = f"{path.parent.resolve()}/".encode()  # the harness leaves it out too
    path.with_suffix(".out").write_bytes(done.stdout.replace(folder, b""))
    error = path.with_suffix(".err")
    if done.returncode:
        error.write_text(done.stderr.decode().rstrip("\n").split("\n")[-1] + "\n")
    elif error.exists():
        error.unlink()


def expect_family(python, path):
    cases = corpus.read(path)
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            if case.expected is None:
                (Path(folder) / corpus.FILE_NAME).write_bytes(case.program)
                done = subprocess.run([python, *case.arguments], capture_output=True, cwd=folder, stdin=subprocess.DEVNULL, check=False)
                case.expected = corpus.printed(done)
                if not case.expected:
                    print(f"expect: CPython says nothing of '{case.name}' in {path.name}", file=sys.stderr)
    corpus.write(path, cases)


def main():
    python = os.environ.get("PYTHON313") or shutil.which("python3.13")
    if not python:
        sys.exit("expect: no python3.13 on the path; name one in PYTHON313")
    version = subprocess.run([python, "-V"], capture_output=True, check=False).stdout
    if not version.startswith(b"Python 3.13"):
        sys.exit(f"expect: {python} is not CPython 3.13")
    for name in sys.argv[1:]:
        path = Path(name)
        (expect_family if path.suffix == ".txt" else expect_program)(python, path)


main()
