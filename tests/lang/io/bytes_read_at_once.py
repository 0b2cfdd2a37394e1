# How much the layers of a file ask of the one below, and attributes that are read from a struct.
import contextvars, io, types


class Raw(io.RawIOBase):
    def __init__(self, data):
        self.data, self.asked = data, []

    def readable(self):
        return True

    def readinto(self, buffer):
        self.asked.append(len(buffer))
        part, self.data = self.data[:len(buffer)], self.data[len(buffer):]
        buffer[:len(part)] = part
        return len(part)


for size in (1, 2, 3, 4, 5, 7, 8, 9, 11):
    raw = Raw(b"0123456789" * 3)
    file = io.BufferedReader(raw, 4)
    print(size, file.read(size), file.read(size), raw.asked, end=" ")
    raw = Raw(b"0123456789" * 3)
    file, room = io.BufferedReader(raw, 4), bytearray(size)
    print(file.readinto(room), room, file.read1(size), file.readinto1(room), raw.asked)
for size in (0, 1, 4, 5, -1):
    raw = Raw(b"0123456789" * 3)
    file = io.BufferedReader(raw, 4)
    print(file.read1(size), file.read1(size), file.peek(), file.read1(size), raw.asked)

raw = Raw("l1\r\nl2\rl3\né\n".encode())
text = io.TextIOWrapper(io.BufferedReader(raw, 4), encoding="utf-8")
text._CHUNK_SIZE = 1
print([text._CHUNK_SIZE, text.readline(), text.read(1), text.newlines, text.readlines(), text.newlines])
for size in (0, -1, "x", 1.5, 2 ** 64):
    try:
        text._CHUNK_SIZE = size
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    del text._CHUNK_SIZE
except AttributeError as error:
    print(error)

for owner, name in ((io.TextIOWrapper, "encoding"), (io.TextIOWrapper, "buffer"), (io.TextIOWrapper, "errors"),
                    (io.TextIOWrapper, "line_buffering"), (io.BufferedReader, "raw"), (io.BufferedReader, "closed"),
                    (io.FileIO, "_blksize"), (types.TracebackType, "tb_frame"), (types.TracebackType, "tb_lasti"),
                    (types.CoroutineType, "cr_origin"), (contextvars.ContextVar, "name")):
    print(repr(vars(owner)[name]), end=" ")
print()
for name in ("encoding", "buffer", "errors", "closed", "name"):
    try:
        setattr(text, name, 1)
        print(name, "can be set")
    except AttributeError as error:
        print(name, error)
