/* runtime/bigint_gcd.c - greatest common divisors, by Lehmer's algorithm (D. Knuth, "The Art of Computer
 * Programming", 4.5.2, L).
 *
 * Owns:      the steps: many of Euclid's at once by the highest 64 bits, or a division.
 * Not here:  signs and objects (int_power.c).
 *
 * Which of Euclid's steps are sure is asked as in G. E. Collins, "Lecture Notes on Arithmetic Algorithms" (1980):
 * without a second division. They take 30 bits off both numbers. GMP's mpn_gcd takes more off thousands of digits, and
 * is 14 KB.
 */
#include <gmp.h>
#include <string.h>

#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"

#define SHORT_LIMBS 32 /* numbers up to here need no memory but the C stack */

typedef struct Pair {
    uint64_t *a, *b; /* a >= b */
    size_t a_count, b_count;
    uint64_t *next_a, *next_b; /* room for the next step's */
    uint64_t *quotient;        /* room for one */
} Pair;

/* What some of Euclid's steps make of the numbers: u * a - v * b, or v * b - u * a. */
typedef struct Row {
    uint64_t top;  /* the highest bits of it, as they come out of the highest bits of a and b */
    uint64_t u, v; /* u is at most v, but for the first */
} Row;

uint64_t bigint_gcd_limb(uint64_t a, uint64_t b) {
    while (b != 0) {
        a %= b;
        if (a == 0) return b;
        b %= a;
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

/* One of Euclid's steps: more becomes the rest that less leaves. False: the lower bits decide what it is. */
static inline bool take_step(Row *more, const Row *less) {
    uint64_t rest = more->top - less->top, u = more->u + less->u, v = more->v + less->v;
    if (rest >= less->top) { /* in three of five steps the quotient is above 1 */
        uint64_t further = rest / less->top;
        rest -= further * less->top, u += further * less->u, v += further * less->v;
    }
    if (rest < v || less->top - rest < v + less->v) return false;
    *more = (Row){rest, u, v};
    return true;
}

/* As many of Euclid's steps as are the same whatever the lower bits are. False: there is none. */
static bool take_steps(Row *x, Row *y) {
    if (y->top == 0) return false;
    while (take_step(x, y) && take_step(y, x)) {
    }
    return x->v != 0;
}

unsigned __int128 bigint_gcd_short(unsigned __int128 a, unsigned __int128 b) {
    unsigned __int128 x = a >= b ? a : b, y = a >= b ? b : a;
    while (y >> 64) {
        int zeros = __builtin_clzll((uint64_t)(x >> 64));
        Row p = {(uint64_t)(x << zeros >> 64), 1, 0}, q = {(uint64_t)(y << zeros >> 64), 0, 1};
        bool taken = take_steps(&p, &q);
        unsigned __int128 next = taken ? p.u * x - p.v * y : y, other = taken ? q.v * y - q.u * x : x % y;
        x = next >= other ? next : other;
        y = next >= other ? other : next;
    }
    return y ? bigint_gcd_limb((uint64_t)y, (uint64_t)(x % y)) : x;
}

/* The 64 bits from this one on; the number has no higher ones. */
static uint64_t window(const uint64_t *limbs, size_t count, uint64_t from) {
    size_t at = from / 64, shift = from % 64;
    if (at >= count) return 0;
    uint64_t above = shift && at + 1 < count ? limbs[at + 1] << (64 - shift) : 0;
    return limbs[at] >> shift | above;
}

/* result = x * plus - y * minus, which is neither negative nor longer than they are. */
static void combine(uint64_t *result, uint64_t x, const uint64_t *plus, uint64_t y, const uint64_t *minus,
                    size_t count) {
    mpn_mul_1(result, plus, (mp_size_t)count, x);
    mpn_submul_1(result, minus, (mp_size_t)count, y);
}

/* Takes the steps that are the same whatever the lower bits are. False: there is none. */
static bool take_certain_steps(Pair *p) {
    uint64_t from = bigint_bits(p->a, p->a_count) - 64;
    Row x = {window(p->a, p->a_count, from), 1, 0}, y = {window(p->b, p->b_count, from), 0, 1};
    if (!take_steps(&x, &y)) return false;
    memset(p->b + p->b_count, 0, (p->a_count - p->b_count) * sizeof *p->b);
    combine(p->next_a, x.u, p->a, x.v, p->b, p->a_count);
    combine(p->next_b, y.v, p->b, y.u, p->a, p->a_count);
    bool ordered = x.top > y.top;
    uint64_t *a = p->a, *b = p->b;
    p->a = ordered ? p->next_a : p->next_b;
    p->b = ordered ? p->next_b : p->next_a;
    p->next_a = a, p->next_b = b;
    p->b_count = bigint_normalize(p->b, p->a_count);
    p->a_count = bigint_normalize(p->a, p->a_count);
    return true;
}

/* Until both have two limbs, or b has none. No number may be longer than the smaller one was at the beginning. */
static bool reduce(Pair *p) {
    bool done = p->a_count == p->b_count || divide(p);
    while (done && p->b_count > 0 && p->a_count > 2) done = take_certain_steps(p) ? runtime_poll() : divide(p);
    return done;
}

bool bigint_gcd(uint64_t *result, size_t *result_count, const uint64_t *a, size_t a_count, const uint64_t *b,
                size_t b_count) {
    size_t room = 2 * a_count + 3 * b_count + 1;
    uint64_t short_room[5 * SHORT_LIMBS + 1], *space = a_count <= SHORT_LIMBS ? short_room : bigint_limbs_new(room);
    if (!space) return false;
    uint64_t *copy = space + a_count, *spare = copy + b_count;
    Pair p = {space, copy, a_count, b_count, spare, spare + b_count, spare + 2 * b_count};
    memcpy(p.a, a, a_count * sizeof *a);
    memcpy(p.b, b, b_count * sizeof *b);
    bool done = reduce(&p);
    if (done && p.b_count > 0) {
        unsigned __int128 last = bigint_gcd_short(bigint_joined(p.a, p.a_count), bigint_joined(p.b, p.b_count));
        p.a[0] = (uint64_t)last, p.a[1] = (uint64_t)(last >> 64);
        p.a_count = 2;
    }
    *result_count = p.a_count;
    memcpy(result, p.a, p.a_count * sizeof *result);
    if (space != short_room) bigint_limbs_free(space, room);
    return done;
}
