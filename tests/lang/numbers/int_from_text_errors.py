cases = [
    ("abc",), ("",), (" ",), ("1__0",), ("_1",), ("1_",), ("- 1",), ("--1",), ("1.0",), ("1e5",), ("0x10",),
    ("12\0",),
]
cases += [
    ("012", 0), ("0x", 16), ("0b2", 0), ("0x_", 16), ("9", 8), ("z", 35), ("12", 1), ("12", 37), ("12", -2),
    ("1", 10**30),
]
cases += [
    (b"a\xff",), (b"9", 8), (12, 10), (1.5, 10), ([],), (None,), ("1", "2"), ("1", 2.0), ("a" * 300,),
    ("\ud800",), ("²",), (1, 2, 3),
]
for arguments in cases:
    try:
        print(int(*arguments))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for keywords in {"base": 10}, {"x": "1"}:
    try:
        print(int(**keywords))
    except TypeError as e:
        print(e)
