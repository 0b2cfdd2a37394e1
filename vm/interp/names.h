/* vm/interp/names.h - look-up of names in namespaces.
 *
 * Owns:      the order globals, builtins, and the errors when a name is in neither.
 * Invariant: a cache is filled only when its versions guard the entry that it points to.
 * Not here:  the instructions (load_store.c).
 */
#ifndef OURO_NAMES_H
#define OURO_NAMES_H

#include "vm/vm.h"

/* What the builtins that code with these globals sees, globals["__builtins__"] (a module or any mapping) or the
 * runtime's, have under name. */
MUST_CHECK Lookup builtins_get(Vm *vm, Ref globals, Ref name, Value *value);
/* Where a function with these globals finds built-in names: what is there as __builtins__, a module's dict for the
 * module. New reference. */
Value builtins_of(Ref globals);
/* Puts the module builtins there as __builtins__. */
void builtins_show(Ref globals);
/* New reference, or NULL with NameError. cache (or NULL): four words as LOAD_GLOBAL has them. */
MUST_CHECK Value name_load_global(Vm *vm, Ref globals, Ref name, uint32_t *cache);
/* namespace[name] of a dict or any mapping: MISSING instead of KeyError. */
MUST_CHECK Lookup namespace_get(Ref namespace, Ref name, Value *value);
/* del name: false with NameError. */
MUST_CHECK bool name_delete(Ref namespace, Ref name);
/* Makes __annotations__ unless it is there. */
MUST_CHECK bool namespace_setup_annotations(Ref namespace);
/* Puts the name into the NameError that was just raised. */
void name_keep_missing(Ref name);
/* True when the local is bound; false with UnboundLocalError. */
MUST_CHECK bool local_check(Vm *vm, uint32_t index);

#endif
