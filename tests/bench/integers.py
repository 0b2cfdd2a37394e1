"""Integer loops: Collatz steps, greatest common divisors, powers to a modulus, a random generator, digit sums."""


def collatz(limit):
    best = longest = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            best, longest = start, steps
    return best, longest


def gcd(a, b):
    while b != 0:
        a, b = b, a % b
    return a


def power(base, exponent, modulus):
    result = 1
    while exponent > 0:
        if exponent % 2 == 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent //= 2
    return result


def digit_sum(n):
    total = 0
    while n > 0:
        total += n % 10
        n //= 10
    return total


def main():
    best, longest = collatz(70000)
    assert (best, longest) == (52527, 339), (best, longest)
    coprime = 0
    for a in range(1, 800):
        for b in range(1, 800):
            if gcd(a, b) == 1:
                coprime += 1
    assert coprime == 388859, coprime
    witnesses = 0
    for n in range(3, 40000, 2):
        if power(2, n - 1, n) == 1:
            witnesses += 1
    seed = total = 0
    for _ in range(1000000):
        seed = (seed * 4093 + 1009) % 1048573
        total += seed
    digits = 0
    for n in range(200000):
        digits += digit_sum(n)
    print(best, longest, coprime, witnesses, total, digits)


main()
