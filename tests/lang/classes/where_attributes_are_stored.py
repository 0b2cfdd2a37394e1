# An instance that hands out its dict, or has very many attributes, behaves as any other.
class D: pass


d = D()
d.a = 1
namespace = d.__dict__
namespace["b"] = 2
namespace[5] = 6
print(d.b, d.__dict__, vars(d) is namespace)
d.__dict__ = {"z": 1}
print(d.z, hasattr(d, "a"), namespace)
del d.__dict__
print(d.__dict__)
for i in range(200): setattr(d, "k%d" % i, i)
for i in range(0, 200, 2): delattr(d, "k%d" % i)
print(len(d.__dict__), sum(vars(d).values()), d.k199)

e = D()
e.a, e.b, e.c = 1, 2, 3
del e.a
e.a = 4
print(e.__dict__)
del e.c
print(e.__dict__)

lengths = []
for i in range(30):
    o = D()
    for j in range(i % 7): setattr(o, "a%d" % (i * j % 5), j)
    lengths.append(len(o.__dict__))
print(lengths)
