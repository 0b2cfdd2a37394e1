class C:
    def __repr__(self): return "C!"


class D:
    def __str__(self): return "str of D"


class Bad:
    def __repr__(self): return 5


print(C(), [C()], {"k": C()}, (C(),), f"{C()} {C()!r} {C()!s}")
print(str(D()), repr(D())[:21], C, int, type, None, ..., NotImplemented, [], (), {}, set(), (1,))
print(repr(len), repr([].append)[:30], print.__repr__()[:10], repr(range(3)), repr(slice(1, None)))
try:
    repr(Bad())
except TypeError as error:
    print(error)
print(repr("it's"), repr('a"b'), repr("both'\""), repr("\n\t\\\0\x7f\xa0é\u200b😀"), ascii("é😀"))
print(repr(1.0), repr(1e100), repr(-0.0), repr(True), repr(b"a'\n\xff"), repr(frozenset([1])), repr({1}))
recursive = [1]
recursive.append(recursive)
print(recursive)
d = {}
d["self"] = d
print(d)
print(repr(lambda: 1)[:18], C.__repr__.__qualname__)
