# What is put in the place of the text or the bytes is not looked into. CPython 3.13 does, where the error is about one
# place: a SystemError, or a byte of another object.
decode, encode, translate = (UnicodeDecodeError("u", b"abc", 0, 1, "r"), UnicodeEncodeError("u", "abc", 0, 1, "r"),
                             UnicodeTranslateError("abc", 0, 1, "r"))
for error in (decode, encode, translate):
    print(error)
    for value in (2, b"\xe9", "x", bytearray(b"a"), None):
        error.object = value
        print(type(value).__name__, error)
