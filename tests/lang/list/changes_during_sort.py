# A comparison or a key that touches the list while it is sorted.
class Meddler:
    def __init__(self, value, act):
        self.value, self.act = value, act

    def __lt__(self, other):
        self.act()
        return self.value < other.value

    def __repr__(self):
        return f"<{self.value}>"


def attempt(act):
    items = []
    items += [Meddler(value, lambda: act(items)) for value in (3, 1, 2)]
    try:
        items.sort()
        print("sorted", items)
    except Exception as error:
        print(type(error).__name__, error, items)


attempt(lambda items: None)
attempt(lambda items: items.append(1))
attempt(lambda items: items.clear())
attempt(lambda items: print("seen as", items, len(items)))
attempt(lambda items: items.extend([]))
attempt(lambda items: items.sort())
attempt(lambda items: items.insert(0, 5) or items.pop())
attempt(lambda items: 1 / 0)
items = [3, 1, 2]
try:
    items.sort(key=lambda item: items.append(item) or item)
except ValueError as error:
    print(error, items)
items = [3, 1, 2]
try:
    items.sort(key=lambda item: 6 // (item - 1))
except ZeroDivisionError as error:
    print(error, items)
for arguments in ({"key": 5}, {"reverse": "yes"}, {"reverse": None}, {"key": None}, {"kee": 1}, {"key": len, "reverse": 1, "x": 1}):
    try:
        print([2, 3, 1].sort(**arguments))
    except TypeError as error:
        print(error)
    try:
        print(sorted([2, 3, 1], **arguments))
    except TypeError as error:
        print(error)
