/* runtime/class_layout.h - how instances of a class are laid out: base, __slots__, attributes.
 *
 * Owns:      struct Layout; what __slots__ means.
 * Invariant: the layout of a class begins with that of its base.
 * Not here:  shapes (instance.h), the rest of making a class (class_new.c).
 */
#ifndef OURO_CLASS_LAYOUT_H
#define OURO_CLASS_LAYOUT_H

#include "runtime/type.h"

typedef struct Layout {
    Type *base;       /* gives the layout */
    Value slot_names; /* tuple of str, sorted, or NULL */
    bool has_dict;    /* the class adds __dict__ */
    bool has_weakref; /* the class adds __weakref__ */
} Layout;

/* The base whose layout instances extend; NULL with TypeError. */
Type *layout_best_base(Ref bases);
/* True when methods of other, found along an MRO, can work on instances of type. */
bool layout_includes(Type *type, Type *other);
/* True when instances of old can become instances of new; else TypeError that names the attribute assigned to. */
MUST_CHECK bool layout_check_same(const Type *old, const Type *new, const char *attribute);
/* Reads __slots__ in the namespace dict of a class with this name. The caller releases slot_names, also on failure. */
MUST_CHECK bool layout_plan(Layout *layout, Ref name, Ref bases, Ref dict);
/* Sets flags, size and the functions that walk an instance, from the bases. */
void layout_inherit(Class *class, const Layout *layout, Ref bases);
/* When the MRO is known: where attributes stand and how much room an instance has for them. */
void layout_place_attributes(Class *class, const Layout *layout);

#endif
