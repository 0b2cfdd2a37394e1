"""Every method of a closed file."""
import io
import os

path = f"/tmp/ouro-closed-{os.urandom(8).hex()}"
open(path, "w").close()


def attempt(label, function):
    try:
        print(label, repr(function()).replace(path, "PATH"))
    except Exception as problem:
        print(label, type(problem).__name__, problem)


names = ("read readline readlines write flush fileno isatty readable writable seekable tell truncate __iter__ __next__ "
         "__enter__ close peek read1 getvalue").split()
files = [open(path), open(path, "w"), open(path, "rb"), open(path, "wb"), open(path, "rb", 0), open(path, "wb", 0),
         io.StringIO("x"), io.BytesIO(b"x")]
for file in files:
    file.close()
    print(type(file), file.closed)
    for name in names:
        method = getattr(file, name, None)
        if method is None or name in ("__iter__",) and type(file) is io.BytesIO:
            continue
        if name == "write":
            attempt(name, lambda: method("x" if isinstance(file, io.TextIOBase) else b"x"))
        else:
            attempt(name, method)
    attempt("seek", lambda: file.seek(0))
os.remove(path)
