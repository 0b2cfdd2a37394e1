# What the base classes of files answer, and what a subclass that has few methods gets from them.
import io
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
print(io.text_encoding(None), io.text_encoding("x"), io.text_encoding(5), attempt(io.text_encoding), attempt(io.open_code, "/nowhere/x"), attempt(io.open_code, b"x"), attempt(io.open_code, 5))
with io.open_code(__file__) as h: print(type(h), h.mode, h.readline()[:6])
b = io.IOBase()
for m in ("_checkClosed", "_checkReadable", "_checkWritable", "_checkSeekable"): print(m, attempt(getattr(b, m)))
raw = io.FileIO(__file__); print([attempt(getattr(raw, m)) for m in ("_checkClosed", "_checkReadable", "_checkWritable", "_checkSeekable")], raw.closefd, raw.readinto(bytearray(4)), attempt(raw.readinto, b"a"), attempt(raw.readinto, 5)); raw.close(); print([attempt(getattr(raw, m)) for m in ("_checkClosed", "_checkReadable", "_checkWritable", "_checkSeekable")], attempt(raw.readinto, bytearray(3)))
r = io.RawIOBase(); print(attempt(r.readinto, bytearray(1)), attempt(r.write, b""), attempt(r.read), attempt(r.readall))
bb = io.BufferedIOBase(); print([attempt(getattr(bb, m), bytearray(1)) for m in ("readinto", "readinto1", "write")], [attempt(getattr(bb, m)) for m in ("read", "read1", "detach")])
class Half(io.BufferedIOBase):
    def read(self, n): return b"x" * (n // 2)
    def read1(self, n): return b"y" * (n // 3)
room = bytearray(6); print(Half().readinto(room), room, Half().readinto1(room), room)
class Bad(io.BufferedIOBase):
    def read(self, n): return "text"
    def read1(self, n): return b"too long" * n
print(attempt(Bad().readinto, room), attempt(Bad().readinto1, room))
t = io.TextIOBase(); print([attempt(getattr(t, m)) for m in ("read", "readline", "detach")], attempt(t.write, ""), t.encoding, t.errors, t.newlines)
s = io.StringIO(); print(s.line_buffering, s.encoding, s.errors, s.newlines)
class R(io.RawIOBase):
    def readable(self): return True
    def readinto(self, b): return None
print(R().read(3), R().readall())
