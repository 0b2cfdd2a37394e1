/* vm/interp/interp.h - how handlers are written.
 *
 * Owns:      the handler signature and the macros of dispatch.
 * Invariant: a handler ends in NEXT, a jump, TAIL or ERROR; it saves before anything that can allocate or raise.
 * Not here:  the handlers (one file a family), the instruction table (runtime/opcodes.def).
 *
 * With guaranteed tail calls the state stays in registers from handler to handler. Without them each handler returns to
 * the loop of interp.c and leaves the state in vm->registers; the handlers are the same.
 */
#ifndef OURO_INTERP_H
#define OURO_INTERP_H

#include "runtime/error.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/vm.h"

#if defined(__has_attribute)
#if __has_attribute(musttail)
#define HAVE_MUSTTAIL 1
#endif
#if __has_attribute(preserve_none) && defined(__OPTIMIZE__) && !defined(OURO_SANITIZE)
#define HANDLER_CONVENTION __attribute__((preserve_none))
#endif
#endif
#ifndef HANDLER_CONVENTION
#define HANDLER_CONVENTION
#endif

#define HANDLER_PARAMETERS                                                                                             \
    const uint32_t *pc, uint32_t word, Value *sp, Value *locals, Vm *vm, Value const *consts, const void *table
#define HANDLER_ARGUMENTS pc, word, sp, locals, vm, consts, table

typedef HANDLER_CONVENTION void (*Handler)(HANDLER_PARAMETERS);

/* Defines the handler of an instruction, and a cold or shared part of one. */
#define OP_HANDLER(name) HANDLER_CONVENTION void handle_##name(HANDLER_PARAMETERS)
#define OP_PART(name) HANDLER_CONVENTION void name(HANDLER_PARAMETERS)
/* A part that handlers jump to only now and then: within them it would cost all of them a stack frame. */
#define OP_APART(name) __attribute__((noinline)) OP_PART(name)
#define OP_SLOW(name) __attribute__((cold, noinline)) HANDLER_CONVENTION void name(HANDLER_PARAMETERS)

#define OP(name, form, extra, pops, pushes, flags, meaning) OP_HANDLER(name);
#include "runtime/opcodes.def"
#undef OP

#ifdef HAVE_MUSTTAIL
#define TAIL(handler) __attribute__((musttail)) return handler(HANDLER_ARGUMENTS)
#define DISPATCH(target)                                                                                               \
    do {                                                                                                               \
        pc = (target);                                                                                                 \
        word = *pc;                                                                                                    \
        TAIL(((const Handler *)table)[word & 0xff]);                                                                   \
    } while (0)
#define LEAVE_LOOP() return
#else
#define TAIL(handler)                                                                                                  \
    do {                                                                                                               \
        handler(HANDLER_ARGUMENTS);                                                                                    \
        return;                                                                                                        \
    } while (0)
#define DISPATCH(target)                                                                                               \
    do {                                                                                                               \
        vm->registers = (VmRegisters){(target), sp, locals, consts, table};                                            \
        return;                                                                                                        \
    } while (0)
#define LEAVE_LOOP()                                                                                                   \
    do {                                                                                                               \
        vm->registers.pc = NULL;                                                                                       \
        return;                                                                                                        \
    } while (0)
#endif

/* Goes on behind this instruction of n words. */
#define NEXT(n) DISPATCH(pc + (n))

/* Records where this instruction (of n words) stands and what the frame owns. */
#define SAVE(n) save_frame(vm->frame, pc + (n), sp)
static inline void save_frame(Frame *frame, const uint32_t *pc, Value *sp) {
    frame->pc = pc;
    frame->sp = sp;
}

/* An exception is set; pc was saved and sp is the end of what the frame owns. */
#define ERROR()                                                                                                        \
    do {                                                                                                               \
        vm->frame->sp = sp;                                                                                            \
        TAIL(unwind);                                                                                                  \
    } while (0)

/* Safe point, then on to target. The instruction has n words. */
#define NEXT_SAFE(n, target)                                                                                           \
    do {                                                                                                               \
        if (UNLIKELY(vm_runtime(vm)->pending)) {                                                                       \
            SAVE(n);                                                                                                   \
            vm->resume = (target);                                                                                     \
            TAIL(safe_point);                                                                                          \
        }                                                                                                              \
        DISPATCH(target);                                                                                              \
    } while (0)

/* Gives up v, no operand any more, and goes on at target by go, DISPATCH or JUMP. A handler with two calls in it pays
 * for them on entry, even when none is made: so what frees an object is a part, which finds it at sp[0]. */
#define RELEASE_AND(go, v, target)                                                                                     \
    do {                                                                                                               \
        Value gone_ = (v);                                                                                             \
        if (UNLIKELY(!release_shared(gone_))) {                                                                        \
            *sp = gone_;                                                                                               \
            vm->resume = (target);                                                                                     \
            TAIL(release_last);                                                                                        \
        }                                                                                                              \
        go(target);                                                                                                    \
    } while (0)
/* The same with two, in this order. */
#define RELEASE_2_AND(go, first, second, target)                                                                       \
    do {                                                                                                               \
        Value first_ = (first), second_ = (second);                                                                    \
        if (UNLIKELY(!release_shared(first_))) {                                                                       \
            sp[0] = first_;                                                                                            \
            sp[1] = second_;                                                                                           \
            vm->resume = (target);                                                                                     \
            TAIL(release_last_2);                                                                                      \
        }                                                                                                              \
        RELEASE_AND(go, second_, target);                                                                              \
    } while (0)
#define RELEASE_NEXT(v, n) RELEASE_AND(DISPATCH, v, pc + (n))
#define RELEASE_2_NEXT(first, second, n) RELEASE_2_AND(DISPATCH, first, second, pc + (n))
#define JUMP(target) NEXT_SAFE(1, target)

/* The target of a jump instruction of n words. */
#define JUMP_TARGET(n) (pc + (n) + (int32_t)pc[1])

/* State after a frame change: the innermost frame goes on. */
#define LOAD_FRAME()                                                                                                   \
    do {                                                                                                               \
        Frame *frame_ = vm->frame;                                                                                     \
        locals = frame_->locals;                                                                                       \
        consts = frame_->code->consts;                                                                                 \
    } while (0)

OP_SLOW(unwind);          /* unwind.c: finds the handler of the pending exception */
OP_SLOW(safe_point);      /* interp.c: handles what is pending, goes on at vm->resume */
OP_PART(release_last);    /* load_store.c: frees sp[0] and goes on at vm->resume */
OP_PART(release_last_2);  /* the same with sp[0], and releases sp[1] */
OP_SLOW(unbound_local);   /* load_store.c: raises for the first unbound local among the operands */
OP_SLOW(unbound_local_a); /* the same when only the first operand is a local */
OP_PART(leave_special);   /* call.c: returns sp[-1] from a frame with flags */
/* Where frames with FRAME_OPERATOR, FRAME_COMPARE and FRAME_JUMP leave: pc is behind their instruction, and its
 * operands and the result are on top. */
OP_PART(operator_left);        /* arith_slow.c */
OP_PART(comparison_left);      /* compare.c */
OP_PART(jump_comparison_left); /* compare.c */
OP_PART(asked_left);           /* attr.c */
OP_PART(step_left);            /* iterate.c */
OP_PART(step_ended);           /* iterate.c: the caller's frame goes on behind its loop */
OP_PART(for_generator);        /* generate.c: FOR_ITER over a generator that does not run */
OP_PART(leave_generator);      /* generate.c: returns sp[-1] from a generator's frame without other flags of note */

static inline bool is_instance_of(Ref v, Type *type) { return type_is_subtype(type_of(v), type); }

/* A cached pointer in two cache words. */
static inline void *cache_pointer(const uint32_t *words) {
    uint64_t bits;
    __builtin_memcpy(&bits, words, sizeof bits);
    return (void *)(uintptr_t)bits;
}
static inline void cache_set_pointer(uint32_t *words, const void *pointer) {
    uint64_t bits = (uint64_t)(uintptr_t)pointer;
    __builtin_memcpy(words, &bits, sizeof bits);
}
/* The instruction words are this runtime's own copy: specialisation rewrites them. */
static inline uint32_t *writable(const uint32_t *pc) { return (uint32_t *)(uintptr_t)pc; }
static inline void rewrite_op(const uint32_t *pc, Opcode op) { *writable(pc) = (*pc & ~0xffu) | (uint32_t)op; }

#endif
