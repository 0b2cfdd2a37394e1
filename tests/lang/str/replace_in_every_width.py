"""str.replace() of texts and parts of 1, 2 and 4 bytes a character: the result is as narrow as it can be."""
W = "a\u1234b\u1234c" * 3
for s in ["", "a", "abc", "aXbXc", "\xe9", "\xe9a\xe9", "a\xe9b\xe9c", W, "\U00012345a\u1234\U00012345"]:
    total = 0
    for o in ["a", "X", "\xe9", "\u1234", "\U00012345", "ab", "b\xe9", "a\u1234", "\u1234b", "zz", ""]:
        for n in ["x", "\xe9", "\u1234", "xy", "", "\U00012345", "\u1234y", "\xe9\xe9"]:
            for c in -1, 0, 1, 2:
                r = s.replace(o, n, c)
                total = (total * 31 + sum(map(ord, r)) * 7 + len(r) * 3 + r.isascii()) % 1000003
                assert r == "".join(list(r)) and hash(r) == hash("".join(list(r)))
    print(ascii(s), total)
