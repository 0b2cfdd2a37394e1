#include "vm/interp/operator_cache.h"

OperatorFunction operator_cache_fill(Vm *vm, uint32_t key, Ref a, Ref b) {
    const Type *left = type_of(a), *right = type_of(b);
    OperatorFunction first = key & 256
                                 ? (OperatorFunction){.function = compare_function_peek((CompareOp)(key & 255), a, b)}
                                 : binary_function_peek((BinaryOp)(key >> 1), key & 1, a, b);
    if (!left->version || !right->version) return first;
    vm->operators[(left->version * 5 + right->version + key) % OPERATOR_CACHE_SIZE] =
        (OperatorEntry){left->version, right->version, key, first.of_right, first.function};
    return first;
}
