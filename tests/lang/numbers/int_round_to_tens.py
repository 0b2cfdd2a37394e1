for n in 0, 5, 15, 25, -25, 149, 150, 151, 1250, 1350, 10**30 + 5 * 10**9, -(10**30):
    print([round(n, -d) for d in (0, 1, 2, 3, 10, 40)], round(n), round(n, 3), round(n, None))
print(round(5, -1000), round(True, -1), round(123456789012345678901234567890, -15))
