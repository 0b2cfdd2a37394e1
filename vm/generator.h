/* vm/generator.h - generators, coroutines and asynchronous generators.
 *
 * Owns:      struct Generator: a suspended frame kept off the stack.
 * Invariant: while suspended, words holds local_count locals and then the operands; while running it is empty and the
 *            frame stands on the stack.
 * Not here:  YIELD_VALUE, SEND and FOR_ITER (interp/).
 */
#ifndef OURO_GENERATOR_H
#define OURO_GENERATOR_H

#include "vm/function.h"

typedef enum GeneratorState {
    GENERATOR_CREATED,
    GENERATOR_SUSPENDED,
    GENERATOR_RUNNING,
    GENERATOR_FINISHED
} GeneratorState;

struct Generator {
    Object head;
    Value function;      /* Function; NULL when finished */
    Value name;          /* str */
    Value qualname;      /* str */
    const uint32_t *pc;  /* where to go on */
    Value *words;        /* locals and operands while suspended; raw storage */
    uint32_t word_room;  /* words allocated */
    uint32_t word_count; /* words in use */
    GeneratorState state;
    Value handled;         /* the exception it was handling when it was suspended, or NULL */
    Value resumer_handled; /* the exception its resumer was handling, while it runs, or NULL */
    Value origin;          /* coroutine: awaiting bookkeeping; asynchronous generator: finalizer, or NULL */
    bool closed;           /* asynchronous generator: aclose ran */
    bool awaiting;         /* asynchronous generator: an __anext__ is under way */
};

static inline Generator *as_generator(Ref v) { return (Generator *)object_of(v); }
static inline bool is_generator(Ref v) { return is_exact(v, &type_generator); }

/* Takes the innermost frame, which stands at RETURN_GENERATOR, off the stack into a new generator of the kind that the
 * code's flags say. */
Value generator_from_frame(Vm *vm, const uint32_t *pc);

/* Puts the frame of a suspended generator on the stack above sp as the innermost, with these extra flags. The sent value
 * is pushed unless it has not started. False with an exception: already running, no room. *value is taken. */
MUST_CHECK bool generator_push(Vm *vm, Generator *generator, Value *sp, Value sent, uint32_t flags);
/* Takes the innermost frame, a generator's, off the stack: its operands end at sp. */
void generator_suspend(Vm *vm, Frame *frame, Value *sp, const uint32_t *pc);
/* The frame has returned or failed: called by frame_leave. */
void generator_finish(Vm *vm, Frame *frame);

/* send(value) from C. FOUND: yielded *result; MISSING: returned *result; FAILED: exception. value NULL: raise the
 * pending exception inside. */
MUST_CHECK Lookup generator_resume(Ref generator, Value value, Value *result);
/* Sets StopIteration without a value. Returns NULL. */
Value raise_stop_iteration(void);
/* close() from C: *value is what the body returned. False: an exception is set. */
MUST_CHECK bool generator_close(Ref generator, Value *value);
/* Closes any iterator that can be closed. */
MUST_CHECK bool iterator_close(Ref iterator);
/* Ends a generator that is not running, without running its body. */
void generator_drop(Generator *generator);
/* Warns that a coroutine was dropped before it was awaited (await.c). */
void coroutine_never_awaited(Ref coroutine);
/* The iterator that a suspended generator delegates to, borrowed, or NULL. */
Ref generator_delegate_peek(Generator *generator);
/* Send on any iterator (yield from, await). */
MUST_CHECK Lookup iterator_send(Ref receiver, Ref value, Value *result);

#endif
