/* lib/struct_sequence.h - tuples whose items also have names: sys.version_info, os.stat_result, time.struct_time.
 *
 * Owns:      making them, their repr, the getters of their items.
 * Invariant: a type's getsets begin with one row per item, in order; items behind the count are reached by name only.
 * Not here:  collections.namedtuple (lib/py).
 */
#ifndef OURO_STRUCT_SEQUENCE_H
#define OURO_STRUCT_SEQUENCE_H

#include "runtime/native.h"
#include "runtime/tuple.h"

/* An instance of type with count items, of which the first visible ones make the tuple. Takes each item, even when it
 * fails (NULL: an exception is set, as when an item is NULL). */
MUST_CHECK Value struct_sequence_steal(Type *type, Value *items, size_t count, size_t visible);
Value struct_sequence_repr(Ref self);
void struct_sequence_traverse(Ref self, Visit visit, void *context);
void struct_sequence_dispose(Ref self);

/* Getters of items 0 to 25, for the rows of getsets. */
#define STRUCT_FIELDS(F)                                                                                               \
    F(0)                                                                                                               \
    F(1)                                                                                                               \
    F(2)                                                                                                               \
    F(3)                                                                                                               \
    F(4)                                                                                                               \
    F(5)                                                                                                               \
    F(6) F(7) F(8) F(9) F(10) F(11) F(12) F(13) F(14) F(15) F(16) F(17) F(18) F(19) F(20) F(21) F(22) F(23) F(24) F(25)
#define STRUCT_GETTER(n) Value struct_sequence_get_##n(Ref self);
STRUCT_FIELDS(STRUCT_GETTER)
#undef STRUCT_GETTER

/* Behind the rows of fields: how many items the tuple has, how many there are, and the names for class patterns. */
#define STRUCT_SHAPE(visible, fields)                                                                                  \
    {.name = "n_sequence_fields", .get = struct_sequence_number_0, .constant = true, .number = visible},               \
        {.name = "n_fields", .get = struct_sequence_number_1, .constant = true, .number = fields},                     \
        {.name = "n_unnamed_fields", .get = struct_sequence_unnamed, .constant = true},                                \
        {.name = "__match_args__", .get = struct_sequence_match_args, .constant = true}, {0}
Value struct_sequence_number_0(Ref type);
Value struct_sequence_number_1(Ref type);
Value struct_sequence_unnamed(Ref type);
Value struct_sequence_match_args(Ref type);
extern const NativeDef struct_sequence_methods[];
/* type(sequence, named): the dict has items that the sequence has not. TypeError when the length is wrong. */
extern const NativeDef struct_sequence_construct;

/* A row: FIELD(0, "major", "Major release number.") */
#define STRUCT_FIELD(index, name_, doc_)                                                                               \
    {.name = name_, .get = struct_sequence_get_##index, .doc = doc_, .member = true}

#define STRUCT_FLAGS (TYPE_CONTAINER | TYPE_TUPLE | TYPE_SEQUENCE | TYPE_FINAL)
/* More initialisers for one whose instances only the runtime makes. */
#define STRUCT_NO_NEW .flags = STRUCT_FLAGS | TYPE_NO_NEW | TYPE_MODULE_APART, .construct = NULL

/* The definition of such a type, to be followed by more initialisers or nothing:
 * Type type_x = { STRUCT_SEQUENCE(x, "module", "name", getsets) }; */
#define STRUCT_SEQUENCE(name_, module_, text, getsets_)                                                                \
    STRUCT_SEQUENCE_NAMED(name_, module_, module_ "." text, getsets_)
#define STRUCT_SEQUENCE_NAMED(name_, module_, text, getsets_)                                                          \
    TYPE_HEAD(name_), TUPLE_SLOTS, .name = text, .module = module_, .base = &type_tuple, .flags = STRUCT_FLAGS,        \
        .size = sizeof(StructSequence), .traverse = struct_sequence_traverse, .dispose = struct_sequence_dispose,      \
        .repr = struct_sequence_repr, .construct = &struct_sequence_construct, .methods = struct_sequence_methods,     \
        .getsets = getsets_

typedef struct StructSequence {
    Tuple tuple;   /* its items are raw storage, as in any instance of a subclass */
    size_t hidden; /* items behind these, reached by name */
} StructSequence;

#endif
