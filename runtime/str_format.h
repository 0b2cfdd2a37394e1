/* runtime/str_format.h - str.format and str.format_map.
 *
 * Owns:      the grammar of replacement fields.
 * Invariant: may run Python code: __format__, __getattr__, __getitem__ of the arguments.
 * Not here:  format specs (format.h), f-strings (the compiler).
 */
#ifndef OURO_STR_FORMAT_H
#define OURO_STR_FORMAT_H

#include "runtime/object.h"

Value py_str_format(const Ref *args);
Value str_format_positional(const Ref *args, size_t count); /* the format is the first */
Value py_str_format_map(const Ref *args);

#endif
