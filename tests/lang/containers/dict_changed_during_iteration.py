def show(mapping, change, view):
    try:
        for item in getattr(mapping, view)():
            print(item, end=" ")
            change(mapping)
        print("ended", mapping)
    except RuntimeError as error:
        print("RuntimeError:", error, mapping)


def swap(mapping):
    key = max(mapping)
    mapping[key + 1] = mapping.pop(key)


for view in ("keys", "values", "items"):
    show({1: "a", 2: "b"}, lambda m: m.update({9: "z"}), view)
    show({1: "a", 2: "b"}, lambda m: m.pop(1, None), view)
    show({1: "a", 2: "b"}, lambda m: m.update({1: "new"}), view)
    show({1: "a", 2: "b", 3: "c"}, swap, view)
    show({1: "a", 2: "b"}, dict.clear, view)
numbers = {1: 1}
iterator = iter(numbers)
numbers[2] = 2
for _ in range(2):
    try:
        next(iterator)
    except RuntimeError as error:
        print(error)
print(iterator.__length_hint__(), list(iter(numbers)), iter(numbers).__length_hint__())
