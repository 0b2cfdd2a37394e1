/* lib/math_sum.c - functions of math that add and multiply many numbers.
 *
 * Owns:      fsum, prod, sumprod, dist, hypot.
 * Invariant: results are correctly rounded, or within a rounding of that, whatever the order of the numbers.
 * Not here:  sum() (builtins_sequence.c).
 */
#include <float.h>
#include <math.h>

#include "lib/math_module.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

/* A sum or product of two doubles without rounding: high + low. Source: Dekker 1971, Knuth's two-sum. */
typedef struct Pair {
    double high, low;
} Pair;

static Pair add_exactly(double a, double b) {
    double sum = a + b, part = sum - a;
    return (Pair){sum, (a - (sum - part)) + (b - part)};
}

/* The same when |a| >= |b|. */
static Pair add_exactly_fast(double a, double b) {
    double sum = a + b;
    return (Pair){sum, (a - sum) + b};
}

static Pair multiply_exactly(double a, double b) {
    double product = a * b;
    return (Pair){product, fma(a, b, -product)};
}

/* --- fsum: Shewchuk's partial sums (Adaptive Precision Floating-Point Arithmetic, 1997) --------------------------- */

enum { FIRST_PARTIALS = 32 };

typedef struct Partials {
    double *items;                /* not overlapping, growing in magnitude */
    size_t count;                 /* in use */
    size_t capacity;              /* allocated */
    double special;               /* sum of infinities and nans */
    double infinite;              /* sum of infinities alone */
    double first[FIRST_PARTIALS]; /* the first room */
} Partials;

static bool grow(Partials *p) {
    size_t size = p->capacity * sizeof *p->items, capacity = 2 * p->capacity;
    bool first = p->items == p->first;
    double *items = mem_raw_resize_try(&rt()->mem, first ? NULL : p->items, first ? 0 : size, 2 * size);
    if (!items) return raise_memory(), false;
    if (first) memcpy(items, p->first, size);
    p->items = items;
    p->capacity = capacity;
    return true;
}

static bool partials_add(Partials *p, double x) {
    double original = x;
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        double y = p->items[i];
        Pair sum = fabs(x) < fabs(y) ? add_exactly_fast(y, x) : add_exactly_fast(x, y);
        if (sum.low != 0.0) p->items[kept++] = sum.low;
        x = sum.high;
    }
    p->count = kept;
    if (x == 0.0) return true;
    if (!isfinite(x)) {
        if (isfinite(original)) return raise_false(&type_OverflowError, "intermediate overflow in fsum");
        if (isinf(original)) p->infinite += original;
        p->special += original;
        p->count = 0;
        return true;
    }
    if (p->count == p->capacity && !grow(p)) return false;
    p->items[p->count++] = x;
    return true;
}

/* The sum of the partials, rounded once: half to even also when the rest decides. */
static double partials_round(const Partials *p) {
    size_t n = p->count;
    if (n == 0) return 0.0;
    double high = p->items[--n], low = 0.0;
    while (n > 0) {
        Pair sum = add_exactly_fast(high, p->items[--n]);
        high = sum.high;
        low = sum.low;
        if (low != 0.0) break;
    }
    if (n > 0 && ((low < 0.0 && p->items[n - 1] < 0.0) || (low > 0.0 && p->items[n - 1] > 0.0))) {
        double twice = low * 2.0, rounded = high + twice;
        if (twice == rounded - high) high = rounded;
    }
    return high;
}

static Value partials_finish(const Partials *p) {
    if (p->special == 0.0) return float_new(partials_round(p));
    if (isnan(p->infinite)) return raise(&type_ValueError, "-inf + inf in fsum");
    return float_new(p->special);
}

Value py_math_fsum(const Ref *args) {
    Value iterator = iterate(args[0]), item, result = NULL;
    if (!iterator) return NULL;
    Partials p;
    Lookup found;
    p.items = p.first;
    p.count = 0;
    p.capacity = FIRST_PARTIALS;
    p.special = p.infinite = 0;
    while ((found = iterate_polled(iterator, &item)) == FOUND) {
        double x;
        bool ok = float_argument(item, &x);
        release(item);
        if (!ok || !partials_add(&p, x)) {
            found = FAILED;
            break;
        }
    }
    if (found == MISSING) result = partials_finish(&p);
    release(iterator);
    if (p.items != p.first) mem_raw_free(&rt()->mem, p.items, p.capacity * sizeof *p.items);
    return result;
}

/* --- prod --------------------------------------------------------------------------------------------------------- */

/* Multiplies the floats that come next into *total, a float, until something else comes: then *item holds it. */
static Lookup multiply_floats(Ref iterator, Value *total, Value *item) {
    double product = float_of(*total);
    Lookup found;
    while ((found = iterate_polled(iterator, item)) == FOUND) {
        if (is_flonum(*item)) product *= flonum(*item);
        else if (is_small_int(*item)) product *= (double)small_int(*item);
        else break;
    }
    slot_set_steal(total, float_new(product));
    return found;
}

/* The same for small ints, into an int that stays one. */
static Lookup multiply_ints(Ref iterator, Value *total, Value *item) {
    int64_t product = small_int(*total), next;
    Lookup found;
    while ((found = iterate_polled(iterator, item)) == FOUND) {
        if (!is_small_int(*item) || __builtin_mul_overflow(product, small_int(*item), &next) || !fits_small_int(next))
            break;
        product = next;
    }
    *total = small_int_value(product);
    return found;
}

Value py_math_prod(const Ref *args) {
    Value iterator = iterate(args[0]), total = retain(args[1]), item;
    while (iterator && total) {
        bool is_plain = is_flonum(total) || is_exact(total, &type_float);
        Lookup found = is_plain              ? multiply_floats(iterator, &total, &item)
                       : is_small_int(total) ? multiply_ints(iterator, &total, &item)
                                             : iterate_polled(iterator, &item);
        if (found != FOUND) {
            if (found == FAILED) clear_ref(&total);
            break;
        }
        slot_set_steal(&total, binary_op(BINARY_MUL, total, item));
        release(item);
    }
    if (!iterator) clear_ref(&total);
    release_maybe(iterator);
    return total;
}

/* --- sumprod ------------------------------------------------------------------------------------------------------ */

/* A running sum of three times a double's precision. Source: Ogita, Rump and Oishi, Accurate Sum and Dot Product, 2005,
 * algorithm 5.10 for K = 3. */
typedef struct Triple {
    double high, low, tiny;
} Triple;

static void triple_add_product(Triple *t, double x, double y) {
    Pair product = multiply_exactly(x, y), sum = add_exactly(t->high, product.high);
    Pair rest = add_exactly(t->low, product.low), carry = add_exactly(rest.high, sum.low);
    *t = (Triple){sum.high, carry.high, t->tiny + rest.low + carry.low};
}

static double triple_round(const Triple *t) {
    Pair low = add_exactly(t->low, t->tiny), sum = add_exactly(t->high, low.high);
    return sum.high + (sum.low + low.low);
}

static bool plain_number(Ref v, double *x) {
    if (is_flonum(v)) *x = flonum(v);
    else if (is_exact(v, &type_float)) *x = float_of(v);
    else if (is_small_int(v)) *x = (double)small_int(v);
    else if (is_bool(v)) *x = v == VALUE_TRUE;
    else return false;
    return true;
}

static bool is_plain_float(Ref v) { return is_flonum(v) || is_exact(v, &type_float); }

/* *total += p * q */
static bool add_product(Value *total, Ref p, Ref q) {
    Value product = binary_op(BINARY_MUL, p, q), sum = product ? binary_op(BINARY_ADD, *total, product) : NULL;
    release_maybe(product);
    slot_set_steal(total, sum);
    return sum != NULL;
}

static bool flush_triple(Value *total, Triple *t, bool *open) {
    if (!*open) return true;
    *open = false;
    Value part = float_new(triple_round(t)), sum = binary_op(BINARY_ADD, *total, part);
    release(part);
    slot_set_steal(total, sum);
    *t = (Triple){0};
    return sum != NULL;
}

Value py_math_sumprod(const Ref *args) {
    Value p = list_of(args[0]), q = p ? list_of(args[1]) : NULL, total = small_int_value(0);
    bool ok = q != NULL, open = false;
    Triple t = {0};
    for (size_t i = 0; ok && i < list_count(p) && i < list_count(q); i++) {
        Ref a = list_peek(p, i), b = list_peek(q, i);
        double x, y;
        if (plain_number(a, &x) && plain_number(b, &y) && (is_plain_float(a) || is_plain_float(b))) {
            Triple before = t;
            triple_add_product(&t, x, y);
            open = true;
            if (isfinite(t.high)) continue;
            t = before; /* infinities and nans are added as they come */
        }
        Value left = retain(a), right = retain(b);
        ok = flush_triple(&total, &t, &open) && add_product(&total, left, right);
        release(left);
        release(right);
    }
    ok = ok && flush_triple(&total, &t, &open);
    if (ok && list_count(p) != list_count(q)) ok = raise_false(&type_ValueError, "Inputs are not the same length");
    release_maybe(p);
    release_maybe(q);
    if (ok) return total;
    release_maybe(total);
    return NULL;
}

/* --- dist and hypot ----------------------------------------------------------------------------------------------- */

/* The length of a vector whose largest coordinate is max: scaled by a power of two so that squares neither overflow nor
 * vanish, summed with what rounding lost, and the root corrected once by the exact difference to its square. */
static double vector_length(double *vector, size_t count, double max, bool found_nan) {
    if (isinf(max)) return max;
    if (found_nan) return NAN;
    if (max == 0.0 || count <= 1) return max;
    int exponent;
    frexp(max, &exponent);
    if (exponent < -1023) { /* the scale itself would overflow */
        for (size_t i = 0; i < count; i++) vector[i] /= DBL_MIN;
        return DBL_MIN * vector_length(vector, count, max / DBL_MIN, false);
    }
    double scale = ldexp(1.0, -exponent), sum = 1.0, lost_products = 0.0, lost_sums = 0.0;
    for (size_t i = 0; i < count; i++) {
        double x = vector[i] * scale;
        Pair square = multiply_exactly(x, x), next = add_exactly_fast(sum, square.high);
        sum = next.high;
        lost_products += square.low;
        lost_sums += next.low;
    }
    double h = sqrt(sum - 1.0 + (lost_products + lost_sums));
    Pair square = multiply_exactly(-h, h), next = add_exactly_fast(sum, square.high);
    double difference = next.high - 1.0 + (lost_products + square.low + (lost_sums + next.low));
    return (h + difference / (2.0 * h)) / scale;
}

typedef struct Vector {
    double *items;  /* magnitudes; raw storage */
    size_t count;   /* of items */
    double max;     /* largest */
    bool found_nan; /* some item is none */
} Vector;

static bool vector_start(Vector *v, size_t count) {
    *v = (Vector){.count = count};
    v->items = mem_raw_try(&rt()->mem, count * sizeof *v->items);
    return v->items || (raise_memory(), false);
}

static void vector_put(Vector *v, size_t i, double x) {
    x = fabs(x);
    v->items[i] = x;
    v->found_nan |= isnan(x);
    if (x > v->max) v->max = x;
}

static Value vector_finish(Vector *v, bool ok) {
    Value result = ok ? float_new(vector_length(v->items, v->count, v->max, v->found_nan)) : NULL;
    mem_raw_free(&rt()->mem, v->items, v->count * sizeof *v->items);
    return result;
}

Value py_math_hypot(const Ref *args) {
    size_t count = tuple_count(args[0]);
    Vector v;
    bool ok = true;
    if (!vector_start(&v, count)) return NULL;
    for (size_t i = 0; ok && i < count; i++) {
        double x = 0.0;
        ok = float_argument(tuple_peek(args[0], i), &x);
        vector_put(&v, i, x);
    }
    return vector_finish(&v, ok);
}

static Value distance(Ref p, Ref q) {
    size_t count = tuple_count(p);
    Vector v;
    bool ok = true;
    if (count != tuple_count(q)) return raise(&type_ValueError, "both points must have the same number of dimensions");
    if (!vector_start(&v, count)) return NULL;
    for (size_t i = 0; ok && i < count; i++) {
        double x = 0.0, y = 0.0;
        ok = float_argument(tuple_peek(p, i), &x) && float_argument(tuple_peek(q, i), &y);
        vector_put(&v, i, x - y);
    }
    return vector_finish(&v, ok);
}

Value py_math_dist(const Ref *args) {
    Value p = tuple_of(args[0]), q = p ? tuple_of(args[1]) : NULL, result = q ? distance(p, q) : NULL;
    release_maybe(p);
    release_maybe(q);
    return result;
}
