/* runtime/digit_text.h - the text that int(), float() and complex() read.
 *
 * Owns:      an ASCII copy of a str whose digits are not ASCII.
 * Invariant: text stands until digit_text_done; blanks at both ends are cut off.
 * Not here:  reading (int_text.c, base/number.h).
 */
#ifndef OURO_DIGIT_TEXT_H
#define OURO_DIGIT_TEXT_H

#include "runtime/object.h"

typedef struct DigitText {
    const char *text;  /* ASCII, not ended by a NUL; a character that belongs to no number is '?' */
    size_t length;     /* bytes */
    char *owned;       /* raw block to free, or NULL */
    size_t owned_size; /* bytes of it */
} DigitText;

/* Makes ASCII of a str: Unicode decimal digits and spaces become ASCII ones. False with MemoryError. */
MUST_CHECK bool digit_text(Ref str, DigitText *text);
/* The same for bytes, which are taken as they are. */
void digit_text_of_bytes(const char *bytes, size_t length, DigitText *text);
void digit_text_done(DigitText *text);

#endif
