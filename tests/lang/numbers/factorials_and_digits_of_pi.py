import sys

sys.set_int_max_str_digits(0)


def digits_of_pi(count):
    def arctan(x, unity):
        total = term = unity // x
        n, sign = 3, -1
        while term:
            term //= x * x
            total += sign * (term // n)
            n, sign = n + 2, -sign
        return total

    unity = 10 ** (count + 10)
    return str((4 * (4 * arctan(5, unity) - arctan(239, unity))) // 10**10)


factorial = 1
for i in range(2, 1001):
    factorial *= i
print(factorial, len(str(factorial)))
digits = digits_of_pi(3000)
print(digits[:50], digits[-50:])
a, b = 0, 1
for _ in range(2000):
    a, b = b, a + b
print(a)
