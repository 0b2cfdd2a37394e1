class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow


with M("a") as a, M("b") as b:
    print(a, b)
with (M("c"), M("d") as d,):
    print(d)
with M("swallows", True):
    raise ValueError("lost")
try:
    with M("outer"), M("inner"):
        1 / 0
except ZeroDivisionError as error:
    print("caught", error)


def f():
    for i in range(3):
        with M(f"loop{i}"):
            if i == 0:
                continue
            return i


print(f())
with M("x") as (p), M("y") as [q]:
    print(p, q)
