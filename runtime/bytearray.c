/* runtime/bytearray.c - the bytearray type: a growable array of bytes.
 *
 * Owns:      nothing.
 * Invariant: see bytes.h.
 * Not here:  its storage (byte_storage.h), the methods that it shares with bytes (bytes_methods.def).
 */
#include "runtime/byte_storage.h"
#include "runtime/bytes_methods.h"
#include "runtime/codec.h"
#include "runtime/complex.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/memoryview.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

/* Storage. */

Value bytearray_from(const void *data, size_t length) {
    Value array = value_of(object_new(&type_bytearray, sizeof(ByteArray)));
    if (!byte_storage_resize(array, length)) {
        release(array);
        return NULL;
    }
    if (length > 0) memcpy(as_bytearray(array)->data, data, length);
    return array;
}

/* Index and slice assignment. */

static bool read_index(Ref key, int64_t *index) {
    if (!is_int(key) && type_of(key)->as_index == NULL)
        return raise_false(&type_TypeError, "bytearray indices must be integers or slices, not %T", key);
    return index_as_int64(key, index, &type_IndexError);
}

/* The byte at an index, counted from the end when negative. NULL with IndexError. */
static uint8_t *byte_at(Ref self, int64_t index) {
    const ByteArray *a = as_bytearray(self);
    if (index < 0) index += (int64_t)a->length;
    if (index >= 0 && index < (int64_t)a->length) return a->data + index;
    raise(&type_IndexError, "bytearray index out of range");
    return NULL;
}

/* The length counts that the array has when the slice's __index__ methods have run. */
static bool resolve_now(Ref self, Ref slice, SliceRange *range) {
    if (!slice_unpack(slice, range)) return false;
    slice_adjust(range, (int64_t)as_bytearray(self)->length);
    return true;
}

static Value getitem_array(Ref self, Ref key) {
    int64_t index;
    if (is_exact(key, &type_slice)) {
        SliceRange range;
        return resolve_now(self, key, &range) ? bytes_slice(self, as_bytearray(self)->data, range) : NULL;
    }
    if (!read_index(key, &index)) return NULL;
    const uint8_t *byte = byte_at(self, index);
    return byte ? small_int_value(*byte) : NULL;
}

static bool assign_bytes(Ref self, SliceRange range, const uint8_t *data, size_t length) {
    if (range.step != 1 && (int64_t)length != range.count)
        return raise_false(&type_ValueError, "attempt to assign bytes of size %zu to extended slice of size %zd",
                           length, (ssize_t)range.count);
    return byte_storage_assign(self, range, data, length, 1);
}

/* What may stand on the right of a slice assignment: new bytes. */
static Value assigned_bytes(Ref value) {
    const Type *type = type_of(value);
    if (is_str(value) || type->as_index || type->operators->as_int || type->operators->as_float || is_complex(value))
        return raise(&type_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return bytes_from_arguments(value, NULL, NULL, true);
}

static bool set_slice(Ref self, Ref slice, Ref value) {
    SliceRange range;
    if (!resolve_now(self, slice, &range)) return false;
    Value bytes = value ? assigned_bytes(value) : NULL;
    if (value && bytes == NULL) return false;
    bool again = value && (value == self || !is_bytearray(value)); /* what made bytes of it may have changed the size */
    bool done = !again || resolve_now(self, slice, &range);
    if (done && value && bytes_length(bytes) > 0) {
        done = assign_bytes(self, range, bytes_data(bytes), bytes_length(bytes));
    } else if (done) {
        done = byte_storage_delete(self, range, 1);
    }
    release_maybe(bytes);
    return done;
}

static bool setitem_array(Ref self, Ref key, Ref value) {
    int64_t index;
    uint8_t byte = 0;
    if (is_exact(key, &type_slice)) return set_slice(self, key, value);
    if (!read_index(key, &index)) return false;
    if (value && !byte_argument(value, &byte)) return false;
    uint8_t *place = byte_at(self, index);
    if (place == NULL) return false;
    size_t at = (size_t)(place - as_bytearray(self)->data);
    if (value == NULL) return byte_storage_splice(self, at, at + 1, NULL, 0);
    *place = byte;
    return true;
}

/* Operators. */

static Value repr_array(Ref self) {
    ByteView v;
    StrBuilder b;
    if (!byte_view(self, &v)) return NULL;
    builder_init(&b);
    builder_format(&b, "%T(", self);
    bytes_repr_to(&b, v.data, v.length, true);
    builder_char(&b, ')');
    byte_view_done(&v);
    return builder_finish(&b);
}

static int64_t len_array(Ref self) { return (int64_t)as_bytearray(self)->length; }

static Value iterate_array(Ref self) { return sequence_iterator_new(&type_bytearray_iterator, self); }

#define CANNOT_SET "can't set bytearray slice from %T"

/* Appends the bytes of anything bytes-like, self included. cannot: what an error says of other and self. */
static bool append_bytes(Ref self, Ref other, const char *cannot) {
    if (other == self) {
        Value copy = bytes_from(as_bytearray(self)->data, as_bytearray(self)->length);
        bool done = copy && append_bytes(self, copy, cannot);
        release_maybe(copy);
        return done;
    }
    ByteView v;
    if (!byte_view_try(other, &v)) return raise_false(&type_TypeError, cannot, other, self);
    size_t end = as_bytearray(self)->length;
    bool done = byte_storage_splice(self, end, end, v.data, v.length);
    byte_view_done(&v);
    return done;
}

static Value add_in_place(Ref self, Ref other) {
    if (self == other && as_bytearray(self)->length) { /* its bytes are lent to the addition */
        return raise(&type_BufferError, "Existing exports of data: object cannot be re-sized");
    }
    return append_bytes(self, other, "can't concat %T to %T") ? retain(self) : NULL;
}

static Value multiply_in_place(Ref self, Ref count) {
    Value product = bytes_binary_multiply(self, count);
    if (!product || product == VALUE_NOT_IMPLEMENTED) return product;
    ByteArray *a = as_bytearray(product);
    bool done = byte_storage_splice(self, 0, as_bytearray(self)->length, a->data, a->length);
    release(product);
    return done ? retain(self) : NULL;
}

/* Methods. */

static Value make_array(Type *type) { return value_of(object_new(type, type->size)); }

static bool append_byte(Ref self, Ref item) {
    uint8_t byte;
    if (!byte_argument(item, &byte)) return false;
    size_t end = as_bytearray(self)->length;
    return byte_storage_splice(self, end, end, &byte, 1);
}

/* Appends ints one by one: those before a wrong one stay. */
static bool append_items(Ref self, Ref source) {
    Value numbers = NULL;
    if (bytes_from_numbers(source, &numbers) != MISSING) {
        bool done = numbers && append_bytes(self, numbers, CANNOT_SET);
        release_maybe(numbers);
        return done;
    }
    Value iterator = iterate(source), item;
    if (iterator == NULL) {
        if (!error_matches(&type_TypeError)) return false;
        error_clear();
        return raise_false(&type_TypeError, "cannot convert '%T' object to bytearray", source);
    }
    Lookup more;
    while ((more = iterate_polled(iterator, &item)) == FOUND) {
        bool appended = append_byte(self, item);
        release(item);
        if (!appended) break;
    }
    release(iterator);
    return more == MISSING;
}

static bool is_plain_iterable(Ref v) {
    const Type *type = type_of(v);
    return (type->iter || type->getitem) && !type->as_index && !is_str(v) && !is_bytes_like(v);
}

/* The array is emptied first, as CPython's is, and stays so when the arguments are wrong. */
static Value py_bytearray_init(const Ref *args) {
    if (!codec_check_arguments(args[2], args[3], "bytearray")) return NULL;
    if (as_bytearray(args[0])->length && !byte_storage_splice(args[0], 0, as_bytearray(args[0])->length, NULL, 0))
        return NULL;
    if (args[1] && !args[2] && !args[3] && is_plain_iterable(args[1]))
        return append_items(args[0], args[1]) ? VALUE_NONE : NULL;
    Value bytes = bytes_from_arguments(args[1], args[2], args[3], true);
    bool done = bytes && append_bytes(args[0], bytes, CANNOT_SET);
    release_maybe(bytes);
    return done ? VALUE_NONE : NULL;
}

static Value py_bytearray_append(const Ref *args) { return append_byte(args[0], args[1]) ? VALUE_NONE : NULL; }

static Value py_bytearray_extend(const Ref *args) {
    if (is_bytes_like(args[1])) return append_bytes(args[0], args[1], CANNOT_SET) ? VALUE_NONE : NULL;
    if (is_str(args[1]) && str_length(args[1]) > 0)
        return raise(&type_TypeError, "expected iterable of integers; got: 'str'");
    Value iterator = iterate(args[1]);
    if (iterator == NULL) {
        if (!error_matches(&type_TypeError)) return NULL;
        error_clear();
        return raise(&type_TypeError, "can't extend bytearray with %T", args[1]);
    }
    Value bytes = bytes_hint_fits(args[1]) ? bytes_from_iterable(iterator, true) : NULL;
    release(iterator);
    bool done = bytes && append_bytes(args[0], bytes, CANNOT_SET);
    release_maybe(bytes);
    return done ? VALUE_NONE : NULL;
}

static Value py_bytearray_insert(const Ref *args) {
    int64_t index, length;
    uint8_t byte;
    if (!size_argument(args[1], &index) || !byte_argument(args[2], &byte)) return NULL;
    length = (int64_t)as_bytearray(args[0])->length;
    if (index < 0) index = index + length < 0 ? 0 : index + length;
    if (index > length) index = length;
    return byte_storage_splice(args[0], (size_t)index, (size_t)index, &byte, 1) ? VALUE_NONE : NULL;
}

static Value py_bytearray_pop(const Ref *args) {
    int64_t index, length;
    if (!size_argument(args[1], &index)) return NULL;
    length = (int64_t)as_bytearray(args[0])->length;
    if (length == 0) return raise(&type_IndexError, "pop from empty bytearray");
    if (index < 0) index += length;
    if (index < 0 || index >= length) return raise(&type_IndexError, "pop index out of range");
    uint8_t byte = as_bytearray(args[0])->data[index];
    return byte_storage_splice(args[0], (size_t)index, (size_t)index + 1, NULL, 0) ? small_int_value(byte) : NULL;
}

static Value py_bytearray_remove(const Ref *args) {
    uint8_t byte;
    if (!byte_argument(args[1], &byte)) return NULL;
    ByteArray *a = as_bytearray(args[0]);
    uint8_t *found = a->length > 0 ? memchr(a->data, byte, a->length) : NULL;
    if (found == NULL) return raise(&type_ValueError, "value not found in bytearray");
    size_t at = (size_t)(found - a->data);
    return byte_storage_splice(args[0], at, at + 1, NULL, 0) ? VALUE_NONE : NULL;
}

static Value py_bytearray_reverse(const Ref *args) {
    ByteArray *a = as_bytearray(args[0]);
    for (size_t i = 0, j = a->length; i + 1 < j; i++) {
        uint8_t byte = a->data[--j];
        a->data[j] = a->data[i];
        a->data[i] = byte;
    }
    return VALUE_NONE;
}

static Value py_bytearray_clear(const Ref *args) { return byte_storage_resize(args[0], 0) ? VALUE_NONE : NULL; }

static Value py_bytearray_copy(const Ref *args) {
    return bytearray_from(as_bytearray(args[0])->data, as_bytearray(args[0])->length);
}

/* As CPython counts: with room for a zero byte behind the last one. */
static int64_t allocated(Ref self) {
    size_t capacity = as_bytearray(self)->capacity + as_bytearray(self)->gap;
    return (int64_t)(capacity ? capacity + 1 : 0);
}

static Value py_bytearray_alloc(const Ref *args) { return int_value(allocated(args[0])); }
static Value py_bytearray_sizeof(const Ref *args) { return int_value(allocated(args[0]) + 56); }

/* (type, arguments, state): from protocol 3 on the argument is bytes, before that it is text. */
static Value reduce(Ref self, int64_t protocol) {
    const ByteArray *a = as_bytearray(self);
    Value part[3] = {retain(value_of(type_of(self))), NULL, NULL}, arguments[2] = {NULL, NULL};
    size_t count = a->length == 0 ? 0 : protocol < 3 ? 2 : 1;
    if (count == 2) {
        arguments[0] = str_from_latin1(a->data, a->length);
        arguments[1] = str_from_text("latin-1");
    } else if (count == 1) {
        arguments[0] = bytes_from(a->data, a->length);
    }
    bool made = count == 0 || (arguments[0] && (count < 2 || arguments[1]));
    if (made) part[1] = tuple_from_steal(arguments, count);
    if (part[1]) part[2] = call_method(self, NAME(dunder_getstate), NULL, 0);
    if (part[2]) return tuple_from_steal(part, 3);
    if (!made) release_maybe(arguments[0]), release_maybe(arguments[1]);
    release(part[0]);
    release_maybe(part[1]);
    return NULL;
}

static Value py_bytearray_reduce(const Ref *args) { return reduce(args[0], 2); }

static Value py_bytearray_reduce_ex(const Ref *args) {
    int64_t protocol;
    return tab_argument(args[1], &protocol) ? reduce(args[0], protocol) : NULL;
}

static const NativeDef bytearray_methods[] = {
#define ROW(signature, function, doc, kind) {signature, function, doc, kind},
#include "runtime/bytes_methods.def"
#undef ROW
    {"__release_buffer__(buffer, /)", py_buffer_release, DOC("Let go of a view that __buffer__() gave."), 0},
    {"append(item, /)", py_bytearray_append, DOC("Append a byte."), 0},
    {"clear()", py_bytearray_clear, DOC("Remove all bytes."), 0},
    {"copy()", py_bytearray_copy, DOC("Return a copy."), 0},
    {"extend(iterable_of_ints, /)", py_bytearray_extend, DOC("Append the bytes of a buffer or an iterable of ints."),
     0},
    {"insert(index, item, /)", py_bytearray_insert, DOC("Insert a byte before index."), 0},
    {"pop(index=-1, /)", py_bytearray_pop, DOC("Remove the byte at index and return it."), 0},
    {"remove(value, /)", py_bytearray_remove, DOC("Remove the first byte with this value."), 0},
    {"reverse()", py_bytearray_reverse, DOC("Reverse the bytes in place."), 0},
    {"__alloc__()", py_bytearray_alloc, DOC("Return the number of bytes that are allocated."), 0},
    {"__reduce__()", py_bytearray_reduce, DOC("Return what copies and pickles are made from."), 0},
    {"__reduce_ex__(proto=0, /)", py_bytearray_reduce_ex, DOC("Return what copies and pickles are made from."), 0},
    {"__sizeof__()", py_bytearray_sizeof, DOC("Return the size of the array in memory."), 0},
    {0},
};

static const NativeDef bytearray_init = {"bytearray(source=..., encoding=..., errors=...)", py_bytearray_init,
                                         DOC("Fill the array from an iterable of ints, text, a buffer or a length."),
                                         0};

Type type_bytearray = {
    TYPE_HEAD(bytearray),
    .init_slot = NULL,
    .hash = NULL,
    .name = "bytearray",
    .doc = "Mutable bytes: from integers of 0 to 255, from text and its encoding, from another buffer,\n"
           "or that many zeros from an integer; empty without arguments.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONCAT,
    .size = sizeof(ByteArray),
    .dispose = byte_storage_dispose,
    .make = make_array,
    .init = &bytearray_init,
    .repr = repr_array,
    .str = repr_array,
    .iter = iterate_array,
    .compare = bytes_compare,
    .len = len_array,
    .getitem = getitem_array,
    .setitem = setitem_array,
    .contains = bytes_contains,
    .operators =
        &(Operators){
            .binary = {[BINARY_ADD] = bytes_binary_add,
                       [BINARY_MUL] = bytes_binary_multiply,
                       [BINARY_MOD] = bytes_binary_modulo},
            .reflected = {[BINARY_MUL] = bytes_reflected_multiply, [BINARY_MOD] = bytes_reflected_modulo},
            .inplace = {[BINARY_ADD] = add_in_place, [BINARY_MUL] = multiply_in_place},
        },
    .methods = bytearray_methods,
};

static Lookup next_byte(Ref self, Value *item) {
    SequenceIterator *it = (SequenceIterator *)object_of(self);
    if (it->sequence == NULL) return MISSING;
    if (it->index >= as_bytearray(it->sequence)->length) {
        clear_ref(&it->sequence);
        return MISSING;
    }
    *item = small_int_value(as_bytearray(it->sequence)->data[it->index++]);
    return FOUND;
}

Type type_bytearray_iterator = {
    TYPE_HEAD(bytearray_iterator),
    .name = "bytearray_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_byte,
    .methods = sequence_iterator_methods,
};
