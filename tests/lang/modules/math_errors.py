import math

for call in ("sqrt(-1)", "log(0)", "log(-5)", "log(8, 1)", "exp(1000)", "acos(2)", "pow(0, -1)", "pow(10, 400)",
             "gamma(-2)", "fmod(1, 0)", "factorial(-1)", "factorial(1.0)", "comb(-1, 2)", "comb(2, -1)", "isqrt(-1)",
             "sqrt('x')", "floor(math.inf)", "floor(math.nan)", "ldexp(1, 5000)", "ldexp(1, 1.5)", "fsum([1, 'a'])",
             "gcd(1.5)", "fsum([math.inf, -math.inf])", "dist([1], [1, 2])", "sumprod([1], [1, 2])", "trunc('x')",
             "isclose(1, 2, rel_tol=-1)", "sqrt(10**400)", "nextafter(1, 2, steps=-1)", "fma(math.inf, 0, 1)",
             "hypot('a')", "ulp(None)"):
    try:
        print(call, "->", eval("math." + call))
    except Exception as error:
        print(call, "->", type(error).__name__ + ":", error)
