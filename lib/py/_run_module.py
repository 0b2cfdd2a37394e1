"""What `ouro -m name` does: finds a module's text and runs it as __main__."""
import sys


class _Problem(Exception):
    """Why a module cannot be run."""


def find(name):
    """Returns (file name, text, spec) of a module, or raises _Problem."""
    from importlib.util import find_spec
    parent = name.rpartition(".")[0]
    if parent:
        try:
            __import__(parent)
        except ImportError as problem:
            if problem.name is None or (problem.name != parent and not parent.startswith(problem.name + ".")):
                raise
        if name in sys.modules and not hasattr(sys.modules[name], "__path__"):
            import warnings
            warnings.warn_explicit("%r found in sys.modules after import of package %r, but prior to execution of %r; "
                                   "this may result in unpredictable behaviour" % (name, parent, name),
                                   RuntimeWarning, "<frozen runpy>", 128)
    try:
        spec = find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as problem:
        text = "Error while finding module specification for %r (%s: %s)" % (name, type(problem).__name__, problem)
        if name.endswith(".py"):
            text += ". Try using '%s' instead of '%s' as the module name." % (name[:-3], name)
        raise _Problem(text) from None
    if spec is None:
        raise _Problem("No module named " + name)
    if spec.submodule_search_locations is not None:
        if name == "__main__" or name.endswith(".__main__"):
            raise _Problem("Cannot use package as __main__ module")
        try:
            return find(name + ".__main__")
        except _Problem as problem:
            if name not in sys.modules:
                raise
            raise _Problem("%s; %r is a package and cannot be directly executed" % (problem, name)) from None
    bundled = sys._bundled_text(name) if spec.origin == "frozen" else None
    if bundled is not None:
        return "<bundled %s>" % name, bundled[0], spec
    if not hasattr(spec.loader, "get_data") or not spec.has_location:
        raise _Problem("No code object available for " + name)
    return spec.origin, spec.loader.get_data(spec.origin), spec


def run(name, main):
    sys.argv[0] = "-m"
    try:
        path, text, spec = find(name)
    except _Problem as problem:
        sys.exit("%s: %s" % (sys.executable, problem))
    sys.argv[0] = path
    main.__file__ = path
    main.__package__ = spec.parent
    main.__spec__ = spec
    main.__loader__ = spec.loader
    if spec.cached is not None:
        main.__cached__ = spec.cached
    exec(compile(text, path, "exec"), main.__dict__)
