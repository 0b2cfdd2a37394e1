# str.format: numbering, names, attributes and items, conversions, nested specs, and every mistake.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f"<{spec}|{self.x},{self.y}>"

    def __repr__(self):
        return "point"

    def __getitem__(self, key):
        return f"[{key!r}]"


p = Point(1, 2)
texts = ["{}", "{} {}", "{0} {1} {0}", "{0} {}", "{} {0}", "{2}", "{a}", "{b}", "{a.x}", "{a.z}", "{a[0]}", "{a[x]}", "{a[-1]}", "{a[]}", "{a[}", "{a]}", "{a.}", "{.x}", "{0.real}", "{0.real.imag}", "{1[0]}", "{1[9]}", "{1[a]}", "{0!r}", "{1!s:>5}", "{1!a}", "{0!x}", "{0!}", "{0!rr}", "{0!r:}", "{", "}", "{{", "}}", "{{}}", "{{{}}}", "{0", "0}", "{:{}}", "{:{1}}", "{0:{1}{2}}", "{0:>{0}}", "{a:{b}}", "{a:spec {0}}", "{:{:{}}}", "{ }", "{ 0}", "{0 }", "{-1}", "{+1}", "{1e1}", "{99999999999999999999}", "{0:d}", "{0:s}", "{1:d}", "{a!r:10}", "{0[0]}", "{0.__class__}", "{0.__class__.__name__}", "{:}", "{!r}", "{:%}", "{0:}}", "{0:{}", "{a[x][y]}", "{a.x.real}", "{a[x].y}", "{0]}", "{0[x}", "{0..x}", "é{}é", "\ud800{}"]
for text in texts:
    for arguments, names in (((7, "ab"), {"a": p}), ((), {}), ((3, 4, 5), {"a": [1, 2], "b": 6})):
        try:
            print(ascii(text), ascii(text.format(*arguments, **names)))
        except Exception as error:
            print(ascii(text), type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        return f"no {key}"


print("{a} {b}".format_map(Default(a=1)))
for mapping in ({"a": 1}, {}, None, [1], "x", Point(0, 0)):
    for text in ("{a}", "{}", "{0}", "x", "{a.real}"):
        try:
            print(text.format_map(mapping))
        except Exception as error:
            print(type(error).__name__, error)
for act in (lambda: "{}".format_map(), lambda: "{}".format_map({}, {}), lambda: str.format(), lambda: str.format("{}"), lambda: str.format("{self}", self=1), lambda: "{0.x}".format(None)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
