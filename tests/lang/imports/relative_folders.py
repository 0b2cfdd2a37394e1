"""Entries of sys.path that are relative count from the current folder; what a module is known by is absolute.
A package may put another object in its place: its parts are found all the same."""
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
os.chdir(os.path.dirname(here))
saved = sys.path[:]
for entry in (".", "./", "", "./imports", "imports/", "../lang/imports", "imports/../imports"):
    sys.path[:] = [entry]
    for name in ("helper_module", "imports", "imports.helper_module"):
        sys.modules.pop(name, None)
    try:
        import helper_module as found
    except ImportError:
        import imports.helper_module as found
    print(repr(entry), found.__file__.replace(os.path.dirname(here), "~"), os.path.isabs(found.__cached__))
sys.path[:] = saved
from replacing_package import part
print(part.answer, type(sys.modules["replacing_package"]).__name__)


class Asked:
    """What an import from an object looks at."""

    def __getattr__(self, name):
        if name != "__spec__":
            print("asked for", name)
        if name == "__path__":
            raise AttributeError(name)
        return len(name)


sys.modules["asked"] = Asked()
from asked import something
print(something)
