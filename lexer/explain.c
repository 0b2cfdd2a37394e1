/* lexer/explain.c - why a text is no token: the cold half of the lexer.
 *
 * Owns:      the words of the tokenizer's errors, which are CPython 3.13's.
 * Invariant: see explain.h.
 * Not here:  the rules (lexer.re), indentation errors (layout.c), what literals mean (literal.h).
 */
#include "lexer/explain.h"

#include <string.h>

#include "lexer/literal.h"
#include "lexer/scan.h"
#include "runtime/base/ucd.h"
#include "runtime/base/utf8.h"

static Span span_at(Lexer *lexer, const char *at) {
    Position place = scan_position(lexer, at);
    return (Span){place, place};
}

int explain_at(Lexer *lexer, const char *at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_format_list(lexer->arena, format, arguments);
    va_end(arguments);
    diag_set(lexer->diag, DIAG_TOKEN, span_at(lexer, at), "%s", message);
    return SCAN_FAILED;
}

/* ---- strings ---- */

/* Line of a place, the end of the text being on its last line. */
static uint32_t line_of(Lexer *lexer, const char *at) {
    uint32_t line = scan_position(lexer, at).line;
    return line > lexer->source->line_count ? lexer->source->line_count : line;
}

static bool has_escaped_quote(const char *text, const char *end, char quote) {
    for (; text < end; text++)
        if (*text == '\\' && *++text == quote) return true;
    return false;
}

int explain_string(Lexer *lexer, const char *end) {
    const char *quote = lexer->begin;
    while (*quote != '\'' && *quote != '"') quote++;
    bool triple = quote[1] == *quote && quote[2] == *quote;
    if (lexer->fstring_depth > 0) {
        /* A quote that would end the f-string around it is what comes after a forgotten brace. */
        const FString *around = scan_fstring(lexer);
        if (around->quote == *quote && around->quotes == (triple ? 3 : 1))
            return explain_at(lexer, lexer->begin, "f-string: expecting '}'");
    }
    /* Without three quotes only an escaped newline lets a string reach the end. */
    lexer->diag->incomplete = *end == '\0' && !diag_failed(lexer->diag);
    if (triple) {
        return explain_at(lexer, lexer->begin, "unterminated triple-quoted string literal (detected at line %u)",
                          line_of(lexer, end));
    }
    return explain_at(lexer, lexer->begin, "unterminated string literal (detected at line %u)%s", line_of(lexer, end),
                      has_escaped_quote(quote, end, *quote) ? "; perhaps you escaped the end quote?" : "");
}

int explain_fstring(Lexer *lexer, const char *end) {
    const FString *string = scan_fstring(lexer);
    bool triple = string->quotes == 3;
    lexer->diag->incomplete = *end == '\0' && !diag_failed(lexer->diag);
    diag_set(lexer->diag, DIAG_TOKEN, (Span){string->begin, string->begin},
             "unterminated %sf-string literal (detected at line %u)", triple ? "triple-quoted " : "",
             line_of(lexer, end));
    return SCAN_FAILED;
}

/* ---- numbers: https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_digit_of(char c, int base) {
    if (base == 16) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return c >= '0' && c < '0' + base;
}

static bool bad_literal(Lexer *lexer, const char *at, const char *kind) {
    explain_at(lexer, at, "invalid %s literal", kind);
    return false;
}

/* Keywords that may follow a number in a valid program: `1if x else 2`. */
static bool keyword_follows(const char *text) {
    static const char *const keywords[] = {"and", "else", "for", "or", "not"};
    if (text[0] == 'i' && (text[1] == 'f' || text[1] == 'n' || text[1] == 's')) return true;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        size_t length = strlen(keywords[i]);
        if (strncmp(text, keywords[i], length) == 0)
            return !scan_is_word(text[length]) && (unsigned char)text[length] < 0x80;
    }
    return false;
}

/* A whole number ends at `end`: what follows must not make one word with it. */
static bool check_number_end(Lexer *lexer, const char *end, const char *kind) {
    if (keyword_follows(end)) {
        diag_warn(lexer->diag, span_at(lexer, end - 1), "invalid %s literal", kind);
        return true;
    }
    return scan_is_word(*end) ? bad_literal(lexer, end - 1, kind) : true;
}

static bool check_based_number(Lexer *lexer, int base, const char *kind) {
    const char *p = lexer->begin + 2;
    do {
        if (*p == '_') p++;
        if (!is_digit_of(*p, base) && !is_digit(*p)) return bad_literal(lexer, p - 1, kind);
        while (is_digit_of(*p, base)) p++;
        if (is_digit(*p)) {
            explain_at(lexer, p, "invalid digit '%c' in %s literal", *p, kind);
            return false;
        }
    } while (*p == '_');
    return check_number_end(lexer, p, kind);
}

/* Moves over digits and single underscores between them. */
static bool skip_digits(Lexer *lexer, const char **p) {
    for (;;) {
        while (is_digit(**p)) ++*p;
        if (**p != '_') return true;
        if (!is_digit(*++*p)) return bad_literal(lexer, *p - 1, "decimal");
    }
}

/* Moves over the zeros that an integer begins with. */
static bool skip_zeros(Lexer *lexer, const char **p) {
    for (; **p == '0' || **p == '_'; ++*p) {
        if (**p == '_' && !is_digit((*p)[1])) return bad_literal(lexer, *p, "decimal");
    }
    return true;
}

static bool check_decimal_number(Lexer *lexer) {
    const char *p = lexer->begin, *zeros_end = p;
    if (*p == '0') {
        if (!skip_zeros(lexer, &p)) return false;
        zeros_end = p;
    }
    bool leading_zeros = zeros_end > lexer->begin && is_digit(*p);
    if (!skip_digits(lexer, &p)) return false;
    bool whole = *p != '.' && *p != 'e' && *p != 'E' && *p != 'j' && *p != 'J';
    if (leading_zeros && whole) {
        Span where = {scan_position(lexer, lexer->begin), scan_position(lexer, zeros_end)};
        diag_set(lexer->diag, DIAG_TOKEN, where,
                 "leading zeros in decimal integer literals are not permitted; "
                 "use an 0o prefix for octal integers");
        return false;
    }
    if (*p == '.' && is_digit(*++p) && !skip_digits(lexer, &p)) return false;
    if (*p == 'e' || *p == 'E') {
        const char *digits = p + 1;
        if (*digits == '+' || *digits == '-') {
            if (!is_digit(*++digits)) return bad_literal(lexer, digits - 1, "decimal");
        } else if (!is_digit(*digits)) {
            return check_number_end(lexer, p, "decimal");
        }
        p = digits;
        if (!skip_digits(lexer, &p)) return false;
    }
    if (*p == 'j' || *p == 'J') return check_number_end(lexer, p + 1, "imaginary");
    return check_number_end(lexer, p, "decimal");
}

bool explain_number(Lexer *lexer) {
    if (lexer->begin[0] == '0') {
        switch (lexer->begin[1] | 0x20) {
        case 'x': return check_based_number(lexer, 16, "hexadecimal");
        case 'o': return check_based_number(lexer, 8, "octal");
        case 'b': return check_based_number(lexer, 2, "binary");
        }
    }
    return check_decimal_number(lexer);
}

/* ---- characters ---- */

int explain_character(Lexer *lexer, const char *at) {
    const char *end = at;
    uint32_t code = utf8_decode(&end);
    if (!ucd_is_printable(code)) return explain_at(lexer, at, "invalid non-printable character U+%04X", code);
    return explain_at(lexer, at, "invalid character '%.*s' (U+%04X)", (int)(end - at), at, code);
}

static int explain_continuation(Lexer *lexer, const char *at) {
    diag_set(lexer->diag, DIAG_SYNTAX, diag_open_span(scan_position(lexer, at), DIAG_END_ZERO),
             "unexpected character after line continuation character");
    return SCAN_FAILED;
}

int explain_backslash(Lexer *lexer, const char *backslash) {
    lexer->late = true;
    if (backslash[1] != '\n') return explain_continuation(lexer, backslash + 1);
    const Source *source = lexer->source;
    bool last = backslash + 2 == source->text + source->length;
    if (last && source->added_newline && !source->is_module) /* a statement or an expression has no line after it */
        return explain_continuation(lexer, backslash);
    if (lexer->depth > 0) return explain_open_bracket(lexer);
    lexer->diag->incomplete = !diag_failed(lexer->diag);
    Span where = diag_open_span(scan_position(lexer, backslash + 1), DIAG_END_MINUS);
    bool begins_line = backslash == source->text || backslash[-1] == '\n';
    if (begins_line && source->is_program) where.begin.column = DIAG_NO_COLUMN;
    diag_set(lexer->diag, DIAG_SYNTAX, where, "unexpected EOF while parsing");
    return SCAN_FAILED;
}

/* ---- brackets ---- */

int explain_bracket(Lexer *lexer, const char *bracket) {
    if (lexer->depth == 0) return explain_at(lexer, bracket, "unmatched '%c'", *bracket);
    const Bracket *open = &lexer->brackets[lexer->depth - 1];
    if (scan_at_field(lexer)) return explain_at(lexer, bracket, "f-string: unmatched '%c'", *bracket);
    if (open->where.line == scan_position(lexer, bracket).line)
        return explain_at(lexer, bracket, "closing parenthesis '%c' does not match opening parenthesis '%c'", *bracket,
                          open->open);
    return explain_at(lexer, bracket, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
                      *bracket, open->open, open->where.line);
}

int explain_open_bracket(Lexer *lexer) {
    const Bracket *open = &lexer->brackets[lexer->depth - 1];
    lexer->late = true;
    lexer->diag->incomplete = !diag_failed(lexer->diag);
    diag_set(lexer->diag, DIAG_SYNTAX, diag_open_span(open->where, DIAG_END_ZERO), "'%c' was never closed", open->open);
    return SCAN_FAILED;
}
