# readlines(hint) stops behind the hint; truncate() of a text file cuts where its buffer is; newlines that are refused
import io
import os

path = "/tmp/ouro-test-hints-%d" % os.getpid()
with open(path, "wb") as file:
    file.write(b"abc\nde\nf\ng")
for hint in range(-1, 12):
    lines = [io.BytesIO(b"abc\nde\nf\ng").readlines(hint), io.StringIO("abc\nde\nf\ng").readlines(hint)]
    for options in (("r",), ("rb",), ("rb", 0), ("rb", 2)):
        with open(path, *options) as file:
            lines.append(file.readlines(hint))
    print(hint, [len(found) for found in lines])
with open(path, "r+") as file:
    print(file.readline(), file.truncate(), file.tell(), file.seek(0), file.read())
    print(file.seek(2), file.truncate(), file.seek(0), file.read())
with open(path, "r+b", 2) as file:
    for size in (1, 1, 2, 3):
        print(file.write(b"x" * size), file.raw.tell(), file.tell())
text = io.TextIOWrapper(io.BytesIO(b"a\r\nb\n"))
for newline in ("x", 5, b"", "\ud800"):
    for call in (lambda: text.reconfigure(newline=newline), lambda: io.TextIOWrapper(io.BytesIO(), newline=newline)):
        try:
            call()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
print(text.readlines(), text.newlines, text.readlines(), text.reconfigure(newline=""))
try:
    text.seek(0), text.readline(0), text.reconfigure(newline="")
except io.UnsupportedOperation as error:
    print(error)
for base in (io.BufferedWriter(io.BytesIO()), io.TextIOBase(), io.BufferedIOBase()):
    for size in ((), (None,), ("x",), (3,)):
        try:
            base.read(*size)
        except (TypeError, io.UnsupportedOperation) as error:
            print(type(error).__name__, error)
os.remove(path)
