"""The operating system: files and folders, the process, its environment."""
import builtins as _builtins
import posix as _posix
import posixpath as path
import stat as _stat
import sys as _sys
from _collections_abc import Mapping as _Mapping, MutableMapping as _MutableMapping
from abc import ABC as _ABC, _whoever_has, abstractmethod as _abstractmethod
from posix import *
from posix import _exit, _scan

name = "posix"
linesep = "\n"
curdir, pardir, sep, pathsep = path.curdir, path.pardir, path.sep, path.pathsep
defpath, extsep, altsep, devnull = path.defpath, path.extsep, path.altsep, path.devnull
_sys.modules["os.path"] = path

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError


# Names of files.

def fsencode(filename):
    """Return the bytes of a file name."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """Return a file name as str."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class PathLike(_ABC):
    """What has __fspath__."""

    __slots__ = ()

    @_abstractmethod
    def __fspath__(self):
        """Return the name of the file."""
        raise NotImplementedError

    __subclasshook__ = _whoever_has("__fspath__")
    __class_getitem__ = classmethod(type(list[int]))


# The environment.

class _Environ(_MutableMapping):
    """A mapping of str to str; changes reach the programs that this one starts."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue
        self._data = data

    def __getitem__(self, key):
        value = self._data.get(self.encodekey(key))
        if value is None:
            raise KeyError(key)
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key, value = self.encodekey(key), self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        if self._data.pop(encoded, None) is None:
            raise KeyError(key)

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def copy(self):
        return dict(self.items())

    def __repr__(self):
        return "environ({%s})" % ", ".join("%r: %r" % item for item in self.items())

    def __or__(self, other):
        return self.copy() | dict(other) if isinstance(other, _Mapping) else NotImplemented

    def __ror__(self, other):
        return dict(other) | self.copy() if isinstance(other, _Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


environ = _Environ(_posix.environ, _encode, _decode, _encode, _decode)
environb = _Environ(_posix.environ, _check_bytes, bytes, _check_bytes, bytes)
supports_bytes_environ = True


def getenv(key, default=None):
    """Return an environment variable, or default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def get_exec_path(env=None):
    """Return the folders in PATH."""
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


# Folders.

def _enclosing(name):
    """Yield the folders that a path is in, from the inside out."""
    folder, last = path.split(name)
    if not last:
        folder, last = path.split(folder)
    while folder and last:
        yield folder
        folder, last = path.split(folder)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those it is in."""
    missing = [name]
    for folder in _enclosing(name):
        if path.exists(folder):
            break
        missing.append(folder)
    for folder in reversed(missing):
        if folder is not missing[-1] and path.split(folder)[1] in (".", b"."):
            continue  # the folder has just been made
        try:
            mkdir(folder, mode if folder is name else 0o777)
        except OSError as error:
            if folder is name or not isinstance(error, FileExistsError):
                if not exist_ok or not path.isdir(folder):
                    raise


def removedirs(name):
    """Remove a folder, and those it is in as long as they become empty."""
    rmdir(name)
    try:
        for folder in _enclosing(name):
            rmdir(folder)
    except OSError:
        pass


def renames(old, new):
    """Rename, making the folders of the new name and removing those of the old that become empty."""
    if path.basename(new) and path.dirname(new) and not path.exists(path.dirname(new)):
        makedirs(path.dirname(new))
    rename(old, new)
    if path.basename(old):
        try:
            removedirs(path.dirname(old))
        except OSError:
            pass


class DirEntry:
    """An entry of a folder, as scandir() yields it."""

    __slots__ = ("name", "path", "_inode", "_kind", "_stats")
    __module__ = name
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, *args):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def inode(self):
        return self._inode

    def is_symlink(self):
        return self._kind == 10 if self._kind else _stat.S_ISLNK(self._lookup(False).st_mode)

    def is_dir(self, *, follow_symlinks=True):
        return self._is(4, _stat.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(8, _stat.S_ISREG, follow_symlinks)

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return self._lookup(follow_symlinks)

    def _is(self, kind, test, follow):
        if self._kind and not (follow and self._kind == 10):
            return self._kind == kind
        try:
            return test(self._lookup(follow).st_mode)
        except FileNotFoundError:
            return False

    def _lookup(self, follow):
        found = self._stats.get(follow)
        if found is None:
            found = self._stats[follow] = stat(self.path) if follow else lstat(self.path)
        return found

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % (self.name,)


class _ScandirIterator:
    """The entries of a folder; read at once, so there is nothing to close."""

    def __init__(self, rows, folder):
        self._rows = iter(rows)
        self._folder = folder

    def __iter__(self):
        return self

    def __next__(self):
        name, inode, kind = next(self._rows)
        entry = object.__new__(DirEntry)
        entry.name = name
        entry.path = name if isinstance(self._folder, int) else path.join(self._folder, name)
        entry._inode, entry._kind, entry._stats = inode, kind, {}
        return entry

    def close(self):
        self._rows = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    """Iterate over the entries of a folder."""
    folder = "." if path is None else path if isinstance(path, int) else fspath(path)
    return _ScandirIterator(_scan(folder), folder)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yield (folder, its folders, its other files) for a folder and all below it."""
    _sys.audit("os.walk", top, topdown, onerror, followlinks)
    stack = [fspath(top)]
    while stack:
        folder = stack.pop()
        if isinstance(folder, tuple):
            yield folder
            continue
        folders, files, below = [], [], []
        try:
            entries = list(scandir(folder))
        except OSError as problem:
            if onerror is not None:
                onerror(problem)
            continue
        for entry in entries:
            try:
                is_folder = entry.is_dir()
            except OSError:
                is_folder = False
            (folders if is_folder else files).append(entry.name)
            if not topdown and is_folder and (followlinks or not entry.is_symlink()):
                below.append(entry.path)
        if topdown:
            yield folder, folders, files
            for name in reversed(folders):  # the caller may have changed the list
                inside = path.join(folder, name)
                if followlinks or not path.islink(inside):
                    stack.append(inside)
        else:
            stack.append((folder, folders, files))
            stack.extend(reversed(below))


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """As walk(), but yield (folder, its folders, its other files, descriptor of the folder)."""
    _sys.audit("os.fwalk", top, topdown, onerror, follow_symlinks, dir_fd)
    yield from _fwalk(fspath(top), fspath(top), topdown, onerror, follow_symlinks, dir_fd)


def _fwalk(name, shown, topdown, onerror, follow, dir_fd):
    try:
        before = stat(name, follow_symlinks=follow, dir_fd=dir_fd)
        descriptor = open(name, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    except OSError as problem:
        if name is shown:  # the top
            raise
        if onerror is not None:
            onerror(problem)
        return
    try:
        if not (follow or _stat.S_ISDIR(before.st_mode)):
            return
        folders, files = [], []
        for entry in scandir(descriptor):
            try:
                mode = stat(entry.name, dir_fd=descriptor).st_mode
            except OSError:  # a link to nothing
                mode = 0
            inside = fsencode(entry.name) if isinstance(shown, bytes) else entry.name
            (folders if _stat.S_ISDIR(mode) else files).append(inside)
        if topdown:
            yield shown, folders, files, descriptor
        for folder in folders:
            yield from _fwalk(folder, path.join(shown, folder), topdown, onerror, follow, descriptor)
        if not topdown:
            yield shown, folders, files, descriptor
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
    finally:
        close(descriptor)


supports_dir_fd = {access, chmod, chown, link, lstat, mkdir, mkfifo, open, readlink, rename, rmdir, stat, symlink,
                   unlink, utime}
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, listdir, scandir, stat, statvfs, truncate, utime}
supports_follow_symlinks = {access, chown, link, stat, utime}


# The rest.

class _wrap_close:
    """The file of a pipe; closing it waits for the process at the other end."""

    def __init__(self, stream, pid):
        self._stream = stream
        self._pid = pid

    def close(self):
        """Return None, or the exit code in the form of a wait status."""
        self._stream.close()
        if self._pid is not None:
            code = waitstatus_to_exitcode(waitpid(self._pid, 0)[1])
            self._pid = None
            return code << 8 or None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode="r", buffering=-1):
    """Run a command in a shell; return a file from which its output is read, or to which its input is written."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    reader, writer = pipe()
    ours, theirs = (reader, writer) if mode == "r" else (writer, reader)
    pid = fork()
    if pid == 0:
        try:
            dup2(theirs, 1 if mode == "r" else 0)
            execv("/bin/sh", ["sh", "-c", cmd])
        finally:
            _exit(127)
    close(theirs)
    return _wrap_close(_builtins.open(ours, mode, buffering), pid)


# Programs in place of this one, and beside it. In the names: l takes the arguments one by one, v in a list; p looks
# for the program in PATH; e takes an environment.

_at_fork = []


def register_at_fork(*, before=_builtins, after_in_child=_builtins, after_in_parent=_builtins):
    """Have functions called when the process forks; those of before run the last first."""
    hooks = {"before": before, "after_in_child": after_in_child, "after_in_parent": after_in_parent}
    given = {kind: hook for kind, hook in hooks.items() if hook is not _builtins}
    if not given:
        raise TypeError("At least one argument is required.")
    for kind, hook in given.items():
        if not callable(hook):
            raise TypeError(f"{kind!r} must be callable, not {type(hook).__name__}")
    _at_fork.append(given)


def fork():
    """Make a second process; return 0 in it, and its number in this one."""
    nothing = lambda: None
    for given in reversed(_at_fork):
        given.get("before", nothing)()
    pid = _posix.fork()
    if not pid and (random := _sys.modules.get("random")):
        random.seed()
    for given in _at_fork:
        given.get("after_in_parent" if pid else "after_in_child", nothing)()
    return pid


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    execvpe(file, args, None)


def execvpe(file, args, env):
    def execute(program):
        execv(program, args) if env is None else execve(program, args, env)

    if path.dirname(file):
        execute(file)
    failure = None
    for folder in get_exec_path(env):
        try:
            execute(path.join(folder, fsdecode(file)))
        except (FileNotFoundError, NotADirectoryError) as problem:
            last = problem
        except OSError as problem:
            last = problem
            failure = failure or problem
    raise failure or last


P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1


def _spawn(mode, execute, *args):
    pid = fork()
    if pid == 0:
        try:
            execute(*args)
        finally:
            _exit(127)
    return pid if mode == P_NOWAIT else waitstatus_to_exitcode(waitpid(pid, 0)[1])


def spawnv(mode, file, args):
    return _spawn(mode, execv, file, args)


def spawnve(mode, file, args, env):
    return _spawn(mode, execve, file, args, env)


def spawnvp(mode, file, args):
    return _spawn(mode, execvp, file, args)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, execvpe, file, args, env)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    return spawnvpe(mode, file, args[:-1], args[-1])


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """Return a file object of a descriptor."""
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    return _builtins.open(fd, mode, buffering, encoding, *args, **kwargs)


__all__ = [name for name in globals() if name[:1] != "_"] + ["_exit"]
