# Encodings of one byte a character: every byte, what has no byte, and the error handlers.
names="cp437 850 IBM866 windows-1250 cp1251 CP1252 windows-1253 cp1254 cp1257 latin2 iso8859_5 greek latin5 iso-8859-15 KOI8-R koi8_u mac_roman macintosh l9".split()
for n in names:
    everything = bytes(range(256))
    text = everything.decode(n, "replace")
    print(n, ascii(text[128:]))
    print(text.replace("\ufffd","").encode(n) == bytes(b for b in everything if bytes([b]).decode(n, "ignore")))
    for f in (lambda: "a中文b".encode(n), lambda: "€uro é ß".encode(n, "replace"), lambda: everything.decode(n)[200], lambda: "x\udc81y".encode(n, "surrogateescape"), lambda: b"\x81\x98\xff".decode(n, "backslashreplace"), lambda: "é中\ufffe".encode(n, "xmlcharrefreplace"), lambda: "中Я".encode(n, "namereplace"),lambda: b"\x81".decode(n,"surrogateescape")):
        try: print(ascii(f()))
        except UnicodeError as e: print(type(e).__name__, ascii(str(e)), e.encoding, e.start, e.end, e.reason)
