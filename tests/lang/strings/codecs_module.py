import codecs

def angle(error):
    return "<" + error.object[error.start:error.end] + ">", error.end

def dots(error):
    return "." * (error.end - error.start), error.end

codecs.register_error("test.dots", dots)
codecs.register_error("test.bytes", lambda e: (b"\xff", e.end))
codecs.register_error("test.bad", lambda e: "no tuple")
codecs.register_error("test.far", lambda e: ("", 1000))
codecs.register_error("test.raises", lambda e: 1 / 0)
codecs.register_error("test.same", lambda e: ("\xe9", e.end))
for name in ("test.dots", "test.bytes", "test.bad", "test.far", "test.raises", "test.same", "test.none"):
    for make in (lambda: "a\xe9\u20acb".encode("ascii", name), lambda: b"a\xff\xfeb".decode("ascii", name), lambda: b"a\xff\xe2\x82b".decode("utf-8", name), lambda: "x\ud800".encode("utf-8", name)):
        try:
            print(name, ascii(make()))
        except Exception as error:
            print(name, type(error).__name__, ascii(str(error)))
print(codecs.lookup_error("test.dots") is dots)
try:
    codecs.lookup_error("nothing")
except LookupError as error:
    print(error)
try:
    codecs.register_error("x", 5)
except TypeError as error:
    print(error)
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    handler = codecs.lookup_error(name)
    for error in (UnicodeEncodeError("ascii", "a\xe9\u20acb", 1, 3, "why"), UnicodeDecodeError("ascii", b"a\xff\xfeb", 1, 3, "why"), UnicodeTranslateError("a\xe9b", 1, 2, "why"), ValueError("x")):
        try:
            print(name, ascii(handler(error)))
        except Exception as raised:
            print(name, type(raised).__name__, ascii(str(raised)))
for name in ("utf-8", "UTF8", "latin1", "ascii", "utf-16", "utf_32_be", "utf-8-sig", "rot13", "hex"):
    info = codecs.lookup(name)
    print(name, info.name, len(info))
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex"))
print(codecs.encode("a\xe9", "utf-8"), codecs.decode(b"a\xc3\xa9", "utf-8") == "a\xe9")
decoder = codecs.getincrementaldecoder("utf-8")()
print([ascii(decoder.decode(bytes([b]))) for b in "a\u20ac\U0001f600".encode()], decoder.decode(b"", True) == "")
decoder = codecs.getincrementaldecoder("utf-8")("replace")
print(ascii(decoder.decode(b"a\xe2\x82")), ascii(decoder.decode(b"", True)))
decoder = codecs.getincrementaldecoder("utf-16")()
print([ascii(decoder.decode(bytes([b]))) for b in "a\u20ac".encode("utf-16")])
encoder = codecs.getincrementalencoder("utf-16")()
print([encoder.encode(c) for c in "ab"])
print(list(codecs.iterencode(["a", "\xe9"], "utf-8")), list(codecs.iterdecode([b"a\xc3", b"\xa9"], "utf-8")) == ["a", "\xe9"])
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE)
print("a\u20ac\n\\".encode("unicode_escape"), ascii(b"a\\u20ac\\n\\x41\\101".decode("unicode_escape")), ascii(b"\\u20ac\\n".decode("raw_unicode_escape")), "\u20ac\xe9".encode("raw_unicode_escape"))

def search(name):
    if name == "upper":
        return codecs.CodecInfo(lambda s, errors="strict": (s.upper().encode(), len(s)), lambda b, errors="strict": (bytes(b).decode().lower(), len(b)), name="upper")

codecs.register(search)
print("abc".encode("upper"), b"ABC".decode("upper"), codecs.encode("x", "upper"))
for make in (lambda: "abc".encode("rot13"), lambda: "a".encode("nothing"), lambda: b"a".decode("nothing"), lambda: codecs.lookup("nothing")):
    try:
        print(make())
    except LookupError as error:
        print(type(error).__name__, error)
