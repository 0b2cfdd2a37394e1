/* lib/io_string.c - the type StringIO: a text file in memory.
 *
 * Owns:      struct StringIO and its storage.
 * Invariant: data holds capacity characters of width bytes; those from length on are not set.
 * Not here:  the ends of lines (io_text_read.c).
 */
#include <string.h>

#include "lib/io_text.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

typedef struct StringIO {
    Object head;
    bool unused;      /* flush() of a closed one is no error */
    bool closed;      /* close() ran */
    bool ready;       /* __init__ ran */
    bool universal;   /* "\r" and "\r\n" end lines too */
    bool translate;   /* they are written as "\n" */
    bool newline_set; /* newline was not None */
    char end[3];      /* what ends a line, and what "\n" is written as */
    uint8_t ends;     /* END_... of what was written, when universal */
    uint8_t width;    /* bytes a character: 1, 2 or 4 */
    size_t length;    /* characters */
    size_t capacity;  /* characters that fit */
    size_t position;  /* in characters; may lie behind the end */
    uint8_t *data;    /* raw storage, or NULL while capacity is 0 */
    Slots slots;
} StringIO;

static StringIO *as_string_io(Ref v) { return (StringIO *)object_of(v); }

static bool check_open(const StringIO *s) {
    if (LIKELY(s->ready && !s->closed)) return true;
    return raise_false(&type_ValueError,
                       s->closed ? "I/O operation on closed file" : "I/O operation on uninitialized object");
}

/* --- Storage ----------------------------------------------------------------------------------------------------- */

static void drop_storage(StringIO *s) {
    if (s->data) mem_raw_free(&rt()->mem, s->data, s->capacity * s->width);
    s->data = NULL;
    s->length = s->capacity = s->position = 0;
    s->width = 1;
}

static uint32_t char_at(const StringIO *s, size_t i) {
    if (s->width == 1) return s->data[i];
    return s->width == 2 ? ((const uint16_t *)(const void *)s->data)[i] : ((const uint32_t *)(const void *)s->data)[i];
}

/* Copies characters of one width to places of the same or a greater one. */
static void copy_chars(uint8_t *to, uint32_t to_width, const uint8_t *from, uint32_t from_width, size_t count) {
    if (to_width == from_width) {
        memcpy(to, from, count * to_width);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t c = from_width == 1 ? from[i] : ((const uint16_t *)(const void *)from)[i];
        if (to_width == 2) ((uint16_t *)(void *)to)[i] = (uint16_t)c;
        else ((uint32_t *)(void *)to)[i] = c;
    }
}

/* Makes room for size characters of this width. */
static bool reserve(StringIO *s, size_t size, uint32_t width) {
    if (size <= s->capacity && width <= s->width) return true;
    if (width < s->width) width = s->width;
    size_t capacity = size <= s->capacity ? s->capacity : size + (size >> 1) + 64;
    if (size > (size_t)INT64_MAX / 8) return raise_memory(), false;
    uint8_t *data;
    if (width == s->width) {
        data = mem_raw_resize_try(&rt()->mem, s->data, s->capacity * width, capacity * width);
        if (!data) return raise_memory(), false;
    } else {
        data = mem_raw_try(&rt()->mem, capacity * width);
        if (!data) return raise_memory(), false;
        copy_chars(data, width, s->data, s->width, s->length);
        if (s->data) mem_raw_free(&rt()->mem, s->data, s->capacity * s->width);
    }
    s->data = data;
    s->capacity = capacity;
    s->width = (uint8_t)width;
    return true;
}

static bool put(StringIO *s, Ref text) {
    size_t length = str_length(text), end = s->position + length;
    if (length == 0) return true;
    if (!reserve(s, end, str_width(text))) return false;
    if (s->position > s->length) memset(s->data + s->length * s->width, 0, (s->position - s->length) * s->width);
    copy_chars(s->data + s->position * s->width, s->width, str_data(text), str_width(text), length);
    s->position = end;
    if (end > s->length) s->length = end;
    return true;
}

static bool write_text(StringIO *s, Ref text) {
    Value changed;
    if (s->universal) {
        changed = text_translate_steal(retain(text), s->translate, &s->ends);
    } else if (strcmp(s->end, "\n") == 0) {
        return put(s, text);
    } else {
        Value end = str_from_text(s->end);
        changed = end ? str_replace(text, str_from_char('\n'), end, SIZE_MAX) : NULL;
        release_maybe(end);
    }
    bool ok = changed && put(s, changed);
    release_maybe(changed);
    return ok;
}

static Value take(StringIO *s, size_t count) {
    if (count == 0) return str_empty();
    Value text = str_from_chars(s->data + s->position * s->width, s->width, count);
    if (text) s->position += count;
    return text;
}

static size_t chars_ahead(const StringIO *s) { return s->length > s->position ? s->length - s->position : 0; }

/* --- Making ------------------------------------------------------------------------------------------------------ */

static Value string_io_make(Type *type) {
    StringIO *s = object_new(type, type->size);
    s->width = 1;
    return value_of(s);
}

static bool set_newline(StringIO *s, Ref newline) {
    static const char *const known[] = {"", "\n", "\r", "\r\n"};
    size_t which = 0;
    strcpy(s->end, "\n");
    s->universal = s->translate = is_none(newline);
    s->newline_set = !is_none(newline);
    if (is_none(newline)) return true;
    if (!is_str(newline)) return raise_false(&type_TypeError, "newline must be str or None, not %T", newline);
    while (which < 4 && !str_equal_text(newline, known[which])) which++;
    if (which == 4) return raise_false(&type_ValueError, "illegal newline value: %R", newline);
    if (which == 0) s->universal = true;
    else strcpy(s->end, known[which]);
    return true;
}

static Value py_string_io_init(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    s->ready = false;
    if (!set_newline(s, args[2])) return NULL;
    if (!is_none(args[1]) && !is_str(args[1]))
        return raise(&type_TypeError, "initial_value must be str or None, not %T", args[1]);
    drop_storage(s);
    s->closed = false;
    s->ends = 0;
    if (!is_none(args[1]) && !write_text(s, args[1])) return NULL;
    s->position = 0;
    s->ready = true;
    return VALUE_NONE;
}
static const NativeDef string_io_init = {"StringIO(initial_value='', newline='\\n')", py_string_io_init, 0, 0};

/* --- Methods ----------------------------------------------------------------------------------------------------- */

static Value py_string_io_write(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    if (!is_str(args[1])) return raise(&type_TypeError, "string argument expected, got '%T'", args[1]);
    if (!check_open(s) || !write_text(s, args[1])) return NULL;
    return int_value((int64_t)str_length(args[1]));
}

static Value py_string_io_read(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    int64_t size;
    if (!io_size(args[1], &size) || !check_open(s)) return NULL;
    size_t ahead = chars_ahead(s);
    return take(s, size < 0 || (size_t)size > ahead ? ahead : (size_t)size);
}

/* How many characters the next line has, its end included. */
static size_t line_length(const StringIO *s, int64_t limit) {
    size_t ahead = chars_ahead(s), most = limit >= 0 && (size_t)limit < ahead ? (size_t)limit : ahead;
    size_t begin = s->position, size = s->universal && !s->translate ? 0 : strlen(s->end);
    if (size == 1 && s->width == 1 && most) {
        const uint8_t *from = s->data + begin, *stop = memchr(from, s->end[0], most);
        return stop ? (size_t)(stop - from) + 1 : most;
    }
    for (size_t i = 0; i < most; i++) {
        uint32_t c = char_at(s, begin + i), after = i + 1 < ahead ? char_at(s, begin + i + 1) : 0;
        size_t length = i + 1;
        if (size == 0 ? c != '\n' && c != '\r' : c != (uint8_t)s->end[0]) continue;
        if (size == 2 && after != (uint8_t)s->end[1]) continue;
        if (size == 2 || (size == 0 && c == '\r' && after == '\n')) length++;
        return length < most ? length : most;
    }
    return most;
}

static Value py_string_io_readline(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    int64_t size;
    if (!io_size(args[1], &size) || !check_open(s)) return NULL;
    return take(s, line_length(s, size));
}

static Value py_string_io_getvalue(const Ref *args) {
    const StringIO *s = as_string_io(args[0]);
    return check_open(s) ? str_from_chars(s->data, s->width, s->length) : NULL;
}

static Value py_string_io_tell(const Ref *args) {
    const StringIO *s = as_string_io(args[0]);
    return check_open(s) ? int_value((int64_t)s->position) : NULL;
}

static Value py_string_io_seek(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    int64_t offset, whence;
    if (!io_offset(args[1], &offset) || !io_whence(args[2], &whence) || !check_open(s)) return NULL;
    if (whence < 0 || whence > 2)
        return raise(&type_ValueError, "Invalid whence (%ld, should be 0, 1 or 2)", (long)whence);
    if (whence == 0 && offset < 0) return raise(&type_ValueError, "Negative seek position %ld", (long)offset);
    if (whence && offset) return raise(&type_OSError, "Can't do nonzero cur-relative seeks");
    if (whence == 0) s->position = (size_t)offset;
    if (whence == 2) s->position = s->length;
    return int_value((int64_t)s->position);
}

static Value py_string_io_truncate(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    int64_t size;
    if (!io_size(args[1], &size) || !check_open(s)) return NULL;
    if (is_none(args[1])) size = (int64_t)s->position;
    if (size < 0) return raise(&type_ValueError, "Negative size value %ld", (long)size);
    if ((size_t)size < s->length) s->length = (size_t)size;
    return int_value(size);
}

static Value py_string_io_close(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    drop_storage(s);
    s->closed = true;
    return VALUE_NONE;
}

static Value py_string_io_true(const Ref *args) { return check_open(as_string_io(args[0])) ? VALUE_TRUE : NULL; }

/* (value, newline, position, dict or None): what copies are made from. */
static Value py_string_io_getstate(const Ref *args) {
    const StringIO *s = as_string_io(args[0]);
    Value text = py_string_io_getvalue(args);
    if (!text) return NULL;
    Value newline = !s->newline_set ? VALUE_NONE : s->universal ? str_empty() : str_from_text(s->end);
    Value position = int_value((int64_t)s->position), attributes = instance_copy_attributes(args[0]);
    Value state =
        tuple_pack(4, text, newline, position, attributes && dict_count(attributes) ? attributes : VALUE_NONE);
    release_maybe(attributes);
    release(position);
    release(newline);
    release(text);
    return state;
}

static Value py_string_io_setstate(const Ref *args) {
    StringIO *s = as_string_io(args[0]);
    Ref state = args[1];
    int64_t position;
    if (s->closed) return check_open(s), NULL;
    if (!is_tuple(state) || tuple_count(state) != 4)
        return raise(&type_TypeError, "%T.__setstate__ argument should be 4-tuple, got %T", args[0], state);
    Ref begin[3] = {args[0], str_empty(), tuple_peek(state, 1)}, text = tuple_peek(state, 0),
        attributes = tuple_peek(state, 3);
    Value begun = py_string_io_init(begin);
    if (!begun) return NULL;
    if (!is_str(text)) return raise(&type_TypeError, "initial_value must be str or None, not %T", text);
    if (!put(s, text)) return NULL; /* it was translated when it was written */
    if (!is_int(tuple_peek(state, 2)) || !int_as_int64(tuple_peek(state, 2), &position))
        return raise(&type_TypeError, "third item of state must be an integer, got %T", tuple_peek(state, 2));
    if (position < 0) return raise(&type_ValueError, "position value cannot be negative");
    s->position = (size_t)position;
    if (is_none(attributes)) return VALUE_NONE;
    if (!is_dict(attributes))
        return raise(&type_TypeError, "fourth item of state should be a dict, got a %T", attributes);
    Value dict = instance_dict(args[0]);
    bool ok = dict && dict_update(dict, attributes);
    release_maybe(dict);
    return ok ? VALUE_NONE : NULL;
}

static const NativeDef string_io_methods[] = {
    {"close()", py_string_io_close, DOC("Forget the text; nothing else works afterwards."), 0},
    {"getvalue()", py_string_io_getvalue, DOC("Return the whole text."), 0},
    {"read(size=-1, /)", py_string_io_read, DOC("Read size characters, by default all."), 0},
    {"readline(size=-1, /)", py_string_io_readline, DOC("Read one line, at most size characters of it."), 0},
    {"tell()", py_string_io_tell, DOC("Return the position."), 0},
    {"truncate(pos=None, /)", py_string_io_truncate, DOC("Cut the text at pos, by default at the position."), 0},
    {"seek(pos, whence=0, /)", py_string_io_seek, DOC("Change the position and return it."), 0},
    {"write(s, /)", py_string_io_write, DOC("Write a string; return how many characters."), 0},
    {"seekable()", py_string_io_true, DOC("Returns True: it can seek."), 0},
    {"readable()", py_string_io_true, DOC("Returns True: it can be read."), 0},
    {"writable()", py_string_io_true, DOC("Returns True: it can be written."), 0},
    {"__getstate__()", py_string_io_getstate, DOC("What copies are made from."), 0},
    {"__setstate__(state, /)", py_string_io_setstate, DOC("Become what __getstate__() described."), 0},
    {0},
};

static Value get_closed(Ref self) { return bool_value(as_string_io(self)->closed); }
static Value get_line_buffering(Ref self) { return check_open(as_string_io(self)) ? VALUE_FALSE : NULL; }
static Value get_newlines(Ref self) {
    const StringIO *s = as_string_io(self);
    if (!check_open(s)) return NULL;
    return s->universal ? text_ends(s->ends) : VALUE_NONE;
}

static const GetSetDef string_io_getsets[] = {
    {"closed", get_closed, NULL, DOC("Whether the file is closed.")},
    {"newlines", get_newlines, NULL, DOC("The ends of lines met so far: None, one, or a tuple.")},
    {"line_buffering", get_line_buffering, NULL, DOC("False: there is no buffer.")},
    {0},
};

static Lookup string_io_next(Ref self, Value *line) {
    StringIO *s = as_string_io(self);
    if (!check_open(s)) return FAILED;
    if (UNLIKELY(!is_exact(self, &type_string_io))) {
        *line = call_method(self, NAME(readline), NULL, 0);
        if (*line && !is_str(*line)) {
            raise(&type_OSError, "readline() should have returned a str object, not '%T'", *line);
            clear_ref(line);
        }
    } else {
        *line = take(s, line_length(s, -1));
    }
    if (!*line) return FAILED;
    if (str_length(*line)) return FOUND;
    release(*line);
    return MISSING;
}

static void string_io_dispose(Ref self) {
    drop_storage(as_string_io(self));
    instance_dispose(self);
}

/* Nothing is lost when one of these dies open; a class of a program may want to know. */
static void string_io_finalize(Ref self) {
    if (type_of(self)->flags & TYPE_HEAP) io_finalize(self);
}

Type type_string_io = {
    TYPE_HEAD(string_io),
    .name = "_io.StringIO",
    .module = "_io",
    .doc = "A text file in memory.",
    .base = &type_text_io_base,
    .flags = TYPE_CONTAINER | TYPE_DICT | TYPE_WEAKREF,
    .size = sizeof(StringIO),
    .shape_offset = offsetof(StringIO, slots),
    .traverse = io_traverse,
    .dispose = string_io_dispose,
    .finalize = string_io_finalize,
    .make = string_io_make,
    .init = &string_io_init,
    .init_slot = NULL,
    .iter = io_iter,
    .next = string_io_next,
    .methods = string_io_methods,
    .getsets = string_io_getsets,
};
