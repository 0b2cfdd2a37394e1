def f(a: int, b: "str" = 'x', *c, d=1, **e) -> float:
    """Doc."""
f.note = 1
print(f.__name__, f.__qualname__, f.__doc__, f.__annotations__, f.__defaults__, f.__kwdefaults__, f.__dict__, f.__module__)
print(f.__code__.co_argcount, f.__code__.co_varnames, f.__code__.co_kwonlyargcount)
f.__name__ = "g"
print(f.__name__, f.__code__.co_name)
del f.note
try:
    f.note
except AttributeError as e:
    print(e)
print((lambda x: x).__name__, type(f).__name__, callable(f))
class A:
    def m(self): "method doc"
print(A.m.__qualname__, A().m.__func__ is A.m, A().m.__doc__, A().m == A().m)
a = A()
print(a.m.__self__ is a)
