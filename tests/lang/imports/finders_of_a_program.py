"""Finders of a program in sys.meta_path: asked in order, their specs loaded."""
import sys


def attempt(label, function):
    try:
        print(label, function())
    except Exception as problem:
        print(label, type(problem).__name__, problem)


class Memory:
    """Makes modules of texts."""

    texts = {"made": "value = 42", "tree": "", "tree.leaf": "from . import __name__ as parent"}

    def find_spec(self, name, path=None, target=None):
        print("asked for", name, path)
        if name not in self.texts:
            return None
        return type(sys.__spec__)(name, self, origin="memory", is_package=name == "tree")

    def create_module(self, spec):
        print("create", spec.name)
        return None

    def exec_module(self, module):
        exec(self.texts[module.__name__], module.__dict__)


class Half:
    def __init__(self, loader):
        self.loader = loader

    def find_spec(self, name, path=None, target=None):
        return type(sys.__spec__)(name, self.loader)


class OnlyExec:
    def exec_module(self, module):
        pass


class Failing(OnlyExec):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        raise LookupError("no body")


sys.meta_path.insert(0, Memory())
import made
import tree.leaf

print(made.value, made, made.__spec__.origin, tree.leaf.parent, tree.__path__, tree.leaf.__package__)
attempt("nothing", lambda: __import__("nothing"))
del sys.meta_path[0]
for loader in (None, OnlyExec(), Failing()):
    sys.meta_path.append(Half(loader))
    attempt("half", lambda: __import__("half"))
    print("half" in sys.modules)
    del sys.meta_path[-1]
sys.meta_path.append(object())
attempt("object", lambda: __import__("half"))
del sys.meta_path[-1]
finders = sys.meta_path[:]
sys.meta_path.clear()
attempt("empty", lambda: __import__("half"))
attempt("known", lambda: __import__("made").value)
sys.meta_path.extend(finders)
