class Seq:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        if i >= self.n: raise IndexError(i)
        return i * i
s = Seq(4)
print(list(s), 9 in s, 5 in s, s[1:2], s[::3], max(s), [*s], dict(enumerate(s)))
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), sum(It()), tuple(x * 2 for x in It()))
a, *b = It(); print(a, b)
class Fmt:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __len__(self): return 0
f = Fmt(); print(f"{f} {f:abc} {f!r} {f!s:>5}", format(f, "x"), "%s %r" % (f, f), bool(f), [f])
class Ctx:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self.name
    def __exit__(self, t, v, tb): print("exit", self.name, t and t.__name__, v); return self.swallow
with Ctx("a") as a, Ctx("b", True) as b:
    print(a, b)
    raise ValueError("inside")
print("after")
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return True
print(Cmp(1) == Cmp(1), Cmp(1) < Cmp(2), Cmp(1) != 3)
try: hash(Cmp(1))
except TypeError as e: print(e)
class H:
    def __len__(self): return -1
try: len(H())
except ValueError as e: print(e)
