# UTF-7 and Punycode: whole texts, pieces, mistakes and their handlers.
import codecs


def attempt(function):
    try:
        print(ascii(function()))
    except UnicodeError as error:
        print(type(error).__name__, error)


for text in ("Hi Mom -☺-!", "A≢Α.", "日本語", "a+b", "~\\\0", "😀x", "€€ab€-", "€/", "€ ", "€+", "\t\n", ""):
    data = text.encode("utf-7")
    print(ascii(text), data, data.decode("utf7") == text, text.encode("punycode"), text.encode("punycode").decode("punycode") == text)
for data in (b"+-", b"a+AGE", b"+AGE!x", b"a\xffb", b"+A", b"+AGF-", b"+2D0-", b"+2D0AYQ-", b"a+@b", b"+", b"a+//,+IKx-b", b"+IKx\xff", b"+A-b", b"++\xffD"):
    for errors in ("strict", "replace", "backslashreplace"):
        attempt(lambda: data.decode("utf-7", errors))
for data in (b"bcher-kva", b"Bcher-KVA", b"abc-", b"", b"bcher-kv!", b"99999999", b"abc-z9\xff", b"by77yy", b"\xff-kva"):
    for errors in ("strict", "replace", "ignore"):
        attempt(lambda: data.decode("punycode", errors))
attempt(lambda: b"a".decode("punycode", "backslashreplace"))
print(codecs.lookup("U7").name, codecs.lookup("punycode").name, codecs.utf_7_encode("€"), codecs.utf_7_decode(b"a+IKw"), codecs.utf_7_decode(b"a+IKw-", None, True))
print(list(codecs.iterdecode([b"a+I", b"Kwg", b"rA-b+", b"-"], "utf-7")), b"".join(codecs.iterencode("a€b", "utf-7")))
