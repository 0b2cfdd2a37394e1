/* runtime/bytes_methods.h - what the files that implement bytes and bytearray share.
 *
 * Owns:      the functions behind the rows of bytes_methods.def.
 * Invariant: args[0] is bytes or a bytearray; what a method makes is of the same kind.
 * Not here:  what other rooms use (bytes.h).
 */
#ifndef OURO_BYTES_METHODS_H
#define OURO_BYTES_METHODS_H

#include "runtime/bytes.h"
#include "runtime/iter.h"
#include "runtime/str_methods.h"

/* Methods of both types, and operators that differ in nothing but what they make. */
#define ROW(signature, function, doc, kind) Value function(const Ref *args);
#include "runtime/bytes_methods.def"
#undef ROW

/* New bytes, or a bytearray when self is one. */
Value bytes_like(Ref self, const void *data, size_t length);

Value bytes_binary_add(Ref self, Ref other);
Value bytes_binary_multiply(Ref self, Ref count);
Value bytes_reflected_multiply(Ref self, Ref other);
Value bytes_reflected_modulo(Ref self, Ref other);
Value bytes_binary_modulo(Ref self, Ref other);
Value bytes_compare(Ref self, Ref other, CompareOp op);
Lookup bytes_contains(Ref self, Ref item);
Value bytes_slice(Ref self, const uint8_t *data, SliceRange range); /* data: of self, range: within it */

/* Index of part in data[begin .. end), or -1. */
int64_t bytes_find(const uint8_t *data, size_t begin, size_t end, const uint8_t *part, size_t length);
int64_t bytes_rfind(const uint8_t *data, size_t begin, size_t end, const uint8_t *part, size_t length);

#endif
