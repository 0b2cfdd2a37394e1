"""Text and bytes longer than what is converted at a time, with what ends such a run in every place."""

for at in range(18):
    for other in "\xe9", "\u20ac", "\ud55c", "\U0001f600", "\xff\u0100":
        text = "x" * at + other + "y" * (17 - at) + other
        data = text.encode()
        assert data.decode() == text and len(data) == sum(len(c.encode()) for c in text)
    for bad in b"\xff", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xe0\x80\x80", b"\xf0\x9f", b"\xc3\xc3":
        data = b"x" * at + "\u20ac".encode() + bad + b"z" * (at % 9)
        try:
            data.decode()
        except UnicodeDecodeError as error:
            print(at, bad, error.start, error.end, error.reason, ascii(data.decode(errors="replace")[at:]))
print([bytes(range(n, 256 - n)).hex() == "".join(f"{i:02x}" for i in range(n, 256 - n)) for n in range(9)])
for items in [list(range(9)), (255, 0, 7), [], [1, True, 3], [256], [1, -1], [1.0]]:
    try:
        print(bytes(items), bytearray(items))
    except (TypeError, ValueError) as error:
        print(error)
for n in range(11):
    items = [object() if i % 3 == 0 else i for i in range(n)]
    turned = items[:]
    turned.reverse()
    assert turned == items[::-1] and (items * 3)[n : 2 * n] == items and (tuple(items) * 2)[n:] == tuple(items)
