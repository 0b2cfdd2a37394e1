#include "vm/interp/operator_cache.h"

Ref operator_cache_fill(Vm *vm, uint32_t key, Ref a, Ref b) {
    const Type *left = object_of(a)->type, *right = type_of(b);
    Ref function = key & 256 ? compare_function_peek((CompareOp)(key & 255), a, b)
                             : binary_function_peek((BinaryOp)(key >> 1), key & 1, a, b);
    if (!left->version || !right->version) return function;
    vm->operators[(left->version * 5 + right->version + key) % OPERATOR_CACHE_SIZE] =
        (OperatorEntry){.left = left->version, .right = right->version, .key = key, .function = function};
    return function;
}
