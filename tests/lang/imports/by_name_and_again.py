"""importlib: import_module, reload, find_spec, modules of files anywhere; modules that answer for themselves."""
import os
import sys

sys.dont_write_bytecode = True
folder = f"/tmp/ouro-byname-{os.urandom(8).hex()}"
files = {
    "vary.py": "print('run', __name__)\nV = 1\nA = 1\n",
    "pkg/__init__.py": "",
    "pkg/m.py": "V = 5\n",
    "alone.py": "def f():\n    return __name__\n",
    "replaced.py": "import sys\n\n\nclass Replacement:\n    value = 3\n\n\nsys.modules[__name__] = Replacement\n",
    "asked.py": "def __getattr__(name):\n    if name == 'made':\n        return 5\n    raise AttributeError('no ' + name)\n\n\ndef __dir__():\n    return ['made']\n",
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


import importlib
import importlib.util
from importlib import machinery

vary = importlib.import_module("vary")
with open(folder + "/vary.py", "w") as file:
    file.write("print('again', __name__)\nV = 22\n")
print(importlib.reload(vary) is vary, vary.V, vary.A)
attempt("relative", lambda: importlib.import_module(".m", "pkg").V)
for arguments in ((".m",), ("..m", "pkg"), ("nope",), ("",)):
    attempt(arguments, lambda: importlib.import_module(*arguments))
attempt("reload", lambda: importlib.reload("x"))
attempt("reload", lambda: importlib.reload(type(sys)("other")))
find_spec = importlib.util.find_spec
for arguments in (("nope",), ("pkg.m",), ("pkg.nope",), ("nope.x",), (".m", "pkg"), ("pkg.m.x",), ("sys",)):
    attempt(arguments, lambda: getattr(find_spec(*arguments), "name", None))
attempt("__main__", lambda: find_spec("__main__"))

spec = importlib.util.spec_from_file_location("mine", folder + "/alone.py")
module = importlib.util.module_from_spec(spec)
print(module.__name__, hasattr(module, "f"), spec.has_location, repr(module).replace(folder, "PATH"))
spec.loader.exec_module(module)
print(module.f(), "mine" in sys.modules, module.__file__ == spec.origin)
print(importlib.util.spec_from_file_location("x", "/nope/x.txt"))
attempt("no file", lambda: (spec := importlib.util.spec_from_file_location("x", "/nope/x.py")).loader.exec_module(
    importlib.util.module_from_spec(spec)))
package = importlib.util.spec_from_file_location("p", folder + "/pkg/__init__.py")
print(package.submodule_search_locations == [folder + "/pkg"], package.parent)
print(importlib.util.resolve_name(".a", "b"), importlib.util.resolve_name("a", "b"))
attempt("resolve", lambda: importlib.util.resolve_name("..a", "b"))
print(machinery.ModuleSpec("a", None), machinery.ModuleSpec("a.b", 5, is_package=True).parent, machinery.SOURCE_SUFFIXES)

import replaced
import asked
from asked import made

print(replaced.value, asked.made, made, dir(asked))
attempt("hook", lambda: run("from asked import other"))

for where, folders, names in os.walk(folder, topdown=False):
    for name in names:
        os.remove(os.path.join(where, name))
    os.rmdir(where)
