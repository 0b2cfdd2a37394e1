"""Sets of the characters of a text, and of words that are equal without being the same object."""
for t in ["", "hello", "\xe9\xe8\xe9", "a\u1234a", "x" * 100 + "yz"]:
    for k in set, frozenset:
        r = k(t); print(len(r), sorted(r)); 
    s = {"q"}; s.update(t); print(sorted(s)); s |= set(t); s.difference_update(t); print(sorted(s))
s = set("abc"); s.update("abcdef", "xyz"); print(sorted(s))
w = ("ab cd ab ef " * 5 + "longer-than-sixteen-characters " * 2 + "\xe9 \xe9 \u1234 \u1234").split()
s = set(w); print(sorted(s), len(s)); s = set()
for x in w: s.add(x)
print(sorted(s)); print(len(set([str(i % 50) for i in range(1000)])), len(set([str(i % 500) + "x" for i in range(1000)])))
class S(str):
    def __hash__(self): return hash(str(self))
    def __eq__(self, o): print("eq"); return True
s = {S("a")}; s.update("aab"); print(len(s)); s = {"a", S("a")}; print(len(s))
