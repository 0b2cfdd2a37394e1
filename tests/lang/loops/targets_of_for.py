for a, (b, *c) in [(1, (2, 3, 4)), (5, "xy")]:
    print(a, b, c)
box = [0, 0]
for box[0] in range(3):
    pass
print(box)


class N:
    pass


n = N()
for n.x, box[1] in {1: 2}.items():
    print(n.x, box)
for i in range(3):
    i = 10
print(i)
for i in []:
    pass
print(i)
for x in 1, 2, *[3]:
    print(x, end=" ")
print()
for key in (d := {"a": 1}):
    print(key, d[key])
try:
    for p, q in [(1, 2), (3,)]:
        print(p, q)
except ValueError as error:
    print(error, p, q)
