class Metres(float):
    def __repr__(self):
        return f"{float(self)} m"


m = Metres("2.5")
print(
    m, m + 1, type(m * 2), m == 2.5, hash(m) == hash(2.5), Metres.fromhex("0x1p3"), str(m), f"{m:.2f}",
    round(m), m.real, Metres(0.0), {m: 1}[2.5],
)


class Point(complex):
    pass


p = Point(1, 2)
p.name = "p"
print(p, p.name, type(p + 1), Point("3j"), complex(p) == p, hash(p) == hash(1 + 2j))
