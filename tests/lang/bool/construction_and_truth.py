# bool(...) of everything, and __bool__ and __len__ that misbehave.
for value in [0, 1, -1, 0.0, -0.0, float("nan"), 0j, "", "0", b"", b"\0", bytearray(), [], [0], (), (0,), {}, {0: 0}, set(), {0}, frozenset(), range(0), range(1), None, NotImplemented.__class__, ..., object, int, lambda: 0, memoryview(b""), memoryview(b"x"), slice(0), iter([]), {}.keys(), {1: 1}.items()]:
    print(type(value).__name__, bool(value), not value, True if value else False, bool(value) is (not not value))


def make(**methods):
    return type("Made", (), {name: (lambda self, result=result: result) for name, result in methods.items()})()


for methods in [{}, {"__bool__": True}, {"__bool__": False}, {"__len__": 0}, {"__len__": 3}, {"__bool__": False, "__len__": 3}, {"__bool__": 1}, {"__bool__": None}, {"__bool__": "x"}, {"__len__": -1}, {"__len__": 1.5}, {"__len__": "a"}, {"__len__": 2**70}, {"__len__": True}]:
    for use in (bool, lambda value: not value, lambda value: "yes" if value else "no", lambda value: value and 1, lambda value: any([value]), lambda value: list(filter(None, [value])) != []):
        try:
            result = use(make(**methods))
            print(methods, result if not type(result).__name__ == "Made" else "itself")
        except Exception as error:
            print(methods, type(error).__name__, error)


class NoBool:
    __bool__ = None


for call in ("bool(NoBool())", "bool(1, 2)", "bool(x=1)", "bool()", "bool([])", "bool.__new__(bool, 'a')", "bool.__new__(int)", "True + True", "True & 1", "True & False", "True | 2", "True ^ True", "~True", "True.__and__(1.0)", "True.__and__(True)", "True.__or__(False)", "True.__rxor__(1)", "True.__and__()", "-True", "True / True", "True // 2", "True ** False", "True < 2", "True == 1.0", "False == 0j", "hash(True)", "repr(True)", "str(False)", "format(True)", "format(True, 'd')", "format(True, '>6')", "format(True, 's')", "'%d %s %r' % (True, True, False)", "int(True)", "float(True)", "[5, 6][True]", "'ab' * True", "range(True)", "True is (1 == 1)", "isinstance(True, int)", "bool.__mro__", "bool.__base__", "True.__class__", "{True: 'a', 1: 'b', 1.0: 'c'}", "sum([True, True])", "True.real", "type(True.real)", "round(True)", "type(round(True))", "setattr(True, 'x', 1)", "True.__dir__() == (1).__dir__()", "bool.__bool__", "int.__bool__(True)", "bool.__repr__(5)", "bool.__repr__(True)", "True.to_bytes()", "True.__invert__()"):
    try:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            print(call, "->", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
