# Every operator on pairs of numbers around the sizes where arithmetic goes another way: one, two and more limbs of 64 bits.
import operator

edges = [0, 1, 7, 12345, 1 << 31, 1 << 62, 1 << 63, 1 << 64, 1 << 126, 1 << 127, 1 << 128, 1 << 192, 3**100, 1 << 520, 7**800, 1 << 2100, 3 << 8190]
numbers = [sign * (edge + step) for edge in edges for step in (-1, 0, 1) for sign in (1, -1)] + [(1 << 256) - (1 << 64), -(1 << 192) + (1 << 130), True]
shifts = [0, 1, 63, 64, 65, 127, 128, 1000, 8130]


def digest(values):
    result = 0
    for value in values:
        result = (result * 1000003 + value % 2305843009213693907 + (value < 0)) % 2305843009213693951
    return result


for name in "add", "sub", "mul", "and_", "or_", "xor":
    work = getattr(operator, name)
    print(name, digest(work(a, b) for a in numbers for b in numbers))
print("infix", digest(x for a in numbers for b in numbers for x in (a + b, a - b, a * b, a & b, a | b, a ^ b)))
print("divide", digest(x for a in numbers for b in numbers if b for x in (a // b, a % b, *divmod(a, b))))
print("shift", digest(x for a in numbers for s in shifts for x in (a << s, a >> s)))
print("order", digest(x for a in numbers for b in numbers for x in (a < b, a <= b, a == b, a != b, a > b, a >= b)))
print(all((a // b) * b + a % b == a and 0 <= abs(a % b) < abs(b) for a in numbers for b in numbers if b))
print(all((a & b) + (a | b) == a + b and a ^ b == (a | b) - (a & b) for a in numbers for b in numbers))
print(sorted(numbers) == sorted(numbers, key=lambda n: n), sorted(numbers)[:3] == [min(numbers), *sorted(numbers)[1:3]], max(numbers) == sorted(numbers)[-1])
total = 0
for n in numbers:  # in place, and with results that nobody else has
    total = total * 3 + n * n - (n >> 5)
    total &= (1 << 200) - 1
print(total, sum(numbers), max(numbers, key=abs) == 3 * 2**8190 + 1)
for text in "2**200 + 1.5", "1.5 - 2**200", "2**1023 * 1.0", "2**1024 * 1.5", "2**1024 // 1.5", "1.5 % 2**1024", "2**1024 & 1.5", "1.5 << 2**70", "2**80 / 0.0", "2**1024 % 0.0", "2**80 // 0", "1e300 * 1e300 - 2**70", "-0.0 + 0", "float('nan') * 3**50", "2**70 % -1e-320":
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
