/* runtime/dispatch.h - what stands in a class's slots when the special method is written in Python.
 *
 * Owns:      one function for each method of slots.def: it looks the method up on the type and calls it.
 * Invariant: a dispatch function is in a slot only while the MRO has a method for it.
 * Not here:  who puts it there (slots.c).
 */
#ifndef OURO_DISPATCH_H
#define OURO_DISPATCH_H

#include "runtime/type.h"

/* Rows that share a slot share its function. */
#define DISPATCH_UNARY(method) Value dispatch_##method(Ref self);
#define DISPATCH_BINARY(method) Value dispatch_##method(Ref self, Ref other);
#define DISPATCH_POWER(method) Value dispatch_##method(Ref self, Ref other);
#define DISPATCH_ITER DISPATCH_UNARY
#define DISPATCH_GETATTR DISPATCH_BINARY
#define DISPATCH_OTHER(method)
#define DISPATCH_TERNARY DISPATCH_OTHER
#define DISPATCH_TEST DISPATCH_OTHER
#define DISPATCH_HASH DISPATCH_OTHER
#define DISPATCH_COMPARE DISPATCH_OTHER
#define DISPATCH_CALL DISPATCH_OTHER
#define DISPATCH_NEXT DISPATCH_OTHER
#define DISPATCH_LEN DISPATCH_OTHER
#define DISPATCH_CONTAINS DISPATCH_OTHER
#define DISPATCH_SET DISPATCH_OTHER
#define DISPATCH_DELETE DISPATCH_OTHER
#define DISPATCH_HOOK DISPATCH_OTHER
#define DISPATCH_GET DISPATCH_OTHER
#define DISPATCH_INIT DISPATCH_OTHER
#define DISPATCH_NEW DISPATCH_OTHER
#define DISPATCH_FINALIZE DISPATCH_OTHER
#define SLOT(kind, method, slot, op, dispatch, signature, doc) DISPATCH_##kind(dispatch)
#include "runtime/slots.def"
#undef SLOT

Value dispatch_power(Ref self, Ref other, Ref modulus);
Lookup dispatch_bool(Ref self);
bool dispatch_hash(Ref self, int64_t *hash);
Value dispatch_compare(Ref self, Ref other, CompareOp op);
Ref dispatch_compare_name(CompareOp op); /* "__lt__" and so on: static str */
Value dispatch_call(Ref self, const Ref *args, size_t count, Ref keywords);
Lookup dispatch_next(Ref self, Value *item);
int64_t dispatch_len(Ref self);
Lookup dispatch_contains(Ref self, Ref item);
bool dispatch_setitem(Ref self, Ref key, Ref value);
bool dispatch_setattr(Ref self, Ref name, Ref value);
bool dispatch_set(Ref self, Ref instance, Ref value);
Value dispatch_get(Ref self, Ref instance, Ref owner);
bool dispatch_init(Ref self, const Ref *args, size_t count, Ref keywords);
Value dispatch_new(Ref type, const Ref *args, size_t count, Ref keywords);
void dispatch_del(Ref self);

/* True when an attribute that is there is found in the generic way, since __getattribute__ is object's; __getattr__ may
 * still answer for one that is not. Runs no Python code. */
bool type_finds_generically(Type *type);
/* The attribute of self's type, for getattr_try: as dispatch_getattr, MISSING instead of AttributeError. */
Lookup dispatch_getattr_try(Ref self, Ref name, Value *result);

#endif
