# dir_fd: names are looked up in an open folder; follow_symlinks=False: of the link itself.
import os

folder = "/tmp/ouro_dir_fd_%s" % os.urandom(8).hex()
os.mkdir(folder)
fd = os.open(folder, os.O_RDONLY)
os.mkdir("sub", dir_fd=fd)
file = os.open("a", os.O_WRONLY | os.O_CREAT, dir_fd=fd)
os.write(file, b"hey")
os.close(file)
os.symlink("a", "ln", dir_fd=fd)
os.link("a", "b", src_dir_fd=fd, dst_dir_fd=fd)
os.rename("b", "c", src_dir_fd=fd, dst_dir_fd=fd)
os.replace("c", "sub/c", src_dir_fd=fd, dst_dir_fd=fd)
print(sorted(os.listdir(fd)), os.readlink("ln", dir_fd=fd), os.access("a", os.R_OK, dir_fd=fd))
print(os.stat("ln", dir_fd=fd).st_size, os.stat("ln", dir_fd=fd, follow_symlinks=False).st_size)
os.chmod("a", 0o600, dir_fd=fd)
os.utime("a", (1, 2), dir_fd=fd)
os.utime(folder + "/ln", ns=(5, 6), follow_symlinks=False)
print(oct(os.stat("a", dir_fd=fd).st_mode), os.stat("a", dir_fd=fd).st_mtime, os.lstat("ln", dir_fd=fd).st_mtime_ns)
for topdown in True, False:
    print([(name[len(folder):], sorted(folders), sorted(files)) for name, folders, files, _ in os.fwalk(folder, topdown)])
print([name for name, *_ in os.fwalk(".", dir_fd=fd)])
info = os.statvfs(folder)
print(len(info), type(info).__name__, info.f_namemax == os.fstatvfs(fd).f_namemax)
for call in [
    lambda: os.stat("nope", dir_fd=fd),
    lambda: os.stat("a", dir_fd="a"),
    lambda: os.stat(fd, dir_fd=fd),
    lambda: os.rename("n", "m", src_dir_fd=fd),
    lambda: list(os.fwalk("/nonexistent")),
    lambda: os.sysconf("zz"),
    lambda: (os.stat in os.supports_dir_fd, os.access in os.supports_effective_ids, os.scandir in os.supports_fd),
    lambda: (os.major(259), os.minor(259), os.makedev(1, 3)),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
for name in "a", "ln", "sub/c":
    os.unlink(name, dir_fd=fd)
os.rmdir("sub", dir_fd=fd)
os.close(fd)
os.rmdir(folder)
