/* lib/posix_descriptor.c - functions of posix on file descriptors. */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/posix_module.h"
#include "lib/struct_sequence.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* None or OSError. */
static Value done(int result) { return result < 0 ? raise_os(errno, NULL) : VALUE_NONE; }
static Value number(int64_t result) { return result < 0 ? raise_os(errno, NULL) : int_value(result); }

static Value py_posix_open(const Ref *args) {
    PathArgument path;
    int flags, mode, folder, fd;
    if (!posix_int(args[1], &flags) || !posix_int(args[2], &mode) ||
        !posix_path_in("open", args[0], PATH_NAME, args[3], &path, &folder))
        return NULL;
    do fd = openat(folder, path.text, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR && runtime_poll());
    Value result = fd >= 0 ? small_int_value(fd) : error_set() ? NULL : posix_raise(&path);
    posix_path_done(&path);
    return result;
}

static Value py_posix_close(const Ref *args) {
    int fd;
    return posix_int(args[0], &fd) ? done(close(fd)) : NULL;
}

static Value py_posix_closerange(const Ref *args) {
    int low, high;
    if (!posix_int(args[0], &low) || !posix_int(args[1], &high)) return NULL;
    for (int fd = low < 0 ? 0 : low; fd < high; fd++) close(fd);
    return VALUE_NONE;
}

static Value py_posix_read(const Ref *args) {
    int fd;
    int64_t size;
    ssize_t got;
    if (!posix_int(args[0], &fd) || !index_as_int64(args[1], &size, &type_OverflowError)) return NULL;
    if (size < 0) return raise_os(EINVAL, NULL);
    Value buffer = bytes_alloc((size_t)size), result = NULL;
    if (!buffer) return NULL;
    do got = read(fd, bytes_data(buffer), (size_t)size);
    while (got < 0 && errno == EINTR && runtime_poll());
    if (got >= 0) result = got == size ? retain(buffer) : bytes_from(bytes_data(buffer), (size_t)got);
    else if (!error_set()) raise_os(errno, NULL);
    release(buffer);
    return result;
}

static Value py_posix_pread(const Ref *args) {
    int fd;
    int64_t size, offset;
    if (!posix_int(args[0], &fd) || !index_as_int64(args[1], &size, &type_OverflowError) ||
        !index_as_int64(args[2], &offset, &type_OverflowError))
        return NULL;
    if (size < 0) return raise_os(EINVAL, NULL);
    Value buffer = bytes_alloc((size_t)size);
    if (!buffer) return NULL;
    ssize_t got = pread(fd, bytes_data(buffer), (size_t)size, (off_t)offset);
    Value result = got < 0 ? raise_os(errno, NULL) : bytes_from(bytes_data(buffer), (size_t)got);
    release(buffer);
    return result;
}

static Value py_posix_pwrite(const Ref *args) {
    int fd;
    int64_t offset;
    ByteView view;
    if (!posix_int(args[0], &fd) || !index_as_int64(args[2], &offset, &type_OverflowError) ||
        !byte_view(args[1], &view))
        return NULL;
    Value result = number(pwrite(fd, view.data, view.length, (off_t)offset));
    byte_view_done(&view);
    return result;
}

static Value py_posix_write(const Ref *args) {
    int fd;
    ByteView view;
    ssize_t written;
    if (!posix_int(args[0], &fd) || !byte_view(args[1], &view)) return NULL;
    do written = write(fd, view.data, view.length);
    while (written < 0 && errno == EINTR && runtime_poll());
    Value result = written >= 0 ? int_value(written) : error_set() ? NULL : raise_os(errno, NULL);
    byte_view_done(&view);
    return result;
}

static Value py_posix_lseek(const Ref *args) {
    int fd, whence;
    int64_t position;
    if (!posix_int(args[0], &fd) || !index_as_int64(args[1], &position, &type_OverflowError) ||
        !posix_int(args[2], &whence))
        return NULL;
    return number(lseek(fd, (off_t)position, whence));
}

static Value py_posix_pipe(const Ref *args) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) return raise_os(errno, NULL);
    return tuple_pack(2, small_int_value(ends[0]), small_int_value(ends[1]));
}

static Value py_posix_dup(const Ref *args) {
    int fd;
    return posix_int(args[0], &fd) ? number(fcntl(fd, F_DUPFD_CLOEXEC, 0)) : NULL;
}

static Value py_posix_dup2(const Ref *args) {
    int from, to;
    Lookup inheritable = truth(args[2]);
    if (inheritable == FAILED || !posix_int(args[0], &from) || !posix_int(args[1], &to)) return NULL;
    return number(inheritable == FOUND || from == to ? dup2(from, to) : dup3(from, to, O_CLOEXEC));
}

static Value py_posix_isatty(const Ref *args) {
    int fd;
    return posix_int(args[0], &fd) ? bool_value(isatty(fd)) : NULL;
}

static Value py_posix_fsync(const Ref *args) {
    int fd;
    return posix_int(args[0], &fd) ? done(fsync(fd)) : NULL;
}

static Value py_posix_fdatasync(const Ref *args) {
    int fd;
    return posix_int(args[0], &fd) ? done(fdatasync(fd)) : NULL;
}

static Value py_posix_fchdir(const Ref *args) {
    int fd;
    return posix_int(args[0], &fd) ? done(fchdir(fd)) : NULL;
}

static Value py_posix_fchmod(const Ref *args) {
    int fd, mode;
    return posix_int(args[0], &fd) && posix_int(args[1], &mode) ? done(fchmod(fd, (mode_t)mode)) : NULL;
}

static Value py_posix_set_blocking(const Ref *args) {
    int fd;
    Lookup wanted = truth(args[1]);
    if (wanted == FAILED || !posix_int(args[0], &fd)) return NULL;
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0) return raise_os(errno, NULL);
    return done(fcntl(fd, F_SETFL, wanted == FOUND ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}

static Value py_posix_ftruncate(const Ref *args) {
    int fd;
    int64_t length;
    if (!posix_int(args[0], &fd) || !index_as_int64(args[1], &length, &type_OverflowError)) return NULL;
    return done(ftruncate(fd, (off_t)length));
}

/* Whether a flag of a descriptor, asked for by this command of fcntl(), is not set. */
static Value lacks_flag(Ref descriptor, int command, int flag) {
    int fd;
    if (!posix_int(descriptor, &fd)) return NULL;
    int flags = fcntl(fd, command);
    return flags < 0 ? raise_os(errno, NULL) : bool_value(!(flags & flag));
}

static Value py_posix_get_inheritable(const Ref *args) { return lacks_flag(args[0], F_GETFD, FD_CLOEXEC); }
static Value py_posix_get_blocking(const Ref *args) { return lacks_flag(args[0], F_GETFL, O_NONBLOCK); }

static Value py_posix_set_inheritable(const Ref *args) {
    int fd;
    Lookup wanted = truth(args[1]);
    if (wanted == FAILED || !posix_int(args[0], &fd)) return NULL;
    return done(fcntl(fd, F_SETFD, wanted == FOUND ? 0 : FD_CLOEXEC));
}

static const GetSetDef terminal_size_getsets[] = {
    STRUCT_FIELD(0, "columns", DOC("Characters of a line.")),
    STRUCT_FIELD(1, "lines", DOC("Lines of the window.")),
    STRUCT_SHAPE(2, 2),
};

Type type_terminal_size = {
    STRUCT_SEQUENCE(terminal_size, "os", "terminal_size", terminal_size_getsets),
    .doc = "Size of a terminal window: (columns, lines).",
};

static Value py_posix_get_terminal_size(const Ref *args) {
    int fd;
    struct winsize size;
    if (!posix_int(args[0], &fd)) return NULL;
    if (ioctl(fd, TIOCGWINSZ, &size) < 0) return raise_os(errno, NULL);
    Value items[2] = {small_int_value(size.ws_col), small_int_value(size.ws_row)};
    return struct_sequence_steal(&type_terminal_size, items, 2, 2);
}

const NativeDef posix_descriptor_functions[] = {
    {"open(path, flags, mode=511, *, dir_fd=None)", py_posix_open, DOC("Open a file and return its descriptor."), 0},
    {"close(fd)", py_posix_close, DOC("Close a descriptor."), 0},
    {"closerange(fd_low, fd_high, /)", py_posix_closerange, DOC("Close the descriptors from fd_low to below fd_high."),
     0},
    {"read(fd, length, /)", py_posix_read, DOC("Read at most length bytes."), 0},
    {"write(fd, data, /)", py_posix_write, DOC("Write bytes and return how many were written."), 0},
    {"pread(fd, length, offset, /)", py_posix_pread, DOC("Read at most length bytes from a position, which stays."), 0},
    {"pwrite(fd, buffer, offset, /)", py_posix_pwrite, DOC("Write bytes at a position; the descriptor's stays."), 0},
    {"lseek(fd, position, whence, /)", py_posix_lseek, DOC("Set the position of a descriptor and return it."), 0},
    {"pipe()", py_posix_pipe, DOC("Make a pipe and return (descriptor to read, descriptor to write)."), 0},
    {"dup(fd, /)", py_posix_dup, DOC("Return a new descriptor of the same file."), 0},
    {"dup2(fd, fd2, inheritable=True)", py_posix_dup2, DOC("Make fd2 a descriptor of the same file."), 0},
    {"isatty(fd, /)", py_posix_isatty, DOC("Return whether the descriptor is a terminal."), 0},
    {"fsync(fd)", py_posix_fsync, DOC("Have what was written stored for good."), 0},
    {"fdatasync(fd)", py_posix_fdatasync, DOC("Have the contents of what was written stored for good."), 0},
    {"fchdir(fd)", py_posix_fchdir, DOC("Change the current folder to an open one."), 0},
    {"fchmod(fd, mode)", py_posix_fchmod, DOC("Change the permissions of an open file."), 0},
    {"set_blocking(fd, blocking, /)", py_posix_set_blocking, DOC("Set whether reading waits for data."), 0},
    {"ftruncate(fd, length, /)", py_posix_ftruncate, DOC("Cut a file at length bytes."), 0},
    {"get_inheritable(fd, /)", py_posix_get_inheritable,
     DOC("Return whether programs that are started get the descriptor."), 0},
    {"set_inheritable(fd, inheritable, /)", py_posix_set_inheritable,
     DOC("Set whether programs that are started get the descriptor."), 0},
    {"get_blocking(fd, /)", py_posix_get_blocking, DOC("Return whether reading waits for data."), 0},
    {"get_terminal_size(fd=1, /)", py_posix_get_terminal_size, DOC("Return the size of a terminal window."), 0},
    {0},
};
