"""Special methods of built-in types, called by name: found on the class, hidden by an instance, taken over by another class."""
class Number(int):
    def __init__(self, *_):
        self.kept = True


class Other:
    __add__, __eq__, __len__, __hash__ = int.__add__, int.__eq__, list.__len__, None


class Longer(list):
    def __len__(self):
        return super().__len__() + 1

    def __getitem__(self, i):
        return super().__getitem__(i) * 2


def hidden():
    number.__dict__["__add__"] = lambda other: "hidden"
    result = number.__add__(1)
    del number.__dict__["__add__"]
    return result


number, other, longer = Number(5), Other(), Longer([1, 2])
for tried in (lambda: number.__add__(2**70), lambda: number.__add__(), lambda: number.__add__(1, 2), lambda: number.__eq__(5),
              lambda: number.__add__(x=1), hidden, lambda: other.__add__(1), lambda: other + 1, lambda: other.__eq__(1),
              lambda: other == 1, lambda: len(other), lambda: other.__len__(), lambda: other.__add__, lambda: other.__hash__(),
              lambda: (longer.__len__(), longer[1], longer.__getitem__(0), longer.__setitem__(0, 4), list(longer)),
              lambda: (3).__pow__(2, 5), lambda: (3).__rpow__(2), lambda: "a".__mul__(3), lambda: [1].__contains__(1),
              lambda: None.__bool__(), lambda: object().__init__(1), lambda: (2**80).__eq__(2**80), lambda: (1).__lt__("")):
    for _ in range(9):
        try:
            answer = tried()
        except TypeError as error:
            answer = error
    print(answer)
