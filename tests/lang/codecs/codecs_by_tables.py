"""charmap_encode and charmap_decode, the functions of one codec, escapes of bytes."""
import codecs


def tried(function, *args):
    try:
        print(function(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


tried(codecs.charmap_decode, b"\0\1\2", "strict", "abc")
tried(codecs.charmap_decode, b"\0\1\2", "strict", "ab")
tried(codecs.charmap_decode, b"\0\1\2", "replace", "ab\ufffe")
tried(codecs.charmap_decode, b"\0\1\2", "ignore", {0: "xy", 1: 98})
tried(codecs.charmap_decode, b"\0", "strict", {0: 2.0})
tried(codecs.charmap_encode, "abc", "strict", {97: 1, 98: b"xy", 99: 255})
tried(codecs.charmap_encode, "abcd", "strict", {97: 1, 98: b"xy"})
tried(codecs.charmap_encode, "abcd", "replace", {97: 1, 98: b"xy", 63: 9})
tried(codecs.charmap_encode, "a", "strict", {97: 300})
tried(codecs.charmap_encode, "a", "strict", {97: "x"})
table = codecs.charmap_build("abc\ufffe" + "".join(map(chr, range(4, 256))))
tried(codecs.charmap_encode, "cab", "strict", table)
tried(codecs.charmap_encode, "cab\0", "strict", table)
print(codecs.make_encoding_map({1: 97, 2: 98, 3: 97}), codecs.make_identity_dict(range(3)))
tried(codecs.utf_8_decode, b"\xc3\xa9\xc3")
tried(codecs.utf_8_decode, b"\xc3\xa9\xc3", "strict", True)
tried(codecs.utf_8_encode, 5)
tried(codecs.utf_16_ex_decode, b"\xfe\xff\0a")
tried(codecs.unicode_escape_encode, "\xe9\n")
tried(codecs.escape_decode, b"\\n\\x41\\101\\'")
tried(codecs.escape_decode, b"a\\x4")
tried(codecs.escape_encode, b"a\n\\'\"\xff\0")
