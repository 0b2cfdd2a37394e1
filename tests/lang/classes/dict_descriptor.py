# The __dict__ descriptor of a class, applied to what keeps its attributes elsewhere.
class Base:
    pass


class Meta(type, Base):
    pass


class C(metaclass=Meta):
    pass


class Error(Base, Exception):
    pass


descriptor = Base.__dict__["__dict__"]
print(type(descriptor.__get__(C)).__name__)
for value in (C, Error()):
    for change in (lambda: descriptor.__set__(value, {"a": 1}), lambda: descriptor.__delete__(value)):
        try:
            change()
            print("done", value.a)
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, e)
b = Base()
b.x = 1
del b.__dict__
print(b.__dict__)
