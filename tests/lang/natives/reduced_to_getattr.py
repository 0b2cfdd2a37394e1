# methods are copied and pickled as the call of getattr() that finds them
import copy


class A:
    def __repr__(self): return "a"
    def f(self): return "f"
    @classmethod
    def c(cls): return 1
    __slots__ = ("s",)


for method in (A().f, A.c, [].append, len, list.append, int.__add__, (1).__add__, dict.fromkeys, A.s,
               dict.__dict__["fromkeys"], A.__dict__["c"], type.__dict__["__dict__"]):
    try:
        print(method.__reduce__(), method.__reduce_ex__(4) == method.__reduce__())
        print(copy.copy(method) == method)
    except TypeError as error:
        print(error)
