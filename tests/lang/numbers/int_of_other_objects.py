class Index:
    def __index__(self):
        return 5


class Int:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


print(
    int(Index()), float(Index()), complex(Index()), int(Int(7)), int("12", Index()),
    [1, 2, 3, 4, 5, 6][Index()], 1 << Int(1) if 0 else 1 << 2,
)
print(int(1.9), int(-1.9), int(1e30), int(-(2.0**70)), int(True), int(2**70))
for value in Int("x"), Int(1.5), float("inf"), float("-inf"), float("nan"), 1j, object:
    try:
        print(int(value))
    except (TypeError, OverflowError, ValueError) as e:
        print(type(e).__name__, e)
