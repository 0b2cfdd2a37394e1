/* runtime/base/source.c - a program's text and places in it.
 *
 * Owns:      the text of a Source and its line starts.
 * Invariant: see source.h.
 * Not here:  reading files.
 */
#include "runtime/base/source.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/base/diag.h"
#include "runtime/base/utf8.h"

#define LONGEST_SOURCE (UINT32_MAX / 2 - 2) /* Latin-1 may double, and places are 32 bits */
#define ENCODING_NAME 40

typedef struct Text {
    const char *bytes; /* as they stand in the file, after a BOM */
    size_t length;     /* number of bytes */
} Text;

typedef enum Encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_ASCII, ENCODING_UNKNOWN } Encoding;

/* What the first two lines say about the encoding:
 * https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations */
typedef struct Cookie {
    bool found;               /* a declaration stands there */
    char name[ENCODING_NAME]; /* normalised: lower case, '-' for '_' */
} Cookie;

static const struct {
    const char *name; /* normalised */
    Encoding encoding;
} encodings[] = {
    {"utf-8", ENCODING_UTF8},         {"utf8", ENCODING_UTF8},         {"u8", ENCODING_UTF8},
    {"utf", ENCODING_UTF8},           {"utf-8-sig", ENCODING_UTF8},    {"utf-8-unix", ENCODING_UTF8},
    {"utf-8-dos", ENCODING_UTF8},     {"utf-8-mac", ENCODING_UTF8},    {"latin-1", ENCODING_LATIN1},
    {"latin1", ENCODING_LATIN1},      {"iso-8859-1", ENCODING_LATIN1}, {"iso8859-1", ENCODING_LATIN1},
    {"iso-latin-1", ENCODING_LATIN1}, {"l1", ENCODING_LATIN1},         {"ascii", ENCODING_ASCII},
    {"us-ascii", ENCODING_ASCII},     {"646", ENCODING_ASCII},         {"latin", ENCODING_LATIN1},
};

/* Families that agree with ASCII: a program that declares one and stays within ASCII is read. */
static const char *const families[] = {"cp125", "windows-125", "iso-8859-", "iso8859-", "koi8-", "mac-"};

static Encoding encoding_named(const char *name) {
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
        if (strcmp(encodings[i].name, name) == 0) return encodings[i].encoding;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (strncmp(families[i], name, strlen(families[i])) == 0) return ENCODING_ASCII;
    return ENCODING_UNKNOWN;
}

static bool is_cookie_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

static void read_cookie_name(Cookie *cookie, const char *text, const char *end) {
    size_t length = 0;
    for (; text < end && is_cookie_character(*text) && length < ENCODING_NAME - 1; text++) {
        char c = *text == '_' ? '-' : *text;
        cookie->name[length++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    cookie->name[length] = '\0';
    cookie->found = length > 0;
}

/* Looks for "coding:" or "coding=" in a comment. */
static void find_cookie(Cookie *cookie, const char *comment, const char *end) {
    static const char word[] = "coding";
    const size_t length = sizeof word - 1;
    for (const char *p = comment; (size_t)(end - p) > length && !cookie->found; p++) {
        if (memcmp(p, word, length) != 0 || (p[length] != ':' && p[length] != '=')) continue;
        const char *name = p + length + 1;
        while (name < end && (*name == ' ' || *name == '\t')) name++;
        read_cookie_name(cookie, name, end);
    }
}

/* The second line counts only when the first is empty or a comment. */
static Cookie read_cookie(Text text) {
    Cookie cookie = {0};
    const char *p = text.bytes, *end = text.bytes + text.length;
    for (int line = 0; line < 2 && p < end && !cookie.found; line++) {
        while (p < end && (*p == ' ' || *p == '\t' || *p == '\f')) p++;
        const char *stop = p;
        while (stop < end && *stop != '\n' && *stop != '\r') stop++;
        if (p < stop && *p != '#') break;
        find_cookie(&cookie, p, stop);
        p = stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? stop + 2 : stop + 1;
    }
    return cookie;
}

static bool starts_with_bom(Text text) { return text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0; }

static bool out_of_memory(Diag *diag) {
    diag_set(diag, DIAG_MEMORY, (Span){0}, "%s", "");
    return false;
}

/* Writes a byte of the file to out and returns what follows: two bytes for the upper half of Latin-1, a line feed for
 * either kind of carriage return. */
static char *put_byte(char *out, const char *bytes, size_t i, size_t length, Encoding encoding) {
    if (encoding == ENCODING_LATIN1) return out + utf8_encode((uint8_t)bytes[i], out);
    if (bytes[i] != '\r') *out++ = bytes[i];
    else if (i + 1 == length || bytes[i + 1] != '\n') *out++ = '\n';
    return out;
}

/* Fills source->text; line ends of Latin-1 text are turned in a second pass over its UTF-8. */
static bool copy_text(Source *source, Text text, Encoding encoding) {
    size_t room = (encoding == ENCODING_LATIN1 ? 2 : 1) * text.length + 2;
    char *out = source->text = malloc(room);
    if (out == NULL) return false;
    if (encoding != ENCODING_LATIN1 && (text.length == 0 || memchr(text.bytes, '\r', text.length) == NULL)) {
        if (text.length > 0) memcpy(out, text.bytes, text.length);
        out += text.length;
    } else {
        for (size_t i = 0; i < text.length; i++) out = put_byte(out, text.bytes, i, text.length, encoding);
        if (encoding == ENCODING_LATIN1) {
            Text decoded = {source->text, (size_t)(out - source->text)};
            out = source->text;
            for (size_t i = 0; i < decoded.length; i++)
                out = put_byte(out, decoded.bytes, i, decoded.length, ENCODING_UTF8);
        }
    }
    source->added_newline = out > source->text && out[-1] != '\n';
    if (source->added_newline) *out++ = '\n';
    *out = '\0';
    source->length = (size_t)(out - source->text);
    return true;
}

static bool index_lines(Source *source) {
    const char *end = source->text + source->length;
    uint32_t count = 0;
    for (const char *p = source->text; p < end; p = (const char *)memchr(p, '\n', (size_t)(end - p)) + 1) count++;
    source->line_starts = malloc((count + 2) * sizeof *source->line_starts);
    if (source->line_starts == NULL) return false;
    uint32_t line = 0;
    for (const char *p = source->text; p < end; p = (const char *)memchr(p, '\n', (size_t)(end - p)) + 1)
        source->line_starts[line++] = (uint32_t)(p - source->text);
    source->line_starts[count] = (uint32_t)source->length;
    source->line_starts[count + 1] = UINT32_MAX;
    source->line_count = count;
    return true;
}

static bool keep_text(Source *source, Text text, Encoding encoding, Diag *diag) {
    if (text.length > LONGEST_SOURCE || !copy_text(source, text, encoding) || !index_lines(source))
        return out_of_memory(diag);
    return true;
}

/* Keeps the text before a fault and returns the line that the fault is on. */
static uint32_t keep_before(Source *source, Text text, size_t fault, Diag *diag) {
    if (!keep_text(source, (Text){text.bytes, fault}, ENCODING_UTF8, diag)) return 0;
    return source->added_newline || source->line_count == 0 ? source->line_count + (source->line_count == 0)
                                                            : source->line_count + 1;
}

static bool refuse_null(Source *source, Text text, size_t fault, Diag *diag) {
    Utf8Error ignored;
    if (!source->is_program) {
        diag_set(diag, DIAG_SYNTAX, (Span){0}, "source code string cannot contain null bytes");
        return false;
    }
    if (!utf8_check(text.bytes, fault, UTF8_STRICT, &ignored)) fault = 0;
    uint32_t line = keep_before(source, text, fault, diag);
    Position place = {line, DIAG_NO_COLUMN};
    diag_set(diag, DIAG_SYNTAX, (Span){place, place}, "source code cannot contain null bytes");
    return false;
}

static bool is_word_byte(unsigned char c) {
    return c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Of the file that is run CPython decodes lines; of other text what it finds there, mostly a word. */
static bool refuse_utf8(Source *source, Text text, Utf8Error error, const Cookie *cookie, Diag *diag) {
    uint32_t line = keep_before(source, text, error.begin, diag);
    unsigned byte = (uint8_t)text.bytes[error.begin];
    if (!cookie->found && source->is_program) {
        diag_set(diag, DIAG_SYNTAX, (Span){0},
                 "Non-UTF-8 code starting with '\\x%02x' in file %s on line %u, but no encoding declared; see "
                 "https://peps.python.org/pep-0263/ for details",
                 byte, source->name, line);
        return false;
    }
    const char *fault = text.bytes + error.begin, *start = fault;
    while (start > text.bytes && start[-1] != '\n' && start[-1] != '\r') start--;
    const char *from = source->is_program ? start : fault;
    while (from > start && is_word_byte((unsigned char)from[-1])) from--;
    uint32_t column = (uint32_t)((source->is_program ? fault : from) - start);
    Position place = {line, column};
    diag_set(diag, DIAG_SYNTAX, (Span){place, place},
             "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s", byte, (size_t)(fault - from),
             error.reason);
    return false;
}

static bool refuse_encoding(const char *what, const char *name, const char *why, Diag *diag) {
    diag_set(diag, DIAG_SYNTAX, (Span){0}, "%s: %s%s", what, name, why);
    return false;
}

static bool check_encoding(Source *source, Text text, const Cookie *cookie, Encoding encoding, Diag *diag) {
    Utf8Error error;
    const char *null = text.length > 0 ? memchr(text.bytes, '\0', text.length) : NULL;
    if (encoding == ENCODING_UNKNOWN)
        return refuse_encoding(source->is_program ? "encoding problem" : "unknown encoding", cookie->name, "", diag);
    if (null != NULL && !source->is_program) return refuse_null(source, text, 0, diag);
    size_t before_null = null != NULL ? (size_t)(null - text.bytes) : text.length;
    if (encoding == ENCODING_UTF8 && !utf8_check(text.bytes, before_null, UTF8_STRICT, &error))
        return refuse_utf8(source, text, error, cookie, diag);
    if (null != NULL) return refuse_null(source, text, before_null, diag);
    if (encoding == ENCODING_ASCII && !utf8_is_ascii(text.bytes, text.length))
        return refuse_encoding("encoding problem", cookie->name, "", diag);
    return true;
}

/* A source that was refused still has lines to show, if only none. */
static bool keep_nothing(Source *source, Diag *diag) {
    if (source->text == NULL) keep_text(source, (Text){"", 0}, ENCODING_UTF8, diag);
    return false;
}

static bool read_bytes(Source *source, const char *bytes, size_t length, Diag *diag) {
    Text text = {bytes, length};
    bool bom = starts_with_bom(text);
    if (bom) text = (Text){bytes + 3, length - 3};
    Cookie cookie = read_cookie(text);
    Encoding encoding = cookie.found ? encoding_named(cookie.name) : ENCODING_UTF8;
    if (bom && encoding != ENCODING_UTF8) {
        refuse_encoding("encoding problem", encoding == ENCODING_LATIN1 ? "iso-8859-1" : cookie.name, " with BOM",
                        diag);
        return keep_nothing(source, diag);
    }
    if (!check_encoding(source, text, &cookie, encoding, diag)) return keep_nothing(source, diag);
    return keep_text(source, text, encoding, diag);
}

bool source_from_bytes(Source *source, const char *name, const char *bytes, size_t length, Diag *diag) {
    *source = (Source){.name = name};
    return read_bytes(source, bytes, length, diag);
}

bool source_from_program(Source *source, const char *name, const char *bytes, size_t length, Diag *diag) {
    *source = (Source){.name = name, .is_program = true};
    return read_bytes(source, bytes, length, diag);
}

bool source_from_text(Source *source, const char *name, const char *text, size_t length, Diag *diag) {
    *source = (Source){.name = name};
    if (length > 0 && memchr(text, '\0', length) != NULL) {
        diag_set(diag, DIAG_SYNTAX, (Span){0}, "source code string cannot contain null bytes");
        return keep_nothing(source, diag);
    }
    return keep_text(source, (Text){text, length}, ENCODING_UTF8, diag);
}

void source_free(Source *source) {
    free(source->text);
    free(source->line_starts);
    *source = (Source){0};
}

size_t source_line(const Source *source, uint32_t line, const char **text) {
    *text = "";
    if (line == 0 || line > source->line_count) return 0;
    *text = source->text + source->line_starts[line - 1];
    return source->line_starts[line] - source->line_starts[line - 1] - 1;
}

bool source_ends_blank(const Source *source) {
    const char *line;
    size_t length = source_line(source, source->line_count, &line);
    for (size_t i = 0; i < length; i++)
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\f') return false;
    return true;
}
