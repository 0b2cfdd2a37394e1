import abc


class Base(abc.ABC):
    pass


class Plain:
    pass


token = abc.get_cache_token()
print(issubclass(Plain, Base), Base.register(Plain) is Plain, issubclass(Plain, Base), isinstance(Plain(), Base))
print(abc.get_cache_token() - token)
Base.register(Plain)
print(abc.get_cache_token() - token)


class Derived(Base):
    pass


for bad in (1, None, "x"):
    try:
        Base.register(bad)
    except TypeError as error:
        print(error)
    try:
        issubclass(bad, Base)
    except TypeError as error:
        print(error)
try:
    Derived.register(Base)
except RuntimeError as error:
    print(error)
print(Derived.register(int), isinstance(True, Base), isinstance("", Base))


class Liar:
    @property
    def __class__(self):
        return int


print(isinstance(Liar(), Derived), isinstance(Liar(), Base))


class Hooked(metaclass=abc.ABCMeta):
    answer = NotImplemented

    @classmethod
    def __subclasshook__(cls, other):
        return cls.answer


class A: pass
class B: pass
class C: pass
class D: pass


for kind, answer in (A, True), (B, False), (C, NotImplemented), (D, 1):
    Hooked.answer = answer
    try:
        print(issubclass(kind, Hooked))
    except AssertionError as error:
        print(error)


class Meta(abc.ABCMeta):
    def __instancecheck__(cls, instance):
        print("instance?", instance)
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        print("subclass?", subclass)
        return super().__subclasscheck__(subclass)


class Watched(metaclass=Meta):
    pass


print(isinstance(1, Watched), isinstance(Watched(), Watched), issubclass(bool, (str, Watched)))


# A class that dies is forgotten.
def register_some():
    for i in range(50):
        Base.register(type(f"T{i}", (), {}))


register_some()
import gc
gc.collect()
print(issubclass(float, Base))
