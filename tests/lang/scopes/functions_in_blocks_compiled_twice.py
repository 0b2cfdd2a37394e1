# A loop's condition and the block of a finally stand twice in the code, and so do the functions in them.
def count(a, pairs):
    n = 0
    while any(x > y for x, y in pairs):
        n += 1
        if n > 3:
            break
    return n


print(count(0, [(1, 2), (2, 1)]))


def largest(rows):
    n, seen = 0, []
    while (lambda row, limit=9: [v for v in row if all(v >= w + 0 * limit for w in row)])(rows[n]):
        seen.append((lambda row: max(k * v for k, v in enumerate(row)))(rows[n]))
        n += 1
    return seen


print(largest([[3, 1], [2, 5], [4, 4, 4], []]))


def closing(fail):
    try:
        if fail:
            raise ValueError(fail)
    except KeyError:
        pass
    finally:
        def total(a, b=2):
            c = a * b
            d = [c + i * j for i, j in ((1, 2), (3, 4))]
            return c, d, sum(x - y for x, y in zip(d, d[1:]))

        class Counter:
            limit = len([p for p, q in [(1, 2)]])

            def next(self, step):
                value = self.limit + step
                return (lambda more: more + value + step)(1)

        print(total(3), Counter().next(4), sorted((m, n) for m, n in {1: 2}.items()))


closing(0)
try:
    closing("yes")
except ValueError as error:
    print(error)


def leave():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return "returned"
        finally:
            print(list((k, v) for k, v in zip("ab", range(i, 9))), [k + v for k, v in [(i, 1)]])


print(leave())
while not any(u > v for u, v in [(1, 2), (3, 4)]):
    print("once", [w for w in (lambda r, s: [r, s])(1, 2)])
    break
