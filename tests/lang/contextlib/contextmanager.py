from contextlib import contextmanager


@contextmanager
def doubled(x):
    "what it does"
    print("enter", x)
    try:
        yield x * 2
    except ValueError as error:
        print("caught", error)
    finally:
        print("exit", x)


with doubled(3) as value:
    print(value)
with doubled(4):
    raise ValueError("v")
try:
    with doubled(5):
        raise KeyError("k")
except KeyError as error:
    print(repr(error), error.__context__)
print(doubled.__doc__, doubled.__name__, doubled(1).__doc__)


@doubled(7)
def decorated(a, b=1):
    "its own text"
    return a + b


print(decorated(1), decorated(2, b=3), decorated.__name__, decorated.__doc__)
