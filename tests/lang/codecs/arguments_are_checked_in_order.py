# encoding and errors: type, surrogates and NUL of the first before anything of the second; nothing is looked up for no bytes.
import codecs


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for encoding in ("\ud800", "a\0b", 5, None, b"ascii", "", "nonsense", "UTF-8", "Latin 1"):
    for errors in ("strict", "\ud800", "x\0", 5, None, "nonsense"):
        show(lambda: "é".encode(encoding, errors))
        show(lambda: b"\xff".decode(encoding, errors))
        show(lambda: b"".decode(encoding, errors))
        show(lambda: str(bytearray(b"x"), encoding, errors))
        show(lambda: bytes("x", encoding, errors))

# What a handler answers, too: a pair, then its number, then its text.
for answer in (("x", "y"), (5, "y"), ("x", 1.5), ("x", 2**70), (5, 1), ("x", 1, 2), ["x", 1], ("x", True + 1), ("x", -9)):
    codecs.register_error("answer", lambda error: answer)
    for call in (lambda: "a\xe9b".encode("ascii", "answer"), lambda: b"a\xffb".decode("utf-8", "answer")):
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)
for name in ("utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-32-be", "cp1252"):
    for value in (5, None, b"x"):
        try:
            codecs.encode(value, name)
        except TypeError as error:
            print(error)
