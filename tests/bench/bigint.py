# native-bound
"""Long integers: 14,000 digits of pi, the factorial of 5,000, a number of 100,000 digits as text."""

import sys


def digits_of_pi(count):
    """By Machin's formula in fixed point."""
    one = 10 ** (count + 10)

    def arctan_of_inverse(x):
        term = total = one // x
        square, n, sign = x * x, 3, -1
        while term:
            term //= square
            total += sign * (term // n)
            sign, n = -sign, n + 2
        return total

    return 4 * (4 * arctan_of_inverse(5) - arctan_of_inverse(239)) // 10**10


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def main():
    sys.set_int_max_str_digits(0)
    pi = str(digits_of_pi(14000))
    assert pi[:10] == "3141592653" and len(pi) == 14001
    for _ in range(160):
        product = factorial(5000)
    text = str(product)
    assert len(text) == 16326 and text.endswith("0" * 1249)
    large = 7**118330
    written = str(large)
    assert len(written) == 100001 and int(written) == large
    print(pi[-10:], text[:10], written[:10])


main()
