"""A class with __getattr__: what is there is found as ever, and __getattr__ answers for the rest, whatever changes."""


class Record:
    kind = "record"

    def __init__(self, **fields):
        self.__dict__.update(fields)
        self.own = 1

    def __getattr__(self, name):
        return f"<{name}>"

    def method(self):
        return self.own

    @property
    def failing(self):
        raise AttributeError("no such luck")

    @property
    def fine(self):
        return self.own + 1

    @staticmethod
    def static(a):
        return ("static", a)

    @classmethod
    def of_class(cls, a):
        return (cls.__name__, a)


def read(record):
    return record.own, record.kind, record.missing, record.failing, record.fine, record.method()


record = Record(x=5)
for _ in range(6):
    result = read(record)
print(result)
record.missing = "found"
print(read(record))
del record.missing, record.own
print(record.own, record.missing, record.method())
Record.own = property(lambda self: "class goes first")
record.__dict__["own"] = 3
print(record.own, record.method())
del Record.own
print(record.own, record.method())


class Sub(Record):
    pass


def call(object):
    return object.static(1), object.of_class(2)


for object in (record, Sub(), record, Sub(), record):
    for _ in range(4):
        result = call(object)
    print(result)
Record.static = lambda self, a: ("method now", a)
Record.of_class = staticmethod(lambda a: ("static now", a))
print(call(record))
record.static = lambda a: ("own", a)
print(call(record), call(Sub()))
Record.__getattr__ = lambda self, name: name.upper()
print(record.nowhere, record.failing)
del Record.__getattr__
for name in ("nowhere", "failing"):
    try:
        getattr(record, name)
    except AttributeError as error:
        print(error)


class Guarded(Record):
    def __getattribute__(self, name):
        if name == "own":
            return "guarded"
        return super().__getattribute__(name)


guarded = Guarded()
for _ in range(4):
    result = guarded.own, guarded.kind, guarded.of_class(3)
print(result)


class Slotted:
    __slots__ = ("a", "b")

    def __getattr__(self, name):
        return "empty " + name


slotted = Slotted()
slotted.a = 1
for _ in range(4):
    result = slotted.a, slotted.b, slotted.c
print(result)
slotted.b = 2
del slotted.a
print(slotted.a, slotted.b, slotted.c)
