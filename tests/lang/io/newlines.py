"""What each value of newline makes of the ends of lines, read and written."""
import io
import os

path = f"/tmp/ouro-newlines-{os.urandom(8).hex()}"
raw = b"one\r\ntwo\rthree\nfour\r\n\r\rlast"
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, "wb") as file:
        file.write(raw)
    print(repr(newline))
    with open(path, newline=newline) as file:
        print(list(file), file.newlines)
    with open(path, newline=newline) as file:
        print([file.read(3) for _ in range(11)])
    with open(path, newline=newline) as file:
        print([file.readline(2) for _ in range(16)])
    with open(path, "w", newline=newline) as file:
        print(file.write("a\nb\r\nc\rd\n"), file.tell())
    with open(path, "rb") as file:
        print(file.read())
    memory = io.StringIO("a\nb\r\nc\rd\n", newline=newline)
    print(repr(memory.getvalue()), list(memory), memory.newlines)
    memory.write("\r\nzz\n")
    memory.seek(0)
    print([memory.readline(2) for _ in range(10)], memory.newlines)
os.remove(path)

# What ends of lines were met is forgotten at the beginning and at the end.
for newline in (None, "", "\n"):
    file = io.TextIOWrapper(io.BytesIO(b"ab\r\nc\rd\n"), newline=newline)
    for step in (lambda: file.read(1), lambda: file.seek(0), lambda: file.read(3), lambda: file.seek(2), lambda: file.read(),
                 lambda: file.seek(0, 2), lambda: file.read(), lambda: file.seek(1), lambda: file.read(1)):
        print(repr(step()), repr(file.newlines), end=" ")
    print()
