/* lib/io_base.c - the abstract classes of the module _io.
 *
 * Owns:      _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase; what file methods share.
 * Invariant: a method written here uses nothing of self but its Python methods and IoBase.closed.
 * Not here:  the concrete types.
 */
#include "lib/io.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/memoryview.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "vm/import.h"

static IoBase *as_base(Ref v) { return (IoBase *)object_of(v); }

/* --- Errors and arguments ---------------------------------------------------------------------------------------- */

Value io_raise_unsupported(const char *message) {
    Value name = intern_text("_io"), module = import_absolute(name), key = intern_text("UnsupportedOperation");
    Value type = module ? getattr(module, key) : NULL, text = type ? str_from_text(message) : NULL;
    Value exception = text ? call_1(type, text) : NULL;
    if (exception) raise_value(exception);
    release_maybe(exception);
    release_maybe(text);
    release_maybe(type);
    release_maybe(module);
    release(key);
    release(name);
    return NULL;
}

bool io_unsupported(const char *message) {
    io_raise_unsupported(message);
    return false;
}

Lookup io_is_closed(Ref self) {
    Value closed = getattr(self, NAME(closed));
    Lookup answer = closed ? truth(closed) : FAILED;
    release_maybe(closed);
    return answer;
}

bool io_check_closed(Ref self) {
    Lookup closed = io_is_closed(self);
    if (closed == FOUND) return raise_false(&type_ValueError, "I/O operation on closed file.");
    return closed == MISSING;
}

bool io_size(Ref v, int64_t *size) {
    *size = -1;
    if (is_none(v)) return true;
    if (!type_of(v)->as_index) return raise_false(&type_TypeError, "argument should be integer or None, not '%T'", v);
    return index_as_int64(v, size, &type_OverflowError);
}

/* An int64 from what has __index__; too_large: what OverflowError says. */
static bool read_int64(Ref v, int64_t *n, const char *too_large) {
    if (is_small_int(v)) return *n = small_int(v), true;
    if (!type_of(v)->as_index)
        return raise_false(&type_TypeError, "'%T' object cannot be interpreted as an integer", v);
    Value index = index_of(v);
    if (!index) return false;
    bool fits = int_as_int64(index, n);
    release(index);
    return fits || raise_false(&type_OverflowError, "Python int too large to convert to C %s", too_large);
}

bool io_offset(Ref v, int64_t *offset) { return read_int64(v, offset, "ssize_t"); }

bool io_position(Ref v, int64_t *position) {
    if (read_int64(v, position, "long")) return true;
    if (error_matches(&type_OverflowError)) {
        error_clear();
        raise(&type_ValueError, "cannot fit '%T' into an offset-sized integer", v);
    }
    return false;
}

bool io_whence(Ref v, int64_t *whence) {
    if (!read_int64(v, whence, "int")) return false;
    return *whence == (int)*whence || raise_false(&type_OverflowError, "Python int too large to convert to C int");
}

bool io_writable_view(Ref v, const char *what, ByteView *view) {
    Value memory = memoryview_exports(v) ? memoryview_of_exporter(v, BUFFER_WRITABLE) : retain(v);
    if (!memory) return false;
    bool writable = is_exact(memory, &type_memoryview) ? memoryview_is_writable(memory) : has_byte_storage(memory);
    bool ok = writable && byte_view(memory, view);
    release(memory);
    if (writable) return ok;
    if (is_none(v)) return raise_false(&type_TypeError, "%s must be read-write bytes-like object, not None", what);
    return raise_false(&type_TypeError, "%s must be read-write bytes-like object, not %T", what, v);
}

Value py_io_no_pickle(const Ref *args) {
    Value name = type_get_name(type_of(args[0]));
    raise(&type_TypeError, "cannot pickle %R instances", name);
    release(name);
    return NULL;
}

bool io_call(Ref self, Ref name) {
    Value result = call_method(self, name, NULL, 0);
    release_maybe(result);
    return result != NULL;
}

/* What an open FileIO, or a buffer around one, says of itself without a call: the standard files are asked at each
 * start. False: it has to be called. */
static bool know(Ref self, Ref question, bool *answer) {
    if (is_buffered(self) && as_buffered(self)->ready && !instance_peek(self, question)) {
        const Buffered *b = as_buffered(self);
        if ((question == NAME(readable) && !b->reads) || (question == NAME(writable) && !b->writes)) return false;
        self = b->raw;
    }
    if (!is_exact(self, &type_file_io) || as_file_io(self)->fd < 0 || instance_peek(self, question)) return false;
    if (question == NAME(readable)) *answer = as_file_io(self)->readable;
    else if (question == NAME(writable)) *answer = as_file_io(self)->writable;
    else if (question == NAME(seekable)) *answer = file_io_seekable(as_file_io(self));
    else return false;
    return true;
}

Lookup io_ask(Ref self, Ref name) {
    bool known;
    if (know(self, name, &known)) return known ? FOUND : MISSING;
    Value result = call_method(self, name, NULL, 0);
    Lookup answer = result ? truth(result) : FAILED;
    release_maybe(result);
    return answer;
}

void io_finalize(Ref self) {
    Lookup closed = io_is_closed(self);
    if (closed == FAILED) error_clear();
    else if (closed == MISSING && !io_call(self, NAME(close))) error_unraisable(self);
}

void io_warn(Type *category, Ref text, Ref source) {
    Value name = intern_text("warnings"), function = intern_text("warn"), module = import_absolute(name);
    Value warn = module ? getattr(module, function) : NULL, result = NULL;
    if (warn) {
        Ref args[4] = {text, type_ref(category), small_int_value(1), source ? source : VALUE_NONE};
        result = call(warn, args, 4, NULL);
    }
    if (!result) error_unraisable(source);
    release_maybe(result);
    release_maybe(warn);
    release_maybe(module);
    release(function);
    release(name);
}

void io_warn_unclosed(Ref source) {
    Ref warnings = rt()->modules ? dict_peek_text(rt()->modules, "warnings") : NULL;
    if (!warnings || is_none(warnings)) return; /* nobody asked for them: they are ignored by default */
    Value text = error_format("unclosed file %R", source);
    if (text) io_warn(&type_ResourceWarning, text, source);
    else error_unraisable(source);
    release_maybe(text);
}

void io_traverse(Ref self, Visit visit, void *context) { instance_traverse(self, visit, context); }

/* --- _IOBase ----------------------------------------------------------------------------------------------------- */

static Value base_make(Type *type) { return value_of(object_new(type, type->size)); }

#define UNSUPPORTED(name, text)                                                                                        \
    static Value py_io_no_##name(const Ref *args) { return io_raise_unsupported(text); }
UNSUPPORTED(seek, "seek")
UNSUPPORTED(truncate, "truncate")
UNSUPPORTED(fileno, "fileno")
UNSUPPORTED(detach, "detach")
UNSUPPORTED(write, "write")

/* The same, once it is sure that the size is one. */
#define UNSUPPORTED_WITH_SIZE(name)                                                                                    \
    static Value py_io_no_##name(const Ref *args) {                                                                    \
        int64_t size;                                                                                                  \
        return io_offset(args[1], &size) ? io_raise_unsupported(#name) : NULL;                                         \
    }
UNSUPPORTED_WITH_SIZE(read)
UNSUPPORTED_WITH_SIZE(read1)
UNSUPPORTED_WITH_SIZE(readline)

static Value py_io_tell(const Ref *args) {
    Ref where[2] = {small_int_value(0), small_int_value(1)};
    return call_method(args[0], NAME(seek), where, 2);
}

static Value py_io_flush(const Ref *args) {
    if (!as_base(args[0])->closed) return VALUE_NONE;
    return raise(&type_ValueError, "I/O operation on closed file.");
}

static Value py_io_close(const Ref *args) {
    if (as_base(args[0])->closed) return VALUE_NONE;
    bool ok = io_call(args[0], NAME(flush));
    as_base(args[0])->closed = true;
    return ok ? VALUE_NONE : NULL;
}

static Value py_io_false(const Ref *args) { return VALUE_FALSE; }
static Value py_io_isatty(const Ref *args) { return io_check_closed(args[0]) ? VALUE_FALSE : NULL; }
static Value py_io_enter(const Ref *args) { return io_check_closed(args[0]) ? retain(args[0]) : NULL; }
static Value py_io_exit(const Ref *args) { return call_method(args[0], NAME(close), NULL, 0); }
Value io_iter(Ref self) { return io_check_closed(self) ? retain(self) : NULL; }

Lookup io_next(Ref self, Value *line) {
    *line = call_method(self, NAME(readline), NULL, 0);
    if (!*line) return FAILED;
    int64_t length = length_of(*line);
    if (length > 0) return FOUND;
    release(*line);
    return length < 0 ? FAILED : MISSING;
}

/* How many bytes may be read at once without going beyond the line: 1 when the stream cannot look ahead. -1: failed */
static int64_t step_of_line(Ref self, int64_t left) {
    Value peek = NULL, ahead = NULL;
    Lookup has = getattr_try(self, NAME(peek), &peek);
    if (has != FOUND) return has == FAILED ? -1 : 1;
    ahead = call_1(peek, small_int_value(1));
    release(peek);
    if (!ahead) return -1;
    int64_t step = -1;
    if (!is_bytes(ahead)) {
        raise(&type_OSError, "peek() should have returned a bytes object, not '%T'", ahead);
    } else {
        size_t length = bytes_length(ahead);
        if (left >= 0 && (size_t)left < length) length = (size_t)left;
        const uint8_t *data = bytes_data(ahead), *stop = memchr(data, '\n', length);
        step = stop ? stop - data + 1 : (int64_t)length;
        if (step == 0) step = 1;
    }
    release(ahead);
    return step;
}

static bool append_line_part(StrBuilder *b, Ref part) {
    if (!is_bytes(part))
        return raise_false(&type_OSError, "read() should have returned a bytes object, not '%T'", part);
    builder_chars(b, bytes_data(part), 1, bytes_length(part));
    return true;
}

static Value py_io_readline(const Ref *args) {
    int64_t size, step;
    if (!io_size(args[1], &size)) return NULL;
    StrBuilder b;
    builder_init(&b);
    bool ok = true, more = true;
    while (ok && more && (size < 0 || (int64_t)b.length < size)) {
        step = step_of_line(args[0], size < 0 ? -1 : size - (int64_t)b.length);
        Value count = int_value(step);
        Ref asked[1] = {count};
        Value part = step < 0 ? NULL : call_method(args[0], NAME(read), asked, 1);
        ok = part && (is_none(part) || append_line_part(&b, part));
        more = ok && !is_none(part) && bytes_length(part) > 0 && b.data[b.length - 1] != '\n';
        release_maybe(part);
        release(count);
    }
    if (ok) return bytes_finish(&b);
    builder_abandon(&b);
    return NULL;
}

Value io_read_lines(Ref self, int64_t hint) {
    if (hint <= 0) return list_of(self);
    Value lines = list_new(0), iterator = lines ? iterate(self) : NULL, line;
    Lookup found = iterator ? FOUND : FAILED;
    for (int64_t size = 0; found == FOUND && size <= hint;) {
        found = iterate_next(iterator, &line);
        if (found != FOUND) break;
        int64_t length = length_of(line);
        if (length < 0 || !list_append(lines, line)) found = FAILED;
        size += length;
        release(line);
    }
    release_maybe(iterator);
    if (found == FAILED) clear_ref(&lines);
    return lines;
}

static Value py_io_readlines(const Ref *args) {
    int64_t hint;
    return io_size(args[1], &hint) ? io_read_lines(args[0], hint) : NULL;
}

static Value py_io_writelines(const Ref *args) {
    if (!io_check_closed(args[0])) return NULL;
    Value iterator = iterate(args[1]), line;
    if (!iterator) return NULL;
    Lookup found;
    while ((found = iterate_next(iterator, &line)) == FOUND) {
        Ref written[1] = {line};
        Value result = call_method(args[0], NAME(write), written, 1);
        release(line);
        if (!result) break;
        release(result);
    }
    release(iterator);
    return found == MISSING ? VALUE_NONE : NULL;
}

static Value check(Ref self, Ref question, const char *message) {
    Lookup answer = io_ask(self, question);
    if (answer == FAILED) return NULL;
    return answer == FOUND ? VALUE_TRUE : io_raise_unsupported(message);
}

static Value py_io_check_closed(const Ref *args) { return io_check_closed(args[0]) ? VALUE_NONE : NULL; }
static Value py_io_check_readable(const Ref *args) {
    return check(args[0], NAME(readable), "File or stream is not readable.");
}
static Value py_io_check_writable(const Ref *args) {
    return check(args[0], NAME(writable), "File or stream is not writable.");
}
static Value py_io_check_seekable(const Ref *args) {
    return check(args[0], NAME(seekable), "File or stream is not seekable.");
}

static const NativeDef base_methods[] = {
    {"seek(offset, whence=0, /)", py_io_no_seek, DOC("Change the position and return it."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"tell()", py_io_tell, DOC("Return the position."), 0},
    {"truncate(size=None, /)", py_io_no_truncate, DOC("Cut the file at size, by default at the position."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"flush()", py_io_flush, DOC("Write what is still in a buffer."), 0},
    {"close()", py_io_close, DOC("Flush and close; closing again does nothing."), 0},
    {"seekable()", py_io_false, DOC("Return whether seek() works."), 0},
    {"readable()", py_io_false, DOC("Return whether the file was opened for reading."), 0},
    {"writable()", py_io_false, DOC("Return whether the file was opened for writing."), 0},
    {"fileno()", py_io_no_fileno, DOC("Return the descriptor."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"isatty()", py_io_isatty, DOC("Return whether the file is a terminal."), 0},
    {"readline(size=-1, /)", py_io_readline, DOC("Read one line, at most size bytes of it."), 0},
    {"readlines(hint=-1, /)", py_io_readlines, DOC("Return a list of lines, of about hint bytes in all."), 0},
    {"writelines(lines, /)", py_io_writelines, DOC("Write each of the lines; nothing is put between them."), 0},
    {"_checkClosed()", py_io_check_closed, DOC("Raise ValueError when the file is closed."), 0},
    {"_checkReadable()", py_io_check_readable, DOC("Raise UnsupportedOperation unless the file can be read."), 0},
    {"_checkWritable()", py_io_check_writable, DOC("Raise UnsupportedOperation unless the file can be written."), 0},
    {"_checkSeekable()", py_io_check_seekable, DOC("Raise UnsupportedOperation unless the file can seek."), 0},
    {"__enter__()", py_io_enter, DOC("Return the file."), 0},
    {"__exit__(*args)~", py_io_exit, DOC("Close the file."), NATIVE_TAKES_TUPLE},
    {0},
};

static Value get_closed(Ref self) { return bool_value(as_base(self)->closed); }

static const GetSetDef base_getsets[] = {
    {"closed", get_closed, NULL, DOC("Whether the file is closed.")},
    {"__dict__", instance_dict, NULL, 0},
    {0},
};

/* --- _RawIOBase -------------------------------------------------------------------------------------------------- */

static Value py_raw_read(const Ref *args) {
    int64_t size, got;
    if (!io_size(args[1], &size)) return NULL;
    if (size < 0) {
        Value name = intern_text("readall"), all = call_method(args[0], name, NULL, 0);
        release(name);
        return all;
    }
    Value array = bytearray_from(NULL, 0), result = NULL;
    if (!array || !byte_storage_resize(array, (size_t)size)) {
        release_maybe(array);
        return NULL;
    }
    memset(as_bytearray(array)->data, 0, (size_t)size);
    Ref room[1] = {array};
    Value count = call_method(args[0], NAME(readinto), room, 1);
    if (count && is_none(count)) result = VALUE_NONE;
    else if (count && index_as_int64(count, &got, &type_ValueError)) {
        if (got < 0 || (size_t)got > as_bytearray(array)->length)
            raise(&type_ValueError, "readinto returned %ld outside buffer size %ld", (long)got, (long)size);
        else result = bytes_from(as_bytearray(array)->data, (size_t)got);
    }
    release_maybe(count);
    release(array);
    return result;
}

static Value py_raw_readall(const Ref *args) {
    StrBuilder b;
    Ref size[1] = {small_int_value(IO_BUFFER_SIZE)};
    builder_init(&b);
    for (;;) {
        Value part = call_method(args[0], NAME(read), size, 1);
        bool none = part && is_none(part), bytes = part && is_bytes(part);
        size_t length = bytes ? bytes_length(part) : 0;
        if (bytes) builder_chars(&b, bytes_data(part), 1, length);
        release_maybe(part);
        if (none && b.length == 0) {
            builder_abandon(&b);
            return VALUE_NONE;
        }
        if (length == 0) {
            if (none || bytes) return bytes_finish(&b);
            builder_abandon(&b);
            return part ? raise(&type_TypeError, "read() should return bytes") : NULL;
        }
    }
}

static Value py_raw_undefined(const Ref *args) { return raise_value(type_ref(&type_NotImplementedError)); }

static const NativeDef raw_methods[] = {
    {"read(size=-1, /)", py_raw_read, DOC("Read up to size bytes with one call of readinto()."), 0},
    {"readall()", py_raw_readall, DOC("Read until the end."), 0},
    {"readinto(*args)~", py_raw_undefined, DOC("Fill a buffer; return how many bytes there were."), NATIVE_TAKES_TUPLE},
    {"write(*args)~", py_raw_undefined, DOC("Write bytes; return how many."), NATIVE_TAKES_TUPLE},
    {0},
};

/* --- _BufferedIOBase --------------------------------------------------------------------------------------------- */

static Value read_into(Ref self, Ref target, Ref method, const char *what) {
    ByteView view;
    if (!io_writable_view(target, what, &view)) return NULL;
    Value size = int_value((int64_t)view.length), result = NULL;
    Ref asked[1] = {size};
    Value data = call_method(self, method, asked, 1);
    if (data && !is_bytes(data)) raise(&type_TypeError, "%S() should return bytes", method);
    else if (data && bytes_length(data) > view.length)
        raise(&type_ValueError, "read() returned too much data: %zu bytes requested, %zu returned", view.length,
              bytes_length(data));
    else if (data) {
        memcpy((uint8_t *)(uintptr_t)view.data, bytes_data(data), bytes_length(data));
        result = int_value((int64_t)bytes_length(data));
    }
    release_maybe(data);
    release(size);
    byte_view_done(&view);
    return result;
}

static Value py_buffered_base_readinto(const Ref *args) {
    return read_into(args[0], args[1], NAME(read), "readinto() argument");
}

static Value py_buffered_base_readinto1(const Ref *args) {
    Value name = intern_text("read1"), result = read_into(args[0], args[1], name, "readinto1() argument");
    release(name);
    return result;
}

static const NativeDef buffered_methods[] = {
    {"detach()", py_io_no_detach, DOC("Return the raw file, which this one gives up."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"read(size=-1, /)", py_io_no_read, DOC("Read up to size bytes."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"read1(size=-1, /)", py_io_no_read1, DOC("Read up to size bytes with at most one call of the system."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"readinto(buffer, /)", py_buffered_base_readinto, DOC("Fill a buffer; return how many bytes there were."), 0},
    {"readinto1(buffer, /)", py_buffered_base_readinto1, DOC("The same with at most one call of the system."), 0},
    {"write(b, /)", py_io_no_write, DOC("Write bytes; return how many."), NATIVE_LOOKS_FOR_KEYWORDS},
    {0},
};

/* --- _TextIOBase ------------------------------------------------------------------------------------------------- */

static Value get_none(Ref self) { return VALUE_NONE; }

static const NativeDef text_methods[] = {
    {"detach()", py_io_no_detach, DOC("Return the binary file, which this one gives up."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"read(size=-1, /)", py_io_no_read, DOC("Read up to size characters."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"readline(size=-1, /)", py_io_no_readline, DOC("Read one line, at most size characters of it."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"write(s, /)", py_io_no_write, DOC("Write a string; return how many characters."), NATIVE_LOOKS_FOR_KEYWORDS},
    {0},
};

static const GetSetDef text_getsets[] = {
    {"encoding", get_none, NULL, DOC("The name of the encoding.")},
    {"newlines", get_none, NULL, DOC("The ends of lines met so far.")},
    {"errors", get_none, NULL, DOC("The name of the error handler.")},
    {0},
};

#define ABSTRACT(name_, text, doc_)                                                                                    \
    TYPE_HEAD(name_), .name = "_io." text, .module = "_io", .doc = doc_,                                               \
        .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF, .size = sizeof(IoBase),                                    \
        .shape_offset = offsetof(IoBase, slots), .traverse = io_traverse, .dispose = instance_dispose,                 \
        .make = base_make, .finalize = io_finalize, .iter = io_iter, .next = io_next

Type type_io_base = {
    ABSTRACT(io_base, "_IOBase", "What all files have in common."),
    .methods = base_methods,
    .getsets = base_getsets,
};
Type type_raw_io_base = {
    ABSTRACT(raw_io_base, "_RawIOBase", "What files without a buffer have in common."),
    .base = &type_io_base,
    .methods = raw_methods,
};
Type type_buffered_io_base = {
    ABSTRACT(buffered_io_base, "_BufferedIOBase", "What files of bytes with a buffer have in common."),
    .base = &type_io_base,
    .methods = buffered_methods,
};
Type type_text_io_base = {
    ABSTRACT(text_io_base, "_TextIOBase", "What files of text have in common."),
    .base = &type_io_base,
    .methods = text_methods,
    .getsets = text_getsets,
};
