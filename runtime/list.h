/* runtime/list.h - the list type: a growable array of references.
 *
 * Owns:      element storage and its growth.
 * Invariant: items[0 .. count) are set outside traverse.
 * Not here:  methods (list_methods.c), slices (list_slice.c), iteration (list_iter.c), sorting (sort.c).
 */
#ifndef OURO_LIST_H
#define OURO_LIST_H

#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/type.h"

typedef struct List {
    Object head;
    size_t count;    /* items */
    size_t capacity; /* items that fit */
    Value *items;    /* raw storage of the pools, or NULL */
} List;

/* Set while sort() holds the items; making room for new ones clears it, which is how sort notices. */
enum { LIST_SORTING = 1u << OBJECT_KIND_SHIFT };

static inline List *as_list(Ref v) { return (List *)object_of(v); }
static inline bool is_list(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_LIST; }

MUST_CHECK Value list_new(size_t count); /* capacity for count, length 0. MemoryError */
MUST_CHECK Value list_from(const Ref *items, size_t count);
MUST_CHECK Value list_from_steal(Value *items, size_t count); /* takes each item, even when it fails */
static inline Ref list_peek(Ref list, size_t i) { return as_list(list)->items[i]; }
static inline size_t list_count(Ref list) { return as_list(list)->count; }
MUST_CHECK bool list_grow(Ref list); /* room for one more */
MUST_CHECK bool list_append_slow(Ref list, Value item);
MUST_CHECK static inline bool list_append_steal(Ref list, Value item) {
    List *l = as_list(list);
    if (UNLIKELY(l->count == l->capacity)) return list_append_slow(list, item);
    l->items[l->count++] = item;
    return true;
}
MUST_CHECK static inline bool list_append(Ref list, Ref item) { return list_append_steal(list, retain(item)); }
MUST_CHECK bool list_extend(Ref list, Ref iterable);
MUST_CHECK bool list_insert(Ref list, int64_t index, Ref item); /* index as list.insert takes it: clamped */
MUST_CHECK Value list_pop(Ref list, int64_t index);             /* IndexError */
MUST_CHECK bool list_reverse(Ref list);
MUST_CHECK bool list_sort(Ref list, Ref key, bool reverse); /* sort.c; key NULL: none */
MUST_CHECK Value list_slice(Ref list, size_t begin, size_t end);
MUST_CHECK bool list_assign_slice(Ref list, size_t begin, size_t end, Ref iterable); /* iterable NULL: delete */
void list_clear(Ref list);
size_t list_sizeof(Ref list); /* what sys.getsizeof answers: CPython 3.11's figure */

#define LIST_MAX (SIZE_MAX / 4 / sizeof(Value)) /* items */
/* Capacity for count items, at least. After items went: gives storage back. */
MUST_CHECK bool list_make_room(List *list, size_t count);
void list_shrink(List *list);
/* A list with fewer items than this may give storage back. Four places, which the first growth asks for, stay: a stack
 * that is empty now and then would ask for them again and again. */
static inline size_t list_kept_from(const List *list) {
    return list->capacity > 8 ? list->capacity / 2 : list->capacity == 8 ? 2 : 0;
}

Value list_getitem(Ref list, Ref key); /* the slot */
/* What the slots getitem and setitem do with a slice; value NULL: delete. */
MUST_CHECK Value list_get_slice(Ref list, Ref slice);
MUST_CHECK bool list_set_slice(Ref list, Ref slice, Ref value);
/* Items first, first + step, ...: count of them, as a new list. */
MUST_CHECK Value list_pick(Ref list, int64_t first, int64_t step, int64_t count);

extern const NativeDef list_methods[]; /* list_methods.c */
extern const NativeDef list_init_def;

#endif
