"""Finding modules without importing them, and making modules of specs."""
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import SourceFileLoader
from _import_spec import module_from_spec

__all__ = ["LazyLoader", "cache_from_source", "decode_source", "find_spec", "module_from_spec", "resolve_name",
           "source_from_cache", "spec_from_file_location", "spec_from_loader"]

_unset = object()


def resolve_name(name, package):
    """The absolute name of a module that may be named relative to a package."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError("no package specified for %r (required for relative module names)" % (name,))
    from importlib import _resolve
    level = len(name) - len(name.lstrip("."))
    return _resolve(name[level:], package, level)


def _find(name, path, target=None):
    for finder in list(sys.meta_path):
        if hasattr(finder, "find_spec"):
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                return spec
    return None


def find_spec(name, package=None):
    """The spec of a module, or None; its parent packages are imported."""
    full = resolve_name(name, package) if name.startswith(".") else name
    if full in sys.modules:
        module = sys.modules[full]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError("{}.__spec__ is not set".format(name)) from None
        if spec is None:
            raise ValueError("{}.__spec__ is None".format(name))
        return spec
    parent = full.rpartition(".")[0]
    path = None
    if parent:
        try:
            path = __import__(parent, fromlist=["__path__"]).__path__
        except AttributeError as problem:
            raise ModuleNotFoundError("__path__ attribute not found on %r while trying to find %r" % (parent, full),
                                      name=full) from problem
    return _find(full, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec of what a loader knows."""
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if origin or not hasattr(loader, "get_filename"):
        is_package = _is_package(loader, name) if is_package is None else is_package
        return ModuleSpec(name, loader, origin=origin, is_package=is_package)
    places = _unset if is_package is None else [] if is_package else None
    return spec_from_file_location(name, loader=loader, submodule_search_locations=places)


def _is_package(loader, name):
    try:
        return loader.is_package(name)
    except (AttributeError, ImportError):
        return False


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unset):
    """A spec of a module in a file; None when nothing can load such a file."""
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        from posix import fspath
        from posixpath import abspath
        location = abspath(fspath(location))
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is _unset:
        submodule_search_locations = [] if _is_package(loader, name) else None
    spec.submodule_search_locations = submodule_search_locations
    if submodule_search_locations == []:
        spec.submodule_search_locations = [location.rpartition("/")[0]] if location else []
    return spec


def _load_module(loader, name):
    """What the method load_module() of loaders does."""
    import warnings
    warnings.warn("the load_module() method is deprecated and slated for removal in Python 3.12; "
                  "use exec_module() instead", DeprecationWarning)
    spec = spec_from_loader(name, loader)
    module = sys.modules.get(name)
    if module is not None:
        loader.exec_module(module)
        return sys.modules[name]
    module = sys.modules[name] = module_from_spec(spec)
    try:
        loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return sys.modules[name]


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where the compiled form of a file would be kept."""
    head, slash, tail = path.rpartition("/")
    stem = tail.rpartition(".")[0] or tail
    return "%s%s__pycache__/%s.cpython-313.pyc" % (head, slash, stem)


def source_from_cache(path):
    """The file that a compiled form belongs to."""
    head, _, tail = path.rpartition("/")
    folder, slash, cache = head.rpartition("/")
    if cache != "__pycache__":
        raise ValueError("__pycache__ not bottom-level directory in %r" % (path,))
    return "%s%s%s.py" % (folder, slash, tail.partition(".")[0])


def decode_source(source_bytes):
    """The text of a file, with its encoding and its ends of lines understood."""
    import io
    return io.TextIOWrapper(io.BytesIO(source_bytes), "utf-8-sig").read()


class _LazyModule(type(sys)):
    """A module whose body runs when an attribute is asked for."""

    def __getattribute__(self, name):
        spec = object.__getattribute__(self, "__spec__")
        object.__setattr__(self, "__class__", type(sys))
        spec.loader.exec_module(self)
        return getattr(self, name)

    def __delattr__(self, name):
        self.__getattribute__(name)
        delattr(self, name)


class LazyLoader:
    """A loader that puts off running a module until it is used."""

    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__class__ = _LazyModule
