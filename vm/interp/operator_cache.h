/* vm/interp/operator_cache.h - which Python function an operator of a class runs.
 *
 * Owns:      one direct-mapped table a VM, looked up by operator and the versions of both types.
 * Invariant: an entry's function is that of one of the types' versions: it lives as long as a type of that version
 *            does.
 * Not here:  which function that is (runtime/protocol.h), running it (arith.c, compare.c).
 */
#ifndef OURO_OPERATOR_CACHE_H
#define OURO_OPERATOR_CACHE_H

#include "runtime/object.h"
#include "runtime/protocol.h"
#include "vm/vm.h"

/* An operator as the table knows it. */
static inline uint32_t binary_key(BinaryOp op, bool inplace) { return (uint32_t)op << 1 | inplace; }
static inline uint32_t compare_key(CompareOp op) { return 256u | (uint32_t)op; }

/* Looks up and remembers. */
OperatorFunction operator_cache_fill(Vm *vm, uint32_t key, Ref a, Ref b);

/* The Python function that a op b calls first, if it does. */
static inline OperatorFunction operator_function(Vm *vm, uint32_t key, Ref a, Ref b) {
    const Type *left = type_of(a), *right = type_of(b);
    const OperatorEntry *entry = &vm->operators[(left->version * 5 + right->version + key) % OPERATOR_CACHE_SIZE];
    if (LIKELY(entry->left == left->version && entry->right == right->version && entry->key == key))
        return (OperatorFunction){entry->function, entry->of_right};
    return operator_cache_fill(vm, key, a, b);
}
static inline Ref comparison_function(Vm *vm, CompareOp op, Ref a, Ref b) {
    return operator_function(vm, compare_key(op), a, b).function;
}

/* Whether the operators of v may be Python functions. */
static inline bool is_of_class(Ref v) { return is_heap(v) && v && object_of(v)->type->flags & TYPE_HEAP; }

#endif
