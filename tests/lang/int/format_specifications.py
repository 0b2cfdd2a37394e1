# format(int, spec): every type and its neighbours.
numbers = [0, 1, -1, 42, -42, 255, 1234567, -1234567, 10**20, -(10**20), True]
specs = ["", "d", "b", "o", "x", "X", "n", "c", "#b", "#o", "#x", "#X", "+d", " d", "-d", ",", "_", ",d", "_d", "_b", "_x", "#_x", "08", "08d", "+08d", "#010x", "#010b", "<8", ">8", "^8", "=8", "*<8", "*>8", "*^8d", "*=+9d",
         "020,", "020,d", "020_b", "+,d", "e", ".2e", "f", ".1f", "g", ".3g", "%", ".1%", "E", "G", "F", "z.0f", "10.3f", "+.2e", "0=12d", "x<5d", "é^9d", "<08d", "=08d", " 010d", "0>5", "2", "1", "0", "00", "005"]
for spec in specs:
    for number in numbers:
        try:
            print(repr(spec), number, repr(format(number, spec)))
        except Exception as error:
            print(repr(spec), number, type(error).__name__, error)
for spec in ["s", "a", "r", "y", ".2", ".2d", ".0x", ",x", ",b", ",o", ",n", "_n", "_c", ",c", "+c", "#c", ",_", "_,", ",,", "__", "zd", "z", "#", "#d", "10.", ".", "d5", "5d5", " +d", "+-d", "{}", "<<<", "<>", "99999999999999999999", ".99999999999999999999f", "dd", "\x00<5"]:
    try:
        print(repr(spec), repr(format(97, spec)))
    except Exception as error:
        print(repr(spec), type(error).__name__, error)
for number in (97, 0, 0x10FFFF, 0x110000, -1, 10**20, 0x20AC):
    for spec in ("c", "5c", "<5c", "*^5c", "05c"):
        try:
            print(number, spec, ascii(format(number, spec)))
        except Exception as error:
            print(number, spec, type(error).__name__, error)
