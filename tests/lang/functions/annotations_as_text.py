# Annotations of a module that asks for it are texts: expressions written out again, with parentheses only where they are needed.
from __future__ import annotations

def f(
    a01: a if b else c, a02: [1, 2, *x], a03: (1,), a04: (), a05: {1, 2}, a06: {}, a07: {1: 2, **d}, a08: lambda: 0, a09: lambda x, /, y=1, *z, k, q=2, **w: (x, y),
    a10: a or b and not c, a11: (a or b) and c, a12: not (a and b), a13: a < b <= c != d is not e not in f in g is h == i > j >= k, a14: (a < b) < c,
    a15: a + b * c - d, a16: (a + b) * c, a17: -a ** -b, a18: (-a) ** b, a19: a ** b ** c, a20: (a ** b) ** c, a21: a - (b - c), a22: a << b >> c & d ^ e | f @ g // h % i,
    a23: ~a, a24: +a, a25: - -a, a26: a.b.c, a27: a[1], a28: a[1:2], a29: a[1:2:3], a30: a[:], a31: a[::2], a32: a[1, 2], a33: a[1:2, ...], a34: a[()], a35: a[(1,)], a36: a[*b],
    a37: f(), a38: f(1, *b, c=2, **d), a39: f(x for x in y), a40: f((x for x in y), 1), a41: [x for x in y if z if w], a42: {x for x in y for z in w}, a43: {x: y for x, y in z},
    a44: (x for x in (y if z else w)), a45: [x async for x in y], a47: "text", a48: 'it"s', a49: b"by\x00te", a50: 1.5, a51: 1e400, a52: 2j, a53: 1e400j, a54: None, a55: True, a56: ...,
    a57: f"a{b}c", a58: f"{b!r:>{c}}", a59: f"{{}}{b!s}", a60: f"{b=}", a61: f"{'q'}", a62: f"{b:x{c!a}y}", a64: (lambda: (yield)), a65x: (lambda: (yield a)), a66x: (lambda: (yield from a)), a67x: (lambda: (b := 1)), a68x: (lambda: f(b := 1)), a65: 1 .real, a66: 1.5.real, a67: (1).real, a68: "a" "b", a69: f"a" "b",
    a70: (a, b)[0], a71: {**a}, a72: [*a], a73: not a == b, a74: (not a) == b, a75: (a if b else c) if d else e, a76: a if (b if c else d) else e, a77: (lambda: a) if b else c, a78: lambda: (a if b else c), a79: (a, *b), a80: x[a, *b],
    a87: f"{(lambda: 1)}", a88: f"{ {1: 2} }", a89: f"""{'a"b'}""", a90: '\n\t\\\u1234\ud800', a91: f'\n{a}', a92: -1, a93: (-1).real, a94: 10 ** 30, a95: 0xff,
    a96: lambda *, k: 0, a97: lambda *a: 0, a98: lambda a=1, /: 0, a99: lambda **k: 0,
) -> (a, b): pass

for name, text in f.__annotations__.items(): print(name, text)

class C:
    x: list[int] | None = None
    (y): int

print(C.__annotations__)
async def g() -> f"{a!r:{b}{c}}": x: y
print(g.__annotations__)
