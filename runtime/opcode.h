/* runtime/opcode.h - the instructions, as opcodes.def lists them.
 *
 * Owns:      the opcode enum, instruction lengths, operand packing.
 * Invariant: an instruction is one word (opcode in the low 8 bits) and `extra` words behind it.
 * Not here:  what they do (vm/interp), printing (dis.h).
 *
 * Operand forms in the 24 bits above the opcode:
 *   NONE    nothing
 *   ARG     one number, bits 8-31
 *   ABC     three bytes: a = bits 8-15, b = 16-23, c = 24-31
 *   AX      a = bits 8-15, x = bits 16-31
 * A jump is the signed distance in words from the end of the instruction (its last extra word included) to the target.
 * It is in word[1] of the instructions marked J (an extra word, int32), which therefore reach anywhere.
 */
#ifndef OURO_OPCODE_H
#define OURO_OPCODE_H

#include <stdint.h>

typedef enum OpForm { FORM_NONE, FORM_ARG, FORM_ABC, FORM_AX } OpForm;

typedef enum Opcode {
#define OP(name, form, extra, pops, pushes, flags, meaning) OP_##name,
#include "runtime/opcodes.def"
#undef OP
    OP_COUNT
} Opcode;

/* Operands of INTRINSIC_1 and INTRINSIC_2. */
enum {
    INTRINSIC_PRINT,          /* prompt: shows the value by sys.displayhook */
    INTRINSIC_STOP_ITERATION, /* StopIteration that leaves a generator -> RuntimeError, to be raised */
    INTRINSIC_TYPEVAR,        /* name -> type variable */
    INTRINSIC_PARAMSPEC,
    INTRINSIC_TYPEVARTUPLE,
    INTRINSIC_SUBSCRIPT_GENERIC,        /* type parameters -> Generic[...] */
    INTRINSIC_TYPEALIAS,                /* (name, type parameters, value function) -> type alias */
    INTRINSIC_PREP_RERAISE_STAR,        /* 2: original exception, list of raised ones -> what to raise or None */
    INTRINSIC_TYPEVAR_WITH_BOUND,       /* 2: name, function of the bound */
    INTRINSIC_TYPEVAR_WITH_CONSTRAINTS, /* 2 */
    INTRINSIC_SET_TYPE_PARAMS,          /* 2: function, type parameters -> function */
    INTRINSIC_SET_TYPEPARAM_DEFAULT,    /* 2: type variable, function of the default */
};

enum {
    OPF_SAVES = 1,   /* may allocate, raise, look at frames or run Python code: saves pc first */
    OPF_JUMP = 2,    /* word[1] is a jump distance */
    OPF_LEAVES = 4,  /* never goes on to the next instruction */
    OPF_SPECIAL = 8, /* only made by specialisation; never emitted by the compiler */
    OPF_CONST = 16,
    OPF_NAME = 32,
    OPF_LOCAL = 64,    /* what the first operand indexes */
    OPF_INPLACE = 128, /* c is 1 for the in-place operation */
};

typedef struct OpInfo {
    const char *name; /* without OP_ */
    uint8_t form;     /* OpForm */
    uint8_t extra;    /* words behind the first: jump distance first, then cache words */
    uint8_t flags;    /* OPF_... */
} OpInfo;

extern const OpInfo op_info[OP_COUNT];

/* How many operands more there are behind an instruction word than before it (jump: when it jumps). */
int op_effect(uint32_t word, int jump);

static inline uint32_t op_of(uint32_t word) { return word & 0xff; }
static inline uint32_t op_arg(uint32_t word) { return word >> 8; }
static inline uint32_t op_a(uint32_t word) { return word >> 8 & 0xff; }
static inline uint32_t op_b(uint32_t word) { return word >> 16 & 0xff; }
static inline uint32_t op_c(uint32_t word) { return word >> 24; }
static inline uint32_t op_x(uint32_t word) { return word >> 16; }
static inline uint32_t op_word(Opcode op, uint32_t arg) { return (uint32_t)op | arg << 8; }

#endif
