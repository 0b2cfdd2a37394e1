# What is put in the place of the text or the bytes is told when it is asked for. CPython 3.13 reads it as if it were
# one: a SystemError, or a byte of another object.
decode, encode, translate = (UnicodeDecodeError("u", b"abc", 0, 1, "r"), UnicodeEncodeError("u", "abc", 0, 1, "r"),
                             UnicodeTranslateError("abc", 0, 1, "r"))
for error in (decode, encode, translate):
    print(error)
    for value in (2, b"\xe9", "x", bytearray(b"a"), None):
        error.object = value
        try:
            print(error)
        except TypeError as refused:
            print(type(value).__name__, refused)
