/* vm/import_spec.h - ModuleSpec and the loaders: what modules tell about where they came from.
 *
 * Owns:      struct ModuleSpec, SourceLoader, NamespacePath.
 * Invariant: every module that import made has a spec.
 * Not here:  looking for modules (import_find.h), importing them (import.h).
 */
#ifndef OURO_IMPORT_SPEC_H
#define OURO_IMPORT_SPEC_H

#include "runtime/instance.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/type.h"

typedef struct ModuleSpec {
    Object head;
    bool has_location; /* origin is the name of a file */
    bool initializing; /* the body of the module is running */
    Value name;        /* str */
    Value loader;      /* or None */
    Value origin;      /* str or None */
    Value search;      /* what becomes __path__, or None */
    Value state;       /* loader_state */
    Value cached;      /* str, None, or NULL: made of origin when asked for */
    Slots slots;
} ModuleSpec;

/* Reads Python text from files; also the loader of namespace packages, whose path is NULL. */
typedef struct SourceLoader {
    Object head;
    Value name; /* of the module */
    Value path; /* of the file, or NULL */
    Slots slots;
} SourceLoader;

static inline ModuleSpec *as_spec(Ref v) { return (ModuleSpec *)object_of(v); }
static inline bool is_spec(Ref v) { return is_exact(v, &type_module_spec); }

/* search: list or NULL. */
MUST_CHECK Value spec_new(Ref name, Ref loader, Ref origin, Ref search, bool has_location);
MUST_CHECK Value spec_parent(Ref name, bool package); /* __package__ */
MUST_CHECK Value spec_cached(Ref spec);               /* str or None */
Value source_loader_new(Ref name, Ref path);
Value namespace_loader_new(Ref name);
/* The iterable of folders in which a namespace package lies. */
Value namespace_path_new(Ref folders);
static inline Ref namespace_path_peek(Ref path) { return ((SourceLoader *)object_of(path))->name; }

/* Gives a module's dict what its spec says: __package__, __loader__, __path__, __file__ and so on. */
MUST_CHECK bool spec_describe(Ref spec, Ref dict);

#endif
