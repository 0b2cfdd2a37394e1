/* runtime/memoryview_item.c - an item of a memoryview to and from bytes, by its format letter. */
#include <limits.h>
#include <math.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/memoryview.h"
#include "runtime/protocol.h"

typedef struct Letter {
    char letter;
    uint8_t size;   /* bytes */
    bool is_signed; /* of those that hold ints */
} Letter;

static const Letter letters[] = {
    {'b', 1, true},
    {'B', 1, false},
    {'h', sizeof(short), true},
    {'H', sizeof(short), false},
    {'i', sizeof(int), true},
    {'I', sizeof(int), false},
    {'l', sizeof(long), true},
    {'L', sizeof(long), false},
    {'q', 8, true},
    {'Q', 8, false},
    {'n', sizeof(ssize_t), true},
    {'N', sizeof(size_t), false},
    {'P', sizeof(void *), false},
    {'c', 1, false},
    {'?', 1, false},
    {'e', 2, true},
    {'f', 4, true},
    {'d', 8, true},
};

static const Letter *find_letter(char letter) {
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].letter == letter) return &letters[i];
    return NULL;
}

int memoryview_item_size(char letter) {
    const Letter *row = find_letter(letter);
    return row ? row->size : 0;
}

/* Little-endian machines only, as the rest of us. */
static inline uint64_t load(const uint8_t *data, size_t size) {
    uint16_t two;
    uint32_t four;
    uint64_t eight;
    switch (size) {
    case 1: return *data;
    case 2: return memcpy(&two, data, 2), two;
    case 4: return memcpy(&four, data, 4), four;
    default: return memcpy(&eight, data, 8), eight;
    }
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

static Value unpack(const Letter *row, const uint8_t *data) {
    uint64_t bits = load(data, row->size);
    switch (row->letter) {
    case 'c': return bytes_from(data, 1);
    case '?': return bool_value(bits != 0);
    case 'e':
    case 'f':
    case 'd': return unpack_float(bits, row->letter);
    default: break;
    }
    if (!row->is_signed) return int_from_uint64(bits);
    unsigned unused = 64 - 8 * row->size;
    return int_value((int64_t)(bits << unused) >> unused);
}

Value memoryview_unpack(const uint8_t *data, char letter) { return unpack(find_letter(letter), data); }

/* Ints that always fit the word, read as their C type. */
#define UNPACK_SMALL(Type)                                                                                             \
    for (int64_t i = 0; i < length; i++, data += stride) {                                                             \
        Type number;                                                                                                   \
        memcpy(&number, data, sizeof number);                                                                          \
        items[i] = small_int_value(number);                                                                            \
    }                                                                                                                  \
    return true

static bool unpack_small(Value *items, const uint8_t *data, int64_t stride, int64_t length, char letter) {
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
    const Letter *row = find_letter(letter);
    Value list = list_new((size_t)length);
    if (list && unpack_small(as_list(list)->items, data, stride, length, letter)) {
        as_list(list)->count = (size_t)length;
        return list;
    }
    for (int64_t i = 0; list && i < length; i++, data += stride) {
        Value item = unpack(row, data);
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

static bool raise_range(Ref view) {
    return raise_false(&type_ValueError, "memoryview: invalid value for format '%s'", shown_format(view));
}

/* The bits of the nearest half float, a half to even; false: too large. */
static bool half_bits(double d, uint64_t *bits) {
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
        if (exponent > 16) return false;
        *bits = sign | ((uint64_t)scaled + (scaled >= 1024 ? (uint64_t)(exponent + 13) << 10 : 0));
    }
    return true;
}

static bool float_bits(Ref view, Ref value, uint64_t *bits) {
    double d;
    if (!float_argument(value, &d)) return raise_unfit(view);
    char letter = memoryview_letter(as_memoryview(view));
    if (letter == 'e') return half_bits(d, bits) || raise_range(view);
    if (letter == 'f') {
        float f = (float)d;
        *bits = 0;
        memcpy(bits, &f, sizeof f);
    } else {
        memcpy(bits, &d, sizeof d);
    }
    return true;
}

static bool int_bits(Ref view, Ref value, const Letter *row, uint64_t *bits) {
    bool wanted = row->letter != 'P' || is_int(value); /* an address is an int, no less */
    Value index = wanted ? index_of(value) : raise(&type_TypeError, "an integer is required");
    if (index == NULL) return raise_unfit(view);
    int64_t number;
    bool fits;
    if (int_sign(index) < 0 && (row->is_signed || row->letter == 'P')) {
        fits = int_as_int64(index, &number) && number >= INT64_MIN >> (64 - 8 * row->size);
        *bits = (uint64_t)number;
    } else {
        fits = int_sign(index) >= 0 && int_as_uint64(index, bits) &&
               *bits <= UINT64_MAX >> (64 - 8 * row->size + row->is_signed);
    }
    release(index);
    return fits || raise_range(view);
}

static bool byte_bits(Ref view, Ref value, uint64_t *bits) {
    if (!is_bytes(value))
        return raise_false(&type_TypeError, "memoryview: invalid type for format '%s'", shown_format(view));
    if (bytes_length(value) != 1) return raise_range(view);
    *bits = bytes_data(value)[0];
    return true;
}

bool memoryview_pack(Ref view, uint8_t *data, Ref value) {
    const Letter *row = find_letter(memoryview_letter(as_memoryview(view)));
    uint64_t bits = 0;
    Lookup is_true;
    bool done;
    switch (row->letter) {
    case 'c': done = byte_bits(view, value, &bits); break;
    case '?':
        is_true = truth(value);
        done = is_true != FAILED || raise_unfit(view);
        bits = is_true == FOUND;
        break;
    case 'e':
    case 'f':
    case 'd': done = float_bits(view, value, &bits); break;
    default: done = int_bits(view, value, row, &bits); break;
    }
    /* the conversion may have run Python code that released the view */
    if (!done || !memoryview_check_open(view)) return false;
    memcpy(data, &bits, row->size);
    return true;
}
