"""Recursive calls of a small function."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


result = fib(31)
assert result == 1346269
print(result)
