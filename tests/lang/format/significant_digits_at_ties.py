"""%e and %g round what a float is exactly, not its shortest digits, and to even where it lies between two."""
values = [0.5, 1.5, 2.5, 9.5, 99999.5, 999999.5, 9.9999995, 0.15, 0.25, 0.35, 1.005, 2.675, 1e15 / 3, 2.0**70, 1e22, 1e23, 5e-324,
          2.2250738585072014e-308, 1.7976931348623157e308, 4503599627370496.5, 1.0000005, 1.00000050000001, 8.5e-300, 123456.5e200]
for value in values:
    for digits in (1, 2, 6, 7, 14, 15, 16, 17):
        print(f"{value:.{digits}g} {-value:.{digits - 1}e}", end=" ")
    print()
state = 1
for _ in range(400):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    value = float(f"{state >> 40}5e{state % 80 - 40}")
    print("%g %.7g %.8g %.2e" % (value, value, value, value))
