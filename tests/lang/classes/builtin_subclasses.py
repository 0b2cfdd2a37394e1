class L(list):
    def __init__(self, *a): super().__init__(a); self.tag = "t"
    def append(self, x): super().append(x * 2)
l = L(1, 2); l.append(3)
print(l, l.tag, len(l), l + [1], isinstance(l, list), l == [1, 2, 6])
class D(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
d = D(a=1); print(d["a"], d[4], d, d.get("zz"))
class S(str):
    def shout(self): return self.upper() + "!"
s = S("abc"); s.x = 1
print(s.shout(), s + "d", len(s), s[1], s == "abc", {s: 1}["abc"], s.x, type(s[0]).__name__)
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = T(1, 2); print(t, t.first, t + (3,), hash(t) == hash((1, 2)))
class F(float):
    def __repr__(self): return f"F({float.__repr__(self)})"
print(F(1.5), [F(2)], F(1) + 1, F("3.5"))
class E(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise E(7)
except E as e: print(e, e.code, e.args, repr(e))
class Z(set): pass
print(Z([1, 2]) | {3}, sorted(Z("ab")))
class I(int): pass
print({I(1): "a"}[1], I(5) // 2, -I(3), bool(I(0)))
