#include "runtime/array.h"

#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/iterate.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

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

static bool is_float_kind(Ref array) {
    return as_array(array)->format->letter == 'd' || as_array(array)->format->letter == 'f';
}

/* What to say of an int that does not fit: CPython reads the narrow ones as wider ones first. */
static COLD bool raise_range(char letter, Ref value) {
    static const char *const names[] = {
        ['b'] = "signed char",    ['B'] = "unsigned byte integer", ['h'] = "signed short integer",
        ['H'] = "unsigned short", ['i'] = "signed integer",        ['I'] = "unsigned int"};
    int64_t number;
    uint64_t bits;
    bool negative = int_sign(value) < 0, is_long = int_as_int64(value, &number);
    if (negative && (letter == 'I' || letter == 'L'))
        return raise_false(&type_OverflowError, "can't convert negative value to unsigned int");
    if (negative && letter == 'Q') return raise_false(&type_OverflowError, "can't convert negative int to unsigned");
    if (letter == 'q' || letter == 'Q') return raise_false(&type_OverflowError, "int too big to convert");
    if (letter == 'I' || letter == 'L' ? letter == 'L' || !int_as_uint64(value, &bits) : !is_long)
        return raise_false(&type_OverflowError, "Python int too large to convert to C %s",
                           letter == 'I' || letter == 'L' ? "unsigned long" : "long");
    if (letter == 'H' && number != (int)number) letter = 'i';
    if (letter == 'b' && number != (short)number) letter = 'h';
    return raise_false(&type_OverflowError, "%s is %s", names[(int)letter],
                       negative ? "less than minimum" : "greater than maximum");
}

static COLD bool pack_text(Ref value, uint64_t *bits) {
    if (!is_str(value) || str_length(value) != 1)
        return raise_false(&type_TypeError, "array item must be unicode character");
    *bits = str_at(value, 0);
    return true;
}

bool array_pack(Ref array, Ref value, uint64_t *bits) {
    const ItemFormat *format = as_array(array)->format;
    if (UNLIKELY(array_is_text(array))) return pack_text(value, bits);
    bool is_float = is_float_kind(array);
    if (LIKELY(is_small_int(value) || is_float)) {
        Lookup found = item_to_bits(format, value, bits);
        if (LIKELY(found == FOUND)) return true;
        if (is_float) return found == MISSING; /* too large a float is infinite */
    }
    Value index = index_of(value);
    if (!index) return false;
    bool fits = item_to_bits(format, index, bits) == FOUND || raise_range(format->letter, index);
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
    if (is_small_int(value) && !array_is_text(self) && !is_float_kind(self)) {
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

/* An array of self's kind for so many bytes. */
static Value new_like(Ref self, size_t length) {
    Value array = array_new(&type_array, as_array(self)->format, NULL, 0);
    if (!byte_storage_resize(array, length)) clear_ref(&array);
    return array;
}

static Value get_slice(Ref self, Ref slice) {
    SliceRange range;
    if (!resolve_now(self, slice, &range)) return NULL;
    const ItemFormat *format = as_array(self)->format;
    if (range.count <= 0) return array_new(&type_array, format, NULL, 0);
    size_t size = format->size, count = (size_t)range.count;
    const uint8_t *from = array_place(self, (size_t)range.start);
    if (range.step == 1) return array_new(&type_array, format, from, count * size);
    Value made = new_like(self, count * size);
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

static bool same_kind(Ref self, Ref other) {
    return as_array(self)->format == as_array(other)->format ||
           raise_false(&type_TypeError, "bad argument type for built-in operation");
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
    if (!same_kind(self, value)) return false;
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

/* Operators. */

static Value add_arrays(Ref self, Ref other) {
    if (!is_array(other)) return raise(&type_TypeError, "can only append array (not \"%T\") to array", other);
    if (!same_kind(self, other)) return NULL;
    size_t length = as_bytearray(self)->length, more = as_bytearray(other)->length;
    Value sum = new_like(self, length + more);
    if (sum && length) memcpy(as_bytearray(sum)->data, as_bytearray(self)->data, length);
    if (sum && more) memcpy(as_bytearray(sum)->data + length, as_bytearray(other)->data, more);
    return sum;
}

static Value add_in_place(Ref self, Ref other) {
    if (!is_array(other)) return raise(&type_TypeError, "can only extend array with array (not \"%T\")", other);
    return array_extend(self, other) ? retain(self) : NULL;
}

static bool count_bytes(Ref self, Ref count, size_t *total) {
    int64_t times;
    *total = 0;
    if (!repeat_count(count, &times)) return false;
    return times <= 0 ||
           (!__builtin_mul_overflow(as_bytearray(self)->length, (size_t)times, total) && *total <= INT64_MAX / 2) ||
           raise_memory();
}

static Value multiply(Ref self, Ref count) {
    size_t total, length = as_bytearray(self)->length;
    if (!count_bytes(self, count, &total)) return NULL;
    Value product = new_like(self, total);
    if (product && total) {
        memcpy(as_bytearray(product)->data, as_bytearray(self)->data, length);
        chars_repeat(as_bytearray(product)->data, length, total);
    }
    return product;
}

static Value multiply_reflected(Ref self, Ref other) {
    return is_repeatable(other) ? VALUE_NOT_IMPLEMENTED : multiply(self, other);
}

static Value multiply_in_place(Ref self, Ref count) {
    size_t total;
    if (!count_bytes(self, count, &total)) return NULL;
    size_t length = as_bytearray(self)->length;
    if (!byte_storage_resize(self, total)) return NULL;
    if (total) chars_repeat(as_bytearray(self)->data, length, total);
    return retain(self);
}

/* How many bytes are the same in front. */
static size_t common_length(const uint8_t *x, const uint8_t *y, size_t length) {
    size_t i = 0;
    while (i + 8 <= length && item_load(x + i, 8) == item_load(y + i, 8)) i += 8;
    while (i < length && x[i] == y[i]) i++;
    return i;
}

/* Whether the items at an index are equal; *answer: what op says of them when they are not. */
static Lookup compare_items(Ref self, Ref other, size_t i, CompareOp op, Value *answer) {
    Value x = array_get(self, i), y = x ? array_get(other, i) : NULL;
    Lookup same = y ? compare_test(COMPARE_EQ, x, y) : FAILED;
    if (same == MISSING && (*answer = compare(op, x, y)) == NULL) same = FAILED;
    release_maybe(x);
    release_maybe(y);
    return same;
}

static Value compare_arrays(Ref self, Ref other, CompareOp op) {
    if (!is_array(other)) return VALUE_NOT_IMPLEMENTED;
    size_t x = array_count(self), y = array_count(other), count = x < y ? x : y, i = 0;
    if (x != y && (op == COMPARE_EQ || op == COMPARE_NE)) return bool_value(op == COMPARE_NE);
    if (count && as_array(self)->format == as_array(other)->format && !is_float_kind(self)) {
        size_t size = as_array(self)->format->size;
        i = common_length(as_bytearray(self)->data, as_bytearray(other)->data, count * size) / size;
    }
    for (; i < count; i++) {
        Value answer;
        Lookup same = compare_items(self, other, i, op, &answer);
        if (same != FOUND) return same == FAILED ? NULL : answer;
    }
    return bool_value(count_order_holds(op, x, y));
}

static Value repr_array(Ref self) {
    Value name = type_get_name(type_of(self)), items = NULL, text = NULL;
    char letter = as_array(self)->format->letter;
    if (!array_count(self)) text = error_format("%S('%c')", name, letter);
    else if ((items = array_is_text(self) ? array_text(self) : array_list(self)))
        text = error_format("%S('%c', %R)", name, letter, items);
    release(name);
    release_maybe(items);
    return text;
}

/* Making arrays. */

/* The type code and what the array is made of, or NULL. */
static const ItemFormat *read_arguments(const Ref *args, size_t count, Ref *initial) {
    *initial = count > 1 ? args[1] : NULL;
    if (count < 1 || count > 2) {
        raise(&type_TypeError, "array() takes at %s (%zu given)", count ? "most 2 arguments" : "least 1 argument",
              count);
        return NULL;
    }
    Ref code = args[0];
    if (!is_str(code) || str_length(code) != 1) {
        raise(&type_TypeError, "array() argument 1 must be a unicode character, not %O", code);
        return NULL;
    }
    uint32_t letter = str_at(code, 0);
    bool text = letter == 'u' || letter == 'w', text_given = *initial && is_str(*initial);
    if (letter == 'u' &&
        !raise_warning(&type_DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16"))
        return NULL;
    if (!text && (text_given || (*initial && is_array(*initial) && array_is_text(*initial)))) {
        raise(&type_TypeError, "cannot use a %s to initialize an array with typecode '%S'",
              text_given ? "str" : "unicode array", code);
        return NULL;
    }
    if (*initial && !text_given && !type_is_iterable(type_of(*initial))) {
        raise(&type_TypeError, "'%T' object is not iterable", *initial);
        return NULL;
    }
    return array_format(letter);
}

/* An array of another kind gives its items as any iterable. */
static bool fill(Ref array, Ref initial) {
    if (is_bytes(initial) || is_bytearray(initial)) return array_append_bytes(array, initial);
    if (is_str(initial)) return array_append_text(array, initial);
    if (!is_array(initial) || as_array(initial)->format == as_array(array)->format) return array_extend(array, initial);
    Value items = array_list(initial);
    bool done = items && array_extend(array, items);
    release_maybe(items);
    return done;
}

static Value array_new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
    Ref initial;
    /* a class with an __init__ of its own may want keywords */
    if (keywords && as_type(type)->init_slot == type_array.init_slot)
        return raise(&type_TypeError, "array.array() takes no keyword arguments");
    const ItemFormat *format = read_arguments(args, count, &initial);
    Value array = format ? array_new(as_type(type), format, NULL, 0) : NULL;
    if (array && as_type(type)->flags & TYPE_HEAP) instance_give_shape(array);
    if (array && initial && !fill(array, initial)) clear_ref(&array);
    return array;
}

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
    .repr = repr_array,
    .str = repr_array,
    .iter = iterate_array,
    .compare = compare_arrays,
    .len = len_array,
    .getitem = getitem_array,
    .setitem = setitem_array,
    .contains = contains_array,
    .operators =
        &(Operators){
            .binary = {[BINARY_ADD] = add_arrays, [BINARY_MUL] = multiply},
            .reflected = {[BINARY_MUL] = multiply_reflected},
            .inplace = {[BINARY_ADD] = add_in_place, [BINARY_MUL] = multiply_in_place},
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
