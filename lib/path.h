/* lib/path.h - file names between Python and the system.
 *
 * Owns:      the conversion: UTF-8, bytes that are none pass as lone surrogates (surrogateescape).
 * Invariant: what path_decode made, path_encode turns back into the same bytes.
 * Not here:  os.path (lib/py), opening (io_open.c).
 */
#ifndef OURO_PATH_H
#define OURO_PATH_H

#include "runtime/value.h"

/* A name as the system gave it, as str. */
MUST_CHECK Value path_decode(const char *name);
/* What os.fspath answers: str and bytes themselves, otherwise the result of __fspath__. */
MUST_CHECK Value path_fspath(Ref path);
/* The bytes (a bytes object, its data ends in a NUL) that name a str, bytes or os.PathLike to the system. ValueError
 * for one with a NUL inside. */
MUST_CHECK Value path_encode(Ref path);
/* What os.path.normpath answers for a str: without double slashes, "." and "x/..". MemoryError. */
MUST_CHECK Value path_normalise(Ref path);
/* Warns when a descriptor is given as True or False; false: that was made an exception. */
MUST_CHECK bool path_check_number(Ref fd);

#endif
