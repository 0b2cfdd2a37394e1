"""File names: taking them apart and putting them together. Programs use it as os.path."""
import posix as _posix
import stat as _stat
from posix import _path_normpath as _normpath
from posix import fspath as _fspath

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
           "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
           "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile",
           "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath", "isjunction", "isdevdrive", "isreserved"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _get(path, text):
    """text in the type of path."""
    return text.encode() if isinstance(path, bytes) else text


def _check_types(function, *paths):
    kinds = {bytes if isinstance(path, bytes) else str if isinstance(path, str) else None for path in paths}
    if None in kinds:
        wrong = next(path for path in paths if not isinstance(path, (str, bytes)))
        raise TypeError("%s() argument must be str, bytes, or os.PathLike object, not %r"
                        % (function, type(wrong).__name__))
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components")


def normcase(s):
    """Return the name in the case that counts: here as it is."""
    return _fspath(s)


def isabs(s):
    """Whether a name begins at the root."""
    s = _fspath(s)
    return s.startswith(_get(s, "/"))


def join(a, *p):
    """Join names by slashes; one that begins at the root drops those before it."""
    if type(a) is not str:
        return _join_any(a, p)
    path = a
    for part in p:
        if type(part) is not str:
            return _join_any(a, p)
        if part[:1] == "/" or not path:
            path = part
        elif path[-1] == "/":
            path += part
        else:
            path = f"{path}/{part}"
    return path


def _join_any(a, p):
    a = _fspath(a)
    try:
        p = tuple(map(_fspath, p))
    except TypeError:
        _check_types("join", a, *p)
        raise
    _check_types("join", a, *p)
    slash = _get(a, "/")
    path = a
    for part in p:
        if part.startswith(slash) or not path:
            path = part
        elif path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    """Return (folder, name): the name is what follows the last slash."""
    p = _fspath(p)
    folder, slash, name = p.rpartition(_get(p, "/"))
    return folder.rstrip(slash) or folder + slash, name


def splitext(p):
    """Return (everything before the last dot of the name, the rest)."""
    p = _fspath(p)
    dot = _get(p, ".")
    start = p.rfind(_get(p, "/")) + 1
    place = p.rfind(dot)
    # dots that the name begins with do not count
    if place > start and p[start:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def splitdrive(p):
    """Return ('', p): there are no drives."""
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    """Return ('', the slashes in front, the rest)."""
    p = _fspath(p)
    slash, empty = _get(p, "/"), p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """Return what follows the last slash."""
    p = _fspath(p)
    return p[p.rfind(_get(p, "/")) + 1:]


def dirname(p):
    """Return what stands before the last slash."""
    return split(p)[0]


def _stat_or_none(path, function=_posix.stat):
    try:
        return function(path)
    except (OSError, ValueError):
        return None


def exists(path):
    """Whether there is a file or folder of this name; False for a broken link."""
    return _stat_or_none(path) is not None


def lexists(path):
    """The same, True for a broken link."""
    return _stat_or_none(path, _posix.lstat) is not None


def isfile(path):
    """Whether it is a regular file, or a link to one."""
    found = _stat_or_none(path)
    return found is not None and _stat.S_ISREG(found.st_mode)


def isdir(s):
    """Whether it is a folder, or a link to one."""
    found = _stat_or_none(s)
    return found is not None and _stat.S_ISDIR(found.st_mode)


def islink(path):
    """Whether it is a symbolic link."""
    found = _stat_or_none(path, _posix.lstat)
    return found is not None and _stat.S_ISLNK(found.st_mode)


def isjunction(path):
    _fspath(path)
    return False


isdevdrive = isreserved = isjunction


def ismount(path):
    """Whether another file system begins here."""
    here = _stat_or_none(path, _posix.lstat)
    if here is None or _stat.S_ISLNK(here.st_mode):
        return False
    path = _fspath(path)
    above = _stat_or_none(realpath(join(path, _get(path, ".."))), _posix.lstat)
    return above is not None and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def getsize(filename):
    return _posix.stat(filename).st_size


def getmtime(filename):
    return _posix.stat(filename).st_mtime


def getatime(filename):
    return _posix.stat(filename).st_atime


def getctime(filename):
    return _posix.stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two names are of one file."""
    return samestat(_posix.stat(f1), _posix.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(_posix.fstat(fp1), _posix.fstat(fp2))


def commonprefix(m):
    """Return the longest text that all begin with, character by character."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    first, last = min(m), max(m)
    for place, item in enumerate(first):
        if item != last[place]:
            return first[:place]
    return first


def commonpath(paths):
    """Return the longest folder that all are in."""
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _check_types("commonpath", *paths)
    slash, dot = _get(paths[0], "/"), _get(paths[0], ".")
    absolute = {path.startswith(slash) for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if absolute.pop() else slash[:0]) + slash.join(commonprefix(parts))


def normpath(path):
    """Take out double slashes, '.' and 'x/..'."""
    path = _fspath(path)
    if isinstance(path, bytes):
        return _normpath(path.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    return _normpath(path)


def abspath(path):
    """Return the name from the root, normalised."""
    path = _fspath(path)
    if not isabs(path):
        path = join(_posix.getcwdb() if isinstance(path, bytes) else _posix.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Return the name from the root without symbolic links; strict: what is not there is an error."""
    filename = _fspath(filename)
    slash, dot, dots = _get(filename, "/"), _get(filename, "."), _get(filename, "..")
    cwd = _posix.getcwdb if isinstance(filename, bytes) else _posix.getcwd
    path = slash if filename.startswith(slash) else cwd()
    rest = filename.split(slash)[::-1]
    seen = {}
    while rest:
        part = rest.pop()
        if part is None:  # the end of a link: its name
            seen[rest.pop()] = path
            continue
        if not part or part == dot:
            continue
        if part == dots:
            path = path[:path.rindex(slash)] or slash
            continue
        new = path + part if path == slash else path + slash + part
        try:
            if not _stat.S_ISLNK(_posix.lstat(new).st_mode):
                path = new
                continue
        except OSError:
            if strict:
                raise
            path = new
            continue
        if new in seen:
            known = seen[new]
            if known is not None:
                path = known
                continue
            if strict:
                _posix.stat(new)
            path = new
            continue
        seen[new] = None
        try:
            target = _posix.readlink(new)
        except OSError:
            if strict:
                raise
            path = new
            continue
        if target.startswith(slash):
            path = slash
        rest += [new, None]
        rest += target.split(slash)[::-1]
    return path


def relpath(path, start=None):
    """Return a name of path that begins at start, by default the current folder."""
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash, dots = _get(path, "/"), _get(path, "..")
    start = _get(path, ".") if start is None else _fspath(start)
    _check_types("relpath", path, start)
    from_parts = [part for part in abspath(start).split(slash) if part]
    to_parts = [part for part in abspath(path).split(slash) if part]
    same = len(commonprefix([from_parts, to_parts]))
    parts = [dots] * (len(from_parts) - same) + to_parts[same:]
    return slash.join(parts) if parts else _get(path, ".")


def _home_of(user):
    """The home folder in the password file; None when the user is not in it."""
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                fields = line.rstrip("\n").split(":")
                if len(fields) > 5 and (fields[0] == user if isinstance(user, str) else fields[2] == str(user)):
                    return fields[5]
    except OSError:
        pass
    return None


def expanduser(path):
    """Replace ~ and ~user in front by a home folder; leave the name alone where there is none."""
    import os
    path = _fspath(path)
    if not path.startswith(_get(path, "~")):
        return path
    end = path.find(_get(path, "/"), 1)
    if end < 0:
        end = len(path)
    user = path[1:end]
    if isinstance(user, bytes):
        user = user.decode("utf-8", "surrogateescape")
    home = None if user else os.environ.get("HOME")
    if home is None:
        home = _home_of(user or _posix.getuid())
    if home is None:
        return path
    if isinstance(path, bytes):
        home = home.encode("utf-8", "surrogateescape")
    return (home.rstrip(_get(path, "/")) + path[end:]) or _get(path, "/")


def expandvars(path):
    """Replace $name and ${name} by environment variables; leave unknown ones alone."""
    import os
    path = _fspath(path)
    text = path.decode("utf-8", "surrogateescape") if isinstance(path, bytes) else path
    pieces = []
    place = 0
    while place < len(text):
        dollar = text.find("$", place)
        if dollar < 0:
            break
        pieces.append(text[place:dollar])
        end = dollar + 1
        if text[end:end + 1] == "{" and "}" in text[end:]:
            end = text.index("}", end) + 1
            name = text[dollar + 2:end - 1]
        else:
            while end < len(text) and (text[end] == "_" or (text[end].isalnum() and text[end].isascii())):
                end += 1
            name = text[dollar + 1:end]
        pieces.append(os.environ.get(name, text[dollar:end]) if name else text[dollar:end])
        place = end
    text = "".join(pieces) + text[place:]
    return text.encode("utf-8", "surrogateescape") if isinstance(path, bytes) else text
