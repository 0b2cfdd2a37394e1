/* vm/interp/enter.h - making the frame of a Python function where its arguments stand.
 *
 * Owns:      the way into a frame that needs no binding.
 * Invariant: arguments are owned words on the stack and become the first locals.
 * Not here:  binding of other calls (bind.c), leaving (call.c).
 */
#ifndef OURO_ENTER_H
#define OURO_ENTER_H

#include "vm/interp/interp.h"

/* True when a call of code, a function's and so prepared, with count positional arguments that start at args may run in
 * place. */
static inline bool fits_in_place(Vm *vm, Code *code, Value *args, size_t count) {
    if (UNLIKELY(code->simple_args != (int32_t)count)) return false;
    if (UNLIKELY(args + code->frame_words > vm->stack_end)) return false;
    Runtime *runtime = vm_runtime(vm);
    return LIKELY(runtime->recursion_depth < runtime->recursion_limit);
}

/* Unbinds the locals from first on up to the frame. There are few: a call of memset costs more than they do. */
static inline void unbind_locals(Value *first, Frame *frame) {
    for (Value *p = first; p < (Value *)frame; p++) {
        *p = NULL;
        __asm__("" : "+r"(p)); /* keeps the compiler from making memset of this */
    }
}

/* Goes on at the first instruction of the frame just made. */
#define ENTER_FRAME(code_)                                                                                             \
    do {                                                                                                               \
        Runtime *runtime_ = vm_runtime(vm);                                                                            \
        runtime_->recursion_depth++;                                                                                   \
        consts = (code_)->consts;                                                                                      \
        if (UNLIKELY(runtime_->pending)) {                                                                             \
            vm->frame->pc = (code_)->words + 1;                                                                        \
            vm->frame->sp = sp;                                                                                        \
            vm->resume = (code_)->words;                                                                               \
            TAIL(safe_point);                                                                                          \
        }                                                                                                              \
        DISPATCH((code_)->words);                                                                                      \
    } while (0)

/* Runs a function, whose reference the frame takes, in place of this instruction of n words: its count arguments stand
 * at args. The caller's operands end at below; the result is pushed there, or goes to where the flags say. The call
 * fits in place. */
#define ENTER_STEAL(function_, args_, count_, below_, flags_, n_)                                                      \
    do {                                                                                                               \
        Value taken_ = (function_);                                                                                    \
        Function *callee_ = as_function(taken_);                                                                       \
        Code *entered_ = as_code(callee_->code);                                                                       \
        Value *first_ = (args_);                                                                                       \
        Frame *caller_ = vm->frame;                                                                                    \
        caller_->pc = pc + (n_);                                                                                       \
        caller_->sp = (below_);                                                                                        \
        Frame *new_ = frame_init(vm, caller_, first_, entered_, taken_, callee_->globals, (flags_));                   \
        unbind_locals(first_ + (count_), new_);                                                                        \
        locals = first_;                                                                                               \
        sp = frame_operands(new_);                                                                                     \
        ENTER_FRAME(entered_);                                                                                         \
    } while (0)

/* The same for a function that is borrowed. */
#define ENTER_FUNCTION(function_, args_, count_, below_, flags_, n_)                                                   \
    ENTER_STEAL(retain(function_), args_, count_, below_, flags_, n_)

/* Whether a special method can be run by ENTER_FUNCTION. The bodies of generators leave in ways of their own. */
static inline bool function_fits(Vm *vm, Ref function, Value *args, size_t count) {
    Code *code = as_code(as_function(function)->code);
    return LIKELY(!(code->flags & CODE_SUSPENDS)) && fits_in_place(vm, code, args, count);
}

#endif
