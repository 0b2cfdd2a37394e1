class T:
    def __init__(self, **k):
        self.__dict__.update(k)

    def __bool__(self): return self.b
    def __int__(self): return self.i
    def __float__(self): return self.f
    def __index__(self): return self.x
    def __complex__(self): return self.c
    def __str__(self): return self.s
    def __format__(self, spec): return f"<{spec}>"


t = T(b=False, i=7, f=2.5, x=3, c=1j, s="text")
print(bool(t), int(t), float(t), hex(t), [0, 1, 2, 3][t], complex(t), str(t), f"{t:spec}", f"{t!s:>6}", format(t))
print("yes" if t else "no", not t, t and 1, "%d" % t, "ab" * t, range(t), list(range(10))[t:])
bad = T(b=1, i="x", f=1, x="y", c=1, s=5)
for use in (bool, int, float, hex, str, lambda x: [1][x], complex):
    try:
        print(use(bad))
    except TypeError as error:
        print(error)


class Len:
    def __len__(self): return -1


try:
    bool(Len())
except ValueError as error:
    print(error)
