items = [1]
items.append(items)
print(items)
names = {"a": items}
names["self"] = names
print(names)
items.append(names)
print(items)
pair = (1, [])
pair[1].append(pair)
print(pair)
print({"k": pair}.values(), {"k": pair}.items())
both = [[], []]
both[0].append(both[1])
both[1].append(both[0])
print(both)


class Broken:
    def __repr__(self):
        raise ValueError("no")


broken = [1, Broken()]
for _ in range(2):
    try:
        repr(broken)
    except ValueError as error:
        print(error)
items.clear(), names.clear(), pair[1].clear(), both[0].clear()
