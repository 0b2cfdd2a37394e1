"""What a raw file that would block does not take stays in the buffer as far as it fits; the error tells how much was taken."""
import io


class Raw(io.RawIOBase):
    """Takes as many bytes as each step of the plan says; None: it would block."""

    def __init__(self, *plan):
        self.plan, self.taken = list(plan), []

    def writable(self):
        return True

    def write(self, data):
        count = self.plan.pop(0) if self.plan else len(data)
        if count is None:
            return None
        self.taken.append(bytes(data[:count]))
        return len(self.taken[-1])


def attempt(function, *args):
    try:
        return function(*args)
    except BlockingIOError as error:
        return error.strerror, error.characters_written


for plan in [(), (None,), (3, None), (3, None, None, 4, None), (2,) * 9, (8, None), (None, None, None)]:
    raw = Raw(*plan)
    file = io.BufferedWriter(raw, 8)
    print(plan)
    for data in (b"abcd", b"efghijkl", b"mn", b"o" * 20, b"p" * 8):
        print(attempt(file.write, data), raw.taken)
    print(attempt(file.flush), attempt(file.flush), raw.taken)


class Meddling(io.RawIOBase):
    """Uses the buffer above from inside."""

    action = None

    def readable(self):
        return True

    writable = seekable = readable

    def seek(self, *place):
        return 0

    def meddle(self):
        action, self.action = self.action, None
        if action:
            try:
                print(action())
            except (RuntimeError, io.UnsupportedOperation) as error:
                print(type(error).__name__, str(error)[:22])

    def write(self, data):
        self.meddle()
        return len(data)

    def readinto(self, room):
        self.meddle()
        room[:] = b"x" * len(room)
        return len(room)


for name, args in [("write", (b"a",)), ("flush", ()), ("close", ()), ("tell", ()), ("seek", (0,)), ("read", (3,)),
                   ("peek", ()), ("readline", ()), ("readinto", (bytearray(4),))]:
    for kind in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom):
        raw = Meddling()
        file = kind(raw, 1000)
        if not hasattr(file, name):
            continue
        raw.action = lambda: getattr(file, name)(*args)
        print(name, kind.__name__)
        if kind is io.BufferedReader:
            print(file.read(5))
        else:
            print(file.write(b"a" * 990), file.write(b"b" * 100), file.write(b"c" * 5000), file.flush())
        file.detach()
