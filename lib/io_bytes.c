/* lib/io_bytes.c - the type BytesIO: a binary file in memory.
 *
 * Owns:      struct BytesIO.
 * Invariant: array is a bytearray until close(); position may lie behind its end.
 * Not here:  bytearray itself (runtime/bytearray.c).
 */
#include <string.h>

#include "lib/io.h"
#include "runtime/byte_storage.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

typedef struct BytesIO {
    Object head;
    bool closed;     /* close() ran */
    size_t position; /* in bytes */
    Value array;     /* the bytes: a bytearray, or NULL when closed */
    Slots slots;
} BytesIO;

static BytesIO *as_bytes_io(Ref v) { return (BytesIO *)object_of(v); }
static ByteArray *storage(const BytesIO *b) { return as_bytearray(b->array); }

static bool check_open(const BytesIO *b) {
    return b->array || raise_false(&type_ValueError, "I/O operation on closed file.");
}

static bool check_free(const BytesIO *b) {
    if (storage(b)->exports == 0) return true;
    return raise_false(&type_BufferError, "Existing exports of data: object cannot be re-sized");
}

static Value bytes_io_make(Type *type) {
    BytesIO *b = object_new(type, type->size);
    b->array = bytearray_from(NULL, 0);
    return value_of(b);
}

static bool write_at(BytesIO *b, const uint8_t *data, size_t size) {
    if (!check_free(b)) return false;
    if (size == 0) return true;
    size_t old = storage(b)->length, end;
    if (__builtin_add_overflow(b->position, size, &end) || end > INT64_MAX)
        return raise_false(&type_OverflowError, "new position too large");
    if (end > old) {
        if (!byte_storage_resize(b->array, end)) return false;
        if (b->position > old) memset(storage(b)->data + old, 0, b->position - old);
    }
    memcpy(storage(b)->data + b->position, data, size);
    b->position = end;
    return true;
}

static Value py_bytes_io_init(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    if (b->array && !check_free(b)) return NULL;
    slot_set_steal(&b->array, bytearray_from(NULL, 0));
    b->closed = false;
    b->position = 0;
    if (!args[1] || is_none(args[1])) return VALUE_NONE;
    ByteView view;
    if (!byte_view(args[1], &view)) return NULL;
    bool ok = write_at(b, view.data, view.length);
    byte_view_done(&view);
    b->position = 0;
    return ok ? VALUE_NONE : NULL;
}
static const NativeDef bytes_io_init = {"BytesIO(initial_bytes=...b'')", py_bytes_io_init, 0, 0};

/* --- Reading ----------------------------------------------------------------------------------------------------- */

static size_t bytes_ahead(const BytesIO *b) {
    size_t length = storage(b)->length;
    return length > b->position ? length - b->position : 0;
}

static Value take(BytesIO *b, size_t count) {
    Value bytes = bytes_from(count ? storage(b)->data + b->position : NULL, count);
    if (bytes) b->position += count;
    return bytes;
}

static Value py_bytes_io_read(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    int64_t size;
    if (!io_size(args[1], &size) || !check_open(b)) return NULL;
    size_t ahead = bytes_ahead(b);
    return take(b, size < 0 || (size_t)size > ahead ? ahead : (size_t)size);
}

static size_t line_length(const BytesIO *b, int64_t limit) {
    size_t ahead = bytes_ahead(b);
    if (limit >= 0 && (size_t)limit < ahead) ahead = (size_t)limit;
    if (ahead == 0) return 0;
    const uint8_t *from = storage(b)->data + b->position, *stop = memchr(from, '\n', ahead);
    return stop ? (size_t)(stop - from) + 1 : ahead;
}

static Value py_bytes_io_readline(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    int64_t size;
    if (!io_size(args[1], &size) || !check_open(b)) return NULL;
    return take(b, line_length(b, size));
}

static Value py_bytes_io_readlines(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    int64_t hint = -1, size = 0;
    if (!check_open(b)) return NULL;
    if (!is_none(args[1])) {
        if (!type_of(args[1])->as_index) return raise(&type_TypeError, "integer argument expected, got '%T'", args[1]);
        if (!index_as_int64(args[1], &hint, &type_OverflowError)) return NULL;
    }
    Value lines = list_new(0);
    while (lines && bytes_ahead(b) && (hint <= 0 || size < hint)) {
        Value line = take(b, line_length(b, -1));
        size += line ? (int64_t)bytes_length(line) : 0;
        if (!line || !list_append_steal(lines, line)) clear_ref(&lines);
    }
    return lines;
}

static Value py_bytes_io_readinto(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    ByteView view;
    if (!io_writable_view(args[1], "readinto() argument", &view)) return NULL;
    bool open = check_open(b);
    size_t count = open ? bytes_ahead(b) : 0;
    if (count > view.length) count = view.length;
    if (count) memmove((uint8_t *)(uintptr_t)view.data, storage(b)->data + b->position, count);
    if (open) b->position += count;
    byte_view_done(&view);
    return open ? int_value((int64_t)count) : NULL;
}

/* --- Writing and positions --------------------------------------------------------------------------------------- */

static Value py_bytes_io_write(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    ByteView view;
    if (!check_open(b) || !byte_view(args[1], &view)) return NULL;
    size_t length = view.length;
    bool ok = write_at(b, view.data, length);
    byte_view_done(&view);
    return ok ? int_value((int64_t)length) : NULL;
}

static Value py_bytes_io_writelines(const Ref *args) {
    if (!check_open(as_bytes_io(args[0]))) return NULL;
    Value iterator = iterate(args[1]), line;
    if (!iterator) return NULL;
    Lookup found;
    while ((found = iterate_next(iterator, &line)) == FOUND) {
        Ref written[2] = {args[0], line};
        Value result = py_bytes_io_write(written);
        release(line);
        if (!result) break;
        release(result);
    }
    release(iterator);
    return found == MISSING ? VALUE_NONE : NULL;
}

static Value py_bytes_io_seek(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    int64_t offset, whence;
    if (!io_offset(args[1], &offset) || !io_whence(args[2], &whence) || !check_open(b)) return NULL;
    if (whence < 0 || whence > 2)
        return raise(&type_ValueError, "invalid whence (%ld, should be 0, 1 or 2)", (long)whence);
    if (whence == 0 && offset < 0) return raise(&type_ValueError, "negative seek value %ld", (long)offset);
    int64_t base = whence == 0 ? 0 : whence == 1 ? (int64_t)b->position : (int64_t)storage(b)->length;
    if (__builtin_add_overflow(base, offset, &offset)) return raise(&type_OverflowError, "new position too large");
    b->position = offset < 0 ? 0 : (size_t)offset;
    return int_value((int64_t)b->position);
}

static Value py_bytes_io_truncate(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    int64_t size;
    if (!io_size(args[1], &size) || !check_open(b) || !check_free(b)) return NULL;
    if (is_none(args[1])) size = (int64_t)b->position;
    if (size < 0) return raise(&type_ValueError, "negative size value %ld", (long)size);
    if ((size_t)size < storage(b)->length && !byte_storage_resize(b->array, (size_t)size)) return NULL;
    return int_value(size);
}

static Value py_bytes_io_tell(const Ref *args) {
    const BytesIO *b = as_bytes_io(args[0]);
    return check_open(b) ? int_value((int64_t)b->position) : NULL;
}

static Value py_bytes_io_getvalue(const Ref *args) {
    const BytesIO *b = as_bytes_io(args[0]);
    return check_open(b) ? bytes_from(storage(b)->data, storage(b)->length) : NULL;
}

static Value py_bytes_io_getbuffer(const Ref *args) {
    const BytesIO *b = as_bytes_io(args[0]);
    return check_open(b) ? memoryview_new(b->array) : NULL;
}

static Value py_bytes_io_close(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    if (!b->array) return VALUE_NONE;
    if (!check_free(b)) return NULL;
    b->closed = true;
    clear_ref(&b->array);
    return VALUE_NONE;
}

static Value py_bytes_io_true(const Ref *args) { return check_open(as_bytes_io(args[0])) ? VALUE_TRUE : NULL; }
static Value py_bytes_io_isatty(const Ref *args) { return check_open(as_bytes_io(args[0])) ? VALUE_FALSE : NULL; }
static Value py_bytes_io_flush(const Ref *args) { return check_open(as_bytes_io(args[0])) ? VALUE_NONE : NULL; }

/* (value, position, dict or None): what copies are made from. */
static Value py_bytes_io_getstate(const Ref *args) {
    Value bytes = py_bytes_io_getvalue(args);
    if (!bytes) return NULL;
    Value position = int_value((int64_t)as_bytes_io(args[0])->position);
    Value attributes = instance_copy_attributes(args[0]);
    Value state = tuple_pack(3, bytes, position, attributes && dict_count(attributes) ? attributes : VALUE_NONE);
    release_maybe(attributes);
    release(position);
    release(bytes);
    return state;
}

static Value py_bytes_io_setstate(const Ref *args) {
    BytesIO *b = as_bytes_io(args[0]);
    Ref state = args[1];
    int64_t position;
    if (is_tuple(state) && !check_open(b)) return NULL;
    if (!is_tuple(state) || tuple_count(state) != 3)
        return raise(&type_TypeError, "%T.__setstate__ argument should be 3-tuple, got %T", args[0], state);
    Ref begin[2] = {args[0], tuple_peek(state, 0)}, attributes = tuple_peek(state, 2);
    Value begun = py_bytes_io_init(begin);
    if (!begun) return NULL;
    if (!is_int(tuple_peek(state, 1)) || !int_as_int64(tuple_peek(state, 1), &position))
        return raise(&type_TypeError, "second item of state must be an integer, not %T", tuple_peek(state, 1));
    if (position < 0) return raise(&type_ValueError, "position value cannot be negative");
    b->position = (size_t)position;
    if (is_none(attributes)) return VALUE_NONE;
    if (!is_dict(attributes))
        return raise(&type_TypeError, "third item of state should be a dict, got a %T", attributes);
    Value dict = instance_dict(args[0]);
    bool ok = dict && dict_update(dict, attributes);
    release_maybe(dict);
    return ok ? VALUE_NONE : NULL;
}

static const NativeDef bytes_io_methods[] = {
    {"readable()", py_bytes_io_true, DOC("Returns True: it can be read."), 0},
    {"writable()", py_bytes_io_true, DOC("Returns True: it can be written."), 0},
    {"seekable()", py_bytes_io_true, DOC("Returns True: it can seek."), 0},
    {"flush()", py_bytes_io_flush, DOC("Does nothing."), 0},
    {"isatty()", py_bytes_io_isatty, DOC("Returns False: it is no terminal."), 0},
    {"close()", py_bytes_io_close, DOC("Forget the bytes; nothing else works afterwards."), 0},
    {"tell()", py_bytes_io_tell, DOC("Return the position."), 0},
    {"seek(pos, whence=0, /)", py_bytes_io_seek, DOC("Change the position and return it."), 0},
    {"read(size=-1, /)", py_bytes_io_read, DOC("Read size bytes, by default all."), 0},
    {"read1(size=-1, /)", py_bytes_io_read, DOC("The same as read()."), 0},
    {"readline(size=-1, /)", py_bytes_io_readline, DOC("Read one line, at most size bytes of it."), 0},
    {"readlines(size=None, /)", py_bytes_io_readlines, DOC("Return a list of lines, of about size bytes in all."), 0},
    {"readinto(buffer, /)", py_bytes_io_readinto, DOC("Fill a buffer; return how many bytes there were."), 0},
    {"write(b, /)", py_bytes_io_write, DOC("Write bytes; return how many."), 0},
    {"writelines(lines, /)", py_bytes_io_writelines, DOC("Write each of the lines; nothing is put between them."), 0},
    {"truncate(size=None, /)", py_bytes_io_truncate, DOC("Cut the bytes at size, by default at the position."), 0},
    {"getvalue()", py_bytes_io_getvalue, DOC("Return all the bytes."), 0},
    {"getbuffer()", py_bytes_io_getbuffer, DOC("Return a view of all the bytes; they can be changed through it."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"__getstate__()", py_bytes_io_getstate, DOC("What copies are made from."), 0},
    {"__setstate__(object, /)", py_bytes_io_setstate, DOC("Become what __getstate__() described."), 0},
    {0},
};

static Value get_closed(Ref self) { return bool_value(!as_bytes_io(self)->array); }

static const GetSetDef bytes_io_getsets[] = {
    {"closed", get_closed, NULL, DOC("Whether the file is closed.")},
    {0},
};

static Value bytes_io_iter(Ref self) { return retain(self); }

static Lookup bytes_io_next(Ref self, Value *line) {
    BytesIO *b = as_bytes_io(self);
    if (!check_open(b)) return FAILED;
    size_t length = line_length(b, -1);
    if (length == 0) return MISSING;
    *line = take(b, length);
    return *line ? FOUND : FAILED;
}

static void bytes_io_traverse(Ref self, Visit visit, void *context) {
    visit(as_bytes_io(self)->array, context);
    instance_traverse(self, visit, context);
}

/* Nothing is lost when one of these dies open; a class of a program may want to know. */
static void bytes_io_finalize(Ref self) {
    if (type_of(self)->flags & TYPE_HEAP) io_finalize(self);
}

Type type_bytes_io = {
    TYPE_HEAD(bytes_io),
    .init_slot = NULL,
    .name = "_io.BytesIO",
    .module = "_io",
    .doc = "A binary file in memory.",
    .base = &type_buffered_io_base,
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(BytesIO),
    .shape_offset = offsetof(BytesIO, slots),
    .traverse = bytes_io_traverse,
    .dispose = instance_dispose,
    .finalize = bytes_io_finalize,
    .make = bytes_io_make,
    .init = &bytes_io_init,
    .iter = bytes_io_iter,
    .next = bytes_io_next,
    .methods = bytes_io_methods,
    .getsets = bytes_io_getsets,
};
