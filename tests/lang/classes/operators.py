class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(self.x + o, self.y + o)
    def __iadd__(self, o): self.x += 100; return self
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __bool__(self): return bool(self.x or self.y)
    def __abs__(self): return abs(self.x) + abs(self.y)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, *a): return a
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __invert__(self): return V(self.y, self.x)
    def __floordiv__(self, k): return V(self.x // k, self.y // k)
    def __index__(self): return self.x
a, b = V(1, 2), V(3, 4)
print(a + b, 5 + a, a * 3, 3 * a, -a, a == V(1, 2), a != b, a < b, b > a, bool(V(0, 0)), abs(-b), a[1], list(a), 2 in a, a(1, 2), a @ b, ~a, b // 2, [10, 20, 30][a], {a: 1}[V(1, 2)], sorted([b, a]), max(a, b))
c = a
c += b
print(c is a, a)
for bad in (lambda: a + 1, lambda: a - b, lambda: a <= b, lambda: a ** 2):
    try: bad()
    except TypeError as e: print(e)
