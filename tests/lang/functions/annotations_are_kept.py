def f(a: int, b: "text" = 2, *args: list, c: float = 1.0, **kw: dict) -> str:
    x: int = 5
    return a


print(f.__annotations__)
y: int = 3
z: str
print(__annotations__)
try:
    z
except NameError as error:
    print(error)


class C:
    attribute: int
    other: str = "set"


print(C.__annotations__, C.other, hasattr(C, "attribute"))
(w): int = 4
print(w, "w" in __annotations__)
C.other: "ignored" = "changed"
print(C.other)
