/* vm/interp/iterate.c - for loops. FOR_ITER becomes FOR_RANGE, FOR_LIST ... by what it meets, and falls back. */
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
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

/* The iterator on top is exhausted. */
OP_PART(end_loop) {
    Value iterator = *--sp;
    SAVE(2);
    release(iterator);
    NEXT(2);
}

/* The same of a SequenceIterator, which stays exhausted when its sequence grows later. */
OP_PART(end_sequence_loop) {
    SAVE(2);
    clear_ref(&((SequenceIterator *)object_of(sp[-1]))->sequence);
    TAIL(end_loop);
}

/* What the loop's local held before, its last reference, stands behind the operands. */
OP_PART(free_and_jump) {
    SAVE(2);
    release(*sp);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

/* Puts item into local a and goes on with the body. */
#define GO_ON_LOCAL(item)                                                                                              \
    do {                                                                                                               \
        Value *slot_ = &locals[op_a(word)], old_ = *slot_;                                                             \
        *slot_ = (item);                                                                                               \
        if (UNLIKELY(!release_shared(old_))) {                                                                         \
            *sp = old_;                                                                                                \
            TAIL(free_and_jump);                                                                                       \
        }                                                                                                              \
        NEXT_SAFE(2, JUMP_TARGET(2));                                                                                  \
    } while (0)

/* The special form for this iterator, or the form itself. */
static Opcode for_form(Ref iterator, bool local) {
    if (is_exact(iterator, &type_range_iterator) && !((RangeIterator *)object_of(iterator))->big_next)
        return local ? OP_FOR_RANGE_LOCAL : OP_FOR_RANGE;
    if (is_exact(iterator, &type_list_iterator)) return local ? OP_FOR_LIST_LOCAL : OP_FOR_LIST;
    if (is_exact(iterator, &type_tuple_iterator)) return local ? OP_FOR_TUPLE_LOCAL : OP_FOR_TUPLE;
    if (is_exact(iterator, &type_str_ascii_iterator)) return local ? OP_FOR_STR_LOCAL : OP_FOR_STR;
    return local ? OP_FOR_ITER_LOCAL : OP_FOR_ITER;
}

OP_PART(for_any) {
    Value iterator = sp[-1], item;
    bool local = op_of(word) == OP_FOR_ITER_LOCAL || op_of(word) == OP_FOR_RANGE_LOCAL;
    SAVE(2);
    Type *type = type_of(iterator);
    Lookup found = type->next ? type->next(iterator, &item) : iterate_next(iterator, &item);
    if (UNLIKELY(found == FAILED)) {
        if (!error_matches(&type_StopIteration)) ERROR();
        error_clear();
        found = MISSING;
    }
    if (found == MISSING) TAIL(end_loop);
    if (local) GO_ON_LOCAL(item);
    *sp++ = item;
    NEXT_SAFE(2, JUMP_TARGET(2));
}

/* The loop's body begins by taking apart a pair. (Tracing may have put something in front of that meanwhile.) */
static inline bool unpacks_pair(const uint32_t *body) {
    return op_of(*body) == OP_UNPACK_SEQUENCE && op_arg(*body) == 2;
}

OP_PART(raised_in_loop) {
    if (!error_matches(&type_StopIteration)) ERROR();
    error_clear();
    TAIL(end_loop);
}

OP_HANDLER(FOR_PAIR) {
    Value iterator = sp[-1];
    Type *type = type_of(iterator);
    if (UNLIKELY(type->flags & TYPE_HEAP || !type->next_pair || !unpacks_pair(JUMP_TARGET(2)))) {
        rewrite_op(pc, OP_FOR_ITER);
        DISPATCH(pc);
    }
    SAVE(2);
    Lookup found = type->next_pair(iterator, sp);
    if (UNLIKELY(found == FAILED)) TAIL(raised_in_loop);
    if (UNLIKELY(found == MISSING)) TAIL(end_loop);
    if (UNLIKELY(!sp[1])) {
        sp++;
        NEXT_SAFE(2, JUMP_TARGET(2));
    }
    sp += 2;
    NEXT_SAFE(2, JUMP_TARGET(2) + 1);
}

OP_HANDLER(FOR_ITER) {
    if (is_generator(sp[-1]) && as_generator(sp[-1])->state <= GENERATOR_SUSPENDED) TAIL(for_generator);
    Opcode form = for_form(sp[-1], false);
    Type *type = type_of(sp[-1]);
    if (type->next_pair && !(type->flags & TYPE_HEAP) && unpacks_pair(JUMP_TARGET(2))) form = OP_FOR_PAIR;
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

/* The next item of a range iterator of small ints, or NULL: exhausted, or of large ints. */
static inline Value range_step(Ref iterator) {
    RangeIterator *r = (RangeIterator *)object_of(iterator);
    if (UNLIKELY(r->remaining <= 0)) return NULL;
    Value item = small_int_value(r->next);
    r->next += r->step;
    r->remaining--;
    return item;
}

/* The next item of iterators over sequences, owned, or NULL: exhausted, or the sequence is gone. */
static inline Value list_step(Ref iterator) {
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (UNLIKELY(!it->sequence || it->index >= list_count(it->sequence))) return NULL;
    return retain(as_list(it->sequence)->items[it->index++]);
}

static inline Value tuple_step(Ref iterator) {
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (UNLIKELY(!it->sequence || it->index >= tuple_count(it->sequence))) return NULL;
    return retain(as_tuple(it->sequence)->items[it->index++]);
}

static inline Value ascii_step(Ref iterator) {
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (UNLIKELY(!it->sequence || it->index >= str_length(it->sequence))) return NULL;
    return str_chars[str_data(it->sequence)[it->index++]]; /* immortal */
}

OP_PART(end_range_loop) {
    if (LIKELY(!((RangeIterator *)object_of(sp[-1]))->big_next)) TAIL(end_loop);
    TAIL(for_any);
}

/* Both forms of a loop over iterators of one type: step gives the next item or NULL, for `end` to see why. */
#define FOR_FORM(name, type, step, end)                                                                                \
    OP_HANDLER(FOR_##name) {                                                                                           \
        Value iterator = sp[-1];                                                                                       \
        if (UNLIKELY(!is_exact(iterator, &(type)))) {                                                                  \
            rewrite_op(pc, OP_FOR_ITER);                                                                               \
            DISPATCH(pc);                                                                                              \
        }                                                                                                              \
        Value item = step(iterator);                                                                                   \
        if (UNLIKELY(!item)) TAIL(end);                                                                                \
        *sp++ = item;                                                                                                  \
        NEXT_SAFE(2, JUMP_TARGET(2));                                                                                  \
    }                                                                                                                  \
    OP_HANDLER(FOR_##name##_LOCAL) {                                                                                   \
        Value iterator = sp[-1];                                                                                       \
        if (UNLIKELY(!is_exact(iterator, &(type)))) {                                                                  \
            rewrite_op(pc, OP_FOR_ITER_LOCAL);                                                                         \
            DISPATCH(pc);                                                                                              \
        }                                                                                                              \
        Value item = step(iterator);                                                                                   \
        if (UNLIKELY(!item)) TAIL(end);                                                                                \
        GO_ON_LOCAL(item);                                                                                             \
    }
FOR_FORM(RANGE, type_range_iterator, range_step, end_range_loop)
FOR_FORM(LIST, type_list_iterator, list_step, end_sequence_loop)
FOR_FORM(TUPLE, type_tuple_iterator, tuple_step, end_sequence_loop)
FOR_FORM(STR, type_str_ascii_iterator, ascii_step, end_sequence_loop)
