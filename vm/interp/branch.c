/* vm/interp/branch.c - jumps by truth. */
#include "vm/interp/interp.h"

OP_HANDLER(JUMP) { NEXT_SAFE(2, JUMP_TARGET(2)); }

/* Truth of the top, popped when want is met or pop is set; instructions of two words. */
OP_PART(jump_if_slow) {
    SAVE(2);
    Lookup t = truth(sp[-1]);
    if (t == FAILED) ERROR();
    uint32_t op = op_of(word);
    bool want = op == OP_JUMP_IF_TRUE || op == OP_JUMP_IF_TRUE_KEEP, jump = (t == FOUND) == want;
    bool keep = jump && (op == OP_JUMP_IF_FALSE_KEEP || op == OP_JUMP_IF_TRUE_KEEP);
    if (!keep) {
        Value v = *--sp;
        vm->frame->sp = sp;
        release(v);
    }
    if (!jump) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

/* 0 or 1 for immediates and numbers, 2 for what must be asked. */
static inline uint32_t fast_truth(Ref v) {
    if (is_bool(v)) return is_true(v);
    if (is_small_int(v)) return v != small_int_value(0);
    if (is_none(v)) return 0;
    return 2;
}

OP_HANDLER(JUMP_IF_FALSE) {
    uint32_t t = fast_truth(sp[-1]);
    if (UNLIKELY(t == 2)) TAIL(jump_if_slow);
    sp--;
    if (t) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IF_TRUE) {
    uint32_t t = fast_truth(sp[-1]);
    if (UNLIKELY(t == 2)) TAIL(jump_if_slow);
    sp--;
    if (!t) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IF_FALSE_KEEP) {
    uint32_t t = fast_truth(sp[-1]);
    if (UNLIKELY(t == 2)) TAIL(jump_if_slow);
    if (t) {
        sp--;
        NEXT(2);
    }
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IF_TRUE_KEEP) {
    uint32_t t = fast_truth(sp[-1]);
    if (UNLIKELY(t == 2)) TAIL(jump_if_slow);
    if (!t) {
        sp--;
        NEXT(2);
    }
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IF_NONE) {
    Value v = *--sp;
    if (is_none(v)) NEXT_SAFE(2, JUMP_TARGET(2));
    RELEASE_NEXT(v, 2);
}

OP_HANDLER(JUMP_IF_NOT_NONE) {
    Value v = *--sp;
    if (is_none(v)) NEXT(2);
    RELEASE_AND(JUMP, v, JUMP_TARGET(2));
}

OP_PART(jump_if_local_slow) {
    Value v = locals[op_a(word)];
    if (!v) TAIL(unbound_local);
    SAVE(2);
    *sp = retain(v);
    vm->frame->sp = sp + 1;
    Lookup t = truth(v);
    vm->frame->sp = sp;
    release(*sp);
    if (t == FAILED) ERROR();
    if ((uint32_t)t != op_c(word)) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IF_LOCAL) {
    Value v = locals[op_a(word)];
    if (UNLIKELY(!v)) TAIL(unbound_local);
    uint32_t t = fast_truth(v);
    if (UNLIKELY(t == 2)) TAIL(jump_if_local_slow);
    if (t != op_c(word)) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}
