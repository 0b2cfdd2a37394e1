import os

r, w = os.pipe()
print(os.write(w, b"abc"), os.get_blocking(r), os.set_blocking(r, False), os.get_blocking(r), os.read(r, 10), os.get_inheritable(r))
for call, *args in ((os.read, r, 1), (os.read, r, -1), (os.write, r, b"x"), (os.write, w, "x"), (os.close, 9999), (os.fstat, 9999), (os.read, 2**40, 1)):
    try:
        print(call(*args))
    except Exception as error:
        print(call.__name__, type(error).__name__, error)
with os.fdopen(w, "w") as f:
    print(f.write("text"))
print(os.read(r, 100), os.read(r, 100), os.close(r))
name = "/tmp/ouro_test_descriptor_%s" % os.urandom(8).hex()
fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(fd, b"0123456789"), os.pread(fd, 3, 2), os.pwrite(fd, b"XY", 4), os.pread(fd, 20, 0), os.lseek(fd, 0, os.SEEK_CUR))
print(os.lseek(fd, -3, os.SEEK_END), os.read(fd, 2), os.ftruncate(fd, 5), os.fstat(fd).st_size, os.isatty(fd), os.fsync(fd))
second = os.dup(fd)
os.close(fd)
print(os.pread(second, 9, 0), os.close(second))
try:
    os.open(name, os.O_CREAT | os.O_EXCL)
except FileExistsError as error:
    print(error.errno, error.strerror)
os.remove(name)
print(os.strerror(2), os.sep, os.linesep == "\n", os.curdir, os.devnull, os.name, len(os.urandom(5)), os.uname().sysname)
