# What the finders and loaders of built-in modules and of folders without __init__.py answer when a program asks them.
import importlib.machinery, os, sys, types
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# import machinery
print(attempt(importlib.machinery.BuiltinImporter.find_spec, "sys").name, importlib.machinery.BuiltinImporter.find_spec("nosuch"), attempt(importlib.machinery.BuiltinImporter.create_module, importlib.machinery.ModuleSpec("nosuch", None)), importlib.machinery.BuiltinImporter.get_source("sys"))
import sys as s2
spec = importlib.machinery.BuiltinImporter.find_spec("sys"); print(spec.loader is importlib.machinery.BuiltinImporter, importlib.machinery.BuiltinImporter.create_module(spec).__name__, importlib.machinery.BuiltinImporter.exec_module(s2), attempt(importlib.machinery.PathFinder.find_spec, "nosuch"), attempt(importlib.machinery.FrozenImporter.find_spec, "nosuch"), attempt(importlib.machinery.BuiltinImporter.create_module, 5))
d = f"/tmp/ouro-namespace-{os.getpid()}"; os.makedirs(d + "/spacious"); sys.path.insert(0, d)
def shown(*values): print(*(str(value).replace(d, "folder") for value in values))
import spacious
l = spacious.__loader__; shown(type(l).__name__, l.create_module(spacious.__spec__), l.exec_module(spacious), l.is_package("spacious"), repr(l.get_source("spacious")), list(spacious.__path__), spacious.__path__[0], len(spacious.__path__), d + "/spacious" in spacious.__path__, repr(spacious), spacious.__file__ if hasattr(spacious, "__file__") else "none")
spacious.__path__.append("/x"); shown(list(spacious.__path__), repr(spacious.__path__)); spacious.__path__[0] = "/y"; print(list(spacious.__path__), attempt(lambda: spacious.__path__[9]), attempt(lambda: 5 in spacious.__path__)); os.rmdir(d + "/spacious"); os.rmdir(d)
print(attempt(importlib.machinery.BuiltinImporter.create_module, types.SimpleNamespace(name="nosuch")), importlib.machinery.BuiltinImporter.create_module(types.SimpleNamespace(name="sys")).__name__, importlib.machinery.BuiltinImporter.is_package("sys"))
