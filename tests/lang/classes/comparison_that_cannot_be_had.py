# A comparison method that is a property which raises counts as none; other operators let the error out.
class Odd:
    @property
    def __eq__(self):
        raise AttributeError("no eq")

    @property
    def __lt__(self):
        raise KeyError("no lt")

    @property
    def __add__(self):
        raise AttributeError("no add")

    __hash__ = object.__hash__


a, b = Odd(), Odd()
print(a == b, a == a, a != b, a == 5)
for use in (lambda: a < b, lambda: a + b, lambda: sorted([a, b])):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)
