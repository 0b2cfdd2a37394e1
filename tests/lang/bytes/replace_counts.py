# replace with every count, in texts long and short enough for each way of searching; str does the same.
for text, old in (("here and there and there", "the"), ("here and there and there", "there"), ("abab", "ab"), ("abab", "a"), ("x" * 50 + "yz" * 20, "yz"), ("é" * 40 + "yz" * 3, "yz")):
    for new in ("", "1", "12345678"):
        for count in (-1, 0, 1, 2, 100):
            made = text.replace(old, new, count)
            print(len(made), made.count(new) if new else 0, made[:12], end=" ")
            data, part, other = text.encode(), old.encode(), new.encode()
            print(data.replace(part, other, count) == made.encode() == bytes(bytearray(data).replace(part, other, count)))
