items = [1, 2, 3, 4]
for x in items:
    if x < 3:
        items.remove(x)
print(items)
grown = [1]
for x in grown:
    if len(grown) < 5:
        grown.append(x + 1)
print(grown)
for make, change in (({1: 1, 2: 2}, lambda d: d.update({3: 3})), ({1, 2}, lambda s: s.add(9))):
    try:
        for x in make:
            change(make)
    except RuntimeError as error:
        print(error)
d = {1: "a", 2: "b"}
for k in list(d):
    del d[k]
print(d)
d = {1: 1, 2: 2}
for k in d:
    d[k] = "changed"
print(d)
it = iter([1, 2])
print(list(it), list(it))
