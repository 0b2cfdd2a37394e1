"""One place reads an attribute that the type answers: of classes, functions, exceptions, objects whose dict was asked for."""


class Meta(type):
    @property
    def label(cls):
        return "label of " + cls.__name__


class Other(type):
    pass


class Plain(metaclass=Other):
    @property
    def size(self):
        return 7


class Labelled(metaclass=Meta):
    label = "hidden by the metaclass"


class Answers(Exception):
    def __getattr__(self, name):
        return "asked for " + name


def function():
    """What it says."""


def look(*objects):
    found = []
    for object in objects * 3:
        try:
            found.append((object.__name__, object.__module__, object.__doc__ is None))
        except AttributeError as error:
            found.append(str(error))
    return found


print(look(Plain, function, Labelled, len, int, Answers()))
function.__name__ = "renamed"
Plain.__name__ = "Renamed"
print(look(Plain, function))


def read(object):
    try:
        return object.args
    except AttributeError as error:
        return str(error)


errors = [ValueError(1, 2), Answers(3), KeyError("k")]
print([read(error) for error in errors * 3])
errors[0].note = "own"
errors[1].args = (4,)
print([read(error) for error in errors * 3])

plain = Plain()
for round in range(8):
    if round == 3:
        plain.__dict__["size"] = 8  # an instance's own goes behind a property
        plain.__dict__["odd"] = round
    if round == 5:
        Plain.size = 9
        Plain.odd = property(lambda self: "odd of the class")
    if round == 6:
        Plain.__class__ = Meta
    print(plain.size, getattr(plain, "odd", None), plain.__class__.__name__, type(plain).__class__.__name__, plain.__dict__)
print([cls.label for cls in (Labelled, Plain, Labelled)], Plain.__mro__, Plain.__class__)
Meta.__getattribute__ = lambda cls, name: "instead of " + name
print(look(Plain, Labelled), plain.__class__.label)
