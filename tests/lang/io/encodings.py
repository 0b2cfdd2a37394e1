"""Files of every encoding: written, appended to, read, changed in place; marks at the beginning."""
import os

path = f"/tmp/ouro-encodings-{os.urandom(8).hex()}"
for encoding in ("utf-8", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "ascii", "nope"):
    try:
        with open(path, "w", encoding=encoding) as file:
            file.write("héllo\n")
            file.write("wörld\n")
            print(encoding, file.tell())
        with open(path, "a", encoding=encoding) as file:
            file.write("more\n")
        with open(path, "rb") as file:
            print(file.read())
        with open(path, encoding=encoding) as file:
            print(file.readline(), list(file), file.encoding)
            file.seek(0)
            print(repr(file.read()))
        with open(path, "r+", encoding=encoding) as file:
            file.seek(0, 2)
            file.write("end")
            file.seek(0)
            print(repr(file.read()))
    except (UnicodeError, LookupError) as problem:
        print(encoding, type(problem).__name__, problem)
with open(path, "wb") as file:
    file.write(b"no mark")
try:
    print(open(path, encoding="utf-16").read())
except UnicodeError as problem:
    print(problem)
os.remove(path)
