/* lib/struct_module.h - what of the module _struct is called with positional arguments.
 *
 * Owns:      nothing.
 * Invariant: none.
 * Not here:  the others (struct_module.c).
 */
#ifndef OURO_STRUCT_MODULE_H
#define OURO_STRUCT_MODULE_H

#include "runtime/native.h"

Value py_pack(const Ref *args);
Value py_pack_into(const Ref *args);
Value py_struct_pack(const Ref *args);
/* The same without a tuple, as native_positional does it. */
Value struct_pack_positional(const Ref *args, size_t count);
Value struct_pack_into_positional(const Ref *args, size_t count);
Value struct_pack_of(const Ref *args, size_t count); /* a Struct in front */

#endif
