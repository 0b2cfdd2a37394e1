class Money(int):
    def __new__(cls, value, unit="EUR"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f"Money({int(self)}, {self.unit})"

    def __add__(self, other):
        return Money(int(self) + int(other), self.unit)

    __radd__ = __add__


a, b = Money(5), Money("20", "USD")
print(a, b, a + b, 1 + b, b * 2, -b, +b, abs(b), a < b, a == 5, hash(a) == hash(5), {a: 1}[5], sum([a, b]))
print(
    type(b - a), type(int(b)), b.unit, b.real, b.__index__(), [*range(a)], bool(Money(0)),
    Money(2**70) // 2**60, f"{b:05d}", "%x" % b,
)
print(Money.from_bytes(b"\x01\x00"), round(b), divmod(b, 7), b.bit_length(), isinstance(b, int), Money(10**30))
