"""print() to files of one's own; input() from a standard input that was replaced."""
import io
import sys


class Angles(io.TextIOBase):
    def write(self, text):
        sys.stdout.write("<" + text + ">")
        return len(text)


class Brackets:
    def write(self, text):
        sys.stdout.write("[" + text + "]")


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(type(problem).__name__, problem)


print("a", "b", file=Angles())
print("a", file=Angles(), flush=True)
print("x", 2, file=Brackets(), sep="", end="!")
print()
attempt(print, "x", file=5)
attempt(print, "x", file=Brackets(), flush=True)
sys.stdin = io.StringIO("line1\nline2")
attempt(input)
attempt(input, "prompt> ")
attempt(input)
old = sys.stdout
sys.stdout = io.StringIO()
print("captured")
captured = sys.stdout.getvalue()
sys.stdout = old
print(repr(captured))
sys.stdout = None
print("nothing")
sys.stdout = old
sys.stdin = Brackets()
attempt(input)
for file in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
    print(file.name, file.mode, file.encoding, file.fileno(), file.readable(), file.writable(),
          file.buffer.name, file.errors)
sys.stdout.reconfigure(errors="replace")
print("one\nline", sys.stdout.errors)
