#include "runtime/array.h"

#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iterate.h"
#include "runtime/protocol.h"

/* Kinds of items. */

const char array_type_codes[15] = "bBuwhHiIlLqQfd";

const ItemFormat *array_format(uint32_t letter) {
    static const ItemFormat text[] = {['u' - 'u'] = {'u', 4, false}, ['w' - 'u'] = {'w', 4, false}};
    if (letter < 128 && letter && strchr(array_type_codes, (char)letter))
        return letter >= 'u' ? &text[letter - 'u'] : item_format((char)letter);
    raise(&type_ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    return NULL;
}

Value array_new(Type *type, const ItemFormat *format, const void *data, size_t length) {
    Value array = value_of(object_new(type, type->size));
    as_array(array)->format = format;
    if (length == 0 || byte_storage_splice(array, 0, 0, data, length)) return array;
    release(array);
    return NULL;
}

/* Items. */

static COLD Value text_item(const uint8_t *data) {
    uint32_t code_point = (uint32_t)item_load(data, 4);
    if (code_point <= 0x10ffff) return str_from_char(code_point);
    return raise(&type_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", code_point);
}

Value array_get(Ref array, size_t i) {
    const uint8_t *data = array_place(array, i);
    return UNLIKELY(array_is_text(array)) ? text_item(data) : item_read(as_array(array)->format, data);
}

bool array_pack(Ref array, Ref value, uint64_t *bits) {
    const ItemFormat *format = as_array(array)->format;
    if (UNLIKELY(array_is_text(array))) return array_pack_text(value, bits);
    bool is_float = array_is_float(array);
    if (LIKELY(is_small_int(value) || is_float)) {
        Lookup found = item_to_bits(format, value, bits);
        if (LIKELY(found == FOUND)) return true;
        if (is_float) return found == MISSING; /* too large a float is infinite */
    }
    Value index = index_of(value);
    if (!index) return false;
    bool fits = item_to_bits(format, index, bits) == FOUND || array_raise_range(format->letter, index);
    release(index);
    return fits;
}

bool array_append(Ref self, Ref value) {
    uint64_t bits;
    if (!array_pack(self, value, &bits)) return false;
    ByteArray *a = as_bytearray(self);
    size_t size = as_array(self)->format->size, end = a->length;
    if (UNLIKELY(a->capacity - end < size || a->exports)) return byte_storage_splice(self, end, end, &bits, size);
    a->length = end + size;
    item_store(a->data + end, bits, size);
    return true;
}

static COLD bool extend_by_array(Ref self, Ref other) {
    if (as_array(self)->format != as_array(other)->format)
        return raise_false(&type_TypeError, "can only extend with array of same kind");
    size_t end = as_bytearray(self)->length, more = as_bytearray(other)->length;
    if (!byte_storage_resize(self, end + more)) return false;
    if (more) memcpy(as_bytearray(self)->data + end, as_bytearray(other)->data, more);
    return true;
}

bool array_extend(Ref self, Ref items) {
    if (is_array(items)) return extend_by_array(self, items);
    Value iterator = iterate(items), item;
    if (!iterator) return false;
    Lookup more;
    while ((more = iterate_quickly(iterator, &item)) == FOUND) {
        bool appended = array_append(self, item);
        release(item);
        if (!appended || !runtime_poll()) break;
    }
    release(iterator);
    return more == MISSING;
}

#define FIND(size)                                                                                                     \
    case size:                                                                                                         \
        for (; i < stop; i++)                                                                                          \
            if (item_load(data + i * size, size) == bits) break;                                                       \
        break;

/* The first item in [i, stop) with these bits, or stop. */
static size_t find_bits(const uint8_t *data, size_t i, size_t stop, uint64_t bits, size_t size) {
    switch (size) {
        FIND(1)
        FIND(2)
        FIND(4)
        FIND(8)
    }
    return i;
}

Lookup array_find(Ref self, Ref value, size_t start, size_t stop, size_t *index) {
    const ItemFormat *format = as_array(self)->format;
    uint64_t bits;
    if (stop > array_count(self)) stop = array_count(self);
    if (is_small_int(value) && !array_is_text(self) && !array_is_float(self)) {
        if (start >= stop || item_to_bits(format, value, &bits) != FOUND) return MISSING;
        size_t size = format->size;
        *index = find_bits(as_bytearray(self)->data, start, stop, bits & UINT64_MAX >> (64 - 8 * size), size);
        return *index < stop;
    }
    for (size_t i = start; i < stop && i < array_count(self); i++) {
        Value item = array_get(self, i);
        Lookup same = item ? compare_test(COMPARE_EQ, item, value) : FAILED;
        release_maybe(item);
        *index = i;
        if (same != MISSING) return same;
    }
    return MISSING;
}

/* Subscripts. */

static int64_t len_array(Ref self) { return (int64_t)array_count(self); }

/* An index, not yet compared with the length. */
static bool read_index(Ref key, int64_t *index) {
    if (LIKELY(is_small_int(key))) *index = small_int(key);
    else if (!type_of(key)->as_index) return raise_false(&type_TypeError, "array indices must be integers");
    else return index_as_int64(key, index, &type_IndexError);
    return true;
}

static bool find_place(Ref self, int64_t index, const char *what, size_t *place) {
    if (index < 0) index += (int64_t)array_count(self);
    if (UNLIKELY((uint64_t)index >= array_count(self)))
        return raise_false(&type_IndexError, "%s index out of range", what);
    *place = (size_t)index;
    return true;
}

/* The length counts that the array has when the slice's __index__ methods have run. */
static bool resolve_now(Ref self, Ref slice, SliceRange *range) {
    if (!slice_unpack(slice, range)) return false;
    slice_adjust(range, (int64_t)array_count(self));
    return true;
}

static Value get_slice(Ref self, Ref slice) {
    SliceRange range;
    if (!resolve_now(self, slice, &range)) return NULL;
    const ItemFormat *format = as_array(self)->format;
    if (range.count <= 0) return array_new(&type_array, format, NULL, 0);
    size_t size = format->size, count = (size_t)range.count;
    const uint8_t *from = array_place(self, (size_t)range.start);
    if (range.step == 1) return array_new(&type_array, format, from, count * size);
    Value made = array_new_like(self, count * size);
    uint8_t *to = made ? as_bytearray(made)->data : NULL;
    for (size_t i = 0; made && i < count; i++, to += size, from += range.step * (int64_t)size)
        item_store(to, item_load(from, size), size);
    return made;
}

static Value getitem_array(Ref self, Ref key) {
    int64_t index;
    size_t place;
    if (UNLIKELY(is_exact(key, &type_slice))) return get_slice(self, key);
    if (!read_index(key, &index) || !find_place(self, index, "array", &place)) return NULL;
    return array_get(self, place);
}

/* value NULL: delete. */
static bool set_range(Ref self, SliceRange range, Ref value) {
    size_t size = as_array(self)->format->size, count = value ? array_count(value) : 0;
    if (range.count < 0) range.count = 0;
    if ((count == 0 || (int64_t)count != range.count) && !byte_storage_check_resizable(self)) return false;
    if (count == 0) return byte_storage_delete(self, range, size);
    if (range.step != 1 && (int64_t)count != range.count)
        return raise_false(&type_ValueError, "attempt to assign array of size %zu to extended slice of size %zd", count,
                           (ssize_t)range.count);
    return byte_storage_assign(self, range, as_bytearray(value)->data, count * size, size);
}

static bool set_slice(Ref self, Ref slice, Ref value) {
    SliceRange range;
    if (!resolve_now(self, slice, &range)) return false;
    if (!value) return set_range(self, range, NULL);
    if (!is_array(value))
        return raise_false(&type_TypeError, "can only assign array (not \"%T\") to array slice", value);
    if (!array_check_same_kind(self, value)) return false;
    if (value != self) return set_range(self, range, value);
    Value copy = array_new(&type_array, as_array(self)->format, as_bytearray(self)->data, as_bytearray(self)->length);
    bool done = copy && set_range(self, range, copy);
    release_maybe(copy);
    return done;
}

static bool setitem_array(Ref self, Ref key, Ref value) {
    int64_t index;
    size_t place;
    uint64_t bits;
    if (UNLIKELY(is_exact(key, &type_slice))) return set_slice(self, key, value);
    if (!read_index(key, &index) || !find_place(self, index, "array assignment", &place)) return false;
    if (!value) return set_range(self, (SliceRange){.start = (int64_t)place, .step = 1, .count = 1}, NULL);
    /* the conversion may have run Python code that made the array shorter */
    if (!array_pack(self, value, &bits) || !find_place(self, (int64_t)place, "array assignment", &place)) return false;
    item_store(array_place(self, place), bits, as_array(self)->format->size);
    return true;
}

static Lookup contains_array(Ref self, Ref value) {
    size_t index;
    return array_find(self, value, 0, SIZE_MAX, &index);
}

/* The types. */

static const NativeDef array_construct = {"array(*args)", NULL, 0, 0}; /* for help(): new_slot does it */

static Value get_typecode(Ref self) { return str_from_char((uint8_t)as_array(self)->format->letter); }
static Value get_itemsize(Ref self) { return small_int_value(as_array(self)->format->size); }

static const GetSetDef array_getsets[] = {
    {"typecode", get_typecode, NULL, DOC("The letter of the kind of items.")},
    {"itemsize", get_itemsize, NULL, DOC("The bytes of an item.")},
    {0},
};

static Value iterate_array(Ref self) { return sequence_iterator_new(&type_array_iterator, self); }

Type type_array = {
    TYPE_HEAD(array),
    .hash = NULL,
    .name = "array.array",
    .module = "array",
    .doc = "array(typecode [, initializer])\n\nNumbers or characters of one kind, stored as in C.",
    .flags = TYPE_GENERIC_NAMED | TYPE_WEAKREF | TYPE_SEQUENCE | TYPE_CONCAT,
    .size = sizeof(Array),
    .dispose = byte_storage_dispose,
    .construct = &array_construct,
    .new_slot = array_new_slot,
    .repr = array_repr,
    .str = array_repr,
    .iter = iterate_array,
    .compare = array_compare,
    .len = len_array,
    .getitem = getitem_array,
    .setitem = setitem_array,
    .contains = contains_array,
    .operators =
        &(Operators){
            .binary = {[BINARY_ADD] = array_add, [BINARY_MUL] = array_multiply},
            .reflected = {[BINARY_MUL] = array_multiply_reflected},
            .inplace = {[BINARY_ADD] = array_add_in_place, [BINARY_MUL] = array_multiply_in_place},
        },
    .methods = array_methods,
    .getsets = array_getsets,
};

static Lookup next_item(Ref self, Value *item) {
    SequenceIterator *iterator = (SequenceIterator *)object_of(self);
    if (!iterator->sequence) return MISSING;
    if (iterator->index >= array_count(iterator->sequence)) {
        clear_ref(&iterator->sequence);
        return MISSING;
    }
    *item = array_get(iterator->sequence, iterator->index++);
    return *item ? FOUND : FAILED;
}

/* What loops in C take from an array does not come through the slot next. */
static Lookup feed_items(Ref self, Take take, void *taker) {
    Lookup more;
    for (Value item; (more = next_item(self, &item)) == FOUND;)
        if (!take(taker, item)) break;
    return more;
}

Type type_array_iterator = {
    TYPE_HEAD(array_iterator),
    .name = "array.arrayiterator",
    .module = "array",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_item,
    .feed = feed_items,
    .methods = sequence_iterator_methods + 1, /* __length_hint__ is not among them */
};
