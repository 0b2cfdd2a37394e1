/* runtime/str_format.h - str.format and str.format_map.
 *
 * Owns:      the grammar of replacement fields.
 * Invariant: may run Python code: __format__, __getattr__, __getitem__ of the arguments.
 * Not here:  format specs (format.h), f-strings (the compiler).
 */
#ifndef OURO_STR_FORMAT_H
#define OURO_STR_FORMAT_H

#include "runtime/object.h"

/* args: a tuple, or NULL for format_map; mapping: the keywords, any mapping. */
MUST_CHECK Value str_format_fields(Ref format, Ref args, Ref mapping);

#endif
