"""Codecs that write in few ASCII characters: UTF-7 (RFC 2152), Punycode (RFC 3492), Base64 (RFC 2045)."""
import codecs

_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_DIRECT = {chr(c) for c in range(32, 126)} - {"\\", "+"} | {"\t", "\n", "\r"}


def utf_7_encode(text, errors=None, /):
    """(bytes, number of characters)."""
    out, kept, bits, shifted = bytearray(), 0, 0, False
    for char in text:
        direct = char in _DIRECT
        if shifted and direct:
            if bits:
                out.append(_DIGITS[kept << 6 - bits])
            if ord(char) in _VALUES or char == "-":
                out += b"-"
            kept, bits, shifted = 0, 0, False
        if direct:
            out.append(ord(char))
        elif char == "+" and not shifted:
            out += b"+-"
        else:
            if not shifted:
                out += b"+"
                shifted = True
            units = char.encode("utf-16-be", "surrogatepass")
            kept, bits = kept << 8 * len(units) | int.from_bytes(units), bits + 8 * len(units)
            while bits >= 6:
                bits -= 6
                out.append(_DIGITS[kept >> bits])
                kept &= (1 << bits) - 1
    if bits:
        out.append(_DIGITS[kept << 6 - bits])
    return bytes(out + b"-" if shifted else out), len(text)


def utf_7_decode(data, errors=None, final=False, /):
    """(text, number of bytes that were decoded)."""
    data = bytes(data)
    out, at, begin, shifted = [], 0, 0, False
    kept = bits = high = before = 0

    def wrong(end, reason):
        nonlocal data
        error = UnicodeDecodeError("utf7", data, begin, end, reason)
        piece, place = codecs.lookup_error(errors or "strict")(error)
        data = error.object
        out.append(piece)
        return place + len(data) if place < 0 else place

    while at < len(data) or shifted and final:
        byte = data[at] if at < len(data) else None
        if shifted and byte in _VALUES:
            kept, bits, at = kept << 6 | _VALUES[byte], bits + 6, at + 1
            if bits >= 16:
                bits -= 16
                unit, kept = kept >> bits, kept & (1 << bits) - 1
                if high and 0xDC00 <= unit < 0xE000:
                    out.append(chr(0x10000 + (high - 0xD800 << 10) + unit - 0xDC00))
                    high = 0
                    continue
                if high:
                    out.append(chr(high))
                high = unit if 0xD800 <= unit < 0xDC00 else 0
                if not high:
                    out.append(chr(unit))
        elif shifted:
            shifted = False
            if byte is None:
                if high or bits >= 6 or kept:
                    at = wrong(at, "unterminated shift sequence")
            elif bits >= 6:
                at = wrong(at + 1, "partial character in shift sequence")
            elif kept:
                at = wrong(at + 1, "non-zero padding bits in shift sequence")
            else:
                if high and byte < 128 and byte != 43:
                    out.append(chr(high))
                at += byte == 45
        elif byte == 43:
            begin, follows = at, data[at + 1 : at + 2]
            if follows == b"-":
                out.append("+")
                at += 2
            elif follows and follows[0] not in _VALUES:
                at = wrong(at + 2, "ill-formed sequence")
            else:
                shifted, before, at = True, len(out), at + 1
                kept = bits = high = 0
        elif byte < 128:
            out.append(chr(byte))
            at += 1
        else:
            begin = at
            at = wrong(at + 1, "unexpected special character")
    if shifted:
        return "".join(out[:before]), begin
    return "".join(out), at


def utf_7():
    class Encoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return utf_7_encode(input)[0]

    class Decoder(codecs.BufferedIncrementalDecoder):
        _buffer_decode = staticmethod(utf_7_decode)

    class Writer(codecs.StreamWriter):
        encode = staticmethod(utf_7_encode)

    class Reader(codecs.StreamReader):
        decode = staticmethod(utf_7_decode)

    def decode(data, errors="strict"):
        return utf_7_decode(data, errors, True)

    return codecs.CodecInfo(utf_7_encode, decode, Reader, Writer, Encoder, Decoder, "utf-7")


# Punycode: the ASCII characters, and behind the last '-' numbers that tell which others go where.

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _adapted(delta, count, first):
    delta //= 700 if first else 2
    delta += delta // count
    bias = 0
    while delta > 455:
        delta //= 35
        bias += 36
    return bias + 36 * delta // (delta + 38)


def _limits(bias):
    """The least values that end a number at its digits, one after the other."""
    place = 36
    while True:
        yield min(max(place - bias, 1), 26)
        place += 36


def _punycode_encode(text):
    out = [char for char in text if char < "\x80"]
    done = count = len(out)
    if count:
        out.append("-")
    code, delta, bias = 128, 0, 72
    for next_code in sorted({ord(char) for char in text if char >= "\x80"}):
        delta += (next_code - code) * (done + 1)
        code = next_code
        for char in map(ord, text):
            if char < code:
                delta += 1
            elif char == code:
                rest = delta
                for limit in _limits(bias):
                    if rest < limit:
                        break
                    rest, digit = divmod(rest - limit, 36 - limit)
                    out.append(_LETTERS[limit + digit])
                out.append(_LETTERS[rest])
                bias = _adapted(delta, done + 1, done == count)
                delta, done = 0, done + 1
        delta += 1
        code += 1
    return "".join(out).encode("ascii")


def _punycode_decode(data, errors):
    data = bytes(data)
    if errors not in ("strict", "ignore", "replace"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    base = data.rpartition(b"-")[0]
    at = begin = data.rfind(b"-") + 1
    out = list(base.decode("ascii", errors))
    code, place, bias, first = 128, 0, 72, True

    def wrong(at, reason):
        if errors == "strict":
            raise UnicodeDecodeError("punycode", data, at, at + 1, reason)
        return "".join(out)

    while at < len(data):
        delta, weight = 0, 1
        for limit in _limits(bias):
            if at == len(data):
                return wrong(at, "incomplete punycode string")
            digit = _LETTERS.find(chr(data[at]).lower())
            if digit < 0 or data[at] > 127:
                return wrong(at, f"Invalid extended code point '{data[at]}'")
            at += 1
            delta += digit * weight
            if digit < limit:
                break
            weight *= 36 - limit
        total = place + delta
        code += total // (len(out) + 1)
        place = total % (len(out) + 1)
        if code > 0x10FFFF:
            wrong(begin + total - 1, f"Invalid character U+{code:x}")
            code = ord("?")
        out.insert(place, chr(code))
        place += 1
        bias, first = _adapted(delta, len(out), first), False
    return "".join(out)


def punycode():
    return codecs._simple("punycode", _punycode_encode, _punycode_decode)


def _bytes(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"expected bytes-like object, not {type(data).__name__}") from None


def _base64_encode(data):
    data, out = _bytes(data), bytearray()
    for begin in range(0, len(data), 57):
        line = data[begin : begin + 57]
        for at in range(0, len(line), 3):
            group = line[at : at + 3]
            bits = int.from_bytes(group.ljust(3, b"\0"))
            digits = bytes(_DIGITS[bits >> shift & 63] for shift in (18, 12, 6, 0))
            out += digits[: len(group) + 1].ljust(4, b"=")
        out += b"\n"
    return bytes(out)


def _base64_decode(data, errors):
    out, kept, place, pads = bytearray(), 0, 0, 0
    for char in _bytes(data):
        if char in _VALUES:
            kept, place, pads = kept << 6 & 0xFFFF | _VALUES[char], (place + 1) % 4, 0
            if place != 1:
                out.append(kept >> -2 * place % 8 & 255)
        elif char == ord("=") and place >= 2:
            pads += 1
            if place + pads == 4:
                return bytes(out)
    if place == 1:
        count = len(out) // 3 * 4 + 1
        raise codecs._BinasciiError(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
        )
    if place:
        raise codecs._BinasciiError("Incorrect padding")
    return bytes(out)


def base64():
    return codecs._simple("base64", _base64_encode, _base64_decode, text=False)
