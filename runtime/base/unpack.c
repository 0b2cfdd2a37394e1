/* runtime/base/unpack.c - decodes LZMA with lc = lp = pb = 0, which suits short texts best.
 *
 * Owns:      the model of a text while it is unpacked.
 * Invariant: a model is 4 KB and lies on the stack.
 * Not here:  headers and checks of .xz and .lzma files: there are none.
 *
 * A text is a row of literals (one byte) and matches (a length, and how far back the same bytes stand), each decision a
 * bit whose probability is learnt as it goes. https://7-zip.org/sdk.html, lzma-specification.txt.
 */
#include "runtime/base/unpack.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef uint16_t Chance; /* that a bit is 0, of 2048 */

enum {
    CHANCE_BITS = 11,
    CHANCE_SHIFT = 5,        /* how quickly one learns */
    RANGE_MIN = 1 << 24,     /* below this a byte is read */
    STATES = 12,             /* kinds of what came last */
    STATE_AFTER_LITERAL = 7, /* states below: the last was a literal */
    LENGTH_MIN = 2,          /* of a match */
    LENGTH_CLASSES = 4,      /* of lengths, for distances */
    NEAR_SLOTS = 14,         /* slots of distances of which all bits have chances */
    NEAR_CHANCES = 115,      /* of those */
    ALIGN_BITS = 4,          /* lowest bits of a far distance */
};

typedef struct LengthModel {
    Chance beyond[2]; /* it is not below 8, 16 */
    Chance low[8], middle[8], high[256];
} LengthModel;

typedef struct Model {
    Chance match[STATES];                    /* not a literal */
    Chance repeat[STATES];                   /* a match at one of the last four distances */
    Chance older[3][STATES];                 /* not at the last one, not at the one before, not at the third */
    Chance more[STATES];                     /* at the last one: not just one byte */
    LengthModel match_length, repeat_length; /* of matches at new distances, at the last four */
    Chance slot[LENGTH_CLASSES][64];         /* upper two bits of a distance and their place */
    Chance near[NEAR_CHANCES], align[1 << ALIGN_BITS]; /* its other bits */
    Chance literal[3][256]; /* [0]: after a literal; [1 + bit]: where a match would have that bit */
} Model;

typedef struct Coder {
    const uint8_t *next; /* packed byte */
    uint32_t range;      /* width of the interval */
    uint32_t code;       /* where in it the text lies */
} Coder;

typedef struct Unpacker {
    Coder coder;      /* loops work on a copy, which stays in registers */
    uint32_t state;   /* what came last */
    uint32_t last[4]; /* distances of matches, less 1, latest first */
    Model model;
} Unpacker;

#define INLINE static inline __attribute__((always_inline))

#if defined(__clang__)
#define UNFORESEEABLE(condition) __builtin_unpredictable(condition)
#else
#define UNFORESEEABLE(condition) (condition)
#endif

INLINE void fill_up(Coder *c) {
    if (c->range >= RANGE_MIN) return;
    c->range <<= 8;
    c->code = c->code << 8 | *c->next++;
}

/* Most of the time of importing a module of the library goes here. No processor foresees the bit: nothing branches on
 * it. */
INLINE uint32_t get_bit(Coder *c, Chance *chance) {
    uint32_t old = *chance, zeros = (c->range >> CHANCE_BITS) * old, ones = c->range - zeros;
    uint32_t beyond = c->code - zeros;
    bool bit = UNFORESEEABLE(c->code >= zeros);
    uint32_t raised = old + (((1 << CHANCE_BITS) - old) >> CHANCE_SHIFT), lowered = old - (old >> CHANCE_SHIFT);
    c->range = bit ? ones : zeros;
    c->code = bit ? beyond : c->code;
    *chance = (Chance)(bit ? lowered : raised);
    fill_up(c);
    return bit;
}

/* One bit that decides what comes next. */
static bool decide(Unpacker *u, Chance *chance) { return get_bit(&u->coder, chance); }

/* Bits that have no chances of their own, highest first. */
static uint32_t get_even_bits(Unpacker *u, uint32_t count) {
    Coder c = u->coder;
    uint32_t n = 0;
    while (count-- > 0) {
        c.range >>= 1;
        bool bit = c.code >= c.range;
        if (bit) c.code -= c.range;
        n = n << 1 | bit;
        fill_up(&c);
    }
    u->coder = c;
    return n;
}

/* Bits of which each chance depends on those before it, highest first. */
static uint32_t get_bits(Unpacker *u, Chance *tree, uint32_t count) {
    Coder c = u->coder;
    uint32_t node = 1;
    for (uint32_t i = 0; i < count; i++) node = node << 1 | get_bit(&c, &tree[node]);
    u->coder = c;
    return node - (1u << count);
}

/* The same, lowest first. */
static uint32_t get_bits_reversed(Unpacker *u, Chance *tree, uint32_t count) {
    Coder c = u->coder;
    uint32_t node = 1, n = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t bit = get_bit(&c, &tree[node]);
        node = node << 1 | bit;
        n |= bit << i;
    }
    u->coder = c;
    return n;
}

static uint32_t get_length(Unpacker *u, LengthModel *model) {
    if (!decide(u, &model->beyond[0])) return LENGTH_MIN + get_bits(u, model->low, 3);
    if (!decide(u, &model->beyond[1])) return LENGTH_MIN + 8 + get_bits(u, model->middle, 3);
    return LENGTH_MIN + 16 + get_bits(u, model->high, 8);
}

/* Of a match of this length, less 1. */
static uint32_t get_distance(Unpacker *u, uint32_t length) {
    uint32_t class = length - LENGTH_MIN < LENGTH_CLASSES ? length - LENGTH_MIN : LENGTH_CLASSES - 1;
    uint32_t slot = get_bits(u, u->model.slot[class], 6);
    if (slot < 4) return slot;
    uint32_t count = (slot >> 1) - 1, distance = (2 | (slot & 1)) << count;
    if (slot < NEAR_SLOTS) return distance + get_bits_reversed(u, u->model.near + distance - slot, count);
    distance += get_even_bits(u, count - ALIGN_BITS) << ALIGN_BITS;
    return distance + get_bits_reversed(u, u->model.align, ALIGN_BITS);
}

/* match: the byte at the last distance, from which the literal differs when it comes after a match. */
static char get_literal(Unpacker *u, uint32_t match) {
    Coder c = u->coder;
    uint32_t node = 1;
    bool differs = u->state < STATE_AFTER_LITERAL;
    for (; !differs && node < 256; match <<= 1) {
        uint32_t expected = match >> 7 & 1, bit = get_bit(&c, &u->model.literal[1 + expected][node]);
        node = node << 1 | bit;
        differs = bit != expected;
    }
    while (node < 256) node = node << 1 | get_bit(&c, &u->model.literal[0][node]);
    u->coder = c;
    u->state = u->state < 4 ? 0 : u->state < 10 ? u->state - 3 : u->state - 6;
    return (char)node;
}

/* Makes the i-th of the last distances the latest. */
static void bring_forward(uint32_t last[4], uint32_t i) {
    uint32_t distance = last[i];
    memmove(last + 1, last, i * sizeof *last);
    last[0] = distance;
}

/* The length of what repeats at the last distance, which may become one of the three before it. */
static uint32_t get_repeat(Unpacker *u) {
    Model *model = &u->model;
    uint32_t i = 0;
    while (i < 3 && decide(u, &model->older[i][u->state])) i++;
    bool after_literal = u->state < STATE_AFTER_LITERAL;
    if (i == 0 && !decide(u, &model->more[u->state])) {
        u->state = after_literal ? 9 : 11;
        return 1;
    }
    bring_forward(u->last, i);
    u->state = after_literal ? 8 : 11;
    return get_length(u, &model->repeat_length);
}

static uint32_t get_match(Unpacker *u) {
    if (decide(u, &u->model.repeat[u->state])) return get_repeat(u);
    uint32_t length = get_length(u, &u->model.match_length);
    u->last[3] = get_distance(u, length);
    bring_forward(u->last, 3);
    u->state = u->state < STATE_AFTER_LITERAL ? 7 : 10;
    return length;
}

static void start(Unpacker *u, const char *packed) {
    const uint8_t *bytes = (const uint8_t *)packed;
    *u = (Unpacker){.coder = {.next = bytes + 5, .range = UINT32_MAX}}; /* the first byte is always 0 */
    for (int i = 1; i < 5; i++) u->coder.code = u->coder.code << 8 | bytes[i];
    for (Chance *chance = (Chance *)&u->model; chance < (Chance *)(&u->model + 1); chance++)
        *chance = 1 << (CHANCE_BITS - 1);
}

/* Appends to the first bytes of text until it has length of them. */
static void decode(const char *packed, char *text, size_t at, size_t length) {
    Unpacker u;
    start(&u, packed);
    while (at < length) {
        if (!decide(&u, &u.model.match[u.state])) {
            uint32_t match = at > u.last[0] ? (uint8_t)text[at - u.last[0] - 1] : 0;
            text[at++] = get_literal(&u, match);
            continue;
        }
        for (uint32_t count = get_match(&u); count > 0 && at < length; count--, at++)
            text[at] = text[at - u.last[0] - 1];
    }
    text[length] = '\0';
}

char *unpack(const char *packed, size_t length) {
    char *text = malloc(length + 1);
    if (text) decode(packed, text, 0, length);
    return text;
}

char *unpack_behind(UnpackPhrases phrases, const char *packed, size_t skip, size_t length) {
    skip += phrases.length;
    char *text = malloc(skip + length + 1);
    if (!text) return NULL;
    memcpy(text, phrases.text, phrases.length);
    decode(packed, text, phrases.length, skip + length);
    memmove(text, text + skip, length + 1);
    return text;
}

const char *unpack_once(UnpackOnce *known, const char *packed, size_t length) {
    char *text = *known, *none = NULL;
    if (text || !(text = unpack(packed, length)) || atomic_compare_exchange_strong(known, &none, text)) return text;
    free(text); /* another thread was faster */
    return none;
}
