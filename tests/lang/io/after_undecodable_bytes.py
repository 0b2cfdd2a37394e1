# a text file goes on after bytes that it could not decode
import io
import os

path = "/tmp/ouro-test-undecodable-%d" % os.getpid()
for data, encoding in ((b"y" * 9, "utf-16"), (b"\r\n\r\r\n\n", "utf-16"), (b"ok\n\xff\nend\n", "utf-8"), (b"a\xff", "ascii"),
                       (b"abc", "utf-32"), (b"\xff\xfea", "utf-16")):
    with open(path, "wb") as file:
        file.write(data)
    for buffering in (-1, 2):
        with open(path, encoding=encoding, buffering=buffering) as file:
            for step in (file.readline, lambda: next(file), lambda: file.read(1), file.readlines, lambda: file.seek(0), file.read):
                try:
                    print(encoding, ascii(step()))
                except (UnicodeDecodeError, StopIteration, OSError) as error:
                    print(encoding, type(error).__name__, error)
os.remove(path)

# A line that cannot be read is gone, with what was decoded of it.
file = io.TextIOWrapper(io.BytesIO(b"a\nb"), encoding="utf-16-le")
try:
    print(file.readline())
except UnicodeDecodeError as error:
    print(error)
print([file.tell(), file.reconfigure(encoding="latin-1"), file.readline(), file.tell(), file.seek(0), file.readlines()])
file = io.TextIOWrapper(io.BytesIO(b"ab\ncd\nef"), encoding="ascii")
file._CHUNK_SIZE = 2
print([(file.readline(limit), file.tell()) for limit in (1, -1, 1, 9, -1, -1)])


class Once(io.BytesIO):
    calls = 0

    def read1(self, size=-1):
        self.calls += 1
        if self.calls == 2:
            raise OSError("the second time")
        return super().read1(size)


file = io.TextIOWrapper(Once(b"abcdefgh\nij"), encoding="ascii")
file._CHUNK_SIZE = 4
try:
    file.readline()
except OSError as error:
    print([error, file.tell(), file.readline(), file.tell()])
