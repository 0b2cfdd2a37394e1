# A class whose instances are no exceptions: throwing it raises TypeError where the generator stands.
class E(Exception):
    def __new__(cls, *args):
        return cls


class Fails(Exception):
    def __init__(self):
        raise KeyError("in __init__")


def waits():
    try:
        yield
    except Exception as error:
        print("inside", type(error).__name__, error)


for thrown in E, Fails:
    g = waits()
    next(g)
    try:
        g.throw(thrown)
    except StopIteration:
        print("ended")
for thrown in 5, int:
    g = waits()
    next(g)
    try:
        g.throw(thrown)
    except TypeError as error:
        print(error)
    print(next(g, "went on"))
