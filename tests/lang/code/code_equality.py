# Code objects are equal when they were compiled from the same text at the same place; the file does not count.
def made(source, file="f", mode="eval"):
    return compile(source, file, mode)


for a, b in (("1 + x", "1 + x"), ("1 + x", "1.0 + x"), ("1", "True"), ("0.0", "-0.0"), ("0.0", "0.0"), ("(1, 2.0)", "(1, 2)"), ("(1, True)", "(1, 1)"), ("x", "y"), ("x", "(x)"), ("x\n", "\nx"), ("lambda: 1", "lambda: 1"), ("lambda: 1", "lambda: 2"), ("a + b", "a - b"), ("a < b", "a > b"), ("'a'", "b'a'"), ("1j", "1j"), ("x in {1, 2}", "x in {1, 2}"), ("x in {1, 2}", "x in {1.0, 2}")):
    p, q = made(a), made(b, "g")
    print(repr(a), repr(b), p == q, p != q, not (p == q) or hash(p) == hash(q), p == 5, len({p, q}))


def twice(n):
    total = 0
    for i in range(n):
        total += i * 2
    return total


other = compile("\n" * (twice.__code__.co_firstlineno - 1) + "def twice(n):\n    total = 0\n    for i in range(n):\n        total += i * 2\n    return total\n", "f", "exec").co_consts[0]
print(other == twice.__code__)
twice(1000)
print(other == twice.__code__, hash(other) == hash(twice.__code__))
print(twice.__code__.replace() == twice.__code__, twice.__code__.replace(co_name="x") == twice.__code__, twice.__code__.replace(co_filename="x") == twice.__code__, twice.__code__.replace(co_firstlineno=99) == twice.__code__)
try:
    print(p < q)
except TypeError as error:
    print(error)
print(all(isinstance(getattr(p, name), bytes) for name in ("co_code", "co_linetable", "co_exceptiontable")))


def generator():
    yield 1


g = generator()
next(g)
print(g.__del__(), list(g), ValueError.__init__.__objclass__)
