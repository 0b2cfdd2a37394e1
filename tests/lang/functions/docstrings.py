"""The module's own."""


def documented():
    """First line.

    Second.
    """


def concatenated():
    "one " "text"


def not_documented():
    f"{1}"


def bytes_are_none():
    b"no"


class C:
    """Of the class."""

    def method(self):
        "Of the method."


print(__doc__)
print(repr(documented.__doc__))
print(concatenated.__doc__, not_documented.__doc__, bytes_are_none.__doc__)
print(C.__doc__, C.method.__doc__, C().__doc__, (lambda: "x").__doc__)
documented.__doc__ = "changed"
print(documented.__doc__)
