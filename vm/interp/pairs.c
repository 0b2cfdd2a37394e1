/* vm/interp/pairs.c - for a, b in ...: the parts of a pair go to their places, and most pairs are never made. */
#include "vm/interp/pairs.h"
#include "runtime/dict.h"
#include "runtime/iterate.h"
#include "runtime/list.h"
#include "runtime/tuple.h"
#include "vm/interp/interp.h"

static inline bool is_pair(Ref item) { return is_exact(item, &type_tuple) && tuple_count(item) == 2; }

/* Asks the cache for the first part of the next item, and for the item behind that: what is walked in another order
 * than it was made in is seldom there. */
static inline void expect_parts(const Value *items, size_t next, size_t count) {
    if (UNLIKELY(next >= count)) return;
    if (LIKELY(is_pair(items[next]))) __builtin_prefetch(tuple_peek(items[next], 0));
    if (next + 1 < count) __builtin_prefetch(items[next + 1]);
}

/* The parts of the next item of a list or tuple. MISSING: it is no tuple of two, or there is none; nothing has
 * moved. */
static inline Lookup sequence_parts(Ref iterator, Value parts[2]) {
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (UNLIKELY(!it->sequence)) return MISSING;
    bool list = is_list(it->sequence);
    size_t count = list ? list_count(it->sequence) : tuple_count(it->sequence);
    if (UNLIKELY(it->index >= count)) return MISSING;
    const Value *items = list ? as_list(it->sequence)->items : as_tuple(it->sequence)->items;
    Ref item = items[it->index];
    if (UNLIKELY(!is_pair(item))) return MISSING;
    expect_parts(items, ++it->index, count);
    parts[0] = retain(tuple_peek(item, 0));
    parts[1] = retain(tuple_peek(item, 1));
    return FOUND;
}

static inline Lookup dict_parts(Ref iterator, Value parts[2]) {
    DictIterator *it = (DictIterator *)object_of(iterator);
    if (UNLIKELY(it->remaining == 0 || !it->dict || it->expected != dict_count(it->dict))) return MISSING;
    DictEntry *entry = dict_next_entry(as_dict(it->dict), &it->position);
    if (UNLIKELY(!entry)) return MISSING;
    it->remaining--;
    parts[0] = retain(entry->key);
    parts[1] = retain(entry->value);
    return FOUND;
}

/* The index and the item of an enumeration over what is read in place. MISSING: next_pair must be asked. */
static inline Lookup enumerate_parts(Ref iterator, Value parts[2]) {
    Enumerate *it = as_enumerate(iterator);
    if (UNLIKELY(!is_small_int(it->next) || small_int(it->next) == SMALL_INT_MAX)) return MISSING;
    if (UNLIKELY(!is_at_hand(it->iterator))) return MISSING;
    parts[0] = it->next;
    it->next = small_int_value(small_int(it->next) + 1);
    parts[1] = take_at_once(it->iterator);
    return FOUND;
}

static inline Lookup zip_parts(Ref iterator, Value parts[2]) {
    Ref iterators = as_zip(iterator)->iterators;
    if (UNLIKELY(tuple_count(iterators) != 2)) return MISSING;
    Ref first = tuple_peek(iterators, 0), second = tuple_peek(iterators, 1);
    if (UNLIKELY(first == second || !is_at_hand(first) || !is_at_hand(second))) return MISSING;
    parts[0] = take_at_once(first);
    parts[1] = take_at_once(second);
    return FOUND;
}

OP_PART(for_any);  /* iterate.c */
OP_PART(end_loop); /* iterate.c */

/* What the locals held before stands behind the operands. */
OP_PART(release_two_and_go_on) {
    SAVE(2);
    Value first = sp[0], second = sp[1];
    release_maybe(first);
    release_maybe(second);
    NEXT_SAFE(2, JUMP_TARGET(2) + 2);
}

/* Parts that are at hand. */
#define GO_ON_WITH(part_1, part_2)                                                                                     \
    do {                                                                                                               \
        const uint32_t *store_ = JUMP_TARGET(2) + 1;                                                                   \
        if (LIKELY(op_of(*store_) == OP_STORE_FAST_2)) {                                                               \
            Value *first_ = &locals[op_a(*store_)], *second_ = &locals[op_b(*store_)];                                 \
            Value old_first_ = *first_;                                                                                \
            *first_ = (part_1);                                                                                        \
            Value old_second_ = *second_;                                                                              \
            *second_ = (part_2);                                                                                       \
            if (LIKELY(release_shared(old_first_))) old_first_ = NULL;                                                 \
            if (LIKELY(release_shared(old_second_))) old_second_ = NULL;                                               \
            if (LIKELY(!old_first_ && !old_second_)) NEXT_SAFE(2, store_ + 1);                                         \
            sp[0] = old_first_;                                                                                        \
            sp[1] = old_second_;                                                                                       \
            TAIL(release_two_and_go_on);                                                                               \
        }                                                                                                              \
        sp[0] = (part_2);                                                                                              \
        sp[1] = (part_1);                                                                                              \
        sp += 2;                                                                                                       \
        NEXT_SAFE(2, store_);                                                                                          \
    } while (0)

/* Iterators that may run any code. */
OP_PART(for_parts) {
    Value iterator = sp[-1], parts[2]; /* the second one first */
    SAVE(2);
    Lookup found = object_of(iterator)->type->next_pair(iterator, parts);
    if (UNLIKELY(found == FAILED)) {
        if (!error_matches(&type_StopIteration)) ERROR();
        error_clear();
        found = MISSING;
    }
    if (UNLIKELY(found == MISSING)) TAIL(end_loop);
    if (UNLIKELY(!parts[1])) { /* not a pair */
        *sp++ = parts[0];
        NEXT_SAFE(2, JUMP_TARGET(2));
    }
    GO_ON_WITH(parts[1], parts[0]);
}

/* enumerate and zip over lists and ranges. */
OP_PART(for_tools) {
    Ref iterator = sp[-1];
    Value parts[2];
    Lookup found = MISSING;
    if (is_exact(iterator, &type_enumerate)) found = enumerate_parts(iterator, parts);
    else if (is_exact(iterator, &type_zip)) found = zip_parts(iterator, parts);
    else if (!gives_pairs(iterator)) {
        rewrite_op(pc, OP_FOR_ITER);
        DISPATCH(pc);
    }
    if (UNLIKELY(found != FOUND)) TAIL(for_parts);
    GO_ON_WITH(parts[0], parts[1]);
}

OP_HANDLER(FOR_PAIR) {
    Ref iterator = sp[-1];
    const Type *type = is_heap(iterator) ? object_of(iterator)->type : NULL;
    Value parts[2];
    Lookup found;
    if (type == &type_list_iterator || type == &type_tuple_iterator) found = sequence_parts(iterator, parts);
    else if (type == &type_dict_item_iterator) found = dict_parts(iterator, parts);
    else TAIL(for_tools);
    if (UNLIKELY(found != FOUND)) TAIL(for_any);
    GO_ON_WITH(parts[0], parts[1]);
}
