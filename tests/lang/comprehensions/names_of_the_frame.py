l = [1, 2]
y = 0
try: print([locals()["x"] for x in l])
except KeyError as e: print('KeyError', e)
try: print([vars()["x"] for x in l])
except KeyError as e: print('KeyError', e)
print([("x" in dir()) for x in l])
try: print([eval("x") for x in l])
except NameError as e: print(e)
[exec("y = x") for x in l] if 1 else 0
print(y)
print([locals() is globals() for z in [1]])
def f():
    print([locals()["x"] for x in l])
    print([vars()["x"] for x in l])
    print([("x" in dir()) for x in l])
    print([eval("x") for x in l])
    y = 0
    [exec("y = x") for x in l]
    print(y, sorted(locals()))
f()
class C:
    print([locals()["x"] for x in l])
    print([vars()["x"] for x in l])
    print([("x" in dir()) for x in l])
    print([eval("x") for x in l])
    y = 0
    [exec("y = x") for x in l]
    print(y, sorted(k for k in locals() if k[0] != '_'))
import sys
print("a" in [sys._getframe().f_locals for a in [0]][0])
print([sys._getframe().f_locals["a"] for a in [0]][0])
