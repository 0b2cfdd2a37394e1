# Who asks a class for its iterator, and who for its length too.
class Told:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        print("iter", end=" ")
        return iter(self.items)

    def __len__(self):
        print("len", end=" ")
        return len(self.items)


def unpack(x):
    a, *b = x
    return a, b


def assign(x):
    items = [1, 2, 3]
    items[1:2] = x
    return items


def assign_steps(x):
    items = [1, 2, 3]
    items[::2] = x
    return items


def add(x):
    items = [0]
    items += x
    return items


for ask in (unpack, assign, assign_steps, add, list, tuple, sorted, ",".join, lambda x: [*x], lambda x: [].extend(x), max):
    print(ask(Told("a", "b")))


class Fails:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


for x in (Fails(TypeError("mine")), Fails(KeyError("k")), 5, (i for i in "xy")):
    for change in (assign, assign_steps, unpack):
        try:
            print(change(x))
        except (TypeError, KeyError, ValueError) as e:
            print(type(e).__name__, e)


def longer(base, items):
    def measure(self):
        print("len", end=" ")
        return 99

    return type("Longer", (base,), {"__len__": measure})(items)


# the iterator of a built-in type does not ask a derived class
for base in (list, tuple, str, bytes, bytearray):
    it = iter(longer(base, b"ab" if base in (bytes, bytearray) else "ab"))
    print(base.__name__, it.__length_hint__(), list(it), it.__length_hint__())
    reverse = reversed(longer(base, b"ab" if base in (bytes, bytearray) else "ab"))
    print(type(reverse).__name__, reverse.__length_hint__() if base is list else "")
print(",".join(longer(list, "ab")), unpack(longer(str, "ab")), assign(longer(tuple, "ab")))
