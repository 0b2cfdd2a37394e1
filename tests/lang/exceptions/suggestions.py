class Point:
    def __init__(self):
        self.horizontal = 1

    def normalize(self):
        return self.horizonal


length = 5
for code in ("lenght", "pint(1)", "Point().normalise", "Point().normalize()", "[].apend(1)", "import sys; sys.pth", "math.pi", "xyzzy_abc"):
    try:
        exec(code)
    except (NameError, AttributeError) as error:
        print(type(error).__name__, error)


def f():
    counter = 1
    return countr


try:
    f()
except NameError as error:
    print(error)
