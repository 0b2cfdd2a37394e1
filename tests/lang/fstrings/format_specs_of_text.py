for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "^7.2", "-<6s", "é>6", "05", "😀^6"):
    print(spec, f"[{'abc':{spec}}]")
for spec in ("d", "+s", ",", "=5", "x", " s", "#", "z", "_", "5.2x"):
    try:
        print(format("abc", spec))
    except ValueError as error:
        print(spec, "->", error)
for value in (None, [1], {}, object, (1,), len):
    try:
        print(format(value), format(value, ">5"))
    except TypeError as error:
        print(error)
width, precision = 8, 3
print(f"{'abcdef':{width}.{precision}}|{3.14159:{width}.{precision}}|{'x':{'*'}^{width}}|{5:{'0' if width else ''}4}")
print("{0} {1} {0} {name} {seq[1]} {obj.real}".format(1, "b", name="n", seq=[1, 2], obj=5))
print("{} {:>4} {!r:>5} {{}}".format(1, 2, "x"), "{a[k]}".format(a={"k": 1}), "{:{}}".format("r", ">4"))
for bad, args in (("{", ()), ("}", ()), ("{} {0}", (1,)), ("{}", ()), ("{x}", ()), ("{!z}", (1,)), ("{0[}", (1,)), ("{0.x}", (1,)), ("{:{}{}}", (1, 2))):
    try:
        print(bad.format(*args))
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        print(bad, type(error).__name__, error)
