/* runtime/type_type.h - the type `type`: what calling a class does, its attributes.
 *
 * Owns:      making and initialising of instances, __name__, __bases__ and their kind.
 * Invariant: the static types' attributes cannot be set.
 * Not here:  making of classes (class_new.c), look-up (type.c).
 */
#ifndef OURO_TYPE_TYPE_H
#define OURO_TYPE_TYPE_H

#include "runtime/type.h"

/* What type_call does first and second. */
MUST_CHECK Value type_create(Type *type, const Ref *args, size_t count, Ref keywords);
/* The same by the signature of native, which is type or its first base in C. */
MUST_CHECK Value type_construct(Type *type, const Type *native, const Ref *args, size_t count, Ref keywords);
/* The keywords that owner's __init__ is to see of those a call of a class derived from it has (NULL: none). */
Ref type_init_keywords(const Type *type, const Type *owner, Ref keywords);
MUST_CHECK bool type_initialize(Ref self, const Ref *args, size_t count, Ref keywords);
/* object's make: an instance of a class whose layout base is object. TypeError for abstract classes. */
MUST_CHECK Value object_make(Type *type);

/* class_new.c: sets __name__; notes a class with one of its bases, and strikes it out again. */
MUST_CHECK bool class_set_name(Class *class, Ref name);
/* Lets errors name a class with its module in front, as they name classes of C ("array.array"). */
MUST_CHECK bool class_name_in_full(Class *class, Ref module);
MUST_CHECK bool type_register_subclass(Type *base, Type *type);
void type_forget_subclass(Type *base, Type *type);

/* class_bases.c: what an assignment to __bases__ does. */
MUST_CHECK bool class_set_bases(Class *class, Ref bases);
/* A list of the living subclasses. */
MUST_CHECK Value type_subclasses(Type *type);

/* isinstance and issubclass without hooks (protocol_instance.c). */
MUST_CHECK Lookup type_real_instance(Ref self, Ref class);
/* The rest of it, when self's type is not derived from class: what self's __class__ says. */
MUST_CHECK Lookup type_claimed_instance(Ref self, Ref class);
MUST_CHECK Lookup type_real_subclass(Ref type, Ref class);

#endif
