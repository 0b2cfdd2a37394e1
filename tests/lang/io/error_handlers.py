"""What happens to bytes that are no text and to characters that an encoding lacks."""
import os

path = f"/tmp/ouro-errors-{os.urandom(8).hex()}"


def attempt(function):
    try:
        print(repr(function()))
    except Exception as problem:
        print(type(problem).__name__, problem)


def read(**settings):
    with open(path, **settings) as file:
        return file.read()


def lines(**settings):
    with open(path, **settings) as file:
        return list(file)


def write(**settings):
    with open(path, "w", **settings) as file:
        file.write("a\xe9\u20ac\udcff")
    with open(path, "rb") as file:
        return file.read()


for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "xmlcharrefreplace", "nope"):
    with open(path, "wb") as file:
        file.write(b"abc\xff\xfedef\nx\n")
    print(errors)
    attempt(lambda: read(errors=errors))
    attempt(lambda: lines(errors=errors, encoding="ascii"))
    attempt(lambda: write(errors=errors, encoding="ascii"))
os.remove(path)
