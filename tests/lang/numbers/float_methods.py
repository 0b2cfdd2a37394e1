for x in 0.0, -0.0, 1.5, -2.5, 0.1, 1e22, -1e-5, 5e-324, float("inf"), float("nan"):
    for name in (
        "as_integer_ratio", "is_integer", "hex", "conjugate", "__floor__", "__ceil__", "__trunc__",
        "__round__", "__int__", "__bool__", "__getnewargs__",
    ):
        try:
            print(name, getattr(x, name)(), end="; ")
        except (OverflowError, ValueError) as e:
            print(name, type(e).__name__, e, end="; ")
    print(x.real, x.imag)
print(
    float.__getformat__("double"), (1.5).__sizeof__(), (1.5).__eq__(1), (1.5).__radd__(1), (1.5).__add__("x"),
    (1.5).__pow__(2),
)
