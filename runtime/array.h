/* runtime/array.h - array.array: items of one kind, stored as in C.
 *
 * Owns:      struct Array, and what its items are as Python values.
 * Invariant: the length in bytes is a multiple of format->size.
 * Not here:  storage (byte_storage.h), numbers to and from bits (memoryview_item.c), the module (lib/array_module.c).
 */
#ifndef OURO_ARRAY_H
#define OURO_ARRAY_H

#include "runtime/byte_storage.h"
#include "runtime/memoryview.h"

typedef struct Array {
    ByteArray bytes;          /* the items */
    const ItemFormat *format; /* how one is stored; its letter is the type code */
} Array;

static inline Array *as_array(Ref v) { return (Array *)object_of(v); }
static inline bool is_array(Ref v) { return type_native_base(type_of(v)) == &type_array; }
static inline bool array_is_text(Ref array) { return as_array(array)->format->letter >= 'u'; }
static inline bool array_is_float(Ref array) {
    return as_array(array)->format->letter == 'd' || as_array(array)->format->letter == 'f';
}
static inline size_t array_count(Ref array) {
    return as_bytearray(array)->length >> __builtin_ctz(as_array(array)->format->size);
}
static inline uint8_t *array_place(Ref array, size_t i) {
    return as_bytearray(array)->data + i * as_array(array)->format->size;
}

extern const char array_type_codes[15];
/* NULL with ValueError: no such type code. */
MUST_CHECK const ItemFormat *array_format(uint32_t letter);

MUST_CHECK Value array_new(Type *type, const ItemFormat *format, const void *data, size_t length); /* bytes */
MUST_CHECK Value array_get(Ref array, size_t i);
/* The bits of an item. False with TypeError, OverflowError. May run Python code. */
MUST_CHECK bool array_pack(Ref array, Ref value, uint64_t *bits);
MUST_CHECK bool array_append(Ref array, Ref value);
MUST_CHECK bool array_extend(Ref array, Ref items); /* an array, or an iterable */
/* The index of the first item in [start, stop) that equals value. Comparing may change the array. */
MUST_CHECK Lookup array_find(Ref array, Ref value, size_t start, size_t stop, size_t *index);

/* array_operators.c */
COLD bool array_raise_range(char letter, Ref value);       /* OverflowError: an int that does not fit */
COLD bool array_pack_text(Ref value, uint64_t *bits);      /* TypeError */
MUST_CHECK Value array_new_like(Ref array, size_t length); /* of the same kind, for so many bytes */
MUST_CHECK bool array_check_same_kind(Ref array, Ref other);
Value array_add(Ref self, Ref other);
Value array_add_in_place(Ref self, Ref other);
Value array_multiply(Ref self, Ref count);
Value array_multiply_reflected(Ref self, Ref other);
Value array_multiply_in_place(Ref self, Ref count);
Value array_compare(Ref self, Ref other, CompareOp op);
Value array_repr(Ref self);
Value array_new_slot(Ref type, const Ref *args, size_t count, Ref keywords);

/* array_methods.c */
extern const NativeDef array_methods[];
MUST_CHECK bool array_append_bytes(Ref array, Ref source); /* bytes-like; ValueError: not whole items */
MUST_CHECK bool array_append_text(Ref array, Ref text);    /* to an array of text */
MUST_CHECK Value array_text(Ref array);                    /* of an array of text. UnicodeDecodeError, ValueError */
MUST_CHECK Value array_list(Ref array);
void array_swap_bytes(Ref array);
int array_machine_format(const ItemFormat *format); /* the number of the kind of items in pickles */

#endif
