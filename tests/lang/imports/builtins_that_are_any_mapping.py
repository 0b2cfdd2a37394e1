# import and class statements look into __builtins__ whatever mapping that is.
import types


class Names:
    def __init__(self, **names): self.names = names
    def __getitem__(self, name):
        if name == "__import__" and "broken" in self.names:
            raise ZeroDivisionError(name)
        return self.names[name]


def run(text, builtins):
    names = {"__builtins__": builtins}
    try:
        exec(text, names)
        print({k: v for k, v in names.items() if k != "__builtins__"})
    except Exception as e:
        print(type(e).__name__, e)


def imported(name, globals, locals, wanted, level): return f"{name} {wanted} {level}"
def built(body, name, *bases): return name, bases


for make in dict, types.MappingProxyType, lambda d: Names(**d):
    run("import a.b", make({}))
    run("import a.b", make({"__import__": imported}))
    run("import a.b as c", make({"__import__": lambda *_: types.SimpleNamespace(b=1)}))
    run("class C(1): pass", make({}))
    run("class C(1): pass", make({"__build_class__": built}))
    run("x = y", make({"y": 3}))
run("import a", Names(broken=1))
