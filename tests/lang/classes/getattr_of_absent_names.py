"""__getattr__ is asked for what neither the instance nor its class has, at each look anew."""


class Asked:
    """Answers a few names."""

    limit = 1

    def __init__(self):
        self.own = "own"

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(f"nothing called {name}", name=name, obj=self)
        return name * self.limit

    @property
    def broken(self):
        raise AttributeError("from the property")


def look(o):
    return o.own, o.limit, o.missing, o.other


asked = Asked()
for _ in range(4):
    print(look(asked))
asked.missing = "now it is here"
print(look(asked))
del asked.missing
print(look(asked))
Asked.limit = 2
Asked.other = "in the class"
print(look(asked))
del Asked.other
print(look(asked), asked.broken)
for _ in range(2):
    try:
        asked.nobody
    except AttributeError as e:
        print(e, e.name, e.obj is asked)
Asked.__getattr__ = lambda self, name: "another " + name
print(look(asked))
Asked.__getattr__ = len
try:
    asked.missing
except TypeError as e:
    print(e)
del Asked.__getattr__
try:
    look(asked)
except AttributeError as e:
    print(e)


class Slotted:
    __slots__ = ("a",)

    def __getattr__(self, name):
        return "asked for " + name


s = Slotted()
for _ in range(3):
    print(s.a, s.b)
s.a = 1
print(s.a, s.b)


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)


chain = Proxy(Proxy(Proxy([3, 1, 2])))
for _ in range(3):
    print(chain.count(3), chain.append(4), chain.target.target.target)


class Loop:
    def __getattr__(self, name):
        return self.another


try:
    Loop().x
except RecursionError as e:
    print(e)


class Wrong:
    def __getattr__(self):
        return 1


class Yields:
    def __getattr__(self, name):
        yield name


class Defaults:
    def __getattr__(self, name, *rest, more=5):
        return name, rest, more


try:
    Wrong().x
except TypeError as e:
    print(e)
print(next(Yields().x), Defaults().x)
