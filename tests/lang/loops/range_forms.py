print(list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(0)), list(range(3, 1)))
for i in range(10**18, 10**18 + 2):
    print(i)
for i in range(2**63 - 1, 2**63 + 1):
    print(i)
for i in range(-(2**62) - 1, -(2**62) + 1):
    print(i)
r = range(0, 20, 3)
print(r[2], r[-1], r[1:3], len(r), 9 in r, 10 in r, r.index(6), r.count(5), r == range(0, 19, 3), hash(r) == hash(range(0, 19, 3)))
print(r.start, r.stop, r.step, list(reversed(r)), max(r), sum(r))
for bad in ("range(1.0)", "range()", "range(1, 2, 0)", "range('a')", "r[9]", "r.index(1)", "len(range(2**64))"):
    try:
        eval(bad)
    except Exception as error:
        print(type(error).__name__, error)
