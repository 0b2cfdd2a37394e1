"""The raw file, the buffer and the text over it: names, modes, reprs, classes; files of one's own in between."""
import io
import os

path = f"/tmp/ouro-layers-{os.urandom(8).hex()}"
with open(path, "w") as file:
    file.write("hello\nworld\n")
for mode in ("r", "r+", "a", "rb", "rb+", "ab"):
    with open(path, mode) as file:
        layer = file
        while layer is not None:
            print(repr(layer).replace(path, "PATH"), layer.name == path, getattr(layer, "mode", None),
                  [kind.__name__ for kind in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)
                   if isinstance(layer, kind)])
            layer = getattr(layer, "buffer", None) or getattr(layer, "raw", None)


class Raw(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, room):
        count = min(len(room), 3, len(self.data))
        room[:count] = self.data[:count]
        self.data = self.data[count:]
        return count


class Sink(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        print("sink", bytes(data))
        return len(data)


raw = Raw(b"hello\nworld\n")
print(raw.read(2), raw.readline(), raw.readall(), raw.read(), raw.closed, raw.writable())
print(list(io.BufferedReader(Raw(b"one\ntwo\nthree"))))
print(io.TextIOWrapper(io.BufferedReader(Raw("zwölf\nelf".encode())), "utf-8").readlines())
print(io.BufferedReader(Raw(b"abcdef")).read(4), io.BufferedReader(Raw(b"abcdef")).read1(10))
writer = io.BufferedWriter(Sink(), 4)
for data in (b"ab", b"cd", b"ef", b"0123456789"):
    writer.write(data)
writer.close()
pair = io.BufferedRWPair(Raw(b"abc"), Sink())
print(pair.read(2), pair.write(b"zz"))
pair.close()
for wrong in (lambda: io.BufferedReader(Sink()), lambda: io.BufferedWriter(Raw(b"")), lambda: io.BufferedReader(Raw(b""), 0),
              lambda: io.BufferedRandom(Raw(b"")), lambda: io.TextIOWrapper(5)):
    try:
        wrong()
    except Exception as problem:
        print(type(problem).__name__, problem)
descriptor = os.open(path, os.O_RDONLY)
with open(descriptor, closefd=False) as file:
    print(file.read(), file.name == descriptor)
os.close(descriptor)
os.remove(path)
