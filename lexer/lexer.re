/* lexer/lexer.re - the rules of Python's tokens.
 *
 * Owns:      the two modes: code, and the text of an f-string between its replacement fields.
 * Invariant: the source ends in '\n' and NUL and holds no other NUL, so no rule looks for the end.
 * Not here:  indentation and soft keywords (layout.c), messages (explain.c), values of literals (literal.c).
 *
 * https://docs.python.org/3/reference/lexical_analysis.html
 */
#include <stdlib.h>
#include <string.h>

#include "lexer/explain.h"
#include "lexer/layout.h"
#include "lexer/lexer.h"
#include "lexer/literal.h"
#include "lexer/scan.h"
#include "lexer/token_kinds.h"
#include "lexer/token_names.h"
#include "runtime/base/normal.h"
#include "runtime/base/ucd.h"
#include "runtime/base/utf8.h"

#define TOKEN_END 0
#define SCAN_XNAME (-2) /* a name beyond ASCII, still to be checked */

/* Replacement fields of the innermost f-string that are open, when its text is read: then no other bracket is. */
static uint32_t open_fields(Lexer *lexer) {
    return lexer->depth - scan_fstring(lexer)->depth;
}

static int open_bracket(Lexer *lexer, int kind, bool field) {
    if (lexer->depth == LEXER_BRACKETS) return explain_at(lexer, lexer->begin, "too many nested parentheses");
    lexer->brackets[lexer->depth++] = (Bracket){
        .where = scan_position(lexer, lexer->begin),
        .open = *lexer->begin,
        .field = field,
    };
    return kind;
}

static int close_bracket(Lexer *lexer, char open, int kind) {
    if (lexer->depth == 0 || lexer->brackets[lexer->depth - 1].open != open)
        return explain_bracket(lexer, lexer->begin);
    lexer->depth--;
    if (lexer->brackets[lexer->depth].field && lexer->fstring_depth > 0) {
        scan_fstring(lexer)->format = false;
        lexer->in_text = true;
    }
    return kind;
}

/* LITERAL_... bits of the letters and quotes that a string begins with. */
static uint32_t read_prefix(const char *p) {
    uint32_t prefix = 0;
    for (;; p++) {
        switch (*p) {
        case 'r': case 'R': prefix |= LITERAL_RAW; break;
        case 'b': case 'B': prefix |= LITERAL_BYTES; break;
        case 'f': case 'F': prefix |= LITERAL_FORMAT; break;
        case 'u': case 'U': prefix |= LITERAL_UNICODE; break;
        default: return p[0] == p[1] && p[1] == p[2] ? prefix | LITERAL_TRIPLE : prefix;
        }
    }
}

static int begin_fstring(Lexer *lexer, const char *behind) {
    if (lexer->fstring_depth == LEXER_FSTRINGS) return explain_at(lexer, behind - 1, "too many nested f-strings");
    uint32_t prefix = read_prefix(lexer->begin);
    lexer->fstrings[lexer->fstring_depth++] = (FString){
        .begin = scan_position(lexer, lexer->begin),
        .depth = lexer->depth,
        .prefix = prefix,
        .quote = behind[-1],
        .quotes = prefix & LITERAL_TRIPLE ? 3 : 1,
    };
    lexer->in_text = true;
    return TK_FSTRING_START;
}

static int end_fstring(Lexer *lexer) {
    lexer->fstring_depth--;
    lexer->in_text = false;
    return TK_FSTRING_END;
}

static int begin_field(Lexer *lexer) {
    if (open_fields(lexer) >= LEXER_FIELDS)
        return explain_at(lexer, lexer->begin - 1, "f-string: expressions nested too deeply");
    lexer->in_text = false;
    return open_bracket(lexer, TK_LBRACE, true);
}

static int end_field(Lexer *lexer) {
    if (open_fields(lexer) == 0) return explain_at(lexer, lexer->begin, "f-string: single '}' is not allowed");
    return close_bracket(lexer, '{', TK_RBRACE);
}

/* True when `quote`, in the text of an f-string, is where that ends. */
static bool ends_fstring(const FString *string, const char *quote) {
    if (*quote != string->quote) return false;
    return string->quotes == 1 || (quote[1] == *quote && quote[2] == *quote);
}

static int end_number(Lexer *lexer, char next) {
    return !scan_is_word(next) || explain_number(lexer) ? TK_NUMBER : SCAN_FAILED;
}

/* ---- code ---- */

/*!re2c
    re2c:define:YYCTYPE  = "unsigned char";
    re2c:define:YYCURSOR = p;
    re2c:define:YYMARKER = marker;
    re2c:define:YYPEEK   = "(unsigned char)*p";
    re2c:yyfill:enable   = 0;
    re2c:indent:string   = "    ";

    end      = [\x00];
    blank    = [ \t\f]+;
    comment  = "#" [^\n\x00]*;

    letter   = [A-Za-z_];
    beyond   = [\x80-\xFF];
    name     = letter (letter | [0-9])*;
    xname    = (letter | beyond) (letter | [0-9] | beyond)*;

    digits   = [0-9] ("_"? [0-9])*;
    decimal  = [1-9] ("_"? [0-9])* | "0" ("_"? "0")*;
    hex      = "0" [xX] ("_"? [0-9A-Fa-f])+;
    octal    = "0" [oO] ("_"? [0-7])+;
    binary   = "0" [bB] ("_"? [01])+;
    exponent = [eE] [-+]? digits;
    point    = digits "." digits? | "." digits;
    float    = point exponent? | digits exponent;
    imagin   = (float | digits) [jJ];

    escape   = "\\" [^\x00];
    prefix   = [uU] | [rR] [bB]? | [bB] [rR]?;
    fprefix  = [fF] [rR]? | [rR] [fF];
    single   = ['] ([^'\\\n\x00] | escape)*;
    double   = ["] ([^"\\\n\x00] | escape)*;
    single3  = "'''" ([']{0,2} ([^'\\\x00] | escape))*;
    double3  = ["]{3} (["]{0,2} ([^"\\\x00] | escape))*;
*/

static int scan_code(Lexer *lexer) {
    const char *p = lexer->cursor, *marker;
    int kind;
again:
    lexer->begin = p;
    /*!re2c
        blank             { goto again; }
        comment? "\n"     { if (lexer->depth > 0) goto again; kind = TK_NEWLINE; goto newline; }
        "\\\n"            { if (*p == '\0') return explain_backslash(lexer, lexer->begin); goto again; }
        "\\"              { return explain_backslash(lexer, lexer->begin); }
        end               { kind = TOKEN_END; p--; goto done; }

        "False"           { kind = TK_FALSE; goto done; }
        "None"            { kind = TK_NONE; goto done; }
        "True"            { kind = TK_TRUE; goto done; }
        "and"             { kind = TK_AND; goto done; }
        "as"              { kind = TK_AS; goto done; }
        "assert"          { kind = TK_ASSERT; goto done; }
        "async"           { kind = TK_ASYNC; goto done; }
        "await"           { kind = TK_AWAIT; goto done; }
        "break"           { kind = TK_BREAK; goto done; }
        "class"           { kind = TK_CLASS; goto done; }
        "continue"        { kind = TK_CONTINUE; goto done; }
        "def"             { kind = TK_DEF; goto done; }
        "del"             { kind = TK_DEL; goto done; }
        "elif"            { kind = TK_ELIF; goto done; }
        "else"            { kind = TK_ELSE; goto done; }
        "except"          { kind = TK_EXCEPT; goto done; }
        "finally"         { kind = TK_FINALLY; goto done; }
        "for"             { kind = TK_FOR; goto done; }
        "from"            { kind = TK_FROM; goto done; }
        "global"          { kind = TK_GLOBAL; goto done; }
        "if"              { kind = TK_IF; goto done; }
        "import"          { kind = TK_IMPORT; goto done; }
        "in"              { kind = TK_IN; goto done; }
        "is"              { kind = TK_IS; goto done; }
        "lambda"          { kind = TK_LAMBDA; goto done; }
        "nonlocal"        { kind = TK_NONLOCAL; goto done; }
        "not"             { kind = TK_NOT; goto done; }
        "or"              { kind = TK_OR; goto done; }
        "pass"            { kind = TK_PASS; goto done; }
        "raise"           { kind = TK_RAISE; goto done; }
        "return"          { kind = TK_RETURN; goto done; }
        "try"             { kind = TK_TRY; goto done; }
        "while"           { kind = TK_WHILE; goto done; }
        "with"            { kind = TK_WITH; goto done; }
        "yield"           { kind = TK_YIELD; goto done; }

        "match"           { kind = TK_MATCH; goto done; }
        "case"            { kind = TK_CASE; goto done; }
        "type"            { kind = TK_TYPE; goto done; }

        name              { kind = TK_NAME; goto done; }
        xname             { kind = SCAN_XNAME; goto done; }

        decimal | hex | octal | binary | float | imagin { kind = end_number(lexer, *p); goto done; }

        prefix? single  [']    { kind = TK_STRING; goto done; }
        prefix? double  ["]    { kind = TK_STRING; goto done; }
        prefix? single3 "'''"  { kind = TK_STRING; goto done; }
        prefix? double3 ["]{3} { kind = TK_STRING; goto done; }
        prefix? (single | double | single3 | double3) { return explain_string(lexer, p); }
        fprefix ("'''" | ['] | ["]{3} | ["]) { kind = begin_fstring(lexer, p); goto done; }

        "("               { kind = open_bracket(lexer, TK_LPAR, false); goto done; }
        "["               { kind = open_bracket(lexer, TK_LSQB, false); goto done; }
        "{"               { kind = open_bracket(lexer, TK_LBRACE, false); goto done; }
        ")"               { kind = close_bracket(lexer, '(', TK_RPAR); goto done; }
        "]"               { kind = close_bracket(lexer, '[', TK_RSQB); goto done; }
        "}"               { kind = close_bracket(lexer, '{', TK_RBRACE); goto done; }

        ":"               { goto colon; }
        ":="              { if (scan_at_field(lexer)) { p--; goto colon; } kind = TK_COLONEQUAL; goto done; }
        "!"               { kind = TK_EXCLAMATION; goto done; }
        "!="              { kind = TK_NE; goto done; }

        "+"               { kind = TK_PLUS; goto done; }
        "-"               { kind = TK_MINUS; goto done; }
        "*"               { kind = TK_STAR; goto done; }
        "/"               { kind = TK_SLASH; goto done; }
        "%"               { kind = TK_PERCENT; goto done; }
        "@"               { kind = TK_AT; goto done; }
        "**"              { kind = TK_DOUBLESTAR; goto done; }
        "//"              { kind = TK_DOUBLESLASH; goto done; }
        "<<"              { kind = TK_LSHIFT; goto done; }
        ">>"              { kind = TK_RSHIFT; goto done; }
        "&"               { kind = TK_AMPER; goto done; }
        "|"               { kind = TK_PIPE; goto done; }
        "^"               { kind = TK_CARET; goto done; }
        "~"               { kind = TK_TILDE; goto done; }
        "<"               { kind = TK_LT; goto done; }
        ">"               { kind = TK_GT; goto done; }
        "<="              { kind = TK_LE; goto done; }
        ">="              { kind = TK_GE; goto done; }
        "=="              { kind = TK_EQ; goto done; }
        "="               { kind = TK_ASSIGN; goto done; }
        "+="              { kind = TK_PLUSEQUAL; goto done; }
        "-="              { kind = TK_MINUSEQUAL; goto done; }
        "*="              { kind = TK_STAREQUAL; goto done; }
        "/="              { kind = TK_SLASHEQUAL; goto done; }
        "%="              { kind = TK_PERCENTEQUAL; goto done; }
        "@="              { kind = TK_ATEQUAL; goto done; }
        "&="              { kind = TK_AMPEREQUAL; goto done; }
        "|="              { kind = TK_PIPEEQUAL; goto done; }
        "^="              { kind = TK_CARETEQUAL; goto done; }
        "<<="             { kind = TK_LSHIFTEQUAL; goto done; }
        ">>="             { kind = TK_RSHIFTEQUAL; goto done; }
        "**="             { kind = TK_DOUBLESTAREQUAL; goto done; }
        "//="             { kind = TK_DOUBLESLASHEQUAL; goto done; }
        "."               { kind = TK_DOT; goto done; }
        "..."             { kind = TK_ELLIPSIS; goto done; }
        ","               { kind = TK_COMMA; goto done; }
        ";"               { kind = TK_SEMI; goto done; }
        "->"              { kind = TK_ARROW; goto done; }

        "<>" | [$?`]      { kind = TK_JUNK; goto done; }
        *                 { return explain_character(lexer, lexer->begin); }
    */
colon:
    if (scan_at_field(lexer)) lexer->in_text = scan_fstring(lexer)->format = true;
    kind = TK_COLON;
done:
    lexer->cursor = lexer->end = p;
    return kind;
newline:
    lexer->cursor = p;
    lexer->end = p - 1;
    return kind;
}

/* ---- the text of an f-string ---- */

/* Ends a piece of text that has any bytes; false when there are none and the rule goes on. */
static bool end_text(Lexer *lexer, const char *end, const char *next) {
    lexer->end = end;
    lexer->cursor = next;
    return end > lexer->begin;
}

/* A piece ends with the first brace of `{{` and the second is skipped, so that text is what it means. Two ways of
 * CPython 3.13 are kept: `{{` in a format specification opens a field and a set, but behind a nested field it is a
 * brace; and a newline ends the specification in a string of single quotes, and code follows. */
static int scan_text(Lexer *lexer) {
    FString *string = scan_fstring(lexer);
    bool raw = string->prefix & LITERAL_RAW, named = false;
    const char *p = lexer->cursor, *at;
    lexer->begin = p;
again:
    at = p;
    /*!re2c
        [^{}'"\\\n\x00]+ { goto again; }
        "\\" [{}]         { p = at + 1; goto again; }
        "\\N{"            { if (raw) p = at + 2; named = !raw; goto again; }
        escape            { goto again; }
        "{{"              { if (string->format) goto field; end_text(lexer, p - 1, p); return TK_FSTRING_MIDDLE; }
        "{"               { goto field; }
        "}}"              { if (named || open_fields(lexer) > 0) { p--; goto brace; }
                            end_text(lexer, p - 1, p); return TK_FSTRING_MIDDLE; }
        "}"               { goto brace; }
        ['"]              { if (!ends_fstring(string, at)) goto again;
                            if (end_text(lexer, at, at)) return TK_FSTRING_MIDDLE;
                            lexer->cursor = lexer->end = at + string->quotes;
                            return end_fstring(lexer); }
        "\n"              { if (string->quotes == 3) goto again;
                            if (!string->format) return explain_fstring(lexer, at);
                            lexer->in_text = string->format = false;
                            return end_text(lexer, at, at) ? TK_FSTRING_MIDDLE : scan_code(lexer); }
        *                 { return explain_fstring(lexer, at); }
    */
field:
    if (end_text(lexer, at, at)) return TK_FSTRING_MIDDLE;
    lexer->cursor = lexer->end = at + 1;
    return begin_field(lexer);
brace:
    if (named) {
        end_text(lexer, p, p);
        return TK_FSTRING_MIDDLE;
    }
    if (end_text(lexer, at, at)) return TK_FSTRING_MIDDLE;
    lexer->cursor = lexer->end = at + 1;
    return end_field(lexer);
}

/* ---- tokens ---- */

/* Checks a name beyond ASCII and gives the token its normal form (NFKC). */
static bool take_xname(Lexer *lexer, Token *token) {
    for (const char *p = lexer->begin, *at = p; p < lexer->end; at = p) {
        uint32_t code = utf8_decode(&p);
        if (at == lexer->begin ? ucd_is_xid_start(code) : ucd_is_xid_continue(code)) continue;
        explain_character(lexer, at);
        return false;
    }
    size_t length = token->length;
    char *normal = normal_form(NORMAL_NFKC, token->text, &length);
    if (!normal) {
        lexer->arena->failed = true;
        return layout_no_memory(lexer);
    }
    if (length != token->length || memcmp(normal, token->text, token->length) != 0) {
        token->text = arena_text(lexer->arena, normal, length);
        token->length = (uint32_t)length;
    }
    free(normal);
    return true;
}

bool scan_next(Lexer *lexer, Token *token) {
    int kind = lexer->in_text ? scan_text(lexer) : scan_code(lexer);
    if (kind == SCAN_FAILED) return false;
    token->kind = kind;
    token->where.begin = scan_position(lexer, lexer->begin);
    token->where.end = scan_position(lexer, lexer->end);
    token->text = lexer->begin;
    token->length = (uint32_t)(lexer->end - lexer->begin);
    token->prefix = 0;
    switch (kind) {
    case SCAN_XNAME: token->kind = TK_NAME; return take_xname(lexer, token);
    case TK_STRING:
    case TK_FSTRING_START: token->prefix = read_prefix(lexer->begin); break;
    case TK_FSTRING_MIDDLE: token->prefix = scan_fstring(lexer)->prefix; break;
    }
    return true;
}

void lexer_init(Lexer *lexer, const Source *source, Arena *arena, Diag *diag) {
    lexer->source = source;
    lexer->arena = arena;
    lexer->diag = diag;
    lexer->begin = lexer->end = lexer->cursor = source->text;
    lexer->line = 1;
    lexer->depth = lexer->fstring_depth = 0;
    lexer->in_text = lexer->late = false;
    layout_init(lexer);
}

bool lexer_next(Lexer *lexer, Token *token) {
    return layout_next(lexer, token);
}

bool lexer_check_rest(Lexer *lexer, uint32_t line) {
    Diag *diag = lexer->diag, rest = {.arena = diag->arena};
    Token token = {0};
    lexer->diag = &rest;
    while (layout_next(lexer, &token) && token.kind != TOKEN_END) {}
    lexer->diag = diag;
    if (!diag_failed(&rest) || diag_failed(diag) || lexer->fstring_depth > 0) return false;
    if (lexer->late) {
        if (lexer->depth == 0 || line <= lexer->brackets[lexer->depth - 1].where.line) return false;
        explain_open_bracket(lexer);
        return true;
    }
    diag_set(diag, rest.kind, rest.where, "%s", rest.message);
    return true;
}

const char *token_kind_name(int kind) {
    return kind >= 0 && (size_t)kind < sizeof token_names / sizeof *token_names ? token_names[kind] : "?";
}

bool lexer_dump(const Source *source, Arena *arena, Diag *diag, FILE *out) {
    Lexer lexer;
    Token token = {0};
    lexer_init(&lexer, source, arena, diag);
    while (lexer_next(&lexer, &token)) {
        fprintf(out, "%u:%u-%u:%u\t%s\t%.*s\n", token.where.begin.line, token.where.begin.column, token.where.end.line,
                token.where.end.column, token_kind_name(token.kind), (int)token.length, token.text);
        if (token.kind == TOKEN_END) return true;
    }
    return false;
}
