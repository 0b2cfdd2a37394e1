"""Generic stands among the bases once: type parameters of a class bring it, too."""
import collections
from typing import Generic, Protocol, TypeVar

S = TypeVar("S")
T = TypeVar("T")


def show(make):
    try:
        print(make().__orig_bases__)
    except TypeError as exc:
        print(exc)


def by_name():
    class A(Generic[S], Generic[T]): pass
    return A


def by_parameter():
    class A[X](Generic[X]): pass
    return A


def behind_another():
    class A[X](list, Generic[X]): pass
    return A


def plain():
    class A[X](Generic): pass
    return A


def of_protocol():
    class A[X](Protocol[S]): pass
    return A


def from_generic():
    class B(Generic[T]): pass
    class A[X](B[X]): pass
    return A


def of_another_module():
    class A(collections.OrderedDict, collections.OrderedDict): pass
    return A


for make in (by_name, by_parameter, behind_another, plain, of_protocol, from_generic, of_another_module):
    show(make)
