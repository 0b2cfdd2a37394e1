"""The part of codecs that few programs use: streams of another encoding, codecs by tables, functions of one codec."""
import _codecs
from codecs import CodecInfo, _OverStream, lookup, lookup_error

__name__ = "codecs"  # the module that the classes say they are from


class StreamRecoder(_OverStream):
    """Bytes of one encoding for the program, of another in the stream."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.encode, self.decode, self.errors = stream, encode, decode, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def _encoded(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        return self._encoded(self.reader.read(size))

    def readline(self, size=None):
        return self._encoded(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._encoded(self.reader.read()).splitlines(keepends=True)

    def __iter__(self):
        return self

    def __next__(self):
        return self._encoded(next(self.reader))

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file whose bytes are of file_encoding, for a program that reads and writes data_encoding."""
    file_encoding = file_encoding or data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding
    return recoder


# Codecs by tables.

def make_identity_dict(rng):
    """A dict of each number to itself."""
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    """A decoding map turned round; None for what two bytes stand for."""
    turned = {}
    for byte, char in decoding_map.items():
        turned[char] = None if char in turned else byte
    return turned


def charmap_build(map, /):
    """The encoding map of a string that has a character for each byte."""
    return {ord(char): byte for byte, char in enumerate(map) if char != "\ufffe"}


def _handle(error, errors, length):
    replacement, place = lookup_error(errors or "strict")(error)
    return replacement, place + length if place < 0 else place


def charmap_decode(data, errors="strict", mapping=None, /):
    """Bytes decoded by a string, or by a dict of numbers to characters."""
    if mapping is None:
        return _codecs.decode(data, "latin-1")
    data, pieces, at = bytes(data), [], 0
    while at < len(data):
        try:
            char = mapping[data[at]]
        except LookupError:
            char = None
        if isinstance(char, int):
            if not 0 <= char < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            char = chr(char)
        if char is not None and not isinstance(char, str):
            raise TypeError("character mapping must return integer, None or str")
        if char is None or char == "\ufffe":
            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            char, at = _handle(error, errors, len(data))
        else:
            at += 1
        pieces.append(char)
    return "".join(pieces), len(data)


def _byte_of(char, mapping):
    """What the mapping has for a character, as bytes; None: nothing."""
    try:
        found = mapping[ord(char)]
    except LookupError:
        return None
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes([found])
    if found is not None and not isinstance(found, bytes):
        raise TypeError(f"character mapping must return integer, bytes or None, not {type(found).__name__}")
    return found


def charmap_encode(text, errors="strict", mapping=None, /):
    """Text encoded by a dict of numbers of characters to bytes or numbers."""
    if mapping is None:
        return _codecs.encode(text, "latin-1", errors or "strict")
    pieces, at = [], 0
    while at < len(text):
        if (piece := _byte_of(text[at], mapping)) is None:
            end = at + 1
            while end < len(text) and _byte_of(text[end], mapping) is None:
                end += 1
            error = UnicodeEncodeError("charmap", text, at, end, "character maps to <undefined>")
            piece, at = _handle(error, errors, len(text))
            if not isinstance(piece, bytes):
                parts = [_byte_of(char, mapping) for char in piece]
                if None in parts:
                    raise error
                piece = b"".join(parts)
        else:
            at += 1
        pieces.append(piece)
    return b"".join(pieces), len(text)


def charmap():
    return CodecInfo(charmap_encode, charmap_decode, name="charmap")


def undefined():
    """The codec that refuses everything."""

    def refuse(input, errors="strict"):
        raise UnicodeError("undefined encoding")

    return CodecInfo(refuse, refuse, name="undefined")


# Escapes of bytes.

def escape_encode(data, errors=None, /):
    """Bytes as in a literal between single quotes."""
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    return repr(b'"' + data)[3:-1].encode(), len(data)


_PLAIN = dict(zip(b"\\'\"abfnrtv", (b"\\", b"'", b'"', b"\a", b"\b", b"\f", b"\n", b"\r", b"\t", b"\v"))) | {10: b""}


def escape_decode(data, errors=None, /):
    """What stands in a literal of bytes, with its escapes resolved."""
    data, pieces, at = data.encode() if isinstance(data, str) else bytes(data), [], 0
    while (slash := data.find(b"\\", at)) >= 0:
        pieces.append(data[at:slash])
        letter = data[slash + 1:slash + 2]
        digits = data[slash + 2:slash + 4]
        at = slash + 2
        if not letter:
            raise ValueError("Trailing \\ in string")
        if letter == b"x" and len(digits) == 2 and digits.isalnum() and not digits.lower().strip(b"0123456789abcdef"):
            pieces.append(bytes([int(digits, 16)]))
            at += 2
        elif letter == b"x":
            if errors not in ("ignore", "replace"):
                raise ValueError(f"invalid \\x escape at position {slash}")
            pieces.append(b"?" if errors == "replace" else b"")
            at += digits[:1] != b"" and digits[:1] in b"0123456789abcdefABCDEF"
        elif letter in (b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7"):
            while at < slash + 4 and data[at:at + 1] and data[at] in b"01234567":
                at += 1
            pieces.append(bytes([int(data[slash + 1:at], 8) & 255]))
        else:
            pieces.append(_PLAIN.get(letter[0], b"\\" + letter))
    return b"".join(pieces) + data[at:], len(data)


def readbuffer_encode(data, errors=None, /):
    """The bytes of a buffer, or of a text in utf-8."""
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


# The functions of one codec: utf_8_encode and the like.

_CODECS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1", "ascii")


def _functions(codec, final_by_default):
    name = codec.replace("-", "_")

    def encode(text, errors=None, byteorder=0, /):
        used = codec + ("-le", "", "-be")[byteorder + 1] if codec in ("utf-16", "utf-32") else codec
        return _codecs.encode(text, used, errors or "strict")

    def decode(data, errors=None, final=final_by_default, /):
        return _codecs.decode(data, codec, errors or "strict", final)

    def ex_decode(data, errors=None, byteorder=0, final=False, /):
        marks = [_codecs.encode("\ufeff", codec + ending)[0] for ending in ("-le", "-be")]
        if byteorder:
            ordered = codec + ("-le" if byteorder < 0 else "-be")
            return *_codecs.decode(data, ordered, errors or "strict", final), byteorder
        start = bytes(data[:len(marks[0])])
        order = marks.index(start) * 2 - 1 if start in marks else 0
        return *_codecs.decode(data, codec, errors or "strict", final), order

    found = {f"{name}_encode": encode, f"{name}_decode": decode}
    if codec in ("utf-16", "utf-32"):
        found[f"{name}_ex_decode"] = ex_decode
    for word, function in found.items():
        function.__name__ = function.__qualname__ = word
    return found


def _escape_functions(name):
    info = lookup(name)
    return {f"{name}_encode": info.encode, f"{name}_decode": info.decode}


def find(name):
    """What codecs calls by that name."""
    found = globals().get(name) if name[:1] != "_" and name != "find" else None
    if found is None and name.endswith("code"):
        for codec in _CODECS:
            globals().update(_functions(codec, codec in ("latin-1", "ascii")))
        for escape in ("unicode_escape", "raw_unicode_escape"):
            globals().update(_escape_functions(escape))
        from _codec_internet import utf_7_decode, utf_7_encode
        globals().update(utf_7_decode=utf_7_decode, utf_7_encode=utf_7_encode)
        found = globals().get(name)
    if found is None:
        raise AttributeError(f"module 'codecs' has no attribute {name!r}", name=name)
    return found
