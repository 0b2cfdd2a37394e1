a = b = [1]; b.append(2); print(a, a is b)
a, b = 1, 2; a, b = b, a; print(a, b)
(a, [b, c]), *d = (1, (2, 3)), 4, 5; print(a, b, c, d)
*a, b = "xyz"; print(a, b)
a, *b, c = range(2); print(a, b, c)
[x, y] = {3: 0, 4: 0}; print(x, y)
class O: pass
o = O(); l = [0] * 3; d = {}
o.x, l[1], d["k"], l[:1] = 1, 2, 3, [9]
print(o.x, l, d)
i = 0
i, l[i] = 1, "i"; print(i, l)
x = 5; x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x |= 1; x ^= 2; x &= 15; x >>= 1; print(x)
s = "a"; s += "b"; s *= 2; print(s)
t = (1,); u = t; t += (2,); print(t, u)
l1 = [1]; l2 = l1; l1 += (2,); l1 *= 2; print(l1, l2 is l1)
o.n = 1; o.n += 5; d["k"] *= 2; l[2] = 4; l[2] -= 1; print(o.n, d, l)
tt = ([1],)
try: tt[0] += [2]
except TypeError as e: print(e, tt)
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b, c = 1, 2", "a, *b, c = [1]", "[a] = 5", "a, b = {1}", "x, y = 'abc'"):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
if (n := 10) > 5: print(n)
print([y := 1, y + 1], (z := 3) + z)
del a, (b, c)
try: a
except NameError as e: print(e)
v: int = 3; w: "unevaluated"; print(v, __annotations__)
