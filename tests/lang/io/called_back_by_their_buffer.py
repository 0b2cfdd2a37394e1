import io


class Buffer(io.BufferedIOBase):
    """A buffer whose methods run `hook` once."""

    def __init__(self, data=b""):
        self.file, self.hook, self.sizes = io.BytesIO(data), None, []

    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True

    def call(self):
        hook, self.hook = self.hook, None
        if hook:
            try:
                hook()
            except (RuntimeError, ValueError) as e:
                print(type(e).__name__)

    def read(self, n=-1): self.call(); return self.file.read(n)
    read1 = read
    def seek(self, *args): self.call(); return self.file.seek(*args)
    def tell(self): self.call(); return self.file.tell()
    def flush(self): self.call()
    def write(self, data): self.call(); self.sizes.append((bytes(data[:1]), len(data))); return len(data)


def text(data=b"", **settings):
    return io.TextIOWrapper(Buffer(data), encoding="utf-8", **settings)


# What is written meanwhile comes behind what was waiting.
for size in 8190, 8192, 20000:
    t = text()
    t.write("abc")
    t.write("d" * 8188)
    t.buffer.hook = lambda: t.write("m" * 8000)
    t.write("g" * size)
    t.write("h" * 8192)
    t.flush()
    print(t.buffer.sizes)

# Reading again, seeking and flushing inside of reading.
for hook in (lambda: t.read(2), lambda: t.seek(0), lambda: t.flush(), lambda: t.readline(), lambda: t.write("x")):
    t = text(b"one\ntwo\n")
    t.buffer.hook = hook
    print(repr(t.read(3)), end=" ")
    t.buffer.hook = hook
    try:
        print(repr(t.readline()))
    except ValueError as e:
        print(e)
