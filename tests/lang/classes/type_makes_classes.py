def hello(self):
    return f"hello from {self.name}"


Dynamic = type("Dynamic", (), {"name": "dyn", "hello": hello})
print(Dynamic().hello(), Dynamic.__name__, Dynamic.__bases__, Dynamic.__module__)
Sub = type("Sub", (Dynamic,), {"name": "sub"})
print(Sub().hello(), issubclass(Sub, Dynamic), Sub.mro()[1] is Dynamic, Dynamic.__subclasses__())
print(type(5), type("x") is str, type(type), type(None).__name__, type(Sub()))
for bad in (lambda: type(1, 2), lambda: type("x", 5, {}), lambda: type("x", (5,), {}), lambda: type("x", (bool,), {}),
            lambda: type("x", (), 5), lambda: type(5, (), {}), lambda: type(), lambda: type("a\0b", (), {})):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)
obj = Sub()
obj.__class__ = Dynamic
print(type(obj).__name__, obj.hello())
try:
    obj.__class__ = int
except TypeError as error:
    print(error)
Dynamic.__name__ = "Renamed"
print(Dynamic, Dynamic.__qualname__)
