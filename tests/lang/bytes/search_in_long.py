# Finding, counting and replacing around the borders of the blocks in which text is searched.
def naive(text, part):
    count = at = 0
    found = [i for i in range(len(text) - len(part) + 1) if text[i:i + len(part)] == part]
    for i in found:
        if i >= at:
            count, at = count + 1, i + len(part)
    return found[0] if found else -1, count


wrong = 0
for text in ("ab" * 40, "a" * 70 + "b", "abcabcabd" * 9, "x" * 15 + "yz" + "x" * 31, "aab" * 30 + "aac"):
    for begin in range(0, 20, 3):
        for size in (1, 2, 3, 5, 9, 17, 20):
            part, cut = text[-size:], text[begin:]
            expected = naive(cut, part)
            wide = cut + "\u20ac"
            for t, p in ((cut, part), (wide, part), (cut.encode(), part.encode()), (bytearray(cut.encode()), part.encode())):
                wrong += (t.find(p), t.count(p)) != expected
                wrong += len(t.replace(p, p + p)) != len(t) + len(p) * expected[1]
                wrong += t.replace(p, p[:0], 1) != t[:expected[0]] + t[expected[0] + len(p):]
print(wrong)
print(("a" * 9000 + "b").count("a" * 8 + "b"), ("a" * 9000).find("a" * 100 + "b"), ("ab" * 5000).count("a" + "b" * 2))
print("banana".replace("a", "o", 2), "a" * 20 + "b", ("a" * 20 + "b").replace("a", "c"), b"abc".replace(b"", b"-", 2))
print(b"".replace(b"", b"x"), b"ab".replace(b"ab", b""), bytearray(b"ab").replace(b"ab", b"c"), b"aXb".replace(b"X", b""))
