import sys

def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print(sys.exc_info()[0].__name__)
        raise

try:
    f()
except ZeroDivisionError as error:
    print("again", error, error.__context__)
print(sys.exc_info())
try:
    try:
        raise ValueError("first")
    except ValueError as first:
        try:
            raise KeyError("second")
        except KeyError as second:
            raise first
except ValueError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))

def chain():
    try:
        raise ValueError("low")
    except ValueError as low:
        raise RuntimeError("high") from low

try:
    chain()
except RuntimeError as error:
    print(repr(error.__cause__), error.__cause__ is error.__context__)
    error.__cause__ = None
    print(error.__suppress_context__)
e = ValueError().with_traceback(None)
print(e.__traceback__, repr(sys.exception()))
