# throw() refuses what is no exception where it would arrive: a generator that delegates gets the TypeError itself.
import warnings

warnings.simplefilter("ignore")


def inner():
    try:
        yield "inner"
    except GeneratorExit:
        print("inner left")
        raise


def outer():
    yield from inner()


for arguments in ((5,), (ValueError("a"), 5), (ValueError, None, 5)):
    for function in inner, outer:
        g = function()
        next(g)
        try:
            g.throw(*arguments)
        except TypeError as e:
            print(function.__name__, e)
        print(next(g, "over"))
        del g
