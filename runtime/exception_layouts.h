/* runtime/exception_layouts.h - what arguments the kinds of built-in exceptions take, and their attributes.
 *
 * Owns:      nothing; it joins exception.c with the files of the layouts.
 * Invariant: each layout named in exceptions.def has a fill function here, and where it has attributes, a getset table.
 * Not here:  what other code may call (exception.h).
 */
#ifndef OURO_EXCEPTION_LAYOUTS_H
#define OURO_EXCEPTION_LAYOUTS_H

#include "runtime/exception.h"
#include "runtime/native.h"

/* __init__: takes over the arguments. args is a tuple, keywords a dict or NULL when there are none. */
typedef bool (*Fill)(Exception *e, Ref args, Ref keywords);

bool fill_base(Exception *e, Ref args, Ref keywords);
bool fill_attribute(Exception *e, Ref args, Ref keywords);
bool fill_decode(Exception *e, Ref args, Ref keywords);
bool fill_encode(Exception *e, Ref args, Ref keywords);
bool fill_exit(Exception *e, Ref args, Ref keywords);
bool fill_group(Exception *e, Ref args, Ref keywords);
bool fill_import(Exception *e, Ref args, Ref keywords);
bool fill_name(Exception *e, Ref args, Ref keywords);
bool fill_os(Exception *e, Ref args, Ref keywords);
bool fill_stop(Exception *e, Ref args, Ref keywords);
bool fill_syntax(Exception *e, Ref args, Ref keywords);
bool fill_translate(Exception *e, Ref args, Ref keywords);

Value str_attribute(Ref self);
Value str_base(Ref self);
Value str_decode(Ref self);
Value str_encode(Ref self);
Value str_group(Ref self);
Value str_import(Ref self);
Value str_key(Ref self);
Value str_name(Ref self);
Value str_os(Ref self);
Value str_syntax(Ref self);
Value str_translate(Ref self);

extern const GetSetDef base_getsets[], attribute_getsets[], decode_getsets[], exit_getsets[], group_getsets[],
    import_getsets[], name_getsets[], os_getsets[], stop_getsets[], syntax_getsets[], translate_getsets[];
extern const NativeDef base_methods[], group_methods[], import_methods[], attribute_methods[], os_methods[];

/* __new__ of the layouts that choose another class or check their arguments there; NULL: exception set. */
Value make_os(Type *type, Ref args, Ref keywords);
Value exception_group_make(Type *type, Ref args, Ref keywords);

/* An exception with these args, filled no further. */
Value exception_allocate(Type *type, Ref args);
/* The static type has a __new__ of its own, not only its base's: those without attributes and those about Unicode. */
bool exception_names_its_new(const Type *type);
/* The built-in type whose layout an exception type has. */
const Type *exception_layout_type(const Type *type);

/* TypeError when there are keywords. */
bool refuse_keywords(Ref self, Ref keywords);
/* Stores into a field; value NULL or None. */
static inline void field_set(Exception *e, int field, Ref value) {
    if (field >= e->field_count) e->field_count = (uint8_t)(field + 1);
    slot_set(&e->fields[field], value);
}
static inline Ref self_of(Exception *e) { return value_of(e); }

#endif
