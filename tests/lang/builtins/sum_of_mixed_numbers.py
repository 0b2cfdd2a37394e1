# Floats are added with compensation; ints among them are added plainly, and nothing after another kind of number is.
print(sum([309.441, 0.1, True, -329.2639463]))
print(sum([0.1] * 10), sum([0.1, 1, 0.2, 2, 0.3]), sum([-1.0, 1.234e-05, True]))
print(sum([1e100, 1.0, -1e100]), sum([1e100, 1, -1e100]), sum([0.1] * 10, 2**70), sum([1e16, 1, 1, 1j]))
print(sum([2**62, 2**62, 2**62, 0.5]), sum([True, True]), sum([True], False), type(sum([True], False)))


class Number(int):
    pass


print(type(sum([Number(1)])), type(sum([], Number(3))), sum([0.5, Number(3)]), sum([Number(2), 0.5]))
for start in ("", b"", bytearray(b"")):
    try:
        sum([], start)
    except TypeError as error:
        print(error)
for bad in ("sum(5, '')", "sum()", "sum([], [], [])", "sum(['a'])", "sum([1, None])"):
    try:
        eval(bad)
    except TypeError as error:
        print(error)
print(sum([[1], [2]], []), sum([(1,), (2,)], ()))
