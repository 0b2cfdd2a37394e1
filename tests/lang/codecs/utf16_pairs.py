# Characters that take two units of UTF-16: runs of them, at the edges of pieces, mixed with others, with halves missing.
SMILE, CLEF = "\U0001f600", "\U0001d11e"
for name in ("utf-16-le", "utf-16-be", "utf-16"):
    for text in (SMILE * 700, "a" * 255 + SMILE + "b", "é€" * 127 + "x" + CLEF + SMILE * 300 + "z", (SMILE + "abc") * 200, SMILE * 127 + "a" + SMILE * 200, "a" * 256 + CLEF):
        data = text.encode(name)
        print(name, len(data), data[-6:], data.decode(name) == text, data[:-2].decode(name, "replace")[-3:] == text[-3:])
for data in (b"\x3d\xd8\x00", b"\x3d\xd8", b"\x00\xdc\x3d\xd8\x00\xde", b"\x3d\xd8\x3d\xd8\x00\xde", b"a\0" * 255 + b"\x3d\xd8" + b"b\0", b"\x3d\xd8\x00\xde" * 300 + b"\x3d\xd8x\0"):
    for errors in ("strict", "replace", "surrogatepass"):
        try:
            print(ascii(data.decode("utf-16-le", errors)[-5:]))
        except UnicodeDecodeError as error:
            print(error)
for text in (SMILE * 300 + "\ud800" + SMILE, "\ud83d\ude00" + SMILE, "a\udc00"):
    for errors in ("strict", "replace", "surrogatepass"):
        try:
            print(text.encode("utf-16-be", errors)[-8:])
        except UnicodeEncodeError as error:
            print(error)
