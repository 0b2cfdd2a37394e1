# What mro() of a metaclass returns is checked: classes only, and none whose instances are laid out otherwise.
def make(entries):
    class Meta(type):
        def mro(cls):
            assert cls.__mro__ is None
            return entries(cls)

    try:
        class C(metaclass=Meta):
            pass
    except TypeError as e:
        print("TypeError:", e)
    else:
        print([c.__name__ for c in C.__mro__])


class Base:
    def hello(self):
        return "hello"


make(lambda cls: [cls, Base, object])
make(lambda cls: [cls, dict, object])
make(lambda cls: [cls, 1])
make(lambda cls: 1)
make(lambda cls: [object, cls])
make(lambda cls: [cls])
