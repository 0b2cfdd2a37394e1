import traceback
def f(x):
    return g(x)[0] + 1
def g(x):
    return x["missing"].attr
try: f({})
except KeyError: print(traceback.format_exc())
class C:
    def method(self, a, b):
        return (a +
                b * self.nothing)
try: C().method(1, 2)
except AttributeError: print(traceback.format_exc())
try:
    try: [][1]
    except IndexError as e: raise ValueError("chained") from e
except ValueError: print(traceback.format_exc())
def r(n): return r(n - 1) if n else 1 / 0
try: r(6)
except ZeroDivisionError: print(traceback.format_exc())
try: exec("def f(:\n pass")
except SyntaxError: print(traceback.format_exc().split("\n", 3)[-1])
