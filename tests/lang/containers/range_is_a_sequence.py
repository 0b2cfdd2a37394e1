for r in (range(5), range(2, 20, 3), range(20, 2, -4), range(0), range(3, 3), range(1 << 65, (1 << 65) + 10, 4)):
    print(r, list(r), r[0:2], r[::-1], list(r[::-2]), r[-3:], bool(r), r.start, r.stop, r.step, list(reversed(r)))
r = range(0, 100, 7)
print(r[3], r[-1], len(r), 14 in r, 15 in r, 14.0 in r, "a" in r, r.index(21), r.count(21), r.count(5), True in range(2))
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), range(1) == [0], hash(range(0)) == hash(range(7, 3)))
print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) != range(4), {range(2): 1}[range(0, 2)])
print(len(range(-(1 << 62), 1 << 62, 1 << 40)), range(1 << 70)[1 << 69], (1 << 69) in range(1 << 70))
print(range(True), list(enumerate("a", True)), slice(True).indices(5))
print(min(range(5, 50, 5)), max(range(5, 50, 5)), sum(range(101)), list(range(3)) + [*range(3, 6)], sorted(range(3, 0, -1)))
iterator = iter(range(10))
print(next(iterator), iterator.__length_hint__(), type(iterator).__name__, list(iterator), next(iterator, "end"))
big = iter(range(1 << 70, (1 << 70) + 2))
print(next(big) - (1 << 70), big.__length_hint__(), type(big).__name__, [n - (1 << 70) for n in big], next(big, "end"))
for text in ("range()", "range(1, 2, 3, 4)", "range(1, 2, 0)", "range('a')", "range(1.0)", "range(3)[3]", "range(3)['a']",
             "range(3).index(7)", "range(3).index('a')", "len(range(1 << 70))", "range(3)[1 << 80]", "range(2) < range(3)",
             "range(a=1)", "range(3) + range(2)"):
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
