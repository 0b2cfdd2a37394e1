class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, None)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)


class NonData:
    def __get__(self, obj, owner):
        return "from descriptor"


class P:
    age = Typed(int)
    name = Typed(str)
    soft = NonData()


p = P()
p.age = 3
print(p.age, p.name, p.__dict__, type(P.age).__name__, p.soft)
p.soft = "own"
print(p.soft, P.soft)
try:
    p.name = 5
except TypeError as error:
    print(error)
