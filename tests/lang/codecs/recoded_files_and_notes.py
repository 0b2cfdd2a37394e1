"""EncodedFile between two encodings; which codec failed is noted at the exception; a handler may change the bytes."""
import codecs
import io

stored = io.BytesIO()
file = codecs.EncodedFile(stored, "utf-8", "latin-1")
file.write("\xe9".encode())
file.writelines([b"a", b"b\n"])
print(stored.getvalue(), file.data_encoding, file.file_encoding)
file.seek(0)
print(file.readline(), file.readlines())


def tried(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))


def fails(text, errors="strict"):
    raise RuntimeError("no")


CODECS = {"failing": codecs.CodecInfo(fails, fails), "odd": codecs.CodecInfo(lambda *a: 5, lambda *a: 5)}
codecs.register(CODECS.get)
for name in CODECS:
    tried("x".encode, name)
    tried(b"x".decode, name)
    tried(codecs.encode, "x", name)
    tried(codecs.decode, b"x", name)
tried(codecs.decode, b"zz", "hex")


def handler(error):
    error.object = b"\0" * 8
    return "?", error.start


codecs.register_error("zeros", handler)
print(b"\0".decode("utf-16", "zeros") == "?\0\0\0\0", b"\xff".decode("ascii", "zeros") == "?" + "\0" * 8)
codecs.register_error("wrong", lambda error: setattr(error, "object", 42) or ("?", 0))
tried(b"\xff".decode, "utf-8", "wrong")
