"""The part of codecs that is about error handlers: the built-in ones as functions."""
import _codecs

__name__ = "codecs"  # the module that the functions say they are from


_KINDS = UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError


def _cannot(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error, /):
    """Raises the error."""
    if not isinstance(error, Exception):
        raise TypeError("codec must pass exception instance")
    raise error


def ignore_errors(error, /):
    """Leaves out what is wrong."""
    if not isinstance(error, _KINDS):
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
    if not isinstance(error, _KINDS):
        raise _cannot(error)
    wrong = error.object[error.start : error.end]
    return "".join([_backslashed(c if isinstance(c, int) else ord(c)) for c in wrong]), error.end


def namereplace_errors(error, /):
    """Writes characters by their names."""
    if not isinstance(error, UnicodeEncodeError):
        raise _cannot(error)
    text = error.object[error.start : error.end].encode("ascii", "namereplace").decode("ascii")
    return text, error.end


def surrogateescape(error, /):
    """Keeps bytes that cannot be decoded as lone surrogates, and makes bytes of these again."""
    if isinstance(error, UnicodeEncodeError):
        codes = [ord(c) - 0xDC00 for c in error.object[error.start : error.end]]
        if all([128 <= code < 256 for code in codes]):
            return bytes(codes), error.end
    elif isinstance(error, UnicodeDecodeError):
        end = error.start
        while end < min(error.end, error.start + 4) and error.object[end] >= 128:
            end += 1
        if end > error.start:
            return "".join([chr(0xDC00 + byte) for byte in error.object[error.start : end]]), end
    else:
        raise _cannot(error)
    raise error


def surrogatepass(error, /):
    """Lets surrogates pass as if they were characters."""
    if not isinstance(error, (UnicodeEncodeError, UnicodeDecodeError)):
        raise _cannot(error)
    encoding = error.encoding.lower().replace("_", "-")
    if not encoding.startswith(("utf-8", "utf-16", "utf-32")):
        raise error
    wrong = error.object[error.start : error.end]
    if isinstance(error, UnicodeEncodeError):
        if not all(["\ud800" <= c <= "\udfff" for c in wrong]):
            raise error
        plain = encoding if encoding in ("utf-8", "utf-16-be", "utf-32-be") else encoding.removesuffix("-le") + "-le"
        return wrong.encode(plain, "surrogatepass"), error.end
    end = error.start + (3 if encoding == "utf-8" else int(encoding[4:6]) // 8)
    try:
        text = error.object[error.start : end].decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        text = ""
    if not "\ud800" <= text <= "\udfff" or len(text) != 1:
        raise error
    return text, end


_HANDLERS = {
    "surrogateescape": surrogateescape,
    "surrogatepass": surrogatepass,
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
