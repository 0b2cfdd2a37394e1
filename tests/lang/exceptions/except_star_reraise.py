# What comes out of except*: clauses that raise anew, that reraise, that reraise a part; and what they handle.
import sys


def show(error, depth=0):
    print("  " * depth, repr(error) if not isinstance(error, BaseExceptionGroup) else f"group {error.message!r}")
    for part in getattr(error, "exceptions", ()):
        show(part, depth + 1)


def bare(error):
    print("handling", repr(sys.exception()))
    raise


def named(error):
    raise error


def other(error):
    raise KeyError(1)


def from_it(error):
    raise KeyError(1) from error


def a_part(error):
    raise error.exceptions[0]


for raised in (lambda: ExceptionGroup("a", [ValueError(1)]), lambda: ExceptionGroup("a", [ValueError(1), TypeError(2)]),
               lambda: ExceptionGroup("a", [ValueError(1), OSError(2)]),
               lambda: ExceptionGroup("a", [ExceptionGroup("b", [TypeError(1), ValueError(3)]), OSError(2)]),
               lambda: ValueError(1), lambda: BaseExceptionGroup("k", [ValueError(1), KeyboardInterrupt()])):
    for action in bare, named, other, from_it, a_part:
        try:
            try:
                raise raised()
            except* ValueError as error:
                action(error)
            except* TypeError:
                raise KeyError(2)
        except BaseException as error:
            print(action.__name__)
            show(error)
            print("context", repr(error.__context__), "cause", repr(error.__cause__))

# The group that is made around a single exception was raised nowhere.
try:
    raise ValueError(1)
except* ValueError as error:
    print(error.__traceback__, error.exceptions[0].__traceback__.tb_lineno)
