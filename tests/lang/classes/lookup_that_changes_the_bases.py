# A key of a class's dict that is no str is not asked whether it equals a name: look-ups on classes run no Python code.
# CPython 3.13 asks it, and the bases change meanwhile.
import warnings

warnings.simplefilter("ignore")


class Key:
    def __hash__(self):
        return hash("name")

    def __eq__(self, other):
        if other == "name":
            C.__bases__ = (Base2,)


class Base:
    name = "from Base"


class Base2:
    name = "from Base2"


C = type("C", (Base,), {Key(): 5})
print(C.name)
print(C.__bases__)
print(C.name, C().name, super(C, C()).name)
