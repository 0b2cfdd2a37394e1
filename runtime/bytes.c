/* runtime/bytes.c - making bytes, and looking into what is bytes-like.
 *
 * Owns:      the static bytes, allocation, ByteView.
 * Invariant: see bytes.h.
 * Not here:  the type and its operators (bytes_type.c), methods (bytes_methods.c).
 */
#include "runtime/bytes.h"

#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iterate.h"
#include "runtime/memoryview.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

enum { PLAUSIBLE_HINT = 1 << 20 }; /* items of an iterator for which nobody asks whether there is room */

/* Static bytes of length 0 or 1. */
typedef struct ShortBytes {
    Object head;     /* immortal */
    int64_t hash;    /* of data, or 0 */
    size_t length;   /* 0 or 1 */
    uint8_t data[2]; /* the byte and a NUL */
} ShortBytes;

static ShortBytes one_byte[256] /* length 0: not made yet */, no_bytes = {.head = IMMORTAL_HEAD(&type_bytes)};

/* Runtimes in two threads may both be here: what they write is the same. */
static Value from_byte(uint8_t byte) {
    ShortBytes *b = &one_byte[byte];
    if (UNLIKELY(__atomic_load_n(&b->length, __ATOMIC_ACQUIRE) == 0)) {
        b->head = (Object)IMMORTAL_HEAD(&type_bytes);
        b->data[0] = byte;
        __atomic_store_n(&b->length, 1, __ATOMIC_RELEASE);
    }
    return value_of(b);
}

Value bytes_alloc(size_t length) {
    if (length == 0) return value_of(&no_bytes);
    if (length >= INT64_MAX - sizeof(Bytes)) return raise(&type_OverflowError, "byte string is too large");
    Bytes *b = object_new_leaf(&type_bytes, sizeof(Bytes) + length + 1);
    if (b == NULL) return NULL;
    b->hash = 0;
    b->length = length;
    b->data[length] = 0;
    return value_of(b);
}

Value bytes_from(const void *data, size_t length) {
    if (length == 1) return from_byte(*(const uint8_t *)data);
    Value b = bytes_alloc(length);
    if (b && length > 0) memcpy(as_bytes(b)->data, data, length);
    return b;
}

Value bytes_new_of(Type *type, Ref bytes) {
    if (type == &type_bytes)
        return is_exact(bytes, type) ? retain(bytes) : bytes_from(bytes_data(bytes), bytes_length(bytes));
    size_t size = bytes_length(bytes) + 1;
    uint8_t *data = mem_raw_try(&rt()->mem, size);
    if (data == NULL) return raise_memory();
    memcpy(data, bytes_data(bytes), size);
    Bytes *b = object_new(type, type->size);
    b->head.flags |= BYTES_INDIRECT;
    b->hash = as_bytes(bytes)->hash;
    b->length = size - 1;
    memcpy(b->data, &data, sizeof(void *));
    return value_of(b);
}

Value bytes_finish(StrBuilder *b) {
    if (b->failed) return NULL;
    Value bytes = bytes_from(b->data, b->length);
    builder_abandon(b);
    return bytes;
}

int64_t bytes_hash(Ref b) {
    if (as_bytes(b)->hash == 0) as_bytes(b)->hash = str_hash_data(bytes_data(b), bytes_length(b));
    return as_bytes(b)->hash;
}

/* Views. */

static inline bool is_memoryview(Ref v) { return is_exact(v, &type_memoryview); }

bool is_bytes_like(Ref v) { return is_bytes(v) || is_memoryview(v) || has_byte_storage(v) || memoryview_exports(v); }

bool is_bytes_in_order(Ref v) {
    if (!is_memoryview(v)) return is_bytes_like(v);
    return as_memoryview(v)->source && memoryview_in_order(as_memoryview(v));
}

static void view_bytes(ByteView *view, Ref bytes) {
    *view = (ByteView){.data = bytes_data(bytes), .length = bytes_length(bytes), .held = retain(bytes)};
}

static void view_array(ByteView *view, Ref array) {
    ByteArray *a = as_bytearray(array);
    a->exports++;
    *view = (ByteView){
        .data = a->data ? a->data : (const uint8_t *)"", .length = a->length, .held = retain(array), .exported = true};
}

static bool view_memory(ByteView *view, Ref memory) {
    MemoryView *m = as_memoryview(memory);
    if (!memoryview_check_open(memory)) return false;
    if (!memoryview_in_order(m))
        return raise_false(&type_BufferError, "memoryview: underlying buffer is not C-contiguous");
    if (is_bytes(m->source)) {
        view_bytes(view, m->source);
    } else {
        view_array(view, m->source);
    }
    view->data += m->start;
    view->length = (size_t)(memoryview_count(m) * m->item_size);
    return true;
}

/* Of an object with __buffer__. It is told at once that the view is released, though the bytes are held for longer. */
static bool view_exporter(ByteView *view, Ref exporter, int flags) {
    Value memory = memoryview_of_exporter(exporter, flags);
    bool ok = memory && (flags == BUFFER_SIMPLE ? view_memory(view, memory) : byte_view_gathered(memory, view));
    release_maybe(memory);
    return ok;
}

bool byte_view(Ref object, ByteView *view) {
    *view = (ByteView){0};
    if (is_bytes(object)) {
        view_bytes(view, object);
    } else if (has_byte_storage(object)) {
        view_array(view, object);
    } else if (is_memoryview(object)) {
        return view_memory(view, object);
    } else if (memoryview_exports(object)) {
        return view_exporter(view, object, BUFFER_SIMPLE);
    } else {
        return raise_false(&type_TypeError, "a bytes-like object is required, not '%T'", object);
    }
    return true;
}

bool byte_view_try(Ref object, ByteView *view) {
    if (!is_bytes_in_order(object)) return false;
    if (byte_view(object, view)) return true;
    error_clear();
    return false;
}

bool byte_view_gathered(Ref object, ByteView *view) {
    if (is_exact(object, &type_bytes)) return view_bytes(view, object), true;
    if (memoryview_exports(object)) return view_exporter(view, object, BUFFER_FULL_READ_ONLY);
    if (is_bytes_in_order(object) || !is_memoryview(object)) return byte_view(object, view);
    Value bytes = memoryview_bytes(object);
    if (bytes) view_bytes(view, bytes);
    release_maybe(bytes);
    return bytes != NULL;
}

void byte_view_done(ByteView *view) {
    if (view->exported) as_bytearray(view->held)->exports--;
    view->exported = false;
    clear_ref(&view->held);
}

/* bytes(x). */

bool byte_argument(Ref v, uint8_t *byte) {
    int64_t value;
    if (!index_as_int64(v, &value, NULL)) return false;
    if (value < 0 || value > 255) return raise_false(&type_ValueError, "byte must be in range(0, 256)");
    *byte = (uint8_t)value;
    return true;
}

/* One item of an iterable; bytes and bytearray word the error differently. */
static inline bool add_item(StrBuilder *b, Ref item, bool array) {
    int64_t value;
    if (LIKELY(is_small_int(item) && (uint64_t)small_int(item) < 256)) {
        builder_char(b, (uint32_t)small_int(item));
        return !b->failed;
    }
    if (!index_as_int64(item, &value, NULL)) return false;
    if (value < 0 || value > 255)
        return raise_false(&type_ValueError, "%s must be in range(0, 256)", array ? "byte" : "bytes");
    builder_char(b, (uint32_t)value);
    return !b->failed;
}

static bool are_bytes(const Ref *items, size_t count) {
    bool all = true;
    for (size_t i = 0; i < count; i++) all &= (bits_of(items[i]) & ~(uint64_t)0x1fe) == 1; /* small ints below 256 */
    return all;
}

Lookup bytes_from_numbers(Ref source, Value *bytes) {
    bool list = is_exact(source, &type_list);
    if (!list && !is_exact(source, &type_tuple)) return MISSING;
    const Ref *items = refs(list ? as_list(source)->items : as_tuple(source)->items);
    size_t count = list ? list_count(source) : tuple_count(source);
    if (!are_bytes(items, count)) return MISSING;
    *bytes = bytes_alloc(count);
    if (!*bytes) return FAILED;
    uint8_t *data = bytes_data(*bytes);
    for (size_t i = 0; i < count; i++) data[i] = (uint8_t)small_int(items[i]);
    return FOUND;
}

static const char *name_of(bool array) { return array ? "bytearray" : "bytes"; }

bool bytes_hint_fits(Ref source) {
    int64_t hint = length_hint(source, 0);
    if (hint <= PLAUSIBLE_HINT) return hint >= 0;
    Value room = bytes_alloc((size_t)hint);
    release_maybe(room);
    return room != NULL;
}

Value bytes_from_iterable(Ref source, bool array) {
    Value numbers = NULL;
    if (bytes_from_numbers(source, &numbers) != MISSING) return numbers;
    Value iterator = iterate(source), item;
    if (iterator == NULL) {
        if (!error_matches(&type_TypeError)) return NULL;
        error_clear();
        return raise(&type_TypeError, "cannot convert '%T' object to %s", source, name_of(array));
    }
    if (!array && !bytes_hint_fits(source)) {
        release(iterator);
        return NULL;
    }
    StrBuilder b;
    Lookup more;
    builder_init(&b);
    while ((more = iterate_polled(iterator, &item)) == FOUND) {
        bool added = add_item(&b, item, array);
        release(item);
        if (!added) break;
    }
    release(iterator);
    if (more == MISSING) return bytes_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value from_count(Ref count, bool array) {
    int64_t length;
    if (!index_as_int64(count, &length, &type_OverflowError)) return NULL;
    if (length < 0) return raise(&type_ValueError, "negative count");
    if (length > INT64_MAX / 2 && array) return raise_memory();
    Value b = bytes_alloc((size_t)length);
    if (b && length > 0) memset(bytes_data(b), 0, (size_t)length);
    return b;
}

static Value from_object(Ref source, bool array) {
    Value made;
    Lookup special = MISSING;
    if (!array) special = call_special(source, NAME(dunder_bytes), NULL, 0, &made);
    if (special == FAILED) return NULL;
    if (special == MISSING && is_str(source)) return raise(&type_TypeError, "string argument without an encoding");
    if (special == FOUND) {
        if (is_bytes(made)) return made;
        raise(&type_TypeError, "__bytes__ returned non-bytes (type %T)", made);
        release(made);
        return NULL;
    }
    if (is_int(source) || type_of(source)->as_index) {
        made = from_count(source, array);
        if (made || is_int(source) || !error_matches(&type_TypeError)) return made;
        error_clear(); /* an __index__ that does not answer: it may still be a sequence */
    }
    if (!is_bytes_like(source)) {
        if (type_of(source)->iter || type_of(source)->getitem) return bytes_from_iterable(source, array);
        return raise(&type_TypeError, "cannot convert '%T' object to %s", source, name_of(array));
    }
    ByteView view;
    if (!byte_view_gathered(source, &view)) return NULL;
    made = bytes_from(view.data, view.length);
    byte_view_done(&view);
    return made;
}

Value bytes_from_arguments(Ref source, Ref encoding, Ref errors, bool array) {
    if (!codec_check_arguments(encoding, errors, name_of(array))) return NULL;
    if (source == NULL) {
        if (encoding == NULL && errors == NULL) return bytes_alloc(0);
        return raise(&type_TypeError,
                     encoding ? "encoding without a string argument" : "errors without a string argument");
    }
    if (encoding) {
        if (!is_str(source)) return raise(&type_TypeError, "encoding without a string argument");
        return codec_encode_object(source, encoding, errors, name_of(array));
    }
    if (errors) {
        return raise(&type_TypeError,
                     is_str(source) ? "string argument without an encoding" : "errors without a string argument");
    }
    if (is_exact(source, &type_bytes)) return retain(source);
    return from_object(source, array);
}

/* repr. */

void bytes_repr_to(StrBuilder *b, const uint8_t *data, size_t length, bool escape_single) {
    static const char hex[] = "0123456789abcdef";
    bool single = length > 0 && memchr(data, '\'', length), twice = length > 0 && memchr(data, '"', length);
    uint32_t quote = single && !twice ? '"' : '\'';
    builder_reserve(b, length + 3, 0);
    builder_char(b, 'b');
    builder_char(b, quote);
    for (size_t i = 0; i < length && !b->failed; i++) {
        uint8_t c = data[i];
        const char *special = c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : c == '\\' ? "\\\\" : NULL;
        if (special) {
            builder_ascii(b, special, 2);
        } else if (c == quote || (c == '\'' && escape_single)) {
            builder_char(b, '\\');
            builder_char(b, c);
        } else if (c >= ' ' && c < 0x7f) {
            builder_char(b, c);
        } else {
            char text[4] = {'\\', 'x', hex[c >> 4], hex[c & 15]};
            builder_ascii(b, text, 4);
        }
    }
    builder_char(b, quote);
}
