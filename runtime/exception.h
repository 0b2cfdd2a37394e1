/* runtime/exception.h - exception objects and tracebacks.
 *
 * Owns:      the layouts named in exceptions.def, struct Traceback.
 * Invariant: args is always a tuple.
 * Not here:  raising (error.h), unwinding (vm/), printing (lib/print_traceback.c).
 */
#ifndef OURO_EXCEPTION_H
#define OURO_EXCEPTION_H

#include "runtime/object.h"
#include "runtime/type.h"

enum {
    EXCEPTION_FIELDS = 6,
    /* stop, exit */
    FIELD_VALUE = 0,
    /* attribute, name */
    FIELD_NAME = 0,
    FIELD_OBJ = 1,
    /* import */
    FIELD_IMPORT_MSG = 0,
    FIELD_IMPORT_NAME = 1,
    FIELD_IMPORT_PATH = 2,
    FIELD_IMPORT_NAME_FROM = 3,
    /* os */
    FIELD_ERRNO = 0,
    FIELD_STRERROR = 1,
    FIELD_FILENAME = 2,
    FIELD_FILENAME2 = 3,
    FIELD_CHARACTERS_WRITTEN = 4,
    /* syntax; the last is a tuple (end_lineno, end_offset, print_file_and_line) */
    FIELD_SYNTAX_MSG = 0,
    FIELD_SYNTAX_FILENAME = 1,
    FIELD_SYNTAX_LINENO = 2,
    FIELD_SYNTAX_OFFSET = 3,
    FIELD_SYNTAX_TEXT = 4,
    FIELD_SYNTAX_END = 5,
    /* decode, encode, translate: start and end are ints */
    FIELD_ENCODING = 0,
    FIELD_OBJECT = 1,
    FIELD_START = 2,
    FIELD_END = 3,
    FIELD_REASON = 4,
    /* group; exceptions is a tuple */
    FIELD_MESSAGE = 0,
    FIELD_EXCEPTIONS = 1,
};

typedef struct Exception {
    Object head;
    Value args;      /* tuple */
    Value traceback; /* newest Traceback or NULL */
    Value context;   /* __context__ or NULL */
    Value cause;     /* __cause__ or NULL */
    bool suppress_context;
    uint8_t field_count;            /* entries of fields in use by this layout */
    Value fields[EXCEPTION_FIELDS]; /* by layout; NULL or None: unset. See the enum below */
} Exception;

static inline Exception *as_exception(Ref v) { return (Exception *)object_of(v); }
static inline bool is_exception(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_EXCEPTION; }
static inline bool is_exception_group(Ref exception) {
    return type_is_subtype(type_of(exception), &type_BaseExceptionGroup);
}
/* Whether an exception is an instance of a class or of one in a tuple: by the MRO alone, as CPython does. */
bool exception_matches(Ref exception, Ref type);

/* One step of a traceback: outermost frame first, linked inwards. */
typedef struct Traceback {
    Object head;
    Value next;           /* the traceback one call deeper, or NULL */
    Value frame;          /* frame object; this floor does not know more of it */
    Value code;           /* Code */
    uint32_t instruction; /* index of the instruction word: gives line and carets */
    uint32_t line;        /* line number, LINE_OF_CODE: what the code says of the instruction */
} Traceback;

#define LINE_OF_CODE UINT32_MAX
uint32_t traceback_line(const Traceback *step);

MUST_CHECK Value exception_new(Type *type, Ref args); /* type(*args) for a built-in exception type */
MUST_CHECK Value exception_new_of(Type *type, const Ref *args, size_t count); /* the same */
MUST_CHECK Value exception_new_1(Type *type, Ref argument);                   /* type(argument) */
/* What CPython makes of a class and a value, which may be NULL or None (no argument), the arguments as a tuple, or an
 * instance of the class (itself). May run Python code. */
MUST_CHECK Value exception_of(Ref type, Ref value);
/* Whether exception_new makes what a call of the type makes: nothing came between its layout and its __new__ and
 * __init__. */
bool exception_is_plain(const Type *type);
/* An attribute that the layout holds, borrowed; None when unset. */
static inline Ref exception_field_peek(Ref exception, int field) {
    Ref value = as_exception(exception)->fields[field];
    return value ? value : VALUE_NONE;
}
void exception_set_context(Ref exception, Ref context); /* breaks cycles as CPython does */
/* Puts a step for code at this instruction in front of the exception's traceback. frame (owned) is the step's. */
void exception_add_traceback(Ref exception, Ref code, uint32_t instruction, Value frame);

/* A group of the members in a list like group: made by its derive(), with its context, cause, traceback and notes. */
MUST_CHECK Value exception_group_derive(Ref group, Ref members);

#endif
