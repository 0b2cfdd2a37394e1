/* lib/io_text_type.c - the type TextIOWrapper. */
#include "lib/file.h"
#include "lib/io_buffered.h"
#include "lib/io_text.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

static Value text_make(Type *type) { return value_of(object_new(type, type->size)); }

/* TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False) */
static Value py_text_init(const Ref *args) {
    Lookup line_buffering = truth(args[5]), write_through = line_buffering == FAILED ? FAILED : truth(args[6]);
    if (write_through == FAILED) return NULL;
    bool ok = text_begin(args[0], args[1], args[2], args[3], args[4], line_buffering == FOUND, write_through == FOUND);
    return ok ? VALUE_NONE : NULL;
}
static const NativeDef text_init = {"TextIOWrapper(buffer, encoding=None, errors=None, newline=None, "
                                    "line_buffering=False, write_through=False)",
                                    py_text_init, 0, 0};

/* --- Methods ----------------------------------------------------------------------------------------------------- */

static Value py_text_write(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "write() argument must be str, not %O", args[1]);
    return text_write(args[0], args[1]) ? int_value((int64_t)str_length(args[1])) : NULL;
}

static Value py_text_read(const Ref *args) {
    int64_t size;
    return io_size(args[1], &size) ? text_read(args[0], size) : NULL;
}

static Value py_text_readline(const Ref *args) {
    int64_t size;
    return io_offset(args[1], &size) ? text_read_line(args[0], size) : NULL;
}

static Value py_text_flush(const Ref *args) { return text_flush(args[0]) ? VALUE_NONE : NULL; }
static Value py_text_close(const Ref *args) { return text_close(args[0]) ? VALUE_NONE : NULL; }
static Value py_text_tell(const Ref *args) { return text_tell(args[0]); }
static Value py_text_seek(const Ref *args) { return text_seek(args[0], args[1], args[2]); }
static Value py_text_truncate(const Ref *args) { return text_truncate(args[0], args[1]); }

static Value py_text_detach(const Ref *args) {
    TextFile *t = as_text_file(args[0]);
    if (!text_check_idle(args[0]) || !text_check_ready(t) || !io_call(args[0], NAME(flush)) || !text_check_ready(t))
        return NULL;
    Value buffer = t->buffer;
    t->buffer = NULL;
    t->ready = false;
    t->detached = true;
    return buffer;
}

#define ASK_BUFFER(name)                                                                                               \
    static Value py_text_##name(const Ref *args) {                                                                     \
        const TextFile *t = as_text_file(args[0]);                                                                     \
        return text_check_ready(t) ? call_method(t->buffer, NAME(name), NULL, 0) : NULL;                               \
    }
ASK_BUFFER(seekable)
ASK_BUFFER(readable)
ASK_BUFFER(writable)
ASK_BUFFER(fileno)
ASK_BUFFER(isatty)

/* A new setting that is a truth value, or None for the old one. */
static bool change(Ref v, bool *setting) {
    Lookup answer = is_none(v) ? MISSING : truth(v);
    if (!is_none(v) && answer != FAILED) *setting = answer == FOUND;
    return answer != FAILED;
}

/* reconfigure(*, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None) */
static Value py_text_reconfigure(const Ref *args) {
    TextFile *t = as_text_file(args[0]);
    bool line_buffering = t->line_buffering, write_through = t->write_through, ok = true;
    bool recodes = !is_none(args[1]) || !is_none(args[2]) || args[3];
    if (!text_check_types("reconfigure", args[1], args[2], args[3])) return NULL;
    if (t->decoded && recodes)
        return io_raise_unsupported("It is not possible to set the encoding or newline of stream after the first read");
    if ((args[3] && !text_check_newline(args[3])) || !text_check_ready(t)) return NULL;
    if (!change(args[4], &line_buffering) || !change(args[5], &write_through) || !io_call(args[0], NAME(flush)) ||
        !text_check_ready(t))
        return NULL;
    if (recodes) t->tail = 0, t->ends = 0; /* another decoder begins */
    if (args[3]) text_set_newline(t, args[3]);
    if (ok && (!is_none(args[1]) || !is_none(args[2]))) {
        Ref errors = is_none(args[2]) && is_none(args[1]) ? t->errors : args[2];
        ok = text_set_codec(t, is_none(args[1]) ? t->encoding : args[1], errors) && text_skip_mark(t);
    }
    if (!ok) return NULL;
    t->line_buffering = line_buffering;
    t->write_through = write_through;
    return VALUE_NONE;
}

static const NativeDef text_methods[] = {
    IO_NO_PICKLE,
    {"detach()", py_text_detach, DOC("Return the binary file, which this one gives up."), 0},
    {"reconfigure(*, encoding=None, errors=None, newline=...None, line_buffering=None, write_through=None)",
     py_text_reconfigure, DOC("Change the settings that are given."), 0},
    {"write(text, /)", py_text_write, DOC("Write a string; return how many characters."), 0},
    {"read(size=-1, /)", py_text_read, DOC("Read size characters, by default all."), 0},
    {"readline(size=-1, /)", py_text_readline, DOC("Read one line, at most size characters of it."), 0},
    {"flush()", py_text_flush, DOC("Write what is still in a buffer."), 0},
    {"close()", py_text_close, DOC("Flush and close."), 0},
    {"fileno()", py_text_fileno, DOC("Return the descriptor."), 0},
    {"seekable()", py_text_seekable, DOC("Return whether seek() works."), 0},
    {"readable()", py_text_readable, DOC("Return whether the file was opened for reading."), 0},
    {"writable()", py_text_writable, DOC("Return whether the file was opened for writing."), 0},
    {"isatty()", py_text_isatty, DOC("Return whether the file is a terminal."), 0},
    {"seek(cookie, whence=0, /)", py_text_seek, DOC("Go to a position that tell() returned, or to the end."), 0},
    {"tell()", py_text_tell, DOC("Return the position."), 0},
    {"truncate(pos=None, /)", py_text_truncate, DOC("Cut the file at pos, by default at the position."), 0},
    {0},
};

/* --- Attributes -------------------------------------------------------------------------------------------------- */

#define FIELD(name)                                                                                                    \
    static Value get_##name(Ref self) {                                                                                \
        const TextFile *t = as_text_file(self);                                                                        \
        return t->name ? retain(t->name) : VALUE_NONE;                                                                 \
    }
FIELD(encoding)
FIELD(buffer)
static Value get_errors(Ref self) {
    const TextFile *t = as_text_file(self);
    return t->errors || text_check_ready(t) ? retain(t->errors) : NULL;
}
static Value get_line_buffering(Ref self) { return bool_value(as_text_file(self)->line_buffering); }
static Value get_write_through(Ref self) { return bool_value(as_text_file(self)->write_through); }
static Value get_newlines(Ref self) {
    return text_check_ready(as_text_file(self)) ? text_ends(as_text_file(self)->ends) : NULL;
}
static Value get_chunk_size(Ref self) { return int_value(as_text_file(self)->chunk_size); }

static bool set_chunk_size(Ref self, Ref value) {
    int64_t size;
    if (!value) return raise_false(&type_AttributeError, "cannot delete attribute");
    if (!index_as_int64(value, &size, &type_ValueError)) return false;
    if (size <= 0) return raise_false(&type_ValueError, "a strictly positive integer is required");
    as_text_file(self)->chunk_size = size;
    return true;
}

static Value get_name(Ref self) {
    const TextFile *t = as_text_file(self);
    return text_check_ready(t) ? getattr(t->buffer, NAME(name)) : NULL;
}

static Value get_closed(Ref self) {
    Lookup closed = text_closed(self);
    return closed == FAILED ? NULL : bool_value(closed == FOUND);
}

static const GetSetDef text_getsets[] = {
    {"name", get_name, NULL, DOC("The path or descriptor that was opened.")},
    {"closed", get_closed, NULL, DOC("Whether the file is closed.")},
    {"encoding", get_encoding, NULL, DOC("The name of the encoding."), true},
    {"errors", get_errors, NULL, DOC("What happens to characters that cannot be converted.")},
    {"newlines", get_newlines, NULL, DOC("The ends of lines met so far: None, one, or a tuple.")},
    {"buffer", get_buffer, NULL, DOC("The binary file."), true},
    {"line_buffering", get_line_buffering, NULL, DOC("Whether a newline flushes."), true},
    {"write_through", get_write_through, NULL, DOC("Whether everything that is written goes on at once."), true},
    {"_CHUNK_SIZE", get_chunk_size, set_chunk_size, DOC("How much is read at once.")},
    {0},
};

/* --- The type ---------------------------------------------------------------------------------------------------- */

static Lookup text_next(Ref self, Value *line) {
    TextFile *t = as_text_file(self);
    t->telling = false;
    *line = is_file(self) ? text_read_line(self, -1) : call_method(self, NAME(readline), NULL, 0);
    if (!*line) return FAILED;
    if (!is_str(*line)) {
        raise(&type_OSError, "readline() should have returned a str object, not '%T'", *line);
        release(*line);
        return FAILED;
    }
    if (str_length(*line)) return FOUND;
    release(*line);
    t->telling = t->seekable;
    return MISSING;
}

/* name or mode for the repr: an attribute that may be missing. */
static bool put_attribute(StrBuilder *b, Ref self, Ref name, const char *format) {
    Value value = NULL;
    Lookup has = getattr_try(self, name, &value);
    if (has == FAILED && error_matches(&type_ValueError)) {
        error_clear();
        has = MISSING;
    }
    if (has == FOUND) builder_format(b, format, value);
    release_maybe(value);
    return has != FAILED && !b->failed;
}

static Value text_repr(Ref self) {
    const TextFile *t = as_text_file(self);
    if (!t->encoding) return text_check_ready(t) ? VALUE_NONE : NULL;
    if (object_of(self)->flags & OBJECT_IN_REPR)
        return raise(&type_RuntimeError, "reentrant call inside %N.__repr__", type_of(self));
    StrBuilder b;
    builder_init(&b);
    builder_format(&b, "<%N", type_of(self));
    object_of(self)->flags |= OBJECT_IN_REPR;
    bool ok = put_attribute(&b, self, NAME(name), " name=%R") && put_attribute(&b, self, NAME(mode), " mode=%R");
    object_of(self)->flags &= ~(uint32_t)OBJECT_IN_REPR;
    builder_format(&b, " encoding=%R>", t->encoding);
    if (ok) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static void text_traverse(Ref self, Visit visit, void *context) {
    const TextFile *t = as_text_file(self);
    visit(t->buffer, context);
    visit(t->encoding, context);
    visit(t->errors, context);
    visit(t->decoded, context);
    visit(t->chunk, context);
    instance_traverse(self, visit, context);
}

static void text_finalize(Ref self) {
    const TextFile *t = as_text_file(self);
    if (!t->ready) return;
    int fd = file_descriptor(self);
    if (fd >= 0 && as_file_io(as_buffered(t->buffer)->raw)->close_fd) io_warn_unclosed(self);
    if (!is_file(self)) io_finalize(self);
    else if (!text_close(self)) error_unraisable(self);
}

static void text_dispose(Ref self) {
    TextFile *t = as_text_file(self);
    if (t->out) mem_raw_free(&rt()->mem, t->out, TEXT_ROOM);
    instance_dispose(self);
}

Type type_text_file = {
    TYPE_HEAD(text_file),
    .name = "_io.TextIOWrapper",
    .module = "_io",
    .doc = "Text over a binary file: encodes what is written, decodes what is read.",
    .base = &type_text_io_base,
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(TextFile),
    .shape_offset = offsetof(TextFile, slots),
    .traverse = text_traverse,
    .dispose = text_dispose,
    .finalize = text_finalize,
    .make = text_make,
    .init = &text_init,
    .init_slot = NULL,
    .iter = io_iter,
    .repr = text_repr,
    .next = text_next,
    .methods = text_methods,
    .getsets = text_getsets,
};
