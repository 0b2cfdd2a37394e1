# A replaced __import__ is told the namespace of the statement; None in a function.
import builtins

plain = builtins.__import__


def told(name, globals=None, locals=None, fromlist=(), level=0):
    names = None if locals is None else [n for n in locals if n in ("here", "in_class", "inner", "inner_local")]
    print(name, globals.get("__name__"), names, fromlist, level)
    return plain(name, globals, locals, fromlist, level)


here = 1
builtins.__import__ = told
import math
from math import pi, sqrt as root


class Class:
    in_class = 1
    import math

    def method(self):
        here = 2
        from math import tau

        return [__import__("math", {"__name__": "called"}) for _ in range(1)]


Class().method()
exec("import math", {"__name__": "inner", "inner": 1}, {"inner_local": 2})
exec("from math import *", {"__name__": "inner", "inner": 1})
eval("__import__('math', globals())", {"__name__": "evaluated"})
builtins.__import__ = plain
