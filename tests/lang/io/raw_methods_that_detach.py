# A method of the raw file, or flush(), takes the raw file away while the buffered one is at work.
# CPython 3.13 calls a method of nothing then, a SystemError.
import io


class Raw(io.RawIOBase):
    act = None

    def now(self):
        act, Raw.act = Raw.act, None
        if act:
            try:
                act()
            except (RuntimeError, ValueError) as error:
                print(type(error).__name__, str(error)[:21])

    def readable(self):
        return True

    writable = readable

    def seekable(self):
        self.now()
        return True

    def readinto(self, room):
        room[:4] = b"abcd"
        return 4

    def write(self, data):
        return len(data)

    def seek(self, offset, whence=0):
        self.now()
        return offset

    def tell(self):
        return 4


def attempt(function, *args):
    try:
        print(function(*args))
    except ValueError as error:
        print(error)


file = io.BufferedReader(Raw())
print(file.read(2))
Raw.act = file.detach
attempt(file.seek, 100)
file = io.BufferedRandom(Raw())
print(file.write(b"xyz"))
Raw.act = file.detach
attempt(file.seek, 0, 2)


class Detaching(io.BufferedWriter):
    def flush(self):
        if not self.detached:
            self.detached = True
            super().detach()


for method in ("detach", "close"):
    file = Detaching(Raw())
    file.detached = False
    attempt(getattr(file, method))
    file.detached = True
