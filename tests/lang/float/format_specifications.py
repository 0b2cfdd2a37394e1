# format(float, spec) in full.
numbers = [0.0, -0.0, 1.0, -1.5, 3.14159265358979, 123456789.123456789, 1e16, 1e-5, 1.5e300, float("inf"), -float("inf"), float("nan"), 0.1, 2.5, 0.5, 99999.5, 1e22]
specs = ["", "e", "E", "f", "F", "g", "G", "n", "%", ".0f", ".1f", ".3f", ".10f", ".0e", ".2e", ".0g", ".1g", ".3g", ".17g", ".0%", ".2%", "#.0f", "#.3g", "#g", "+", " ", "+.2f", " .2f", "10", "<10", ">10", "^12", "=12", "010", "010.2f", "+010.1f",
         ",", "_", ",.2f", "_.2f", "020,.1f", "z", "z.0f", "z.1f", "z+.0f", ".3", ".1", ".20", "*^15.2e", "#", "#.0e", "=+12.1f", ",g", ",e", ",%", "_%", "015,.0f", "g<10", ".0", "08.3g", "25,"]
for spec in specs:
    row = []
    for number in numbers:
        try:
            row.append(format(number, spec))
        except Exception as error:
            row.append(f"{type(error).__name__} {error}")
    print(repr(spec), row)
for spec in ["d", "x", "c", "s", "b", "n.2", ".f", ",n", "_n", "5.5.5", "e5", "zz", "+z", "z+", ",_f", "1000000000000000000000", ".1000000000000f", "i", "r"]:
    try:
        print(repr(spec), format(1.5, spec)[:30])
    except Exception as error:
        print(repr(spec), type(error).__name__, error)
