"""For scripts of the build: what is rarely read stands packed in the program (unpack.c reads it)."""
import lzma

LINE = 64  # bytes in one piece of a C string
FILTERS = [{"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "lp": 0, "pb": 0}]


def c_string(data):
    """The bytes as a C string of several lines."""
    pieces = (data[start:start + LINE] for start in range(0, len(data), LINE))
    return "\n    ".join('"%s"' % "".join("\\%03o" % byte for byte in piece) for piece in pieces)


def packed(data):
    """The bytes, packed, as a C string."""
    return c_string(lzma.compress(data, lzma.FORMAT_RAW, filters=FILTERS))
