/* vm/function.h - Python functions and cells, and how a call binds arguments.
 *
 * Owns:      struct Function, struct Cell, binding to parameters and its errors.
 * Invariant: code, globals, name and qualname are always set.
 * Not here:  generators (generator.h), bound methods (runtime/method.h).
 */
#ifndef OURO_FUNCTION_H
#define OURO_FUNCTION_H

#include "vm/vm.h"

struct Function {
    Object head;
    Value code;        /* Code */
    Value globals;     /* dict */
    Value defaults;    /* tuple or NULL */
    Value kwdefaults;  /* dict or NULL */
    Value name;        /* str */
    Value qualname;    /* str */
    Value module;      /* or NULL */
    Value doc;         /* or NULL */
    Value annotations; /* dict, or tuple of names and values until asked for, or NULL */
    Value type_params; /* tuple or NULL */
    Value dict;        /* attributes, or NULL */
    Value closure;     /* tuple of cells or NULL; last: what dies with a function is looked at first */
};

typedef struct Cell {
    Object head;
    Value content; /* NULL: empty */
} Cell;

static inline Function *as_function(Ref v) { return (Function *)object_of(v); }
static inline bool is_function(Ref v) { return is_exact(v, &type_function); }
static inline Cell *as_cell(Ref v) { return (Cell *)object_of(v); }

Value function_new(Ref code, Ref globals);
/* Computes frame_words, once, before the first call. */
void code_prepare(Code *code);
Value cell_new_steal(Value content);

/* Binds a call to locals: args (count positional, then values for the names in keywords) are borrowed; fills all
 * local_count words at locals with owned references or NULL. False with CPython's TypeError; locals are released
 * then. */
MUST_CHECK bool function_bind(Function *function, const Ref *args, size_t count, Ref keywords, Value *locals);
/* bind_place.c: the same where the arguments stand: positional ones from args on, then the values of the names, owned.
 * They become the parameters and the stars; the other locals are not touched. False: nothing has happened, ask
 * function_bind. */
bool function_bind_in_place(Function *function, Value *args, size_t positional, const Ref *names, size_t named);
/* The default of parameter i, borrowed, or NULL. */
Ref function_default(const Function *function, const Code *code, uint32_t i);
/* The parameter that an interned name means, or -1. Positional-only ones do not count. */
int64_t code_parameter(const Code *code, Ref name);

#endif
