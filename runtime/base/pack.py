"""For scripts of the build: what is rarely read stands packed in the program (unpack.c reads it)."""
import ctypes
import ctypes.util
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


class Options(ctypes.Structure):
    """lzma_options_lzma of <lzma/lzma12.h>."""
    _fields_ = [("dict_size", ctypes.c_uint32), ("preset_dict", ctypes.c_char_p), ("preset_dict_size", ctypes.c_uint32),
                ("lc", ctypes.c_uint32), ("lp", ctypes.c_uint32), ("pb", ctypes.c_uint32), ("others", ctypes.c_byte * 256)]


class Filter(ctypes.Structure):
    """lzma_filter of <lzma/filter.h>."""
    _fields_ = [("id", ctypes.c_uint64), ("options", ctypes.POINTER(Options))]


def packed_behind(phrases, data):
    """The same of what finds its words in phrases, too: the library that module lzma calls can do it, the module cannot."""
    library = ctypes.CDLL(ctypes.util.find_library("lzma"))
    library.lzma_lzma_preset.argtypes = ctypes.POINTER(Options), ctypes.c_uint32
    size, buffer = ctypes.c_size_t, ctypes.c_char_p
    library.lzma_raw_buffer_encode.argtypes = ctypes.POINTER(Filter), buffer, buffer, size, buffer, ctypes.POINTER(size), size
    options = Options()
    library.lzma_lzma_preset(options, FILTERS[0]["preset"])
    options.lc, options.lp, options.pb = (FILTERS[0][name] for name in ("lc", "lp", "pb"))
    options.preset_dict, options.preset_dict_size = phrases, len(phrases)
    filters = (Filter * 2)((lzma.FILTER_LZMA1, ctypes.pointer(options)), (2**64 - 1, None))
    room, length = ctypes.create_string_buffer(2 * len(data) + 100), size()
    if library.lzma_raw_buffer_encode(filters, None, data, len(data), room, length, len(room)) != 0:
        raise MemoryError
    return c_string(room.raw[:length.value])
