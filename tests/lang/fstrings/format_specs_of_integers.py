for spec in ("d", "5d", "<5d", "^5d", ">5d", "05d", "+d", " d", "-d", "x", "X", "#x", "#010x", "b", "#b", "o", "c", ",", "_", "_b", "#_x",
             "*^9", "=+6d", "0=+8", "n", "e", ".2f", "%", "g", "10,d", "+,.1f", "_x", "012,d", "z.1f"):
    print(spec, [f"{v:{spec}}" for v in (65, 12345)])
print(f"{-255:#x} {-255:08b} {-5:=4d} {0:05} {-1:+} {True:5} {True:d} {10**30:,} {-10**20:_}")
for spec in ("s", ".2d", "q", ",x", "_c", "5.", "+c", "#c", ",_", "d ", "<<<", "{"):
    try:
        print(spec, format(5, spec))
    except ValueError as error:
        print(spec, "->", error)
try:
    print(f"{10**7:c}")
except OverflowError as error:
    print(error)
