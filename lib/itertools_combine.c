/* lib/itertools_combine.c - itertools.product, permutations, combinations, combinations_with_replacement.
 *
 * Owns:      the four types, all of them a Choice.
 * Invariant: indices[i] is the index in its pool of the result's item i.
 * Not here:  the other types of the module.
 */
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

typedef struct Choice {
    Object head;
    Value pool;     /* tuple of the items to choose from; product: of such tuples */
    Value result;   /* tuple given last; NULL: none so far */
    int64_t *room;  /* raw storage of the two arrays, or NULL */
    int64_t *order; /* permutations: the indices of all items, the chosen ones first; else indices of the chosen ones */
    int64_t *cycles; /* permutations: how often place i will still change before it starts again */
    size_t words;    /* of room */
    size_t count;    /* items of a result */
    bool started;    /* the first result was given */
    bool shared;     /* results are kept by who gets them: none is used again */
    bool stopped;    /* there are no more results */
} Choice;

static Choice *as_choice(Ref v) { return (Choice *)object_of(v); }

static void choice_traverse(Ref v, Visit visit, void *context) {
    visit(as_choice(v)->pool, context);
    visit(as_choice(v)->result, context);
}

static void choice_dispose(Ref v) {
    const Choice *self = as_choice(v);
    if (self->room) mem_raw_free(&rt()->mem, self->room, self->words * sizeof(int64_t));
}

/* An iterator of choices of count items, with room for so many indices and cycles, all zero. Takes the pool. */
static Value choice_new_steal(Type *type, Value pool, size_t count, size_t indices, size_t cycles) {
    if (!pool) return NULL;
    size_t words = indices + cycles;
    if (words > SIZE_MAX / 4 / sizeof(int64_t)) {
        release(pool);
        return raise_memory();
    }
    int64_t *room = words ? mem_raw_try(&rt()->mem, words * sizeof(int64_t)) : NULL;
    if (words && !room) {
        release(pool);
        return raise_memory();
    }
    if (room) memset(room, 0, words * sizeof(int64_t));
    Choice *self = object_new(type, type->size);
    self->pool = pool;
    self->room = self->order = room;
    self->words = words;
    self->cycles = room ? room + indices : NULL;
    self->count = count;
    return value_of(self);
}

static Lookup finish(Choice *self) {
    self->stopped = true;
    return MISSING;
}

static inline Ref chosen(const Choice *self, size_t place, bool product) {
    size_t index = (size_t)self->order[place];
    return tuple_peek(product ? tuple_peek(self->pool, place) : self->pool, index);
}

static Value new_result(Choice *self, bool product) {
    Value result = tuple_new(self->count);
    for (size_t i = 0; result && i < self->count; i++) as_tuple(result)->items[i] = retain(chosen(self, i, product));
    self->shared |= self->result != NULL;
    if (result) slot_set(&self->result, self->shared ? NULL : result);
    return result;
}

/* The result that order names; it differs from the one before from this place on. A tuple that nobody has kept is used
 * again. */
static inline Lookup give(Choice *self, size_t from, bool product, Value *item) {
    if (self->result && object_of(self->result)->count == 1) {
        *item = retain(self->result);
        for (size_t i = from; i < self->count; i++) slot_set(&as_tuple(*item)->items[i], chosen(self, i, product));
        return FOUND;
    }
    *item = new_result(self, product);
    return *item ? FOUND : FAILED;
}

static Lookup give_first(Choice *self, bool product, Value *item) {
    self->started = true;
    return give(self, 0, product, item);
}

/* product. */

/* All pools, repeat times. */
static Value pools_of(Ref iterables, size_t repeat) {
    size_t given = tuple_count(iterables);
    if (repeat == 0) return tuple_empty();
    if (given && repeat > SIZE_MAX / sizeof(int64_t) / 4 / given)
        return raise(&type_OverflowError, "repeat argument too large");
    Value pools = tuple_new(given * repeat);
    for (size_t i = 0; pools && i < given; i++) {
        Value pool = tuple_of(tuple_peek(iterables, i));
        as_tuple(pools)->items[i] = pool;
        if (!pool) clear_ref(&pools);
    }
    for (size_t i = given; pools && i < given * repeat; i++)
        as_tuple(pools)->items[i] = retain(tuple_peek(pools, i - given));
    return pools;
}

static Value py_product_new(const Ref *args) {
    Type *type = as_type(args[0]);
    int64_t repeat;
    if (!size_argument(args[2], &repeat)) return NULL;
    if (repeat < 0) return raise(&type_ValueError, "repeat argument cannot be negative");
    Value pools = pools_of(args[1], (size_t)repeat);
    if (!pools) return NULL;
    size_t count = tuple_count(pools);
    Value v = choice_new_steal(type, pools, count, count, 0);
    for (size_t i = 0; v && i < count; i++) as_choice(v)->stopped |= tuple_count(tuple_peek(pools, i)) == 0;
    return v;
}

static Lookup product_next(Ref v, Value *item) {
    Choice *self = as_choice(v);
    if (self->stopped) return MISSING;
    if (UNLIKELY(!self->started)) return give_first(self, true, item);
    for (size_t i = self->count; i-- > 0; self->order[i] = 0) {
        if ((size_t)++self->order[i] < tuple_count(tuple_peek(self->pool, i))) return give(self, i, true, item);
    }
    return finish(self);
}

/* combinations, with replacement or without. */

/* The items to choose from, and how many to choose: all of them when r is NULL. */
static Value read_choice(Ref iterable, Ref r, size_t *count) {
    int64_t number = 0;
    if (r && !size_argument(r, &number)) return NULL;
    Value pool = tuple_of(iterable);
    if (!pool) return NULL;
    *count = r ? (size_t)number : tuple_count(pool);
    if (number >= 0) return pool;
    release(pool);
    return raise(&type_ValueError, "r must be non-negative");
}

static Value py_combinations_new(const Ref *args) {
    size_t count;
    Value pool = read_choice(args[1], args[2], &count);
    if (!pool) return NULL;
    bool none = count > tuple_count(pool);
    Value v = choice_new_steal(as_type(args[0]), pool, none ? 0 : count, none ? 0 : count, 0);
    if (!v) return NULL;
    Choice *self = as_choice(v);
    self->stopped = none;
    for (size_t i = 0; i < self->count; i++) self->order[i] = (int64_t)i;
    return v;
}

static Lookup combinations_next(Ref v, Value *item) {
    Choice *self = as_choice(v);
    if (self->stopped) return MISSING;
    if (UNLIKELY(!self->started)) return give_first(self, false, item);
    int64_t *order = self->order;
    size_t all = tuple_count(self->pool), count = self->count, i = count;
    /* the last place that can still move on: behind it, the last items are taken */
    while (i > 0 && (size_t)order[i - 1] == all - count + i - 1) i--;
    if (i-- == 0) return finish(self);
    order[i]++;
    for (size_t j = i + 1; j < count; j++) order[j] = order[j - 1] + 1;
    return give(self, i, false, item);
}

static Value py_replacement_new(const Ref *args) {
    size_t count;
    Value pool = read_choice(args[1], args[2], &count);
    if (!pool) return NULL;
    bool none = count > 0 && tuple_count(pool) == 0;
    Value v = choice_new_steal(as_type(args[0]), pool, none ? 0 : count, none ? 0 : count, 0);
    if (v) as_choice(v)->stopped = none;
    return v;
}

static Lookup replacement_next(Ref v, Value *item) {
    Choice *self = as_choice(v);
    if (self->stopped) return MISSING;
    if (UNLIKELY(!self->started)) return give_first(self, false, item);
    int64_t *order = self->order, last = (int64_t)tuple_count(self->pool) - 1;
    size_t i = self->count;
    while (i > 0 && order[i - 1] == last) i--;
    if (i-- == 0) return finish(self);
    int64_t index = order[i] + 1;
    for (size_t j = i; j < self->count; j++) order[j] = index;
    return give(self, i, false, item);
}

/* permutations. Source: each place i runs through its n - i candidates like a wheel of a counter; a wheel that is
 * through turns the items from its place on to the left by one, which restores their order. */

static Value py_permutations_new(const Ref *args) {
    size_t count;
    Ref r = args[2];
    Value items = tuple_of(args[1]), pool = items ? read_choice(items, is_int(r) ? r : NULL, &count) : NULL;
    release_maybe(items);
    if (!pool) return NULL;
    if (!is_none(r) && !is_int(r)) return release(pool), raise(&type_TypeError, "Expected int as r");
    size_t all = tuple_count(pool);
    bool none = count > all;
    Value v = choice_new_steal(as_type(args[0]), pool, none ? 0 : count, all, none ? 0 : count);
    if (!v) return NULL;
    Choice *self = as_choice(v);
    self->stopped = none;
    for (size_t i = 0; i < all; i++) self->order[i] = (int64_t)i;
    for (size_t i = 0; i < self->count; i++) self->cycles[i] = (int64_t)(all - i);
    return v;
}

static void swap(int64_t *order, size_t i, size_t j) {
    int64_t index = order[i];
    order[i] = order[j];
    order[j] = index;
}

static void turn_left(int64_t *order, size_t from, size_t all) {
    int64_t first = order[from];
    memmove(order + from, order + from + 1, (all - from - 1) * sizeof *order);
    order[all - 1] = first;
}

static Lookup permutations_next(Ref v, Value *item) {
    Choice *self = as_choice(v);
    if (self->stopped) return MISSING;
    if (UNLIKELY(!self->started)) return give_first(self, false, item);
    size_t all = tuple_count(self->pool);
    for (size_t i = self->count; i-- > 0;) {
        if (--self->cycles[i] == 0) {
            turn_left(self->order, i, all);
            self->cycles[i] = (int64_t)(all - i);
            continue;
        }
        swap(self->order, i, all - (size_t)self->cycles[i]);
        return give(self, i, false, item);
    }
    return finish(self);
}

static const NativeDef product_construct = {"product(*iterables, repeat=1)", py_product_new, 0, NATIVE_KEYWORDS_APART};
static const NativeDef combinations_construct = {"combinations(iterable, r)", py_combinations_new, 0, 0};
static const NativeDef replacement_construct = {"combinations_with_replacement(iterable, r)", py_replacement_new, 0, 0};
static const NativeDef permutations_construct = {"permutations(iterable, r=None)", py_permutations_new, 0, 0};

#define CHOICE_TYPE(name_, construct_, next_)                                                                          \
    TYPE_HEAD(name_), .name = "itertools." #name_, .module = "itertools",                                              \
        .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER, .size = sizeof(Choice), .traverse = choice_traverse,             \
        .dispose = choice_dispose, .construct = &construct_, .iter = iterator_self, .next = next_

Type type_product = {CHOICE_TYPE(product, product_construct, product_next),
                     .doc = "An iterator of all tuples of one item of each iterable; the last changes fastest.\n\n"
                            "With repeat, the iterables stand there so many times."};
Type type_permutations = {CHOICE_TYPE(permutations, permutations_construct, permutations_next),
                          .doc = "An iterator of all ways to put r items of iterable (all, if None) in order."};
Type type_combinations = {CHOICE_TYPE(combinations, combinations_construct, combinations_next),
                          .doc = "An iterator of all choices of r items of iterable, each in the items' order."};
Type type_combinations_with_replacement = {
    CHOICE_TYPE(combinations_with_replacement, replacement_construct, replacement_next),
    .doc = "An iterator of all choices of r items of iterable, each in the items' order; an item may be chosen again."};
