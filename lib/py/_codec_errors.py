"""The part of codecs that is about error handlers: the built-in ones as functions."""
import _codecs

__name__ = "codecs"  # the module that the functions say they are from


def _cannot(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error, /):
    """Raises the error."""
    if not isinstance(error, Exception):
        raise TypeError("codec must pass exception instance")
    raise error


def ignore_errors(error, /):
    """Leaves out what is wrong."""
    if not isinstance(error, UnicodeError):
        raise _cannot(error)
    return "", error.end


def replace_errors(error, /):
    """Puts a replacement in the place of what is wrong."""
    if isinstance(error, UnicodeEncodeError):
        return "?" * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", error.end
    if isinstance(error, UnicodeTranslateError):
        return "\ufffd" * (error.end - error.start), error.end
    raise _cannot(error)


def xmlcharrefreplace_errors(error, /):
    """Writes characters as numbers in XML."""
    if not isinstance(error, UnicodeEncodeError):
        raise _cannot(error)
    return "".join([f"&#{ord(c)};" for c in error.object[error.start : error.end]]), error.end


def _backslashed(code):
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def backslashreplace_errors(error, /):
    """Writes characters or bytes as escapes."""
    if not isinstance(error, UnicodeError):
        raise _cannot(error)
    wrong = error.object[error.start : error.end]
    return "".join([_backslashed(c if isinstance(c, int) else ord(c)) for c in wrong]), error.end


def namereplace_errors(error, /):
    """Writes characters by their names."""
    if not isinstance(error, UnicodeEncodeError):
        raise _cannot(error)
    text = error.object[error.start : error.end].encode("ascii", "namereplace").decode("ascii")
    return text, error.end


_HANDLERS = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors,
}


def lookup_error(name, /):
    """The error handler of that name; LookupError when there is none."""
    handler = _codecs.lookup_error(name) or _HANDLERS.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler
