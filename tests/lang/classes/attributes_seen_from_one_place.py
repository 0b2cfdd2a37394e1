"""One place that reads, writes and calls attributes of many classes, while these and their instances change."""


def read(o):
    return o.v


def write(o, value):
    o.v = value


def call(o):
    return o.m()


def make(i):
    class Made:
        v = i

        def m(self):
            return "class", i

    Made.__qualname__ = f"Made{i}"
    return Made


classes = [make(i) for i in range(6)]
objects = [c() for c in classes]
for turn in range(3):
    print([read(o) for o in objects], [call(o) for o in objects])

classes[0].v = "replaced"
classes[1].v = property(lambda self: "property")
classes[2].v = lambda self: "method"
del classes[3].v
classes[4].__getattr__ = lambda self, name: f"missing {name}"
del classes[4].v
for turn in range(3):
    for o in objects:
        try:
            v = read(o)
            print(v() if callable(v) else v, end=" ")
        except AttributeError as error:
            print(error, end=" ")
    print()
write(objects[0], "own")
try:
    write(objects[1], 1)
except AttributeError as error:
    print(error)
write(objects[3], "own again")
print(read(objects[0]), read(objects[3]))
del objects[0].v
print(read(objects[0]))
objects[5].m = lambda: "own method"
print([call(o) for o in objects])
del objects[5].m
print(call(objects[5]))


class Wide:
    pass


wide = Wide()
for i in range(40):
    setattr(wide, f"a{i}", i)
for turn in range(4):
    write(wide, turn)
    wide.a39 += 1
    print(read(wide), wide.a0, wide.a39)
del wide.a5
print(wide.a6, wide.a39, read(wide), hasattr(wide, "a5"))
wide.__dict__["v"] = "by the dict"
print(read(wide), wide.__dict__["a39"])


class Base:
    shared = [1]

    def __init__(self):
        self.count = 0


class Derived(Base):
    limit: int
    start: int = 4


def use(o):
    o.shared.append(len(o.shared))
    o.count += o.start if isinstance(o, Derived) else 1
    return o.shared, o.count


for turn in range(3):
    print(use(Base()), use(Derived()))
Base.shared = Base.shared[:2]
print(use(Derived()), Derived.shared is Base.shared)
Derived.shared = []
print(use(Derived()), use(Base()))
o = Derived()
o.__class__ = Base
print(use(o), hasattr(o, "start"))
