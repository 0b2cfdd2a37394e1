# exec() and eval(): namespaces of all kinds, closures, what is refused
def refused(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


class Names:
    def __init__(self):
        self.seen = []

    def __getitem__(self, name):
        self.seen.append(name)
        if name == "known":
            return 42
        raise KeyError(name)

    def __setitem__(self, name, value):
        self.seen.append((name, value))


names = Names()
print(eval("known + len('ab')", {}, names), names.seen)
exec("new = known", {}, names)
print(names.seen[-1])

refused(exec, 1)
refused(eval, 1)
refused(exec, "1", 1)
refused(eval, "1", 1)
refused(eval, "1", names)
refused(exec, "1", {}, 1)
refused(eval, "1", {}, 1)
refused(eval, "x = 1")
refused(exec, "1", closure=())


def outer():
    a, b = 1, 2

    def inner():
        nonlocal a
        a += b
        return a
    return inner


inner = outer()
exec(inner.__code__, {}, closure=inner.__closure__)
print(inner())
refused(exec, inner.__code__)
refused(exec, inner.__code__, closure=())
refused(exec, inner.__code__, closure=inner.__closure__[:1])
refused(exec, inner.__code__, closure=[1, 2])
refused(exec, compile("1", "f", "exec"), closure=inner.__closure__)
refused(eval, inner.__code__)
print("__builtins__" in (lambda d: exec("", d) or d)({}))
