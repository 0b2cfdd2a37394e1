/* vm/interp/call.h - what the files about calls share.
 *
 * Owns:      the way from one kind of callable to the next: parts of the CALL instructions, which end in each other.
 * Invariant: below the arguments stand the callable and its self, or NULL; a part that goes on to another has left them
 *            so.
 * Not here:  frames (enter.h), binding by name (vm/bind.c).
 *
 * Cache words of CALL and CALL_METHOD: [1] version of a class, [2,3] its Python __init__, or the Signature by which a
 * static type makes its instances. Of CALL_KW: call_keywords.c.
 */
#ifndef OURO_CALL_H
#define OURO_CALL_H

#include "runtime/exception.h"
#include "vm/interp/enter.h"

enum { CALL_WORDS = 4, CALL_KW_WORDS = 9 };

OP_PART(call_native_function); /* call_native.c: a callable without self that is no Python function */
OP_PART(call_native_method);   /* the same after LOAD_METHOD */
OP_PART(call_native);          /* any callable in C */
OP_PART(call_static_type);     /* a type in C */
OP_PART(call_object);          /* call.c: a callable without self that is neither a Python function nor one in C */
OP_PART(call_other);           /* call.c: what needs more than a frame in place */
OP_PART(call_any);             /* anything */
OP_PART(call_bound);           /* call_keywords.c: a Python function, by binding its arguments */
OP_PART(call_init_bound);      /* a class with a Python __init__, which is cached, by binding its arguments */

/* The __init__ of a class, borrowed, when it is a Python function and __new__ is object's or an exception's, or
 * NULL. */
Ref type_python_init(Type *type);
/* What that __new__ makes of the arguments, positional ones and the values of the names in a tuple or NULL. */
Value new_instance(Type *type, Value const *args, size_t count, Ref names);

/* Exceptions that exception_new_of makes. */
static inline bool is_plain_exception(const Type *type) {
    return type->flags & TYPE_EXCEPTION && (!(type->flags & TYPE_HEAP) || exception_is_plain(type));
}

/* Replaces callable, self and count arguments below sp by result, which may be NULL. */
#define FINISH_CALL(count, result)                                                                                     \
    do {                                                                                                               \
        Value result_ = (result);                                                                                      \
        if (UNLIKELY(!result_)) ERROR();                                                                               \
        for (uint32_t n_ = (count); n_ > 0; n_--) release_maybe(*--sp);                                                \
        release_maybe(*--sp);                                                                                          \
        release(*--sp);                                                                                                \
        *sp++ = result_;                                                                                               \
        NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);                                                                        \
    } while (0)

#endif
