/* runtime/doc.h - what help() says about functions, methods and attributes written in C.
 *
 * Owns:      the texts, which the build takes out of the sources (make_docs.py) and packs.
 * Invariant: a text stands in the sources as DOC("text") and has a key that no other has (the build checks it).
 * Not here:  what types and modules say, which a dict holds as soon as anything asks for it (type.h, module.h).
 */
#ifndef OURO_DOC_H
#define OURO_DOC_H

#include "runtime/value.h"

/* A text by its key, 0 for none: FNV-1 (http://www.isthe.com/chongo/tech/comp/fnv/) of its length and of 64 of its
 * characters, four at a time. The compiler works it out and leaves out the text. */
typedef uint32_t Doc;
#define DOC(text) DOC_MIX_ALL((uint32_t)sizeof(text) - 1, text, sizeof(text) - 1)

#define DOC_MIX_ALL(key, text, length)                                                                                 \
    DOC_MIX_16(DOC_MIX_16(DOC_MIX_16(DOC_MIX_16(key, text, length, 0), text, length, 16), text, length, 32), text,     \
               length, 48)
#define DOC_MIX_16(key, text, length, n)                                                                               \
    DOC_MIX(DOC_MIX(DOC_MIX(DOC_MIX(key, text, length, (n)), text, length, (n) + 4), text, length, (n) + 8), text,     \
            length, (n) + 12)
#define DOC_MIX(key, text, length, n)                                                                                  \
    ((key) * 0x01000193u ^ (DOC_BYTE(text, length, n) | DOC_BYTE(text, length, (n) + 1) << 8 |                         \
                            DOC_BYTE(text, length, (n) + 2) << 16 | DOC_BYTE(text, length, (n) + 3) << 24))
#define DOC_BYTE(text, length, n) ((uint32_t)(unsigned char)(text)[(length) * (n) / 64])

Value doc_text(Doc doc); /* str or None */

#endif
