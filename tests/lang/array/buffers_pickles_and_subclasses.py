# array.array: views forbid resizing, pickles, iterators that are copied, subclasses with state, views of text.
import array
import copy
import io
from array import array as A


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


numbers = A("h", [3, 1, 2])
view = memoryview(numbers)
print(view.format, view.itemsize, view.shape, view.nbytes, view.readonly, view.obj is numbers)
for change in [lambda: numbers.append(1), lambda: numbers.extend([1]), lambda: numbers.pop(), lambda: numbers.clear(), lambda: numbers.__delitem__(0), lambda: numbers.__imul__(2),
               lambda: numbers.frombytes(b"ab"), lambda: numbers.fromlist([1]), lambda: numbers.__setitem__(slice(0, 1), A("h")), lambda: numbers.__setitem__(slice(0, 1), A("h", [9])), lambda: numbers.insert(0, 1)]:
    attempt(change)
view[1] = -5
print(numbers, view[::-1].tolist(), view == numbers, view.cast("B")[0], bytes(view[:2]))
view.release()
numbers.append(7)
print(numbers)

text = memoryview(A("w", "aπ"))
for use in [lambda: text.format, lambda: text[0], lambda: text.tolist(), lambda: text == text, lambda: text.cast("B").tolist(), lambda: text.__setitem__(0, "x")]:
    attempt(use)

for protocol in (2, 3, 5):
    for example in (A("b", [-1]), A("H", [1, 2]), A("d", [0.5]), A("w", "aπ"), A("Q")):
        print(protocol, *example.__reduce_ex__(protocol)[1:])
rebuild = array._array_reconstructor
for arguments in [(A, "i", 9, b"\0\0\0\1"), (A, "b", 4, b"\1\2"), (A, "f", 17, b"?\xf8\0\0\0\0\0\0"), (A, "w", 19, b"\0a\0b"), (A, "q", 12, b"12345678"), (int, "i", 8, b""), (A, "?", 8, b""), (A, "i", 22, b""), (A, "i", 9, b"123"), (A, "i", 8, "")]:
    attempt(lambda: rebuild(*arguments))


class Named(A):
    def __new__(cls, code, items=(), name=None):
        made = super().__new__(cls, code, items)
        made.name = name
        return made

    def __init__(self, *arguments, **keywords):
        print("init", arguments, keywords)


named = Named("i", [1, 2], name="two")
print(named, named.name, named.__reduce_ex__(2)[1:], named.__reduce_ex__(4)[2], type(named[:]), type(named * 2), type(copy.copy(named)))
named.extend(named)
named += named
print(named, named == A("i", [1, 2] * 4), named.index(2, 2), named.count(1))
iterator = iter(named)
next(iterator)
again = copy.copy(iterator)
iterator.__setstate__(7)
print(type(iterator).__name__, list(iterator), list(again), iterator.__reduce__()[1:])


class Shrinking:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        del self.target[1:]
        return 2

    def __eq__(self, other):
        self.target.clear()
        return False


few = A("i", range(5))
print(Shrinking(few) in few, few)
few = A("d", range(6))
attempt(lambda: few[Shrinking(few)])
attempt(lambda: few.remove(Shrinking(few)))
few = A("i", range(10))
few[::3] = A("i", [-1, -2, -3, -4])
del few[1::4]
few[8:2] = few
print(few, few[-2:0:-2], few < few[:3], few >= few[:3], few == list(few), A("f", [1e40, -0.0]), A("d", [float("nan")]) == A("d", [float("nan")]))
file = io.BytesIO()
A("H", range(40000)).tofile(file)
print(len(file.getvalue()), io.BytesIO(b"abcdef").readinto(few), few[0])
match A("B", b"ab"):
    case [first, *rest]:
        print(first, rest)
