# CPython 3.13 crashes here: it goes on with a buffer or a file that is no more.
import io
import sys


class Buffer(io.BytesIO):
    hook = None

    def call(self):
        hook, self.hook = self.hook, None
        if hook:
            try:
                hook()
            except RuntimeError as e:
                print(str(e).partition("<")[0])

    def flush(self): self.call()
    def tell(self): self.call(); return super().tell()
    def read1(self, n=-1): self.call(); return super().read1(n)
    def write(self, data): self.call(); return super().write(data)


def text():
    return io.TextIOWrapper(Buffer(b"one\ntwo\n"), encoding="utf-8", write_through=True)


for act in (lambda t: t.seek(0), lambda t: t.tell(), lambda t: t.read(1), lambda t: t.readline(), lambda t: t.write("x"),
            lambda t: t.flush(), lambda t: t.truncate(2), lambda t: t.reconfigure(encoding="utf-16")):
    for hook in (lambda: t.detach(), lambda: t.__init__(io.BytesIO())):
        t = text()
        t.buffer.hook = hook
        act(t)
        print(t.closed)


class Loses(io.TextIOWrapper):
    def flush(self):
        super().flush()
        self.flush = lambda: None
        try:
            self.detach()
        except RuntimeError:
            print("busy")


for act in (lambda t: t.seek(0), lambda t: t.tell(), lambda t: t.truncate(2), lambda t: t.detach(), lambda t: t.close(),
            lambda t: t.reconfigure(encoding="utf-16")):
    t = Loses(io.BytesIO(b"one"), encoding="utf-8")
    try:
        act(t)
        print("done")
    except ValueError as e:
        print(e)


# Standard files that are replaced while they work.
def replace(): sys.stdin = sys.stdout = None


out, sys.stdin = sys.stdout, text()
sys.stdin.buffer.hook = replace
line = input()
sys.stdout = text()
sys.stdout.buffer.hook = replace
print("nowhere", "y")
sys.stdout = out
print(line)
