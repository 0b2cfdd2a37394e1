# An mro() that leaves out object, or everything.
def attempt(f):
    try: print(f())
    except Exception as error: print(type(error).__name__, error)


class Meta(type):
    def mro(cls): return order(cls)


for order in lambda cls: [], lambda cls: [1], lambda cls: None: attempt(lambda: Meta("Made", (), {}))
order = lambda cls: [cls]


class Made(metaclass=Meta): pass


class Plain: pass


x = Plain()
x.__class__ = Made
for f in (lambda: repr(x).partition(" at ")[0], lambda: str(x).partition(" at ")[0], lambda: f"{x!r:.5}", lambda: "%.5s" % x,
          lambda: hash(x), lambda: x == x, lambda: x != 1, lambda: x < x, lambda: x.foo, lambda: format(x), lambda: bool(x),
          lambda: [x].index(x), lambda: {x}, lambda: x(), lambda: len(x), lambda: 1 in x):
    attempt(f)
