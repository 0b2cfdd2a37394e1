/* vm/interp/membership.c - is and in, as operators and fused with a jump. */
#include "runtime/dict_table.h"
#include "runtime/set_table.h"
#include "vm/interp/interp.h"

OP_HANDLER(IS) {
    Value left = sp[-2], right = sp[-1];
    sp--;
    sp[-1] = bool_value((left == right) != op_arg(word));
    RELEASE_2_NEXT(left, right, 1);
}

OP_HANDLER(JUMP_IS) {
    Value left = sp[-2], right = sp[-1];
    sp -= 2;
    if ((left == right) != op_c(word)) RELEASE_2_NEXT(left, right, 2);
    RELEASE_2_AND(JUMP, left, right, JUMP_TARGET(2));
}

/* Whether an item is in a container, when that is seen without a call; else FAILED. */
static inline Lookup contains_at_once(Ref container, Ref item) {
    DictEntry *entry;
    if (is_exact(container, &type_dict)) return dict_probe(as_dict(container), item, &entry);
    return is_exact_set(container) ? set_probe(as_set(container), item) : FAILED;
}

OP_PART(contains_any) {
    Value container = sp[-1], item = sp[-2];
    SAVE(1);
    Lookup t = contains(container, item);
    if (UNLIKELY(t == FAILED)) ERROR();
    sp--;
    sp[-1] = bool_value((t == FOUND) != op_arg(word));
    RELEASE_2_NEXT(container, item, 1);
}

OP_HANDLER(CONTAINS) {
    Value container = sp[-1], item = sp[-2];
    Lookup t = contains_at_once(container, item);
    if (t == FAILED) TAIL(contains_any);
    sp--;
    sp[-1] = bool_value((t == FOUND) != op_arg(word));
    RELEASE_2_NEXT(container, item, 1);
}

OP_PART(jump_in_any) {
    Value container = sp[-1], item = sp[-2];
    SAVE(2);
    Lookup t = contains(container, item);
    if (UNLIKELY(t == FAILED)) ERROR();
    sp -= 2;
    if ((uint32_t)t != op_c(word)) RELEASE_2_NEXT(container, item, 2);
    RELEASE_2_AND(JUMP, container, item, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IN) {
    Value container = sp[-1], item = sp[-2];
    Lookup t = contains_at_once(container, item);
    if (t == FAILED) TAIL(jump_in_any);
    sp -= 2;
    if ((uint32_t)t != op_c(word)) RELEASE_2_NEXT(container, item, 2);
    RELEASE_2_AND(JUMP, container, item, JUMP_TARGET(2));
}
