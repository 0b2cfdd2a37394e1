class Key:
    def __init__(self, name, action=lambda: None):
        self.name, self.action = name, action

    def __hash__(self):
        return 10007

    def __eq__(self, other):
        self.action()
        return self is other

    def __repr__(self):
        return self.name


def grow():
    target.update((n, n) for n in range(len(target), 200))


for action in (lambda: target.clear(), grow, lambda: target.pop(0, None)):
    target = {0: 0}
    keys = [Key("abc"[i], action) for i in range(3)]
    for key in keys:
        target[key] = key.name
    print(len(target) > 200, [target.get(key) for key in keys], Key("x") in target)


class Failing(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        raise ValueError("incomparable")


table = {Failing("f"): 1}
for attempt in (lambda: table[Key("k")], lambda: table.update({Key("k"): 1}), lambda: table.pop(Key("k"))):
    try:
        attempt()
    except ValueError as error:
        print(error, len(table))
