/* runtime/base/normal.h - the normal forms of Unicode.
 *
 * Owns:      the unpacked tables that make_normal.py writes at build time.
 * Invariant: text is what utf8_check accepts.
 * Not here:  which texts are brought into one (lexer/lexer.re: names).
 */
#ifndef OURO_NORMAL_H
#define OURO_NORMAL_H

#include <stddef.h>

typedef enum NormalForm {
    NORMAL_NFD = 0,
    NORMAL_NFC = 1,  /* bit 0: composed again */
    NORMAL_NFKD = 2, /* bit 1: characters that only look or behave differently are the same */
    NORMAL_NFKC = 3,
} NormalForm;

/* The text in that form, malloc'ed and NUL-terminated; *length: its bytes, before and after. NULL without memory. */
char *normal_form(NormalForm form, const char *text, size_t *length);

#endif
