for text in (
    "1", "1.", ".5", "-1.5e3", "1_000.000_1", " 2.5\n", "inf", "-Infinity", "nan", "+iNf", "1e400", "-1e-400",
    "٣.٥", "１e２", "0x1p3", "1e5_0",
):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(e)
for text in (
    "", " ", ".", "e5", "1e", "1__0", "_1", "1_", "1_.5", "1e_5", "--1", "1 2", "abc", "1,5", "12\0",
    "1" + "0" * 400, "0." + "0" * 400 + "1",
):
    try:
        print(repr(text)[:20], float(text))
    except ValueError as e:
        print(e)
print(
    float("2.2250738585072011e-308"), float("179769313486231580793728971405301e276"),
    float("9007199254740993"), float("9007199254740992.9999999999999999999999999999"),
)
print(
    float("0.500000000000000166533453693773481063544750213623046875"), float("2.47032822920623272e-324"),
    float("2.4703282292062328e-324"),
)
print(float(b" 1.5 "), float(bytearray(b"-2")), float(), float(3), float(2**60 + 1))
for value in [], None, 1j, "1" * 0, b"x", 10**400, {}:
    try:
        print(float(value))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
