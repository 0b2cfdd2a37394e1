class N:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v.append(("iadd", o)); return self
    def __isub__(self, o): self.v.append(("isub", o)); return self
    def __imul__(self, o): return "replaced"
    def __add__(self, o): return "add"
    def __truediv__(self, o): return "div"

n = m = N([])
n += 1
n -= 2
print(n is m, n.v)
n /= 3
print(n)
n = m
n *= 1
print(n)
a = b = [1]
a += (2,)
a *= 2
print(b, a is b)
t = ([1], 2)
try:
    t[0] += [9]
except TypeError as error:
    print(error, t)
x = (1,)
y = x
x += (2,)
print(x, y)
d = {"k": [1]}
d["k"] += "ab"
d |= {"z": 0}
print(d)
s = u = {1}
s |= {2}
s &= {2, 3}
s ^= {5}
print(u)
