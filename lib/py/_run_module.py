"""What `ouro -m name` does: finds a module's text and runs it as __main__."""
import sys


def find(name):
    """Returns (code's file name, text, package) of a module, or raises ImportError."""
    parent, _, last = name.rpartition(".")
    bundled = sys._bundled_text(name)
    if bundled is not None:
        text, is_package = bundled
        return "<bundled %s>" % name, text, name if is_package else parent, is_package
    search = __import__(parent, fromlist=["__path__"]).__path__ if parent else sys.path
    for folder in search:
        base = folder + "/" + last if folder else last
        for path, is_package in ((base + "/__init__.py", True), (base + ".py", False)):
            try:
                with open(path, "rb") as file:
                    return path, file.read(), name if is_package else parent, is_package
            except (FileNotFoundError, NotADirectoryError):
                pass
    raise ImportError("No module named " + name)


def run(name, main):
    sys.argv[0] = "-m"
    try:
        path, text, package, is_package = find(name)
        if is_package:
            try:
                path, text, package, is_package = find(name + ".__main__")
            except ImportError:
                raise ImportError("No module named %s.__main__; %r is a package and cannot be directly executed"
                                  % (name, name)) from None
    except ImportError as error:
        sys.exit("%s: %s" % (sys.executable, error))
    sys.argv[0] = path
    main.__file__ = path
    main.__package__ = package
    exec(compile(text, path, "exec"), main.__dict__)
