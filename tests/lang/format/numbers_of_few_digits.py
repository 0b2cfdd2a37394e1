# Decimals that an exact product gives, those that need more, and what may stand around them.
values = [0.0, -0.0, 0.5, 1.5, 2.5, -2.5, 0.125, 0.375, 1e-7, -1e-7, 0.05, 0.005, 99.995, 999.9999, 123456.789, 1 / 3]
values += [2.0**52, 2.0**53, 2.0**63, 2.0**64, 1e22, 1e29, 1e30, -1e30, 1e31, 1.7e308, 5e-324, float("inf"), float("nan")]
values += [0.1 * k for k in range(12)] + [9.5, 9.95, 0.95, 0.995, 18446744073709551615.0 / 1000, 1844674407370955.1]
for x in values:
    print(f"{x:.0f} {x:.1f} {x:.2f} {x:.3f} {x:.6f} {x:.15f} {x:.19f} {x:.20f}|{x:F}|{x:z.1f} {x:#.0f}")
    print(f"{x:08.3f}|{x:>12.2f}|{x:<12.2f}|{x:^12.2f}|{x:*=+12.1f}|{x:,.2f}|{x:_.1f}|{x:020,.1f}|{x:.1%}|{x: .2f}")
    print("%.0f %.2f %08.3f %-9.1f| %+.1f %#.0f" % (x, x, x, x, x, x), "{:.2f} {:09.1f}".format(x, x), round(x, 2) == x)
for i in [0, 7, -7, 42, 1234567, -1234567, 2**31, 2**62, -(2**62), 2**63, 10**19, 10**25]:
    print(f"{i}{i:d}{i:>8}|{i:<8d}|{i:^9}|{i:,}|{i:_}|{i:+}|{i: }|{i:08d}|{i:020,}|{i:x}|{i:#X}|{i:b}|{i:.2f}|{i:e}")
    print("%d %5d %-5d|%05d %x %o %i" % (i, i, i, i, i, i, i), "{} {:>5} {:d}".format(i, i, i), "{0}{0:n}".format(i))
print("{:é>6}{:Ω^7.2f}{:é<4}".format(5, 2.5, "x"), f"{5:é>6}{2.5:Ω^7.2f}", "%5s|%-5s|%.2s" % ("é", "Ω", "abc"))
print("{:٣}|{:.٢f}|{:٠٦}".format(1, 2.5, 3), "{}{{}}{:}".format(1, "é"), "{0}{1}{0}é".format("a", 2))
for spec in ["5.", "q", "é", "5é", ",_", "_,", ",s", "99999999999999999999", ".99999999999999999999", "=5"]:
    for value in 5, 2.5, "text", True:
        for how in lambda: format(value, spec), lambda: ("{:" + spec + "}").format(value):
            try:
                print(how())
            except ValueError as e:
                print(e)
