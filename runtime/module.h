/* runtime/module.h - the module type, and modules written in C.
 *
 * Owns:      struct Module, ModuleDef rows.
 * Invariant: dict is a dict with __name__.
 * Not here:  finding and importing (vm/import.h), the list of modules (lib/modules.def).
 */
#ifndef OURO_MODULE_H
#define OURO_MODULE_H

#include "runtime/native.h"

typedef struct Module {
    Object head;
    Value dict;    /* its namespace */
    bool built_in; /* made of a ModuleDef: repr says so */
} Module;

typedef struct ModuleDef {
    const char *name;           /* "math" */
    const char *doc;            /* or NULL */
    const NativeDef *functions; /* ends in a row of zeros; NULL: none */
    bool (*fill)(Ref dict);     /* adds constants and types; NULL: nothing to add. false: exception set */
} ModuleDef;

static inline Module *as_module(Ref v) { return (Module *)object_of(v); }
Value module_new(Ref name);
Value module_from_def(const ModuleDef *def); /* the filled module, NULL on failure */

#endif
