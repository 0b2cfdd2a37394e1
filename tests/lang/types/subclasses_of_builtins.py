# __subclasses__() of built-in types lists those that are built in, too.
def names(cls):
    return [c.__name__ for c in cls.__subclasses__() if c.__module__ == "builtins" and not c.__name__.startswith("_")]


def tree(cls, depth=0):
    print("  " * depth + cls.__name__)
    for name in names(cls):
        tree(__builtins__.__dict__[name], depth + 1)


tree(BaseException)
print(int.__subclasses__(), bool.__subclasses__(), float.__subclasses__())


class Celsius(float):
    pass


print(float.__subclasses__(), type in object.__subclasses__(), Celsius in object.__subclasses__())
