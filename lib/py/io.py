"""Files: raw, buffered, of text, and in memory."""
import _io
import abc
from _abc import _name_in_full
from _io import (DEFAULT_BUFFER_SIZE, BlockingIOError, BufferedRandom, BufferedReader, BufferedWriter, BytesIO, FileIO,
                 StringIO, TextIOWrapper, UnsupportedOperation, open, open_code, text_encoding)

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding",
    "IncrementalNewlineDecoder",
]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    """What all files have in common."""


class RawIOBase(_io._RawIOBase, IOBase):
    """What files without a buffer have in common; readinto() and write() are to be defined."""


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    """What files of bytes with a buffer have in common."""


class TextIOBase(_io._TextIOBase, IOBase):
    """What files of text have in common."""


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class


@_name_in_full
class BufferedRWPair(BufferedIOBase):
    """A reader and a writer as one file, such as the two ends of a pair of pipes."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self._reader.read(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def readinto(self, buffer, /):
        return self._reader.readinto(buffer)

    def readinto1(self, buffer, /):
        return self._reader.readinto1(buffer)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def write(self, buffer, /):
        return self._writer.write(buffer)

    def flush(self):
        return self._writer.flush()

    def readable(self):
        return self._reader.readable()

    def writable(self):
        return self._writer.writable()

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()

    @property
    def closed(self):
        return self._writer.closed


@_name_in_full
class IncrementalNewlineDecoder:
    """Decodes piece by piece and makes every end of a line a newline; tells in newlines which it met."""

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translate = translate
        self._pending = False
        self._seen = 0

    def __reduce_ex__(self, protocol, /):
        raise TypeError("cannot pickle '_io.IncrementalNewlineDecoder' object")

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if self._pending and (text or final):
            text = "\r" + text
            self._pending = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._pending = True
        pairs = text.count("\r\n")
        returns = text.count("\r") - pairs
        newlines = text.count("\n") - pairs
        self._seen |= bool(newlines) | bool(returns) << 1 | bool(pairs) << 2
        if self._translate and (pairs or returns):
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def getstate(self):
        state, flag = (b"", 0) if self._decoder is None else self._decoder.getstate()
        return state, flag << 1 | self._pending

    def setstate(self, state):
        kept, flag = state
        flag, self._pending = divmod(flag, 2)
        if self._decoder is not None:
            self._decoder.setstate((kept, flag))

    def reset(self):
        self._seen = self._pending = 0
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        met = tuple(end for bit, end in ((2, "\r"), (1, "\n"), (4, "\r\n")) if self._seen & bit)
        return (met if len(met) > 1 else met[0]) if met else None
