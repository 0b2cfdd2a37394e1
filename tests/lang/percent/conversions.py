# % formatting of str and bytes: all conversions, flags, widths, mappings and mistakes.
class Shown:
    def __repr__(self):
        return "répr"

    def __str__(self):
        return "strïng"

    def __bytes__(self):
        return b"by"

    def __index__(self):
        return 65

    def __int__(self):
        return 66

    def __float__(self):
        return 1.25


values = [0, 5, -5, 255, 2**70, 1.5, -2.75, 1e20, float("nan"), "a", "ab", b"x", None, True, Shown(), (), [1], 1j, "é", "\ud800"]
for conversion in "d i u o x X e E f F g G c r s a b % z".split():
    for flags in ("", "5", "-6", "06", "+", " ", "#", ".2", "#.3", "-+8.1", "l"):
        row = []
        for value in values:
            try:
                row.append(ascii(f"%{flags}{conversion}" % (value,)))
            except Exception as error:
                row.append(f"{type(error).__name__}: {error}" if len(row) < 3 or not flags else type(error).__name__)
        print(f"%{flags}{conversion}", *row, sep=" | ")
for text, argument in (("%s", ()), ("%s", (1, 2)), ("%s %s", (1,)), ("%s", [1, 2]), ("x", 5), ("x", ()), ("x", {}), ("x", [1]), ("x", (1,)), ("%", 1), ("%(", {}), ("%(a", {}), ("%(a)", {"a": 1}), ("%(a)s", {}), ("%(a)s", 5), ("%(a)s", [1]), ("%(a)s %(b)d", {"a": 1, "b": 2}), ("%(a)s %s", {"a": 1}), ("%((x))s", {"(x)": 1}), ("%()s", {"": 1}), ("%*d", (5, 6)), ("%-*d|", (5, 6)), ("%*d", (-5, 6)), ("%*d", ("a", 6)), ("%.*f", (2, 1.234)), ("%.*f", (-2, 1.5)), ("%(a)*d", {"a": 1}), ("%*d", 5), ("%5%|", ()), ("%.0f %.0f", (0.5, 1.5)), ("%c", "ab"), ("%c", 0x110000), ("%c", -1), ("%c", 1.5), ("%.99999999999d", 1), ("%99999999999999999999d", 1), ("%y", 1), ("%é", 1), ("%ld %hd %Ld", (1, 2, 3)), ("%+-05d|", 7), ("% +d", 7), ("%#.0e", 1), ("%.3s|%5.1s|", ("abcdef", "xy"))):
    try:
        print(ascii(text), ascii(text % argument))
    except Exception as error:
        print(ascii(text), type(error).__name__, error)
for text, argument in ((b"%s", b"a"), (b"%s", "a"), (b"%b", Shown()), (b"%b", bytearray(b"q")), (b"%b", memoryview(b"m")), (b"%b", 5), (b"%a", "é"), (b"%r", "é"), (b"%c", 65), (b"%c", b"z"), (b"%c", 256), (b"%c", "z"), (b"%d %x %5.1f", (5, 255, 2.25)), (b"%d", "5"), (b"%(a)d", {b"a": 7}), (b"%(a)d", {"a": 7}), (b"%s", None), (bytearray(b"%d|"), 5), (b"%u", 5), (b"%i", 2.9), (b"%%", ()), (b"%", ()), (b"%s %s", b"x")):
    try:
        print(text, text % argument)
    except Exception as error:
        print(text, type(error).__name__, error)
text = "%s-%d"
text %= ("a", 5)
print(text)
