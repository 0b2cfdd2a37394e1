/* vm/import.h - finding, loading and caching modules.
 *
 * Owns:      the order: sys.modules, built-in modules, modules compiled into the binary, sys.path.
 * Invariant: a module is in sys.modules while its body runs, and removed again when the body fails.
 * Not here:  which built-in modules there are (lib/modules.def), the instructions (interp/import_ops.c).
 */
#ifndef OURO_IMPORT_H
#define OURO_IMPORT_H

#include "runtime/value.h"

/* import name / from name import names: calls builtins.__import__ when a program replaced it. names: tuple or None;
 * level: int. New reference to what the statement binds. */
MUST_CHECK Value import_statement(Ref globals, Ref name, Ref names, Ref level);
/* module.name, or the submodule of that name; ImportError. */
MUST_CHECK Value import_from(Ref module, Ref name);
MUST_CHECK bool import_star(Ref module, Ref namespace);
/* What __import__ does. names may be None. */
MUST_CHECK Value import_module_level(Ref globals, Ref name, Ref names, int64_t level);
/* The module with this absolute name ("a.b"), imported with its parents when needed. */
MUST_CHECK Value import_absolute(Ref name);

/* Where built-in modules and compiled-in Python modules come from: set by lib/ at start-up. */
typedef struct ImportSources {
    const struct ModuleDef *const *natives;                /* ends in NULL */
    bool (*bundled)(const char *name, bool *is_package);   /* whether a Python module is in the binary */
    Value (*bundled_code)(const char *name, Ref filename); /* its code object; NULL: exception set */
} ImportSources;
void import_set_sources(const ImportSources *sources);

#endif
