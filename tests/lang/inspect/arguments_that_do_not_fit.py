"""What bind() says of a call that does not fit."""
import inspect


def tried(function, *args, **kwargs):
    try:
        print(inspect.signature(function).bind(*args, **kwargs))
    except TypeError as error:
        print(error)


def open_ended(a, /, b, *rest, c=1, **named):
    pass


def strict(a, b, /, *, c):
    pass


def mixed(a, b=1, *args, d):
    pass


for function in (open_ended, strict, mixed):
    tried(function)
    tried(function, 1)
    tried(function, 1, 2)
    tried(function, 1, 2, 3, c=4)
    tried(function, 1, 2, c=1, d=1)
    tried(function, a=1, b=2, c=3)
    tried(function, 1, b=2, c=3)
    tried(function, 1, 2, b=3)
    tried(function, 1, 2, rest=3)
