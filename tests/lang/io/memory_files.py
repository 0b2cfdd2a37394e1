"""StringIO and BytesIO: positions behind the end, all widths of characters, views, states."""
import io


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as problem:
        print(type(problem).__name__, problem)


text = io.StringIO("abc")
text.seek(5)
text.write("z")
print(repr(text.getvalue()))
text.seek(1)
text.write("é€😀")
print(repr(text.getvalue()), text.tell(), text.truncate(2), repr(text.getvalue()), text.seek(0, 2))
text = io.StringIO("a\nb\nc")
print(next(text), text.readlines(), repr(text.read()), list(text), text.seek(2), text.read(1), text.read())
print(io.StringIO(None).read() == "", io.StringIO(newline=None).newlines, text.isatty(), text.encoding, text.errors)
attempt(io.StringIO, 5)
attempt(io.StringIO, "", "x")
attempt(text.write, b"x")
attempt(text.seek, -1)
attempt(text.seek, 1, 1)
attempt(text.truncate, -1)
attempt(text.fileno)
attempt(text.detach)
print(text.__getstate__())
text.__setstate__(("abc", "\n", 1, {"extra": 1}))
print(text.read(), text.extra)

data = io.BytesIO(b"hello world")
view = data.getbuffer()
view[0] = 72
attempt(data.write, b"longer than before")
attempt(data.close)
view.release()
print(data.getvalue(), data.seek(14), data.write(b"!"), data.getvalue(), data.truncate(3), data.tell(), data.getvalue())
data.seek(0)
print(data.read1(2), data.readinto(bytearray(5)), data.read(), list(io.BytesIO(b"a\nb\n\nc")))
print(data.seek(-1, 2), data.read(), data.readlines(), io.BytesIO(b"a\nb\nc\n").readlines(3))
attempt(io.BytesIO, "x")
attempt(data.write, "x")
attempt(data.seek, -1)
attempt(data.readinto, b"x")
print(io.BytesIO(b"xy").__getstate__(), io.BytesIO(None).getvalue())
with io.BytesIO() as data:
    data.writelines([b"a", bytearray(b"b"), memoryview(b"c")])
    print(data.getvalue())
print(data.closed)


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


upper = Upper()
print("hello", 1, file=upper, sep="-")
upper.note = 5
print(repr(upper.getvalue()), upper.note, [line for line in Upper("x\ny")])
