def f(n):
    try:
        if n == 0:
            return "try"
        if n == 1:
            raise KeyError("k")
        x = 1
    except KeyError as error:
        return f"except {error}"
    else:
        return "else"
    finally:
        print("finally", n)
print(f(0), f(1), f(2))
def g():
    try:
        raise ValueError
    finally:
        return "wins"
def h():
    x = 1
    try:
        return x
    finally:
        x = 2
print(g(), h())
try:
    try:
        raise ValueError("a")
    finally:
        print("on the way")
except ValueError as error:
    print(repr(error))
try:
    error
except NameError as e:
    print(e)
