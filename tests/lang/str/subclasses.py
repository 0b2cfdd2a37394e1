# Subclasses of str: methods answer plain str; special methods of the class are used.
import copy


class Text(str):
    pass


class Named(str):
    def __new__(cls, value, name="n"):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __str__(self):
        return f"str:{self.name}"

    def __repr__(self):
        return f"Named({super().__repr__()})"

    def __format__(self, spec):
        return f"format:{spec}"

    def __len__(self):
        return 99

    def __getitem__(self, key):
        return f"item:{key}"

    def __iter__(self):
        return iter(["i", "t"])

    def __contains__(self, item):
        return "maybe"

    def __eq__(self, other):
        return NotImplemented if isinstance(other, Named) else "equal"

    def __hash__(self):
        return 7

    def __add__(self, other):
        return "added"

    def __radd__(self, other):
        return "radded"

    def __mod__(self, other):
        return "modded"


t = Text("abc")
print([type(x).__name__ for x in (t + "", t * 1, t[:], t[0], t.upper(), t.strip(), t.replace("x", "y"), t.center(1), t.zfill(1), str(t), t.split(",")[0], t.partition(",")[0], t.format(), t.join(["a"]), "".join([t]), t.lower(), t.removeprefix("x"), t.translate({}), t.expandtabs(), t.ljust(0), f"{t}", "%s" % t, t.casefold())])
t.x = 1
print(t.__dict__, t == "abc", hash(t) == hash("abc"), {"abc": 1}[t], t in {"abc"}, copy.copy(t).x, type(copy.deepcopy(t)).__name__, t < "abd", isinstance(t, str))
n = Named("abc", name="N")
print(n, repr(n), [n], f"{n}", f"{n:>5}", f"{n!s}", f"{n!r}", "%s %r" % (n, n), str(n), "{} {!r}".format(n, n), len(n), n[0], n[1:2], list(n), "x" in n, n == "abc", "abc" == n, n + "x", "x" + n, n % 1, "-".join(n), "-".join([n, n]), hash(n))
print(n.upper(), n.find("c"), n.count("a"), "xabcx".find(n), "abc".startswith(n), "xabcx".split(n), "abc".replace(n, "z"), ",".join(sorted([n, "b"], key=str.__str__)), str.__len__(n), str.__getitem__(n, 0), n.encode(), int(Text("12")), float(Text("1.5")), print(n, end="|\n"), n.isalpha(), ("a" + str.__str__(n)))
print({n: 1}, n.__class__, type(str.__str__(n)).__name__, copy.copy(n).name, eval(Text("1+1")), getattr(1, Text("real")), open.__name__ == Text("open"), max(n, key=lambda c: c))
class BadStr(str):
    def __str__(self):
        return 5


for call in ("str(BadStr())", "f'{BadStr()}'", "print(BadStr())", "'%s' % BadStr()", "Text(1, 2, 3, 4)", "Text(b'a', 'ascii')", "Text(object=b'a', encoding='ascii')", "Named()", "Named('a', 'b', 'c')", "type('S', (str,), {'__slots__': ('a',)})", "type('S', (str, int), {})", "type('S', (str,), {'__slots__': ()})('q')"):
    try:
        print(call, repr(eval(call)))
    except Exception as error:
        print(call, type(error).__name__, error)
