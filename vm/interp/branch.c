/* vm/interp/branch.c - jumps by truth. */
#include "vm/interp/interp.h"
#include "vm/interp/plain.h"

OP_HANDLER(JUMP) { NEXT_SAFE(2, JUMP_TARGET(2)); }

/* Any truth of the top. Instructions of two words. */
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

/* Jumps when the truth of the top is want, and pops it then unless it is kept; pops it otherwise. Numbers and the like
 * need no release; containers are a part of their own; the rest is jump_if_slow's. */
#define JUMP_IF_TRUTH(name, want, keep)                                                                                \
    OP_PART(name##_plain) {                                                                                            \
        int64_t t = plain_truth(sp[-1]);                                                                               \
        if (t < 0) TAIL(jump_if_slow);                                                                                 \
        if (t == (want) && (keep)) NEXT_SAFE(2, JUMP_TARGET(2));                                                       \
        sp--;                                                                                                          \
        if (t == (want)) RELEASE_AND(JUMP, *sp, JUMP_TARGET(2));                                                       \
        RELEASE_NEXT(*sp, 2);                                                                                          \
    }                                                                                                                  \
    OP_HANDLER(name) {                                                                                                 \
        uint32_t t = fast_truth(sp[-1]);                                                                               \
        if (UNLIKELY(t == 2)) TAIL(name##_plain);                                                                      \
        if (t != (want)) {                                                                                             \
            sp--;                                                                                                      \
            NEXT(2);                                                                                                   \
        }                                                                                                              \
        if (!(keep)) sp--;                                                                                             \
        NEXT_SAFE(2, JUMP_TARGET(2));                                                                                  \
    }
JUMP_IF_TRUTH(JUMP_IF_FALSE, false, false)
JUMP_IF_TRUTH(JUMP_IF_TRUE, true, false)
JUMP_IF_TRUTH(JUMP_IF_FALSE_KEEP, false, true)
JUMP_IF_TRUTH(JUMP_IF_TRUE_KEEP, true, true)

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

OP_PART(jump_if_local_plain) {
    int64_t t = plain_truth(locals[op_a(word)]);
    if (t < 0) TAIL(jump_if_local_slow);
    if (t != op_c(word)) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}

OP_HANDLER(JUMP_IF_LOCAL) {
    Value v = locals[op_a(word)];
    if (UNLIKELY(!v)) TAIL(unbound_local);
    uint32_t t = fast_truth(v);
    if (UNLIKELY(t == 2)) TAIL(jump_if_local_plain);
    if (t != op_c(word)) NEXT(2);
    NEXT_SAFE(2, JUMP_TARGET(2));
}
