class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"V{self.n}"


a, b = Version(1), Version(2)
print(a == b, a != b, a == Version(1), a == 1, a != 1, a < b, a > b)
print(sorted([b, a]), min(b, a), max([a, b]))
for bad in (lambda: a <= b, lambda: hash(a), lambda: {a}, lambda: a < 1):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(error)


class H(Version):
    __hash__ = lambda self: hash(self.n)


print(len({H(1), H(1), H(2)}), {H(3): "x"}[H(3)], Version.__hash__)
print([Version(3)].index(Version(3)), Version(3) in [a, Version(3)])
