/* runtime/tuple.h - the tuple type: a fixed array of references.
 *
 * Owns:      the items behind the header; the hash of a sequence of hashes.
 * Invariant: all items are set before Python code sees the tuple; the empty tuple is static.
 * Not here:  named tuples (lib/py/collections).
 */
#ifndef OURO_TUPLE_H
#define OURO_TUPLE_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Tuple {
    Object head;
    size_t count; /* items */
    Value *items; /* behind this struct for an exact tuple, raw storage for an instance of a subclass */
} Tuple;

static inline Tuple *as_tuple(Ref v) { return (Tuple *)object_of(v); }
static inline bool is_tuple(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_TUPLE; }
static inline Ref tuple_peek(Ref t, size_t i) { return as_tuple(t)->items[i]; }
static inline size_t tuple_count(Ref t) { return as_tuple(t)->count; }

Value tuple_empty(void);
MUST_CHECK Value
tuple_new(size_t count); /* items NULL until the caller fills as_tuple(t)->items; count 0: the empty one */
MUST_CHECK Value tuple_from(const Ref *items, size_t count);
MUST_CHECK Value tuple_from_steal(Value *items, size_t count); /* takes each item, even when it fails */
MUST_CHECK Value tuple_pack(size_t count, ...);                /* Refs */
MUST_CHECK Value tuple_slice(Ref t, size_t begin, size_t end);
/* A tuple for an iterator's next result: the one handed out last when only *kept still refers to it (its items are to
 * be replaced), else a new one, all None, which is kept if none was yet. */
MUST_CHECK Value tuple_reuse_slow(Value *kept, size_t count);
MUST_CHECK static inline Value tuple_reuse(Value *kept, size_t count) {
    if (UNLIKELY(!*kept || object_of(*kept)->count != 1)) return tuple_reuse_slow(kept, count);
    object_of(*kept)->count = 2;
    return *kept;
}
MUST_CHECK bool tuple_hash(Ref t, int64_t *hash);
size_t tuple_sizeof(Ref t); /* what sys.getsizeof answers */

/* CPython's hash of a tuple, one item's hash at a time. Source: xxHash's 64-bit round, as CPython uses it. */
typedef struct TupleHash {
    uint64_t state;
} TupleHash;
static inline TupleHash tuple_hash_start(void) { return (TupleHash){2870177450012600261u}; }
static inline void tuple_hash_add(TupleHash *hash, int64_t item) {
    hash->state += (uint64_t)item * 14029467366897019727u;
    hash->state = ((hash->state << 31) | (hash->state >> 33)) * 11400714785074694791u;
}
static inline int64_t tuple_hash_result(TupleHash hash) {
    return hash.state == UINT64_MAX ? 1546275796 : (int64_t)hash.state;
}

/* The slots of a tuple, for types in C whose instances are tuples: what a definition says is not written at the
 * start. */
size_t tuple_storage(Ref self);
MUST_CHECK Value tuple_iter(Ref self);
int64_t tuple_len(Ref self);
MUST_CHECK Value tuple_compare(Ref self, Ref other, CompareOp op);
MUST_CHECK Value tuple_getitem(Ref self, Ref key);
MUST_CHECK Lookup tuple_contains(Ref self, Ref item);
extern const NativeDef tuple_construct;
extern Operators tuple_operators; /* never written */
#define TUPLE_SLOTS                                                                                                    \
    .storage = tuple_storage, .iter = tuple_iter, .hash = tuple_hash, .len = tuple_len, .compare = tuple_compare,      \
    .getitem = tuple_getitem, .contains = tuple_contains, .operators = &tuple_operators

#endif
