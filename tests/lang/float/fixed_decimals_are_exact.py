"""Fixed decimals of floats are those of the exact value, ties to even, however large the product with the power of ten."""

for x in (0.5, 1.5, 2.5, 0.125, 0.375, 1e-5, 2.675, 1e15 / 3, 2.0**52 + 0.5, 2.0**-60, 2.0**-130, 1e300, 5e-324):
    print([f"{x:.{n}f}" if len(f"{x:.{n}f}") < 60 else len(f"{x:.{n}f}") for n in (0, 1, 2, 5, 18, 19, 20, 25)])
    print([round(x, n) for n in (0, 1, 2, 5, 18, 19, 20)], "%.3f" % -x, f"{-x:z.1f}")
print(f"{9.9995:.3f} {99.5:.0f} {0.05:.1f} {0.25:.1f} {-0.04:.1f} {0.0:.2f}")
print("%x %o %X %#x" % (0, -8, 255, 1 << 40), hex(-1), bin(255), bin(256), oct(7), f"{5:#b} {1 << 41:x}")
print(repr(format("abc", "\0>5")), format(3, "0=4"), "no sign" % (), "%%" % (), "é%d" % 5)
