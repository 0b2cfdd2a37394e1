/* runtime/bytes_type.c - the bytes type, and the operators that bytes and bytearray share.
 *
 * Owns:      Type type_bytes, Type type_bytes_iterator.
 * Invariant: an operator makes what its left operand is.
 * Not here:  methods (bytes_methods.c), bytearray (bytearray.c).
 */
#include "runtime/bytes_methods.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/percent.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/tuple.h"

Value bytes_like(Ref self, const void *data, size_t length) {
    return is_bytes(self) ? bytes_from(data, length) : bytearray_from(data, length);
}

/* Shared operators. */

Value bytes_binary_add(Ref self, Ref other) {
    ByteView a, b;
    if (!byte_view(self, &a)) return NULL;
    if (!byte_view_try(other, &b)) {
        byte_view_done(&a);
        return raise(&type_TypeError, "can't concat %T to %T", other, self);
    }
    Value sum = bytes_alloc(a.length + b.length);
    if (sum && a.length + b.length > 0) {
        memcpy(bytes_data(sum), a.data, a.length);
        memcpy(bytes_data(sum) + a.length, b.data, b.length);
    }
    if (sum && !is_bytes(self)) slot_set_steal(&sum, bytearray_from(bytes_data(sum), bytes_length(sum)));
    byte_view_done(&a);
    byte_view_done(&b);
    return sum;
}

Value bytes_binary_multiply(Ref self, Ref count) {
    int64_t times;
    ByteView v;
    if (!type_of(count)->as_index) return VALUE_NOT_IMPLEMENTED;
    if (!index_as_int64(count, &times, &type_OverflowError)) return NULL;
    if (times == 1 && is_exact(self, &type_bytes)) return retain(self);
    if (!byte_view(self, &v)) return NULL;
    size_t total = 0;
    Value product = NULL;
    if (times > 0 && (__builtin_mul_overflow(v.length, (size_t)times, &total) || total > INT64_MAX)) {
        if (is_bytes(self)) raise(&type_OverflowError, "repeated bytes are too long");
        else raise_memory();
    } else {
        product = bytes_alloc(total);
    }
    if (product && total > 0) {
        memcpy(bytes_data(product), v.data, v.length);
        chars_repeat(bytes_data(product), v.length, total);
    }
    byte_view_done(&v);
    if (product && !is_bytes(self)) slot_set_steal(&product, bytearray_from(bytes_data(product), total));
    return product;
}

Value bytes_reflected_multiply(Ref self, Ref other) {
    return is_repeatable(other) ? VALUE_NOT_IMPLEMENTED : bytes_binary_multiply(self, other);
}

Value bytes_binary_modulo(Ref self, Ref other) {
    Value result = percent_format_bytes(self, other);
    if (result && !is_bytes(self)) slot_set_steal(&result, bytearray_from(bytes_data(result), bytes_length(result)));
    return result;
}

Value bytes_reflected_modulo(Ref self, Ref other) {
    return is_bytearray(self) == is_bytearray(other) && (is_bytes(other) || is_bytearray(other))
               ? bytes_binary_modulo(other, self)
               : VALUE_NOT_IMPLEMENTED;
}

static Value compare_data(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length, CompareOp op) {
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    if (order == 0) order = (a_length > b_length) - (a_length < b_length);
    return bool_value(order_holds(op, order));
}

/* What bytes leave to a bytearray, that compares itself with any buffer. */
Value bytes_compare(Ref self, Ref other, CompareOp op) {
    if (is_bytes(self) && is_bytes(other))
        return compare_data(bytes_data(self), bytes_length(self), bytes_data(other), bytes_length(other), op);
    if (!is_bytes(other) && (is_bytes(self) || !is_bytes_in_order(other))) return VALUE_NOT_IMPLEMENTED;
    ByteView a, b;
    if (!byte_view(self, &a)) return NULL;
    if (!byte_view(other, &b)) {
        byte_view_done(&a);
        return NULL;
    }
    Value result = compare_data(a.data, a.length, b.data, b.length, op);
    byte_view_done(&a);
    byte_view_done(&b);
    return result;
}

Lookup bytes_contains(Ref self, Ref item) {
    ByteView v, part;
    uint8_t byte;
    bool is_byte = is_int(item) || type_of(item)->as_index;
    if (is_byte ? !byte_argument(item, &byte) : !byte_view(item, &part)) return FAILED;
    Lookup answer = FAILED;
    if (byte_view(self, &v)) {
        answer = bytes_find(v.data, 0, v.length, is_byte ? &byte : part.data, is_byte ? 1 : part.length) >= 0;
        byte_view_done(&v);
    }
    if (!is_byte) byte_view_done(&part);
    return answer;
}

Value bytes_slice(Ref self, const uint8_t *data, SliceRange range) {
    if (range.count <= 0) return bytes_like(self, data, 0);
    if (range.step == 1) return bytes_like(self, data + range.start, (size_t)range.count);
    Value picked = bytes_alloc((size_t)range.count);
    for (int64_t i = 0; picked && i < range.count; i++) bytes_data(picked)[i] = data[range.start + i * range.step];
    if (picked && !is_bytes(self)) slot_set_steal(&picked, bytearray_from(bytes_data(picked), (size_t)range.count));
    return picked;
}

/* bytes. */

static Value getitem_bytes(Ref self, Ref key) {
    int64_t index, length = (int64_t)bytes_length(self);
    if (is_exact(key, &type_slice)) {
        SliceRange range;
        if (!slice_resolve(key, length, &range)) return NULL;
        if (is_exact(self, &type_bytes) && range.step == 1 && range.count == length) return retain(self);
        return bytes_slice(self, bytes_data(self), range);
    }
    if (!is_int(key) && type_of(key)->as_index == NULL)
        return raise(&type_TypeError, "byte indices must be integers or slices, not %T", key);
    if (!index_as_int64(key, &index, &type_IndexError)) return NULL;
    if (index < 0) index += length;
    if (index < 0 || index >= length) return raise(&type_IndexError, "index out of range");
    return small_int_value(bytes_data(self)[index]);
}

static Value repr_bytes(Ref self) {
    StrBuilder b;
    builder_init(&b);
    bytes_repr_to(&b, bytes_data(self), bytes_length(self), false);
    return builder_finish(&b);
}

static bool hash_bytes(Ref self, int64_t *hash) {
    *hash = bytes_hash(self);
    return true;
}

static int64_t len_bytes(Ref self) { return (int64_t)bytes_length(self); }

static size_t bytes_storage(Ref self) {
    if (object_of(self)->flags & BYTES_INDIRECT) return type_of(self)->size;
    return sizeof(Bytes) + bytes_length(self) + 1;
}

static void bytes_dispose(Ref self) {
    if (object_of(self)->flags & BYTES_INDIRECT) mem_raw_free(&rt()->mem, bytes_data(self), bytes_length(self) + 1);
}

static Value iterate_bytes(Ref self) { return sequence_iterator_new(&type_bytes_iterator, self); }

static Value py_bytes_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value bytes = bytes_from_arguments(args[1], args[2], args[3], false);
    if (bytes == NULL || (type == &type_bytes && (is_exact(bytes, type) || bytes != args[1])))
        return bytes; /* what __bytes__ answered may be of a subclass */
    Value instance = bytes_new_of(type, bytes);
    release(bytes);
    return instance;
}

/* CPython's figure: a header of 33 bytes, NUL included. */
static Value py_bytes_getnewargs(const Ref *args) {
    Value copy = bytes_new_of(&type_bytes, args[0]);
    return copy ? tuple_from_steal(&copy, 1) : NULL;
}

static Value py_bytes_bytes(const Ref *args) { return bytes_new_of(&type_bytes, args[0]); }

static const NativeDef bytes_methods[] = {
#define ROW(signature, function, doc, kind) {signature, function, doc, kind},
#include "runtime/bytes_methods.def"
#undef ROW
    {"__bytes__()", py_bytes_bytes, DOC("Return these bytes."), 0},
    {"__getnewargs__()", py_bytes_getnewargs, DOC("Return what bytes.__new__ makes a copy of."), 0},
    {0},
};

static const NativeDef bytes_construct = {"bytes(source=..., encoding=..., errors=...)", py_bytes_new,
                                          DOC("Make bytes of an iterable of ints, text, a buffer or a length."),
                                          NATIVE_CLASS_METHOD};

Type type_bytes = {
    TYPE_HEAD(bytes),
    .name = "bytes",
    .doc = "Immutable bytes: from integers of 0 to 255, from text and its encoding, from another buffer,\n"
           "or that many zeros from an integer; empty without arguments.",
    .flags = TYPE_GENERIC_NAMED | TYPE_BYTES,
    .size = BYTES_SHAPE_OFFSET,
    .storage = bytes_storage,
    .dispose = bytes_dispose,
    .construct = &bytes_construct,
    .repr = repr_bytes,
    .str = repr_bytes,
    .iter = iterate_bytes,
    .hash = hash_bytes,
    .compare = bytes_compare,
    .len = len_bytes,
    .getitem = getitem_bytes,
    .contains = bytes_contains,
    .operators =
        &(Operators){
            .binary = {[BINARY_ADD] = bytes_binary_add,
                       [BINARY_MUL] = bytes_binary_multiply,
                       [BINARY_MOD] = bytes_binary_modulo},
            .reflected = {[BINARY_MUL] = bytes_reflected_multiply, [BINARY_MOD] = bytes_reflected_modulo},
        },
    .methods = bytes_methods,
};

static Lookup next_byte(Ref self, Value *item) {
    SequenceIterator *it = (SequenceIterator *)object_of(self);
    if (it->sequence == NULL) return MISSING;
    if (it->index >= bytes_length(it->sequence)) {
        clear_ref(&it->sequence);
        return MISSING;
    }
    *item = small_int_value(bytes_data(it->sequence)[it->index++]);
    return FOUND;
}

Type type_bytes_iterator = {
    TYPE_HEAD(bytes_iterator),
    .name = "bytes_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_byte,
    .methods = sequence_iterator_methods,
};
