for spec in ("", ".0f", ".3f", "10.2f", "<10.2f", "^10.2f", "+.1f", " .1f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", ",.2f", "_.2f",
             "010.2f", "=+10.1f", "#.0f", "#g", ".10g", "n", "z.1f", "F", "*>12", ".3", "020,.2f"):
    print(spec, [f"{v:{spec}}" for v in (3.14159, -1234567.891, 0.0)])
print([f"{v:.2f} {v:g} {v:8} {v:e}" for v in (float("inf"), -float("inf"), float("nan"))])
print(f"{1e22} {1e-7} {123456789.123} {1e16} {0.1 + 0.2} {1/3:.20f} {2.5:.0f} {3.5:.0f} {-0.04:.1f} {-0.04:z.1f}")
print(f"{1+2j} {1+2j:.2f} {1j:>10} {-0j} {complex(1, -2):+.1e}")
for spec in ("d", "x", "s", "c", ",n", ".f", "=s", "b"):
    try:
        print(format(1.5, spec))
    except ValueError as error:
        print(spec, "->", error)
