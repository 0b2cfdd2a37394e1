# set.union() and its like, str.format() and Struct.pack() find their arguments on the stack, in a tuple or bound.
import struct
s, f = {1, 2, 3}, frozenset((1, 2))
class S(set):
    def __init__(self, *a): super().__init__(*a)
class T(str): pass
x = S((1, 5))
for o in (s, f, x):
    print(sorted(o.union()), sorted(o.union([7])), sorted(o.union([7], "ab", (1,)) , key=str), type(o.union([1])).__name__)
    print(sorted(o.intersection()), sorted(o.intersection([1, 7])), sorted(o.intersection([1, 2], {1})), type(o.intersection()) is type(o))
    print(sorted(o.difference()), sorted(o.difference([1, 7])), sorted(o.difference([1], {2})), o.difference() is o)
s.update(); s.update([9]); s.update("a", {4: 1}); print(sorted(s, key=str))
print(set.union(s, [1]) == s, set().union(s, f) == s | f, s.union(s) is s, f.union() is f)
for call in (lambda: s.union(1), lambda: s.union(a=1), lambda: set.union(), lambda: set.union([1]), lambda: s.update(5), lambda: f.difference([[]]),
             lambda: s.intersection([1], 5), lambda: "{}".format(), lambda: "{1}".format(1), lambda: "{a}".format(1), lambda: str.format(5), lambda: "{} {0}".format(1),
             lambda: struct.Struct("<i").pack(), lambda: struct.Struct("<i").pack("a"), lambda: struct.Struct("<i").pack(1, 2)):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
u, fm = s.union, "{}-{}".format
print(u([1]) == s, fm(1, 2), list(map("<{}>".format, range(3))), str.format("{}", 3), T("{}!").format(1), "{}{}".format(*"ab"), "{a}{}".format(1, a=2), "{a}".format(**{"a": 3}), "x".format(), "x".format(1, 2))
print("{0!r:>5} {1:{2}}|".format("q", 3, 4), "{:{}}|".format("w", 5))
p = struct.Struct("<ih"); print(p.pack(1, 2), p.pack(*(3, 4)), list(map(p.pack, (1, 2), (3, 4))))
class Evil:
    def __hash__(self): big.clear(); return 1
    def __format__(self, spec): return "%s" % len(spec)
big = {1, 2, 3}
print(len(big.union([Evil()])), len(big)); big = {1, 2, 3}
print(len(big.difference([Evil(), 2])), "{:abc}".format(Evil()))
