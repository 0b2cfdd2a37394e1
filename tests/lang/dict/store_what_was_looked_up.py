"""A key that was looked up just now is stored: the entry found then is the right one, or is not taken."""
d = {}
for w in ["a", "bb", "ccc", "dddd", "eeeee", "ffffffff", "g" * 9, "h" * 16, "i" * 17, "j" * 100, "\xe9\xe9", "\u1234x", "\U00012345", ""] * 3:
    k = (w + "x")[:-1]
    d[k] = d.get(k, 0) + 1
    d[k] += 1
    k2 = (k + "y")[:-1]
    d[k2] = d[k] + d[k2]
    k3 = k + "z"
    x = d.get(k)
    d[k3] = 1
print(d)
e = {}
class S(str):
    def __eq__(self, o): print("eq", str.__repr__(self)); return str.__eq__(self, o)
    __hash__ = str.__hash__
e[S("q")] = 1
k = "".join("q")
print(e.get(k)); e[k] = 2; print(e)
e.get("zz"); del e["q"]; e["q"] = 4; print(e)
f = {"a1": 1}
g = {"a1": 1}
k = "a" + str(1)
f.get(k); g[k] = 5; print(f, g)
f.get(k); f.pop(k); f[k] = 7; print(f)
f.get(k); f.clear(); f[k] = 8; print(f)
f.get(k); f = {}; f[k] = 9; print(f)
class D:
    def __del__(self): print("del"); f.clear()
f = {"a1": D()}
k = "a" + str(1)
f.get(k)
f[k] = 3
print(f)
f = {"a1": D()}
f[k] = D()
f["a" + str(1)] = 3
print(f, f.get("a" + str(1), D()))
t = {}
for i in range(5):
    for j in range(3):
        p = (i, j); t[p] = t.get(p, 0) + 1; p = (i % 2, j); t[p] = t.get(p, 0) + 1
print(t)
h = {-1: 1, -2: 2, 2**61 - 1: 3, 0: 4, 1.0: 5, True: 6}
print(h[-1], h[-2], h[0], h[1], h)
