# What is near stands in the buffer already; reading that is refused and positions beside it.
import io
import os


class Counted(io.RawIOBase):
    def __init__(self, data):
        self.inner = io.BytesIO(data)
        self.calls = []

    def readable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, room):
        self.calls.append("read")
        return self.inner.readinto(room)

    def seek(self, offset, whence=0):
        self.calls.append(("seek", offset, whence))
        return self.inner.seek(offset, whence)

    def tell(self):
        return self.inner.tell()


raw = Counted(bytes(range(40)))
b = io.BufferedReader(raw, 8)
print(b.read(3), b.seek(1), b.read(2), b.seek(2, 1), b.read1(), b.tell())
print(b.seek(-3, 1), b.read(2), b.seek(12), b.read(1), b.seek(-1, 1), b.read(1), b.seek(30), b.read(20))
print(b.seek(-4, 2), b.read(2), b.seek(38), b.read(), b.seek(0), b.read(1))
print(raw.calls.count("read"))
name = "seeking_in_what_was_read.tmp"
with open(name, "wb") as file:
    file.write(b"\xff\xfea\0\n\0 and more")
with open(name, "r+b", 5) as file:
    print(file.readline(1), file.seek(1, 1), file.read1(), file.seek(-2, 1), file.write(b"XY"), file.tell())
    print(file.seek(3), file.read(6), file.seek(4), file.write(b"Z"), file.seek(0), file.read())
with open(name, "ab", 0) as file:
    try:
        file.seek(-1)
    except OSError as error:
        print(error)
    print(file.seekable())
with open(name, "w") as file:
    for refused in (next, lambda f: f.read(3), lambda f: f.readline(), lambda f: f.readlines()):
        file.write("some")
        try:
            refused(file)
        except io.UnsupportedOperation as error:
            print(error, file.buffer.tell())
os.remove(name)
