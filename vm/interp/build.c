/* vm/interp/build.c - displays, comprehension steps, unpacking, string pieces. */
#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/interp/interp.h"

OP_HANDLER(BUILD_TUPLE) {
    uint32_t count = op_arg(word);
    SAVE(1);
    Value v = tuple_from_steal(sp - count, count);
    sp -= count;
    if (UNLIKELY(!v)) ERROR();
    *sp++ = v;
    NEXT(1);
}

OP_HANDLER(BUILD_LIST) {
    uint32_t count = op_arg(word);
    SAVE(1);
    Value v = list_from_steal(sp - count, count);
    sp -= count;
    if (UNLIKELY(!v)) ERROR();
    *sp++ = v;
    NEXT(1);
}

OP_HANDLER(BUILD_SET) {
    uint32_t count = op_arg(word);
    SAVE(1);
    Value *items = sp - count, set = set_from(items, count);
    if (!set) ERROR();
    while (sp > items) release(*--sp);
    *sp++ = set;
    NEXT(1);
}

OP_HANDLER(BUILD_MAP) {
    uint32_t count = op_arg(word);
    SAVE(1);
    Value dict = count ? dict_new_sized(count) : dict_new();
    if (!dict) ERROR();
    Value *items = sp - 2 * count;
    for (uint32_t i = 0; i < count; i++)
        if (!dict_set(dict, items[2 * i], items[2 * i + 1])) {
            release(dict);
            ERROR();
        }
    while (sp > items) release(*--sp);
    *sp++ = dict;
    NEXT(1);
}

OP_HANDLER(BUILD_STRING) {
    uint32_t count = op_arg(word);
    SAVE(1);
    Value *items = sp - count;
    Value v = str_join_items(NAME(empty), refs(items), count);
    if (!v) ERROR();
    while (sp > items) release(*--sp);
    *sp++ = v;
    NEXT(1);
}

OP_PART(list_append_growing) {
    Value item = *--sp;
    SAVE(1);
    if (!list_append_steal(sp[-(int32_t)op_arg(word)], item)) ERROR();
    NEXT(1);
}

OP_HANDLER(LIST_APPEND) {
    List *list = as_list(sp[-1 - (int32_t)op_arg(word)]);
    if (UNLIKELY(list->count >= list->capacity)) TAIL(list_append_growing);
    list->items[list->count++] = *--sp;
    NEXT(1);
}

/* Pops the top when ok. */
#define FINISH_POP(ok)                                                                                                 \
    do {                                                                                                               \
        if (UNLIKELY(!(ok))) ERROR();                                                                                  \
        release(*--sp);                                                                                                \
        NEXT(1);                                                                                                       \
    } while (0)

OP_HANDLER(SET_ADD) {
    SAVE(1);
    FINISH_POP(set_add(sp[-1 - (int32_t)op_arg(word)], sp[-1]));
}

OP_HANDLER(MAP_ADD) {
    SAVE(1);
    if (UNLIKELY(!dict_set(sp[-2 - (int32_t)op_arg(word)], sp[-2], sp[-1]))) ERROR();
    release(*--sp);
    release(*--sp);
    NEXT(1);
}

/* list_extend with the message that *x in a call or display has. */
static bool extend_unpacking(Ref list, Ref iterable) {
    if (list_extend(list, iterable)) return true;
    if (error_matches(&type_TypeError) && !type_is_iterable(type_of(iterable))) {
        error_clear();
        raise(&type_TypeError, "Value after * must be an iterable, not %T", iterable);
    }
    return false;
}

OP_HANDLER(LIST_EXTEND) {
    SAVE(1);
    FINISH_POP(extend_unpacking(sp[-1 - (int32_t)op_arg(word)], sp[-1]));
}

OP_HANDLER(SET_UPDATE) {
    SAVE(1);
    FINISH_POP(set_update(sp[-1 - (int32_t)op_arg(word)], sp[-1]));
}

static bool update_mapping(Ref dict, Ref mapping) {
    if (dict_update_mapping(dict, mapping)) return true;
    if (!error_matches(&type_AttributeError)) return false;
    error_clear();
    return raise_false(&type_TypeError, "'%T' object is not a mapping", mapping);
}

OP_HANDLER(DICT_UPDATE) {
    SAVE(1);
    FINISH_POP(update_mapping(sp[-1 - (int32_t)op_arg(word)], sp[-1]));
}

OP_HANDLER(DICT_MERGE) {
    SAVE(1);
    Value *dict = &sp[-1 - (int32_t)op_arg(word)];
    FINISH_POP(dict_merge_keywords(*dict, sp[-1], dict[-3]));
}

OP_HANDLER(LIST_TO_TUPLE) {
    SAVE(1);
    Value list = sp[-1], tuple = tuple_from(refs(as_list(list)->items), list_count(list));
    if (!tuple) ERROR();
    sp[-1] = tuple;
    release(list);
    NEXT(1);
}

/* Unpacking: the first item ends on top. */

static void reverse(Value *items, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        Value item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

/* Fills to[0 .. count) with owned items, last first. False with an exception and nothing owned. */
static bool unpack_iterable(Vm *vm, Ref iterable, Value *to, size_t count) {
    Type *type = type_of(iterable);
    if (!type->iter && !type->getitem)
        return raise_false(&type_TypeError, "cannot unpack non-iterable %T object", iterable);
    Value iterator = iterate(iterable), item;
    if (!iterator) return false;
    size_t got = 0;
    Lookup found = FOUND;
    while (got < count && (found = iterate_next(iterator, &item)) == FOUND) {
        to[got++] = item;
        vm->frame->sp = to + got; /* frames of the iterator's own code stand behind what is there already */
    }
    if (found == FOUND && (found = iterate_next(iterator, &item)) == FOUND) {
        release(item);
        raise(&type_ValueError, "too many values to unpack (expected %zu)", count);
        found = FAILED;
    } else if (found == MISSING && got < count) {
        raise(&type_ValueError, "not enough values to unpack (expected %zu, got %zu)", count, got);
        found = FAILED;
    }
    release(iterator);
    if (found != FAILED) {
        reverse(to, count);
        return true;
    }
    while (got > 0) {
        vm->frame->sp = to + --got;
        release(to[got]);
    }
    return false;
}

OP_PART(unpack_any) {
    uint32_t count = op_arg(word);
    Value sequence = sp[-1];
    SAVE(1);
    if (!unpack_iterable(vm, sequence, sp, count)) ERROR();
    for (uint32_t i = 0; i < count; i++) sp[(int32_t)i - 1] = sp[i];
    sp += (int32_t)count - 1;
    RELEASE_NEXT(sequence, 1);
}

OP_HANDLER(UNPACK_SEQUENCE) {
    uint32_t count = op_arg(word);
    Value sequence = sp[-1];
    const Value *items;
    if (is_exact(sequence, &type_tuple) && LIKELY(tuple_count(sequence) == count)) items = as_tuple(sequence)->items;
    else if (is_exact(sequence, &type_list) && list_count(sequence) == count) items = as_list(sequence)->items;
    else TAIL(unpack_any);
    Value *to = sp - 1;
    for (uint32_t i = count; i > 0; i--) *to++ = retain(items[i - 1]);
    sp = to;
    RELEASE_NEXT(sequence, 1);
}

OP_HANDLER(UNPACK_EX) {
    SAVE(1);
    size_t before = op_a(word), after = op_b(word);
    Value iterable = sp[-1];
    Type *type = type_of(iterable);
    if (!type->iter && !type->getitem) {
        raise(&type_TypeError, "cannot unpack non-iterable %T object", iterable);
        ERROR();
    }
    /* (the length of a class's instance is not asked for) */
    Value iterator = type->flags & TYPE_HEAP ? iterate(iterable) : retain(iterable);
    Value all = iterator ? list_of(iterator) : NULL;
    release_maybe(iterator);
    if (!all) ERROR();
    size_t have = list_count(all);
    if (have < before + after) {
        raise(&type_ValueError, "not enough values to unpack (expected at least %zu, got %zu)", before + after, have);
        release(all);
        ERROR();
    }
    Value rest = list_slice(all, before, have - after);
    if (!rest) {
        release(all);
        ERROR();
    }
    sp--;
    for (size_t i = 0; i < after; i++) *sp++ = retain(list_peek(all, have - 1 - i));
    *sp++ = rest;
    for (size_t i = 0; i < before; i++) *sp++ = retain(list_peek(all, before - 1 - i));
    SAVE(1);
    release(all);
    release(iterable);
    NEXT(1);
}

/* Pieces of f-strings. */

OP_HANDLER(CONVERT_VALUE) {
    SAVE(1);
    Value v = sp[-1];
    Value text = op_arg(word) == 1 ? str_of(v) : op_arg(word) == 2 ? repr_of(v) : ascii_of(v);
    if (!text) ERROR();
    sp[-1] = text;
    release(v);
    NEXT(1);
}

OP_HANDLER(FORMAT_SIMPLE) {
    Value v = sp[-1];
    if (is_exact(v, &type_str)) NEXT(1);
    SAVE(1);
    Value text = is_small_int(v) ? str_of(v) : format_value(v, NULL);
    if (!text) ERROR();
    sp[-1] = text;
    release(v);
    NEXT(1);
}

OP_HANDLER(FORMAT_WITH_SPEC) {
    SAVE(1);
    Value text = format_value(sp[-2], sp[-1]);
    if (!text) ERROR();
    release(*--sp);
    release(sp[-1]);
    sp[-1] = text;
    NEXT(1);
}
