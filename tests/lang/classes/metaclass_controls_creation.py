class Meta(type):
    registry = []

    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [k for k in ns if not k.startswith("__")])
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        Meta.registry.append(name)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls): return 42


class A(metaclass=Meta, option=True):
    def __init__(self, v): self.v = v


class B(A):
    pass


print(B(5).v, A.injected, Meta.registry, len(B), type(B).__name__, isinstance(A, Meta))
class Other(type): pass
try:
    class Clash(A, metaclass=Other): pass
except TypeError as error: print(error)
