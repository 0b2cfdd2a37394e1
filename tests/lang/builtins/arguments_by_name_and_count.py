import itertools
import weakref


class A:
    pass


class Noted(weakref.ref):
    def __init__(self, target, callback=None, /, **notes):
        super().__init__(target, callback)
        self.notes = notes


print(Noted(A, why="test").notes)
for call in (lambda: pow([], base=2), lambda: pow(1, mod=2), lambda: pow(1, 2, base=3), lambda: property().__set_name__(),
             lambda: property().__set_name__(1), lambda: property().__set_name__(1, 2, 3), lambda: weakref.ref(o=A),
             lambda: weakref.ref(A, callback=None), lambda: weakref.ref(), lambda: itertools.zip_longest("a", foo=1),
             lambda: list(itertools.zip_longest("a", fillvalue=1)), lambda: bytearray().extend("a"),
             lambda: bytearray().extend(""), lambda: "%*d" % (2**61, 0, 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
import itertools
for call in (lambda: ImportError(namez=1), lambda: NameError(nam=1), lambda: AttributeError(onj=1, name=2), lambda: itertools.product("a", repeat=1, foo=2), lambda: itertools.combinations(1, "x"), lambda: itertools.combinations(1, -1), lambda: itertools.combinations("a", -1), lambda: itertools.combinations("a", None), lambda: itertools.permutations(1, "x"), lambda: itertools.permutations("ab", "x"), lambda: itertools.permutations("ab", -1), lambda: list(itertools.permutations("ab", None))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
