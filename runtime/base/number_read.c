/* runtime/base/number_read.c - text to doubles. */
#include "runtime/base/number.h"

#include <math.h>
#include <string.h>

#define KEPT_DIGITS 19   /* digits that always fit 64 bits */
#define EXACT_DIGITS 780 /* digits after which only "something follows" can matter: a midpoint has at most 767 */
#define BIG_LIMBS 64     /* 780 digits, or 54 bits times 5^1123 */

/* A number as it was written: digits * 10^exponent. */
typedef struct Written {
    uint64_t value;     /* the first 19 digits, leading zeros not counted */
    bool more;          /* other digits followed, not all zero */
    int64_t exponent;   /* of the last digit in value */
    const char *digits; /* the first digit that is not zero */
    const char *end;    /* one past the last character of the digits; points and underscores may stand between */
    int64_t last;       /* exponent of the last digit before end */
} Written;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* ---- Rounding an approximation. ---- */

double number_from_bits(uint64_t high, bool beyond, int64_t exponent) {
    int64_t top = exponent + 63; /* of the highest bit */
    if (top > 1023) return INFINITY;
    int64_t keep = top >= -1022 ? 53 : 53 - (-1022 - top); /* fewer bits for subnormal numbers */
    if (keep < 0) return 0;
    uint64_t mantissa = keep == 0 ? 0 : high >> (64 - keep);
    uint64_t rest = high << keep, half = (uint64_t)1 << 63;
    if (rest > half || (rest == half && (beyond || mantissa & 1))) mantissa++;
    /* The mantissa's own highest bit, or a carry out of it, adds one to the exponent field. */
    uint64_t bits = mantissa + (top >= -1022 ? (uint64_t)(top + 1022) << 52 : 0);
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

/* The doubles that the two ends of the interval of what value * 10^k can be round to. */
static void approximate(uint64_t value, bool more, int k, double *lowest, double *highest) {
    number_powers_need();
    int zeros = __builtin_clzll(value);
    uint64_t factor = value << zeros;
    NumberPower power = number_power(k);
    unsigned __int128 low = (unsigned __int128)power.low * factor;
    unsigned __int128 high = (unsigned __int128)power.high * factor + (uint64_t)(low >> 64);
    int64_t exponent = number_log2_power(k) - 127 - zeros + 128; /* of the highest 64 bits */

    for (int side = 0; side < 2; side++) {
        unsigned __int128 upper = high;
        uint64_t lower = (uint64_t)low;
        if (side == 0 && (k < 0 || k > 55)) { /* the power was rounded up by less than one: subtract factor */
            upper -= lower < factor;
            lower -= factor;
        } else if (side == 1 && more) { /* the digits left out are worth less than one of the last: add the power */
            unsigned __int128 unit = (unsigned __int128)power.high << 64 | power.low;
            upper += (unit >> (64 - zeros)) + __builtin_add_overflow(lower, power.low << zeros, &lower);
        }
        int lacking = !(upper >> 127); /* two factors with their highest bits set: the product lacks one bit at most */
        if (lacking) upper = upper << 1 | lower >> 63, lower <<= 1;
        bool beyond = (uint64_t)upper != 0 || lower != 0;
        *(side ? highest : lowest) = number_from_bits((uint64_t)(upper >> 64), beyond, exponent - lacking);
    }
}

/* ---- Deciding exactly, when the approximation spans a midpoint. ---- */

typedef struct Big {
    uint64_t limbs[BIG_LIMBS]; /* least significant first */
    size_t count;              /* limbs in use; the highest is not zero */
} Big;

static void big_multiply_add(Big *big, uint64_t factor, uint64_t carry) {
    for (size_t i = 0; i < big->count; i++) {
        unsigned __int128 product = (unsigned __int128)big->limbs[i] * factor + carry;
        big->limbs[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
    if (carry) big->limbs[big->count++] = carry;
}

static void big_multiply_power_of_5(Big *big, int64_t exponent) {
    const uint64_t step = 7450580596923828125; /* 5^27 */
    for (; exponent >= 27; exponent -= 27) big_multiply_add(big, step, 0);
    for (; exponent > 0; exponent--) big_multiply_add(big, 5, 0);
}

static void big_shift_left(Big *big, int64_t bits) {
    size_t limbs = (size_t)bits / 64;
    big_multiply_add(big, (uint64_t)1 << bits % 64, 0);
    memmove(big->limbs + limbs, big->limbs, big->count * sizeof(uint64_t));
    memset(big->limbs, 0, limbs * sizeof(uint64_t));
    big->count += limbs;
}

static int big_compare(const Big *a, const Big *b) {
    if (a->count != b->count) return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;) {
        if (a->limbs[i] != b->limbs[i]) return a->limbs[i] < b->limbs[i] ? -1 : 1;
    }
    return 0;
}

/* All digits that can matter, as an integer; returns the exponent of the last one taken. */
static int64_t read_digits(const Written *written, Big *big) {
    int taken = 0;
    bool more = false;
    big->count = 0;
    int64_t after = 0; /* digits not taken */
    for (const char *p = written->digits; p < written->end; p++) {
        if (!is_digit(*p)) continue;
        if (taken < EXACT_DIGITS) {
            big_multiply_add(big, 10, (uint64_t)(*p - '0'));
            taken++;
        } else {
            more |= *p != '0';
            after++;
        }
    }
    if (more) { /* decides a tie, and nothing else */
        big_multiply_add(big, 10, 1);
        after--;
    }
    return written->last + after;
}

/* Of the two neighbours, the one nearer to the written number. */
static double decide(const Written *written, double lowest, double highest) {
    uint64_t bits;
    memcpy(&bits, &lowest, sizeof bits);
    uint64_t mantissa = bits & (((uint64_t)1 << 52) - 1);
    int64_t exponent = (int64_t)(bits >> 52);
    if (exponent > 0) mantissa |= (uint64_t)1 << 52;
    if (exponent == 0) exponent = 1;
    Big text, middle = {.limbs = {2 * mantissa + 1}, .count = 1}; /* times 2^(exponent - 1076) */
    int64_t ten = read_digits(written, &text);
    int64_t two = ten - (exponent - 1076); /* text * 5^ten * 2^two against middle */
    if (ten >= 0) {
        big_multiply_power_of_5(&text, ten);
    } else {
        big_multiply_power_of_5(&middle, -ten);
    }
    if (two >= 0) {
        big_shift_left(&text, two);
    } else {
        big_shift_left(&middle, -two);
    }
    int order = big_compare(&text, &middle);
    if (order == 0) return mantissa & 1 ? highest : lowest;
    return order < 0 ? lowest : highest;
}

/* ---- Reading. ---- */

/* The double nearest to a non-negative written number. */
static double nearest(const Written *written) {
    static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    uint64_t value = written->value;
    int64_t k = written->exponent;
    if (value == 0) return 0;
    if (!written->more && value <= (uint64_t)1 << 53 && k >= -22 && k <= 22) { /* one correctly rounded operation */
        return k < 0 ? (double)value / tens[-k] : (double)value * tens[k];
    }
    if (k > 308) return INFINITY;
    if (k < NUMBER_POWER_FIRST) return 0;
    double lowest, highest;
    approximate(value, written->more, (int)k, &lowest, &highest);
    return lowest == highest ? lowest : decide(written, lowest, highest);
}

/* Reads digits, between which single underscores may stand, into written; fraction: they are behind the point. Returns
 * where they end; *any is set when there was one. */
static const char *scan_digits(const char *p, const char *end, bool fraction, Written *written, int *kept, bool *any) {
    bool after_digit = false;
    for (; p < end; p++) {
        if (*p == '_' && after_digit && p + 1 < end && is_digit(p[1])) {
            after_digit = false;
            continue;
        }
        if (!is_digit(*p)) break;
        after_digit = *any = true;
        written->last -= fraction;
        if (*kept == 0 && *p == '0') {
            written->exponent -= fraction;
        } else if (*kept < KEPT_DIGITS) {
            if (*kept == 0) written->digits = p;
            written->value = written->value * 10 + (uint64_t)(*p - '0');
            written->exponent -= fraction;
            (*kept)++;
        } else {
            written->more |= *p != '0';
            written->exponent += !fraction;
        }
    }
    return p;
}

/* Reads an exponent ("e-12") when a complete one stands at p; returns where it ends, or p. */
static const char *scan_exponent(const char *p, const char *end, int64_t *exponent) {
    const char *start = p;
    if (p == end || (*p != 'e' && *p != 'E')) return start;
    p++;
    bool minus = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end || !is_digit(*p)) return start;
    int64_t value = 0;
    for (; p < end && (is_digit(*p) || (*p == '_' && is_digit(p[-1]) && p + 1 < end && is_digit(p[1]))); p++) {
        if (*p != '_' && value < INT64_MAX / 100) value = value * 10 + (*p - '0');
    }
    *exponent = minus ? -value : value;
    return p;
}

/* True when text begins with the lower-case word, in any case. */
static bool begins_with(const char *p, const char *end, const char *word) {
    for (; *word; p++, word++) {
        if (p == end || (*p | 0x20) != *word) return false;
    }
    return true;
}

size_t number_scan(const char *text, size_t length, double *result) {
    const char *p = text, *end = text + length;
    bool minus = p < end && *p == '-', any = false;
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (begins_with(p, end, "inf") || begins_with(p, end, "nan")) {
        *result = copysign((*p | 0x20) == 'i' ? INFINITY : NAN, minus ? -1.0 : 1.0);
        return (size_t)(p - text) + (begins_with(p, end, "infinity") ? 8 : 3);
    }
    Written written = {.digits = p};
    int kept = 0;
    p = scan_digits(p, end, false, &written, &kept, &any);
    if (p < end && *p == '.') p = scan_digits(p + 1, end, true, &written, &kept, &any);
    if (!any) return 0;
    written.end = p;
    int64_t exponent = 0;
    p = scan_exponent(p, end, &exponent);
    written.exponent += exponent;
    written.last += exponent;
    double magnitude = nearest(&written);
    *result = minus ? -magnitude : magnitude;
    return (size_t)(p - text);
}

bool number_parse(const char *text, size_t length, double *result) {
    return length > 0 && number_scan(text, length, result) == length;
}
