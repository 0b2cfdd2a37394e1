import importlib.util
import types


class Paths:
    def get_filename(self, name): return "/tmp/x/" + name + ".py"
    def is_package(self, name): return name == "pk"


class Kinds:
    def is_package(self, name):
        if name == "bad":
            raise ImportError("no")
        return name == "pk"


class Runs:
    def exec_module(self, module): pass


class Makes(Runs):
    def create_module(self, spec): return types.ModuleType("made")


def show(spec):
    print(spec.name, type(spec.loader).__name__, spec.origin, spec.submodule_search_locations, spec.has_location)


from_loader = importlib.util.spec_from_loader
for name in ("a", "pk"):
    for is_package in (None, True, False):
        show(from_loader(name, Paths(), is_package=is_package))
        show(from_loader(name, Kinds(), is_package=is_package))
show(from_loader("bad", Kinds()))
show(from_loader("a", Paths(), origin="somewhere"))
show(from_loader("a", None))
made = importlib.util.module_from_spec(from_loader("a", Makes()))
print(made.__name__, made.__spec__.name, type(made.__loader__).__name__, repr(made.__package__))
try:
    importlib.util.module_from_spec(from_loader("a", Runs()))
except ImportError as error:
    print(error)
