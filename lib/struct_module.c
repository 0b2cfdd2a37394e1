/* lib/struct_module.c - the module _struct: values packed into bytes, as a format says.
 *
 * Owns:      the type Struct, the reading of formats.
 * Invariant: a Struct that was initialised has a format without mistakes.
 * Not here:  the class error (lib/py/struct.py), what an item's letter means (runtime/memoryview_item.c).
 */

#include "lib/io.h"
#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/memoryview.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

typedef struct Struct {
    Object head;
    Value format;  /* str in ASCII, or NULL before __init__ */
    int64_t size;  /* bytes in all; -1 before __init__ */
    size_t values; /* that it packs */
} Struct;

typedef struct UnpackIterator {
    Object head;
    Value structure; /* Struct */
    Value view;      /* memoryview, or NULL at the end */
    size_t at;       /* where the next piece begins */
} UnpackIterator;

static Struct *as_struct(Ref v) { return (Struct *)object_of(v); }
static UnpackIterator *as_unpack_iterator(Ref v) { return (UnpackIterator *)object_of(v); }

/* --- Formats ----------------------------------------------------------------------------------------------------- */

/* A format, read from left to right; reading is so quick that nothing keeps what was found. */
typedef struct Format {
    const uint8_t *at, *end; /* of its text */
    bool native;             /* sizes and places are those of C */
    bool swapped;            /* the bytes of an item begin with the highest */
    size_t place;            /* where the next item may begin, from 0 on */
} Format;

/* So many items of one kind. */
typedef struct Run {
    const ItemFormat *item; /* NULL: x, s, p */
    char letter;            /* as it is written */
    size_t count;           /* items, or bytes when item is NULL */
    size_t place;           /* of the first */
} Run;

typedef struct Layout {
    Format format; /* before its first run */
    size_t size;   /* bytes in all */
    size_t values; /* that it packs */
} Layout;

/* struct.error. */
static COLD bool fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_format_list(format, arguments);
    va_end(arguments);
    Value module = text ? type_hooks.import_module("struct") : NULL, key = intern_text("error");
    Value type = module ? getattr(module, key) : NULL, error = type ? call_1(type, text) : NULL;
    if (error) raise_value(error);
    release_maybe(error);
    release_maybe(type);
    release(key);
    release_maybe(module);
    release_maybe(text);
    return false;
}

static COLD Lookup fail_reading(const char *what) {
    fail("%s", what);
    return FAILED;
}

static Lookup raise_too_long(void) { return fail_reading("total struct size too long"); }

/* Spaces, and how many items there are; the letter follows. MISSING: nothing does. */
static Lookup read_count(Format *f, size_t *count) {
    while (f->at < f->end && (*f->at == ' ' || (*f->at >= '\t' && *f->at <= '\r'))) f->at++;
    if (f->at == f->end) return MISSING;
    if (*f->at < '0' || *f->at > '9') return FOUND;
    for (*count = 0; f->at < f->end && *f->at >= '0' && *f->at <= '9'; f->at++) {
        size_t digit = *f->at - '0';
        if (*count > (INT64_MAX - digit) / 10) return raise_too_long();
        *count = *count * 10 + digit;
    }
    return f->at < f->end ? FOUND : fail_reading("repeat count given without format specifier");
}

static const ItemFormat *standard_item(char letter) {
    if (letter == 'n' || letter == 'N' || letter == 'P') return NULL;
    return item_format(letter == 'l' ? 'i' : letter == 'L' ? 'I' : letter);
}

static Lookup next_run(Format *f, Run *run) {
    run->count = 1;
    if (f->at == f->end) return MISSING;
    if (*f->at <= '9') {
        Lookup found = read_count(f, &run->count);
        if (found != FOUND) return found;
    }
    run->letter = (char)*f->at++;
    run->item = f->native ? item_format(run->letter) : standard_item(run->letter);
    size_t size = 1;
    if (run->item) {
        size = run->item->size;
        if (f->native) f->place = (f->place + size - 1) & -size;
    } else if (run->letter != 's' && run->letter != 'p' && run->letter != 'x') {
        return fail_reading("bad char in struct format");
    }
    int64_t bytes, end;
    if (__builtin_mul_overflow(run->count, size, &bytes) || __builtin_add_overflow(f->place, bytes, &end))
        return raise_too_long();
    run->place = f->place;
    f->place = (size_t)end;
    return FOUND;
}

/* format is a str or bytes, and lives as long as f. */
static bool begin_format(Ref format, Format *f) {
    *f = (Format){0};
    if (is_bytes(format)) {
        f->at = bytes_data(format);
        f->end = f->at + bytes_length(format);
    } else if (!is_str(format)) {
        return raise_false(&type_TypeError, "Struct() argument 1 must be a str or bytes object, not %T", format);
    } else if (!str_is_ascii(format)) {
        Value ascii = str_from_text("ascii");
        release_maybe(codec_encode_object(format, ascii, NULL, "encode"));
        release(ascii);
        return false;
    } else {
        f->at = str_data(format);
        f->end = f->at + str_length(format);
    }
    char mark = f->at < f->end ? (char)*f->at : 'x';
    bool standard = mark == '<' || mark == '>' || mark == '=' || mark == '!';
    f->native = !standard;
    f->swapped = mark == '>' || mark == '!';
    f->at += standard || mark == '@';
    return true;
}

static bool read_layout(Ref format, Layout *layout) {
    if (!begin_format(format, &layout->format)) return false;
    size_t length = (size_t)(layout->format.end - layout->format.at);
    if (memchr(layout->format.at, 0, length)) return fail("embedded null character");
    Format f = layout->format;
    Run run;
    Lookup found;
    layout->values = 0;
    while ((found = next_run(&f, &run)) == FOUND) layout->values += run.item ? run.count : run.letter != 'x';
    layout->size = f.place;
    return found == MISSING;
}

/* The layout of a Struct, whose format the caller holds by *held and releases. */
static bool struct_layout(Ref self, Layout *layout, Value *held) {
    Struct *s = as_struct(self);
    if (!s->format) return raise_false(&type_RuntimeError, "Struct object is not initialized");
    *held = retain(s->format);
    layout->size = (size_t)s->size;
    layout->values = s->values;
    return begin_format(s->format, &layout->format);
}

/* --- Unpacking --------------------------------------------------------------------------------------------------- */

static uint64_t turn_around(uint64_t bits, size_t size) { return __builtin_bswap64(bits) >> (64 - 8 * size); }

static bool unpack_run(const Format *f, const Run *run, const uint8_t *data, Value *items) {
    data += run->place;
    if (!run->item) {
        if (run->letter == 'x') return true;
        size_t length = run->count;
        if (run->letter == 'p') length = !length ? 0 : *data < length ? *data : length - 1;
        *items = bytes_from(data + (run->letter == 'p'), length);
        return *items != NULL;
    }
    size_t size = run->item->size;
    if (!f->swapped && items_of_ints(items, data, (int64_t)size, (int64_t)run->count, run->item->letter)) return true;
    for (size_t i = 0; i < run->count; i++, data += size) {
        uint64_t bits = item_load(data, size);
        if (f->swapped) bits = turn_around(bits, size);
        items[i] = item_of_bits(run->item, bits);
        if (!items[i]) return false;
    }
    return true;
}

static Value unpack(const Layout *layout, const uint8_t *data) {
    Value result = tuple_new(layout->values);
    if (!result) return NULL;
    Value *items = as_tuple(result)->items;
    Format f = layout->format;
    Run run;
    while (next_run(&f, &run) == FOUND) {
        if (!unpack_run(&f, &run, data, items)) {
            release(result);
            return NULL;
        }
        items += run.item ? run.count : run.letter != 'x';
    }
    return result;
}

/* --- Packing ----------------------------------------------------------------------------------------------------- */

/* An int that does not fit. */
static COLD bool fail_range(const Run *run) {
    unsigned unused = 64 - 8 * run->item->size;
    if (run->letter == 'P') return fail("int too large to convert");
    if (!run->item->is_signed)
        return fail("'%c' format requires 0 <= number <= %lu", run->letter, UINT64_MAX >> unused);
    return fail("'%c' format requires %ld <= number <= %ld", run->letter, INT64_MIN >> unused, INT64_MAX >> unused);
}

/* What item_to_bits could not do, in this module's words. */
static COLD bool fail_item(const Run *run, Ref value, Lookup found) {
    switch (run->letter) {
    case 'e':
    case 'f':
    case 'd':
        if (found == MISSING && is_int(value)) return fail("int too large to convert");
        if (found == MISSING)
            return raise_false(&type_OverflowError, "float too large to pack with %c format", run->letter);
        error_clear();
        return fail("required argument is not a float");
    case 'c': error_clear(); return fail("char format requires a bytes object of length 1");
    case '?': return false;
    default: break;
    }
    if (!is_int(value) && !type_of(value)->as_index) {
        error_clear();
        return fail("required argument is not an integer");
    }
    bool unfit = found == MISSING || (run->letter != 'P' && error_matches(&type_OverflowError));
    if (unfit && found == FAILED) error_clear();
    return unfit && fail_range(run);
}

static bool pack_text(const Run *run, uint8_t *data, Ref value) {
    ByteView view;
    if (!is_bytes(value) && !is_bytearray(value)) return fail("argument for '%c' must be a bytes object", run->letter);
    if (!byte_view(value, &view)) return false;
    size_t length = view.length, most = run->count;
    if (run->letter == 'p' && most) {
        most--;
        if (length > most) length = most;
        *data++ = length < 255 ? (uint8_t)length : 255;
    }
    memcpy(data, view.data, length < most ? length : most);
    byte_view_done(&view);
    return true;
}

static bool pack_run(const Format *f, const Run *run, uint8_t *data, const Ref *values) {
    data += run->place;
    if (!run->item) return run->letter == 'x' || pack_text(run, data, *values);
    size_t size = run->item->size;
    for (size_t i = 0; i < run->count; i++, data += size) {
        uint64_t bits = 0;
        Lookup found = item_to_bits(run->item, values[i], &bits);
        if (found == MISSING && f->native && run->letter == 'f') found = FOUND;
        if (UNLIKELY(found != FOUND)) return fail_item(run, values[i], found);
        if (f->swapped) bits = turn_around(bits, size);
        memcpy(data, &bits, size);
    }
    return true;
}

/* values: as many as the layout says. data has room for size bytes and does not move. */
static bool pack(const Layout *layout, uint8_t *data, const Ref *values) {
    memset(data, 0, layout->size);
    Format f = layout->format;
    Run run;
    while (next_run(&f, &run) == FOUND) {
        if (!pack_run(&f, &run, data, values)) return false;
        values += run.item ? run.count : run.letter != 'x';
    }
    return true;
}

static bool check_count(const Layout *layout, const char *name, size_t count) {
    return count == layout->values || fail("%s expected %zu items for packing (got %zu)", name, layout->values, count);
}

static Value pack_new(const Layout *layout, const Ref *values, size_t count) {
    if (!check_count(layout, "pack", count)) return NULL;
    Value bytes = bytes_alloc(layout->size);
    if (bytes && !pack(layout, bytes_data(bytes), values)) clear_ref(&bytes);
    return bytes;
}

/* Where size bytes stand in a buffer. */
static bool find_place(const Layout *layout, bool packs, int64_t offset, size_t length, size_t *place) {
    const char *name = packs ? "pack_into" : "unpack_from", *verb = packs ? "packing" : "unpacking";
    size_t size = layout->size;
    if (offset < 0) {
        if (offset + (int64_t)size > 0)
            return packs ? fail("no space to pack %zu bytes at offset %zd", size, offset)
                         : fail("not enough data to unpack %zu bytes at offset %zd", size, offset);
        if (offset + (int64_t)length < 0) return fail("offset %zd out of range for %zu-byte buffer", offset, length);
        offset += (int64_t)length;
    }
    *place = (size_t)offset;
    if (*place <= length && length - *place >= size) return true;
    return fail("%s requires a buffer of at least %zu bytes for %s %zu bytes at offset %zd (actual buffer size is %zu)",
                name, *place + size, verb, size, offset, length);
}

/* args: buffer, offset, values. */
static Value pack_into(const Layout *layout, const Ref *args, size_t count) {
    ByteView view;
    int64_t offset;
    size_t place;
    if (count < 2) {
        fail("pack_into expected %s argument", count ? "offset" : "buffer");
        return NULL;
    }
    if (!check_count(layout, "pack_into", count - 2)) return NULL;
    if (!io_writable_view(args[0], "argument", &view)) return NULL;
    bool ok = index_as_int64(args[1], &offset, &type_IndexError) &&
              find_place(layout, true, offset, view.length, &place) &&
              pack(layout, (uint8_t *)(uintptr_t)view.data + place, args + 2);
    byte_view_done(&view);
    return ok ? VALUE_NONE : NULL;
}

/* args: buffer, offset. */
static Value unpack_from(const Layout *layout, const Ref *args, size_t count) {
    ByteView view;
    int64_t offset;
    size_t place;
    if (!byte_view(args[0], &view)) return NULL;
    bool ok = io_offset(args[1], &offset) && find_place(layout, false, offset, view.length, &place);
    Value result = ok ? unpack(layout, view.data + place) : NULL;
    byte_view_done(&view);
    return result;
}

/* args: buffer. */
static Value unpack_all(const Layout *layout, const Ref *args, size_t count) {
    ByteView view;
    if (!byte_view(args[0], &view)) return NULL;
    bool ok = view.length == layout->size || fail("unpack requires a buffer of %zu bytes", layout->size);
    Value result = ok ? unpack(layout, view.data) : NULL;
    byte_view_done(&view);
    return result;
}

/* --- Struct ------------------------------------------------------------------------------------------------------ */

static Value struct_make(Type *type) {
    Struct *s = object_new(type, type->size);
    if (s) s->size = -1;
    return value_of(s);
}

static Value py_struct_init(const Ref *args) {
    Layout layout;
    Struct *s = as_struct(args[0]);
    if (!read_layout(args[1], &layout)) return NULL;
    Value format = is_str(args[1]) ? str_slice(args[1], 0, str_length(args[1]))
                                   : str_from_ascii((const char *)bytes_data(args[1]), bytes_length(args[1]));
    if (!format) return NULL;
    slot_set_steal(&s->format, format);
    s->size = (int64_t)layout.size;
    s->values = layout.values;
    return VALUE_NONE;
}

/* What to do by a layout with count arguments. */
typedef Value (*Use)(const Layout *layout, const Ref *args, size_t count);

static Value pack_tuple(const Layout *layout, const Ref *args, size_t count) {
    return pack_new(layout, refs(as_tuple(args[0])->items), tuple_count(args[0]));
}

static Value pack_tuple_into(const Layout *layout, const Ref *args, size_t count) {
    return pack_into(layout, refs(as_tuple(args[0])->items), tuple_count(args[0]));
}

/* The Struct is the first of the count arguments. */
static Value use_struct(const Ref *args, size_t count, Use use) {
    Layout layout;
    Value held;
    if (!struct_layout(args[0], &layout, &held)) return NULL;
    Value result = use(&layout, args + 1, count - 1);
    release(held);
    return result;
}

/* The format is the first of the count arguments. */
static Value use_format(const Ref *args, size_t count, Use use) {
    Layout layout;
    if (count == 0) return raise(&type_TypeError, "missing format argument");
    return read_layout(args[0], &layout) ? use(&layout, args + 1, count - 1) : NULL;
}

static Value pack_positional(const Ref *args, size_t count) { return use_struct(args, count, pack_new); }
static Value py_struct_pack(const Ref *args) { return use_struct(args, 2, pack_tuple); }
static Value py_struct_pack_into(const Ref *args) { return use_struct(args, 2, pack_tuple_into); }
static Value py_struct_unpack(const Ref *args) { return use_struct(args, 2, unpack_all); }
static Value py_struct_unpack_from(const Ref *args) { return use_struct(args, 3, unpack_from); }

static Value py_struct_iter_unpack(const Ref *args) {
    size_t size = (size_t)as_struct(args[0])->size;
    ByteView view;
    if (!as_struct(args[0])->format) return raise(&type_RuntimeError, "Struct object is not initialized");
    if (size == 0) return fail("cannot iteratively unpack with a struct of length 0"), NULL;
    if (!byte_view(args[1], &view)) return NULL;
    bool ok = view.length % size == 0 || fail("iterative unpacking requires a buffer of a multiple of %zu bytes", size);
    byte_view_done(&view);
    Value memory = ok ? memoryview_new(args[1]) : NULL;
    if (!memory) return NULL;
    UnpackIterator *it = object_new(&type_unpack_iterator, sizeof *it);
    if (it) *it = (UnpackIterator){it->head, retain(args[0]), memory, 0};
    return value_of(it);
}

static Lookup next_piece(Ref self, Value *item) {
    UnpackIterator *it = as_unpack_iterator(self);
    Layout layout;
    ByteView view;
    Value held;
    if (!it->view) return MISSING;
    if (!byte_view(it->view, &view)) return FAILED;
    *item = NULL;
    bool more = view.length > it->at;
    if (more && struct_layout(it->structure, &layout, &held)) {
        if (view.length - it->at >= layout.size) *item = unpack(&layout, view.data + it->at);
        it->at += layout.size;
        release(held);
    }
    byte_view_done(&view);
    if (*item) return FOUND;
    clear_ref(&it->view);
    return more ? FAILED : MISSING;
}

static Value py_unpack_iterator_length_hint(const Ref *args) {
    UnpackIterator *it = as_unpack_iterator(args[0]);
    int64_t size = as_struct(it->structure)->size;
    return int_value(it->view ? (memoryview_count(as_memoryview(it->view)) - (int64_t)it->at) / size : 0);
}

static Value get_format(Ref self) {
    Value format = as_struct(self)->format;
    return format ? retain(format) : raise(&type_RuntimeError, "Struct object is not initialized");
}

static Value get_size(Ref self) { return int_value(as_struct(self)->size); }

static Value struct_repr(Ref self) {
    Value format = get_format(self), name = format ? type_get_name(type_of(self)) : NULL;
    Value text = name ? error_format("%S(%R)", name, format) : NULL;
    release_maybe(name);
    release_maybe(format);
    return text;
}

static const NativeDef struct_init = {"Struct(format)~", py_struct_init, 0, NATIVE_METHOD};

static const NativeDef struct_methods[] = {
    {"pack(*values)~", NATIVE_FORMS(py_struct_pack, pack_positional), DOC("Return the values as bytes."),
     NATIVE_POSITIONAL},
    {"pack_into(*values)~", py_struct_pack_into, DOC("Write the values into a buffer, from an offset on."), 0},
    {"unpack(buffer, /)", py_struct_unpack, DOC("Return the values that the bytes stand for."), 0},
    {"unpack_from(buffer, offset=0)", py_struct_unpack_from, DOC("The same at a place of a buffer."), 0},
    {"iter_unpack(buffer, /)", py_struct_iter_unpack,
     DOC("Iterate over the values of one piece of the buffer after the other."), 0},
    {0},
};

static const GetSetDef struct_getsets[] = {
    {"format", get_format, NULL, DOC("The format, as a str.")},
    {"size", get_size, NULL, DOC("How many bytes it stands for.")},
    {0},
};

Type type_struct = {
    TYPE_HEAD(struct),
    .init_slot = NULL,
    .name = "_struct.Struct",
    .module = "_struct",
    .doc = "A format that was read once.",
    .flags = TYPE_CONTAINER | TYPE_WEAKREF | TYPE_PARTS_1,
    .size = sizeof(Struct),
    .traverse = object_traverse_parts,
    .make = struct_make,
    .init = &struct_init,
    .repr = struct_repr,
    .methods = struct_methods,
    .getsets = struct_getsets,
};

static const NativeDef unpack_iterator_methods[] = {
    {"__length_hint__()", py_unpack_iterator_length_hint, DOC("Return how many pieces are left."), 0},
    {0},
};

Type type_unpack_iterator = {
    TYPE_HEAD(unpack_iterator),
    .name = "_struct.unpack_iterator",
    .module = "_struct",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,
    .size = sizeof(UnpackIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_piece,
    .methods = unpack_iterator_methods,
};

/* --- The module -------------------------------------------------------------------------------------------------- */

static Value pack_by_format(const Ref *args, size_t count) { return use_format(args, count, pack_new); }

static Value py_pack(const Ref *args) { return pack_by_format(refs(as_tuple(args[0])->items), tuple_count(args[0])); }

static Value pack_into_by_format(const Ref *args, size_t count) { return use_format(args, count, pack_into); }

static Value py_pack_into(const Ref *args) {
    return pack_into_by_format(refs(as_tuple(args[0])->items), tuple_count(args[0]));
}

static Value py_calcsize(const Ref *args) {
    Layout layout;
    return read_layout(args[0], &layout) ? int_value((int64_t)layout.size) : NULL;
}

static Value py_unpack(const Ref *args) { return use_format(args, 2, unpack_all); }
static Value py_unpack_from(const Ref *args) { return use_format(args, 3, unpack_from); }

static Value py_iter_unpack(const Ref *args) {
    Value structure = call_1(type_ref(&type_struct), args[0]);
    if (!structure) return NULL;
    Ref all[] = {structure, args[1]};
    Value result = py_struct_iter_unpack(all);
    release(structure);
    return result;
}

static Value py_clearcache(const Ref *args) { return VALUE_NONE; }

static const NativeDef functions[] = {
    {"calcsize(format, /)", py_calcsize, DOC("Return how many bytes a format stands for."), 0},
    {"pack(*values)~", NATIVE_FORMS(py_pack, pack_by_format),
     DOC("Return the values as bytes; the first says in which format."), NATIVE_POSITIONAL},
    {"pack_into(*values)~", NATIVE_FORMS(py_pack_into, pack_into_by_format),
     DOC("Write values into a buffer: format, buffer, offset, values."), NATIVE_POSITIONAL},
    {"unpack(format, buffer, /)", py_unpack, DOC("Return the values that the bytes stand for."), 0},
    {"unpack_from(format, /, buffer, offset=0)", py_unpack_from, DOC("The same at a place of a buffer."), 0},
    {"iter_unpack(format, buffer, /)", py_iter_unpack,
     DOC("Iterate over the values of one piece of the buffer after the other."), 0},
    {"_clearcache()", py_clearcache, DOC("Does nothing: formats are not kept."), 0},
    {0},
};

static bool fill(Ref dict) {
    dict_set_text(dict, "Struct", type_ref(&type_struct));
    return true;
}

const ModuleDef module__struct = {
    "_struct",
    "Values packed into bytes; programs use it through the module struct.",
    functions,
    fill,
};
