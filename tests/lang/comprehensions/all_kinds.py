print([x * y for x in range(4) if x % 2 for y in range(3) if y], {x % 3 for x in range(10)}, {k: v for k, v in zip("abc", range(3))})
print(list(x for x in range(5) if x > 2), [[j for j in range(i)] for i in range(4)], [(lambda: x)() for x in range(3)])
x = "outer"
[x for x in range(3)]
print(x, [y := 5, y ** 2], [z for z in [1, 2, 3] if (last := z)], last)
def f(n):
    return [n + i for i in range(n)], {i: [j * n for j in range(i)] for i in range(2)}, sum(n for _ in range(n))
print(f(3))
print([a for a, *b in [(1, 2, 3), (4,)]], [b for a, *b in [(1, 2, 3), (4,)]])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [c for row in matrix for c in row])
class A:
    n = 3
    items = [i for i in range(n)]
print(A.items)
g = (i for i in range(3))
print(next(g), list(g), next(g, None))
try: [q for q in undefined]
except NameError as e: print(e)
print([i if i % 2 else -i for i in range(5)], [f"{i}" "x" for i in range(2)], {**{i: i for i in range(2)}, 5: 5})
try: i
except NameError as e: print(e)
fs = [lambda: i for i in range(3)]
print([h() for h in fs])
