for a in 0, 1, -1, 5, -5, 2**61, -(2**61), 2**100 + 1, -(2**100) - 1:
    print([a << n for n in (0, 1, 62, 64, 130)], [a >> n for n in (0, 1, 62, 63, 64, 100, 101, 5000, 2**80)])
print(0 << 2**80, 1 << True, (1 << 1000) >> 998)
for shift in lambda: 1 << -1, lambda: 1 >> -1, lambda: 10**30 >> -(10**30), lambda: 1 << 1.0, lambda: 1 << 2**64:
    try:
        print(shift())
    except (ValueError, TypeError, MemoryError) as e:
        print(type(e).__name__, e)
