/* lib/itertools_module.c - the module itertools, and tee.
 *
 * Owns:      the types of tee.
 * Invariant: a block that is not full is the last one: only there items are taken from the iterator.
 * Not here:  the other types (itertools_*.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/iterate.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

enum { BLOCK_ITEMS = 57 };

/* Items that some of the tees have not taken yet. */
typedef struct TeeBlock {
    Object head;
    Value iterator;           /* where all blocks of a row take items from */
    Value next;               /* the block behind this one, or NULL until it is needed */
    uint32_t count;           /* items */
    bool running;             /* an item is being taken */
    Value items[BLOCK_ITEMS]; /* in order */
} TeeBlock;

typedef struct Tee {
    Object head;
    Value block;    /* where its next item is */
    uint32_t index; /* of that item; BLOCK_ITEMS: in the next block */
} Tee;

static TeeBlock *as_block(Ref v) { return (TeeBlock *)object_of(v); }
static Tee *as_tee(Ref v) { return (Tee *)object_of(v); }

static Value block_new(Ref iterator) {
    TeeBlock *block = object_new(&type_tee_block, sizeof(TeeBlock));
    block->iterator = retain(iterator);
    return value_of(block);
}

static void block_traverse(Ref v, Visit visit, void *context) {
    const TeeBlock *block = as_block(v);
    visit(block->iterator, context);
    for (uint32_t i = 0; i < block->count; i++) visit(block->items[i], context);
    visit(block->next, context);
}

Type type_tee_block = {
    TYPE_HEAD(tee_block),     .name = "itertools._tee_dataobject",
    .module = "itertools",    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(TeeBlock), .traverse = block_traverse,
};

/* tee. */

static Value tee_at(Ref block, uint32_t index) {
    Tee *tee = object_new(&type_tee, sizeof(Tee));
    tee->block = retain(block);
    tee->index = index;
    return value_of(tee);
}

static Value tee_of(Ref iterable) {
    Value iterator = iterate(iterable);
    if (!iterator) return NULL;
    if (is_exact(iterator, &type_tee)) {
        Value copy = tee_at(as_tee(iterator)->block, as_tee(iterator)->index);
        release(iterator);
        return copy;
    }
    Value block = block_new(iterator), tee = tee_at(block, 0);
    release(block);
    release(iterator);
    return tee;
}

/* Takes an item from the iterator into the block. */
static Lookup fill_block(TeeBlock *block) {
    if (block->running) return raise_failed(&type_RuntimeError, "cannot re-enter the tee iterator");
    Value item, held = retain(value_of(block));
    block->running = true;
    Lookup found = iterate_quickly(block->iterator, &item);
    block->running = false;
    if (found == FOUND) block->items[block->count++] = item;
    release(held);
    return found;
}

static Lookup tee_next(Ref v, Value *item) {
    Tee *self = as_tee(v);
    if (self->index == BLOCK_ITEMS) {
        TeeBlock *full = as_block(self->block);
        if (!full->next) full->next = block_new(full->iterator);
        slot_set(&self->block, full->next);
        self->index = 0;
    }
    TeeBlock *block = as_block(self->block);
    uint32_t index = self->index;
    if (index == block->count) {
        Lookup found = fill_block(block);
        if (found != FOUND) return found;
    }
    self->index = index + 1;
    *item = retain(block->items[index]);
    return FOUND;
}

static Value py_tee_new(const Ref *args) { return tee_of(args[1]); }
static Value py_tee_copy(const Ref *args) { return tee_at(as_tee(args[0])->block, as_tee(args[0])->index); }
static const NativeDef tee_methods[] = {
    {"__copy__()", py_tee_copy, DOC("Return an iterator of the same items from here on."), 0},
    {0},
};

static const NativeDef tee_construct = {"_tee(iterable, /)", py_tee_new, 0, 0};

Type type_tee = {
    TYPE_HEAD(tee),
    .name = "itertools._tee",
    .module = "itertools",
    .doc = "One of several iterators of the items of one iterable.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF | TYPE_PARTS_1,
    .size = sizeof(Tee),
    .traverse = object_traverse_parts,
    .construct = &tee_construct,
    .iter = iterator_self,
    .next = tee_next,
    .methods = tee_methods,
};

/* An iterator that can be copied, and what copies it: its own __copy__, if it has one, else a tee is put before it. */
static bool make_copyable(Value *iterator, Value *copy) {
    Lookup found = getattr_try(*iterator, NAME(dunder_copy), copy);
    if (found == MISSING) {
        slot_set_steal(iterator, tee_of(*iterator));
        *copy = *iterator ? getattr(*iterator, NAME(dunder_copy)) : NULL;
        return *copy != NULL;
    }
    return found == FOUND;
}

static Value py_itertools_tee(const Ref *args) {
    int64_t count;
    if (!size_argument(args[1], &count)) return NULL;
    if (count < 0) return raise(&type_ValueError, "n must be >= 0");
    if (count == 0) return tuple_empty();
    Value result = tuple_new((size_t)count), iterator = result ? iterate(args[0]) : NULL, copy = NULL;
    bool done = iterator && make_copyable(&iterator, &copy);
    if (done) as_tuple(result)->items[0] = retain(iterator);
    for (int64_t i = 1; done && i < count; i++) done = (as_tuple(result)->items[i] = call_0(copy)) != NULL;
    release_maybe(copy);
    release_maybe(iterator);
    if (!done && result) clear_ref(&result);
    return result;
}

/* The module. */

static Type *const types[] = {
    &type_accumulate, &type_batched,     &type_chain,   &type_combinations, &type_combinations_with_replacement,
    &type_compress,   &type_count,       &type_cycle,   &type_dropwhile,    &type_filterfalse,
    &type_groupby,    &type_group,       &type_islice,  &type_pairwise,     &type_permutations,
    &type_product,    &type_repeat,      &type_starmap, &type_takewhile,    &type_tee,
    &type_tee_block,  &type_zip_longest,
};

static bool fill(Ref dict) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        dict_set_text(dict, strchr(types[i]->name, '.') + 1, type_ref(types[i]));
    return true;
}

static const NativeDef functions[] = {
    {"tee(iterable, n=2, /)", py_itertools_tee, DOC("Return a tuple of n independent iterators of the same items."), 0},
    {0},
};

const ModuleDef module_itertools = {
    "itertools",
    "Iterators for endless series, for choosing, joining and combining items.",
    functions,
    fill,
};
