# Errors name the types of modules written in C by module and name.
import contextvars
import io
import os
import sys
import time

objects = [io.StringIO(), io.BytesIO(), open(os.devnull), open(os.devnull, "rb"), open(os.devnull, "rb", 0),
           contextvars.ContextVar("v"), sys.version_info, sys.flags, os.stat("/"), time.gmtime(0)]
for thing in objects:
    print(type(thing).__name__, type(thing).__module__, type(thing).__qualname__, type(thing))
    for attempt in (lambda: thing.nothing, lambda: thing(), lambda: -thing, lambda: [1][thing]):
        try:
            attempt()
        except (AttributeError, TypeError) as e:
            print(" ", e)
print(str(sys.float_info)[:19], str(time.gmtime(0))[:28])
try:
    time.struct_time((1, 2))
except TypeError as e:
    print(e)
