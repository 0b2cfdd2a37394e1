values = [None, True, False, ..., NotImplemented, 2**62, -2**62, 2**100, "", "a", b"", (), int, print]
values += range(-300, 300)
values += [n / 4 for n in range(1, 400, 2)] + [-1.5, 1e300, 5e-324, 0.1]
values += [1 << n for n in range(10, 62)] + [-1 << n for n in range(10, 62)]
print(len(values) == len(set(map(id, values))))
print(all(id(v) == id(w) and id(v) >= 0 for v, w in zip(values, values)))
a, b = [], []
print(id(a) != id(b), id(a) == id(a), f"{id(a):#x}" in object.__repr__(a))
