/* vm/interp/iterate.c - for loops. FOR_ITER becomes FOR_RANGE, FOR_LIST ... by what it meets, and falls back. */
#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/interp/enter.h"
#include "vm/interp/operator_cache.h"
#include "vm/interp/pairs.h"

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

/* Over the keys or the values of a dict. */
static inline bool is_plain_dict_iterator(Ref v) {
    return is_exact(v, &type_dict_key_iterator) || is_exact(v, &type_dict_value_iterator);
}

/* An iterator of a type in C that is no generator: its slot next is called at once. */
static inline bool is_native_iterator(Ref v) {
    if (UNLIKELY(!is_heap(v))) return false;
    const Type *type = object_of(v)->type;
    return !(type->flags & TYPE_HEAP) && type->next && type != &type_generator;
}

/* The special form for this iterator, or the form itself. */
static Opcode for_form(Ref iterator, bool local) {
    if (is_exact(iterator, &type_range_iterator) && !((RangeIterator *)object_of(iterator))->big_next)
        return local ? OP_FOR_RANGE_LOCAL : OP_FOR_RANGE;
    if (is_exact(iterator, &type_list_iterator)) return local ? OP_FOR_LIST_LOCAL : OP_FOR_LIST;
    if (is_exact(iterator, &type_tuple_iterator)) return local ? OP_FOR_TUPLE_LOCAL : OP_FOR_TUPLE;
    if (is_exact(iterator, &type_str_ascii_iterator)) return local ? OP_FOR_STR_LOCAL : OP_FOR_STR;
    if (is_plain_dict_iterator(iterator)) return local ? OP_FOR_DICT_LOCAL : OP_FOR_DICT;
    if (is_native_iterator(iterator)) return local ? OP_FOR_NATIVE_LOCAL : OP_FOR_NATIVE;
    return local ? OP_FOR_ITER_LOCAL : OP_FOR_ITER;
}

/* A loop that puts its items into a local. */
static inline bool has_local(uint32_t word) { return op_info[op_of(word)].form == FORM_ABC; }

/* The iterator's class has a Python function as __next__: it runs in place. */
OP_PART(step_left) {
    Value item = *--sp;
    pc -= 2;
    word = *pc;
    if (has_local(word)) GO_ON_LOCAL(item);
    *sp++ = item;
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_PART(step_ended) {
    LOAD_FRAME();
    table = vm->table;
    sp = vm->frame->sp;
    pc = vm->frame->pc - 2;
    word = *pc;
    TAIL(end_loop);
}

OP_PART(for_any) { /* for every form, special ones too */
    Value iterator = sp[-1], item;
    if (is_of_class(iterator)) {
        Ref next = type_lookup_peek(type_of(iterator), NAME(dunder_next));
        if (next && is_function(next) && function_fits(vm, next, sp, 1)) {
            *sp = retain(iterator);
            ENTER_FUNCTION(next, sp, 1, sp, FRAME_STEP, 2);
        }
    }
    bool local = has_local(word);
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

OP_HANDLER(FOR_ITER) {
    if (is_generator(sp[-1]) && as_generator(sp[-1])->state <= GENERATOR_SUSPENDED) TAIL(for_generator);
    Opcode form = begins_with_pair(JUMP_TARGET(2)) && gives_pairs(sp[-1]) ? OP_FOR_PAIR : for_form(sp[-1], false);
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

/* NULL too when nobody needed the character before. */
static inline Value ascii_step(Ref iterator) {
    SequenceIterator *it = (SequenceIterator *)object_of(iterator);
    if (UNLIKELY(!it->sequence || it->index >= str_length(it->sequence))) return NULL;
    Value character = str_chars[str_data(it->sequence)[it->index]]; /* immortal */
    it->index += character != NULL;
    return character;
}

/* NULL too when the dict has changed. */
static inline Value dict_iterator_step(Ref iterator) {
    DictIterator *it = (DictIterator *)object_of(iterator);
    if (UNLIKELY(it->remaining == 0 || !it->dict || it->expected != dict_count(it->dict))) return NULL;
    DictEntry *entry = dict_next_entry(as_dict(it->dict), &it->position);
    if (UNLIKELY(!entry)) return NULL;
    it->remaining--;
    return retain(is_exact(iterator, &type_dict_key_iterator) ? entry->key : entry->value);
}

OP_PART(end_range_loop) {
    if (LIKELY(!((RangeIterator *)object_of(sp[-1]))->big_next)) TAIL(end_loop);
    TAIL(for_any);
}

OP_PART(end_str_loop) {
    SequenceIterator *it = (SequenceIterator *)object_of(sp[-1]);
    if (LIKELY(!it->sequence || it->index >= str_length(it->sequence))) TAIL(end_sequence_loop);
    TAIL(for_any);
}

/* Both forms of a loop over iterators of one kind: step gives the next item or NULL, for `end` to see why. */
#define FOR_FORM(name, is_kind, step, end)                                                                             \
    OP_HANDLER(FOR_##name) {                                                                                           \
        Value iterator = sp[-1];                                                                                       \
        if (UNLIKELY(!is_kind(iterator))) {                                                                            \
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
        if (UNLIKELY(!is_kind(iterator))) {                                                                            \
            rewrite_op(pc, OP_FOR_ITER_LOCAL);                                                                         \
            DISPATCH(pc);                                                                                              \
        }                                                                                                              \
        Value item = step(iterator);                                                                                   \
        if (UNLIKELY(!item)) TAIL(end);                                                                                \
        GO_ON_LOCAL(item);                                                                                             \
    }
#define IS_ITERATOR(name)                                                                                              \
    static inline bool is_##name(Ref v) { return is_exact(v, &type_##name); }
IS_ITERATOR(range_iterator)
IS_ITERATOR(list_iterator)
IS_ITERATOR(tuple_iterator)
IS_ITERATOR(str_ascii_iterator)

FOR_FORM(RANGE, is_range_iterator, range_step, end_range_loop)
FOR_FORM(LIST, is_list_iterator, list_step, end_sequence_loop)
FOR_FORM(TUPLE, is_tuple_iterator, tuple_step, end_sequence_loop)
FOR_FORM(STR, is_str_ascii_iterator, ascii_step, end_str_loop)
FOR_FORM(DICT, is_plain_dict_iterator, dict_iterator_step, for_any)

/* The next loop here may be over something else. */
OP_PART(end_native_loop) {
    rewrite_op(pc, has_local(word) ? OP_FOR_ITER_LOCAL : OP_FOR_ITER);
    TAIL(end_loop);
}

/* Its next has raised. */
OP_PART(native_loop_failed) {
    if (!error_matches(&type_StopIteration)) ERROR();
    error_clear();
    TAIL(end_native_loop);
}

/* The next item of an iterator of a type in C, or goes where the loop ends. */
#define NATIVE_STEP(general, item)                                                                                     \
    do {                                                                                                               \
        Ref iterator_ = sp[-1];                                                                                        \
        if (UNLIKELY(!is_native_iterator(iterator_))) {                                                                \
            rewrite_op(pc, general);                                                                                   \
            DISPATCH(pc);                                                                                              \
        }                                                                                                              \
        SAVE(2);                                                                                                       \
        Lookup found_ = object_of(iterator_)->type->next(iterator_, &(item));                                          \
        if (UNLIKELY(found_ == FAILED)) TAIL(native_loop_failed);                                                      \
        if (UNLIKELY(found_ == MISSING)) TAIL(end_native_loop);                                                        \
    } while (0)

OP_HANDLER(FOR_NATIVE) {
    Value item;
    NATIVE_STEP(OP_FOR_ITER, item);
    *sp++ = item;
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(FOR_NATIVE_LOCAL) {
    Value item;
    NATIVE_STEP(OP_FOR_ITER_LOCAL, item);
    GO_ON_LOCAL(item);
}
