"""Files and folders that go away by themselves."""
import errno
import io
import os

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = os.TMP_MAX
template = "tmp"
tempdir = None  # what gettempdir() found, or what a program wants

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def _warn_of_cleanup(message):
    import warnings
    warnings.warn(message, ResourceWarning, stacklevel=3)


# ---- Where, and under what name.


def _candidates():
    named = [os.getenv(name) for name in ("TMPDIR", "TEMP", "TMP")]
    try:
        here = os.getcwd()
    except OSError:
        here = os.curdir
    return [os.path.abspath(folder) for folder in named if folder] + ["/tmp", "/var/tmp", "/usr/tmp", here]


def _can_be_written(folder):
    try:
        file, name = _make(_make_file, "file", folder, "", "")
    except OSError:
        return False
    os.close(file)
    os.unlink(name)
    return True


def gettempdir():
    """The folder for temporary files, text: that of TMPDIR, TEMP or TMP, or one that systems usually have."""
    global tempdir
    if tempdir is None:
        folders = _candidates()
        tempdir = next(filter(_can_be_written, folders), None)
        if tempdir is None:
            raise FileNotFoundError(errno.ENOENT, f"No usable temporary directory found in {folders}")
    return os.fsdecode(tempdir)


def gettempdirb():
    """gettempdir() as bytes."""
    return os.fsencode(gettempdir())


def gettempprefix():
    """What names begin with unless one asks for something else."""
    return template


def gettempprefixb():
    """gettempprefix() as bytes."""
    return os.fsencode(template)


def _completed(suffix, prefix, dir):
    """The three with what stands for None: text or bytes, as the others are."""
    kinds = {isinstance(os.fspath(part) if isinstance(part, os.PathLike) else part, bytes)
             for part in (prefix, suffix, dir) if part is not None} or {isinstance(tempdir, bytes)}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    encoded = os.fsencode if kinds.pop() else str
    return (encoded("") if suffix is None else suffix, encoded(template) if prefix is None else prefix,
            encoded(gettempdir()) if dir is None else dir)


def _make(make, what, dir, prefix, suffix):
    """What make() makes of a path that nobody has, and the path."""
    for _ in range(TMP_MAX):
        word = "".join([_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(8)])
        path = os.path.join(dir, prefix + (os.fsencode(word) if isinstance(prefix, bytes) else word) + suffix)
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, f"No usable temporary {what} name found")


def _make_file(path):
    return os.open(path, _FLAGS, 0o600)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file that only its owner may read: (its descriptor, its path). The caller removes it."""
    suffix, prefix, dir = _completed(suffix, prefix, dir)
    return _make(_make_file, "file", os.path.abspath(dir), prefix, suffix)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder that only its owner may enter: its path. The caller removes it."""
    suffix, prefix, dir = _completed(suffix, prefix, dir)
    return os.path.abspath(_make(lambda path: os.mkdir(path, 0o700), "directory", dir, prefix, suffix)[1])


def mktemp(suffix="", prefix=template, dir=None):
    """A path that nobody has now; somebody else may have it a moment later: mkstemp() is safe."""
    def check(path):
        if os.path.lexists(path):
            raise FileExistsError
    return _make(check, "", gettempdir() if dir is None else dir, prefix, suffix)[1]


# ---- Files.


def _open(make, name_of, dir, mode, buffering, encoding, newline, errors):
    """A file on the descriptor that make() makes, once the mode is known to be one, under the name that it has then."""
    made = []

    def opener(*_):
        made.extend(make())
        return made[0]

    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    try:
        file = io.open(dir, mode, buffering, encoding, errors, newline, opener=opener)
        buffer = getattr(file, "buffer", file)
        getattr(buffer, "raw", buffer).name = name_of(made)
    except:
        if made:
            _unlink(made[1])
        raise
    return file


def _unlink(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


class _TemporaryFileCloser:
    """Closes a file and removes it, at the latest when nobody refers to it."""

    def __init__(self, file, name, delete, delete_on_close):
        self.file = file
        self.name = name
        self.delete = delete
        self.delete_on_close = delete_on_close
        self.closed = self.cleaned = False

    def cleanup(self):
        if not self.cleaned:
            self.cleaned = True
            try:
                self.close()
            finally:
                if self.delete:
                    _unlink(self.name)

    def close(self):
        if not self.closed:
            self.closed = True
            try:
                self.file.close()
            finally:
                if self.delete and self.delete_on_close:
                    self.cleanup()

    def __del__(self):
        self.cleanup()


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self._closer = _TemporaryFileCloser(file, name, delete, delete_on_close)

    def __getattr__(self, name):
        attribute = getattr(self.__dict__["file"], name)
        if callable(attribute) and not isinstance(attribute, type):
            method, closer = attribute, self._closer

            def attribute(*args, **keywords):
                closer  # lives as long as the method does
                return method(*args, **keywords)

            attribute.__name__ = attribute.__qualname__ = name
        if not isinstance(attribute, int):
            setattr(self, name, attribute)
        return attribute

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._closer.cleanup()
        return result

    def close(self):
        """Close the file and, when it is to go with that, remove it."""
        self._closer.close()

    def __iter__(self):
        yield from self.file


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A new file with a name, which goes when it is closed or, as delete and delete_on_close say, later or not."""
    suffix, prefix, dir = _completed(suffix, prefix, dir)
    file = _open(lambda: _make(_make_file, "file", os.path.abspath(dir), prefix, suffix), lambda made: made[1],
                 dir, mode, buffering, encoding, newline, errors)
    buffer = getattr(file, "buffer", file)
    return _TemporaryFileWrapper(file, getattr(buffer, "raw", buffer).name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A new file without a name, which goes when it is closed."""
    suffix, prefix, dir = _completed(suffix, prefix, dir)

    def make():
        made = _make(_make_file, "file", dir, prefix, suffix)
        os.unlink(made[1])
        return made

    return _open(make, lambda made: made[0], dir, mode, buffering, encoding, newline, errors)


def _method_of_file(name):
    def method(self, *args):
        return getattr(self._file, name)(*args)
    method.__name__ = name
    method.__qualname__ = f"SpooledTemporaryFile.{name}"
    return method


def _attribute_of_file(name):
    return property(lambda self: getattr(self._file, name))


class SpooledTemporaryFile(io.IOBase):
    """A temporary file that stays in memory while it is small."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = io.BytesIO()
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
            self._file = io.TextIOWrapper(self._file, encoding, errors, newline)
        self._max_size = max_size
        self._wanted = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding,
                        "newline": newline, "dir": dir, "errors": errors}

    __class_getitem__ = classmethod(type(list[int]))

    def rollover(self):
        """Go on in a file of the system."""
        if self._rolled:
            return
        file = TemporaryFile(**self._wanted)
        place = self._file.tell()
        if hasattr(file, "buffer"):
            file.buffer.write(self._file.detach().getvalue())
        else:
            file.write(self._file.getvalue())
        file.seek(place)
        self._file = file
        self._rolled = True

    def _after(self, result):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return result

    def write(self, s):
        return self._after(self._file.write(s))

    def writelines(self, iterable):
        for line in iterable:
            self.write(line)

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        if not self.closed:
            _warn_of_cleanup(f"Unclosed file {self!r}")
            self.close()

    (close, flush, isatty, readable, writable, seekable, read, read1, readinto, readinto1, readline, readlines, seek,
     tell, detach) = map(_method_of_file, (
         "close", "flush", "isatty", "readable", "writable", "seekable", "read", "read1", "readinto", "readinto1",
         "readline", "readlines", "seek", "tell", "detach"))
    closed, encoding, errors, newlines = map(_attribute_of_file, ("closed", "encoding", "errors", "newlines"))

    @property
    def mode(self):
        return getattr(self._file, "mode", self._wanted["mode"])

    @property
    def name(self):
        return getattr(self._file, "name", None)


# ---- Folders.


def _remove_tree(path, ignore_errors):
    try:
        try:
            entries = list(os.scandir(path))
        except PermissionError:
            os.chmod(path, 0o700)
            entries = list(os.scandir(path))
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _remove_tree(entry.path, ignore_errors)
            else:
                _remove_file(path, entry.path)
        os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError:
        if not ignore_errors:
            raise


def _remove_file(folder, path):
    try:
        _unlink(path)
    except PermissionError:
        os.chmod(folder, 0o700)
        _unlink(path)


class TemporaryDirectory:
    """A folder that goes with all that is in it: when the with statement ends, by cleanup(), or with the last reference."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        import weakref
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = weakref.finalize(self, self._cleanup, self.name, f"Implicitly cleaning up {self!r}",
                                           ignore_cleanup_errors, delete)

    @staticmethod
    def _cleanup(name, message, ignore_errors, delete):
        if delete:
            _remove_tree(name, ignore_errors)
            _warn_of_cleanup(message)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the folder now."""
        if self._finalizer.detach() or os.path.exists(self.name):
            _remove_tree(self.name, self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(type(list[int]))
