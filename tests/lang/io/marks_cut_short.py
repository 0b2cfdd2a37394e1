# A byte alone is not the mark that UTF-16 and UTF-32 ask for, nor a wrong one: it is an error for the handler.
import io


def attempt(use):
    try:
        print(ascii(use()))
    except UnicodeError as problem:
        print(problem)


for data in b"", b"x", b"xy", b"xyz", b"\xff", b"\xff\xfe", b"\xff\xfea", b"\xfe\xff\0":
    for errors in "strict", "replace", "ignore", "surrogateescape":
        for codec in "utf-16", "utf-32":
            attempt(lambda: io.TextIOWrapper(io.BytesIO(data), codec, errors).read())
            attempt(lambda: io.TextIOWrapper(io.BytesIO(data), codec, errors).readline())
