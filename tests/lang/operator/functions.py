# The functions of operator do what the operators do, and fail with the same words.
import operator


class Logged:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def method(name):
    return lambda self, *args: f"{name}{(self, *args)}"


two = "add sub mul matmul truediv floordiv mod pow lshift rshift and_ xor or_".split()
for name in two:
    plain = name.strip("_")
    setattr(Logged, f"__{plain}__", method(name))
    setattr(Logged, f"__i{plain}__", method("i" + name))
for name in "lt le eq ne ge gt getitem delitem setitem neg pos invert abs".split():
    setattr(Logged, f"__{name}__", method(name))
a = Logged("a")
print([getattr(operator, name)(a, 1) for name in two])
print([getattr(operator, "i" + name.strip("_"))(a, 1) for name in two])
print([getattr(operator, name)(a, 1) for name in "lt le eq ne ge gt getitem".split()])
print([getattr(operator, name)(a) for name in "neg pos invert inv abs".split()])
print(operator.setitem(a, 1, 2), operator.delitem(a, 1), operator.truth(a), operator.not_([]), operator.not_(a))
print(operator.is_(a, a), operator.is_not(a, a), operator.contains("abc", "b"), operator.index(True), operator.index(7))
print(operator.countOf([1, 1.0, 2, True], 1), operator.indexOf("hello", "l"), operator.concat([1], [2]))
print(operator.call(dict, [(1, 2)], x=3), operator.call(len, "abc"), operator.length_hint(iter([1, 2])))
print(operator.length_hint(1), operator.length_hint(1, 5), operator.iconcat((1,), (2,)))
print(operator.__add__ is operator.add, operator.__not__ is operator.not_, operator.add, operator.add.__module__)
print(len(operator.__all__), [name for name in operator.__all__ if not hasattr(operator, name)])


class BadHint:
    def __length_hint__(self):
        return -1


for wrong in (lambda: operator.add(1), lambda: operator.neg(), lambda: operator.neg(1, 2), lambda: operator.add(1, ""),
              lambda: operator.concat(1, 2), lambda: operator.concat([1], 2), lambda: operator.index(1.5),
              lambda: operator.countOf(1, 2), lambda: operator.indexOf([1], 2), lambda: operator.indexOf(1, 2),
              lambda: operator.length_hint(1, "2"), lambda: operator.length_hint(BadHint()), lambda: operator.call(),
              lambda: operator.contains(1, 2), lambda: operator.iadd(1, ""), lambda: operator.lt(1, ""),
              lambda: operator.getitem([], 1), lambda: operator.setitem((), 1, 2), lambda: operator.add(a=1, b=2),
              lambda: operator.concat({}, {}), lambda: operator.iconcat(1, [])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# sequences that know no + are not joined
for left, right in ((range(2), [1]), (range(2), range(2)), (range(2), "a"), ([1], range(2)), (range(2), 1)):
    for join in (operator.concat, operator.iconcat):
        try: print(join(left, right))
        except TypeError as error: print(error)
