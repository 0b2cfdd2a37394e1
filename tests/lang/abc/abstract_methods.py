from abc import ABC, ABCMeta, abstractmethod, update_abstractmethods


class Shape(ABC):
    @abstractmethod
    def area(self):
        return "base"

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    @staticmethod
    @abstractmethod
    def zero(): ...


print(sorted(Shape.__abstractmethods__))
try:
    Shape()
except TypeError as error:
    print(error)


class Half(Shape):
    name = unit = zero = None


try:
    Half()
except TypeError as error:
    print(error)


class Full(Half):
    def area(self):
        return super().area() + " and more"


print(Full.__abstractmethods__, Full().area())

Half.area = lambda self: 1
try:
    Half()
except TypeError as error:
    print(error)
print(update_abstractmethods(Half) is Half, Half().area())

for arguments in [(), ("x",), ("x", ()), ("x", (), {}, 1)]:
    try:
        ABCMeta(*arguments)
    except TypeError as error:
        print(error)
print(ABCMeta("Made", (), {}))


class Told(Shape):
    def __init_subclass__(cls, **keywords):
        print(cls.__name__, keywords)


class Subclass(Told, key="value", other=[1]):
    pass


print(ABCMeta("Called", (Told,), {}, key=2))
