/* vm/interp/subscript.c - subscripts and slices; lists, tuples, dicts in the handlers. */
#include "runtime/dict_recent.h"
#include "runtime/dict_table.h"
#include "runtime/dispatch.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/interp/enter.h"
#include "vm/interp/names.h"

/* The item of an exact list, tuple or string of Latin letters at a small int in range, borrowed, else NULL. */
static inline Value fast_item(Ref object, Ref key) {
    if (UNLIKELY(!is_small_int(key) || !is_heap(object) || !object)) return NULL;
    int64_t i = small_int(key);
    Type *type = object_of(object)->type;
    if (LIKELY(type == &type_list)) {
        List *list = as_list(object);
        if (i < 0) i += (int64_t)list->count;
        return LIKELY((uint64_t)i < list->count) ? list->items[i] : NULL;
    }
    if (type == &type_tuple) {
        Tuple *tuple = as_tuple(object);
        if (i < 0) i += (int64_t)tuple->count;
        return LIKELY((uint64_t)i < tuple->count) ? tuple->items[i] : NULL;
    }
    if (type == &type_str && str_width(object) == 1) {
        if (i < 0) i += (int64_t)str_length(object);
        return LIKELY((uint64_t)i < str_length(object)) ? str_chars[str_data(object)[i]] : NULL; /* immortal */
    }
    return NULL;
}

/* An exact dict and a key are on top. Instructions of one word. */
OP_PART(subscript_dict_ask) {
    Value key = sp[-1], object = sp[-2], v;
    SAVE(1);
    Lookup found = dict_get(object, key, &v);
    if (UNLIKELY(found != FOUND)) {
        if (found == MISSING) (void)raise_key(key);
        ERROR();
    }
    sp--;
    sp[-1] = v;
    RELEASE_2_NEXT(key, object, 1);
}

OP_PART(subscript_dict_any) {
    Value key = sp[-1], object = sp[-2];
    if (!is_exact_str(key)) TAIL(subscript_dict_ask);
    Found found = dict_find_str(as_dict(object), key);
    if (UNLIKELY(found.entry < 0)) TAIL(subscript_dict_ask);
    remember(as_dict(object), (size_t)found.entry);
    sp--;
    sp[-1] = retain(as_dict(object)->entries[found.entry].value);
    RELEASE_2_NEXT(key, object, 1);
}

OP_PART(subscript_dict) {
    Value key = sp[-1], object = sp[-2];
    DictEntry *entry;
    if (dict_probe(as_dict(object), key, &entry) != FOUND) TAIL(subscript_dict_any);
    sp--;
    sp[-1] = retain(entry->value);
    (void)release_shared(key); /* the dict has it too */
    RELEASE_NEXT(object, 1);
}

/* What follows the fast path: object and key are on top. Instructions of one word. */
OP_PART(subscript_any) {
    SAVE(1);
    if (type_of(sp[-2])->getitem == dispatch_getitem) {
        Ref function = type_lookup_peek(type_of(sp[-2]), NAME(dunder_getitem));
        Value *args = sp - 2;
        if (function && is_function(function) && function_fits(vm, function, args, 2))
            ENTER_FUNCTION(function, args, 2, args, 0, 1);
    }
    Value v = getitem(sp[-2], sp[-1]);
    if (UNLIKELY(!v)) ERROR();
    Value key = sp[-1], object = sp[-2];
    sp--;
    sp[-1] = v;
    RELEASE_2_NEXT(key, object, 1);
}

OP_PART(subscript_slow) {
    if (is_exact(sp[-2], &type_dict)) TAIL(subscript_dict);
    TAIL(subscript_any);
}

/* The same with both operands behind the stack, borrowed. */
OP_PART(subscript_in_place_slow) {
    Value object = sp[0], key = sp[1];
    if (is_exact(object, &type_dict)) {
        DictEntry *entry;
        if (LIKELY(dict_probe(as_dict(object), key, &entry) == FOUND)) {
            *sp++ = retain(entry->value);
            NEXT(1);
        }
    }
    retain(object);
    retain(key);
    sp += 2;
    if (is_exact(object, &type_dict)) TAIL(subscript_dict_any);
    TAIL(subscript_any);
}

OP_HANDLER(LOAD_SUBSCR) {
    Value object = sp[-2], v = fast_item(object, sp[-1]);
    if (UNLIKELY(!v)) TAIL(subscript_slow);
    sp--;
    sp[-1] = retain(v);
    RELEASE_NEXT(object, 1);
}

OP_HANDLER(LOAD_SUBSCR_LL) {
    Value object = locals[op_a(word)], key = locals[op_b(word)];
    Value v = fast_item(object, key);
    if (LIKELY(v != NULL)) {
        *sp++ = retain(v);
        NEXT(1);
    }
    if (!object || !key) TAIL(unbound_local);
    sp[0] = object;
    sp[1] = key;
    TAIL(subscript_in_place_slow);
}

OP_HANDLER(LOAD_SUBSCR_LC) {
    Value object = locals[op_a(word)], key = consts[op_b(word)];
    Value v = fast_item(object, key);
    if (LIKELY(v != NULL)) {
        *sp++ = retain(v);
        NEXT(1);
    }
    if (!object) TAIL(unbound_local_a);
    sp[0] = object;
    sp[1] = key;
    TAIL(subscript_in_place_slow);
}

OP_HANDLER(LOAD_SUBSCR_SL) {
    Value object = sp[-1], key = locals[op_a(word)], v = fast_item(object, key);
    if (UNLIKELY(!v)) {
        if (!key) TAIL(unbound_local_a);
        *sp++ = retain(key);
        TAIL(subscript_slow);
    }
    sp[-1] = retain(v);
    RELEASE_NEXT(object, 1);
}

OP_HANDLER(LOAD_SUBSCR_SC) {
    Value object = sp[-1], v = fast_item(object, consts[op_b(word)]);
    if (UNLIKELY(!v)) {
        *sp++ = retain(consts[op_b(word)]);
        TAIL(subscript_slow);
    }
    sp[-1] = retain(v);
    RELEASE_NEXT(object, 1);
}

/* Where object[key] is stored in an exact list, or NULL. */
static inline Value *fast_place(Ref object, Ref key) {
    if (UNLIKELY(!is_small_int(key) || !is_heap(object) || !object || object_of(object)->type != &type_list))
        return NULL;
    List *list = as_list(object);
    int64_t i = small_int(key);
    if (i < 0) i += (int64_t)list->count;
    return LIKELY((uint64_t)i < list->count) ? &list->items[i] : NULL;
}

/* value object key -> ; gives them up. */
OP_PART(release_stored) {
    Value key = sp[-1], object = sp[-2], value = sp[-3];
    sp -= 3;
    vm->frame->sp = sp;
    release(value);
    RELEASE_2_NEXT(key, object, 1);
}

/* value object key -> ; object[key] = value, in an exact dict. */
OP_PART(store_subscript_dict_new) {
    SAVE(1);
    if (UNLIKELY(!dict_set(sp[-2], sp[-1], sp[-3]))) ERROR();
    if (UNLIKELY(is_last(sp[-3]))) TAIL(release_stored); /* the value was there for a moment only */
    Value key = sp[-1], object = sp[-2];
    sp -= 3;
    (void)release_shared(*sp);
    RELEASE_2_NEXT(key, object, 1);
}

/* Puts the value in the place of an entry's. The key is held elsewhere, too. */
#define REPLACE_VALUE(entry)                                                                                           \
    do {                                                                                                               \
        Value key_ = sp[-1], object_ = sp[-2], old_ = (entry)->value;                                                  \
        (entry)->value = sp[-3];                                                                                       \
        sp -= 3;                                                                                                       \
        (void)release_shared(key_);                                                                                    \
        RELEASE_2_NEXT(old_, object_, 1);                                                                              \
    } while (0)

OP_PART(store_subscript_dict_any) {
    DictEntry *entry = recent_entry(as_dict(sp[-2]), sp[-1]);
    if (!entry || UNLIKELY(is_last(sp[-1]))) TAIL(store_subscript_dict_new);
    REPLACE_VALUE(entry);
}

OP_PART(store_subscript_dict) {
    DictEntry *entry;
    if (dict_probe(as_dict(sp[-2]), sp[-1], &entry) != FOUND) TAIL(store_subscript_dict_any);
    REPLACE_VALUE(entry); /* the dict has the key */
}

/* The same in anything else. */
OP_PART(store_subscript_any) {
    SAVE(1);
    if (type_of(sp[-2])->setitem == dispatch_setitem) {
        Ref function = type_lookup_peek(type_of(sp[-2]), NAME(dunder_setitem));
        Value *args = sp - 3, value = args[0];
        if (function && is_function(function) && function_fits(vm, function, args, 3)) {
            args[0] = args[1];
            args[1] = args[2];
            args[2] = value;
            ENTER_FUNCTION(function, args, 3, args, FRAME_DROP, 1);
        }
    }
    if (UNLIKELY(!setitem(sp[-2], sp[-1], sp[-3]))) ERROR();
    TAIL(release_stored);
}

OP_PART(store_subscript_slow) {
    if (is_exact(sp[-2], &type_dict)) TAIL(store_subscript_dict);
    TAIL(store_subscript_any);
}

/* Both operands are behind the stack, borrowed. */
OP_PART(store_subscript_in_place_slow) {
    Value object = sp[0], key = sp[1];
    if (is_exact(object, &type_dict)) {
        DictEntry *entry;
        if (LIKELY(dict_probe(as_dict(object), key, &entry) == FOUND)) {
            sp--;
            Value old = entry->value;
            entry->value = *sp;
            RELEASE_NEXT(old, 1);
        }
    }
    retain(object);
    retain(key);
    sp += 2;
    if (is_exact(object, &type_dict)) TAIL(store_subscript_dict_any);
    TAIL(store_subscript_any);
}

OP_HANDLER(STORE_SUBSCR) {
    Value object = sp[-2], *place = fast_place(object, sp[-1]);
    if (UNLIKELY(!place)) TAIL(store_subscript_slow);
    sp -= 3;
    Value old = *place;
    *place = *sp;
    RELEASE_2_NEXT(old, object, 1);
}

OP_HANDLER(STORE_SUBSCR_LL) {
    Value object = locals[op_a(word)], key = locals[op_b(word)];
    Value *place = fast_place(object, key);
    if (LIKELY(place != NULL)) {
        sp--;
        Value old = *place;
        *place = *sp;
        RELEASE_NEXT(old, 1);
    }
    if (!object || !key) TAIL(unbound_local);
    sp[0] = object;
    sp[1] = key;
    TAIL(store_subscript_in_place_slow);
}

OP_HANDLER(DELETE_SUBSCR) {
    SAVE(1);
    if (!setitem(sp[-2], sp[-1], NULL)) ERROR();
    Value key = sp[-1], object = sp[-2];
    sp -= 2;
    vm->frame->sp = sp;
    release(key);
    release(object);
    NEXT(1);
}

OP_HANDLER(BUILD_SLICE) {
    SAVE(1);
    uint32_t count = op_arg(word);
    Value *parts = sp - count;
    Value slice = slice_new(parts[0], parts[1], count == 3 ? parts[2] : VALUE_NONE);
    while (sp > parts) release(*--sp);
    *sp++ = slice;
    NEXT(1);
}

/* A bound of a slice of count items: None is missing, small ints are clamped. False: needs a slice object. */
static bool slice_bound(Ref bound, int64_t count, int64_t missing, int64_t *result) {
    if (is_none(bound)) *result = missing;
    else if (!is_small_int(bound)) return false;
    else *result = small_int(bound) < 0 ? small_int(bound) + count : small_int(bound);
    if (*result < 0) *result = 0;
    if (*result > count) *result = count;
    return true;
}

/* object[start:stop] of an exact list, str or tuple, NULL without exception when something else is needed. */
static Value fast_slice(Ref object, Ref start, Ref stop, bool *failed) {
    if (!is_heap(object)) return NULL;
    Type *type = object_of(object)->type;
    int64_t count, begin, end;
    if (type == &type_list) count = (int64_t)list_count(object);
    else if (type == &type_str) count = (int64_t)str_length(object);
    else if (type == &type_tuple) count = (int64_t)tuple_count(object);
    else return NULL;
    if (!slice_bound(start, count, 0, &begin) || !slice_bound(stop, count, count, &end)) return NULL;
    if (end < begin) end = begin;
    Value v = type == &type_list  ? list_slice(object, (size_t)begin, (size_t)end)
              : type == &type_str ? str_slice(object, (size_t)begin, (size_t)end)
                                  : tuple_slice(object, (size_t)begin, (size_t)end);
    *failed = v == NULL;
    return v;
}

OP_HANDLER(LOAD_SLICE) {
    SAVE(1);
    bool failed = false;
    Value v = fast_slice(sp[-3], sp[-2], sp[-1], &failed);
    if (failed) ERROR();
    if (!v) {
        Value slice = slice_new(sp[-2], sp[-1], VALUE_NONE);
        v = getitem(sp[-3], slice);
        release(slice);
        if (!v) ERROR();
    }
    release(*--sp);
    release(*--sp);
    release(*--sp);
    *sp++ = v;
    NEXT(1);
}

OP_HANDLER(STORE_SLICE) {
    SAVE(1);
    Value slice = slice_new(sp[-2], sp[-1], VALUE_NONE);
    bool ok = setitem(sp[-3], slice, sp[-4]);
    release(slice);
    if (!ok) ERROR();
    for (int i = 0; i < 4; i++) release(*--sp);
    NEXT(1);
}
