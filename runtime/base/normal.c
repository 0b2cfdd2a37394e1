/* runtime/base/normal.c - taking characters apart, ordering the marks on a letter, and putting them together again.
 *
 * Owns:      see normal.h.
 * Invariant: the algorithms are those of https://www.unicode.org/reports/tr15/ and, for Hangul syllables, section 3.12
 *            of the standard.
 * Not here:  case folding (ucd.h).
 */
#include "runtime/base/normal.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "normal_tables.h"
#include "runtime/base/unpack.h"
#include "runtime/base/utf8.h"

typedef struct NormalTables {
    uint32_t codes[NORMAL_CODES];       /* what can be taken apart, in order; COMPATIBLE: not in NFC and NFD */
    uint32_t parts[NORMAL_PARTS];       /* into what, one after the other */
    uint32_t classes[NORMAL_CLASSES];   /* code << 8 | combining class, in order; others are of class 0 */
    uint16_t ends[NORMAL_CODES];        /* of the parts of each code */
    uint16_t composed[NORMAL_COMPOSED]; /* indices of codes that pairs make, in the order of the pairs */
} NormalTables;

#define COMPATIBLE (1u << 31)

enum {
    PART_MAX = 18, /* characters that one becomes */
    HANGUL_FIRST = 0xac00,
    HANGUL_COUNT = 11172,
    INITIAL_FIRST = 0x1100,
    INITIALS = 19,
    VOWEL_FIRST = 0x1161,
    VOWELS = 21,
    FINAL_FIRST = 0x11a7, /* no final */
    FINALS = 28,
};

typedef struct Text {
    const NormalTables *tables;
    NormalForm form;
    uint32_t *codes; /* malloc'ed */
    size_t count;    /* of codes */
} Text;

/* NULL without memory. */
static const NormalTables *all_tables(void) {
    static UnpackOnce known;
    return (const NormalTables *)unpack_once(&known, normal_tables, sizeof(NormalTables));
}

/* The index of the first item that is not below. */
static size_t find(const uint32_t *items, size_t count, uint32_t wanted, uint32_t mask) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((items[middle] & mask) < wanted) low = middle + 1;
        else high = middle;
    }
    return low;
}

static uint8_t class_of(const Text *t, uint32_t code) {
    size_t i = find(t->tables->classes, NORMAL_CLASSES, code << 8, UINT32_MAX);
    return i < NORMAL_CLASSES && t->tables->classes[i] >> 8 == code ? (uint8_t)t->tables->classes[i] : 0;
}

static const uint32_t *parts_of(const Text *t, size_t i, size_t *count) {
    size_t begin = i > 0 ? t->tables->ends[i - 1] : 0;
    *count = t->tables->ends[i] - begin;
    return t->tables->parts + begin;
}

/* --- Taking apart ---------------------------------------------------------------------------------------------- */

/* Keeps marks in the order of their classes; those of the same class stay as they are. */
static void put(Text *t, uint32_t code) {
    size_t at = t->count++;
    uint8_t class = class_of(t, code);
    for (; class > 0 && at > 0 && class_of(t, t->codes[at - 1]) > class; at--) t->codes[at] = t->codes[at - 1];
    t->codes[at] = code;
}

static void put_hangul(Text *t, uint32_t syllable) {
    put(t, INITIAL_FIRST + syllable / FINALS / VOWELS);
    put(t, VOWEL_FIRST + syllable / FINALS % VOWELS);
    if (syllable % FINALS) put(t, FINAL_FIRST + syllable % FINALS);
}

static void put_apart(Text *t, uint32_t code) {
    if (code - HANGUL_FIRST < HANGUL_COUNT) return put_hangul(t, code - HANGUL_FIRST);
    const uint32_t *codes = t->tables->codes;
    size_t i = find(codes, NORMAL_CODES, code, ~COMPATIBLE), count;
    uint32_t found = i < NORMAL_CODES ? codes[i] : 0;
    if ((found & ~COMPATIBLE) != code || (found & COMPATIBLE && !(t->form & NORMAL_NFKD))) return put(t, code);
    const uint32_t *parts = parts_of(t, i, &count);
    for (size_t each = 0; each < count; each++) put_apart(t, parts[each]);
}

/* --- Putting together ------------------------------------------------------------------------------------------ */

static uint32_t compose_hangul(uint32_t a, uint32_t b) {
    if (a - INITIAL_FIRST < INITIALS && b - VOWEL_FIRST < VOWELS)
        return HANGUL_FIRST + ((a - INITIAL_FIRST) * VOWELS + b - VOWEL_FIRST) * FINALS;
    bool open = a - HANGUL_FIRST < HANGUL_COUNT && (a - HANGUL_FIRST) % FINALS == 0;
    return open && b - FINAL_FIRST - 1 < FINALS - 1 ? a + b - FINAL_FIRST : 0;
}

/* What the pair makes, 0: nothing. */
static uint32_t compose_pair(const Text *t, uint32_t a, uint32_t b) {
    const uint16_t *composed = t->tables->composed;
    size_t low = 0, high = NORMAL_COMPOSED, count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const uint32_t *pair = parts_of(t, composed[middle], &count);
        if (pair[0] == a && pair[1] == b) return t->tables->codes[composed[middle]];
        if (pair[0] < a || (pair[0] == a && pair[1] < b)) low = middle + 1;
        else high = middle;
    }
    return compose_hangul(a, b);
}

/* A mark joins the letter before it unless one of its class, or a letter, stands between them. */
static void compose(Text *t) {
    size_t letter = 0, count = 0;
    int before = -1; /* class of what stands between, -1: nothing */
    for (size_t i = 0; i < t->count; i++) {
        uint32_t code = t->codes[i], both = 0;
        int class = class_of(t, code);
        if (count > 0 && before < class) both = compose_pair(t, t->codes[letter], code);
        if (both) {
            t->codes[letter] = both;
            continue;
        }
        before = class;
        if (class == 0) letter = count, before = -1;
        t->codes[count++] = code;
    }
    t->count = count;
}

static char *spell(const Text *t, size_t *length) {
    char *text = malloc(4 * t->count + 1), *end = text;
    if (!text) return NULL;
    for (size_t i = 0; i < t->count; i++) end += utf8_encode(t->codes[i], end);
    *end = '\0';
    *length = (size_t)(end - text);
    return text;
}

char *normal_form(NormalForm form, const char *text, size_t *length) {
    Text t = {.tables = all_tables(), .form = form};
    if (t.tables) t.codes = malloc((PART_MAX * utf8_count(text, *length) + 1) * sizeof *t.codes);
    if (!t.codes) return NULL;
    for (const char *p = text, *end = text + *length; p < end;) put_apart(&t, utf8_decode(&p));
    if (form & NORMAL_NFC) compose(&t);
    char *normal = spell(&t, length);
    free(t.codes);
    return normal;
}
