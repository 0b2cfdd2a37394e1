/* runtime/int_text.c - ints to text and back. */
#include "runtime/base/number.h"
#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"
#include "runtime/digit_text.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

#define MESSAGE_MAX 200  /* characters of the text that an error message shows */
#define SHORT_TEXT 20    /* limbs whose decimal digits are written to the C stack first */
#define SHORT_DIGITS 128 /* that are read to the C stack first */

static bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }

/* ---- Writing. ---- */

static COLD Value raise_too_long(void) {
    return raise(&type_ValueError,
                 "Exceeds the limit (%ld digits) for integer string conversion; "
                 "use sys.set_int_max_str_digits() to increase the limit",
                 (long)rt()->int_max_digits);
}

/* True when a number of so many bits certainly has more digits than the limit: asked before the work is done. */
static bool surely_too_long(uint64_t bits) {
    int64_t limit = rt()->int_max_digits;
    return limit > 0 && bits > 10 && (bits - 1) / 10 * 3 > (uint64_t)limit; /* log10(2) is above 3/10 */
}

static Value small_text(int64_t i) {
    char text[NUMBER_UINT64_MAX + 1];
    char *start = text;
    if (i < 0) *start++ = '-';
    size_t length = number_write_uint64(start, i < 0 ? -(uint64_t)i : (uint64_t)i);
    return str_from_ascii(text, length + (size_t)(start - text));
}

/* Writes sign and digits into out, which has room, and makes a str of them. */
static Value text_through(char *out, const IntView *view, int base) {
    size_t length;
    char *start = out;
    if (view->negative) *start++ = '-';
    if (!bigint_text(start, &length, view->limbs, view->count, base)) return NULL;
    if (rt()->int_max_digits > 0 && length > (uint64_t)rt()->int_max_digits) return raise_too_long();
    return str_from_ascii(out, length + (size_t)(start - out));
}

/* Bases that are powers of two: how long the text is can be told. */
static Value text_of_bits(const IntView *view, const IntForm *form, const char *prefix) {
    unsigned bits = (unsigned)__builtin_ctz((unsigned)form->base);
    size_t digits = (bigint_bits(view->limbs, view->count) + bits - 1) / bits, front = view->negative + strlen(prefix);
    Value text = str_alloc(front + digits, 0x7f);
    if (!text) return NULL;
    char *out = (char *)str_data(text);
    if (view->negative) *out = '-';
    memcpy(out + view->negative, prefix, front - view->negative);
    bigint_write_bits(out + front, view->limbs, view->count, bits, form->ten);
    return text;
}

/* The digits of what has at most INT_SHORT_LIMBS limbs: GMP needs no memory for them, and no limit is so low. */
static size_t write_short(char *out, const IntView *view, const IntForm *form) {
    size_t length = 0;
    if (view->count == 0) return *out = '0', 1;
    if (form->base != 10) {
        unsigned bits = (unsigned)__builtin_ctz((unsigned)form->base);
        return bigint_write_bits(out, view->limbs, view->count, bits, form->ten);
    }
    if (view->count == 1) return number_write_uint64(out, view->limbs[0]);
    return bigint_text(out, &length, view->limbs, view->count, 10) ? length : 0;
}

Value int_text(Ref v, int base) {
    if (LIKELY(is_small_int(v) && base == 10)) return small_text(small_int(v));
    IntView view;
    int_view(v, &view);
    if (view.count == 0) return str_from_ascii("0", 1);
    if (is_power_of_two(base)) return text_of_bits(&view, &(IntForm){base, "", 'a'}, "");
    if (surely_too_long(bigint_bits(view.limbs, view.count))) return raise_too_long();
    size_t room = bigint_text_room(view.count, base) + 1;
    char small[SHORT_TEXT * 64 + 4];
    char *out = room <= sizeof small ? small : mem_raw_try(&rt()->mem, room);
    if (!out) return raise_memory();
    Value text = text_through(out, &view, base);
    if (out != small) mem_raw_free(&rt()->mem, out, room);
    return text;
}

IntForm int_form(uint32_t letter) {
    switch (letter) {
    case 'b': return (IntForm){2, "0b", 'a'};
    case 'o': return (IntForm){8, "0o", 'a'};
    case 'x': return (IntForm){16, "0x", 'a'};
    case 'X': return (IntForm){16, "0X", 'A'};
    default: return (IntForm){10, "", 'a'};
    }
}

bool int_text_open(IntText *text, Ref v, const IntForm *form, bool prefixed) {
    const char *prefix = prefixed ? form->prefix : "";
    IntView view;
    int_view(v, &view);
    text->held = NULL;
    if (LIKELY(view.count <= INT_SHORT_LIMBS)) {
        char *end = text->room;
        if (view.negative) *end++ = '-';
        while (*prefix) *end++ = *prefix++;
        text->chars = text->room;
        text->length = (size_t)(end - text->room) + write_short(end, &view, form);
        return true;
    }
    text->held = form->base == 10 ? int_text(v, 10) : text_of_bits(&view, form, prefix);
    if (!text->held) return false;
    text->chars = (const char *)str_data(text->held);
    text->length = str_length(text->held);
    return true;
}

void int_text_close(IntText *text) { release_maybe(text->held); }

/* ---- Reading. ---- */

/* What characters stand for as digits; NO_DIGIT: none. */
#define NO_DIGIT 36
#define DIGITS 0, 1, 2, 3, 4, 5, 6, 7, 8, 9
#define LETTERS 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35
static const uint8_t digit_values[256] = {
    [0 ... '0' - 1] = NO_DIGIT,       ['0'] = DIGITS,  ['9' + 1 ... 'A' - 1] = NO_DIGIT, ['A'] = LETTERS,
    ['Z' + 1 ... 'a' - 1] = NO_DIGIT, ['a'] = LETTERS, ['z' + 1 ... 255] = NO_DIGIT,
};
#undef DIGITS
#undef LETTERS
static int digit_value(char c) { return digit_values[(uint8_t)c]; }

/* Up to 12 digits in any base fit 64 bits with their sign. */
static Value from_short(const char *digits, size_t length, int base, bool negative) {
    int64_t value = 0;
    for (size_t i = 0; i < length; i++) value = value * base + digit_value(digits[i]);
    return int_value(negative ? -value : value);
}

/* Digits without sign and underscores. */
static Value from_plain(const char *digits, size_t length, int base, bool negative) {
    if (LIKELY(length <= 12 || (length <= 18 && base <= 10))) return from_short(digits, length, base, negative);
    int64_t limit = rt()->int_max_digits;
    if (!is_power_of_two(base) && limit > 0 && length > (uint64_t)limit) {
        return raise(&type_ValueError,
                     "Exceeds the limit (%ld digits) for integer string conversion: value has %zu digits; "
                     "use sys.set_int_max_str_digits() to increase the limit",
                     (long)limit, length);
    }
    size_t count;
    if (length <= SHORT_DIGITS) {
        uint64_t limbs[SHORT_DIGITS / 8];
        return bigint_parse(limbs, &count, digits, length, base) ? int_from_limbs(limbs, count, negative) : NULL;
    }
    Value result = int_reserve(bigint_parse_room(length, base));
    if (!result) return NULL;
    if (bigint_parse(as_int(result)->limbs, &count, digits, length, base)) {
        for (size_t i = count; i < (size_t)as_int(result)->size; i++) as_int(result)->limbs[i] = 0;
        return int_finish_steal(result, negative);
    }
    release(result);
    return NULL;
}

Value int_from_digits(const char *digits, size_t length, int base) {
    bool negative = length > 0 && *digits == '-';
    if (length > 0 && (*digits == '-' || *digits == '+')) digits++, length--;
    return from_plain(digits, length, base, negative);
}

/* Text of an int as int() takes it, sign and prefix already passed. */
typedef struct Literal {
    const char *digits; /* first character of the digits */
    size_t length;      /* bytes that follow */
    int base;           /* 2 .. 36 */
    bool negative;      /* a minus sign stood in front */
} Literal;

static int prefix_base(char c) {
    switch (c | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
    }
}

/* Passes sign and prefix. False: no int, such as 012 in base 0. */
static bool read_front(const DigitText *text, int base, Literal *literal) {
    const char *p = text->text, *end = p + text->length;
    literal->negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    int prefix = end - p >= 2 && *p == '0' ? prefix_base(p[1]) : 0;
    if (prefix != 0 && (base == 0 || base == prefix)) {
        base = prefix;
        p += 2;
        if (p < end && *p == '_') p++; /* one underscore may follow the prefix */
    } else if (base == 0) {
        base = 10;
        if (p < end && *p == '0') { /* only zeros may begin with a zero */
            for (const char *q = p; q < end; q++) {
                if (*q != '0' && *q != '_') return false;
            }
        }
    }
    *literal = (Literal){.digits = p, .length = (size_t)(end - p), .base = base, .negative = literal->negative};
    return true;
}

/* Whether eight characters are decimal digits. */
static inline bool eight_decimals(const char *characters) {
    uint64_t word;
    memcpy(&word, characters, sizeof word);
    return (((word + 0x4646464646464646) | (word - 0x3030303030303030)) & 0x8080808080808080) == 0;
}

/* Checks the digits and counts underscores, which must stand between two digits. */
static bool check_digits(const Literal *literal, size_t *underscores) {
    bool after_digit = false;
    size_t i = 0;
    while (literal->base == 10 && i + 8 <= literal->length && eight_decimals(literal->digits + i)) i += 8;
    while (i < literal->length && digit_value(literal->digits[i]) < literal->base) i++;
    after_digit = i > 0;
    *underscores = 0;
    for (; i < literal->length; i++) {
        char c = literal->digits[i];
        if (c == '_') {
            if (!after_digit) return false;
            after_digit = false;
            ++*underscores;
        } else {
            if (digit_value(c) >= literal->base) return false;
            after_digit = true;
        }
    }
    return after_digit;
}

static Value without_underscores(const Literal *literal, size_t underscores) {
    size_t room = literal->length - underscores, length = 0;
    char small[64];
    char *plain = room <= sizeof small ? small : mem_raw_try(&rt()->mem, room);
    if (!plain) return raise_memory();
    for (size_t i = 0; i < literal->length; i++) {
        if (literal->digits[i] != '_') plain[length++] = literal->digits[i];
    }
    Value result = from_plain(plain, length, literal->base, literal->negative);
    if (plain != small) mem_raw_free(&rt()->mem, plain, room);
    return result;
}

/* source: what the error message shows. */
static Value read_int(const DigitText *text, int base, Ref source) {
    Literal literal;
    size_t underscores;
    if (LIKELY(read_front(text, base, &literal) && check_digits(&literal, &underscores))) {
        if (underscores > 0) return without_underscores(&literal, underscores);
        return from_plain(literal.digits, literal.length, literal.base, literal.negative);
    }
    Value shown = repr_of(source);
    if (!shown) return NULL;
    if (str_length(shown) > MESSAGE_MAX) slot_set_steal(&shown, str_slice(shown, 0, MESSAGE_MAX));
    if (shown) raise(&type_ValueError, "invalid literal for int() with base %d: %S", base, (Ref)shown);
    release_maybe(shown);
    return NULL;
}

/* The usual text of an int: a few digits, perhaps a minus in front and the end of a line behind them. */
static bool read_usual(const char *text, size_t length, int64_t *value) {
    bool negative = length > 1 && *text == '-';
    size_t i = negative;
    if (length > 1 && text[length - 1] == '\n') length--;
    if (i == length || length > 18) return false;
    int64_t sum = 0;
    for (; i < length; i++) {
        unsigned digit = (unsigned char)text[i] - (unsigned)'0';
        if (digit > 9) return false;
        sum = sum * 10 + digit;
    }
    *value = negative ? -sum : sum;
    return true;
}

Value int_from_str(Ref text, int base) {
    int64_t value;
    if (base == 10 && str_is_ascii(text) && read_usual((const char *)str_data(text), str_length(text), &value)) {
        return int_value(value);
    }
    DigitText digits;
    if (!digit_text(text, &digits)) return NULL;
    Value result = read_int(&digits, base, text);
    digit_text_done(&digits);
    return result;
}

Value int_from_bytes_text(const char *text, size_t length, int base, Ref source) {
    DigitText digits;
    digit_text_of_bytes(text, length, &digits);
    return read_int(&digits, base, source);
}
