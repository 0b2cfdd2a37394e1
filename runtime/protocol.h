/* runtime/protocol.h - what operators and built-in functions do with any value.
 *
 * Owns:      the choice of slot: left operand, reflected, in-place, fallbacks, and the errors when there is none.
 * Invariant: everything here may run Python code unless it says otherwise.
 * Not here:  what a type does (its file).
 */
#ifndef OURO_PROTOCOL_H
#define OURO_PROTOCOL_H

#include "runtime/error.h"
#include "runtime/type.h"

/* Calls. args are borrowed; the caller owns them for the duration. */
MUST_CHECK Value call(Ref callable, const Ref *args, size_t count, Ref keywords); /* keywords: tuple of names or NULL */
MUST_CHECK Value call_0(Ref callable);
MUST_CHECK Value call_1(Ref callable, Ref a);
MUST_CHECK Value call_2(Ref callable, Ref a, Ref b);
MUST_CHECK Value call_method(Ref self, Ref name, const Ref *args, size_t count); /* self.name(*args) */
/* callable(*args, **keywords), keywords a dict. TypeError unless it can be called and its keys are text. */
MUST_CHECK Value call_with_dict(Ref callable, const Ref *args, size_t count, Ref keywords);
/* What such a call passes, in a new tuple, and a new one of the names. TypeError as there, MemoryError. */
MUST_CHECK Value spread_arguments(Ref callable, const Ref *args, size_t count, Ref keywords, Value *names);
/* A new tuple of the keys, and at values, which has room, a new reference to the value of each. Errors as there. */
MUST_CHECK Value spread_keywords(Ref callable, Ref keywords, Value *values);
/* callable(first, *args): first is put in front of the arguments. */
MUST_CHECK Value call_with_first(Ref callable, Ref first, const Ref *args, size_t count, Ref keywords);
/* What looking attr up on args[0]'s type found, called as a method of args[0]: without making a bound method where attr
 * is a function or a native. Keeps attr alive meanwhile. */
MUST_CHECK Value call_attribute(Ref attr, const Ref *args, size_t count, Ref keywords);
/* The same, self apart from args. */
MUST_CHECK Value call_attribute_with(Ref attr, Ref self, const Ref *args, size_t count, Ref keywords);
/* The special method of self's type bound to nothing: result of type(self).name(self, *args). MISSING when the type has
 * none; never looks at the instance. */
MUST_CHECK Lookup call_special(Ref self, Ref name, const Ref *args, size_t count, Value *result);

/* Operators. */
MUST_CHECK Value binary_op(BinaryOp op, Ref a, Ref b);
/* A Python function that implements an operator. */
typedef struct OperatorFunction {
    Ref function;  /* borrowed; NULL: there is none */
    bool of_right; /* the right operand's: called with that in front */
} OperatorFunction;
/* What binary_op (inplace_op) would call first, when that is a Python function. */
OperatorFunction binary_function_peek(BinaryOp op, bool inplace, Ref a, Ref b);
/* After that function's NotImplemented, which was of_right: what binary_op (inplace_op) answers. */
MUST_CHECK Value binary_go_on(BinaryOp op, bool inplace, Ref a, Ref b, bool of_right);
MUST_CHECK Value inplace_op(BinaryOp op, Ref a, Ref b);
MUST_CHECK Value power_mod(Ref a, Ref b, Ref modulus);
MUST_CHECK Value negative(Ref a);
MUST_CHECK Value positive(Ref a);
MUST_CHECK Value invert(Ref a);
MUST_CHECK Value absolute(Ref a);
MUST_CHECK Value compare(CompareOp op, Ref a, Ref b);
/* The order of two exact tuples of plain numbers, strings and such tuples. False: something else has to be asked. */
bool tuples_compare_plainly(Ref a, Ref b, int *order);
/* The Python function of a's class that compare would ask first, borrowed; NULL: use compare. */
Ref compare_function_peek(CompareOp op, Ref a, Ref b);
/* After that function's NotImplemented: what compare answers. */
MUST_CHECK Value compare_go_on(CompareOp op, Ref a, Ref b);
MUST_CHECK Lookup compare_test(CompareOp op, Ref a, Ref b); /* truth of compare */
MUST_CHECK Lookup equal(Ref a, Ref b);                      /* identity first, as containers do */
MUST_CHECK Lookup truth(Ref a);
MUST_CHECK bool hash_of(Ref a, int64_t *hash);

/* Attributes and items. */
MUST_CHECK bool check_attribute_name(Ref name); /* TypeError: it is no str */
MUST_CHECK Value getattr(Ref self, Ref name);
MUST_CHECK Lookup getattr_try(Ref self, Ref name, Value *result); /* MISSING instead of AttributeError */
Value getattr_failed(Ref self, Ref name);               /* gives an AttributeError what it was about; returns NULL */
MUST_CHECK bool setattr(Ref self, Ref name, Ref value); /* value NULL deletes */
MUST_CHECK Value getitem(Ref self, Ref key);
MUST_CHECK bool setitem(Ref self, Ref key, Ref value); /* value NULL deletes */
MUST_CHECK Lookup contains(Ref self, Ref item);
MUST_CHECK int64_t length_of(Ref self); /* -1: failed */
/* __len__ or __length_hint__, else fallback; -1: failed. */
MUST_CHECK int64_t length_hint(Ref self, int64_t fallback);

/* Iteration. */
MUST_CHECK Value iterate(Ref self);                        /* iter(self) */
bool type_is_iterable(const Type *type);                   /* iterate() takes its instances */
MUST_CHECK Lookup iterate_next(Ref iterator, Value *item); /* MISSING: exhausted, StopIteration swallowed */
/* What a slot's FAILED is to who asks for the next item: MISSING when StopIteration is set, which is cleared. */
MUST_CHECK COLD Lookup iterate_failed(void);
MUST_CHECK Value list_of(Ref iterable); /* list(iterable) */
MUST_CHECK Value tuple_of(Ref iterable);

/* Text. Results are str. */
MUST_CHECK Value repr_of(Ref self);
MUST_CHECK Value repr_of_item(Ref item); /* the same for one of many: Ctrl-C is heard in between */
MUST_CHECK Value str_of(Ref self);
MUST_CHECK Value ascii_of(Ref self);
MUST_CHECK Value format_value(Ref self, Ref spec); /* format(self, spec); spec NULL: "" */

/* Conversions. */
MUST_CHECK Value index_of(Ref self); /* __index__: an int */
/* DeprecationWarning: method (of owner, when one is given) answered an instance of a strict subclass of kind. */
COLD MUST_CHECK bool warn_strict_subclass(Ref owner, const char *method, Ref result, const char *kind);
MUST_CHECK bool index_as_int64(Ref self, int64_t *result, Type *overflow); /* overflow: exception type, NULL: clamp */
MUST_CHECK Lookup is_instance(Ref self, Ref type_or_tuple);                /* isinstance with all its hooks */
MUST_CHECK Lookup is_subclass(Ref type, Ref type_or_tuple);

#endif
