# A search function may answer a plain tuple of four; what encodes and decodes are its first two.
import codecs


def encode(text, errors="strict"):
    return bytes(ord(char) ^ 1 for char in text), len(text)


def decode(data, errors="strict"):
    return "".join(chr(byte ^ 1) for byte in bytes(data)), len(data)


found = {"plain": (encode, decode, None, None), "short": (encode, decode), "list": [encode, decode, None, None]}
codecs.register(found.get)
for name in found:
    for use in lambda: "abc".encode(name), lambda: b"abc".decode(name), lambda: str(b"`cb", name), lambda: codecs.encode("abc", name):
        try:
            print(use())
        except TypeError as error:
            print(error)
