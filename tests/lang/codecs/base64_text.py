import codecs
for size in (0, 1, 2, 3, 56, 57, 58, 120):
    text = codecs.encode(bytes(range(size)), "base64")
    print(text, codecs.decode(text, "base64") == bytes(range(size)))
for data in (
    b"aGk=", b"aGk", b"aG", b"a", b"aGk==", b"a!G\nk=", b"=", b"aGk=aGk=", b"aGkx=", b"====", b"aG=k", b"a=Gk", b"aG==k", b"ab=c=", b"abcde", bytearray(b"aGk="), memoryview(b"aGk="), b"-_-_", b"\xff\xffab=="
):
    try:
        print(bytes(data), codecs.decode(data, "base64_codec"))
    except ValueError as e:
        print(bytes(data), type(e), e, e.__notes__)
for f in (
    lambda: codecs.encode("x", "base64"),
    lambda: "x".encode("base64"),
    lambda: b"x".decode("base64"),
    lambda: codecs.decode(b"4", "hex"),
    lambda: codecs.lookup("BASE-64").name
):
    try:
        print(f())
    except (TypeError, LookupError, ValueError) as e:
        print(type(e), str(e)[:60])
