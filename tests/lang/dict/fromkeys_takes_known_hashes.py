class Key:
    hashed = 0

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        Key.hashed += 1
        return hash(self.value)

    def __eq__(self, other):
        return self.value == other.value


keys = {Key(i): i for i in range(5)}
print(Key.hashed)
for source in (keys, set(keys), frozenset(keys), list(keys), keys.keys(), iter(keys)):
    before = Key.hashed
    made = dict.fromkeys(source, 0)
    print(type(source).__name__, len(made), Key.hashed - before)
