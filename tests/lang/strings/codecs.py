def show(call):
    try:
        print(call())
    except UnicodeError as error:
        print(type(error).__name__, error, error.encoding, error.start, error.end, error.reason)
    except Exception as error:
        print(type(error).__name__, error)


text = "aé€😀"
for encoding in "utf-8", "UTF_16", "utf-16-be", "utf-32-le", "latin-1", "ascii", "utf-8-sig":
    for errors in "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace":
        show(lambda: text.encode(encoding, errors))

for data in b"a\xff\xfeb", b"\xe2\x82", b"\xed\xa0\x80", b"\xf4\x90\x80\x80":
    for errors in "strict", "ignore", "replace", "backslashreplace", "surrogateescape":
        show(lambda: ascii(data.decode("utf-8", errors)))

print(b"a\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
print(ascii("\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")))
show(lambda: b"\x00\xd8".decode("utf-16"))
show(lambda: b"abc".decode("utf-16"))
show(lambda: b"\x00\x00\x11\x00".decode("utf-32"))
show(lambda: "a".encode("no-such"))
show(lambda: "é".encode("ascii", "no-such"))
show(lambda: b"\xff".decode("ascii", "namereplace"))
show(lambda: "a".encode(1))
show(lambda: str(b"caf\xc3\xa9", "utf-8") + str(b"\xe9", encoding="latin-1"))
show(lambda: str("a", "utf-8"))
show(lambda: str(1, "utf-8"))
show(lambda: bytes("é", "utf-16-le"))
show(lambda: bytes("é"))
