# A memoryview with gaps is bytes-like only where its items may be gathered.
gaps = memoryview(b"abcdef")[::2]
array = bytearray(b"12345")


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for make in (
    lambda: bytes(gaps), lambda: bytearray(gaps), lambda: gaps.tobytes(), lambda: gaps.hex(), lambda: b"%b|%s" % (gaps, gaps),
    lambda: int.from_bytes(gaps), lambda: gaps == b"ace", lambda: b"ace" == gaps, lambda: bytearray(b"ace") == gaps,
    lambda: array.__setitem__(slice(0, 2), gaps) or array, lambda: bytearray(b"a,ace,b").partition(gaps),
    lambda: b"ace".find(gaps), lambda: b"ace".count(gaps), lambda: b"ace".startswith(gaps), lambda: b"a".split(gaps),
    lambda: b"a".strip(gaps), lambda: b"a".replace(gaps, b""), lambda: gaps in b"x", lambda: b"x".partition(gaps),
    lambda: b"x".removeprefix(gaps), lambda: b"x".translate(gaps), lambda: b"x".maketrans(gaps, gaps), lambda: b"a" + gaps,
    lambda: array + gaps, lambda: array.extend(gaps), lambda: b"a".join([gaps]), lambda: str(gaps, "utf-8"), lambda: int(gaps),
    lambda: float(gaps), lambda: eval(gaps), lambda: bytearray(b"ace") < gaps, lambda: ord(gaps[:1]), lambda: bytes(gaps[:1]),
):
    show(make)
