/* runtime/base/ucd_names.c - names of code points, both ways.
 *
 * Owns:      reading the tables of words and names; Hangul syllables, whose names are computed.
 * Invariant: a name is unique; the tables hold it as make_ucd.py describes.
 * Not here:  \N{...} in literals (lexer/literal.c).
 */
#include <stdio.h>
#include <string.h>

#include "runtime/base/ucd.h"

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

/* The word with this number: its bytes, of which the last has its high bit set. */
static const uint8_t *word_text(uint32_t word) {
    const uint8_t *text = ucd_words + ucd_word_offsets[word / UCD_WORDS_PER_OFFSET];
    for (uint32_t skip = word % UCD_WORDS_PER_OFFSET; skip > 0; skip--)
        while (*text++ < 0x80) continue;
    return text;
}

static char *add_word(char *out, uint32_t word) {
    const uint8_t *text = word_text(word);
    if (*text == 0x80) return out;
    do *out++ = (char)(*text & 0x7f);
    while (*text++ < 0x80);
    return out;
}

/* The number of the word at *phrase, which moves behind it. */
static uint32_t next_word(const uint8_t **phrase) {
    const uint8_t *p = *phrase;
    if (*p < UCD_FIRST_LEAD) return *phrase = p + 1, (uint32_t)*p - UCD_FIRST_WORD;
    *phrase = p + 2;
    return UCD_SHORT_WORDS + ((uint32_t)p[0] - UCD_FIRST_LEAD) * 255 + p[1] - 1;
}

static size_t spell(const uint8_t *phrase, char *out) {
    char *p = out;
    while (*phrase != 0) {
        char separator = *phrase == UCD_HYPHEN ? '-' : ' ';
        if (separator == '-') phrase++;
        if (p > out) *p++ = separator;
        p = add_word(p, next_word(&phrase));
    }
    *p = '\0';
    return (size_t)(p - out);
}

static const uint8_t *phrase_of(uint32_t index) {
    const uint8_t *phrase = ucd_phrases + ucd_phrase_offsets[index / UCD_NAMES_PER_OFFSET];
    for (uint32_t skip = index % UCD_NAMES_PER_OFFSET; skip > 0; skip--) phrase += strlen((const char *)phrase) + 1;
    return phrase;
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
    return index < end ? spell(phrase_of(index), out) : 0;
}

/* Finding. */

/* <0, 0, >0 as the word stands before, is, or stands behind the text. */
static int compare_word(uint32_t word, const char *text, size_t length) {
    char spelt[UCD_NAME_MAX];
    size_t size = (size_t)(add_word(spelt, word) - spelt), common = size < length ? size : length;
    int order = memcmp(spelt, text, common);
    return order != 0 ? order : (size > length) - (size < length);
}

/* The number of a word, or -1. */
static int64_t find_word(const char *text, size_t length) {
    for (uint32_t word = 0; word < UCD_SHORT_WORDS; word++)
        if (compare_word(word, text, length) == 0) return word;
    uint32_t low = UCD_SHORT_WORDS, high = UCD_WORDS;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        int order = compare_word(middle, text, length);
        if (order == 0) return middle;
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return -1;
}

/* Writes the name as ucd_phrases has it, zeros around it. Returns its bytes, 0 when a word is in no name. */
static size_t encode_name(const char *name, size_t length, uint8_t *out) {
    uint8_t *p = out;
    *p++ = 0;
    for (size_t begin = 0; begin <= length;) {
        size_t end = begin;
        while (end < length && name[end] != ' ' && name[end] != '-') end++;
        int64_t word = find_word(name + begin, end - begin);
        if (word < 0) return 0;
        if (begin > 0 && name[begin - 1] == '-') *p++ = UCD_HYPHEN;
        if (word < UCD_SHORT_WORDS) {
            *p++ = (uint8_t)(word + UCD_FIRST_WORD);
        } else {
            *p++ = (uint8_t)((word - UCD_SHORT_WORDS) / 255 + UCD_FIRST_LEAD);
            *p++ = (uint8_t)((word - UCD_SHORT_WORDS) % 255 + 1);
        }
        begin = end + 1;
    }
    *p++ = 0;
    return (size_t)(p - out);
}

/* The code point of the name that starts at this place of ucd_phrases. */
static uint32_t code_at(const uint8_t *phrase) {
    uint32_t place = (uint32_t)(phrase - ucd_phrases), block = 0;
    while (block + 1 < COUNT(ucd_phrase_offsets) && ucd_phrase_offsets[block + 1] <= place) block++;
    uint32_t index = block * UCD_NAMES_PER_OFFSET;
    for (const uint8_t *p = ucd_phrases + ucd_phrase_offsets[block]; p < phrase; index++)
        p += strlen((const char *)p) + 1;
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
    uint8_t phrase[2 * UCD_NAME_MAX + 2];
    if (length == 0 || length >= sizeof upper) return false;
    for (size_t i = 0; i < length; i++)
        upper[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 'a' + 'A' : name[i]);
    upper[length] = '\0';
    if (find_numbered(upper, length, code) || find_hangul(upper, code)) return true;
    size_t size = encode_name(upper, length, phrase);
    const uint8_t *found = size > 0 ? memmem(ucd_phrases, sizeof ucd_phrases, phrase, size) : NULL;
    if (found) *code = code_at(found + 1);
    return found != NULL;
}

/* The lexer's way in (lexer/literal.h, which is above this floor). */
bool literal_unicode_name(const char *name, size_t length, uint32_t *code);
bool literal_unicode_name(const char *name, size_t length, uint32_t *code) { return ucd_find_name(name, length, code); }
