# bytes compare with bytes; a bytearray compares with any buffer.
from itertools import product

values = [b"ab", bytearray(b"ab"), memoryview(b"ab"), memoryview(bytearray(b"b")), b"", "ab", 5]
for a, b in product(values, values):
    line = []
    for name in ("__eq__", "__ne__", "__lt__", "__ge__"):
        answer = getattr(a, name)(b)
        line.append("-" if answer is NotImplemented else str(answer))
    try:
        order = a < b
    except TypeError as error:
        order = error
    print(type(a).__name__, type(b).__name__, *line, a == b, order)
