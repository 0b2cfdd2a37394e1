x, y, name, w = 42, 3.14159, "Ada", 10
print(f"{x} {y:.2f} {name!r} {name:>{w}}| {name:<6}| {name:^9}| {x:05d} {x:+d} {x:x} {x:#x} {x:b} {x:#o} {x:e} {x:,} {1234567:,} {1234567:_}")
print(f"{x=} {y = :.1f} {name=!s} {x + 1=}")
print(f"{'nested ' + f'{x}'} {{literal}} {x!r:>5} {[i for i in range(3)]} {({'a': 1})['a']} {lambda_() if (lambda_ := lambda: 7) else 0}")
print(f"{y:10.3f}|{y:<10.3f}|{y:^10.3f}|{-y:010.2f}|{y:%}|{0.5:.0%}|{1e10:g}|{1e-5:g}|{123456789.0:g}|{y:.3}|{100.0}|{1e16}|{1e-4}|{float('nan')}|{float('inf'):>6}")
print(f'{"quote"}' f"{'mixed'}" """{not fstring}""" f"""multi
line {x}""")
print(f"{x:>{w}.{0 + 0}f}" if False else f"{y:{w}.{2}f}", f"{'a':*^{w}}", f"{True} {None} {[1, 'a']} {(1,)} {True:d}")
print(f"{x!s:>4}{x:<4}|{'':>3}|{2**70:,}|{-7 // 2}|{10 % 3}|{1j}|{2+3j:.1f}")
import math
print(f"{math.pi:.10f}" if hasattr(math, "pi") else "", f"{x if x > 3 else 0}", f"{'yes' if x else 'no'}", f"{f'{f"{1}"}'}", f"{"same quotes"}")
for bad in ("f'{1:d2}'", "f'{\"a\":d}'", "f'{1.5:d}'", "f'{1:zz}'"):
    try: print(eval(bad))
    except ValueError as e: print(e)
