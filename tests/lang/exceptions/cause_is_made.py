# "raise ... from C" makes an instance of C, which must be an exception; a tuple of an except clause holds only classes.
class Odd(Exception):
    def __new__(cls):
        return 5


class Failing(Exception):
    def __init__(self):
        raise KeyError("no instance")


for cause in (Odd, Failing, int, 5, ValueError, None):
    try:
        raise IndexError("i") from cause
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))

for handler in ((ValueError, (ZeroDivisionError,)), 5, (5,), ()):
    try:
        try:
            1 / 0
        except handler:
            print("handled")
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__))
