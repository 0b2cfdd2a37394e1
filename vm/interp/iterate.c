/* vm/interp/iterate.c - for loops. FOR_ITER becomes FOR_RANGE or FOR_LIST by what it meets, and falls back. */
#include "runtime/iter.h"
#include "runtime/list.h"
#include "vm/interp/interp.h"

OP_HANDLER(GET_ITER) {
    Value iterable = sp[-1];
    if (is_generator(iterable)) NEXT(1);
    SAVE(1);
    Value iterator = iterate(iterable);
    if (UNLIKELY(!iterator)) ERROR();
    sp[-1] = iterator;
    release(iterable);
    NEXT(1);
}

OP_HANDLER(GET_YIELD_FROM_ITER) {
    Value iterable = sp[-1];
    if (is_generator(iterable)) NEXT(1);
    SAVE(1);
    if (is_exact(iterable, &type_coroutine)) {
        if (vm->frame->code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) NEXT(1);
        raise(&type_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
        ERROR();
    }
    Value iterator = iterate(iterable);
    if (UNLIKELY(!iterator)) ERROR();
    sp[-1] = iterator;
    release(iterable);
    NEXT(1);
}

/* Puts item into local a. */
#define STORE_ITEM(item)                                                                                               \
    do {                                                                                                               \
        Value *slot_ = &locals[op_a(word)], old_ = *slot_;                                                             \
        *slot_ = (item);                                                                                               \
        if (old_ && UNLIKELY(is_heap(old_))) {                                                                         \
            SAVE(2);                                                                                                   \
            release(old_);                                                                                             \
        }                                                                                                              \
    } while (0)

/* The iterator on top is exhausted. */
#define END_LOOP()                                                                                                     \
    do {                                                                                                               \
        Value iterator_ = *--sp;                                                                                       \
        SAVE(2);                                                                                                       \
        release(iterator_);                                                                                            \
        NEXT(2);                                                                                                       \
    } while (0)

/* The special form for this iterator, or the form itself. */
static Opcode for_form(Ref iterator, bool local) {
    if (is_exact(iterator, &type_range_iterator) && !((RangeIterator *)object_of(iterator))->big_next)
        return local ? OP_FOR_RANGE_LOCAL : OP_FOR_RANGE;
    if (is_exact(iterator, &type_list_iterator)) return local ? OP_FOR_LIST_LOCAL : OP_FOR_LIST;
    return local ? OP_FOR_ITER_LOCAL : OP_FOR_ITER;
}

OP_PART(for_any) {
    Value iterator = sp[-1], item;
    bool local = op_of(word) == OP_FOR_ITER_LOCAL;
    SAVE(2);
    Type *type = type_of(iterator);
    Lookup found = type->next ? type->next(iterator, &item) : iterate_next(iterator, &item);
    if (UNLIKELY(found == FAILED)) {
        if (!error_matches(&type_StopIteration)) ERROR();
        error_clear();
        found = MISSING;
    }
    if (found == MISSING) END_LOOP();
    if (local) STORE_ITEM(item);
    else *sp++ = item;
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(FOR_ITER) {
    if (is_generator(sp[-1]) && as_generator(sp[-1])->state <= GENERATOR_SUSPENDED) TAIL(for_generator);
    Opcode form = for_form(sp[-1], false);
    if (form == OP_FOR_ITER) TAIL(for_any);
    rewrite_op(pc, form);
    DISPATCH(pc);
}

OP_HANDLER(FOR_ITER_LOCAL) {
    if (is_generator(sp[-1]) && as_generator(sp[-1])->state <= GENERATOR_SUSPENDED) TAIL(for_generator);
    Opcode form = for_form(sp[-1], true);
    if (form == OP_FOR_ITER_LOCAL) TAIL(for_any);
    rewrite_op(pc, form);
    DISPATCH(pc);
}

/* The next item of a range iterator of small ints, or NULL when it has none left. */
static inline Value range_step(RangeIterator *r) {
    if (UNLIKELY(r->remaining <= 0)) return NULL;
    Value item = small_int_value(r->next);
    r->next += r->step;
    r->remaining--;
    return item;
}

#define IS_SMALL_RANGE(v) (is_exact((v), &type_range_iterator) && !((RangeIterator *)object_of(v))->big_next)

OP_HANDLER(FOR_RANGE) {
    Value iterator = sp[-1];
    if (UNLIKELY(!IS_SMALL_RANGE(iterator))) {
        rewrite_op(pc, OP_FOR_ITER);
        DISPATCH(pc);
    }
    Value item = range_step((RangeIterator *)object_of(iterator));
    if (UNLIKELY(!item)) END_LOOP();
    *sp++ = item;
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(FOR_RANGE_LOCAL) {
    Value iterator = sp[-1];
    if (UNLIKELY(!IS_SMALL_RANGE(iterator))) {
        rewrite_op(pc, OP_FOR_ITER_LOCAL);
        DISPATCH(pc);
    }
    Value item = range_step((RangeIterator *)object_of(iterator));
    if (UNLIKELY(!item)) END_LOOP();
    STORE_ITEM(item);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

/* The next item of a list iterator, owned, or NULL: exhausted, or its sequence is gone. */
static inline Value list_step(Ref iterator) {
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (UNLIKELY(!it->sequence || it->index >= list_count(it->sequence))) return NULL;
    return retain(as_list(it->sequence)->items[it->index++]);
}

/* An exhausted iterator stays exhausted when the list grows later. */
#define END_LIST_LOOP()                                                                                                \
    do {                                                                                                               \
        SAVE(2);                                                                                                       \
        clear_ref(&((SequenceIterator *)object_of(sp[-1]))->sequence);                                                 \
        END_LOOP();                                                                                                    \
    } while (0)

OP_HANDLER(FOR_LIST) {
    Value iterator = sp[-1];
    if (UNLIKELY(!is_exact(iterator, &type_list_iterator))) {
        rewrite_op(pc, OP_FOR_ITER);
        DISPATCH(pc);
    }
    Value item = list_step(iterator);
    if (UNLIKELY(!item)) END_LIST_LOOP();
    *sp++ = item;
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(FOR_LIST_LOCAL) {
    Value iterator = sp[-1];
    if (UNLIKELY(!is_exact(iterator, &type_list_iterator))) {
        rewrite_op(pc, OP_FOR_ITER_LOCAL);
        DISPATCH(pc);
    }
    Value item = list_step(iterator);
    if (UNLIKELY(!item)) END_LIST_LOOP();
    STORE_ITEM(item);
    NEXT_SAFE(2, JUMP_TARGET(2));
}
