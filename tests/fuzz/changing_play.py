"""Changes classes, instances, functions, modules and names at random, and runs the same places in between.

    changing_play.py FIRST LAST STEPS

One world for each seed from FIRST to LAST - 1; each step prints a line. Who runs it sees by the lines of two interpreters
where one of them went by what was true before (changing.py).
"""

import builtins
import functools
import gc
import random
import sys
import types
import warnings

ATTRIBUTES = ["a", "b", "c"]
PLACES = """
def load(o): return o.NAME
def load_of(o): return [o][0].NAME
def load_twice(o): return o.NAME, o.NAME
def call(o): return o.NAME()
def call_with(o): return o.NAME(1)
def call_named(o): return o.NAME(x=2)
def call_star(o): return o.NAME(*[3])
def call_of(o): return [o][0].NAME()
def store(o): o.NAME = 41
def store_of(o): [o][0].NAME = 42
def delete(o): del o.NAME
def augment(o): o.NAME += 1
def ask(o): return hasattr(o, "NAME"), getattr(o, "NAME", "default")
def load_of_class(o): return type(o).NAME
def call_of_class(o): return type(o).NAME()
def call_with_self(o): return type(o).NAME(o)
def match_it(o):
    match o:
        case object(NAME=x): return "matched", x
    return "no match"
def load_in_loop(o): return [o.NAME for _ in range(3)]
def global_load(): return NAME
def global_call(): return NAME()
def global_store():
    global NAME
    NAME = 43
def module_load(): return module.NAME
def module_call(): return module.NAME()
"""
OPERATIONS = """
def add(o, p): return o + p
def add_one(o, p): return o + 1
def one_add(o, p): return 1 + o
def add_in_place(o, p):
    o += p
    return o
def subtract(o, p): return o - p
def less(o, p): return o < p
def less_than_one(o, p):
    if o < 1: return "yes"
    return "no"
def equal(o, p): return o == p
def jump_equal(o, p):
    if o == p: return "yes"
    return "no"
def unequal(o, p):
    if o != "text": return "yes"
    return "no"
def inside(o, p): return p in o
def outside(o, p): return "yes" if p not in o else "no"
def item(o, p): return o[1]
def item_by(o, p): return o[p]
def store_item(o, p): o[0] = p
def delete_item(o, p): del o[0]
def loop(o, p):
    seen = []
    for i in o:
        seen.append(i)
        if len(seen) > 4: break
    return seen
def unpack(o, p):
    x, y = o
    return y, x
def star(o, p): return [*o][:4]
def length(o, p): return len(o)
def boolean(o, p): return bool(o), not o
def jump(o, p):
    if o: return "true"
    return "false"
def call_it(o, p): return o()
def call_it_with(o, p): return o(p)
def following(o, p): return next(o)
def text(o, p): return str(o), f"{o}"
def shown(o, p): return repr(o)
def hashed(o, p): return hash(o)
def instance(o, p): return isinstance(o, type(p)), isinstance(p, type(o))
def made(o, p): return type(o)()
def made_with(o, p): return type(o)(7)
def negative(o, p): return -o
def context(o, p):
    with o as x: return x
def whole(o, p): return int(o)
def index(o, p): return [5, 6, 7][o]
def keyed(o, p): return {o: 1}.get(p)
def sorted_(o, p): return len(sorted([o, p, o]))
"""
SPECIAL = {
    "__add__": 2, "__radd__": 2, "__iadd__": 2, "__sub__": 2, "__rsub__": 2, "__lt__": 2, "__gt__": 2, "__eq__": 2, "__ne__": 2, "__contains__": 2,
    "__getitem__": 2, "__setitem__": 3, "__delitem__": 2, "__iter__": 1, "__next__": 1, "__len__": 1, "__bool__": 1, "__call__": 0, "__str__": 1,
    "__repr__": 1, "__hash__": 1, "__init__": 0, "__new__": 0, "__neg__": 1, "__enter__": 1, "__exit__": 4, "__int__": 1, "__index__": 1,
    "__getattr__": 2, "__getattribute__": 2, "__setattr__": 3, "__delattr__": 2, "__format__": 2, "__get__": 3, "__set__": 3, "__delete__": 2,
}  # fmt: skip
SHADOWED = ["len", "isinstance", "next", "hasattr", "range", "type", "str"]


class Plain:
    def __init__(self, label): self.label = label


class Getter(Plain):
    def __get__(self, instance, owner): return "get", self.label, instance is None


class Setter(Getter):
    def __set__(self, instance, value): raise AttributeError(f"set {self.label} {show(value)}")
    def __delete__(self, instance): raise AttributeError(f"delete {self.label}")


class Meta(type):
    pass


def show(value, depth=3):
    """The same text for the same value in both interpreters."""
    kind = type.__dict__["__name__"].__get__(type(value))
    if type(value) is int and not -(1 << 20) < value < 1 << 20: return "a large int"
    if type(value) in (int, str, bool, type(None)): return repr(value)
    if depth == 0: return "..."
    if type(value) in (tuple, list): return kind + "(" + ", ".join(show(v, depth - 1) for v in value[:5]) + ")"
    if type(value) is types.MethodType: return f"method {value.__func__.__name__ if type(value.__func__) is types.FunctionType else kind} of {show(value.__self__, depth - 1)}"
    if type(value) is types.FunctionType: return "function " + value.__name__
    if isinstance(value, type): return "class " + type.__dict__["__name__"].__get__(value)
    if isinstance(value, Plain): return kind + " " + str(value.__dict__.get("label"))
    return "a " + kind


def say(text):
    first, *others = text.split("0x")
    print(first + "".join("0x" + part.lstrip("0123456789abcdef") for part in others))


def attempt(function, *args):
    try:
        return show(function(*args))
    except RecursionError:
        return "RecursionError"
    except Exception as error:
        return type(error).__name__ + ": " + str(error)[:150]


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.serial = 0
        self.space = {"__name__": "place", "module": types.ModuleType("module"), "__builtins__": builtins}
        for name in ATTRIBUTES:
            exec(PLACES.replace("NAME", name).replace("def ", f"def {name}_"), self.space)
        exec(OPERATIONS, self.space)
        functions = {name: v for name, v in self.space.items() if type(v) is types.FunctionType}
        self.places = [(name, v) for name, v in functions.items() if name[:2] in ("a_", "b_", "c_")]
        self.operations = [(name, v) for name, v in functions.items() if name[:2] not in ("a_", "b_", "c_")]
        self.classes, self.objects, self.functions = [], [], []
        while len(self.classes) < 3: attempt(self.new_class)
        while len(self.objects) < 4: attempt(self.new_object)

    def number(self):
        self.serial += 1
        return self.serial

    def function(self, name, least=0):
        """A function with self and whatever else; it says which it is."""
        n, kind = self.number(), self.random.randrange(8)
        text = [
            f"def {name}(*args, **named): return {n}, len(args)",
            f"def {name}(self=None, x=0): return {n}, x",
            f"def {name}(self): return {n}",
            f"def {name}(self, x): return {n}, x",
            f"def {name}(self, *, x=1): return {n}, x",
            f"def {name}(*args): yield {n}; yield len(args)",
            f"def {name}(self=None, *args): return self",
            f"def {name}(*args): raise ValueError({n})",
        ][kind]
        space = {}
        exec(text, space)
        self.functions.append(space[name])
        del self.functions[:-12]
        return space[name]

    def value(self, name):
        n, f = self.number(), self.function(name)
        make = [
            lambda: n, lambda: str(n), lambda: f, lambda: f, lambda: f, lambda: staticmethod(f), lambda: classmethod(f), lambda: property(f),
            lambda: property(f, lambda self, v: self.__dict__.__setitem__("set", v)), lambda: Getter(n), lambda: Setter(n), lambda: Plain(n), lambda: self.any_class(),
            lambda: functools.partial(f, 5), lambda: types.MethodType(f, n), lambda: None, lambda: len, lambda: classmethod(property(f)),
            lambda: functools.cached_property(f), lambda: self.slot(name), lambda: functools.partialmethod(f, 4),
        ]  # fmt: skip
        return self.random.choice(make)()

    def slot(self, name):
        owner = self.any_class()
        members = [v for k in owner.__mro__ for v in vars(k).values() if type(v) is types.MemberDescriptorType]
        return self.random.choice(members) if members else 0

    def special(self, name):
        f, kind, n = self.function(name), self.random.randrange(6), self.number()
        if name == "__getattribute__" and kind < 3:
            return lambda self, name: ("own", n) if name in ATTRIBUTES else object.__getattribute__(self, name)
        if name == "__getattribute__": return object.__getattribute__
        if name == "__setattr__": return object.__setattr__ if kind < 3 else lambda self, name, v: object.__setattr__(self, name, ("through", n))
        if name == "__delattr__": return object.__delattr__
        if name == "__getattr__":
            def fallback(self, name):
                if name in ATTRIBUTES: return "fallback", n
                raise AttributeError(name)
            return fallback
        if name == "__new__": return staticmethod(lambda cls, *args: object.__new__(cls))
        if name == "__init__": return lambda self, *args: None
        if name in ("__hash__", "__len__", "__int__", "__index__") and kind < 5: return lambda self: n % 5
        if name in ("__str__", "__repr__", "__format__") and kind < 5: return lambda self, *args: f"text {n}"
        if name == "__bool__": return lambda self: n % 2 == 0
        if name == "__iter__" and kind < 5: return lambda self: iter([n, n + 1])
        if name == "__next__":
            items = iter(range(n, n + kind))
            return lambda self: next(items)
        if name == "__getitem__":
            def item(self, index):
                if type(index) is int and index > 3: raise IndexError(n)
                return n, index
            return item
        if name == "__exit__": return lambda *args: n % 2 == 0
        if name in ("__eq__", "__ne__", "__lt__", "__gt__", "__add__", "__sub__") and kind == 0: return lambda self, other: NotImplemented
        return self.random.choice([f, f, staticmethod(f), classmethod(f), None, Getter(n)]) if kind == 5 else f

    def any_class(self): return self.random.choice(self.classes)

    def new_class(self):
        bases = self.random.sample(self.classes, min(len(self.classes), self.random.randrange(3)))
        if self.random.random() < 0.12: bases.append(self.random.choice([int, list, dict, str, tuple, Exception]))
        space = {self.random.choice(ATTRIBUTES): self.value("method") for _ in range(self.random.randrange(5))}
        if self.random.random() < 0.2:
            space["__slots__"] = [name for name in ATTRIBUTES if name not in space and self.random.random() < 0.5]
        for _ in range(self.random.randrange(3)):
            name = self.random.choice(list(SPECIAL))
            space[name] = self.special(name)
        kind = Meta if self.random.random() < 0.2 else type
        self.classes.append(kind(f"C{self.number()}", tuple(bases), space))
        if len(self.classes) > 6: self.classes.pop(self.random.randrange(len(self.classes)))

    def new_object(self):
        o = self.any_class()()
        for name in ATTRIBUTES:
            if self.random.random() < 0.4: attempt(setattr, o, name, self.value(name))
        self.objects.append(o)
        if len(self.objects) > 7: self.objects.pop(self.random.randrange(len(self.objects)))

    def change(self):
        r, name = self.random, self.random.choice(ATTRIBUTES)
        owner, o = self.any_class(), r.choice(self.objects or [None])
        special, f, value = r.choice(list(SPECIAL)), r.choice(self.functions), self.value(name)
        target = r.choice(self.classes + [Meta, Plain, Getter, Setter]) if r.random() < 0.2 else owner
        steps = [
            (9, f"class {target.__name__}.{name} = {show(value)}", lambda: setattr(target, name, value)),
            (4, f"del class {target.__name__}.{name}", lambda: delattr(target, name)),
            (5, f"{show(o)}.{name} = {show(value)}", lambda: setattr(o, name, value)),
            (3, f"object.__setattr__({show(o)}.{name}, {show(value)})", lambda: object.__setattr__(o, name, value)),
            (2, f"del {show(o)}.{name}", lambda: delattr(o, name)),
            (2, f"{show(o)}.__dict__[{name}] = {show(value)}", lambda: o.__dict__.__setitem__(name, value)),
            (1, f"{show(o)}.__dict__.pop({name})", lambda: o.__dict__.pop(name)),
            (1, f"{show(o)}.__dict__ = {{{name}}}", lambda: setattr(o, "__dict__", {name: value})),
            (1, f"{show(o)}.__dict__.clear()", lambda: o.__dict__.clear()),
            (3, f"{show(o)}.__class__ = {owner.__name__}", lambda: setattr(o, "__class__", owner)),
            (2, f"{owner.__name__}.__bases__", lambda: setattr(owner, "__bases__", tuple(r.sample(self.classes, r.randrange(1, 3))))),
            (7, f"{owner.__name__}.{special}", lambda: setattr(owner, special, self.special(special))),
            (5, f"del {owner.__name__}.{special}", lambda: delattr(owner, r.choice([n for n in vars(owner) if n in SPECIAL] or ["none"]))),
            (2, "new class", self.new_class),
            (3, "new object", self.new_object),
            (1, "collect", lambda: gc.collect() and None),
            (2, f"{f.__name__}.__code__", lambda: setattr(f, "__code__", self.function("other").__code__)),
            (1, f"{f.__name__}.__defaults__", lambda: setattr(f, "__defaults__", r.choice([None, (1,), (1, 2)]))),
            (1, f"{f.__name__}.__kwdefaults__", lambda: setattr(f, "__kwdefaults__", r.choice([None, {"x": 8}]))),
            (2, f"wrapper {name} again", lambda: owner.__dict__[name].__init__(self.function("again"))),
            (1, f"{owner.__name__}.{name}.__class__", lambda: setattr(owner.__dict__[name], "__class__", r.choice([Plain, Getter, Setter]))),
            (2, f"module.{name} = {show(value)}", lambda: setattr(self.space["module"], name, value)),
            (1, f"del module.{name}", lambda: delattr(self.space["module"], name)),
            (1, "module.__getattr__", lambda: setattr(self.space["module"], "__getattr__", lambda n: ("module", n))),
            (1, "del module.__getattr__", lambda: delattr(self.space["module"], "__getattr__")),
            (1, "new module", lambda: self.space.__setitem__("module", types.ModuleType("module"))),
            (2, f"global {name}", lambda: self.space.__setitem__(name, value)),
            (1, f"del global {name}", lambda: self.space.__delitem__(name)),
            (2, "shadow", lambda: self.space.__setitem__(r.choice(SHADOWED), lambda *args: ("shadow", len(args)))),
            (2, "unshadow", lambda: [self.space.pop(n, None) for n in SHADOWED] and None),
            (1, f"builtins.{name}", lambda: setattr(builtins, name, value)),
            (1, f"del builtins.{name}", lambda: delattr(builtins, name)),
            (1, "Getter.__set__", lambda: setattr(Getter, "__set__", lambda s, i, v: None) if r.random() < 0.5 else delattr(Getter, "__set__")),
            (1, "Plain.__get__", lambda: setattr(Plain, "__get__", lambda s, i, w: ("late", s.label)) if r.random() < 0.5 else delattr(Plain, "__get__")),
            (1, f"Meta.{name}", lambda: setattr(Meta, name, value) if r.random() < 0.5 else delattr(Meta, name)),
        ]  # fmt: skip
        _, text, act = r.choices(steps, [weight for weight, _, _ in steps])[0]
        say(f"  {text} -> {attempt(act)}")

    def run_places(self):
        r = self.random
        name, place = r.choice(self.places)
        targets = r.sample(self.objects + self.classes, r.randrange(1, 3))
        for _ in range(r.choice([1, 2, 4, 9, 30])):
            for o in targets:
                args = (o,) if place.__code__.co_argcount else ()
                say(f"{name} {show(o)} -> {attempt(place, *args)}")

    def run_operations(self):
        r = self.random
        name, place = r.choice(self.operations)
        pairs = [(r.choice(self.objects), r.choice(self.objects + [1, "text", None])) for _ in range(2)]
        for _ in range(r.choice([1, 2, 4, 9, 30])):
            for o, p in pairs: say(f"{name} {show(o)} {show(p)} -> {attempt(place, o, p)}")

    def play(self, steps):
        for _ in range(steps):
            self.change()
            for _ in range(self.random.randrange(3)): self.run_places()
            if self.objects and self.random.random() < 0.6: self.run_operations()

    def leave(self):
        for name in ATTRIBUTES:
            for owner in (Meta, Plain, Getter, Setter, builtins):
                if name in vars(owner): delattr(owner, name)
        for owner, name in ((Getter, "__set__"), (Plain, "__get__")):
            if name in vars(owner): delattr(owner, name)


def main():
    first, last, steps = map(int, sys.argv[1:])
    gc.disable()
    warnings.simplefilter("ignore")
    for seed in range(first, last):
        say(f"seed {seed}")
        world = World(seed)
        try: world.play(steps)
        except Exception as error: say(f"world: {type(error).__name__} {error}")
        world.leave()


if __name__ == "__main__":
    main()
