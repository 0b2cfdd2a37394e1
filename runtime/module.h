/* runtime/module.h - the module type, and modules written in C.
 *
 * Owns:      struct Module, ModuleDef rows.
 * Invariant: dict is a dict with __name__. While late is set it lacks names that the tables of late have: look with
 *            module_peek, or call module_complete before others see dict.
 * Not here:  finding and importing (vm/import.h), the list of modules (lib/modules.def).
 */
#ifndef OURO_MODULE_H
#define OURO_MODULE_H

#include "runtime/native.h"

typedef struct Module {
    Object head;
    Value dict;                   /* its namespace */
    const struct ModuleDef *late; /* what makes names that dict does not have yet; NULL: it has all of them */
    bool built_in;                /* made of a ModuleDef: repr says so */
} Module;

/* A value that is made when a program asks for it. */
typedef struct LateDef {
    const char *name;
    Value (*make)(const char *name); /* NULL: it is what follows */
    const char *text;                /* of a str; NULL: value */
    Ref value;                       /* immortal */
} LateDef;

typedef struct ModuleDef {
    const char *name;             /* "math" */
    const char *doc;              /* or NULL */
    const NativeDef *functions;   /* ends in a row of zeros; NULL: none */
    bool (*fill)(Ref dict);       /* adds at once what others look for in dict; NULL: nothing. false: exception set */
    const NativeDef *const *more; /* more tables of functions, ends in NULL; NULL: none */
    Type *const *types;           /* types that are known by their own names, ends in NULL; NULL: none */
    const LateDef *late;          /* ends in a row of zeros; NULL: none */
} ModuleDef;

static inline Module *as_module(Ref v) { return (Module *)object_of(v); }
Value module_new(Ref name);
/* The module, NULL on failure. Functions, types and late rows are made when they are asked for. */
Value module_from_def(const ModuleDef *def);
/* What the module has under name (made now if it is late), borrowed, or NULL (no exception). */
Ref module_peek(Ref module, Ref name);
Ref module_peek_text(Ref module, const char *name); /* module NULL: nothing */
/* Attributes as programs see them. module_getattr_try raises nothing when there is none. */
Value module_getattr(Ref self, Ref name);
Lookup module_getattr_try(Ref self, Ref name, Value *result);
/* Makes all that is late: others will see the dict. */
void module_complete(Ref module);
Value module_dict(Ref module); /* complete, a new reference */
/* Empties the dict for good. */
void module_clear(Ref module);

#endif
