#include "lib/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

enum { BUFFER_SIZE = 8192 };

Value file_new(int fd, Ref name, const char *mode, const char *encoding, const char *errors, bool close_fd) {
    bool binary = strchr(mode, 'b') != NULL, plus = strchr(mode, '+') != NULL;
    File *f = object_new(binary ? &type_binary_file : &type_file, sizeof(File));
    f->fd = fd;
    f->binary = binary;
    f->readable = plus || strchr(mode, 'r');
    f->writable = plus || !strchr(mode, 'r');
    f->append = strchr(mode, 'a') != NULL;
    f->close_fd = close_fd;
    f->name = retain(name);
    f->mode = str_from_text(mode);
    if (binary) return value_of(f);
    const Codec *codec = codec_find(encoding ? encoding : "utf-8");
    if (!codec) {
        release(value_of(f));
        return NULL;
    }
    f->encoding = str_from_text(encoding ? encoding : "utf-8");
    f->errors = str_from_text(errors ? errors : "strict");
    f->raw_utf8 = strcmp(codec_name(codec), "utf-8") == 0;
    return value_of(f);
}

static bool check_open(File *f) { return f->fd >= 0 || raise_false(&type_ValueError, "I/O operation on closed file."); }

/* Writing. */

static bool write_all(File *f, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t done = write(f->fd, bytes, length);
        if (done >= 0) {
            bytes += done;
            length -= (size_t)done;
        } else if (errno != EINTR) {
            return raise_os(errno, NULL), false;
        } else if (!runtime_poll()) {
            return false;
        }
    }
    return true;
}

bool file_flush(Ref file) {
    File *f = as_file(file);
    if (!check_open(f)) return false;
    size_t count = f->out_count;
    f->out_count = 0; /* what cannot be written is dropped, so that closing does not fail again */
    return count == 0 || write_all(f, f->out, count);
}

/* Bytes that were read ahead are given back, so that writing goes on where the program thinks it is. */
static void forget_input(File *f) {
    if (f->in_count > f->in_next) lseek(f->fd, -(off_t)(f->in_count - f->in_next), SEEK_CUR);
    f->in_count = f->in_next = 0;
    f->at_end = false;
}

static bool make_buffer(char **buffer, size_t *capacity, size_t size) {
    if (*capacity >= size) return true;
    char *grown = mem_raw_resize_try(&rt()->mem, *buffer, *capacity, size);
    if (!grown) return raise_memory(), false;
    *buffer = grown;
    *capacity = size;
    return true;
}

bool file_write_bytes(Ref file, const char *bytes, size_t length) {
    File *f = as_file(file);
    if (!check_open(f)) return false;
    if (!f->writable) return raise_false(&type_OSError, "not writable");
    if (f->in_count) forget_input(f);
    if (!make_buffer(&f->out, &f->out_capacity, BUFFER_SIZE)) return false;
    if (f->out_count + length > f->out_capacity && !file_flush(file)) return false;
    if (length >= f->out_capacity) return write_all(f, bytes, length);
    memcpy(f->out + f->out_count, bytes, length);
    f->out_count += length;
    if (f->write_through || (f->line_buffered && memchr(bytes, '\n', length))) return file_flush(file);
    return true;
}

static const char *newline_text(FileNewline newline) { return newline == NEWLINE_CR ? "\r" : "\r\n"; }

/* Writes encoded bytes, with "\n" written as the file's newline says. */
static bool write_encoded(Ref file, const char *bytes, size_t length) {
    FileNewline newline = as_file(file)->newline;
    if (newline != NEWLINE_CR && newline != NEWLINE_CRLF) return file_write_bytes(file, bytes, length);
    const char *end = bytes + length;
    while (bytes < end) {
        const char *stop = memchr(bytes, '\n', (size_t)(end - bytes));
        size_t plain = (size_t)((stop ? stop : end) - bytes);
        if (!file_write_bytes(file, bytes, plain)) return false;
        if (!stop) break;
        if (!file_write_bytes(file, newline_text(newline), strlen(newline_text(newline)))) return false;
        bytes = stop + 1;
    }
    return true;
}

bool file_write_text(Ref file, Ref text) {
    File *f = as_file(file);
    if (f->raw_utf8 && str_is_ascii(text)) return write_encoded(file, (const char *)str_data(text), str_length(text));
    Value bytes = codec_encode_object(text, f->encoding, f->errors, "encode");
    if (!bytes) return false;
    bool ok = write_encoded(file, (const char *)bytes_data(bytes), bytes_length(bytes));
    release(bytes);
    return ok;
}

bool file_write_any(Ref file, Ref text) {
    if (is_exact(file, &type_file)) return file_write_text(file, text);
    Value result = call_method(file, NAME(write), &text, 1);
    release_maybe(result);
    return result != NULL;
}

bool file_close(Ref file) {
    File *f = as_file(file);
    if (f->fd < 0) return true;
    bool ok = file_flush(file);
    if (f->close_fd && close(f->fd) != 0 && ok) ok = (raise_os(errno, NULL), false);
    f->fd = -1;
    return ok;
}

/* Reading. */

/* Reads more into the buffer; *got is false at the end of the file. */
static bool fill(File *f, bool *got) {
    if (!check_open(f)) return false;
    if (!f->readable) return raise_false(&type_OSError, "not readable");
    if (f->out_count && !file_flush(value_of(f))) return false;
    if (f->in_next > 0) {
        memmove(f->in, f->in + f->in_next, f->in_count - f->in_next);
        f->in_count -= f->in_next;
        f->in_next = 0;
    }
    size_t want = f->in_count < BUFFER_SIZE ? BUFFER_SIZE : f->in_count * 2;
    if (f->in_count == f->in_capacity && !make_buffer(&f->in, &f->in_capacity, want)) return false;
    for (;;) {
        ssize_t done = read(f->fd, f->in + f->in_count, f->in_capacity - f->in_count);
        if (done >= 0) {
            f->in_count += (size_t)done;
            *got = done > 0;
            return true;
        }
        if (errno != EINTR) return raise_os(errno, NULL), false;
        if (!runtime_poll()) return false;
    }
}

/* A str or bytes of what was read, with newlines translated. */
static Value decode(File *f, const char *bytes, size_t length) {
    if (f->binary) return bytes_from((const uint8_t *)bytes, length);
    Value raw = bytes_from((const uint8_t *)bytes, length);
    Value text = raw ? codec_decode_object(raw, f->encoding, f->errors, "decode") : NULL;
    release_maybe(raw);
    if (!text || f->newline != NEWLINE_UNIVERSAL || !memchr(bytes, '\r', length)) return text;
    StrBuilder b;
    builder_init(&b);
    for (size_t i = 0; i < str_length(text); i++) {
        uint32_t c = str_at(text, i);
        if (c == '\r' && i + 1 < str_length(text) && str_at(text, i + 1) == '\n') continue;
        builder_char(&b, c == '\r' ? '\n' : c);
    }
    release(text);
    return builder_finish(&b);
}

/* Where the first line in the buffer ends: bytes in it, or 0 when it is not complete. */
static size_t line_end(const File *f, size_t from) {
    const char *start = f->in + f->in_next;
    size_t have = f->in_count - f->in_next;
    for (size_t i = from; i < have; i++) {
        if (start[i] == '\n' && f->newline != NEWLINE_CR) {
            if (f->newline != NEWLINE_CRLF || (i > 0 && start[i - 1] == '\r')) return i + 1;
        }
        if (start[i] != '\r' || f->binary || f->newline == NEWLINE_LF || f->newline == NEWLINE_CRLF) continue;
        if (f->newline == NEWLINE_CR) return i + 1;
        if (i + 1 < have) return start[i + 1] == '\n' ? i + 2 : i + 1;
    }
    return 0;
}

/* The common case: a newline ends a line and nothing else does. */
static size_t simple_line_end(const File *f, size_t from) {
    size_t have = f->in_count - f->in_next;
    if (from >= have) return 0;
    const char *start = f->in + f->in_next, *stop = memchr(start + from, '\n', have - from);
    if (!f->binary && memchr(start + from, '\r', stop ? (size_t)(stop - start) - from : have - from))
        return line_end(f, from ? from - 1 : 0);
    return stop ? (size_t)(stop - start) + 1 : 0;
}

Value file_read_line(Ref file, int64_t limit) {
    File *f = as_file(file);
    size_t seen = 0, length;
    if (!check_open(f)) return NULL;
    while ((length = simple_line_end(f, seen)) == 0) {
        bool got = false;
        seen = f->in_count - f->in_next;
        if (limit >= 0 && seen >= (size_t)limit) break;
        if (!fill(f, &got)) return NULL;
        if (!got) break;
        if (seen > 0 && f->in[f->in_next + seen - 1] == '\r') seen--;
    }
    if (length == 0) length = f->in_count - f->in_next;
    if (limit >= 0 && length > (size_t)limit) length = (size_t)limit;
    Value line = decode(f, f->in + f->in_next, length);
    if (line) f->in_next += length;
    return line;
}

/* Bytes of the first count characters in the buffer (UTF-8), or all of them. */
static size_t characters_end(const File *f, int64_t count) {
    const char *start = f->in + f->in_next;
    size_t have = f->in_count - f->in_next, i = 0;
    if (f->binary) return have < (size_t)count ? have : (size_t)count;
    for (; i < have; i++)
        if (((uint8_t)start[i] & 0xc0) != 0x80 && count-- == 0) break;
    return i;
}

Value file_read(Ref file, int64_t count) {
    File *f = as_file(file);
    if (!check_open(f)) return NULL;
    bool got = true;
    if (count == 0) return decode(f, "", 0);
    /* a character may be cut at the end of the buffer: four bytes more than needed are enough */
    while (got && (count < 0 || f->in_count - f->in_next < (size_t)count * (f->binary ? 1 : 4) + 4)) {
        if (count >= 0 && characters_end(f, count) < f->in_count - f->in_next) break;
        if (!fill(f, &got)) return NULL;
    }
    size_t length = count < 0 ? f->in_count - f->in_next : characters_end(f, count);
    Value result = decode(f, f->in + f->in_next, length);
    if (result) f->in_next += length;
    return result;
}

/* The Python side. */

static Value py_file_write(const Ref *args) {
    File *f = as_file(args[0]);
    if (f->binary) {
        ByteView view;
        if (!byte_view(args[1], &view)) return NULL;
        size_t length = view.length;
        bool ok = file_write_bytes(args[0], (const char *)view.data, length);
        byte_view_done(&view);
        return ok ? int_value((int64_t)length) : NULL;
    }
    if (!is_str(args[1])) return raise(&type_TypeError, "write() argument must be str, not %T", args[1]);
    if (f->fd >= 0 && !f->writable) return raise(&type_OSError, "not writable");
    return file_write_text(args[0], args[1]) ? int_value((int64_t)str_length(args[1])) : NULL;
}

static Value py_file_writelines(const Ref *args) {
    Value iterator = iterate(args[1]), line;
    if (!iterator) return NULL;
    Lookup found;
    while ((found = iterate_next(iterator, &line)) == FOUND) {
        Ref both[2] = {args[0], line};
        Value result = py_file_write(both);
        release(line);
        if (!result) break;
        release(result);
    }
    release(iterator);
    return found == MISSING ? VALUE_NONE : NULL;
}

/* An optional size: None and negative mean no limit. */
static bool size_argument(Ref v, int64_t *size) {
    *size = -1;
    return is_none(v) || index_as_int64(v, size, NULL);
}

static Value py_file_read(const Ref *args) {
    int64_t size;
    return size_argument(args[1], &size) ? file_read(args[0], size) : NULL;
}

static Value py_file_readline(const Ref *args) {
    int64_t size;
    return size_argument(args[1], &size) ? file_read_line(args[0], size) : NULL;
}

static Value py_file_readlines(const Ref *args) { return list_of(args[0]); }
static Value py_file_flush(const Ref *args) { return file_flush(args[0]) ? VALUE_NONE : NULL; }
static Value py_file_close(const Ref *args) { return file_close(args[0]) ? VALUE_NONE : NULL; }
static Value py_file_fileno(const Ref *args) {
    return check_open(as_file(args[0])) ? small_int_value(as_file(args[0])->fd) : NULL;
}
static Value py_file_isatty(const Ref *args) {
    return check_open(as_file(args[0])) ? bool_value(isatty(as_file(args[0])->fd)) : NULL;
}
static Value py_file_readable(const Ref *args) {
    return check_open(as_file(args[0])) ? bool_value(as_file(args[0])->readable) : NULL;
}
static Value py_file_writable(const Ref *args) {
    return check_open(as_file(args[0])) ? bool_value(as_file(args[0])->writable) : NULL;
}

static Value py_file_seekable(const Ref *args) {
    if (!check_open(as_file(args[0]))) return NULL;
    return bool_value(lseek(as_file(args[0])->fd, 0, SEEK_CUR) >= 0);
}

static Value py_file_tell(const Ref *args) {
    File *f = as_file(args[0]);
    if (!check_open(f)) return NULL;
    off_t at = lseek(f->fd, 0, SEEK_CUR);
    if (at < 0) return raise_os(errno, NULL);
    return int_value((int64_t)at + (int64_t)f->out_count - (int64_t)(f->in_count - f->in_next));
}

static Value py_file_seek(const Ref *args) {
    File *f = as_file(args[0]);
    int64_t offset, whence;
    if (!index_as_int64(args[1], &offset, &type_OverflowError) ||
        !index_as_int64(args[2], &whence, &type_OverflowError))
        return NULL;
    if (!check_open(f) || !file_flush(args[0])) return NULL;
    if (!f->binary && whence == 1 && offset != 0) return raise(&type_OSError, "can't do nonzero cur-relative seeks");
    if (!f->binary && whence == 2 && offset != 0) return raise(&type_OSError, "can't do nonzero end-relative seeks");
    forget_input(f);
    off_t at = lseek(f->fd, (off_t)offset, (int)whence);
    return at < 0 ? raise_os(errno, NULL) : int_value(at);
}

static Value py_file_truncate(const Ref *args) {
    File *f = as_file(args[0]);
    if (!check_open(f) || !file_flush(args[0])) return NULL;
    Value size = is_none(args[1]) ? py_file_tell(args) : retain(args[1]);
    int64_t length;
    bool ok = size && index_as_int64(size, &length, &type_OverflowError);
    if (ok && ftruncate(f->fd, (off_t)length) != 0) ok = (raise_os(errno, NULL), false);
    if (ok) return size;
    release_maybe(size);
    return NULL;
}

static Value py_file_enter(const Ref *args) { return check_open(as_file(args[0])) ? retain(args[0]) : NULL; }
static Value py_file_exit(const Ref *args) { return file_close(args[0]) ? VALUE_NONE : NULL; }

static Value py_file_reconfigure(const Ref *args) {
    File *f = as_file(args[0]);
    if (!file_flush(args[0])) return NULL;
    if (!is_none(args[1])) slot_set(&f->encoding, args[1]);
    if (!is_none(args[2])) slot_set(&f->errors, args[2]);
    if (!is_none(args[3])) f->line_buffered = is_true(args[3]);
    f->raw_utf8 = str_equal_text(f->encoding, "utf-8") || str_equal_text(f->encoding, "utf8");
    return VALUE_NONE;
}

static const NativeDef file_methods[] = {
    {"write(text, /)", py_file_write, "Write text to the file and return the number of characters written.", 0},
    {"writelines(lines, /)", py_file_writelines, "Write a list of lines to the file.", 0},
    {"read(size=None, /)", py_file_read,
     "Read at most size characters; all that is left when size is negative or None.", 0},
    {"readline(size=None, /)", py_file_readline, "Read until newline or the end of the file.", 0},
    {"readlines(hint=None, /)", py_file_readlines, "Return a list of lines.", 0},
    {"flush()", py_file_flush, "Write out what is buffered.", 0},
    {"close()", py_file_close, "Flush and close the file.", 0},
    {"fileno()", py_file_fileno, "Return the underlying file descriptor.", 0},
    {"isatty()", py_file_isatty, "Return whether the file is a terminal.", 0},
    {"readable()", py_file_readable, "Return whether the file was opened for reading.", 0},
    {"writable()", py_file_writable, "Return whether the file was opened for writing.", 0},
    {"seekable()", py_file_seekable, "Return whether the file supports random access.", 0},
    {"tell()", py_file_tell, "Return the current position.", 0},
    {"seek(offset, whence=0, /)", py_file_seek, "Change the position.", 0},
    {"truncate(size=None, /)", py_file_truncate, "Cut the file at size, by default the current position.", 0},
    {"reconfigure(*, encoding=None, errors=None, line_buffering=None)", py_file_reconfigure,
     "Change the settings of a text file.", 0},
    {"__enter__()", py_file_enter, "Return the file.", 0},
    {"__exit__(*args)", py_file_exit, "Close the file.", 0},
    {0},
};

static Lookup file_next(Ref self, Value *line) {
    *line = file_read_line(self, -1);
    if (!*line) return FAILED;
    bool empty = as_file(self)->binary ? bytes_length(*line) == 0 : str_length(*line) == 0;
    if (!empty) return FOUND;
    release(*line);
    return MISSING;
}

static Value file_iter(Ref self) { return check_open(as_file(self)) ? retain(self) : NULL; }
static Value get_closed(Ref self) { return bool_value(as_file(self)->fd < 0); }
static Value get_name(Ref self) { return retain(as_file(self)->name); }
static Value get_mode(Ref self) { return retain(as_file(self)->mode); }
static Value get_encoding(Ref self) { return as_file(self)->encoding ? retain(as_file(self)->encoding) : VALUE_NONE; }
static Value get_errors(Ref self) { return as_file(self)->errors ? retain(as_file(self)->errors) : VALUE_NONE; }
static Value get_line_buffering(Ref self) { return bool_value(as_file(self)->line_buffered); }
static Value get_newlines(Ref self) { return VALUE_NONE; }

/* The binary file under a text file shares its descriptor. */
static Value get_buffer(Ref self) {
    File *f = as_file(self);
    if (!check_open(f) || !file_flush(self)) return NULL;
    return file_new(f->fd, f->name, f->readable && f->writable ? "r+b" : f->readable ? "rb" : "wb", NULL, NULL, false);
}

static const GetSetDef text_getsets[] = {
    {"closed", get_closed, NULL, "Whether the file is closed."},
    {"name", get_name, NULL, "The path or descriptor that was opened."},
    {"mode", get_mode, NULL, "The mode as given to open()."},
    {"encoding", get_encoding, NULL, "The name of the encoding."},
    {"errors", get_errors, NULL, "What happens to characters that cannot be converted."},
    {"line_buffering", get_line_buffering, NULL, "Whether a newline flushes."},
    {"newlines", get_newlines, NULL, "The kinds of line ends met so far, or None."},
    {"buffer", get_buffer, NULL, "The file as bytes."},
    {0},
};

static const GetSetDef binary_getsets[] = {
    {"closed", get_closed, NULL, "Whether the file is closed."},
    {"name", get_name, NULL, "The path or descriptor that was opened."},
    {"mode", get_mode, NULL, "The mode as given to open()."},
    {0},
};

static Value text_repr(Ref self) {
    File *f = as_file(self);
    return error_format("<_io.TextIOWrapper name=%R mode=%R encoding=%R>", f->name, f->mode, f->encoding);
}

static Value binary_repr(Ref self) { return error_format("<_io.%T name=%R>", self, as_file(self)->name); }

static void file_traverse(Ref self, Visit visit, void *context) {
    visit(as_file(self)->name, context);
    visit(as_file(self)->mode, context);
    visit(as_file(self)->encoding, context);
    visit(as_file(self)->errors, context);
}

static void file_finalize(Ref self) {
    if (!file_close(self)) error_unraisable(self);
}

static void file_dispose(Ref self) {
    File *f = as_file(self);
    /* a standard file is retired before the last objects go, and their __del__ may print */
    if (f->out_count && f->fd >= 0 && !file_flush(self)) error_clear();
    if (f->out) mem_raw_free(&rt()->mem, f->out, f->out_capacity);
    if (f->in) mem_raw_free(&rt()->mem, f->in, f->in_capacity);
}

#define FILE_TYPE(name_, text_name, getsets_, repr_)                                                                   \
    Type type_##name_ = {                                                                                              \
        TYPE_HEAD(name_),                                                                                              \
        .name = text_name,                                                                                             \
        .module = "_io",                                                                                               \
        .flags = TYPE_CONTAINER | TYPE_NO_NEW | TYPE_WEAKREF | TYPE_FINAL,                                             \
        .size = sizeof(File),                                                                                          \
        .traverse = file_traverse,                                                                                     \
        .finalize = file_finalize,                                                                                     \
        .dispose = file_dispose,                                                                                       \
        .repr = repr_,                                                                                                 \
        .iter = file_iter,                                                                                             \
        .next = file_next,                                                                                             \
        .methods = file_methods,                                                                                       \
        .getsets = getsets_,                                                                                           \
    }
FILE_TYPE(file, "TextIOWrapper", text_getsets, text_repr);
FILE_TYPE(binary_file, "BufferedRandom", binary_getsets, binary_repr);
