class OnlyEnter:
    def __enter__(self): return self


class OnlyExit:
    def __exit__(self, *a): pass


class BadExit:
    def __enter__(self): return self
    def __exit__(self): pass


class RaisesInEnter:
    def __enter__(self): raise ValueError("in enter")
    def __exit__(self, *a): print("never")


class RaisesInExit:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("in exit")


for make in (OnlyEnter, OnlyExit, BadExit, RaisesInEnter, RaisesInExit, int):
    try:
        with make():
            print("body", make.__name__)
    except Exception as error:
        print(type(error).__name__, error)
try:
    with RaisesInExit():
        1 / 0
except KeyError as error:
    print(repr(error.__context__))
x = OnlyExit()
x.__enter__ = lambda: 1
try:
    with x: pass
except TypeError as error: print(error)
