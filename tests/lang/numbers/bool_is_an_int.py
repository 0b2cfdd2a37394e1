print(
    True + True, True * 5, -True, True / 2, True // True, True << 3, True == 1 == 1.0, hash(True),
    {1: "one"}[True], [10, 20][True],
)
print(
    True & False, True | False, True ^ True, True & 1, False | 2, True ^ 3, 1 & True, True.__and__(False),
    True.__and__(1), True.__rand__(True), True.__or__("x"),
)
print(
    str(True), repr(False), f"{True}", f"{True:d}", f"{True:>6}", "%d %s" % (True, False), format(True, "03d"),
    int(True), float(True), complex(True),
)
print(
    bool(0), bool(0.0), bool(0j), bool(""), bool([]), bool(None), bool("0"), bool(float("nan")),
    bool(-(10**30)), bool(), bool(...),
)
print(
    isinstance(True, int), bool.__mro__, type(True), type(True + 0), True is bool(1), min(True, 2),
    sum([True, True, False]), True.bit_length(), bool.from_bytes(b"\x05"),
)
for f in lambda: bool(1, 2), lambda: bool(x=1), lambda: type("B", (bool,), {}), lambda: int.__new__(bool, 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
