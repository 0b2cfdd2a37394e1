"""Arguments, modes and calls that open() and files refuse."""
import io
import os

path = f"/tmp/ouro-refused-{os.urandom(8).hex()}"


def attempt(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(repr(result))
    except Exception as problem:
        print(type(problem).__module__, type(problem).__name__, str(problem).replace(path, "PATH"))


for mode in ("q", "rw", "", "b", "bt", "rr", "U", "r+w", "w++"):
    attempt(open, path, mode)
for settings in ({"buffering": 0}, {"newline": "x"}, {"newline": 5}, {"encoding": 5}, {"errors": 5}, {"buffering": "a"},
                 {"closefd": False}, {"mode": 5}):
    attempt(open, __file__, **settings)
attempt(open, __file__, "rb", encoding="ascii")
attempt(open, __file__, "rb", errors="strict")
attempt(open, __file__, "rb", newline="")
attempt(open, __file__, encoding="nope")
attempt(open, __file__, opener=lambda name, flags: -1)
attempt(open, __file__, opener=lambda name, flags: "x")
attempt(open, "/nope/x")
attempt(open, b"/nope")
attempt(open, "/tmp")
attempt(open, "a\0b")
attempt(open, 5.5)
attempt(open, None)
attempt(open, 999)
attempt(open, -1)

with open(path, "w") as file:
    for call in (file.read, file.readline, lambda: next(file), lambda: file.write(5), lambda: file.write(b"x"),
                 lambda: file.writelines([1]), lambda: file.seek(1, 1), lambda: file.seek(-1), lambda: file.seek(-1, 2),
                 lambda: file.seek(0, 5), lambda: file.read("a")):
        attempt(call)
attempt(open, path, "x")
with open(path) as file:
    attempt(file.write, "x")
    attempt(file.truncate)
    attempt(next, file)
    attempt(file.detach().write, b"x")
    attempt(file.read)
with open(path, "wb") as file:
    for call in (file.read, file.readline, lambda: next(file), lambda: file.write("x"), lambda: file.write(5)):
        attempt(call)
with open(path, "rb") as file:
    for call in (lambda: file.seek(-1), lambda: file.read(-5), lambda: file.readinto(b"x"), lambda: file.write(b"x")):
        attempt(call)
with open(path, "rb", 0) as file:
    attempt(file.write, b"x")
with open(path, "wb", 0) as file:
    attempt(file.read)
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError))
os.remove(path)
