"""What finders and loaders have in common."""
import abc

__all__ = ["Finder", "InspectLoader", "Loader", "MetaPathFinder", "PathEntryFinder"]


class Loader(metaclass=abc.ABCMeta):
    """Makes modules of specs."""

    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        if not hasattr(self, "exec_module"):
            raise ImportError
        from importlib.util import spec_from_loader
        import _import_spec
        return _import_spec.load(spec_from_loader(fullname, self))


class MetaPathFinder(metaclass=abc.ABCMeta):
    """What may stand in sys.meta_path."""

    def invalidate_caches(self):
        pass


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules in one entry of a path."""

    def invalidate_caches(self):
        pass


class InspectLoader(Loader):
    """A loader that knows the text of its modules."""

    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError("cannot load module %r when get_code() returns None" % (module.__name__,))
        exec(code, module.__dict__)


Finder = MetaPathFinder
