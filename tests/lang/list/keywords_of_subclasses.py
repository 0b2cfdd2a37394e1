# Keyword arguments of classes derived from built-in types, with an __init__ or a __new__ of their own.
def show(make):
    try:
        print(repr(make()))
    except TypeError as error:
        print(type(error).__name__, error)


for base, arguments in ((list, ([1],)), (set, ([1],)), (dict, ([(1, 2)],)), (tuple, ([1],)), (frozenset, ([1],)), (int, (5,)), (float, (5,)), (str, (5,)), (bytes, (2,)), (bytearray, (2,)), (complex, (1,))):
    class Plain(base):
        pass

    class New(base):
        def __new__(cls, *args, **keywords):
            return super().__new__(cls, *args)

    class Init(base):
        def __init__(self, *args, **keywords):
            pass

    class Both(New, Init):
        pass

    print(base.__name__)
    for kind in (base, Plain, New, Init, Both):
        show(lambda: kind(*arguments, more=1))
        show(lambda: kind(more=1))
    show(lambda: Plain(1, 2, 3, 4))
show(lambda: list.__new__(list, 1, 2, more=3))
show(lambda: list.__init__([], more=3))
show(lambda: object.__new__(Plain))
show(lambda: object.__new__(Both))
