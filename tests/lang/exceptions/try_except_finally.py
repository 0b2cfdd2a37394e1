def f(kind):
    try:
        if kind == 0: return "return"
        if kind == 1: raise ValueError("v")
        if kind == 2: raise KeyError("k")
        if kind == 3: 1 / 0
    except ValueError as e: return f"value {e}"
    except (KeyError, IndexError) as e: return f"key {e}"
    else: return "else"
    finally: print("finally", kind)
for k in (0, 1, 2, 4):
    print(f(k))
try: f(3)
except ArithmeticError as e: print(type(e).__name__, e)
def g():
    for i in range(3):
        try: continue
        finally: print("c", i)
    try: return "a"
    finally: return "b"
print(g())
try:
    try: raise TypeError("one")
    finally: print("inner finally")
except TypeError as e: print(e)
try: e
except NameError as err: print(err)
def h():
    try: raise ValueError
    except ValueError: pass
    try: raise
    except RuntimeError as e: print(e)
h()
try:
    raise ValueError("a", 1)
except Exception as e: print(e.args, e, repr(e), isinstance(e, ValueError))
try: raise "x"
except TypeError as e: print(e)
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e)
import sys
try: raise KeyError("q")
except KeyError: print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info())
