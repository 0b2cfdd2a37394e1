texts = ["12", " 12\n", "-12", "+12", "1_000_000", "00012", "٣٤", "１２", "\u2003７\u3000", "9" * 40, "-" + "7" * 25]
for text in texts:
    print(repr(text), int(text))
for text, base in (
    ("ff", 16), ("0xFF", 16), ("0x_f", 16), ("-0b1_01", 2), ("zZ", 36), ("0o17", 8), ("17", 8), ("z" * 30, 36),
):
    print(repr(text), base, int(text, base))
for text in "0xff", "0b11", "-0o17", "0", "0_0", "00", "12", "1_2":
    print(repr(text), 0, int(text, 0))
print(int(b"12"), int(bytearray(b" -7 ")), int(b"ff", 16), int(memoryview(b"12")), int(), int("12", base=3))
