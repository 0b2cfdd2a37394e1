/* lexer/scan.h - what the parts of the lexer share.
 *
 * Owns:      nothing.
 * Invariant: scan_next ignores line structure: blank lines give NEWLINE too, and there is no INDENT or DEDENT.
 * Not here:  what others may use (lexer.h).
 */
#ifndef OURO_LEXER_SCAN_H
#define OURO_LEXER_SCAN_H

#include "lexer/lexer.h"

/* Reads a raw token: soft keywords by their spelling alone. False: diag is set. */
bool scan_next(Lexer *lexer, Token *token);

/* Place of a byte of the source; near the last place asked for it takes constant time. */
static inline Position scan_position(Lexer *lexer, const char *at) {
    const uint32_t *starts = lexer->source->line_starts;
    uint32_t offset = (uint32_t)(at - lexer->source->text), line = lexer->line;
    while (offset >= starts[line]) line++;
    while (offset < starts[line - 1]) line--;
    lexer->line = line;
    return (Position){line, offset - starts[line - 1]};
}

/* The f-string that is read; there is one. */
static inline FString *scan_fstring(Lexer *lexer) { return &lexer->fstrings[lexer->fstring_depth - 1]; }

/* True directly inside a replacement field of an f-string, in no other bracket. */
static inline bool scan_at_field(Lexer *lexer) {
    return lexer->fstring_depth > 0 && lexer->depth > scan_fstring(lexer)->depth &&
           lexer->brackets[lexer->depth - 1].field;
}

/* True for ASCII that can stand in an identifier. */
static inline bool scan_is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

#endif
