def g():
    x = yield
    yield x


a = g()
print(a.gi_running, a.gi_frame is not None, a.gi_code.co_name, a.__name__, a.__qualname__, a.gi_yieldfrom)
next(a)
print(a.gi_frame.f_lineno)
a.send(3)
print(a.gi_frame.f_locals)
list(a)
print(a.gi_frame)
print(type(a).__name__, iter(a) is a, hasattr(a, "send"), bool(a))
print((x for x in ()).__name__)
try:
    g().throw(KeyError("first"))
except KeyError as error:
    print(error)
try:
    a.throw(ValueError)
except ValueError as error:
    print(repr(error))
try:
    g().throw(5)
except TypeError as error:
    print(error)
