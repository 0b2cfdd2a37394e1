# The format mini-language for ints and floats: every type with every flag, and what is refused.
specs = ["", "d", "5", "<5", ">7", "^7", "=7", "*^9", "07", "+", " ", "-", "+d", "x", "#x", "#X", "#o", "#b", "b", "o", "X", "c", "n", ",", "_", "_x", "_b", ",d", ",x", "#_b", "010,", "e", ".3e", "E", "f", ".0f", ".2f", "#.0f", "F", "g", ".3g", "#.3g", "G", "%", ".1%", ",.2f", "_.2f", "z.1f", "+z.0f", "zd", ".2d", ".3", "10.3", "s", "r", "5s", "x<5", "<<5", "0<5", "{<5", "999", ",_", ",n", "1,5", "=+6", "+=6", "é^6", "😀>6", "08.3f", "-010.2e", ".", "5.", ".1.2", "%d", "ff", " d", "\0<4"]
for value in (0, 1, -1, 255, -1234567, 10**20, True, 0.0, -0.0, 1.5, -2.5, 1234567.891, 1e-7, 1e300, float("nan"), float("-inf"), 0.05):
    row = []
    for spec in specs:
        try:
            row.append(ascii(format(value, spec)) if len(spec) != 3 or spec != "999" else str(len(format(value, spec))))
        except Exception as error:
            row.append(f"{type(error).__name__}: {error}")
    print(ascii(value), *row, sep="\n  ")
for value, spec in ((5, 5), (5, None), (1.5, b"f"), ("a", "d"), ("a", "=5"), ("a", "+"), ("a", ","), ("a", "#"), ("a", "z"), ("a", "05"), ("abc", ".1"), ("abc", "^6.2"), ("abc", "0>5"), (None, ""), (None, ">6"), ([], "s"), (object, "x"), ((1, 2), ""), (b"a", "5"), (1j, "e"), (1 + 2j, "<9.1f"), (5, "99999999999999999999"), (1.5, ".99999999999999999999"), (1.5, "9" * 12)):
    try:
        print(ascii(format(value, spec)))
    except Exception as error:
        print(type(error).__name__, error)
