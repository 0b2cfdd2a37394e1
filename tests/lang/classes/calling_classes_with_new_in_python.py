# Many calls from one place: the call learns what the class is.
class Point(tuple):
    def __new__(cls, x, y=0):
        return tuple.__new__(cls, (x, y))


class Single:
    made = None

    def __new__(cls):
        if cls.made is None:
            cls.made = object.__new__(cls)
        return cls.made


class Other:
    def __new__(cls, value):
        return [cls.__name__, value]


class Both:
    def __new__(cls, *values):
        self = super().__new__(cls)
        self.new = values
        return self

    def __init__(self, *values):
        self.init = values


class Generator:
    def __new__(cls, n):
        yield from range(n)


class Wrapped:
    __new__ = staticmethod(print)


class Late:
    pass


def call(kind, *values):
    results = []
    for _ in range(4):
        if len(values) == 2:
            results.append(kind(values[0], values[1]))
        elif values:
            results.append(kind(values[0]))
        else:
            results.append(kind())
    return results


print(call(Point, 1, 2), call(Point, 3))
print(len(set(map(id, call(Single)))))
print(call(Other, 5))
print([(b.new, b.init) for b in call(Both, 1, 2)])
print([list(g) for g in call(Generator, 2)])
call(Wrapped)
print(len(call(Late)))
Late.__new__ = lambda cls: "late"
print(call(Late))
for wrong in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Single(1)):
    for _ in range(3):
        try:
            wrong()
        except TypeError as error:
            print(error)


class Fails:
    def __new__(cls):
        raise ValueError(cls.__name__)


try:
    call(Fails)
except ValueError as error:
    traceback = error.__traceback__
    while traceback:
        print(traceback.tb_frame.f_code.co_qualname, traceback.tb_lineno)
        traceback = traceback.tb_next
