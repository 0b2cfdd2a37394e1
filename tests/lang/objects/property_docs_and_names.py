class Documented(property):
    pass


class Described(property):
    """of the class"""


class Slotted(property):
    __slots__ = ()


class SlottedDoc(property):
    __slots__ = ("__doc__",)


def getter(self):
    "of the getter"


def silent(self):
    pass


for kind in (property, Documented, Described, Slotted, SlottedDoc):
    for arguments in ((getter,), (silent,), (getter, None, None, "given"), (None, getter)):
        try:
            made = kind(*arguments)
            copy = made.setter(silent)
            print(kind.__name__, made.__doc__, copy.__doc__, made.getter(silent).__doc__, made.getter(getter).__doc__)
        except AttributeError as error:
            print(kind.__name__, "AttributeError", error)
print(property(getter).__name__, property(silent).setter(getter).__name__)
renamed = property(getter)
renamed.__name__ = "renamed"
print(renamed.__name__, renamed.setter(silent).__name__)
renamed.__name__ = None
print(renamed.__name__)
for unnamed in (property(), property(1), property(None, getter)):
    try:
        print(unnamed.__name__)
    except AttributeError as error:
        print(error)


class Broken:
    def __getattr__(self, name):
        raise RuntimeError(f"no {name}")


try:
    property(Broken(), doc="x").__name__
except RuntimeError as error:
    print(error)
