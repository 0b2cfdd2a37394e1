print(3**40, 2**100, (-3) ** 41, (-2) ** 64, 10**30, 0**0, 0**5, (-1) ** (10**30), 1 ** (10**40))
print(2**-1, (-2) ** -3, 10**-400, 7 ** True, True ** 3)
print((12 * 2**70) ** 3 == 12**3 * 2**210, (-(2**65)) ** 3)
for a, b in (0, -1), (10**400, -1), (0, -(10**30)):
    try:
        print(a**b)
    except (OverflowError, ZeroDivisionError, MemoryError) as e:
        print(type(e).__name__, e)
