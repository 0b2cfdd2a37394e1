a = [1]
b = a
c = a[:]
print(a is b, a is c, a == c, id(a) == id(b), id(a) == id(c))
b.append(2)
print(a, c, a is not c)


def change(items, number):
    items.append(number)
    items = ["other"]
    number += 1
    return items, number


n = 5
print(change(a, n), a, n)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, [[0] * 2 for _ in range(2)][0] is grid[0])
t = ([1], 2)
t[0].append(3)
print(t, None is None, ... is Ellipsis)
s = "text"
u = s
u += "!"
print(s, u)
d = {"k": a}
a.append("seen")
print(d["k"][-1], d["k"] is a)
print(type(a) is list, int is int, True is (1 == 1))
