/* runtime/bigint_gcd.c - greatest common divisors, by Lehmer's algorithm (Knuth, The Art of Computer Programming 4.5.2, L).
 *
 * Owns:      the steps: many of Euclid's at once by the highest 62 bits, or a division.
 * Not here:  signs and objects (int_power.c).
 *
 * A step takes 30 bits off both numbers. GMP's mpn_gcd takes more off thousands of digits, and is 14 KB of code.
 */
#include <gmp.h>
#include <string.h>

#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"

#define WINDOW 62 /* bits that a step looks at */

typedef struct Pair {
    uint64_t *a, *b; /* a >= b */
    size_t a_count, b_count;
    uint64_t *next_a, *next_b; /* room for the next step's */
    uint64_t *quotient;        /* room for one */
} Pair;

/* a becomes x * a + y * b, b becomes z * a + w * b: what some of Euclid's steps make of them. */
typedef struct Steps {
    int64_t x, y, z, w;
} Steps;

uint64_t bigint_gcd_limb(uint64_t a, uint64_t b) {
    while (b != 0) {
        uint64_t rest = a % b;
        a = b, b = rest;
    }
    return a;
}

static bool divide(Pair *p) {
    if (!bigint_divide(p->quotient, p->a, p->a, p->a_count, p->b, p->b_count)) return false;
    uint64_t *rest = p->a;
    p->a = p->b;
    p->a_count = p->b_count;
    p->b = rest;
    p->b_count = bigint_normalize(rest, p->a_count);
    return true;
}

/* WINDOW bits of the limbs, from this one on; the number has no higher ones. */
static int64_t window(const uint64_t *limbs, size_t count, uint64_t from) {
    size_t at = from / 64, shift = from % 64;
    if (at >= count) return 0;
    uint64_t above = shift && at + 1 < count ? limbs[at + 1] << (64 - shift) : 0;
    return (int64_t)(limbs[at] >> shift | above);
}

/* Those of Euclid's steps that are the same whatever the lower bits are. */
static Steps certain_steps(const Pair *p) {
    uint64_t from = bigint_bits(p->a, p->a_count) - WINDOW;
    int64_t a = window(p->a, p->a_count, from), b = window(p->b, p->b_count, from);
    Steps s = {1, 0, 0, 1};
    while (b + s.z != 0 && b + s.w != 0) {
        int64_t quotient = (a + s.x) / (b + s.z);
        __int128 left = a + s.y - (__int128)quotient * (b + s.w);
        if (left < 0 || left >= b + s.w) break; /* (a + s.y) / (b + s.w) is another */
        s = (Steps){s.z, s.w, s.x - quotient * s.z, s.y - quotient * s.w};
        int64_t rest = a - quotient * b;
        a = b, b = rest;
    }
    return s;
}

/* result = x * a + y * b, which is neither negative nor longer than a; x and y have different signs, or one is 0. */
static void combine(uint64_t *result, const Pair *p, int64_t x, int64_t y) {
    bool minus_b = x > 0 || y < 0;
    const uint64_t *plus = minus_b ? p->a : p->b, *minus = minus_b ? p->b : p->a;
    mpn_mul_1(result, plus, (mp_size_t)p->a_count, (uint64_t)(minus_b ? x : y));
    mpn_submul_1(result, minus, (mp_size_t)p->a_count, (uint64_t)-(minus_b ? y : x));
}

static void take_steps(Pair *p, Steps s) {
    memset(p->b + p->b_count, 0, (p->a_count - p->b_count) * sizeof *p->b);
    combine(p->next_a, p, s.x, s.y);
    combine(p->next_b, p, s.z, s.w);
    uint64_t *a = p->a, *b = p->b;
    p->a = p->next_a, p->b = p->next_b;
    p->next_a = a, p->next_b = b;
    p->b_count = bigint_normalize(p->b, p->a_count);
    p->a_count = bigint_normalize(p->a, p->a_count);
}

/* Until b fits a limb. The division at the beginning leaves no number longer than the smaller one. */
static bool reduce(Pair *p) {
    bool done = divide(p);
    while (done && p->b_count > 1) {
        Steps s = certain_steps(p);
        if (s.y == 0) {
            done = divide(p);
        } else {
            take_steps(p, s);
            done = runtime_poll();
        }
    }
    return done;
}

bool bigint_gcd(uint64_t *result, size_t *result_count, uint64_t *a, size_t a_count, uint64_t *b, size_t b_count) {
    size_t room = 2 * b_count + a_count + 1;
    uint64_t *spare = bigint_limbs_new(room);
    if (!spare) return false;
    Pair p = {a, b, a_count, b_count, spare, spare + b_count, spare + 2 * b_count};
    bool done = reduce(&p);
    if (done && p.b_count == 1) {
        result[0] = bigint_gcd_limb(p.b[0], mpn_mod_1(p.a, (mp_size_t)p.a_count, p.b[0]));
        *result_count = 1;
    } else if (done) {
        memcpy(result, p.a, p.a_count * sizeof *result);
        *result_count = p.a_count;
    }
    bigint_limbs_free(spare, room);
    return done;
}
