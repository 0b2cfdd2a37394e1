"""Lines of source files, read once and kept."""
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # file name -> (length, time or None for a text without a file, list of lines, file name)


def clearcache():
    """Forget all files."""
    cache.clear()


def checkcache(filename=None):
    """Forget the file, or all: they may have changed."""
    for name in list(cache) if filename is None else [filename]:
        if name in cache and cache[name][1] is not None:
            del cache[name]


def lazycache(filename, module_globals):
    """Nothing is loaded in another way than by getlines()."""
    return False


def getlines(filename, module_globals=None):
    """Return the lines of a file with their newlines; an empty list when it cannot be read."""
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def getline(filename, lineno, module_globals=None):
    """Return a line with its newline; '' when there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def updatecache(filename, module_globals=None):
    """Read the file anew and return its lines."""
    cache.pop(filename, None)
    text = sys._source_text(filename)
    if text is None:
        return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = len(text), 0, lines, filename
    return lines
