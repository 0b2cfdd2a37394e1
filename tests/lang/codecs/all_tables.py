# Every encoding of one byte a character that extends ASCII: what its bytes mean, what encodes back, its names, its errors.
import codecs
import io

NAMES = """cp1006 cp1125 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp720 cp737 cp775 cp850 cp852 cp855
cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp865 cp866 cp869 cp874 hp_roman8 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15
iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_croatian
mac_cyrillic mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620"""
HIGH = bytes(range(128, 256))
CHARACTERS = "".join(map(chr, range(0x2700))) + "\uf8ff\ufb01\ufe8e\uffff\U0001f600"


def weight(numbers):
    return sum(place * number for place, number in enumerate(numbers, 1))


for name in NAMES.split():
    text, data = HIGH.decode(name, "replace"), CHARACTERS.encode(name, "ignore")
    print(codecs.lookup(name).name, weight(map(ord, text)), text.count("\ufffd"), len(data), weight(data), data.decode(name).isascii())
for name in ("ISO-8859-2", "latin2", "Windows-1252", "greek8", "MacRoman", "KOI8-R", "1256", "hebrew", "thai", "cp9999"):
    try:
        print(codecs.lookup(name).name, HIGH[70:80].decode(name, "replace"))
    except LookupError as error:
        print(error)
for job in (lambda: "aβ€".encode("cp1252"), lambda: b"a\x81".decode("cp1252"), lambda: "aβ€".encode("cp1253", "backslashreplace"), lambda: ("x" * 300 + "☃" + "é" * 300).encode("cp437", "xmlcharrefreplace")[298:312],
            lambda: (b"\xe9" * 300 + b"\xd2\xff").decode("cp1253", "ignore")[298:], lambda: "\ufffe".encode("cp1252")):
    try:
        print(ascii(job()))
    except UnicodeError as error:
        print(type(error).__name__, error)
file = io.TextIOWrapper(io.BytesIO(), encoding="cp437", newline="")
print(file.write("äöü\n"), file.flush(), file.buffer.getvalue(), file.encoding)
