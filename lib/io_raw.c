/* lib/io_raw.c - the type FileIO: a descriptor, read and written without a buffer.
 *
 * Owns:      opening, reading, writing, closing of descriptors.
 * Invariant: see io.h.
 * Not here:  buffers (io_buffered.c), open() (io_open.c).
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/path.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

/* --- Opening ----------------------------------------------------------------------------------------------------- */

static bool raise_modes(void) {
    return raise_false(&type_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
}

bool file_io_parse_mode(const char *mode, FileIO *f, int *flags) {
    bool kind = false, plus = false;
    f->readable = f->writable = f->created = f->appending = false;
    *flags = O_CLOEXEC;
    for (const char *p = mode; *p; p++) {
        if (strchr("xrwa", *p)) {
            if (kind) return raise_modes();
            kind = true;
            f->readable = *p == 'r';
            f->writable = *p != 'r';
            f->created = *p == 'x';
            f->appending = *p == 'a';
            *flags |= *p == 'x' ? O_EXCL | O_CREAT : *p == 'w' ? O_CREAT | O_TRUNC : *p == 'a' ? O_APPEND | O_CREAT : 0;
        } else if (*p == '+') {
            if (plus) return raise_modes();
            plus = true;
        } else if (*p != 'b') {
            return raise_false(&type_ValueError, "invalid mode: %s", mode);
        }
    }
    if (!kind) return raise_modes();
    if (plus) f->readable = f->writable = true;
    *flags |= f->readable && f->writable ? O_RDWR : f->readable ? O_RDONLY : O_WRONLY;
    return true;
}

static bool open_by_path(FileIO *f, Ref file, int flags) {
    Value path = path_encode(file);
    if (!path) return false;
    do f->fd = open((const char *)bytes_data(path), flags, 0666);
    while (f->fd < 0 && errno == EINTR && runtime_poll());
    release(path);
    if (f->fd < 0 && !error_set()) raise_os(errno, file);
    return f->fd >= 0;
}

static bool open_by_opener(FileIO *f, Ref file, int flags, Ref opener) {
    int64_t fd;
    Value number = call_2(opener, file, small_int_value(flags));
    if (!number) return false;
    bool is_number = is_int(number) && int_as_int64(number, &fd);
    release(number);
    if (!is_number) return raise_false(&type_TypeError, "expected integer from opener");
    if (fd < 0) return raise_false(&type_ValueError, "opener returned %ld", (long)fd);
    f->fd = (int)fd;
    return fcntl(f->fd, F_SETFD, FD_CLOEXEC) == 0 || (raise_os(errno, NULL), false);
}

static bool take_descriptor(FileIO *f, Ref file) {
    int64_t fd;
    if (!path_check_number(file)) return false;
    if (!int_as_int64(file, &fd) || fd > INT32_MAX)
        return raise_false(&type_TypeError, "expected str, bytes or os.PathLike object, not %T", file);
    if (fd < 0) return raise_false(&type_ValueError, "negative file descriptor");
    f->fd = (int)fd;
    return true;
}

/* What is open is no folder. */
static bool check_kind(FileIO *f, Ref file) {
    struct stat status;
    if (fstat(f->fd, &status) == 0) {
        if (!S_ISDIR(status.st_mode)) return true;
        errno = EISDIR;
    } else if (errno != EBADF) {
        return true;
    }
    raise_os(errno, is_int(file) && errno == EBADF ? NULL : file);
    return false;
}

static bool open_file(Ref self, Ref file, const char *mode, bool close_fd, Ref opener) {
    FileIO *f = as_file_io(self);
    int flags;
    if (f->fd >= 0 && !file_io_close(self)) return false;
    if (!file_io_parse_mode(mode, f, &flags)) return false;
    bool given = is_int(file);
    if (!given && !close_fd) return raise_false(&type_ValueError, "Cannot use closefd=False with file name");
    f->close_fd = close_fd;
    f->closed = false;
    f->seekable = -1;
    Value name = given ? retain(file) : path_fspath(file);
    if (!name) return false;
    bool ok = given             ? take_descriptor(f, file)
              : is_none(opener) ? open_by_path(f, name, flags)
                                : open_by_opener(f, name, flags, opener);
    ok = ok && check_kind(f, name) && setattr(self, NAME(name), name);
    if (ok && f->appending) f->seekable = lseek(f->fd, 0, SEEK_END) >= 0;
    release(name);
    if (!ok && f->fd >= 0) {
        if (!given) close(f->fd);
        f->fd = -1;
    }
    return ok;
}

static Value file_io_make(Type *type) {
    FileIO *f = object_new(type, type->size);
    f->fd = -1;
    f->seekable = -1;
    f->close_fd = true;
    return value_of(f);
}

Value file_io_open(Ref file, const char *mode, bool close_fd, Ref opener) {
    Value self = file_io_make(&type_file_io);
    if (open_file(self, file, mode, close_fd, opener)) return self;
    release(self);
    return NULL;
}

Value file_io_new(int fd, Ref name, const char *mode, bool close_fd) {
    Value self = file_io_make(&type_file_io);
    FileIO *f = as_file_io(self);
    int flags;
    f->close_fd = close_fd;
    if (file_io_parse_mode(mode, f, &flags) && instance_set(self, NAME(name), name) == FOUND) {
        f->fd = fd;
        return self;
    }
    release(self);
    return NULL;
}

static Value py_file_io_init(const Ref *args) {
    Utf8 mode;
    if (!is_str(args[2])) return raise(&type_TypeError, "FileIO() argument 'mode' must be str, not %O", args[2]);
    Lookup close_fd = truth(args[3]);
    if (close_fd == FAILED || !str_utf8(args[2], &mode, false)) return NULL;
    bool ok = open_file(args[0], args[1], mode.text, close_fd == FOUND, args[4]);
    str_utf8_done(&mode);
    return ok ? VALUE_NONE : NULL;
}
static const NativeDef file_io_init = {"FileIO(file, mode='r', closefd=True, opener=None)", py_file_io_init, 0, 0};

/* --- What C code calls ------------------------------------------------------------------------------------------- */

static bool check_open(const FileIO *f) {
    return f->fd >= 0 || raise_false(&type_ValueError, "I/O operation on closed file");
}

int64_t file_io_read(FileIO *f, uint8_t *data, size_t size) {
    if (!check_open(f)) return -1;
    if (!f->readable) return io_unsupported("File not open for reading"), -1;
    for (;;) {
        ssize_t got = read(f->fd, data, size);
        if (got >= 0) return got;
        if (errno == EAGAIN) return -2;
        if (errno != EINTR) return raise_os(errno, NULL), -1;
        if (!runtime_poll()) return -1;
    }
}

int64_t file_io_write(FileIO *f, const uint8_t *data, size_t size) {
    if (!check_open(f)) return -1;
    if (!f->writable) return io_unsupported("File not open for writing"), -1;
    for (;;) {
        ssize_t done = write(f->fd, data, size);
        if (done >= 0) return done;
        if (errno == EAGAIN) return -2;
        if (errno != EINTR) return raise_os(errno, NULL), -1;
        if (!runtime_poll()) return -1;
    }
}

int64_t file_io_seek(FileIO *f, int64_t offset, int whence) {
    if (!check_open(f)) return -1;
    off_t position = lseek(f->fd, offset, whence);
    if (f->seekable < 0) f->seekable = position >= 0;
    if (position < 0) raise_os(errno, NULL);
    return position;
}

/* Bytes that are likely to follow: of a plain file those behind the position. */
static size_t expected_bytes(const FileIO *f) {
    struct stat status;
    if (fstat(f->fd, &status) != 0 || status.st_size <= 0) return IO_BUFFER_SIZE;
    off_t position = lseek(f->fd, 0, SEEK_CUR);
    if (position < 0 || position > status.st_size) return IO_BUFFER_SIZE;
    return (size_t)(status.st_size - position) + 1;
}

Value file_io_read_all(FileIO *f) {
    if (!check_open(f)) return NULL;
    StrBuilder b;
    builder_init(&b);
    size_t room = expected_bytes(f);
    int64_t got = 0;
    do {
        builder_reserve(&b, room, 255);
        if (b.failed) break;
        got = file_io_read(f, b.data + b.length, b.capacity - b.length);
        if (got > 0) b.length += (size_t)got;
        if (b.length == b.capacity) room = b.capacity;
        else room = 1;
    } while (got > 0);
    b.all |= 255;
    if (got != -1 && !(got == -2 && b.length == 0)) return bytes_finish(&b);
    builder_abandon(&b);
    return got == -2 ? VALUE_NONE : NULL;
}

bool file_io_close(Ref self) {
    FileIO *f = as_file_io(self);
    int fd = f->fd;
    f->fd = -1;
    f->closed = true;
    return fd < 0 || !f->close_fd || close(fd) == 0 || errno == EINTR || (raise_os(errno, NULL), false);
}

/* --- Methods ----------------------------------------------------------------------------------------------------- */

/* The result of a read into result, which has room for more. */
static Value read_result(Value room, int64_t got) {
    Value result = got >= 0 ? bytes_from(bytes_data(room), (size_t)got) : got == -2 ? VALUE_NONE : NULL;
    release(room);
    return result;
}

/* Unlike read() it does not ask whether the file may be read: the system refuses. */
static Value py_file_io_readall(const Ref *args) {
    FileIO *f = as_file_io(args[0]);
    if (f->fd >= 0 && !f->readable) return raise_os(EBADF, NULL);
    return file_io_read_all(f);
}

static Value py_file_io_read(const Ref *args) {
    FileIO *f = as_file_io(args[0]);
    int64_t size;
    if (!io_size(args[1], &size) || !check_open(f)) return NULL;
    if (!f->readable) return io_raise_unsupported("File not open for reading");
    if (size < 0) return call_method(args[0], NAME(readall), NULL, 0);
    Value room = bytes_alloc((size_t)size);
    return room ? read_result(room, file_io_read(f, bytes_data(room), (size_t)size)) : NULL;
}

static Value count_or_none(int64_t count) { return count >= 0 ? int_value(count) : count == -2 ? VALUE_NONE : NULL; }

static Value py_file_io_readinto(const Ref *args) {
    ByteView view;
    if (!io_writable_view(args[1], "readinto() argument 1", &view)) return NULL;
    int64_t got = file_io_read(as_file_io(args[0]), (uint8_t *)(uintptr_t)view.data, view.length);
    byte_view_done(&view);
    return count_or_none(got);
}

static Value py_file_io_write(const Ref *args) {
    ByteView view;
    if (!byte_view(args[1], &view)) return NULL;
    int64_t done = file_io_write(as_file_io(args[0]), view.data, view.length);
    byte_view_done(&view);
    return count_or_none(done);
}

static Value py_file_io_seek(const Ref *args) {
    FileIO *f = as_file_io(args[0]);
    int64_t offset, whence;
    if (!check_open(f) || !io_whence(args[2], &whence) || !io_offset(args[1], &offset)) return NULL;
    int64_t position = file_io_seek(f, offset, (int)whence);
    return position < 0 ? NULL : int_value(position);
}

static Value py_file_io_tell(const Ref *args) {
    int64_t position = file_io_seek(as_file_io(args[0]), 0, SEEK_CUR);
    return position < 0 ? NULL : int_value(position);
}

static Value py_file_io_truncate(const Ref *args) {
    FileIO *f = as_file_io(args[0]);
    int64_t size;
    if (!check_open(f)) return NULL;
    if (!f->writable) return io_raise_unsupported("File not open for writing");
    if (is_none(args[1]) ? (size = file_io_seek(f, 0, SEEK_CUR)) < 0 : !io_offset(args[1], &size)) return NULL;
    if (ftruncate(f->fd, size) != 0) return raise_os(errno, NULL);
    return is_none(args[1]) ? int_value(size) : retain(args[1]);
}

static Value py_file_io_close(const Ref *args) {
    if (as_file_io(args[0])->fd < 0) return VALUE_NONE;
    Value error = io_call(args[0], NAME(flush)) ? NULL : error_take();
    bool closed = file_io_close(args[0]);
    if (!error) return closed ? VALUE_NONE : NULL;
    if (!closed) error_clear();
    error_restore_steal(error);
    return NULL;
}

bool file_io_seekable(FileIO *f) {
    if (f->seekable < 0) f->seekable = lseek(f->fd, 0, SEEK_CUR) >= 0;
    return f->seekable;
}

static Value py_file_io_seekable(const Ref *args) {
    FileIO *f = as_file_io(args[0]);
    return check_open(f) ? bool_value(file_io_seekable(f)) : NULL;
}

#define QUESTION(name, answer)                                                                                         \
    static Value py_file_io_##name(const Ref *args) {                                                                  \
        FileIO *f = as_file_io(args[0]);                                                                               \
        return check_open(f) ? answer : NULL;                                                                          \
    }
QUESTION(readable, bool_value(f->readable))
QUESTION(writable, bool_value(f->writable))
QUESTION(fileno, small_int_value(f->fd))
QUESTION(isatty, bool_value(isatty(f->fd)))

static Value py_file_io_dealloc_warn(const Ref *args) {
    const FileIO *f = as_file_io(args[0]);
    if (f->fd >= 0 && f->close_fd) io_warn_unclosed(args[1]);
    return VALUE_NONE;
}

static const NativeDef file_io_methods[] = {
    IO_NO_PICKLE,
    {"read(size=-1, /)", py_file_io_read, DOC("Read up to size bytes with one call of the system."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"readall()", py_file_io_readall, DOC("Read until the end."), 0},
    {"readinto(buffer, /)", py_file_io_readinto, DOC("Fill a buffer; return how many bytes there were."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"write(b, /)", py_file_io_write, DOC("Write bytes with one call of the system; return how many."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"seek(pos, whence=0, /)", py_file_io_seek, DOC("Change the position and return it."), 0},
    {"tell()", py_file_io_tell, DOC("Return the position."), 0},
    {"truncate(size=None, /)", py_file_io_truncate, DOC("Cut the file at size, by default at the position."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"close()", py_file_io_close, DOC("Close the file."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"seekable()", py_file_io_seekable, DOC("Return whether seek() works."), 0},
    {"readable()", py_file_io_readable, DOC("Return whether the file was opened for reading."), 0},
    {"writable()", py_file_io_writable, DOC("Return whether the file was opened for writing."), 0},
    {"fileno()", py_file_io_fileno, DOC("Return the descriptor."), 0},
    {"isatty()", py_file_io_isatty, DOC("Return whether the file is a terminal."), 0},
    {"_dealloc_warn(source, /)", py_file_io_dealloc_warn, DOC("Warn about source when the file is open."), 0},
    {0},
};

static const char *mode_of(const FileIO *f) {
    if (f->created) return f->readable ? "xb+" : "xb";
    if (f->appending) return f->readable ? "ab+" : "ab";
    if (f->readable) return f->writable ? "rb+" : "rb";
    return "wb";
}

static Value get_closed(Ref self) { return bool_value(as_file_io(self)->fd < 0); }
static Value get_close_fd(Ref self) { return bool_value(as_file_io(self)->close_fd); }
static Value get_mode(Ref self) { return str_from_text(mode_of(as_file_io(self))); }

static Value get_block_size(Ref self) {
    struct stat status;
    bool known = as_file_io(self)->fd >= 0 && fstat(as_file_io(self)->fd, &status) == 0 && status.st_blksize > 1;
    return int_value(known ? status.st_blksize : IO_BUFFER_SIZE);
}

static const GetSetDef file_io_getsets[] = {
    {"closed", get_closed, NULL, DOC("Whether the file is closed.")},
    {"closefd", get_close_fd, NULL, DOC("Whether close() closes the descriptor.")},
    {"mode", get_mode, NULL, DOC("The mode, as open() takes it.")},
    {"_blksize", get_block_size, NULL, DOC("The size of the system's blocks."), true},
    {0},
};

static Value file_io_repr(Ref self) {
    const FileIO *f = as_file_io(self);
    if (f->fd < 0) return error_format("<%N [closed]>", type_of(self));
    Value name = NULL, text = NULL;
    Lookup has = getattr_try(self, NAME(name), &name);
    const char *close_fd = f->close_fd ? "True" : "False";
    if (has == FOUND)
        text = error_format("<%N name=%R mode='%s' closefd=%s>", type_of(self), name, mode_of(f), close_fd);
    if (has == MISSING)
        text = error_format("<%N fd=%d mode='%s' closefd=%s>", type_of(self), f->fd, mode_of(f), close_fd);
    release_maybe(name);
    return text;
}

static void file_io_finalize(Ref self) {
    const FileIO *f = as_file_io(self);
    if (f->fd >= 0 && f->close_fd) io_warn_unclosed(self);
    io_finalize(self);
}

Type type_file_io = {
    TYPE_HEAD(file_io),
    .name = "_io.FileIO",
    .module = "_io",
    .doc = "A file without a buffer: each read and each write is a call of the system.",
    .base = &type_raw_io_base,
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(FileIO),
    .shape_offset = offsetof(FileIO, slots),
    .traverse = io_traverse,
    .dispose = instance_dispose,
    .finalize = file_io_finalize,
    .make = file_io_make,
    .init = &file_io_init,
    .init_slot = NULL,
    .iter = io_iter,
    .next = io_next,
    .repr = file_io_repr,
    .methods = file_io_methods,
    .getsets = file_io_getsets,
};
