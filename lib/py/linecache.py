"""Lines of source files, read once and kept."""
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # file name -> (length, 0 or None: no file, list of lines, file name), or (function that makes the text,)


def clearcache():
    """Forget all files."""
    cache.clear()


def checkcache(filename=None):
    """Forget the file, or all: they may have changed."""
    for name in list(cache) if filename is None else [filename]:
        if len(cache.get(name, ())) > 1 and cache[name][1] is not None:
            del cache[name]


def lazycache(filename, module_globals):
    """Have the loader of a module asked for the text of a file that cannot be read; return whether it will be."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename[0] + filename[-1] == "<>" or not module_globals:
        return False
    name = module_globals.get("__name__")
    loader = getattr(module_globals.get("__spec__"), "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name)),
    return True


def getlines(filename, module_globals=None):
    """Return the lines of a file with their newlines; an empty list when it cannot be read."""
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def getline(filename, lineno, module_globals=None):
    """Return a line with its newline; '' when there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def updatecache(filename, module_globals=None):
    """Read the file anew and return its lines."""
    if len(cache.get(filename, ())) != 1:
        cache.pop(filename, None)
    text, time = sys._source_text(filename), 0
    if text is None and lazycache(filename, module_globals):
        try:
            text, time = cache.pop(filename)[0](), None
        except (ImportError, OSError):
            pass
    if text is None:
        return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = len(text), time, lines, filename
    return lines
