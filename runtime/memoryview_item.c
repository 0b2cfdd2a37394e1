/* runtime/memoryview_item.c - an item of a memoryview to and from bytes, by its format letter. */
#include <math.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/memoryview.h"
#include "runtime/protocol.h"

#define ROW(letter, size, is_signed) [(letter) - '?'] = {letter, size, is_signed}
static const ItemFormat formats['q' - '?' + 1] = {
    ROW('b', 1, true),
    ROW('B', 1, false),
    ROW('h', sizeof(short), true),
    ROW('H', sizeof(short), false),
    ROW('i', sizeof(int), true),
    ROW('I', sizeof(int), false),
    ROW('l', sizeof(long), true),
    ROW('L', sizeof(long), false),
    ROW('q', 8, true),
    ROW('Q', 8, false),
    ROW('n', sizeof(ssize_t), true),
    ROW('N', sizeof(size_t), false),
    ROW('P', sizeof(void *), false),
    ROW('c', 1, false),
    ROW('?', 1, false),
    ROW('e', 2, true),
    ROW('f', 4, true),
    ROW('d', 8, true),
};
#undef ROW

const ItemFormat *item_format(char letter) {
    if (letter < '?' || letter > 'q') return NULL;
    const ItemFormat *format = &formats[letter - '?'];
    return format->size ? format : NULL;
}

static Value unpack_float(uint64_t bits, char letter) {
    if (letter == 'd') {
        double d;
        memcpy(&d, &bits, sizeof d);
        return float_new(d);
    }
    uint32_t low = (uint32_t)bits;
    if (letter == 'e') {
        int exponent = low >> 10 & 31;
        double fraction = low & 1023, sign = low >> 15 ? -1 : 1;
        if (exponent == 31) return float_new(copysign(fraction != 0 ? NAN : INFINITY, sign));
        return float_new(sign * (exponent ? ldexp(fraction + 1024, exponent - 25) : ldexp(fraction, -24)));
    }
    float f;
    memcpy(&f, &low, sizeof f);
    return float_new((double)f);
}

Value item_of_bits(const ItemFormat *format, uint64_t bits) {
    switch (format->letter) {
    case 'c': return bytes_from(&bits, 1);
    case '?': return bool_value(bits != 0);
    case 'e':
    case 'f':
    case 'd': return unpack_float(bits, format->letter);
    default: break;
    }
    if (!format->is_signed) return int_from_uint64(bits);
    unsigned unused = 64 - 8 * format->size;
    return int_value((int64_t)(bits << unused) >> unused);
}

#define READ(Type, value)                                                                                              \
    {                                                                                                                  \
        Type number;                                                                                                   \
        memcpy(&number, data, sizeof number);                                                                          \
        return value(number);                                                                                          \
    }

Value item_read(const ItemFormat *format, const uint8_t *data) {
    switch (format->letter) {
    case 'b': READ(int8_t, small_int_value)
    case 'B': READ(uint8_t, small_int_value)
    case 'h': READ(int16_t, small_int_value)
    case 'H': READ(uint16_t, small_int_value)
    case 'i': READ(int32_t, small_int_value)
    case 'I': READ(uint32_t, small_int_value)
    case 'l':
    case 'q': READ(int64_t, int_value)
    case 'd': READ(double, float_new)
    default: return item_of_bits(format, item_load(data, format->size));
    }
}
#undef READ

static const ItemFormat *known_format(char letter) {
    const ItemFormat *format = item_format(letter);
    if (!format) raise(&type_NotImplementedError, "memoryview: format %c not supported", letter);
    return format;
}

Value memoryview_unpack(const uint8_t *data, char letter) {
    const ItemFormat *format = known_format(letter);
    return format ? item_read(format, data) : NULL;
}

#define UNPACK_SMALL(Type)                                                                                             \
    for (int64_t i = 0; i < length; i++, data += stride) {                                                             \
        Type number;                                                                                                   \
        memcpy(&number, data, sizeof number);                                                                          \
        items[i] = small_int_value(number);                                                                            \
    }                                                                                                                  \
    return true

bool items_of_ints(Value *items, const uint8_t *data, int64_t stride, int64_t length, char letter) {
    switch (letter) {
    case 'b': UNPACK_SMALL(int8_t);
    case 'B': UNPACK_SMALL(uint8_t);
    case 'h': UNPACK_SMALL(int16_t);
    case 'H': UNPACK_SMALL(uint16_t);
    case 'i': UNPACK_SMALL(int32_t);
    case 'I': UNPACK_SMALL(uint32_t);
    default: return false;
    }
}

Value memoryview_unpack_row(const uint8_t *data, int64_t stride, int64_t length, char letter) {
    const ItemFormat *format = known_format(letter);
    Value list = format ? list_new((size_t)length) : NULL;
    if (list && items_of_ints(as_list(list)->items, data, stride, length, letter)) {
        as_list(list)->count = (size_t)length;
        return list;
    }
    for (int64_t i = 0; list && i < length; i++, data += stride) {
        Value item = item_read(format, data);
        if (item == NULL || !list_append_steal(list, item)) clear_ref(&list);
    }
    return list;
}

/* As errors name it: without the @ that says the same as nothing. */
static const char *shown_format(Ref view) {
    const char *format = as_memoryview(view)->format;
    return format + (*format == '@');
}

/* Of an error in converting a value what it means for the view; other errors stay as they are. */
static bool raise_unfit(Ref view) {
    const char *format = shown_format(view);
    if (error_matches(&type_TypeError)) {
        error_clear();
        return raise_false(&type_TypeError, "memoryview: invalid type for format '%s'", format);
    }
    if (error_matches(&type_OverflowError) || error_matches(&type_ValueError)) {
        error_clear();
        return raise_false(&type_ValueError, "memoryview: invalid value for format '%s'", format);
    }
    return false;
}

/* The bits of the nearest half float, a half to even; MISSING: too large. */
static Lookup half_bits(double d, uint64_t *bits) {
    uint64_t sign = signbit(d) ? 0x8000 : 0;
    double size = fabs(d);
    if (isnan(d)) {
        *bits = sign | 0x7e00;
    } else if (isinf(d)) {
        *bits = sign | 0x7c00;
    } else {
        int exponent = 0;
        if (size != 0) frexp(size, &exponent);
        if (exponent < -13) exponent = -13; /* below them all have the same distance */
        double scaled = rint(ldexp(size, 11 - exponent));
        if (scaled >= 2048) {
            scaled /= 2;
            exponent++;
        }
        if (exponent > 16) return MISSING;
        *bits = sign | ((uint64_t)scaled + (scaled >= 1024 ? (uint64_t)(exponent + 13) << 10 : 0));
    }
    return FOUND;
}

static Lookup float_bits(Ref value, char letter, uint64_t *bits) {
    double d;
    if (!float_argument(value, &d)) return FAILED;
    if (letter == 'e') return half_bits(d, bits);
    if (letter == 'd') return memcpy(bits, &d, sizeof d), FOUND;
    float f = (float)d;
    *bits = 0;
    memcpy(bits, &f, sizeof f);
    return isinf(f) && !isinf(d) ? MISSING : FOUND;
}

static Lookup int_bits(Ref value, const ItemFormat *format, uint64_t *bits) {
    unsigned unused = 64 - 8 * format->size;
    int64_t number;
    bool fits;
    if (LIKELY(is_small_int(value) && (small_int(value) >= 0 || format->is_signed))) {
        number = small_int(value);
        *bits = (uint64_t)number;
        /* nothing is left above the bits that tell it apart from others */
        return (number ^ number >> 63) >> (63 - unused - format->is_signed) >> 1 == 0 ? FOUND : MISSING;
    }
    Value index = index_of(value);
    if (index == NULL) return FAILED;
    if (int_sign(index) < 0 && (format->is_signed || format->letter == 'P')) {
        fits = int_as_int64(index, &number) && number >= INT64_MIN >> unused;
        *bits = (uint64_t)number;
    } else {
        fits =
            int_sign(index) >= 0 && int_as_uint64(index, bits) && *bits <= UINT64_MAX >> (unused + format->is_signed);
    }
    release(index);
    return fits ? FOUND : MISSING;
}

Lookup item_to_bits(const ItemFormat *format, Ref value, uint64_t *bits) {
    Lookup is_true;
    switch (format->letter) {
    case 'c':
        if (!is_bytes(value)) return raise_failed(&type_TypeError, "a bytes object is required, not '%T'", value);
        if (bytes_length(value) != 1) return MISSING;
        *bits = bytes_data(value)[0];
        return FOUND;
    case '?':
        is_true = truth(value);
        *bits = is_true == FOUND;
        return is_true == FAILED ? FAILED : FOUND;
    case 'e':
    case 'f':
    case 'd': return float_bits(value, format->letter, bits);
    default: return int_bits(value, format, bits);
    }
}

bool memoryview_pack(Ref view, uint8_t *data, Ref value) {
    const ItemFormat *format = known_format(memoryview_letter(as_memoryview(view)));
    uint64_t bits;
    Lookup found;
    if (!format) return false;
    if (format->letter == 'P' && !is_int(value)) /* an address is an int, no less */
        found = raise_failed(&type_TypeError, "an integer is required");
    else found = item_to_bits(format, value, &bits);
    if (found == FAILED) return raise_unfit(view);
    if (found == MISSING && format->letter != 'f') /* too large a float is infinite */
        return raise_false(&type_ValueError, "memoryview: invalid value for format '%s'", shown_format(view));
    /* the conversion may have run Python code that released the view */
    if (!memoryview_check_open(view)) return false;
    item_store(data, bits, format->size);
    return true;
}
