/* runtime/opcode.c - names, forms and stack effects of the instructions.
 *
 * Owns:      op_info and the two effect functions, all derived from opcodes.def.
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

/* A row uses some of these. */
#define OPERANDS                                                                                                       \
    int arg = (int)op_arg(word), a = (int)op_a(word), b = (int)op_b(word), c = (int)op_c(word);                        \
    (void)arg, (void)a, (void)b, (void)c;

int op_pops(uint32_t word, int jump) {
    OPERANDS(void) jump;
    switch (op_of(word)) {
#define OP(name, form, extra, pops, pushes, flags, meaning)                                                            \
    case OP_##name: return pops;
#include "runtime/opcodes.def"
#undef OP
    default: return 0;
    }
}

int op_pushes(uint32_t word, int jump) {
    OPERANDS(void) jump;
    switch (op_of(word)) {
#define OP(name, form, extra, pops, pushes, flags, meaning)                                                            \
    case OP_##name: return pushes;
#include "runtime/opcodes.def"
#undef OP
    default: return 0;
    }
}
