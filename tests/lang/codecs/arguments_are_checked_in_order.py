# encoding and errors: type, surrogates and NUL of the first before anything of the second; nothing is looked up for no bytes.
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
