# Byte order marks in streams, incremental decoders and text files; text files in encodings of one byte a character.
import codecs, io
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
for n in ("utf-16","utf-32","utf-8-sig"):
    for data in (b"ab", b"abcd", b"abcdefgh", b"\xff\xfea\0", b"\xff", b"\xff\xfe", b"\xfe\xff\0a", b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\xef\xbb\xbfx", b""):
        print(n, data)
        t(lambda: codecs.getreader(n)(io.BytesIO(data)).read())
        t(lambda: codecs.getincrementaldecoder(n)().decode(data))
        t(lambda: codecs.getincrementaldecoder(n)().decode(data, True))
        def bits():
            d = codecs.getincrementaldecoder(n)(); out=[]
            for b in data: out.append(d.decode(bytes([b]))); 
            out.append(d.getstate()); return out
        t(bits)
        t(lambda: io.TextIOWrapper(io.BytesIO(data), encoding=n).read())
        t(lambda: list(codecs.iterdecode([data[:1], data[1:]], n)))
        d=codecs.getincrementaldecoder(n)(); t(lambda: (d.decode(data), d.reset(), d.decode(data)))
t(lambda: io.TextIOWrapper(io.BytesIO(b"caf\xe9 \x80"), encoding="cp1252").read())
b=io.BytesIO(); w=io.TextIOWrapper(b, encoding="cp1251"); w.write("Привет"); w.flush(); print(b.getvalue())
t(lambda: w.write("中") or w.flush())
t(lambda: codecs.lookup("cp1252").name); t(lambda: codecs.lookup("latin2").name); t(lambda: codecs.encode("é€","cp1252")); t(lambda: codecs.decode(b"\x80","windows-1252"))
t(lambda: codecs.getincrementaldecoder("cp1252")().decode(b"\x80\x81")); t(lambda: codecs.getincrementalencoder("koi8-r")("replace").encode("Ж中"))
class SB(str):
    def __bytes__(self): return b"own"
t(lambda: bytes(SB("x"))); t(lambda: bytes(SB("x"), "ascii")); t(lambda: bytearray(SB("x")))
t(lambda: SB("x").encode())
