"""Arithmetic on integers of so many digits: `./dev bench --integers` runs this on both interpreters and asks for rows."""

import math
import sys
import time

# What is measured: a and b have n digits, c is a once more, h has half of them, g holds such numbers; m and m2 are -a and
# -b, p is a product, q all ones, s small, k the bits of a, l its bytes, e and f an int and its float of at most 300 digits;
# t, u, x, y, o are texts of a, z one in base 36, w and v bytes.
ROWS = """\
a + b; a - b; a + 7; -a; abs(m); ~a; a * b; a * a; a * h; a * 1234567; a * h // b; a // h; a % h; divmod(a, h); \
a // 12345; a % 12345; divmod(a, 12345); a // b; a % b; p // h; p % a; m // h; m % h; a ** 2; a ** 3; s ** k; 10 ** n; \
2 ** k; pow(h, 65537, a); pow(h, q, q + 2); pow(h | 1, -1, 1 << k); a << 1; a << 100; a << k; a >> 1; a >> 100; \
a >> k // 2; 1 << k; a & b; a | b; a ^ b; a & 255; m & b; m | b; m ^ m2; a == c; a < c; a != b; hash(a); hash(m); \
bool(a); str(a); repr(m); int(t); int(u); hex(a); bin(a); oct(a); int(x, 16); int(x, 0); int(y, 2); int(o, 8); \
int(z, 36); '%d' % a; '%x' % a; '%o' % a; f'{a}'; f'{a:d}'; f'{a:x}'; f'{a:b}'; f'{a:,}'; f'{a:_}'; f'{a:#_x}'; \
f'{a:>+{k}}'; a.to_bytes(l, 'big'); a.to_bytes(l, 'little'); m.to_bytes(l, 'big', signed=True); \
m.to_bytes(l, 'little', signed=True); int.from_bytes(w, 'big'); int.from_bytes(w, 'little'); \
int.from_bytes(w, 'big', signed=True); int.from_bytes(v, 'little', signed=True); a.bit_length(); a.bit_count(); \
m.bit_count(); math.isqrt(a); math.gcd(a, b); math.gcd(a, h); math.gcd(a, 12345678); math.lcm(a, b); \
math.factorial(j); math.comb(2 * j, j); math.perm(2 * j, j); math.log(a); math.log2(a); float(e); int(f); a / b; \
a / h; a / 7; e == f; e < f; e > 1.5; f != e; e + 1.5; a == 1.5; a < 1e300; round(a, -5); a.as_integer_ratio(); \
int(a); math.prod(g); sum(g); min(g); sorted(g); 7 - a; 7 * a; a + True; a // 7; a % 7; a % 10**9; divmod(a, 10); \
7 // a; -7 % a; a % 2; a & 1; a & -a; a & ~b; a | 1; a ^ s; a >> 64; a << 64; a == 7; a > 0; a <= m; not a; \
a // 2**64; a % 2**64; a * 2**64; -a // h; a * h % b; (a + b) // 2; a * 3 + 1; a * b - c * h; a ** 3 % b; a ** 10; \
3 ** n; pow(a, 3, b); pow(b, a, a & ~1); pow(b | 1, a, q + 1); pow(3, q, a); pow(2, a, 12345); int(t.encode()); \
int(t, 36); int('-' + t); int(f' {t} '); '%s' % m; '%X' % a; '%+d' % a; '%*d' % (k, a); format(a, '#x'); f'{a:o}'; \
f'{a:X}'; f'{a:e}'; f'{e:.3f}'; f'{e:g}'; f'{a!r:>9}'; len(str(a)); sum(map(int, t)); math.isqrt(p); \
math.gcd(a, b, h); math.lcm(a, h); math.gcd(a * h, b * h); math.comb(n, 7); math.comb(a, 5); math.perm(a, 5); \
math.log10(a); math.sqrt(e); math.floor(a); math.fsum((e, f)); e * f; e / 3; e - f; f // e; e % f; 1.5 * e; e ** 0.5; \
f >= e; a > f; e == 1.5; complex(e); divmod(e, f); round(a); round(a, -n // 2); a.real; a.is_integer(); max(g); \
sum(g, a); sum(g) / 18; b in g; g.count(a); g.index(h); {a, b, h}; {a: b}[c]; (a, b) == (c, b); (a, b) < (c, h); \
[i * a for i in range(9)]; [i + a for i in g]; [i % h for i in g]; [i & b for i in g]; sorted(g, reverse=True); \
list(range(a, a + 9)); range(a, p, h)[9]; len(range(0, 10**9, 7)); b in range(a, p, 3); a.__add__(b); a.__eq__(c); \
int.__mul__(a, b); abs(a - b) < h; fibonacci(n); product(j); collatz(e); digit_sum(a); euclid(a, h); power_of(h, b); \
horner(g, h); bits_of(a); newton(a)""".split("; ")


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def product(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


def collatz(n):
    for _ in range(100):
        n = 3 * n + 1 if n % 2 else n // 2
    return n


def digit_sum(n):
    total = 0
    for _ in range(50):
        n, digit = divmod(n, 10)
        total += digit
    return total


def euclid(a, b):
    for _ in range(30):
        if b:
            a, b = b, a % b
    return a


def power_of(a, m):
    r = 1
    for i in range(20):
        r = r * r % m
        if i & 1:
            r = r * a % m
    return r


def horner(coefficients, x):
    r = 0
    for c in coefficients:
        r = r * x + c
    return r


def bits_of(n):
    count = 0
    for _ in range(100):
        count += n & 1
        n >>= 1
    return count


def newton(n):
    x = 1 << (n.bit_length() + 1) // 2
    for _ in range(20):
        x = (x + n // x) >> 1
    return x


def operands(n):
    """What the rows speak of, for n digits."""
    text, state = "9", 20_240_607
    while len(text) < 2 * n:
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        text += str(state)[-9:]
    a, b, h = int(text[:n]), int(text[n:2 * n]), int("4" + text[n // 2: n - 1])
    text = text[:n]
    bits, e = a.bit_length(), int(text[:300])
    return {
        "math": math, "fibonacci": fibonacci, "product": product, "collatz": collatz, "digit_sum": digit_sum,
        "euclid": euclid, "power_of": power_of, "horner": horner, "bits_of": bits_of, "newton": newton, "n": n, "a": a,
        "b": b, "c": (a ^ 1) ^ 1, "h": h, "m": -a, "m2": -b, "p": b * h,
        "q": (1 << bits - 1) - 1, "s": 123456789, "k": bits,
        "t": text, "u": "_".join(text[i:i + 4] for i in range(0, n, 4)), "x": hex(a), "y": bin(a), "o": oct(a),
        "z": "zY9k" * (n // 6 + 1), "l": bits // 8 + 1, "w": a.to_bytes(bits // 8 + 1, "big"),
        "v": b"\xfe" * (bits // 8 + 1), "j": min(n, 20_000), "e": e, "f": float(e), "g": [a, b, h, a - b, b - h, a + h] * 3,
    }


def timer(row, names):
    """A function of a count of runs that tells their processor time in nanoseconds."""
    source = f"""
def make({', '.join(names)}):
    def run(count):
        start = clock()
        for _ in range(count):
            {row}
        return clock() - start
    return run
"""
    space = {"clock": time.process_time}
    exec(source, space)
    return space["make"](**names)


def serve():
    """Answers on stdin: `size N` (prepares operands), `row I` (compiles it, tells what one run takes), `time COUNT`."""
    sys.set_int_max_str_digits(0)
    names, run = {}, None
    for line in sys.stdin:
        what, number = line.split()
        try:
            if what == "size":
                names, answer = operands(int(number)), "ready"
            elif what == "row":
                run = timer(ROWS[int(number)], names)
                run(1)
                answer = run(1)
            elif what == "rows":
                answer = len(ROWS)
            elif what == "name":
                answer = ROWS[int(number)]
            else:
                answer = run(int(number)) / int(number)
        except Exception as error:
            answer = f"error {error!r}"
        print(answer, flush=True)


serve()
