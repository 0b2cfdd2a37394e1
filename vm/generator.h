/* vm/generator.h - generators, coroutines and asynchronous generators.
 *
 * Owns:      struct Generator: a suspended frame kept off the stack.
 * Invariant: while suspended, words holds local_count locals and then the operands; while running it is empty and the
 *            frame stands on the stack. Moving these few words is cheaper than a frame that calls cannot stand on.
 * Not here:  YIELD_VALUE, SEND and FOR_ITER (interp/), what Python sees of them (generator_type.c, async_generator.c).
 */
#ifndef OURO_GENERATOR_H
#define OURO_GENERATOR_H

#include "vm/frame.h"
#include "vm/function.h"

typedef enum GeneratorState {
    GENERATOR_CREATED,
    GENERATOR_SUSPENDED,
    GENERATOR_RUNNING,
    GENERATOR_FINISHED
} GeneratorState;

struct Generator {
    Object head;
    Value function;        /* Function; NULL when finished */
    Value code;            /* Code */
    Value name;            /* str */
    Value qualname;        /* str */
    const uint32_t *pc;    /* where to go on */
    Value handled;         /* the exception it was handling when it was suspended, or NULL */
    Value resumer_handled; /* the exception its resumer was handling, while it runs, or NULL */
    FrameObject *frame;    /* object of the suspended frame, or NULL; not kept alive */
    Value origin;          /* coroutine: cr_origin; asynchronous generator: finalizer; or NULL */
    uint32_t handlers;     /* handlers (PUSH_EXC_INFO) that its frame is in */
    uint32_t word_room;    /* words allocated */
    uint32_t word_count;   /* words in use */
    uint8_t state;         /* GeneratorState */
    bool hooked;           /* asynchronous generator: the first-iteration hook was called */
    bool closed;           /* asynchronous generator: aclose ran */
    bool awaiting;         /* asynchronous generator: a step is under way */
    bool item;             /* asynchronous generator: what it yields next is an item, not what an await yields */
    Value words[];         /* locals, then operands, while suspended */
};

static inline Generator *as_generator(Ref v) { return (Generator *)object_of(v); }
static inline bool is_generator(Ref v) { return is_exact(v, &type_generator); }

/* Takes the innermost frame, which stands at RETURN_GENERATOR, off the stack into a new generator of the kind that the
 * code's flags say. */
Value generator_from_frame(Vm *vm, const uint32_t *pc);

/* Copies words upwards. There are few: a call of memcpy costs more than they do. */
static inline Value *copy_words(Value *to, Value const *from, Value const *end) {
    while (from < end) {
        *to++ = *from++;
        __asm__("" : "+r"(to)); /* keeps the compiler from making memcpy of this */
    }
    return to;
}

/* Whether the frame can stand above sp without more room or an exception. */
static inline bool generator_fits(const Vm *vm, const Generator *g, Value const *sp) {
    return vm_has_room(vm, sp, as_code(g->code)->frame_words);
}

/* While the generator runs, an exception that it handles is the one being handled; otherwise its resumer's. */
void generator_enter_handled(Runtime *runtime, Generator *g);
void generator_leave_handled(Runtime *runtime, Generator *g, bool keep);

/* Puts the frame of a generator that does not run on the stack at room as the innermost; there is room. Returns where
 * its next operand goes. */
static inline Value *generator_place(Vm *vm, Generator *g, Value *room, uint32_t flags) {
    Code *code = as_code(g->code);
    Value *operands = g->words + code->local_count;
    copy_words(room, g->words, operands);
    Frame *frame =
        frame_init(vm, vm->frame, room, code, g->function, as_function(g->function)->globals, FRAME_GENERATOR | flags);
    frame->generator = g;
    retain(value_of(g));
    Value *top = copy_words(frame_operands(frame), operands, g->words + g->word_count);
    g->word_count = 0;
    g->state = GENERATOR_RUNNING;
    Runtime *runtime = vm->rt;
    runtime->recursion_depth++;
    if (UNLIKELY(runtime->handled || g->handled)) generator_enter_handled(runtime, g);
    if (UNLIKELY(g->frame != NULL)) frame_object_resume(frame);
    return top;
}

/* Takes the innermost frame, which stands at locals, off the stack into its generator. Neither the value yielded nor
 * the frame's reference to the generator goes with it. */
static inline void generator_store(Vm *vm, Frame *frame, Value *sp, const uint32_t *pc) {
    Generator *g = frame->generator;
    Value *end = copy_words(g->words, frame->locals, (Value *)frame);
    end = copy_words(end, frame_operands(frame), sp);
    g->word_count = (uint32_t)(end - g->words);
    g->pc = pc;
    g->state = GENERATOR_SUSPENDED;
    Runtime *runtime = vm->rt;
    if (UNLIKELY(runtime->handled || g->resumer_handled)) generator_leave_handled(runtime, g, true);
    vm->frame = frame->caller;
    runtime->recursion_depth--;
}

/* Puts the frame of a suspended generator on the stack above sp as the innermost, with these extra flags. The sent
 * value is pushed unless it has not started. False with an exception: already running, no room. *value is taken. */
MUST_CHECK bool generator_push(Vm *vm, Generator *generator, Value *sp, Value sent, uint32_t flags);
/* Takes the innermost frame, a generator's, off the stack: its operands end at sp. */
void generator_suspend(Vm *vm, Frame *frame, Value *sp, const uint32_t *pc);
/* The frame has returned or failed: called by frame_leave. */
void generator_finish(Vm *vm, Frame *frame);

/* send(value) from C; takes value. FOUND: yielded *result; MISSING: returned *result; FAILED: exception. value NULL:
 * raise the pending exception inside. */
MUST_CHECK Lookup generator_resume(Ref generator, Value value, Value *result);
/* The items of a generator as a FeedSlot gives them: its frame stays on the stack meanwhile. */
MUST_CHECK Lookup generator_feed(Ref generator, Take take, void *taker);
/* What throw() was given, to be made an exception where it arrives. */
typedef struct Thrown {
    Ref type;            /* exception class or instance */
    Ref value;           /* second argument or NULL */
    Ref traceback;       /* third argument or NULL */
    bool past_delegates; /* GeneratorExit is thrown into delegates, too, not replaced by closing them */
} Thrown;
/* Whether a throw() with these arguments makes sense; false: TypeError. */
MUST_CHECK bool throw_check(const Thrown *thrown);
/* throw(): into what the generator delegates to, else where it is suspended. Results as of generator_resume. */
MUST_CHECK Lookup generator_throw(Ref generator, const Thrown *thrown, Value *result);

/* close() from C: *value is what the body returned. False: an exception is set. */
MUST_CHECK bool generator_close(Ref generator, Value *value);
/* Closes any iterator that can be closed. */
MUST_CHECK bool iterator_close(Ref iterator);
/* Ends a generator that is not running, without running its body. */
void generator_drop(Generator *generator);

/* Warns that a coroutine, or (method not NULL) what this method of an asynchronous generator returned, was dropped
 * before it was awaited (await.c). */
void never_awaited(Ref coroutine, const char *method);

/* The iterator that a suspended generator delegates to, borrowed, or NULL. */
Ref generator_delegate_peek(Generator *generator);
/* Send on any iterator (yield from, await): FOUND yielded, MISSING returned. */
MUST_CHECK Lookup iterator_send(Ref receiver, Ref value, Value *result);
/* What a call of next() or send() that gave no item means for who delegates to it: MISSING with the value returned, or
 * FAILED. found as of a NextSlot. */
MUST_CHECK Lookup iterator_returned(Lookup found, Value *result);

/* Results of generator_resume and the like as send() and throw() give them, and as a next slot does. */
Value yield_or_stop(Lookup found, Value result);
MUST_CHECK Lookup next_or_stop(Lookup found, Value *item);
/* Sets StopIteration(value), without an argument for None. Returns NULL. */
Value raise_stop_iteration(Ref value);

/* Parts that the types share (generator_type.c). */
void generator_traverse(Ref self, Visit visit, void *context);
void generator_dispose(Ref self);
size_t generator_storage(Ref self);
Value generator_repr(Ref self);

#endif
