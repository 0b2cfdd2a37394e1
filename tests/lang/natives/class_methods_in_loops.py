"""Class methods in C and methods of numbers, called so often that the instructions know them."""


class Whole(int):
    pass


class Borrowed:
    from_keys = dict.__dict__["fromkeys"]


def last(call, *values):
    shown = None
    for _ in range(20):
        for value in values:
            try:
                shown = call(value)
            except (AttributeError, TypeError) as error:
                shown = f"{type(error).__name__}: {error}"
    return shown


print(last(lambda cls: repr(cls.from_bytes(b"ab", "big")) + cls.__name__, int, Whole))
print(last(lambda cls: cls.from_keys([1]), Borrowed))
print(last(lambda cls: cls.fromkeys(), dict))
print(last(lambda cls: cls.fromkeys("ab", 1, 2), dict))
print(last(lambda cls: cls.fromkeys("ab", 1), dict))
print(last(lambda v: v.bit_length(), 5, True, 1 << 70))
print(last(lambda v: v.bit_length(), 5, 2.5))
print(last(lambda v: v.is_integer(), 2.5, 4, None))
print(last(lambda v: v.strip(), " a ", " b "))
print(last(lambda v: v.strip(None, 1), " a "))
print(last(lambda v: list(zip(v, v)), [1], [2]))
print(last(lambda v: list(map(str, v, v)), [b"a"], [3]))
print(last(lambda v: dict(v), [(1, 2)], {3: 4}))
print(last(lambda v: dict(v), [(1, 2)], [5]))
