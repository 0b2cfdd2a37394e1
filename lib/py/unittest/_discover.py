"""Finding the files that hold tests."""
import importlib
import os
import sys

from .case import SkipTest, TestCase, skip

__unittest = True


def discover(loader, start_dir, pattern, top_level_dir):
    """The suite of what is found below a folder; see TestLoader.discover."""
    top = os.path.abspath(start_dir if top_level_dir is None else top_level_dir)
    if top not in sys.path:
        sys.path.insert(0, top)
    start = os.path.abspath(start_dir)
    if os.path.isdir(start):
        importable = start == top or os.path.isfile(os.path.join(start, "__init__.py"))
    else:
        start, top, importable = _folder_of(start_dir, top, top_level_dir)
    if not importable:
        raise ImportError("Start directory is not importable: %r" % start_dir)
    return loader.suiteClass(list(_tests_below(loader, start, pattern, top)))


def _folder_of(name, top, given_top):
    """The folder of a package by its dotted name, and the folder that imports start from."""
    try:
        module = importlib.import_module(name)
    except ImportError:
        return None, top, False
    start = os.path.dirname(os.path.abspath(module.__file__))
    if given_top is None:
        sys.path.remove(top)
        top = start
        for _ in name.split("."):
            top = os.path.dirname(top)
        sys.path.insert(0, top)
    return start, top, True


def _tests_below(loader, folder, pattern, top, is_loaded=False):
    if folder != top and not is_loaded:
        tests, go_down = _tests_at(loader, folder, pattern, top)
        if tests is not None:
            yield tests
        if not go_down:
            return
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        tests, go_down = _tests_at(loader, path, pattern, top)
        if tests is not None:
            yield tests
        if go_down:
            yield from _tests_below(loader, path, pattern, top, True)


def _tests_at(loader, path, pattern, top):
    """The tests of a file or of a package's own text, or None; and whether the package is to be searched."""
    from .loader import _fits
    base = os.path.basename(path)
    is_package = os.path.isdir(path)
    if is_package:
        if not os.path.isfile(os.path.join(path, "__init__.py")):
            return None, False
    elif not (base.endswith(".py") and base[:-3].isidentifier() and _fits(base, pattern)):
        return None, False
    name = os.path.relpath(path if is_package else path[:-3], top).replace(os.sep, ".")
    try:
        module = importlib.import_module(name)
    except SkipTest as error:
        return loader.suiteClass([_skipped(name, error)]), False
    except Exception:
        return loader._failed_import(name), False
    _check_place(module, path, is_package)
    tests = loader.loadTestsFromModule(module, pattern=pattern)
    return tests, is_package and not hasattr(module, "load_tests")


def _skipped(name, error):
    @skip(str(error))
    def skipped(self):
        pass
    return type("ModuleSkipped", (TestCase,), {name: skipped, "__module__": "unittest.loader"})(name)


def _check_place(module, path, is_package):
    found = os.path.realpath(os.path.abspath(getattr(module, "__file__", None) or path))
    expected = os.path.realpath(os.path.join(path, "__init__.py") if is_package else path)
    if found != expected:
        raise ImportError("%r module incorrectly imported from %r. Expected %r. Is this module globally installed?"
                          % (module.__name__, os.path.dirname(found), os.path.dirname(expected)))
