# __mul__ and its kin, called by name, want an integer; the operator asks the other operand first
class Index:
    def __index__(self):
        return 2


for value in [[1], (1,), "a", b"a", bytearray(b"a")]:
    for name in ("__mul__", "__rmul__", "__imul__"):
        method = getattr(value, name, None)
        if method is None:
            continue
        for other in ("a", 1.5, None, Index(), True):
            try:
                print(type(value).__name__, name, method(other))
            except TypeError as e:
                print(type(value).__name__, name, e)
    try:
        value * "x"
    except TypeError as e:
        print(e)
print((2).__mul__("a"), "%s".__mod__(1))
