/* runtime/str_format.h - str.format and str.format_map.
 *
 * Owns:      nothing.
 * Invariant: may run Python code: __format__, __getattr__, __getitem__ of the arguments.
 * Not here:  format specs (format.h), f-strings (the compiler).
 */
#ifndef OURO_STR_FORMAT_H
#define OURO_STR_FORMAT_H

#include "runtime/object.h"

/* args: a tuple, or NULL for format_map; mapping: the keywords, any mapping. */
MUST_CHECK Value str_format_fields(Ref format, Ref args, Ref mapping);

/* The fields of a format string, one by one, for string.Formatter. */
MUST_CHECK Value str_formatter_parser(Ref format);     /* iterator of (literal, name, spec, conversion) */
MUST_CHECK Value str_formatter_field_name(Ref name);   /* (first, iterator of (is_attribute, key)) */

#endif
