import warnings


def f(a, b):
    c = 1
    return c


warnings.simplefilter("error")
try:
    f.__code__.co_lnotab
except DeprecationWarning as warning:
    print(warning)
warnings.simplefilter("ignore")
print(type(f.__code__.co_lnotab), [f.__code__._varname_from_oparg(i) for i in range(3)])
for place in (3, "x"):
    try:
        f.__code__._varname_from_oparg(place)
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
