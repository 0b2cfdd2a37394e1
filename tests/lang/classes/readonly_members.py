# Built-in attributes that CPython reads from a struct say "readonly attribute".
def f():
    pass


for owner, name in ((range(3), "start"), (slice(1), "stop"), (1j, "real"), (f, "__closure__"), (f, "__globals__"),
                    (property(), "fget"), (staticmethod(f), "__func__"), (super(int, 1), "__self__"), (int, "__base__"),
                    (f.__code__, "co_name"), (ExceptionGroup("a", [KeyError()]), "exceptions"), (1, "real"),
                    (1.5, "imag"), (int, "__mro__"), ([].append, "__self__"), (type("T", (), {"m": f})().m, "__func__")):
    for change in (lambda: setattr(owner, name, 1), lambda: delattr(owner, name)):
        try:
            change()
        except (AttributeError, TypeError) as e:
            print(type(owner).__name__, name, type(e).__name__, e)
print(slice.__dict__["start"], property.__dict__["fget"], int.__dict__["real"])
