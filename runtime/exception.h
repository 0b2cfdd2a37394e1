/* runtime/exception.h - exception objects and tracebacks.
 *
 * Owns:      the layouts named in exceptions.def, struct Traceback.
 * Invariant: args is always a tuple.
 * Not here:  raising (error.h), unwinding (vm/), printing (lib/traceback_print.c).
 */
#ifndef OURO_EXCEPTION_H
#define OURO_EXCEPTION_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Exception {
    Object head;
    Value args;      /* tuple */
    Value traceback; /* newest Traceback or NULL */
    Value context;   /* __context__ or NULL */
    Value cause;     /* __cause__ or NULL */
    bool suppress_context;
    uint8_t field_count; /* entries of fields in use by this layout */
    Value fields[6]; /* by layout; NULL or None: unset. stop, exit: value. attribute, name: name, obj. import: msg, name,
                        path, name_from. os: errno, strerror, filename, filename2, characters_written.
                        syntax: msg, filename, lineno, offset, text, (end_lineno, end_offset) tuple.
                        unicode: encoding, object, start, end, reason. group: message, exceptions */
} Exception;

static inline Exception *as_exception(Ref v) { return (Exception *)object_of(v); }
static inline bool is_exception(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_EXCEPTION; }

/* One step of a traceback: outermost frame first, linked inwards. */
typedef struct Traceback {
    Object head;
    Value next;           /* the traceback one call deeper, or NULL */
    Value frame;          /* Frame object or NULL until asked for */
    Value code;           /* Code */
    uint32_t instruction; /* index of the instruction word: gives line and carets */
    uint32_t line;        /* line number */
} Traceback;

MUST_CHECK Value exception_new(Type *type, Ref args); /* type(*args) for a built-in exception type */
void exception_set_context(Ref exception, Ref context); /* breaks cycles as CPython does */
/* Puts a step for code at this instruction in front of the exception's traceback. frame may be NULL. */
void exception_add_traceback(Ref exception, Ref code, uint32_t instruction, uint32_t line, Ref frame);

#endif
