/* runtime/base/unpack.h - what is rarely read stands packed in the program: the library, names of characters.
 *
 * Owns:      unpacking.
 * Invariant: the bytes are what pack.py wrote when Ouro was built, so nothing is checked.
 * Not here:  packing (pack.py).
 */
#ifndef OURO_UNPACK_H
#define OURO_UNPACK_H

#include <stddef.h>

/* The first length bytes of what was packed and a NUL: malloc'ed, NULL without memory. */
char *unpack(const char *packed, size_t length);

/* The same, unpacked the first time and kept until the process ends. Any thread may ask. */
typedef char *_Atomic UnpackOnce;
const char *unpack_once(UnpackOnce *known, const char *packed, size_t length);

/* What many texts were packed behind (pack.py), so that each finds its words there. */
typedef struct UnpackPhrases {
    const char *text;
    size_t length; /* bytes */
} UnpackPhrases;

/* The length bytes behind the first skip bytes of what was packed behind phrases, and a NUL: malloc'ed, NULL without
 * memory. */
char *unpack_behind(UnpackPhrases phrases, const char *packed, size_t skip, size_t length);

#endif
