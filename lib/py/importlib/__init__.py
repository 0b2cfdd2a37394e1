"""Importing by name, and importing again."""
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__
_reloading = {}


def invalidate_caches():
    """Tells the finders to look anew."""
    for finder in sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def import_module(name, package=None):
    """Import a module; a relative name needs the package it is relative to."""
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for %r" % (name,))
        level = len(name) - len(name.lstrip("."))
        name = _resolve(name[level:], package, level)
    elif not name:
        raise ValueError("Empty module name")
    if name not in sys.modules:
        __import__(name)
    module = sys.modules[name]
    if module is None:
        raise ModuleNotFoundError("import of %s halted; None in sys.modules" % name, name=name)
    return module


def _resolve(name, package, level):
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return "%s.%s" % (parts[0], name) if name else parts[0]


def reload(module):
    """Run a module's body again in its namespace, and return the module."""
    spec = getattr(module, "__spec__", None)
    name = spec.name if spec is not None else getattr(module, "__name__", None)
    if name is None:
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError("module %s not in sys.modules" % name, name=name)
    if name in _reloading:
        return _reloading[name]
    _reloading[name] = module
    try:
        parent = name.rpartition(".")[0]
        path = None
        if parent:
            try:
                path = sys.modules[parent].__path__
            except KeyError:
                raise ImportError("parent %r not in sys.modules" % (parent,), name=parent) from None
        from importlib.util import _find
        import _import_spec
        spec = module.__spec__ = _find(name, path, module)
        if spec is None:
            raise ModuleNotFoundError("spec not found for the module %r" % (name,), name=name)
        _import_spec.describe(spec, module, anew=True)
        _import_spec.run(spec, module)
        return sys.modules[name]
    finally:
        del _reloading[name]


def __getattr__(name):
    if name in ("abc", "machinery", "util"):
        return import_module("importlib." + name)
    raise AttributeError("module 'importlib' has no attribute %r" % (name,))
