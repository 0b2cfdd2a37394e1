# Temporary files and folders: where they are, what they are called, when they go.
import errno, gc, io, os, sys, tempfile, warnings
from tempfile import *
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
def shape(path): # of a path in the home of this test
    return path.replace(home, "home") if isinstance(path, str) else path
print(tempfile.__all__, tempfile.TMP_MAX == os.TMP_MAX, gettempprefix(), gettempprefixb(), type(gettempdir()), gettempdirb() == os.fsencode(gettempdir()), tempfile.tempdir == gettempdir())
home = mkdtemp()
os.environ["TMPDIR"] = home; tempfile.tempdir = None; print(gettempdir() == home, os.listdir(home))
# mkstemp, mkdtemp, mktemp
fd, path = mkstemp(); print(os.path.dirname(path) == home, os.path.basename(path)[:3], len(os.path.basename(path)), oct(os.stat(path).st_mode), os.get_inheritable(fd)); os.write(fd, b"abc"); os.lseek(fd, 0, 0); print(os.read(fd, 9)); os.close(fd); os.unlink(path)
fd, path = mkstemp(".txt", "pre-", home); print(os.path.basename(path).startswith("pre-"), path.endswith(".txt"), os.path.isfile(path)); os.close(fd); os.unlink(path)
fd, path = mkstemp(b".b"); print(type(path), path.endswith(b".b")); os.close(fd); os.unlink(path)
path = mkdtemp("x", "y"); print(os.path.isdir(path), oct(os.stat(path).st_mode), os.path.basename(path)[0], path[-1]); os.rmdir(path)
path = mktemp("s", "p", home); print(os.path.exists(path), os.path.basename(path)[0], path[-1], os.path.dirname(path) == home)
for f in (mkstemp, mkdtemp, NamedTemporaryFile, TemporaryFile, TemporaryDirectory):
    for named in (dict(prefix=b"x", suffix="y"), dict(suffix=b"q", dir=home)): print(f.__name__, named.keys(), attempt(f, **named))
    print(f.__name__, attempt(f, dir=home + "/none").split("/none")[0].replace(home, "home"))
names = {mktemp() for _ in range(50)}; print(len(names), all(set(os.path.basename(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789_") for name in names))
# NamedTemporaryFile
with NamedTemporaryFile() as f:
    print(f.name.startswith(home), type(f).__name__, f.mode, f.file.mode, type(f.file).__name__, f.write(b"one\ntwo\n"), f.seek(0), list(f), f.tell(), os.path.getsize(f.name), os.path.exists(f.name), f.closed)
    name = f.name
print(os.path.exists(name), f.closed, attempt(f.read), attempt(f.nonesuch) if hasattr(f, "nonesuch") else "no")
f = NamedTemporaryFile("w+", suffix=".txt", encoding="utf-8", delete=False); print(f.write("h\xe9\n"), f.encoding, f.errors, f.newlines, f.name.endswith(".txt")); f.close(); print(open(f.name, "rb").read(), f.name == f.file.name); os.unlink(f.name)
with NamedTemporaryFile(delete_on_close=False) as f:
    f.write(b"kept"); f.close(); print(os.path.exists(f.name), open(f.name).read())
print(os.path.exists(f.name))
with NamedTemporaryFile("r+") as f:
    print(f.readable(), f.writable(), f.read(), f.write("x"), f.flush(), f.fileno() == f.file.fileno(), print("y", file=f), f.seek(0), f.readline(), f.read is f.read)
f = NamedTemporaryFile(); name = f.name; f.close(); f.close(); print(os.path.exists(name))
f = NamedTemporaryFile(); os.unlink(f.name); print(f.close())
for named in (dict(mode="zz"), dict(mode="w", encoding="nope"), dict(mode="wb", encoding="ascii"), dict(mode="r", newline="x"), dict(buffering=0, mode="w")): print(named, attempt(NamedTemporaryFile, **named), attempt(TemporaryFile, **named), os.listdir(home))
write = NamedTemporaryFile("w+").write
print(write("lives as long as its method"), len(os.listdir(home)))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always"); del write; gc.collect()
    f = NamedTemporaryFile(); name = f.name; del f; print(os.path.exists(name))
print(len(os.listdir(home)), [(w.category.__name__, str(w.message).startswith("Implicitly cleaning up <")) for w in seen])
# TemporaryFile
with TemporaryFile() as f: print(type(f).__name__, f.write(b"abc"), f.seek(0), f.read(), f.mode, type(f.name), os.listdir(home))
with TemporaryFile("w+", encoding="utf-16", newline="\r\n") as f: print(type(f).__name__, f.write("a\n"), f.seek(0), repr(f.read()), f.buffer.seek(0), f.buffer.read(), f.encoding, f.mode)
# SpooledTemporaryFile
f = SpooledTemporaryFile(max_size=5); print(f._rolled, f.write(b"abc"), f.name, f.mode, f.tell(), f._rolled, f.write(b"def"), f._rolled, type(f.name), f.mode, f.seek(0), f.read(), f.readable(), f.writable(), f.seekable(), f.isatty(), f.closed, f.close(), f.closed, attempt(f.__enter__), attempt(f.write, b"x"))
with SpooledTemporaryFile(mode="w+", newline="") as f: print(f.write("a\r\nb\n"), f.seek(0), f.readlines(), f.encoding, f.errors, f.newlines, f.mode, f.name, f.rollover(), f.seek(0), repr(f.readline()), list(f), f._rolled, f.truncate(1), f.seek(0), f.read(), f.flush(), isinstance(f, io.IOBase))
with SpooledTemporaryFile(10) as f: print(f.writelines([b"ab", b"cd"]), f._rolled, f.truncate(3), f.seek(0), f.read1(2), f.readinto(bytearray(3)), f.truncate(20), f._rolled, f.fileno() > 2, os.fstat(f.fileno()).st_size)
with SpooledTemporaryFile() as f: print(f.write(b"x" * 100000), f._rolled, f.fileno() > 2, f._rolled)
# TemporaryDirectory
with TemporaryDirectory(prefix="dir-") as d:
    print(os.path.isdir(d), os.path.basename(d)[:4], type(d)); os.makedirs(d + "/a/b/c"); open(d + "/a/b/f", "w").close(); os.symlink(home, d + "/a/link"); os.symlink("nowhere", d + "/dangling"); os.mkdir(d + "/shut", 0)
print(os.path.exists(d), os.path.isdir(home))
d = TemporaryDirectory(); print(repr(d) == f"<TemporaryDirectory {d.name!r}>", os.path.isdir(d.name), d.cleanup(), os.path.exists(d.name), d.cleanup(), d._finalizer.alive)
d = TemporaryDirectory(delete=False); d.__exit__(None, None, None); print(os.path.isdir(d.name), d.cleanup(), os.path.exists(d.name))
with TemporaryDirectory() as d: os.rmdir(d)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always"); d = TemporaryDirectory(); name = d.name; message = f"Implicitly cleaning up {d!r}"; del d
print([(w.category.__name__, str(w.message) == message) for w in seen], os.path.exists(name))
try:
    with TemporaryDirectory() as d: open(d + "/f", "w").write("x"); 1 / 0
except ZeroDivisionError as e: print(e, os.path.exists(d))
print(TemporaryDirectory[str], SpooledTemporaryFile[bytes], os.listdir(home))
os.environ["TMPDIR"] = home + "/none"; tempfile.tempdir = None; print(os.path.isdir(gettempdir()), gettempdir() != home)
tempfile.tempdir = os.fsencode(home); print(gettempdir() == home, type(mkdtemp())); [os.rmdir(os.path.join(home, n)) for n in os.listdir(home)]; os.rmdir(home)
