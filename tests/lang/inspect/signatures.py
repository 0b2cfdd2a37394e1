import inspect


def f(a, /, b: int, c=1, *args, d, e: str = "x", **kwargs) -> bool:
    "Docstring\n    of f."


class A:
    def __init__(self, x, y=2):
        pass

    def method(self, z):
        pass

    @classmethod
    def make(cls, *names):
        pass

    def __call__(self, q):
        pass


print(inspect.signature(f), inspect.getdoc(f))
print(inspect.signature(A), inspect.signature(A.method), inspect.signature(A(1).method), inspect.signature(A.make))
print(inspect.signature(A(1)), inspect.signature(lambda *, k: k), inspect.signature(len), inspect.signature("".upper))
for parameter in inspect.signature(f).parameters.values():
    print(parameter.name, parameter.kind, parameter.default is parameter.empty, repr(parameter))
bound = inspect.signature(f).bind(1, 2, 3, 4, d=5, more=6)
print(bound.arguments, bound.args, bound.kwargs)
bound = inspect.signature(A).bind(1)
bound.apply_defaults()
print(bound)
for args, kwargs in ((), {}), ((1,), {}), ((1, 2), {}), ((1, 2), {"d": 1, "b": 2}), ((1,), {"b": 1, "d": 2}):
    try:
        print(inspect.signature(f).bind(*args, **kwargs))
    except TypeError as error:
        print("TypeError:", error)
print(inspect.getfullargspec(f))
print(inspect.isfunction(f), inspect.isclass(A), inspect.ismethod(A(1).method), inspect.isbuiltin(len))
print(inspect.isgeneratorfunction(lambda: (yield)), inspect.iscoroutinefunction(f), inspect.isroutine(str.join))
