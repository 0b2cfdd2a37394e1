"""Specs, loaders, paths and reprs of modules, packages and namespace packages."""
import os
import sys

sys.dont_write_bytecode = True
folder = f"/tmp/ouro-specs-{os.urandom(8).hex()}"
files = {
    "pkg/__init__.py": "X = 1\n__all__ = [\"X\", \"m\", \"missing_sub\"]\n",
    "pkg/bad.py": "Y = 2\nfrom .. import pkg\n",
    "pkg/m.py": "V = 5\n_p = 6\n",
    "pkg/sub/__init__.py": "",
    "pkg/sub/deep.py": "from ..m import V\nfrom . import deep2\nW = V + 1\n",
    "pkg/sub/deep2.py": "Z = 3\n",
    "ns/inner/mod.py": "N = 1\n",
    "cyc/__init__.py": "",
    "cyc/a.py": "from . import b\nA = 1\n",
    "cyc/b.py": "from .a import A\n",
    "attr/__init__.py": "",
    "attr/a.py": "import attr.b\nA = 1\n",
    "attr/b.py": "import attr.a\nattr.a.A\n",
    "boom.py": "1 / 0\n",
    "syn.py": "def f(:\n",
}
for name, text in files.items():
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)
sys.path.insert(0, folder)


def attempt(label, function):
    try:
        print(label, function())
    except Exception as problem:
        print(label, type(problem).__name__, str(problem).replace(folder, "PATH"), getattr(problem, "name", "-"))


def run(text, **names):
    names.setdefault("__name__", "__main__")
    exec(text, names)
    return sorted(name for name in names if name[:2] != "__")


def show(module):
    print(repr(module).replace(folder, "PATH"))
    for name in ("__name__", "__package__", "__path__", "__file__", "__loader__", "__spec__"):
        text = repr(getattr(module, name, "absent")).replace(folder, "PATH")
        print("   ", name, text.split(" at 0x")[0])


import pkg
import pkg.sub.deep
import ns.inner.mod

for module in (pkg, pkg.m, pkg.sub, ns, ns.inner, ns.inner.mod, sys, __builtins__):
    show(module)
spec = pkg.__spec__
print(spec.name, spec.parent, spec.origin == pkg.__file__, spec.has_location, spec.submodule_search_locations == pkg.__path__)
print(spec.loader_state, spec._initializing, spec == spec, spec != pkg.m.__spec__, type(spec), type(spec.loader))
print(pkg.m.__spec__.parent, type(ns.__path__), list(ns.__path__) == [folder + "/ns"], len(ns.__path__))
loader = spec.loader
print(loader.name, loader.path == pkg.__file__, loader.is_package("pkg"), loader.get_source("pkg"), loader == loader)
print(loader.get_filename("pkg") == pkg.__file__, loader.get_data(pkg.__file__))
attempt("other name", lambda: loader.get_source("other"))
print([finder.__name__ for finder in sys.meta_path])

for where, folders, names in os.walk(folder, topdown=False):
    for name in names:
        os.remove(os.path.join(where, name))
    os.rmdir(where)
