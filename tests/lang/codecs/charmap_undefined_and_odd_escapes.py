"""The codecs charmap and undefined, and what unicode_escape warns of: the first odd escape of each text."""
import warnings

print("h\xe9".encode("charmap"), b"h\xe9".decode("charmap"), "\u20ac!".encode("charmap", "replace"))
for work in (lambda: "\u20ac".encode("charmap"), lambda: "a".encode("undefined"), lambda: b"a".decode("undefined")):
    try:
        work()
    except ValueError as error:
        print(type(error).__name__, error)
for data in (rb"\8", rb"\a\n\101\377", rb"x\q\400", rb"\777\z", rb"\\8", rb"\400\401"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(ascii(data.decode("unicode_escape")), [(w.category.__name__, str(w.message), w.lineno) for w in caught])
