/* runtime/base/ucd_names.c - names of code points, both ways.
 *
 * Owns:      the unpacked names; Hangul syllables, whose names are computed.
 * Invariant: a name is unique.
 * Not here:  \N{...} in literals (lexer/literal.c).
 */
#include "runtime/base/ucd.h"

#include <stdio.h>
#include <string.h>

#include "runtime/base/unpack.h"

/* Code points with names, one after the other. */
typedef struct UcdRun {
    uint32_t first; /* code point */
    uint32_t index; /* of its name */
} UcdRun;

/* Code points whose names end in their number. */
typedef struct UcdRange {
    uint32_t first, last; /* code points */
    const char *prefix;   /* what stands before the number */
} UcdRange;

#define UCD_NAMES_TABLES
#include "ucd_tables.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Hangul: https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf, section 3.12. */
enum { HANGUL_FIRST = 0xac00, HANGUL_COUNT = 11172, VOWELS = 21, FINALS = 28 };
static const char hangul_prefix[] = "HANGUL SYLLABLE ";
static const char hangul_initials[][3] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                          "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char hangul_vowels[][4] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                        "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char hangul_finals[][3] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                        "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                        "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

typedef struct UcdNames {
    uint32_t blocks[UCD_BLOCKS]; /* where the names stand that are written in full */
    char text[UCD_NAMES_LENGTH]; /* make_ucd.py, front_coded */
} UcdNames;

/* NULL without memory. */
static const UcdNames *all_names(void) {
    static UnpackOnce known;
    return (const UcdNames *)unpack_once(&known, ucd_names, offsetof(UcdNames, text) + UCD_NAMES_LENGTH);
}

static bool is_inside(char c) { return !(c & 0x80); }
static size_t shared_by(char first) { return (size_t)(first & 0x7f); }

/* Writes the name with this number. */
static size_t spell(uint32_t index, char *out) {
    const UcdNames *names = all_names();
    const char *name = names ? names->text + names->blocks[index / UCD_NAMES_PER_BLOCK] : NULL;
    char *end = out;
    for (uint32_t skip = index % UCD_NAMES_PER_BLOCK + 1; name && skip > 0; skip--) {
        end = out + shared_by(*name++);
        while (is_inside(*name)) *end++ = *name++;
    }
    *end = '\0';
    return (size_t)(end - out);
}

static size_t name_hangul(uint32_t syllable, char *out) {
    return (size_t)snprintf(out, UCD_NAME_MAX, "%s%s%s%s", hangul_prefix, hangul_initials[syllable / FINALS / VOWELS],
                            hangul_vowels[syllable / FINALS % VOWELS], hangul_finals[syllable % FINALS]);
}

size_t ucd_name(uint32_t code, char out[UCD_NAME_MAX]) {
    if (code - HANGUL_FIRST < HANGUL_COUNT) return name_hangul(code - HANGUL_FIRST, out);
    for (size_t i = 0; i < COUNT(ucd_ranges); i++)
        if (code >= ucd_ranges[i].first && code <= ucd_ranges[i].last)
            return (size_t)snprintf(out, UCD_NAME_MAX, "%s%04X", ucd_ranges[i].prefix, code);
    size_t low = 0, high = COUNT(ucd_runs);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ucd_runs[middle].first <= code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) return 0;
    uint32_t index = ucd_runs[low - 1].index + (code - ucd_runs[low - 1].first);
    uint32_t end = low < COUNT(ucd_runs) ? ucd_runs[low].index : UCD_NAMES;
    return index < end ? spell(index, out) : 0;
}

/* Finding. */

/* The number of a name, which is that of an alias from UCD_NAMES on, or -1. */
static int64_t find_index(const char *name) {
    const UcdNames *names = all_names();
    if (!names) return -1;
    const char *p = names->text, *end = p + UCD_NAMES_LENGTH - 1;
    size_t same = 0; /* characters in which it begins as the name before p */
    for (int64_t index = 0; p < end; index++) {
        size_t shared = shared_by(*p++);
        if (shared < same) same = shared;
        if (shared == same)
            while (is_inside(*p) && *p == name[same]) p++, same++;
        if (shared <= same && !is_inside(*p) && name[same] == '\0') return index;
        while (is_inside(*p)) p++;
    }
    return -1;
}

static uint32_t code_of(uint32_t index) {
    if (index >= UCD_NAMES) return ucd_alias_codes[index - UCD_NAMES];
    size_t run = COUNT(ucd_runs) - 1;
    while (ucd_runs[run].index > index) run--;
    return ucd_runs[run].first + (index - ucd_runs[run].index);
}

/* Reads a number as the names of ranges end in it. */
static bool read_number(const char *text, size_t length, uint32_t *code) {
    *code = 0;
    if (length < 4 || length > 6 || (length > 4 && text[0] == '0')) return false;
    for (size_t i = 0; i < length; i++) {
        const char digits[] = "0123456789ABCDEF", *digit = memchr(digits, text[i], 16);
        if (digit == NULL) return false;
        *code = *code << 4 | (uint32_t)(digit - digits);
    }
    return true;
}

static bool find_numbered(const char *name, size_t length, uint32_t *code) {
    for (size_t i = 0; i < COUNT(ucd_ranges); i++) {
        size_t prefix = strlen(ucd_ranges[i].prefix);
        if (length > prefix && memcmp(name, ucd_ranges[i].prefix, prefix) == 0 &&
            read_number(name + prefix, length - prefix, code) && *code >= ucd_ranges[i].first &&
            *code <= ucd_ranges[i].last)
            return true;
    }
    return false;
}

static bool find_hangul(const char *name, uint32_t *code) {
    if (strncmp(name, hangul_prefix, sizeof hangul_prefix - 1) != 0) return false;
    for (uint32_t syllable = 0; syllable < HANGUL_COUNT; syllable++) {
        char each[UCD_NAME_MAX];
        name_hangul(syllable, each);
        if (strcmp(each, name) != 0) continue;
        *code = HANGUL_FIRST + syllable;
        return true;
    }
    return false;
}

bool ucd_find_name(const char *name, size_t length, uint32_t *code) {
    char upper[UCD_NAME_MAX];
    if (length == 0 || length >= sizeof upper) return false;
    for (size_t i = 0; i < length; i++)
        upper[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 'a' + 'A' : name[i]);
    upper[length] = '\0';
    if (find_numbered(upper, length, code) || find_hangul(upper, code)) return true;
    int64_t index = find_index(upper);
    if (index >= 0) *code = code_of((uint32_t)index);
    return index >= 0;
}

/* The lexer's way in (lexer/literal.h, which is above this floor). */
bool literal_unicode_name(const char *name, size_t length, uint32_t *code);
bool literal_unicode_name(const char *name, size_t length, uint32_t *code) { return ucd_find_name(name, length, code); }
