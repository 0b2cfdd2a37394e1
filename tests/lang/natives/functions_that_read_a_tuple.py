"""Natives that CPython hands a tuple of arguments count them in words of their own, and have no signature to show."""
import atexit
import functools
import gc
import inspect
import textwrap
import string
import sys
import time
import types


def attempt(name, *args, **keywords):
    try:
        print(name, eval(name)(*args, **keywords))
    except Exception as error:
        print(name, type(error).__name__, error)


for name in ("time.gmtime", "time.ctime", "time.strftime", "time.get_clock_info", "atexit.register"):
    attempt(name, *range(3 if name != "atexit.register" else 0))
    attempt(name, zz=1)
for name in ("functools.reduce", "time.asctime", "memoryview(b'').__exit__"):
    attempt(name, zz=1)
attempt("functools.reduce")
attempt("time.clock_gettime", "a")
attempt("textwrap.dedent", 5)
attempt("string.Template(5).substitute")
attempt("exec", "x", 5, 5)
attempt("eval", "x", 5, 5)
attempt("types.TracebackType", 1, 2, 3, 4)
print(sys.audit(1.5))
for function in (dict.update, time.gmtime, time.strptime, gc.set_threshold):
    attempt("inspect.signature", function)
print(inspect.signature(time.sleep), dict.update.__text_signature__)
