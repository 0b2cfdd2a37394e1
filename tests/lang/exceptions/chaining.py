def f():
    try: 1 / 0
    except ZeroDivisionError as e:
        raise ValueError("bad") from e
try: f()
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: {}["x"]
    except KeyError: raise RuntimeError("second")
except RuntimeError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: {}["x"]
    except KeyError: raise RuntimeError("third") from None
except RuntimeError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
class MyError(Exception):
    def __str__(self): return "my text"
try: raise MyError from ValueError("c")
except MyError as e: print(e, repr(e), repr(e.__cause__))
try: raise ValueError from 5
except TypeError as e: print(e)
e = ValueError("note")
e.add_note("first"); e.add_note("second")
print(e.__notes__)
try:
    try: raise ValueError(1)
    finally: raise KeyError(2)
except KeyError as e: print(repr(e.__context__))
try: raise OSError(2, "No such file", "f.txt")
except FileNotFoundError as e: print(e, e.errno, e.filename)
tb = None
try: f()
except ValueError as e: tb = e.__traceback__
lines = []
while tb: lines.append(tb.tb_lineno); tb = tb.tb_next
print(lines)
def nested():
    try: raise ValueError("a")
    except ValueError:
        try: raise KeyError("b")
        except KeyError as e: return repr(e.__context__)
print(nested())
