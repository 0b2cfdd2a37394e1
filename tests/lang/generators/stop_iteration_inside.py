def leaks():
    yield 1
    next(iter([]))
try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))
def raises():
    yield
    raise StopIteration("x")
try:
    list(raises())
except RuntimeError as error:
    print(error)
def running():
    try:
        next(me)
    except ValueError as error:
        print(error)
    yield 1
me = running()
next(me)
def early():
    return 5
    yield
try:
    next(early())
except StopIteration as stop:
    print(stop.value)
try:
    print([next(iter([])) for _ in range(1)])
except StopIteration:
    print("plain in a list")
