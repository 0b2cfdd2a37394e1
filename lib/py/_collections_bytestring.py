"""collections.abc.ByteString, which tells everyone who uses it that it will go."""
from _collections_abc import Sequence
from abc import ABCMeta

__name__ = "collections.abc"  # the module that the classes say they are from


class _DeprecatedMeta(ABCMeta):
    def __new__(cls, name, bases, namespace, **kwargs):
        if name != "ByteString":
            _warn_about_bytestring()
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_about_bytestring()
        return super().__instancecheck__(instance)


def _warn_about_bytestring():
    import warnings
    warnings.warn("'collections.abc.ByteString' is deprecated and slated for removal in Python 3.14",
                  DeprecationWarning, stacklevel=3)


class ByteString(Sequence, metaclass=_DeprecatedMeta):
    """Deprecated: what bytes and bytearray have in common."""

    __slots__ = ()


ByteString.register(bytes)
ByteString.register(bytearray)
