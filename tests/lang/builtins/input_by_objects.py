"""input() on files of a program: what cannot be flushed does not matter, what cannot be written does."""
import sys

out = sys.stdout


class Writes:
    def write(self, text):
        out.write("<%s>" % text)


class Breaks(Writes):
    def flush(self):
        raise ValueError("no flush")


class Flushes:
    def flush(self):
        out.write("flushed ")

    def write(self, text):
        raise ValueError("no write")


class Lines:
    def readline(self):
        return "line\n"


sys.stdin = Lines()
for kind in (Writes, Breaks, Flushes):
    sys.stdout = kind()
    for prompt in ((), ("prompt",)):
        try:
            result = input(*prompt)
        except ValueError as exc:
            result = exc
        out.write(repr(result) + "\n")
sys.stdout = out
