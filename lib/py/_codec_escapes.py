"""The codecs that write text as the escapes of Python's literals."""
import codecs


def _latin(data):
    return (data.encode("utf-8") if isinstance(data, str) else bytes(data)).decode("latin-1")


def raw_unicode_escape():
    def encode(text):
        return b"".join(
            [chr(c).encode("latin-1") if c < 256 else (b"\\u%04x" if c < 65536 else b"\\U%08x") % c
             for c in map(ord, text)]
        )

    def decode(data, errors):
        return _unescaped(_latin(data), "uU", "rawunicodeescape", errors)

    return codecs._simple("raw-unicode-escape", encode, decode)


_ESCAPES = {"\\": "\\", "'": "'", '"': '"',
            "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\n": ""}
_DIGITS = {"x": 2, "u": 4, "U": 8}


def _unescaped(text, letters, name, errors):
    """Text with the escapes of these letters resolved; the simple ones too when x is among them."""
    pieces, at, odd = [], 0, ""

    def handled(end, reason):
        nonlocal text
        error = UnicodeDecodeError(name, text.encode("latin-1"), slash, end, reason)
        if errors == "strict":
            raise error from None
        piece, place = codecs.lookup_error(errors)(error)
        if not isinstance(error.object, bytes):
            raise TypeError("object attribute must be bytes")
        text = error.object.decode("latin-1")  # the handler may have put another in its place
        pieces.append(piece)
        if not 0 <= (behind := place + len(text) if place < 0 else place) <= len(text):
            raise IndexError(f"position {behind} from error handler out of bounds")
        return behind

    while (slash := text.find("\\", at)) >= 0:
        pieces.append(text[at:slash])
        letter = text[slash + 1 : slash + 2]
        if letter in letters and letter:
            size = _DIGITS[letter]
            digits = text[slash + 2 : slash + 2 + size]
            count = next((i for i, c in enumerate(digits) if c not in "0123456789abcdefABCDEF"), len(digits))
            at = slash + 2 + count
            if count < size:
                at = handled(at, f"truncated \\{letter}{'X' * size} escape")
            elif int(digits, 16) > 0x10FFFF:
                at = handled(at, "illegal Unicode character" if "x" in letters else "\\Uxxxxxxxx out of range")
            else:
                pieces.append(chr(int(digits, 16)))
        elif letter == "N" and "x" in letters:
            named = text[slash + 2 : slash + 3] == "{"
            at = text.find("}", slash) + 1
            if not named or at in (0, slash + 4):
                at = handled((at and slash + 3 or len(text)) if named else slash + 2, "malformed \\N character escape")
                continue
            try:
                pieces.append(eval(f"'{text[slash:at]}'"))
            except SyntaxError:
                at = handled(at, "unknown Unicode character name")
        elif "x" not in letters:
            pieces.append("\\" + letter)
            at = slash + 1 + len(letter)
        elif letter in "01234567" and letter:
            at = slash + 1
            while at < slash + 4 and text[at : at + 1] in tuple("01234567"):
                at += 1
            pieces.append(chr(int(text[slash + 1 : at], 8)))
            if pieces[-1] > "\xff":
                odd = odd or f"octal escape sequence '{text[slash:at]}'"
        elif letter:
            pieces.append(_ESCAPES.get(letter, "\\" + letter))
            at = slash + 2
            if letter not in _ESCAPES:
                odd = odd or f"escape sequence '\\{letter}'"
        else:
            at = handled(slash + 1, "\\ at end of string")
    if odd:
        import warnings
        warnings.warn(f"invalid {odd}", DeprecationWarning, skip_file_prefixes=("<bundled ",))
    return "".join(pieces) + text[at:]


def unicode_escape():
    plain = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

    def escaped(c):
        code = ord(c)
        if c in plain:
            return plain[c]
        if 32 <= code < 127:
            return c
        return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"

    def decode(data, errors):
        return _unescaped(_latin(data), "xuU", "unicodeescape", errors)

    return codecs._simple("unicode-escape", lambda text: "".join(map(escaped, text)).encode("ascii"), decode)
