# What only a hook of sys keeps alive is finalised when nothing can be printed any more.
import sys
import warnings


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("deleted", self.name)
        raise ValueError


def wait():
    try:
        yield
    finally:
        print("closed", Loud)


sys.unraisablehook = lambda what: print("unraisable", what.exc_value)
sys.excepthook = lambda *args: Loud
kept = Loud("kept")
warnings.note = Loud("note")
waiting = wait()
next(waiting)
sys.keep = waiting
print("end")
