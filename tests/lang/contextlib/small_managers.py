import os
import sys
from contextlib import *


class Text:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def close(self):
        print("closed")


out = Text()
with redirect_stdout(out) as target:
    print("hidden")
    with redirect_stdout(Text()):
        print("deeper")
with redirect_stderr(out):
    print("error", file=sys.stderr)
print(target is out, repr(out.text))
with closing(out) as thing:
    print(thing is out)
with nullcontext(5) as five, nullcontext() as nothing:
    print(five, nothing)
with suppress(KeyError, ValueError) as nothing:
    print(nothing)
    {}["x"]
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2)])])
for exception in (IndexError("z"), ExceptionGroup("g", [ValueError(1), KeyError(2)])):
    try:
        with suppress(ValueError):
            raise exception
    except (IndexError, ExceptionGroup) as error:
        print(repr(error))
here = os.getcwd()
with chdir("/"):
    print(os.getcwd())
print(os.getcwd() == here)


class Swallow(ContextDecorator):
    def __enter__(self):
        print("in")

    def __exit__(self, kind, error, traceback):
        print("out", repr(error))
        return True


@Swallow()
def fails():
    raise ValueError


print(fails())
print(AbstractContextManager[int], issubclass(Swallow, AbstractContextManager), isinstance(out, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
