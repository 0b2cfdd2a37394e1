# Classes with type parameters, and what brackets make of them.
from typing import *

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class A(Generic[T]):
    pass


class B(A[int], Generic[S]):
    pass


class C[X, *Y, **Z]:
    pass


class D[T1](List[T1]):
    pass


expressions = """
A[int]
A[int].__origin__
A[int].__args__
A.__parameters__
A.__orig_bases__
B.__orig_bases__
B.__mro__
B[str]
A[T][int]
A[List[T]][int]
C.__orig_bases__
C.__parameters__
C[int, str, bytes, [int, str]]
C[int, [int, str]]
C.__type_params__
D[int]
D[int]([1])
D.__mro__
C[int, *tuple[str, ...], [int]]
Generic[int]
Generic[T, T]
Generic[()]
Generic
List[int].__module__, List.__module__, A[int].__module__
A[int].foo
A[int, str]
A[()]
B[int, str]
A[int] == A[int], A[int] is A[int], hash(A[int]) == hash(A[int])
A.__class_getitem__(int)
"""
for expression in expressions.strip().splitlines():
    try:
        result = repr(eval(expression))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(expression, "=>", result)
