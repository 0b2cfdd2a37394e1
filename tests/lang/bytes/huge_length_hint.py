"""A length hint for which there is no memory is an error; views that were released compare by identity."""


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return self.hint


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for hint in (0, 5, 3000000, 1 << 50, (1 << 62) + 1, -1, 1 << 70):
    attempt(bytes, Hinted(hint))
    attempt(bytearray, Hinted(hint))
    attempt(bytearray(b"x").extend, Hinted(hint))
attempt(bytes, Hinted((1 << 63) - 1))

view = memoryview(b"abc")
view.release()
print(view == view, view != view, view == b"abc", view == 5, view != 5, view == None, view.__ne__({}), view.__lt__(5))
attempt(view.hex)
attempt(view.hex, "", ())
attempt(view.hex, 5)
for error in [(("utf-8", None, "x", 1, "r"),), (("utf-8", b"", 0, 1, None),), (("utf-8", None, 0, 1, "r"),)]:
    attempt(UnicodeDecodeError, *error[0])
for number in (1, True, 2.5, 1 << 70, "f", None):
    attempt(lambda: vars(type("B", (), {})) and BlockingIOError(11, "m", number).args)
attempt(ExceptionGroup, None, [ValueError()])
