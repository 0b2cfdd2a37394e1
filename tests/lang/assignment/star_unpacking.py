a, *b = "abc"
*c, d = range(3)
e, *f, g = (1, 2)
[h, [*i], *j] = 1, (2, 3), 4, 5
print(a, b, c, d, e, f, g, h, i, j)
*all, = {1: 2, 3: 4}
print(all, [*all, *"x"], (*all,), {*all, 1}, {**{1: 0}, 1: 5})
first, (second, *third), *fourth = 0, "abc", 8, 9
print(first, second, third, fourth)
x = y = z = []
x.append(1)
print(y is z, z)
i = 0
i, box = 1, [0, 0, 0]
i, box[i] = 2, "at two?"
print(box)
p, q = 1, 2
p, q = q, p
print(p, q)
for bad in ("a, *b, c = [1]", "a, b = 1, 2, 3", "a, b = {1}", "(a, b), c = 1, 2", "a, *b = 5", "[a] = []", "() = [1]", "*a, b = ()"):
    try:
        exec(bad)
    except (ValueError, TypeError) as error:
        print(bad, "->", error)
() = []
print(*[1], *(2, 3), sep="-")
