/* runtime/opcode.c - names, forms and stack effects of the instructions.
 *
 * Owns:      op_info and op_effect, both derived from opcodes.def.
 * Invariant: a row of opcodes.def is the only place where an instruction's effect is written down.
 * Not here:  what they do (vm/interp), printing (dis.c).
 */
#include "runtime/opcode.h"

const OpInfo op_info[OP_COUNT] = {
#define OP(name_, form_, extra_, pops_, pushes_, flags_, meaning)                                                      \
    [OP_##name_] = {.name = #name_, .form = form_, .extra = extra_, .flags = flags_},
#include "runtime/opcodes.def"
#undef OP
};

int op_effect(uint32_t word, int jump) {
    int arg = (int)op_arg(word), a = (int)op_a(word), b = (int)op_b(word), c = (int)op_c(word);
    (void)arg, (void)a, (void)b, (void)c, (void)jump; /* a row uses some of these */
    switch (op_of(word)) {
#define OP(name, form, extra, pops, pushes, flags, meaning)                                                            \
    case OP_##name: return (pushes) - (pops);
#include "runtime/opcodes.def"
#undef OP
    default: return 0;
    }
}
