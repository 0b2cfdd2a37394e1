"""Numbers and texts packed into bytes, as a format says."""
from _struct import Struct, _clearcache, calcsize, iter_unpack, pack, pack_into, unpack, unpack_from

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    """A format or a value that cannot be packed."""

    __module__ = "struct"
