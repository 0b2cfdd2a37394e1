def numbers():
    n = 0
    while True:
        print("make", n)
        yield n
        n += 1


def even(source):
    for n in source:
        if n % 2 == 0:
            yield n


def take(count, source):
    for _, n in zip(range(count), source):
        yield n


print(list(take(2, even(numbers()))))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print([p for p, _ in zip(primes(), range(10))])
squares = (n * n for n in range(3))
print(9 in squares, list(squares), 1 in (n for n in range(5)))
a, b, *c = (i for i in range(4))
print(a, b, c, dict((k, v) for k, v in ["ab"]), "".join(c for c in "xyz"))
