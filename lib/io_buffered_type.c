/* lib/io_buffered_type.c - the types BufferedReader, BufferedWriter and BufferedRandom. */
#include <stdio.h>

#include "lib/io_buffered.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

/* --- Making ------------------------------------------------------------------------------------------------------ */

static bool begin(Ref self, Ref raw, int64_t size) {
    Buffered *b = as_buffered(self);
    Type *kind = type_native_base(type_of(self));
    if (size <= 0) return raise_false(&type_ValueError, "buffer size must be strictly positive");
    if (!buffered_check_idle(self)) return false;
    if (b->in) mem_raw_free(&rt()->mem, b->in, b->size);
    if (b->out) mem_raw_free(&rt()->mem, b->out, b->size);
    b->in = b->out = NULL;
    b->in_next = b->in_count = b->out_count = 0;
    b->reads = kind != &type_buffered_writer;
    b->writes = kind != &type_buffered_reader;
    b->size = (size_t)size;
    b->detached = false;
    slot_set(&b->raw, raw);
    b->ready = true;
    return true;
}

static bool check_raw(Ref raw, Ref question, const char *message) {
    if (is_exact(raw, &type_file_io)) {
        bool able = question == NAME(readable) ? as_file_io(raw)->readable : as_file_io(raw)->writable;
        return able || io_unsupported(message);
    }
    Lookup answer = io_ask(raw, question);
    return answer == FOUND || (answer == MISSING && io_unsupported(message));
}

static Value begin_checked(const Ref *args, bool reads, bool writes, bool seeks) {
    int64_t size;
    if (!buffered_check_idle(args[0])) return NULL;
    as_buffered(args[0])->ready = false;
    if (!io_offset(args[2], &size)) return NULL;
    if (seeks) {
        Lookup seekable = io_ask(args[1], NAME(seekable));
        if (seekable == FAILED || (seekable == MISSING && !io_unsupported("File or stream is not seekable.")))
            return NULL;
    }
    if (reads && !check_raw(args[1], NAME(readable), "File or stream is not readable.")) return NULL;
    if (writes && !check_raw(args[1], NAME(writable), "File or stream is not writable.")) return NULL;
    return begin(args[0], args[1], size) ? VALUE_NONE : NULL;
}

static Value py_buffered_init_reader(const Ref *args) { return begin_checked(args, true, false, false); }
static Value py_buffered_init_writer(const Ref *args) { return begin_checked(args, false, true, false); }
static Value py_buffered_init_random(const Ref *args) { return begin_checked(args, true, true, true); }
static const NativeDef reader_init = {"BufferedReader(raw, buffer_size=8192)", py_buffered_init_reader, 0, 0};
static const NativeDef writer_init = {"BufferedWriter(raw, buffer_size=8192)", py_buffered_init_writer, 0, 0};
static const NativeDef random_init = {"BufferedRandom(raw, buffer_size=8192)", py_buffered_init_random, 0, 0};

static Value buffered_make(Type *type) { return value_of(object_new(type, type->size)); }

Value buffered_new(Type *type, Ref raw, size_t size) {
    Value self = buffered_make(type);
    if (begin(self, raw, (int64_t)size)) return self;
    release(self);
    return NULL;
}

/* --- Methods ----------------------------------------------------------------------------------------------------- */

static Value py_buffered_read(const Ref *args) {
    int64_t size;
    return io_size(args[1], &size) && buffered_check_ready(as_buffered(args[0])) ? buffered_read(args[0], size) : NULL;
}

static Value py_buffered_read1(const Ref *args) {
    int64_t size;
    return io_offset(args[1], &size) ? buffered_read1(args[0], size) : NULL;
}

static Value py_buffered_peek(const Ref *args) {
    int64_t size;
    return io_offset(args[1], &size) ? buffered_peek(args[0]) : NULL;
}

static Value py_buffered_readline(const Ref *args) {
    int64_t size;
    return io_size(args[1], &size) ? buffered_read_line(args[0], size) : NULL;
}

static Value read_into(const Ref *args, const char *what, bool whole) {
    ByteView view;
    if (!io_writable_view(args[1], what, &view)) return NULL;
    int64_t got = buffered_read_into(args[0], "readinto", (uint8_t *)(uintptr_t)view.data, view.length, whole, false);
    byte_view_done(&view);
    return got >= 0 ? int_value(got) : got == -2 ? VALUE_NONE : NULL;
}

static Value py_buffered_readinto(const Ref *args) { return read_into(args, "readinto() argument", true); }
static Value py_buffered_readinto1(const Ref *args) { return read_into(args, "readinto1() argument", false); }

static Value py_buffered_write(const Ref *args) {
    ByteView view;
    if (!byte_view(args[1], &view)) return NULL;
    size_t length = view.length;
    bool ok = buffered_write(args[0], view.data, length);
    byte_view_done(&view);
    return ok ? int_value((int64_t)length) : NULL;
}

static Value py_buffered_flush(const Ref *args) { return buffered_flush(args[0]) ? VALUE_NONE : NULL; }
static Value py_buffered_close(const Ref *args) { return buffered_close(args[0]) ? VALUE_NONE : NULL; }

static Value py_reader_flush(const Ref *args) {
    const Buffered *b = as_buffered(args[0]);
    return buffered_check_ready(b) ? call_method(b->raw, NAME(flush), NULL, 0) : NULL;
}

static Value py_buffered_tell(const Ref *args) {
    int64_t position = buffered_tell(args[0]);
    return position < 0 ? NULL : int_value(position);
}

static Value py_buffered_seek(const Ref *args) {
    int64_t offset, whence;
    Buffered *b = as_buffered(args[0]);
    if (!io_whence(args[2], &whence) || !buffered_check_ready(b)) return NULL;
    if (whence < 0 || whence > 4) return raise(&type_ValueError, "whence value %ld unsupported", (long)whence);
    if (!buffered_check_open(args[0], "seek")) return NULL;
    Lookup seekable =
        is_exact(b->raw, &type_file_io) && as_file_io(b->raw)->seekable > 0 ? FOUND : io_ask(b->raw, NAME(seekable));
    if (seekable == MISSING) return io_raise_unsupported("File or stream is not seekable.");
    if (seekable == FAILED || !io_position(args[1], &offset)) return NULL;
    int64_t position = buffered_seek(args[0], offset, (int)whence);
    return position < 0 ? NULL : int_value(position);
}

static Value py_buffered_truncate(const Ref *args) {
    Buffered *b = as_buffered(args[0]);
    if (!buffered_check_open(args[0], "truncate")) return NULL;
    if (!b->writes) return io_raise_unsupported("truncate");
    if (!buffered_flush(args[0])) return NULL;
    Value size = is_none(args[1]) ? call_method(b->raw, NAME(tell), NULL, 0) : retain(args[1]);
    Ref asked[1] = {size};
    Value result = size && buffered_check_ready(b) ? call_method(b->raw, NAME(truncate), asked, 1) : NULL;
    release_maybe(size);
    return result;
}

static Value py_buffered_detach(const Ref *args) {
    Buffered *b = as_buffered(args[0]);
    if (!buffered_check_ready(b) || !buffered_check_idle(args[0]) || !io_call(args[0], NAME(flush)) ||
        !buffered_check_ready(b))
        return NULL;
    Value raw = b->raw;
    b->raw = NULL;
    b->ready = false;
    b->detached = true;
    return raw;
}

#define ASK_RAW(name)                                                                                                  \
    static Value py_buffered_##name(const Ref *args) {                                                                 \
        const Buffered *b = as_buffered(args[0]);                                                                      \
        return buffered_check_ready(b) ? call_method(b->raw, NAME(name), NULL, 0) : NULL;                              \
    }
ASK_RAW(seekable)
ASK_RAW(readable)
ASK_RAW(writable)
ASK_RAW(fileno)
ASK_RAW(isatty)

static Value py_buffered_dealloc_warn(const Ref *args) {
    const Buffered *b = as_buffered(args[0]);
    if (!b->ready || !is_exact(b->raw, &type_file_io)) return VALUE_NONE;
    if (as_file_io(b->raw)->fd >= 0 && as_file_io(b->raw)->close_fd) io_warn_unclosed(args[1]);
    return VALUE_NONE;
}

static Value get_closed(Ref self) {
    Lookup closed = buffered_closed(self);
    return closed == FAILED ? NULL : bool_value(closed == FOUND);
}

static Value get_of_raw(Ref self, Ref name) {
    const Buffered *b = as_buffered(self);
    return buffered_check_ready(b) ? getattr(b->raw, name) : NULL;
}

static Value get_name(Ref self) { return get_of_raw(self, NAME(name)); }
static Value get_mode(Ref self) { return get_of_raw(self, NAME(mode)); }

static Value get_raw(Ref self) {
    const Buffered *b = as_buffered(self);
    return b->raw ? retain(b->raw) : VALUE_NONE;
}

static const GetSetDef buffered_getsets[] = {
    {"raw", get_raw, NULL, DOC("The file without a buffer."), true},
    {"closed", get_closed, NULL, DOC("Whether the file is closed.")},
    {"name", get_name, NULL, DOC("The path or descriptor that was opened.")},
    {"mode", get_mode, NULL, DOC("The mode of the raw file.")},
    {0},
};

#define COMMON_METHODS                                                                                                 \
    IO_NO_PICKLE, {"detach()", py_buffered_detach, DOC("Return the raw file, which this one gives up."), 0},           \
        {"close()", py_buffered_close, DOC("Flush and close."), 0},                                                    \
        {"seekable()", py_buffered_seekable, DOC("Return whether seek() works."), 0},                                  \
        {"fileno()", py_buffered_fileno, DOC("Return the descriptor."), 0},                                            \
        {"isatty()", py_buffered_isatty, DOC("Return whether the file is a terminal."), 0},                            \
        {"_dealloc_warn(source, /)", py_buffered_dealloc_warn, DOC("Warn about source when the file is open."), 0},    \
        {"seek(target, whence=0, /)", py_buffered_seek, DOC("Change the position and return it."), 0},                 \
        {"tell()", py_buffered_tell, DOC("Return the position."), 0}, {                                                \
        "truncate(pos=None, /)", py_buffered_truncate, DOC("Cut the file at pos, by default at the position."),        \
            NATIVE_LOOKS_FOR_KEYWORDS                                                                                  \
    }
#define READING_METHODS                                                                                                \
    {"readable()", py_buffered_readable, DOC("Return whether the file was opened for reading."), 0},                   \
        {"read(size=-1, /)", py_buffered_read, DOC("Read size bytes, by default all."), 0},                            \
        {"peek(size=0, /)", py_buffered_peek, DOC("Return what can be read without a call of the system."), 0},        \
        {"read1(size=-1, /)", py_buffered_read1, DOC("Read up to size bytes with one call of the system at most."),    \
         0},                                                                                                           \
        {"readinto(buffer, /)", py_buffered_readinto, DOC("Fill a buffer; return how many bytes there were."), 0},     \
        {"readinto1(buffer, /)", py_buffered_readinto1, DOC("The same with one call of the system at most."), 0},      \
        {"readline(size=-1, /)", py_buffered_readline, DOC("Read one line, at most size bytes of it."), 0}
#define WRITING_METHODS                                                                                                \
    {"writable()", py_buffered_writable, DOC("Return whether the file was opened for writing."), 0},                   \
        {"write(buffer, /)", py_buffered_write, DOC("Write bytes; return how many."), 0},                              \
        {"flush()", py_buffered_flush, DOC("Write what is still in the buffer."), 0}

static const NativeDef reader_methods[] = {COMMON_METHODS,
                                           READING_METHODS,
                                           {"flush()", py_reader_flush, DOC("Flush the raw file."), 0},
                                           {0}};
static const NativeDef writer_methods[] = {COMMON_METHODS, WRITING_METHODS, {0}};
static const NativeDef random_methods[] = {COMMON_METHODS, READING_METHODS, WRITING_METHODS, {0}};

/* --- The types --------------------------------------------------------------------------------------------------- */

static Lookup buffered_next(Ref self, Value *line) {
    if (is_buffered(self) && as_buffered(self)->reads) *line = buffered_read_line(self, -1);
    else *line = call_method(self, NAME(readline), NULL, 0);
    if (!*line) return FAILED;
    int64_t length = is_bytes(*line) ? (int64_t)bytes_length(*line) : length_of(*line);
    if (length > 0) return FOUND;
    release(*line);
    return length < 0 ? FAILED : MISSING;
}

static Value buffered_repr(Ref self) {
    Value name = NULL;
    Object *object = object_of(self);
    Lookup has = getattr_try(self, NAME(name), &name);
    if (has == FAILED && error_matches(&type_ValueError)) error_clear(), has = MISSING;
    if (has == FAILED) return NULL;
    if (has == MISSING) return error_format("<%N>", type_of(self));
    Value text = NULL;
    if (object->flags & OBJECT_IN_REPR) {
        raise(&type_RuntimeError, "reentrant call inside %N.__repr__", type_of(self));
    } else {
        object->flags |= OBJECT_IN_REPR;
        text = error_format("<%N name=%R>", type_of(self), name);
        object->flags &= ~(uint32_t)OBJECT_IN_REPR;
    }
    release(name);
    return text;
}

static void buffered_traverse(Ref self, Visit visit, void *context) {
    visit(as_buffered(self)->raw, context);
    instance_traverse(self, visit, context);
}

static void buffered_finalize(Ref self) {
    Buffered *b = as_buffered(self);
    if (!b->ready) return;
    if (is_exact(b->raw, &type_file_io) && as_file_io(b->raw)->fd >= 0 && as_file_io(b->raw)->close_fd)
        io_warn_unclosed(self);
    io_finalize(self);
}

static void buffered_dispose(Ref self) {
    Buffered *b = as_buffered(self);
    if (b->in) mem_raw_free(&rt()->mem, b->in, b->size);
    if (b->out) mem_raw_free(&rt()->mem, b->out, b->size);
    instance_dispose(self);
}

#define BUFFERED(name_, text, doc_, kind)                                                                              \
    Type type_buffered_##name_ = {                                                                                     \
        TYPE_HEAD(buffered_##name_),                                                                                   \
        .name = "_io." text,                                                                                           \
        .module = "_io",                                                                                               \
        .doc = doc_,                                                                                                   \
        .base = &type_buffered_io_base,                                                                                \
        .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,                                                            \
        .size = sizeof(Buffered),                                                                                      \
        .shape_offset = offsetof(Buffered, slots),                                                                     \
        .traverse = buffered_traverse,                                                                                 \
        .dispose = buffered_dispose,                                                                                   \
        .finalize = buffered_finalize,                                                                                 \
        .make = buffered_make,                                                                                         \
        .init = &kind##_init,                                                                                          \
        .init_slot = NULL,                                                                                             \
        .iter = io_iter,                                                                                               \
        .repr = buffered_repr,                                                                                         \
        .next = buffered_next,                                                                                         \
        .methods = kind##_methods,                                                                                     \
        .getsets = buffered_getsets,                                                                                   \
    }
BUFFERED(reader, "BufferedReader", "Reads ahead from a raw file.", reader);
BUFFERED(writer, "BufferedWriter", "Collects what is written to a raw file.", writer);
BUFFERED(random, "BufferedRandom", "Reads ahead from a raw file that can seek, and collects what is written.", random);
