# Slices read, stored and deleted: bounds beyond the ends, steps of any sign, wrong lengths, odd indices.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def show(act, *arguments):
    items = list(range(8))
    try:
        result = act(items, *arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(arguments, result, items)


def store(items, key, value):
    items[key] = value


def delete(items, key):
    del items[key]


bounds = [None, 0, 2, -3, 50, -50, 2**70]
for start in bounds:
    for stop in bounds:
        print([list(range(8))[start:stop:step] for step in (None, 1, 2, -1, -3, 2**80)])
for key in (slice(2, 4), slice(4, 2), slice(None, None, 2), slice(None, None, -3), slice(9, 9), slice(-2, None)):
    show(delete, key)
    for value in ([], "ab", [1, 2, 3], range(4), (x for x in "xy"), 5, None):
        if not hasattr(value, "gi_code"):
            show(store, key, value)
for key in (0, -1, 8, -9, True, 2**70, None, "1", 1.0, (1, 2), slice("a", 2), slice(1, 2, 0)):
    show(delete, key)
    show(store, key, 77)
items = list(range(8))
items[Index(1) : Index(3)] = items
print(items, items[Index(-1)], items[:: Index(4)])
