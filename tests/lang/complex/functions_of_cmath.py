# cmath: values, branch cuts by signed zeros, infinities and nan, errors, what is taken for a number.
import cmath, math
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except Exception as e: return f"{type(e).__name__}: {e}"
def near(z): # the last digits are the machine's
    return z if isinstance(z, str) else f"{z.real:.12g} {z.imag:.12g}"
inf, nan = cmath.inf, cmath.nan
print(cmath.pi == math.pi, cmath.e == math.e, cmath.tau == math.tau, cmath.infj, cmath.nanj, inf, nan)
names = "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh".split()
finite = [0, 1, -1, 2, -2.5, 1j, -1j, 2j, 0.5 + 0.25j, -3 + 4j, 1e-9 + 1j, 1e308 + 1e308j, -1e308j, 5e-324 + 5e-324j, 800 + 1j, -800 + 1j, 709.9 + 0.5j, 300j, 1.0000001 + 1e-9j, complex(-2, 0.0), complex(-2, -0.0), complex(2, -0.0), complex(-0.0, 2), complex(-0.0, -0.0), True, 2**70]
for name in names: print(name, *[near(attempt(getattr(cmath, name), z)) for z in finite], sep=" | ")
odd = [-inf, -1.5, -0.0, 0.0, 1.5, inf, nan]
for name in names:
    f = getattr(cmath, name)
    for x in odd: print(name, x, *[near(attempt(f, complex(x, y))) for y in odd if not math.isfinite(x + y)], sep=" | ")
for x in odd:
    print("rect", x, *[near(attempt(cmath.rect, x, y)) for y in odd], sep=" | ")
    print("polar", x, *[attempt(cmath.polar, complex(x, y)) for y in odd if not math.isfinite(x + y)], [cmath.isfinite(complex(x, y)) + 2 * cmath.isinf(complex(x, y)) + 4 * cmath.isnan(complex(x, y)) for y in odd])
print(cmath.phase(-1), cmath.phase(complex(-1, -0.0)), cmath.phase(0), cmath.polar(3 + 4j)[0], attempt(cmath.polar, 1e308 + 1e308j), cmath.polar(1e200)[0] == 1e200)
print(near(cmath.log(8, 2)), near(cmath.log(-1, 1j)), attempt(cmath.log, 0), attempt(cmath.log, 2, 1), attempt(cmath.log, 2, 0), near(cmath.log(0, 2.5)), attempt(cmath.log, 1, 2, 3), attempt(cmath.log))
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(0, 1e-10), cmath.isclose(0, 1e-10j, abs_tol=1e-9), cmath.isclose(inf, inf), cmath.isclose(inf, infj := cmath.infj), cmath.isclose(nan, nan), attempt(cmath.isclose, 1, 2, rel_tol=-1), attempt(cmath.isclose, 1, 2, 3))
class C:
    def __complex__(self): return 3 + 4j
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 9
class Wrong:
    def __complex__(self): return 5.0
class Sub(complex): pass
print([attempt(cmath.sqrt, v) for v in (C(), F(), I(), Wrong(), Sub(-4), "4", None, b"4", [1], 10**400)], attempt(cmath.rect, 1j, 1), attempt(cmath.sqrt), attempt(cmath.sqrt, 1, 2), attempt(cmath.sqrt, z=1))
print(all(cmath.isclose(cmath.exp(cmath.log(z)), z) and cmath.isclose(cmath.sin(z)**2 + cmath.cos(z)**2, 1, rel_tol=1e-7) and cmath.isclose(cmath.tan(cmath.atan(z)), z) and cmath.isclose(cmath.rect(*cmath.polar(z)), z) for z in (1 + 2j, -1.5 + 0.5j, 0.3 - 0.7j, -2 - 2j)))
def fft(values):
    n = len(values)
    if n == 1: return values
    even, odd = fft(values[::2]), fft(values[1::2])
    turned = [cmath.exp(-2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [a + b for a, b in zip(even, turned)] + [a - b for a, b in zip(even, turned)]
print([near(z + 0) for z in map(lambda z: complex(round(z.real, 9) + 0.0, round(z.imag, 9) + 0.0), fft([1, 2, 3, 4, 0, 0, 0, 0]))])
