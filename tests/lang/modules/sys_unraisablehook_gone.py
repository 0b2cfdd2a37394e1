"""When sys.unraisablehook is None, missing or fails, the exception is told on sys.stderr all the same."""
import io
import sys


class Dropped:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(self.name)


def told(name):
    before, sys.stderr = sys.stderr, io.StringIO()
    Dropped(name)
    text = sys.stderr.getvalue()
    sys.stderr = before
    return [line.split(" at 0x")[0] for line in text.splitlines() if line.startswith(("Exc", "Val", "Run"))]


def failing(unraisable):
    raise RuntimeError("the hook fails")


print(told("plain"))
sys.unraisablehook = None
print(told("none"))
sys.unraisablehook = failing
print(told("failing"))
del sys.unraisablehook
print(told("deleted"))
