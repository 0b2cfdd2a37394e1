# The __init__ that runs is that of what __new__ answered, when it is an instance of the class that was called.
class Base:
    def __new__(cls, kind):
        if isinstance(kind, str):
            return [kind]
        return object.__new__(Derived if kind else cls)


class Derived(Base):
    def __init__(self, kind):
        self.kind = kind


class Other:
    def __init__(self):
        print("never")


class Elsewhere:
    def __new__(cls):
        return object.__new__(Other)


for _ in range(3):
    print(Base("a"), type(Base(0)).__name__, Base(1).kind, Derived("b"), Derived(2).kind, type(Elsewhere()).__name__)
