/* vm/import_find.h - looking for modules, and running what was found.
 *
 * Owns:      the order: built-in modules, those compiled in that CPython has frozen, sys.path, the rest.
 * Invariant: looking runs no Python code.
 * Not here:  finders of programs in sys.meta_path (import.c).
 */
#ifndef OURO_IMPORT_FIND_H
#define OURO_IMPORT_FIND_H

#include "runtime/object.h"
#include "runtime/type.h"

/* Each gives the spec of the module with this absolute name. MISSING: it knows none. */
MUST_CHECK Lookup find_builtin(Ref name, Value *spec);
MUST_CHECK Lookup find_frozen(Ref name, Value *spec);
/* In sys.path, and behind it as if there were a folder with the standard library; or in a package's __path__. */
MUST_CHECK Lookup find_by_path(Ref name, Ref package_path, Value *spec);

Value find_last_part(Ref name); /* of a dotted name */
/* The module of a spec that one of these gave, in sys.modules and run. */
MUST_CHECK Value find_load(Ref name, Ref spec);
/* A module in C of this name, made ready and put into sys.modules. ImportError: there is none. */
MUST_CHECK Value find_native(Ref name);
/* Runs the body of a module in a namespace: what the loader's exec_module() does. */
MUST_CHECK bool find_run(Ref spec, Ref dict);

#endif
