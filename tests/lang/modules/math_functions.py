import math

print(math.sqrt(2), math.cbrt(27), math.exp(1), math.log(10), math.log(8, 2), math.log10(1000), math.log2(2**70))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan2(1, -1))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-3.25))
print(math.frexp(10.0), math.ldexp(0.625, 4), math.copysign(1, -0.0), math.ulp(1.0), math.nextafter(1.0, 2.0, steps=3))
print(math.gamma(0.5), math.gamma(-1.5), math.lgamma(100.5), math.erf(0.5), math.erfc(3))
print(math.hypot(3, 4), math.hypot(1e200, 1e200), math.dist((1, 2, 3), (4, 6, 3)), math.fma(0.1, 10, -1))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.prod([1.5, 2, 3]), math.sumprod([1, 2.5], [4, 2]))
print(math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10), math.isnan(math.nan), math.isinf(-math.inf))
print(math.pi, math.e, math.tau)
