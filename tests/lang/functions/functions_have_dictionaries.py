def f():
    f.calls += 1
    return f.calls


f.calls = 0
f(), f()
print(f.calls, f.__dict__, f.__module__, f.__qualname__)
del f.calls
try:
    f()
except AttributeError as error:
    print(error)


def outer():
    def inner():
        pass

    class Local:
        def method(self):
            pass

    return inner, Local


inner, Local = outer()
print(inner.__qualname__, Local.__qualname__, Local.method.__qualname__)
f.__name__ = "renamed"
print(f.__name__)
try:
    f.__name__ = 5
except TypeError as error:
    print(error)
f.__code__ = (lambda: "swapped").__code__
print(f())
