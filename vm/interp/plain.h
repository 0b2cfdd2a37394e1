/* vm/interp/plain.h - what handlers know about the built-in containers without a call.
 *
 * Owns:      the length and truth of exact lists, tuples, dicts and strings.
 * Not here:  subscripts (subscript.c), loops (iterate.c).
 */
#ifndef OURO_PLAIN_H
#define OURO_PLAIN_H

#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* How many items an exact list, tuple, dict or str has; -1: of another type. */
static inline int64_t plain_length(Ref v) {
    if (!is_heap(v)) return -1;
    const Type *type = object_of(v)->type;
    if (type == &type_list) return (int64_t)list_count(v);
    if (type == &type_str) return (int64_t)str_length(v);
    if (type == &type_dict) return (int64_t)dict_count(v);
    return type == &type_tuple ? (int64_t)tuple_count(v) : -1;
}

/* 1 or 0 when no call is needed to know: for these containers, and for what has neither __bool__ nor __len__; else
 * -1. */
static inline int64_t plain_truth(Ref v) {
    int64_t length = plain_length(v);
    if (length >= 0) return length > 0;
    return is_heap(v) && !object_of(v)->type->as_bool && !object_of(v)->type->len ? 1 : -1;
}

#endif
