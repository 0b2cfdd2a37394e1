/* runtime/array_operators.c - making arrays, and what their operators do.
 *
 * Owns:      nothing.
 * Invariant: operators make plain arrays, also of instances of subclasses.
 * Not here:  items and subscripts (array.c), methods (array_methods.c).
 */
#include "runtime/array.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

/* Items that do not fit. */

static const char *name_of(char letter) {
    switch (letter) {
    case 'b': return "signed char";
    case 'B': return "unsigned byte integer";
    case 'h': return "signed short integer";
    case 'H': return "unsigned short";
    case 'i': return "signed integer";
    default: return "unsigned int";
    }
}

/* What to say of an int that does not fit: CPython reads the narrow ones as wider ones first. */
bool array_raise_range(char letter, Ref value) {
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
    return raise_false(&type_OverflowError, "%s is %s", name_of(letter),
                       negative ? "less than minimum" : "greater than maximum");
}

bool array_pack_text(Ref value, uint64_t *bits) {
    if (!is_str(value) || str_length(value) != 1)
        return raise_false(&type_TypeError, "array item must be unicode character");
    *bits = str_at(value, 0);
    return true;
}

/* An array of self's kind for so many bytes. */
Value array_new_like(Ref self, size_t length) {
    Value array = array_new(&type_array, as_array(self)->format, NULL, 0);
    if (!byte_storage_resize(array, length)) clear_ref(&array);
    return array;
}

bool array_check_same_kind(Ref self, Ref other) {
    return as_array(self)->format == as_array(other)->format ||
           raise_false(&type_TypeError, "bad argument type for built-in operation");
}

/* Operators. */

Value array_add(Ref self, Ref other) {
    if (!is_array(other)) return raise(&type_TypeError, "can only append array (not \"%T\") to array", other);
    if (!array_check_same_kind(self, other)) return NULL;
    size_t length = as_bytearray(self)->length, more = as_bytearray(other)->length;
    Value sum = array_new_like(self, length + more);
    if (sum && length) memcpy(as_bytearray(sum)->data, as_bytearray(self)->data, length);
    if (sum && more) memcpy(as_bytearray(sum)->data + length, as_bytearray(other)->data, more);
    return sum;
}

Value array_add_in_place(Ref self, Ref other) {
    if (!is_array(other)) return raise(&type_TypeError, "can only extend array with array (not \"%T\")", other);
    return array_extend(self, other) ? retain(self) : NULL;
}

static bool count_bytes(Ref self, Ref count, size_t *total) {
    int64_t times;
    *total = 0;
    if (!index_as_int64(count, &times, &type_OverflowError)) return false;
    return times <= 0 ||
           (!__builtin_mul_overflow(as_bytearray(self)->length, (size_t)times, total) && *total <= INT64_MAX / 2) ||
           raise_memory();
}

Value array_multiply(Ref self, Ref count) {
    size_t total, length = as_bytearray(self)->length;
    if (!type_of(count)->as_index) return VALUE_NOT_IMPLEMENTED;
    if (!count_bytes(self, count, &total)) return NULL;
    Value product = array_new_like(self, total);
    if (product && total) {
        memcpy(as_bytearray(product)->data, as_bytearray(self)->data, length);
        chars_repeat(as_bytearray(product)->data, length, total);
    }
    return product;
}

Value array_multiply_reflected(Ref self, Ref other) {
    return is_repeatable(other) ? VALUE_NOT_IMPLEMENTED : array_multiply(self, other);
}

Value array_multiply_in_place(Ref self, Ref count) {
    size_t total;
    if (!type_of(count)->as_index) return VALUE_NOT_IMPLEMENTED;
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

Value array_compare(Ref self, Ref other, CompareOp op) {
    if (!is_array(other)) return VALUE_NOT_IMPLEMENTED;
    size_t x = array_count(self), y = array_count(other), count = x < y ? x : y, i = 0;
    if (x != y && (op == COMPARE_EQ || op == COMPARE_NE)) return bool_value(op == COMPARE_NE);
    if (count && as_array(self)->format == as_array(other)->format && !array_is_float(self)) {
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

Value array_repr(Ref self) {
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

Value array_new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
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
