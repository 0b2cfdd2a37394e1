class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value):
        self.value = value

a, b = Single(1), Single(2)
print(a is b, a.value)

class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")

print(Other())

class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())

class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

print(Upper("abc"), type(Upper("a") + "b").__name__, Pair(1, 2), Pair(1, 2)[0])
for bad in (lambda: object(1), lambda: Upper(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: Single()):
    try: bad()
    except TypeError as error: print(error)
class BadInit:
    def __init__(self): return 5
try: BadInit()
except TypeError as error: print(error)
