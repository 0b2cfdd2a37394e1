for text in ("0", " 42 ", "-7", "+7", "1_000", "0x1f", "0b101", "0o17", "", "1__0", "_1", "1_", "abc", "1.5", "٣", "- 1", "1e3", "99999999999999999999"):
    for base in (10, 0, 16):
        try:
            print(repr(text), base, int(text, base))
        except ValueError as error:
            print(error)
print(int(), int(3.99), int(-3.99), int(True), int("z", 36), int(b"12"), int("11", 2), int("-0x1F", 16), 0x_ff, 0b1_0, 0o7_7, 1_000_000)
for bad in (lambda: int("1", 1), lambda: int("1", 37), lambda: int(1, 2), lambda: int(None), lambda: int([]), lambda: int(float("nan")),
            lambda: int(float("inf")), lambda: int(1j)):
    try:
        bad()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
