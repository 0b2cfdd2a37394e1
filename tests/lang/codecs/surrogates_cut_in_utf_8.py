# A decoder that waits for more waits for the rest of a surrogate, too, which its error handler may take.
import codecs

decode = codecs.getincrementaldecoder("utf-8")
for errors in "surrogatepass", "surrogateescape", "replace", "strict":
    d = decode(errors)
    for piece in b"\xed", b"\xa0", b"\x80", b"a\xed\xbf", b"\xbf\xed\x9f", b"\xbf\xed\xa0":
        try: print(ascii(d.decode(piece)), d.getstate(), end=" ")
        except UnicodeError as e: print(e, d.getstate(), end=" ")
    try: print(ascii(d.decode(b"", True)))
    except UnicodeError as e: print(e)
print(codecs.utf_8_decode(b"\xed\xa0", "replace"), codecs.utf_8_decode(b"\xed\xa0", "replace", True), b"\xed\xa0".decode(errors="replace"))
