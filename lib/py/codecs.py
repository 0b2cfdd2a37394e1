"""Codecs: finding them by name, encoding and decoding in one go or piece by piece, and error handlers."""

import _codecs

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = BOM64_BE = b"\0\0\xfe\xff"

register_error = _codecs.register_error

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
    "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder",
    "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors",
    "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors", "register_error",
    "lookup_error",
]


class CodecInfo(tuple):
    """What lookup() answers: (encode, decode, streamreader, streamwriter) with the names as attributes."""

    def __new__(
        cls,
        encode,
        decode,
        streamreader=None,
        streamwriter=None,
        incrementalencoder=None,
        incrementaldecoder=None,
        name=None,
        *,
        _is_text_encoding=None,
    ):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """A codec without state."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes text that comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


def _through_buffer(coder, convert, input, final):
    """Converts what was kept and the input; keeps what convert leaves."""
    data = coder.buffer + input
    result, consumed = convert(data, coder.errors, final)
    coder.buffer = data[consumed:]
    return result


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what cannot be encoded yet; a subclass has _buffer_encode."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        return _through_buffer(self, self._buffer_encode, input, final)

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what cannot be decoded yet; a subclass has _buffer_decode."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        return _through_buffer(self, self._buffer_decode, input, final)

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _OverStream:
    """What is not defined here is the stream's; `with` closes it."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.stream.close()

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {type(self).__name__}")


class StreamWriter(Codec, _OverStream):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if offset == whence == 0:
            self.reset()


class StreamReader(Codec, _OverStream):
    """Reads text from a stream of bytes, all that is there at a time."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self.kept, self.text = b"", ""

    def _fill(self, size=-1):
        kept = len(self.kept)
        data = self.kept + (self.stream.read() if size < 0 else self.stream.read(size))
        text, consumed = self.decode(data, self.errors)
        self.kept = data[consumed:]
        self.text += text
        return len(data) > kept

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0:
            chars = size
        while (chars < 0 or len(self.text) < chars) and self._fill(size):
            pass
        if chars < 0:
            chars = len(self.text)
        result, self.text = self.text[:chars], self.text[chars:]
        return result

    def readline(self, size=None, keepends=True):
        while len(lines := self.text.splitlines(True)) < 2 and self._fill(72):
            pass
        line = lines[0] if lines else ""
        self.text = self.text[len(line):]
        return line if keepends else line.splitlines()[0] if line else ""

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.kept, self.text = b"", ""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration


class StreamReaderWriter(_OverStream):
    """Both at once."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.writer.seek(offset, whence)
        self.reader.reset()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)


def _built_in(name):
    """The CodecInfo of a codec that is written in C."""
    marked = name in ("utf-16", "utf-32", "utf-8-sig")

    def encode(input, errors="strict"):
        return _codecs.encode(input, name, errors)

    def decode(input, errors="strict"):
        return _codecs.decode(input, name, errors)

    class Encoder(IncrementalEncoder):
        started = False

        def encode(self, input, final=False):
            used = _WITHOUT_MARK[name] if marked and self.started else name
            self.started = self.started or bool(input)
            return _codecs.encode(input, used, self.errors)[0]

        def reset(self):
            self.started = False

        def getstate(self):
            return 0 if self.started else 2

        def setstate(self, state):
            self.started = state == 0

    class Decoder(BufferedIncrementalDecoder):
        used = None if marked else name

        def _buffer_decode(self, input, errors, final):
            if self.used is None:
                text, consumed, self.used = _decode_start(name, input, errors, final)
                return text, consumed
            return _codecs.decode(input, self.used, errors, final)

        def reset(self):
            super().reset()
            self.used = None if marked else name

        def getstate(self):
            if self.used is None:
                return self.buffer, 1 if name == "utf-8-sig" else 2
            return self.buffer, int(marked and self.used.endswith("-be"))

        def setstate(self, state):
            super().setstate(state)
            if name in ("utf-16", "utf-32"):
                self.used = (_WITHOUT_MARK[name], name + "-be", None)[state[1]]
            elif marked:
                self.used = None if state[1] else _WITHOUT_MARK[name]

    class Reader(StreamReader):
        used = None if marked else name

        def decode(self, input, errors="strict"):
            if self.used is None:
                text, consumed, self.used = _decode_start(name, input, errors, False)
                return text, consumed
            return _codecs.decode(input, self.used, errors, False)

        def reset(self):
            super().reset()
            self.used = None if marked else name

    class Writer(StreamWriter):
        used = name

        def encode(self, input, errors="strict"):
            result = _codecs.encode(input, self.used, errors)
            self.used = _WITHOUT_MARK.get(self.used, self.used)
            return result

        def reset(self):
            self.used = name

    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


_WITHOUT_MARK = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


def _decode_start(name, input, errors, final):
    """(text, bytes decoded, the codec for what follows: None while the mark may be incomplete)."""
    size = {"utf-16": 2, "utf-32": 4, "utf-8-sig": 3}[name]
    if len(input) < size and (BOM_UTF8.startswith(input) if name == "utf-8-sig" else not final):
        return "", 0, None
    if len(input) < size and name != "utf-8-sig":
        return *_codecs.decode(input, name, errors, True), None
    return *_codecs.decode(input, name, errors, final), _behind_mark(name, input)


def _behind_mark(name, data):
    if name == "utf-8-sig":
        return "utf-8"
    little, big = (BOM_UTF16_LE, BOM_UTF16_BE) if name == "utf-16" else (BOM_UTF32_LE, BOM_UTF32_BE)
    if data.startswith(big):
        return name + "-be"
    if data.startswith(little):
        return name + "-le"
    raise UnicodeDecodeError(name, data, 0, len(little), "Stream does not start with BOM")


def _simple(name, encode, decode, text=True):
    """The CodecInfo of two functions from the whole input to the whole output."""

    def encode_whole(input, errors="strict"):
        return encode(input), len(input)

    def decode_whole(input, errors="strict"):
        return decode(input, errors), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input)

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)

    return CodecInfo(encode_whole, decode_whole, None, None, Encoder, Decoder, name, _is_text_encoding=text)


def _rot_13():
    lower, upper = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    table = str.maketrans(lower + upper, lower[13:] + lower[:13] + upper[13:] + upper[:13])
    turn = lambda text, errors="strict": str.translate(text, table)
    return _simple("rot-13", turn, turn, text=False)


_BinasciiError = type("Error", (ValueError,), {"__module__": "binascii"})


def _hex():
    def decode(data, errors):
        data = data.encode() if isinstance(data, str) else bytes(data)
        if len(data) % 2:
            raise _BinasciiError("Odd-length string")
        if data and not (data.isalnum() and data.isascii()):
            raise _BinasciiError("Non-hexadecimal digit found")
        try:
            return bytes.fromhex(data.decode())
        except ValueError:
            raise _BinasciiError("Non-hexadecimal digit found") from None

    return _simple("hex", lambda data: bytes(data).hex().encode(), decode, text=False)


def _from(module, name):
    return lambda: getattr(__import__(module), name)()


_OWN = {
    "rot13": _rot_13,
    "rot_13": _rot_13,
    "hex": _hex,
    "hex_codec": _hex,
    "base64": _from("_codec_internet", "base64"),
    "base64_codec": _from("_codec_internet", "base64"),
    "base_64": _from("_codec_internet", "base64"),
    "unicode_escape": _from("_codec_escapes", "unicode_escape"),
    "raw_unicode_escape": _from("_codec_escapes", "raw_unicode_escape"),
    "punycode": _from("_codec_internet", "punycode"),
    "charmap": _from("_codec_tools", "charmap"),
    "undefined": _from("_codec_tools", "undefined"),
} | dict.fromkeys(("utf_7", "utf7", "u7", "unicode_1_1_utf_7"), _from("_codec_internet", "utf_7"))
_searches = []
_found = {}


def _normalised(name):
    return name.lower().replace(" ", "_").replace("-", "_")


def register(search_function, /):
    """Adds a function from an encoding's name to its CodecInfo or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    """Takes the function out again and forgets what was found so far."""
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """The CodecInfo of an encoding; LookupError when there is none."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = _normalised(encoding)
    if name in _found:
        return _found[name]
    built_in = _codecs.find(encoding)
    if built_in is not None:
        info = _built_in(built_in)
    elif name in _OWN:
        info = _OWN[name]()
    else:
        info = next((found for search in _searches if (found := search(name)) is not None), None)
        if info is None:
            raise LookupError(f"unknown encoding: {encoding}")
        if not isinstance(info, tuple) or len(info) != 4:
            raise TypeError("codec search functions must return 4-tuples")
    _found[name] = info
    return info


def _convert(convert, obj, encoding, errors, work, wanted):
    try:
        answer = convert(obj, errors)
    except Exception as error:
        error.add_note(f"{work} with '{encoding}' codec failed")
        raise
    if not isinstance(answer, tuple) or len(answer) != 2:
        raise TypeError(wanted)
    return answer[0]


def encode(obj, encoding="utf-8", errors="strict"):
    """obj encoded by the codec of that name."""
    return _convert(lookup(encoding)[0], obj, encoding, errors, "encoding",
                    "encoder must return a tuple (object, integer)")


def decode(obj, encoding="utf-8", errors="strict"):
    """obj decoded by the codec of that name."""
    return _convert(lookup(encoding)[1], obj, encoding, errors, "decoding",
                    "decoder must return a tuple (object,integer)")


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    if (encoder := lookup(encoding).incrementalencoder) is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    if (decoder := lookup(encoding).incrementaldecoder) is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def _converted(convert, pieces, last):
    for piece in pieces:
        if output := convert(piece):
            yield output
    if output := convert(last, True):
        yield output


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """The pieces of an iterable of texts, encoded one after the other."""
    yield from _converted(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, "")


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """The pieces of an iterable of bytes, decoded one after the other."""
    yield from _converted(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b"")


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """A file opened in binary, wrapped so that it takes and gives text."""
    import builtins

    file = builtins.open(filename, mode + "b" if encoding is not None and "b" not in mode else mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    wrapped.encoding = encoding
    return wrapped


# What errors of encoding and decoding are given to; see _codec_errors.

from _codec_errors import (backslashreplace_errors, ignore_errors, lookup_error, namereplace_errors, replace_errors,
                           strict_errors, xmlcharrefreplace_errors)


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(f"module 'codecs' has no attribute {name!r}", name=name)
    import _codec_tools

    return _codec_tools.find(name)
