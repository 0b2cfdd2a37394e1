/* runtime/list.h - the list type: a growable array of references.
 *
 * Owns:      element storage and its growth.
 * Invariant: items[0 .. count) are set outside traverse.
 * Not here:  iteration (list_iterator in list_iter.c), sorting (sort.c).
 */
#ifndef OURO_LIST_H
#define OURO_LIST_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct List {
    Object head;
    size_t count;    /* items */
    size_t capacity; /* items that fit */
    Value *items;    /* raw storage of the pools, or NULL */
} List;

static inline List *as_list(Ref v) { return (List *)object_of(v); }
static inline bool is_list(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_LIST; }

MUST_CHECK Value list_new(size_t count);                 /* capacity for count, length 0. MemoryError */
MUST_CHECK Value list_from(const Ref *items, size_t count);
MUST_CHECK Value list_from_steal(Value *items, size_t count); /* takes each item, even when it fails */
static inline Ref list_peek(Ref list, size_t i) { return as_list(list)->items[i]; }
static inline size_t list_count(Ref list) { return as_list(list)->count; }
MUST_CHECK bool list_grow(Ref list);                     /* room for one more */
MUST_CHECK bool list_append_steal(Ref list, Value item);
MUST_CHECK static inline bool list_append(Ref list, Ref item) { return list_append_steal(list, retain(item)); }
MUST_CHECK bool list_extend(Ref list, Ref iterable);
MUST_CHECK bool list_insert(Ref list, int64_t index, Ref item);
MUST_CHECK bool list_reverse(Ref list);
MUST_CHECK bool list_sort(Ref list, Ref key, bool reverse); /* sort.c; key NULL: none */
MUST_CHECK Value list_slice(Ref list, size_t begin, size_t end);
MUST_CHECK bool list_assign_slice(Ref list, size_t begin, size_t end, Ref iterable); /* iterable NULL: delete */
void list_clear(Ref list);

#endif
