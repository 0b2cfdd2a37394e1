"""A __getattribute__ that is an unbound super object asks itself without end: an exception, not a crash."""


class Odd:
    pass


odd = Odd()
Odd.__getattribute__ = super(int)
try:
    odd.attribute
except RecursionError as e:
    print(type(e).__name__)
