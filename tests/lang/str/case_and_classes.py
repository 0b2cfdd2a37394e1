# Case conversion and the is... methods over characters that behave in special ways.
samples = ["", "abc", "ABC", "aBc Def", "hello world's end", "ß", "ŉ", "ﬁ", "İ", "ı", "Σ", "ΑΣ", "ΑΣΒ ΟΔΟΣ", "ς", "ǆ", "ǅ", "Ǆ", "ῼ", "ᾳ", "Å", "ÿ", "µ", "ſ", "ა", "Ა", "ꭰ", "Ꭰ", "𐐀", "𐐨", "ʼn", "ΐ", "ὒ", "1a", "a1", "_x", "a-b", "3.5", "½", "²", "٣", "Ⅷ", "ⅷ", "〇", "一", "五", "\u0300", "e\u0301", " ", "\t\n", "\xa0", "\u200b", "\u2003", "\x1c", "\x00", "\x7f", "\ud800", "\ue000", "😀", "\u0378", "A1B2", "they're bill's", "o'brien", "x²", "iPhone", "ÀÉ", "éa", "ﬃ", "ΰ", "ẞ", "K", "ﬓ"]
names = [name for name in dir(str) if name.startswith("is")]
print(names)
for text in samples:
    print(ascii(text), [ascii(getattr(text, name)()) for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold")], "".join("01"[getattr(text, name)()] for name in names))
for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold", *names):
    for args in ((1,), ("a", "b")):
        try:
            getattr("a", name)(*args)
        except TypeError as error:
            print(error)
    try:
        getattr("a", name)(x=1)
    except TypeError as error:
        print(error)
    try:
        getattr(str, name)(5)
    except TypeError as error:
        print(error)
    try:
        getattr(str, name)()
    except TypeError as error:
        print(error)
for keyword in ("if", "None", "match", "async", "x y", "é", "_", "9a", "a9", "", "a.b", "class", "ªº", "℘", "a·b", "·a", "x\u0301", "\u0301x"):
    print(ascii(keyword), keyword.isidentifier())
