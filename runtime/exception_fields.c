/* runtime/exception_fields.c - the arguments and attributes of the built-in exceptions.
 *
 * Owns:      what stands in Exception.fields, layout by layout.
 * Invariant: see exception_layouts.h.
 * Not here:  what all exceptions have (exception.c), groups (exception_group.c).
 */
#include <errno.h>

#include "runtime/bytes.h"
#include "runtime/complex.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception_layouts.h"
#include "runtime/float.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_methods.h"
#include "runtime/suggest.h"
#include "runtime/tuple.h"

/* --- Attributes that are plain fields ------------------------------------------------------------------------- */

#define FIELD_ACCESS(index)                                                                                            \
    static Value get_##index(Ref self) { return retain(exception_field_peek(self, index)); }                           \
    static bool set_##index(Ref self, Ref value) {                                                                     \
        field_set(as_exception(self), index, value);                                                                   \
        return true;                                                                                                   \
    }
FIELD_ACCESS(0)
FIELD_ACCESS(1)
FIELD_ACCESS(2)
FIELD_ACCESS(3)
FIELD_ACCESS(4)
#undef FIELD_ACCESS

#define END_OF_GETSETS {NULL, NULL, NULL, 0}

/* --- Keyword arguments ---------------------------------------------------------------------------------------- */

static bool is_one_of(Ref name, const Ref *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_equal(name, names[i])) return true;
    }
    return false;
}

/* The type that reads the keywords: what its subclasses refuse, they refuse in its name. */
static Ref keywords_reader(const Exception *e) {
    Type *readers[] = {&type_ImportError, &type_NameError, &type_AttributeError};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        if (type_is_subtype(e->head.type, readers[i])) return type_ref(readers[i]);
    }
    return type_ref(e->head.type);
}

static bool raise_unexpected(const Exception *e, Ref key, const Ref *names, size_t count) {
    Ref type = keywords_reader(e);
    Suggestion meant = SUGGESTION(key);
    for (size_t i = 0; i < count; i++) suggestion_offer(&meant, names[i]);
    if (!meant.best) return raise_false(&type_TypeError, "%N() got an unexpected keyword argument '%S'", type, key);
    return raise_false(&type_TypeError, "%N() got an unexpected keyword argument '%S'. Did you mean '%S'?", type, key,
                       meant.best);
}

/* Stores the keywords in the fields from first on; those not given become unset. */
static bool take_keywords(Exception *e, Ref keywords, const Ref *names, size_t count, int first) {
    if (keywords && dict_count(keywords) > count) {
        return raise_false(&type_TypeError, "%N() takes at most %zu keyword argument%s (%zu given)", keywords_reader(e),
                           count, count == 1 ? "" : "s", dict_count(keywords));
    }
    size_t position = 0;
    Ref key, value;
    while (keywords && dict_step(keywords, &position, &key, &value)) {
        if (!is_one_of(key, names, count)) return raise_unexpected(e, key, names, count);
    }
    for (size_t i = 0; i < count; i++) {
        field_set(e, first + (int)i, keywords ? dict_peek_str(keywords, names[i]) : NULL);
    }
    return true;
}

/* --- StopIteration, SystemExit -------------------------------------------------------------------------------- */

bool fill_stop(Exception *e, Ref args, Ref keywords) {
    if (!fill_base(e, args, keywords)) return false;
    field_set(e, FIELD_VALUE, tuple_count(args) ? tuple_peek(args, 0) : NULL);
    return true;
}

bool fill_exit(Exception *e, Ref args, Ref keywords) {
    if (!fill_base(e, args, keywords)) return false;
    size_t count = tuple_count(args);
    field_set(e, FIELD_VALUE, count == 0 ? NULL : count == 1 ? tuple_peek(args, 0) : args);
    return true;
}

const GetSetDef stop_getsets[] = {{"value", get_0, set_0, DOC("What the generator returned."), true}, END_OF_GETSETS};
const GetSetDef exit_getsets[] = {{"code", get_0, set_0, DOC("The exit status."), true}, END_OF_GETSETS};

/* --- AttributeError, NameError -------------------------------------------------------------------------------- */

bool fill_attribute(Exception *e, Ref args, Ref keywords) {
    const Ref names_[] = {NAME(name), NAME(obj)};
    return fill_base(e, args, NULL) && take_keywords(e, keywords, names_, 2, FIELD_NAME);
}

bool fill_name(Exception *e, Ref args, Ref keywords) {
    const Ref names_[] = {NAME(name)};
    return fill_base(e, args, NULL) && take_keywords(e, keywords, names_, 1, FIELD_NAME);
}

/* The same as BaseException's, but before KeyError's for a class of both. */
Value str_attribute(Ref self) { return str_base(self); }
Value str_name(Ref self) { return str_base(self); }

const GetSetDef attribute_getsets[] = {
    {"name", get_0, set_0, DOC("The attribute."), true},
    {"obj", get_1, set_1, DOC("What does not have it."), true},
    END_OF_GETSETS,
};
const GetSetDef name_getsets[] = {{"name", get_0, set_0, DOC("The name."), true}, END_OF_GETSETS};

/* obj is left out, as it may be anything; args stands in the attributes too, as CPython has it. */
static Value py_attribute_reduce(const Ref *args) {
    Value state = instance_copy_attributes(args[0]);
    if (!state) return NULL;
    const Exception *e = as_exception(args[0]);
    if (e->fields[FIELD_NAME]) dict_set_str(state, NAME(name), e->fields[FIELD_NAME]);
    dict_set_str(state, NAME(args), e->args);
    Value result = tuple_pack(3, type_ref(type_of(args[0])), e->args, state);
    release(state);
    return result;
}

const NativeDef attribute_methods[] = {
    {"__reduce__()", py_attribute_reduce, DOC("What copies of the exception are made from."), 0},
    {NULL, NULL, 0, 0},
};

/* --- ImportError ---------------------------------------------------------------------------------------------- */

bool fill_import(Exception *e, Ref args, Ref keywords) {
    const Ref names_[] = {NAME(name), NAME(path), NAME(name_from)};
    if (!fill_base(e, args, NULL) || !take_keywords(e, keywords, names_, 3, FIELD_IMPORT_NAME)) return false;
    field_set(e, FIELD_IMPORT_MSG, tuple_count(args) == 1 ? tuple_peek(args, 0) : NULL);
    return true;
}

Value str_import(Ref self) {
    Ref msg = exception_field_peek(self, FIELD_IMPORT_MSG);
    return is_exact(msg, &type_str) ? retain(msg) : str_base(self);
}

/* type, args and the attributes, to which the given fields are added where they are set. */
static Value reduce(Ref self, const Ref *names, const int *fields, size_t count) {
    Value state = instance_copy_attributes(self);
    if (!state) return NULL;
    for (size_t i = 0; i < count; i++) {
        Ref value = as_exception(self)->fields[fields[i]];
        if (value) dict_set_str(state, names[i], value);
    }
    Ref type = type_ref(type_of(self)), args = as_exception(self)->args;
    Value result = dict_count(state) ? tuple_pack(3, type, args, state) : tuple_pack(2, type, args);
    release(state);
    return result;
}

static Value py_import_reduce(const Ref *args) {
    const Ref names_[] = {NAME(name), NAME(path), NAME(name_from)};
    return reduce(args[0], names_, (int[]){FIELD_IMPORT_NAME, FIELD_IMPORT_PATH, FIELD_IMPORT_NAME_FROM}, 3);
}

const NativeDef import_methods[] = {
    {"__reduce__()", py_import_reduce, DOC("What copies of the exception are made from."), 0},
    {NULL, NULL, 0, 0},
};
const GetSetDef import_getsets[] = {
    {"msg", get_0, set_0, DOC("The message."), true},
    {"name", get_1, set_1, DOC("The module."), true},
    {"path", get_2, set_2, DOC("Its file."), true},
    {"name_from", get_3, set_3, DOC("The name that 'from' asked for."), true},
    END_OF_GETSETS,
};

/* --- OSError -------------------------------------------------------------------------------------------------- */

typedef struct ErrnoClass {
    int number;       /* errno */
    const Type *type; /* the subclass of OSError that means it */
} ErrnoClass;

static const ErrnoClass errno_classes[] = {
    {EAGAIN, &type_BlockingIOError},
    {EALREADY, &type_BlockingIOError},
    {EINPROGRESS, &type_BlockingIOError},
    {EWOULDBLOCK, &type_BlockingIOError},
    {EPIPE, &type_BrokenPipeError},
    {ESHUTDOWN, &type_BrokenPipeError},
    {ECHILD, &type_ChildProcessError},
    {ECONNABORTED, &type_ConnectionAbortedError},
    {ECONNREFUSED, &type_ConnectionRefusedError},
    {ECONNRESET, &type_ConnectionResetError},
    {EEXIST, &type_FileExistsError},
    {ENOENT, &type_FileNotFoundError},
    {EISDIR, &type_IsADirectoryError},
    {ENOTDIR, &type_NotADirectoryError},
    {EINTR, &type_InterruptedError},
    {EACCES, &type_PermissionError},
    {EPERM, &type_PermissionError},
    {ESRCH, &type_ProcessLookupError},
    {ETIMEDOUT, &type_TimeoutError},
};

static Type *class_of_errno(Ref number) {
    int64_t wanted;
    if (!is_int(number) || !int_as_int64(number, &wanted)) return &type_OSError;
    for (size_t i = 0; i < sizeof errno_classes / sizeof *errno_classes; i++) {
        if (wanted == errno_classes[i].number) return (Type *)errno_classes[i].type;
    }
    return &type_OSError;
}

/* What CPython takes for one: its class says how to make an int or a float of it. */
static bool is_number(Ref v) {
    Type *type = type_of(v);
    return type_lookup_peek(type, NAME(dunder_index)) || type_lookup_peek(type, NAME(dunder_int)) ||
           type_lookup_peek(type, NAME(dunder_float)) || is_complex(v);
}

static bool set_characters_written(Ref self, Ref value) {
    Exception *e = as_exception(self);
    if (!value && !e->fields[FIELD_CHARACTERS_WRITTEN]) return raise_false(&type_AttributeError, "characters_written");
    int64_t count = -1; /* none */
    if (value && !index_as_int64(value, &count, &type_ValueError)) return false;
    Value number = count != -1 ? int_value(count) : NULL;
    field_set(e, FIELD_CHARACTERS_WRITTEN, number);
    release_maybe(number);
    return true;
}

/* OSError(errno, strerror[, filename[, winerror[, filename2]]]): the file names are left out of args. */
static bool set_os_fields(Exception *e, Ref args) {
    size_t count = tuple_count(args);
    Ref filename = count >= 3 && count <= 5 ? tuple_peek(args, 2) : VALUE_NONE;
    bool parsed = count >= 2 && count <= 5, cut = false;
    if (type_of(self_of(e)) == &type_BlockingIOError && is_number(filename)) {
        if (!set_characters_written(self_of(e), filename)) return false;
    } else if (!is_none(filename)) {
        field_set(e, FIELD_FILENAME, filename);
        if (count == 5 && !is_none(tuple_peek(args, 4))) field_set(e, FIELD_FILENAME2, tuple_peek(args, 4));
        cut = true;
    } else if (count == 5 && !is_none(tuple_peek(args, 4))) {
        field_set(e, FIELD_FILENAME2, tuple_peek(args, 4));
    }
    if (parsed) {
        field_set(e, FIELD_ERRNO, tuple_peek(args, 0));
        field_set(e, FIELD_STRERROR, tuple_peek(args, 1));
    }
    if (!cut) {
        if (e->args != args) slot_set(&e->args, args);
        return true;
    }
    Value shorter = tuple_slice(args, 0, 2);
    if (!shorter) return false;
    slot_set_steal(&e->args, shorter);
    return true;
}

/* A class with an __init__ of its own but not __new__ gets its fields when that calls ours. */
static bool filled_by_init(const Type *type) {
    const Type *layout = exception_layout_type(type);
    return type->init_slot != layout->init_slot && type->new_slot == layout->new_slot;
}

Value make_os(Type *type, Ref args, Ref keywords) {
    if (filled_by_init(type)) return exception_allocate(type, tuple_empty());
    if (keywords) return raise(&type_TypeError, "%N() takes no keyword arguments", type);
    size_t count = tuple_count(args);
    if (type == &type_OSError && count >= 2 && count <= 5) type = class_of_errno(tuple_peek(args, 0));
    Value self = exception_allocate(type, args);
    if (!set_os_fields(as_exception(self), args)) clear_ref(&self);
    return self;
}

bool fill_os(Exception *e, Ref args, Ref keywords) {
    if (!filled_by_init(type_of(self_of(e)))) return true;
    return refuse_keywords(self_of(e), keywords) && set_os_fields(e, args);
}

Value str_os(Ref self) {
    const Exception *e = as_exception(self);
    Ref number = exception_field_peek(self, FIELD_ERRNO), text = exception_field_peek(self, FIELD_STRERROR);
    if (e->fields[FIELD_FILENAME] && e->fields[FIELD_FILENAME2]) {
        return error_format("[Errno %A] %A: %R -> %R", number, text, e->fields[FIELD_FILENAME],
                            e->fields[FIELD_FILENAME2]);
    }
    if (e->fields[FIELD_FILENAME]) return error_format("[Errno %A] %A: %R", number, text, e->fields[FIELD_FILENAME]);
    if (e->fields[FIELD_ERRNO] && e->fields[FIELD_STRERROR]) return error_format("[Errno %A] %A", number, text);
    return str_base(self);
}

/* The file names are put back where they were. */
static Value py_os_reduce(const Ref *arguments) {
    const Exception *e = as_exception(arguments[0]);
    Value attributes = instance_copy_attributes(arguments[0]), args = NULL, result = NULL;
    if (!attributes) return NULL;
    Ref type = type_ref(type_of(arguments[0]));
    if (tuple_count(e->args) != 2 || !e->fields[FIELD_FILENAME]) {
        args = retain(e->args);
    } else if (e->fields[FIELD_FILENAME2]) {
        args = tuple_pack(5, tuple_peek(e->args, 0), tuple_peek(e->args, 1), e->fields[FIELD_FILENAME], VALUE_NONE,
                          e->fields[FIELD_FILENAME2]);
    } else {
        args = tuple_pack(3, tuple_peek(e->args, 0), tuple_peek(e->args, 1), e->fields[FIELD_FILENAME]);
    }
    if (args) result = dict_count(attributes) ? tuple_pack(3, type, args, attributes) : tuple_pack(2, type, args);
    release(attributes);
    release_maybe(args);
    return result;
}

static Value get_characters_written(Ref self) {
    Ref value = as_exception(self)->fields[FIELD_CHARACTERS_WRITTEN];
    return value ? retain(value) : raise(&type_AttributeError, "characters_written");
}

const NativeDef os_methods[] = {
    {"__reduce__()", py_os_reduce, DOC("What copies of the exception are made from."), 0},
    {NULL, NULL, 0, 0},
};
const GetSetDef os_getsets[] = {
    {"errno", get_0, set_0, DOC("The system's number of the error."), true},
    {"strerror", get_1, set_1, DOC("The system's words for it."), true},
    {"filename", get_2, set_2, DOC("The file that it is about."), true},
    {"filename2", get_3, set_3, DOC("The second file that it is about."), true},
    {"characters_written", get_characters_written, set_characters_written, DOC("How much was written.")},
    END_OF_GETSETS,
};

/* --- SyntaxError ---------------------------------------------------------------------------------------------- */

/* SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset])) */
static bool take_place(Exception *e, Ref place) {
    size_t count = tuple_count(place);
    if (count < 4) return raise_false(&type_TypeError, "function takes at least 4 arguments (%zu given)", count);
    if (count > 6) return raise_false(&type_TypeError, "function takes at most 6 arguments (%zu given)", count);
    for (int i = 0; i < 4; i++) field_set(e, FIELD_SYNTAX_FILENAME + i, tuple_peek(place, (size_t)i));
    field_set(e, FIELD_SYNTAX_END, NULL);
    if (count == 4) return true;
    if (count == 5) return raise_false(&type_TypeError, "end_offset must be provided when end_lineno is provided");
    Value end = tuple_pack(3, tuple_peek(place, 4), tuple_peek(place, 5), VALUE_NONE);
    if (!end) return false;
    field_set(e, FIELD_SYNTAX_END, end);
    release(end);
    return true;
}

bool fill_syntax(Exception *e, Ref args, Ref keywords) {
    if (!fill_base(e, args, keywords)) return false;
    size_t count = tuple_count(args);
    if (count >= 1) field_set(e, FIELD_SYNTAX_MSG, tuple_peek(args, 0));
    if (count != 2) return true;
    Value place = tuple_of(tuple_peek(args, 1));
    bool done = place && take_place(e, place);
    release_maybe(place);
    return done;
}

/* The file's name without its directory. */
static Value base_name(Ref path) {
    int64_t slash = str_rfind(path, str_from_char('/'), 0, str_length(path));
    return str_slice(path, (size_t)(slash + 1), str_length(path));
}

Value str_syntax(Ref self) {
    Ref msg = exception_field_peek(self, FIELD_SYNTAX_MSG), path = exception_field_peek(self, FIELD_SYNTAX_FILENAME);
    Ref line = exception_field_peek(self, FIELD_SYNTAX_LINENO);
    Value name = is_str(path) ? base_name(path) : NULL, result;
    if (name && is_exact_int(line)) {
        result = error_format("%A (%S, line %A)", msg, name, line);
    } else if (name) {
        result = error_format("%A (%S)", msg, name);
    } else if (is_exact_int(line)) {
        result = error_format("%A (line %A)", msg, line);
    } else {
        result = str_of(msg);
    }
    release_maybe(name);
    return result;
}

static Value get_end(Ref self, size_t i) {
    Ref end = as_exception(self)->fields[FIELD_SYNTAX_END];
    return end ? retain(tuple_peek(end, i)) : VALUE_NONE;
}

static bool set_end(Ref self, size_t i, Ref value) {
    Ref old = as_exception(self)->fields[FIELD_SYNTAX_END];
    Ref parts[3] = {VALUE_NONE, VALUE_NONE, VALUE_NONE};
    for (size_t k = 0; old && k < 3; k++) parts[k] = tuple_peek(old, k);
    parts[i] = value ? value : VALUE_NONE;
    Value end = tuple_from(parts, 3);
    if (!end) return false;
    field_set(as_exception(self), FIELD_SYNTAX_END, end);
    release(end);
    return true;
}

static Value get_end_lineno(Ref self) { return get_end(self, 0); }
static bool set_end_lineno(Ref self, Ref value) { return set_end(self, 0, value); }
static Value get_end_offset(Ref self) { return get_end(self, 1); }
static bool set_end_offset(Ref self, Ref value) { return set_end(self, 1, value); }
static Value get_print(Ref self) { return get_end(self, 2); }
static bool set_print(Ref self, Ref value) { return set_end(self, 2, value); }

const GetSetDef syntax_getsets[] = {
    {"msg", get_0, set_0, DOC("The message."), true},
    {"filename", get_1, set_1, DOC("The file."), true},
    {"lineno", get_2, set_2, DOC("The line, from 1."), true},
    {"offset", get_3, set_3, DOC("The character in it, from 1."), true},
    {"text", get_4, set_4, DOC("The line's text."), true},
    {"end_lineno", get_end_lineno, set_end_lineno, DOC("The line where the error ends."), true},
    {"end_offset", get_end_offset, set_end_offset, DOC("The character behind its end."), true},
    {"print_file_and_line", get_print, set_print, DOC("Kept for old programs."), true},
    END_OF_GETSETS,
};

/* --- UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError -------------------------------------------- */

static bool check_count(Ref args, size_t count) {
    if (tuple_count(args) == count) return true;
    return raise_false(&type_TypeError, "function takes exactly %zu arguments (%zu given)", count, tuple_count(args));
}

static bool take_str(Exception *e, int field, Ref args, size_t i) {
    Ref value = tuple_peek(args, i);
    if (!is_str(value)) return raise_false(&type_TypeError, "argument %zu must be str, not %O", i + 1, value);
    field_set(e, field, value);
    return true;
}

static bool take_index(Exception *e, int field, Ref value) {
    int64_t place;
    if (!size_argument(value, &place)) return false;
    Value index = int_value(place);
    field_set(e, field, index);
    release(index);
    return true;
}

/* The arguments from i on: object, start, end, reason; the object is taken apart from them. */
static bool take_range(Exception *e, Ref args, size_t i) {
    return take_index(e, FIELD_START, tuple_peek(args, i + 1)) && take_index(e, FIELD_END, tuple_peek(args, i + 2)) &&
           take_str(e, FIELD_REASON, args, i + 3);
}

bool fill_decode(Exception *e, Ref args, Ref keywords) {
    if (!fill_base(e, args, keywords) || !check_count(args, 5) || !take_str(e, FIELD_ENCODING, args, 0)) return false;
    if (!take_range(e, args, 1)) return false;
    Ref object = tuple_peek(args, 1);
    if (type_of(object)->flags & TYPE_BYTES) {
        field_set(e, FIELD_OBJECT, object);
    } else {
        ByteView view;
        if (!byte_view(object, &view)) return false;
        Value bytes = bytes_from(view.data, view.length);
        byte_view_done(&view);
        if (!bytes) return false;
        field_set(e, FIELD_OBJECT, bytes);
        release(bytes);
    }
    return true;
}

bool fill_encode(Exception *e, Ref args, Ref keywords) {
    return fill_base(e, args, keywords) && check_count(args, 5) && take_str(e, FIELD_ENCODING, args, 0) &&
           take_str(e, FIELD_OBJECT, args, 1) && take_range(e, args, 1);
}

bool fill_translate(Exception *e, Ref args, Ref keywords) {
    return fill_base(e, args, keywords) && check_count(args, 4) && take_str(e, FIELD_OBJECT, args, 0) &&
           take_range(e, args, 0);
}

static int64_t int_field(Ref self, int field) {
    int64_t n = 0;
    Ref value = exception_field_peek(self, field);
    return is_int(value) && int_as_int64(value, &n) ? n : 0;
}

static bool is_one_place(Ref self, size_t length) {
    int64_t start = int_field(self, FIELD_START);
    return start >= 0 && (uint64_t)start < length && int_field(self, FIELD_END) == start + 1;
}

Value str_decode(Ref self) {
    Ref object = as_exception(self)->fields[FIELD_OBJECT];
    if (!object) return str_empty();
    const Value *fields = as_exception(self)->fields;
    Ref encoding = fields[FIELD_ENCODING], reason = fields[FIELD_REASON];
    int64_t start = int_field(self, FIELD_START);
    if (is_bytes(object) && is_one_place(self, bytes_length(object))) { /* a program may have put anything there */
        return error_format("'%A' codec can't decode byte 0x%02x in position %ld: %A", encoding,
                            (unsigned)bytes_data(object)[start], (long)start, reason);
    }
    return error_format("'%A' codec can't decode bytes in position %ld-%ld: %A", encoding, (long)start,
                        (long)int_field(self, FIELD_END) - 1, reason);
}

/* "can't encode character '\x..' in position n: reason" */
static Value str_character(Ref self, const char *verb) {
    Ref object = as_exception(self)->fields[FIELD_OBJECT], reason = as_exception(self)->fields[FIELD_REASON];
    int64_t start = int_field(self, FIELD_START);
    if (!is_str(object) || !is_one_place(self, str_length(object))) {
        return error_format("can't %s characters in position %ld-%ld: %A", verb, (long)start,
                            (long)int_field(self, FIELD_END) - 1, reason);
    }
    uint32_t c = str_at(object, (size_t)start);
    const char *format = c < 0x100     ? "can't %s character '\\x%02x' in position %ld: %A"
                         : c < 0x10000 ? "can't %s character '\\u%04x' in position %ld: %A"
                                       : "can't %s character '\\U%08x' in position %ld: %A";
    return error_format(format, verb, c, (long)start, reason);
}

Value str_encode(Ref self) {
    if (!as_exception(self)->fields[FIELD_OBJECT]) return str_empty();
    Value text = str_character(self, "encode");
    if (!text) return NULL;
    Value result = error_format("'%A' codec %S", as_exception(self)->fields[FIELD_ENCODING], text);
    release(text);
    return result;
}

Value str_translate(Ref self) {
    return as_exception(self)->fields[FIELD_OBJECT] ? str_character(self, "translate") : str_empty();
}

static bool set_index(Ref self, int field, Ref value) {
    if (!value) return raise_false(&type_TypeError, "can't delete numeric/char attribute");
    int64_t place;
    bool good = is_int(value) ? size_argument(value, &place) : raise_false(&type_TypeError, "an integer is required");
    Value number = int_value(good ? place : -1); /* as in CPython what is refused leaves -1 */
    field_set(as_exception(self), field, number);
    release(number);
    return good;
}

static Value get_start(Ref self) { return int_value(int_field(self, FIELD_START)); }
static Value get_finish(Ref self) { return int_value(int_field(self, FIELD_END)); }
static bool set_start(Ref self, Ref value) { return set_index(self, FIELD_START, value); }
static bool set_finish(Ref self, Ref value) { return set_index(self, FIELD_END, value); }

const GetSetDef decode_getsets[] = {
    {"encoding", get_0, set_0, DOC("The codec."), true},
    {"object", get_1, set_1, DOC("What was to be converted."), true},
    {"start", get_start, set_start, DOC("Index of the first offender."), true},
    {"end", get_finish, set_finish, DOC("Index behind the last."), true},
    {"reason", get_4, set_4, DOC("What is wrong with it."), true},
    END_OF_GETSETS,
};
const GetSetDef translate_getsets[] = {
    {"encoding", get_0, set_0, DOC("None: nothing is encoded."), true},
    {"object", get_1, set_1, DOC("What was to be converted."), true},
    {"start", get_start, set_start, DOC("Index of the first offender."), true},
    {"end", get_finish, set_finish, DOC("Index behind the last."), true},
    {"reason", get_4, set_4, DOC("What is wrong with it."), true},
    END_OF_GETSETS,
};
