def f(a, b=2):
    c = a + b
    snapshot = locals()
    d = 1
    return snapshot


print(f(1))
print("f" in globals(), globals()["__name__"])
globals()["made"] = 7
print(made)


class C:
    x = 1
    y = locals()["x"] + 1


print(C.y)


def g():
    def inner():
        return free
    free = 3
    return sorted(locals())


print(g())
print(vars(C)["x"], dir()[-3:])
try:
    vars(5)
except TypeError as error:
    print(error)
