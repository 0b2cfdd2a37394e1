/* vm/frame.h - frame objects, made only when someone asks.
 *
 * Owns:      the frame type.
 * Invariant: a frame object's names stand in one place: on the stack (live), in a suspended generator, or in slots.
 * Not here:  the frames themselves (vm.h).
 */
#ifndef OURO_FRAME_H
#define OURO_FRAME_H

#include "vm/vm.h"

struct FrameObject {
    Object head;
    Frame *live;          /* the frame while it is on the stack, or NULL */
    Generator *generator; /* the suspended generator whose frame it is, or NULL; neither keeps the other alive */
    Value code;           /* Code */
    Value globals;        /* dict */
    Value namespace;      /* dict of the names where these are not slots, or NULL */
    Value back;           /* FrameObject of the caller once the frame has left, or NULL */
    Value trace;          /* f_trace or NULL */
    Value native;         /* sys.setprofile: the function in C that the frame is calling, or NULL */
    bool no_lines;        /* f_trace_lines is False */
    bool opcodes;         /* f_trace_opcodes */
    Value extra;          /* dict: what f_locals was given that the code has no local for; or NULL */
    uint32_t word;        /* instruction word where it left */
    uint32_t trace_word;  /* where the tracer last was: what stands before it was jumped back to */
    uint32_t trace_op;    /* the instruction there */
    uint32_t slot_room;   /* entries of slots: locals of the code */
    uint32_t slot_count;  /* entries in use: 0 until the frame leaves */
    Value slots[];        /* locals taken over from the frame */
};

static inline FrameObject *as_frame(Ref v) { return (FrameObject *)object_of(v); }

/* The object of a frame on the stack, made when there is none; new reference. NULL for the base frame (no
 * exception). */
Value frame_object(Vm *vm, Frame *frame);
/* depth 0: the innermost Python frame. None when there are not that many. */
Value frame_at_depth(Vm *vm, int64_t depth);
/* A dict of the names bound in a frame: a new one for functions and inlined comprehensions, else the namespace
 * itself. */
MUST_CHECK Value frame_locals(Frame *frame);
/* Where the locals of a function's frame stand, or NULL: they are gone. */
Value *frame_object_locals(FrameObject *object);
/* A new dict of the names bound in a function's frame, those of extra included. */
MUST_CHECK Value frame_object_snapshot(FrameObject *object);
/* The object of a suspended generator's frame; new reference. */
Value frame_object_of_generator(Generator *generator);
/* The frame leaves: its object, if anybody else has it, takes over the locals. */
void frame_object_detach(Vm *vm, Frame *frame);
/* The frame of frame->generator is taken off the stack, or put on it again. */
void frame_object_suspend(Frame *frame);
void frame_object_resume(Frame *frame);
/* A suspended generator is dropped: the object of its frame takes over the locals. */
void frame_object_drop(Generator *generator);
/* Index of the instruction word that a frame is at. */
static inline uint32_t frame_word(const Frame *frame) { return (uint32_t)(frame->pc - 1 - frame->code->words); }
uint32_t frame_line(const Frame *frame);

#endif
