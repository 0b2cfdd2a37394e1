import os
import stat

top = "/tmp/ouro_test_os_%s" % os.urandom(8).hex()
os.makedirs(os.path.join(top, "a", "b"))
os.chdir(top)
for name in ("one", "a/two", "a/b/three"):
    with open(name, "w") as f:
        f.write(name)
os.symlink("one", "link")
os.symlink("a", "folder_link")
print(sorted(os.listdir()), sorted(os.listdir(b"a")), os.readlink("link"), os.getcwd() == top)
for folder, folders, files in os.walk(".", topdown=True):
    folders.sort()
    print(folder, folders, sorted(files))
print([row[0] for row in os.walk(".", topdown=False)], list(os.walk("nowhere")))
with os.scandir() as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_dir(follow_symlinks=False),
              entry.stat().st_size if entry.is_file() else "-", entry.inode() == entry.stat(follow_symlinks=False).st_ino)
st = os.stat("one")
print(st.st_size, stat.filemode(st.st_mode)[0], oct(stat.S_IMODE(os.stat("one").st_mode) & 0o600), len(st), st[6], st.st_mtime_ns // 10**9 == int(st.st_mtime))
os.chmod("one", 0o640)
os.utime("one", (1000, 2000.5))
print(oct(os.stat("one").st_mode), os.path.getmtime("one"), os.stat("one").st_atime_ns, os.access("one", os.R_OK), os.path.samefile("one", "link"))
os.rename("one", "uno")
os.replace("uno", "a/two")
print(os.path.exists("link"), os.path.lexists("link"), open("a/two").read(), os.path.islink("link"), os.path.isdir("folder_link"))
os.truncate("a/two", 2)
print(os.path.getsize("a/two"), os.path.relpath("a/b", "a"), os.path.realpath("folder_link/b") == os.path.join(os.path.realpath(top), "a/b"))
os.makedirs("a/b", exist_ok=True)
for call, *args in ((os.makedirs, "a/b"), (os.mkdir, "a"), (os.rmdir, "a"), (os.remove, "nope"), (os.listdir, "nope"), (os.stat, "nope"),
                    (os.rename, "x", "y"), (os.scandir, "nope"), (os.open, "nope", os.O_RDONLY), (os.remove, 1.5), (os.listdir, 1.5),
                    (os.mkdir, "a\0b"), (os.chdir, "nope"), (os.readlink, "a"), (os.fspath, 3), (os.stat, [])):
    try:
        call(*args)
    except Exception as error:
        print(call.__name__, type(error).__name__, error)


class Named:
    def __fspath__(self):
        return "a/two"


class Abstract(os.PathLike):
    pass


print(os.stat(Named()).st_size, isinstance(Named(), os.PathLike), issubclass(str, os.PathLike), os.fsencode("\udcff"), ascii(os.fsdecode(b"\xff")))
Named.__fspath__ = None
for call in os.fspath, open, os.stat:
    try:
        call(Named())
    except TypeError as error:
        print(error)
try:
    Abstract()
except TypeError as error:
    print(error)
os.unlink("link"), os.unlink("folder_link"), os.unlink("a/two"), os.unlink("a/b/three")
os.chdir("/")
os.removedirs(os.path.join(top, "a", "b"))
print(os.path.exists(top))
