/* runtime/base/number.c - doubles to text. Reading is in number_read.c. */
#include "runtime/base/number.h"

#include <math.h>
#include <string.h>

#define TEN_19 10000000000000000000u /* the largest power of ten in 64 bits: digits come 19 at a time */
#define EXACT_LIMBS 18               /* 1074 bits behind the point or 1024 before it, and one more */
#define EXACT_DIGITS 1440            /* 309 before the point or 1074 behind it, and a chunk of 19 on either side */

/* A double as its parts: value = mantissa * 2^exponent. */
typedef struct Binary {
    uint64_t mantissa; /* below 2^53 */
    int exponent;      /* of the lowest bit */
    bool irregular;    /* a power of two: the next double below is nearer than the next above */
} Binary;

/* Decimal digits: 0.d1d2d3... * 10^point. */
typedef struct Decimal {
    char *digits; /* characters '0' to '9' */
    size_t count; /* of digits */
    int point;    /* where the decimal point stands, counted from before the first digit */
} Decimal;

static Binary split(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
    int biased = (int)(bits >> 52 & 0x7ff);
    if (biased == 0) return (Binary){.mantissa = fraction, .exponent = -1074};
    return (Binary){
        .mantissa = fraction | (uint64_t)1 << 52, .exponent = biased - 1075, .irregular = fraction == 0 && biased > 1};
}

static const char digit_pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
                                  "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
                                  "8081828384858687888990919293949596979899";

/* Eight digits as they stand in memory, '0' taken off each: fours, then pairs, then single ones are divided side by side
 * in a word (P. Khuong, "How to print integers really fast", 2017). */
static inline uint64_t eight_digits(uint32_t value) {
    uint64_t fours = value / 10000 | (uint64_t)(value % 10000) << 32;
    uint64_t hundreds = fours * 10486 >> 20 & 0x0000007f0000007f;
    uint64_t pairs = hundreds | (fours - hundreds * 100) << 16;
    uint64_t tens = pairs * 103 >> 10 & 0x000f000f000f000f;
    return tens | (pairs - tens * 10) << 8;
}

uint64_t number_write_padded(char *out, uint64_t value, size_t count) {
    for (; count >= 8; count -= 8, value /= 100000000) {
        uint64_t text = eight_digits((uint32_t)(value % 100000000)) + 0x3030303030303030;
        memcpy(out + count - 8, &text, sizeof text);
    }
    for (; count >= 2; count -= 2, value /= 100) memcpy(out + count - 2, digit_pairs + value % 100 * 2, 2);
    if (count == 0) return value;
    *out = (char)('0' + value % 10);
    return value / 10;
}

static const uint64_t powers_of_ten[] = {1,
                                         10,
                                         100,
                                         1000,
                                         10000,
                                         100000,
                                         1000000,
                                         10000000,
                                         100000000,
                                         1000000000,
                                         10000000000,
                                         100000000000,
                                         1000000000000,
                                         10000000000000,
                                         100000000000000,
                                         1000000000000000,
                                         10000000000000000,
                                         100000000000000000,
                                         1000000000000000000,
                                         TEN_19};

static inline size_t count_digits(uint64_t value) {
    if (value < 10) return 1;
    size_t guess = (size_t)((64 - __builtin_clzll(value)) * 1233) >> 12;
    return guess + (value >= powers_of_ten[guess]);
}

size_t number_write_uint64(char *out, uint64_t value) {
    size_t count = count_digits(value);
    number_write_padded(out, value, count);
    return count;
}

/* Drops trailing zeros, keeping one digit. */
static void strip_zeros(Decimal *decimal) {
    while (decimal->count > 1 && decimal->digits[decimal->count - 1] == '0') decimal->count--;
}

/* ---- Shortest digits: Raffaello Giulietti, "The Schubfach way to render doubles" (2020). ---- */

/* floor(power * factor / 2^128) with the lowest bit set when something was cut off ("round to odd"): comparing such
 * results is comparing the exact products. The power is rounded up by less than one unit, hence `> 1`. */
static uint64_t scale_to_odd(NumberPower power, uint64_t factor) {
    unsigned __int128 low = (unsigned __int128)power.low * factor;
    unsigned __int128 high = (unsigned __int128)power.high * factor + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

/* The decimal significand and its exponent that lie in the rounding interval of b: the shortest, and of these the
 * nearest to b. Trailing zeros may remain. */
static uint64_t shortest(Binary b, int *exponent) {
    number_powers_need();
    uint64_t c = b.mantissa;
    bool open = c & 1; /* the ends of the interval round to b only when b is even */
    int k = (b.exponent * 1262611 - (b.irregular ? 524031 : 0)) >> 22; /* floor(log10(width of the interval)) */
    int shift = b.exponent + number_log2_power(-k) + 1;
    NumberPower power = number_power(-k);
    /* Four times the ends and the middle, in units of 10^k. */
    uint64_t left = scale_to_odd(power, (4 * c - (b.irregular ? 1 : 2)) << shift) + open;
    uint64_t middle = scale_to_odd(power, (4 * c) << shift);
    uint64_t right = scale_to_odd(power, (4 * c + 2) << shift) - open;

    uint64_t s = middle / 4;
    if (s >= 10) { /* a multiple of ten: at most one lies inside */
        uint64_t tens = s / 10;
        bool below = left <= 40 * tens, above = 40 * tens + 40 <= right;
        if (below != above) {
            *exponent = k + 1;
            return tens + above;
        }
    }
    *exponent = k;
    bool below = left <= 4 * s, above = 4 * s + 4 <= right;
    if (below != above) return s + above;
    uint64_t half = 4 * s + 2;
    return s + (middle > half || (middle == half && s & 1));
}

/* Shortest digits of a finite, positive number into buffer (20 characters). */
static Decimal shortest_decimal(char *buffer, Binary b) {
    int exponent = 0;
    uint64_t value;
    if (b.mantissa == 0) {
        value = 0;
    } else if (b.exponent <= 0 && b.exponent >= -52 && (b.mantissa & (((uint64_t)1 << -b.exponent) - 1)) == 0) {
        value = b.mantissa >> -b.exponent; /* a whole number below 2^53 is its own shortest */
    } else {
        value = shortest(b, &exponent);
    }
    size_t count = number_write_uint64(buffer, value);
    Decimal decimal = {.digits = buffer, .count = count, .point = (int)count + exponent};
    strip_zeros(&decimal);
    return decimal;
}

/* ---- Exact digits: integer part by division, fraction by multiplication, 19 digits at a time. ---- */

typedef struct Exact {
    char digits[EXACT_DIGITS]; /* those produced so far, at room for one carry */
    uint64_t
        fraction[EXACT_LIMBS]; /* what stands behind the digits produced, as a binary fraction, highest limb last */
    size_t fraction_limbs;     /* limbs in use */
    size_t count;              /* digits */
    int point;                 /* as in Decimal */
} Exact;

/* Writes the digits of the limbs (destroyed) without leading zeros; returns how many. */
static size_t integer_digits(char *out, uint64_t *limbs, size_t count) {
    uint64_t chunks[EXACT_LIMBS + 1];
    size_t chunk_count = 0;
    while (count > 0 && limbs[count - 1] == 0) count--;
    while (count > 0) {
        uint64_t remainder = 0;
        for (size_t i = count; i-- > 0;) {
            unsigned __int128 part = (unsigned __int128)remainder << 64 | limbs[i];
            limbs[i] = (uint64_t)(part / TEN_19);
            remainder = (uint64_t)(part % TEN_19);
        }
        chunks[chunk_count++] = remainder;
        while (count > 0 && limbs[count - 1] == 0) count--;
    }
    if (chunk_count == 0) return 0;
    size_t length = number_write_uint64(out, chunks[--chunk_count]);
    for (; chunk_count > 0; length += 19) number_write_padded(out + length, chunks[--chunk_count], 19);
    return length;
}

/* Moves the next 19 digits out of the fraction. */
static uint64_t next_chunk(Exact *exact) {
    uint64_t carry = 0;
    for (size_t i = 0; i < exact->fraction_limbs; i++) {
        unsigned __int128 product = (unsigned __int128)exact->fraction[i] * TEN_19 + carry;
        exact->fraction[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
    size_t zeros = 0; /* the low limbs run empty: each step shifts in 19 zero bits */
    while (zeros < exact->fraction_limbs && exact->fraction[zeros] == 0) zeros++;
    if (zeros > 0) {
        exact->fraction_limbs -= zeros;
        memmove(exact->fraction, exact->fraction + zeros, exact->fraction_limbs * sizeof(uint64_t));
    }
    return carry;
}

/* Splits b into integer digits and a binary fraction. */
static void exact_begin(Exact *exact, Binary b) {
    uint64_t integer[EXACT_LIMBS] = {0};
    size_t integer_limbs = 1;
    exact->fraction_limbs = 0;
    if (b.exponent >= 0) {
        size_t limb = (size_t)b.exponent / 64;
        unsigned __int128 shifted = (unsigned __int128)b.mantissa << b.exponent % 64;
        integer[limb] = (uint64_t)shifted;
        integer[limb + 1] = (uint64_t)(shifted >> 64);
        integer_limbs = limb + 2;
    } else {
        int places = -b.exponent; /* binary places; the mantissa's lowest bit is the last of them */
        exact->fraction_limbs = ((size_t)places + 63) / 64;
        memset(exact->fraction, 0, exact->fraction_limbs * sizeof(uint64_t));
        unsigned __int128 shifted = (unsigned __int128)b.mantissa << (exact->fraction_limbs * 64 - (size_t)places);
        exact->fraction[0] = (uint64_t)shifted;
        if (exact->fraction_limbs > 1) {
            exact->fraction[1] = (uint64_t)(shifted >> 64);
        } else {
            integer[0] = (uint64_t)(shifted >> 64);
        }
    }
    exact->count = integer_digits(exact->digits, integer, integer_limbs);
    exact->point = (int)exact->count;
}

/* Produces digits until there are wanted ones or no more; leading zeros are not stored. */
static void exact_extend(Exact *exact, size_t wanted) {
    while (exact->count < wanted && exact->fraction_limbs > 0) {
        uint64_t chunk = next_chunk(exact);
        if (exact->count > 0) {
            number_write_padded(exact->digits + exact->count, chunk, 19);
            exact->count += 19;
        } else if (chunk > 0) {
            exact->count = number_write_uint64(exact->digits, chunk);
            exact->point -= 19 - (int)exact->count;
        } else {
            exact->point -= 19;
        }
    }
}

/* True when the digits from position on, and what follows them, are above one half of the digit before (or at one half
 * and that digit is odd). */
static bool rounds_up(const Exact *exact, size_t position) {
    if (position >= exact->count) return false;
    if (exact->digits[position] != '5') return exact->digits[position] > '5';
    for (size_t i = position + 1; i < exact->count; i++) {
        if (exact->digits[i] != '0') return true;
    }
    for (size_t i = 0; i < exact->fraction_limbs; i++) {
        if (exact->fraction[i] != 0) return true;
    }
    return position > 0 && (exact->digits[position - 1] & 1);
}

/* Keeps so many digits, rounded. A carry out of the first digit moves the point. */
static void exact_round(Exact *exact, size_t keep) {
    bool up = rounds_up(exact, keep);
    if (keep < exact->count) exact->count = keep;
    if (!up) return;
    size_t i = exact->count;
    while (i > 0 && exact->digits[i - 1] == '9') exact->digits[--i] = '0';
    if (i > 0) {
        exact->digits[i - 1]++;
        return;
    }
    if (exact->count == 0) exact->count = 1;
    exact->digits[0] = '1'; /* 99.9 became 00.0: the same zeros behind a one, the point one further */
    exact->point++;
}

/* b rounded to so many significant digits, at least one, by rounding the shortest. Where they are more than one too
 * many, no tie lies between them and b: it would be shorter. At most 15 come back unchanged from every double that has
 * all its bits. */
static bool significant_quickly(Exact *exact, Binary b, size_t digits) {
    if (digits > 15 || !(b.mantissa >> 52)) return false;
    Decimal shortest = shortest_decimal(exact->digits, b);
    if (shortest.count == digits + 1 && shortest.digits[digits] == '5') return false;
    exact->count = shortest.count;
    exact->point = shortest.point;
    exact->fraction_limbs = 0;
    exact_round(exact, digits);
    return true;
}

/* The same for any b. */
static Decimal significant_decimal(Exact *exact, Binary b, size_t digits) {
    if (b.mantissa == 0) return (Decimal){.digits = exact->digits, .count = 0, .point = 1};
    if (!significant_quickly(exact, b, digits)) {
        exact_begin(exact, b);
        if (digits > EXACT_DIGITS - 20) digits = EXACT_DIGITS - 20;
        exact_extend(exact, digits + 1);
        exact_round(exact, digits);
    }
    return (Decimal){.digits = exact->digits, .count = exact->count, .point = exact->point};
}

/* b times ten to the power of decimals, rounded, when that and the product are no large numbers: the lowest bits of the
 * product are what is rounded away. */
static __attribute__((noinline)) bool scale_quickly(Binary b, int64_t decimals, uint64_t *scaled) {
    if ((uint64_t)decimals > 19 || b.exponent >= 0 || b.exponent < -127) return false;
    unsigned __int128 product = (unsigned __int128)b.mantissa * powers_of_ten[decimals], whole = product >> -b.exponent;
    unsigned __int128 rest = product - (whole << -b.exponent), half = (unsigned __int128)1 << (-b.exponent - 1);
    whole += rest > half || (rest == half && whole & 1);
    *scaled = (uint64_t)whole;
    return whole >> 64 == 0;
}

/* Writes d with so many decimals when that is quickly done; 0: it is not. */
static size_t write_fixed_quickly(char *out, double d, size_t decimals) {
    uint64_t scaled;
    if (!scale_quickly(split(d), (int64_t)decimals, &scaled)) return 0;
    size_t sign = signbit(d) != 0, count = count_digits(scaled);
    *out = '-';
    out += sign;
    if (decimals == 0) {
        number_write_padded(out, scaled, count);
        return sign + count;
    }
    size_t whole = count > decimals ? count - decimals : 1;
    scaled = number_write_padded(out + whole + 1, scaled, decimals);
    out[whole] = '.';
    number_write_padded(out, scaled, whole);
    return sign + whole + 1 + decimals;
}

/* b rounded to so many decimals (negative: tens, hundreds); no digits at all when that is zero. */
static Decimal fixed_decimal(Exact *exact, Binary b, int64_t decimals) {
    uint64_t scaled;
    if (scale_quickly(b, decimals, &scaled)) {
        size_t count = scaled ? number_write_uint64(exact->digits, scaled) : 0;
        return (Decimal){.digits = exact->digits, .count = count, .point = (int)((int64_t)count - decimals)};
    }
    exact_begin(exact, b);
    if (decimals > 1074) decimals = 1074;
    int64_t wanted = exact->point + decimals + 1; /* one more than kept, to round by; leading zeros only lessen it */
    if (wanted > 0) exact_extend(exact, (size_t)wanted);
    int64_t keep = exact->point + decimals;
    if (keep < 0) {
        exact->count = 0;
    } else {
        exact_round(exact, (size_t)keep);
    }
    return (Decimal){.digits = exact->digits, .count = exact->count, .point = exact->point};
}

/* ---- Laying out digits. ---- */

typedef struct Layout {
    char *out;     /* where the next character goes */
    Decimal value; /* digits to show; positions outside of them are zeros */
} Layout;

/* Writes count digits from position on (negative: leading zeros). */
static void put_digits(Layout *layout, int64_t position, size_t count) {
    while (count > 0 && position < 0) *layout->out++ = '0', position++, count--;
    size_t have = (uint64_t)position < layout->value.count ? layout->value.count - (size_t)position : 0;
    if (have > count) have = count;
    memcpy(layout->out, layout->value.digits + position, have);
    if (count > have) memset(layout->out + have, '0', count - have);
    layout->out += count;
}

/* 12.345 with so many decimals. */
static void put_fixed(Layout *layout, size_t decimals, bool point) {
    int whole = layout->value.point;
    if (whole > 0) {
        put_digits(layout, 0, (size_t)whole);
    } else {
        *layout->out++ = '0';
    }
    if (decimals > 0 || point) *layout->out++ = '.';
    put_digits(layout, whole, decimals);
}

/* 1.2345e+01 with so many decimals. */
static void put_exponent(Layout *layout, size_t decimals, bool point, char letter) {
    put_digits(layout, 0, 1);
    if (decimals > 0 || point) *layout->out++ = '.';
    put_digits(layout, 1, decimals);
    int exponent = layout->value.point - 1;
    *layout->out++ = letter;
    *layout->out++ = exponent < 0 ? '-' : '+';
    uint64_t size = (uint64_t)(exponent < 0 ? -exponent : exponent);
    if (size < 10) *layout->out++ = '0';
    layout->out += number_write_uint64(layout->out, size);
}

/* repr's choice between the notations. */
static void put_shortest(Layout *layout, unsigned flags) {
    Decimal *value = &layout->value;
    size_t count = value->count;
    bool alternate = flags & NUMBER_ALTERNATE;
    if (value->point <= -4 || value->point > 16) {
        put_exponent(layout, count - 1, alternate, 'e');
    } else if ((int)count > value->point) {
        put_fixed(layout, (size_t)((int)count - value->point), alternate);
    } else {
        put_fixed(layout, flags & NUMBER_POINT_ZERO ? 1 : 0, alternate);
    }
}

/* g's choice between the notations: an exponent below -4 or not below the precision. */
static void put_general(Layout *layout, size_t precision, unsigned flags, char letter) {
    Decimal *value = &layout->value;
    bool alternate = flags & NUMBER_ALTERNATE, point_zero = flags & NUMBER_POINT_ZERO;
    if (!alternate && value->count > 0) strip_zeros(value);
    size_t count = alternate ? precision : value->count ? value->count : 1;
    int64_t switch_at = (int64_t)precision - (point_zero ? 1 : 0);
    if (value->point <= -4 || value->point > switch_at) {
        put_exponent(layout, count - 1, alternate, letter);
    } else if ((int64_t)count > value->point) {
        put_fixed(layout, (size_t)((int64_t)count - value->point), alternate);
    } else {
        put_fixed(layout, point_zero, alternate);
    }
}

static size_t put_special(char *out, double d, bool upper) {
    char *start = out;
    if (!isnan(d) && d < 0) *out++ = '-';
    memcpy(out, isnan(d) ? upper ? "NAN" : "nan" : upper ? "INF" : "inf", 3);
    return (size_t)(out - start) + 3;
}

/* ---- Public. ---- */

size_t number_repr(char out[NUMBER_REPR_MAX], double d) {
    size_t length = number_format(out, d, 'r', 0, NUMBER_POINT_ZERO);
    out[length] = '\0';
    return length;
}

size_t number_format_room(double d, char type, size_t precision) {
    bool is_long = (type == 'f' || type == 'F') && fabs(d) >= 1e30;
    return (is_long ? 350 : 40) + precision;
}

size_t number_format(char *out, double d, char type, size_t precision, unsigned flags) {
    bool upper = type >= 'A' && type <= 'Z';
    if (!isfinite(d)) return put_special(out, d, upper);
    size_t quick = (type == 'f' || type == 'F') && flags == 0 ? write_fixed_quickly(out, d, precision) : 0;
    if (quick) return quick;
    Exact exact;
    Layout layout = {.out = out};
    Binary b = split(d);
    char kind = upper ? (char)(type + 'a' - 'A') : type;
    if (kind == 'g' && precision == 0) precision = 1;
    if (kind == 'r') {
        layout.value = shortest_decimal(exact.digits, b);
    } else if (kind == 'f') {
        layout.value = fixed_decimal(&exact, b, precision < 2000 ? (int64_t)precision : 2000);
    } else {
        layout.value = significant_decimal(&exact, b, kind == 'e' ? precision + 1 : precision);
    }
    bool zero = true;
    for (size_t i = 0; zero && i < layout.value.count; i++) zero = layout.value.digits[i] == '0';
    if (signbit(d) && !(zero && flags & NUMBER_NO_MINUS_ZERO)) *layout.out++ = '-';
    bool alternate = flags & NUMBER_ALTERNATE;
    if (kind == 'r') {
        put_shortest(&layout, flags);
    } else if (kind == 'f') {
        put_fixed(&layout, precision, alternate);
    } else if (kind == 'e') {
        put_exponent(&layout, precision, alternate, upper ? 'E' : 'e');
    } else {
        put_general(&layout, precision, flags, upper ? 'E' : 'e');
    }
    return (size_t)(layout.out - out);
}

double number_round(double d, int64_t decimals) {
    if (d == 0 || decimals > 340) return d;
    if (decimals < -310) return copysign(0.0, d);
    Exact exact;
    Decimal value = fixed_decimal(&exact, split(d), decimals);
    char text[EXACT_DIGITS + 16];
    Layout layout = {.out = text, .value = value};
    if (value.count == 0) return copysign(0.0, d);
    put_exponent(&layout, value.count - 1, false, 'e');
    double rounded = 0;
    number_scan(text, (size_t)(layout.out - text), &rounded);
    return copysign(rounded, d);
}
