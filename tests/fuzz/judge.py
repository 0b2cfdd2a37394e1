"""The CPython 3.13 that answers are compared with."""

import os
import shutil
import subprocess
import sys


def is_judge(name):
    """Whether it runs and is a 3.13: what stands on the path may only say that it is not installed."""
    try:
        answer = subprocess.run([name, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout == "3 13\n"


def find_judge():
    for name in (os.environ.get("PYTHON313"), sys.executable, shutil.which("python3.13")):
        if name and is_judge(name):
            return name
    sys.exit(f"{os.path.basename(sys.argv[0])}: no python3.13 on the path that runs; name one in PYTHON313")
