for text in "ß", "ŉ", "ﬁ", "İ", "ǆ", "ΑΣ", "ΑΣΑ", "Σ", "ΐ", "Ω", "𐐨":
    print(ascii(text), *map(ascii, (text.upper(), text.lower(), text.title(), text.casefold(), text.swapcase(), text.capitalize())))

tests = "isalpha isalnum isdecimal isdigit isnumeric isspace isprintable isidentifier islower isupper istitle isascii".split()
for text in "", "a", "É", "ǅ", "٣", "²", "½", "中", "五", " ", "\x1c", "\u2028", "\u200b", "_", "a1", "1a", "\ud800", "😀":
    print(ascii(text), *[int(getattr(text, test)()) for test in tests])

print(repr("it's"), repr('"'), repr("'\""), repr("\n\t\r\\\x00\x7f"), ascii(repr("\xa0\xad\u200b\u2028é中😀\ue000\U000e0001")))
print("\N{GREEK SMALL LETTER ALPHA} \N{bullet} \N{CJK UNIFIED IDEOGRAPH-4E00} \N{HANGUL SYLLABLE GAG}")
print("a\nb\r\nc\x0bd\x1ce\x85f\u2028g".splitlines(), "a\n\nb".splitlines(True))
print("\u3000a\u2003b\x1f".split(), "😀a😀b".split("😀"), "é中😀"[1], "é中😀"[::-1], "中" in "é中😀", "é中😀".find("😀"))
print(len("é"), "é" < "中" < "😀", max("aé中😀"), sorted("zaéb"))
print(f"{'中':*^5}|{'é':<3}|{'😀':>3}|{'é中😀':.2}|", "é".center(4, "中"), "中".zfill(3), "-é".zfill(4))
