/* runtime/percent.h - the % operator of str, bytes and bytearray.
 *
 * Owns:      nothing.
 * Invariant: may run Python code: __str__, __repr__, __getitem__ and the like of the arguments.
 * Not here:  str.format (str_format.h), format specs (format.h).
 */
#ifndef OURO_PERCENT_H
#define OURO_PERCENT_H

#include "runtime/object.h"

MUST_CHECK Value percent_format(Ref format, Ref arguments);       /* str % arguments */
MUST_CHECK Value percent_format_bytes(Ref format, Ref arguments); /* bytes or bytearray % arguments: bytes */

#endif
