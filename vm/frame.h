/* vm/frame.h - frame objects, made only when someone asks.
 *
 * Owns:      the frame type.
 * Invariant: live is the frame on the stack while it runs; afterwards it is NULL and the object keeps what it showed.
 * Not here:  the frames themselves (vm.h).
 */
#ifndef OURO_FRAME_H
#define OURO_FRAME_H

#include "vm/vm.h"

struct FrameObject {
    Object head;
    Frame *live;   /* NULL once the frame has left */
    Value code;    /* Code */
    Value globals; /* dict */
    Value locals;  /* dict taken over when the frame left, or NULL */
    Value back;    /* FrameObject of the caller once the frame has left, or NULL */
    Value trace;   /* f_trace or NULL */
    uint32_t word; /* instruction word where it left */
};

static inline FrameObject *as_frame(Ref v) { return (FrameObject *)object_of(v); }

/* The object of a frame on the stack, made when there is none; new reference. NULL for the base frame (no exception). */
Value frame_object(Vm *vm, Frame *frame);
/* depth 0: the innermost Python frame. None when there are not that many. */
Value frame_at_depth(Vm *vm, int64_t depth);
/* A dict of the names bound in a frame: a new one for functions, the namespace itself otherwise. */
MUST_CHECK Value frame_locals(Frame *frame);
/* A frame object for a suspended generator's words (locals first), at an instruction word; not live. */
Value frame_of_suspended(Code *code, Ref globals, Value const *locals, uint32_t word);
/* A frame object for a step of a traceback whose frame has left without one: it has no locals any more. */
Value frame_of_traceback(Ref traceback);
/* The frame leaves: its object takes over what it shows. */
void frame_object_detach(Vm *vm, Frame *frame);
/* Index of the instruction word that a frame is at. */
static inline uint32_t frame_word(const Frame *frame) { return (uint32_t)(frame->pc - 1 - frame->code->words); }
uint32_t frame_line(const Frame *frame);

#endif
