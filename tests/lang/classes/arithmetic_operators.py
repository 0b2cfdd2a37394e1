class V:
    def __init__(self, *xs):
        self.xs = xs

    def __repr__(self):
        return f"V{self.xs}"

    def __add__(self, o):
        return V(*[a + b for a, b in zip(self.xs, o.xs)]) if isinstance(o, V) else NotImplemented

    def __mul__(self, k):
        return V(*[a * k for a in self.xs])

    __rmul__ = __mul__

    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.xs, o.xs))

    def __neg__(self):
        return self * -1

    def __iadd__(self, o):
        print("in place")
        self.xs = (self + o).xs
        return self

    def __rsub__(self, o):
        return ("rsub", o)

v, w = V(1, 2), V(3, 4)
print(v + w, v * 2, 2 * v, v @ w, -v, 9 - v)
alias = v
v += w
print(alias is v, v)
for bad in ("v + 1", "1 + v", "v - 1", "v / 2", "+v", "~v", "v ** 2", "v @ 5", "v << 1", "v // w"):
    try:
        exec(bad)
    except (TypeError, AttributeError) as error:
        print(error)
