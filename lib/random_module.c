/* lib/random_module.c - the module _random: the Mersenne Twister.
 *
 * Owns:      the type _random.Random, the numbers that equal seeds give: those of CPython.
 * Invariant: next is at most STATE_SIZE.
 * Not here:  distributions, choices, seeding by text (lib/py/random.py).
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-dimensionally equidistributed uniform pseudorandom
 * number generator", 1998, and the authors' initialisation by an array of 2002.
 */
#include <errno.h>
#include <sys/random.h>

#include "lib/sha512.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

enum { STATE_SIZE = 624, STATE_MIDDLE = 397 };

typedef struct Random {
    Object head;
    uint32_t next;              /* index of the word to be handed out next; STATE_SIZE: none is left */
    uint32_t words[STATE_SIZE]; /* state */
} Random;

static Random *as_random(Ref v) { return (Random *)object_of(v); }

/* --- The generator ----------------------------------------------------------------------------------------------- */

static uint32_t twist(uint32_t high, uint32_t low) {
    uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
    return y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
}

static void make_words(Random *r) {
    uint32_t *w = r->words;
    int i = 0;
    for (; i < STATE_SIZE - STATE_MIDDLE; i++) w[i] = w[i + STATE_MIDDLE] ^ twist(w[i], w[i + 1]);
    for (; i < STATE_SIZE - 1; i++) w[i] = w[i + STATE_MIDDLE - STATE_SIZE] ^ twist(w[i], w[i + 1]);
    w[i] = w[STATE_MIDDLE - 1] ^ twist(w[i], w[0]);
    r->next = 0;
}

static inline uint32_t next_word(Random *r) {
    if (r->next >= STATE_SIZE) make_words(r);
    uint32_t y = r->words[r->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static void seed_by_number(Random *r, uint32_t number) {
    r->words[0] = number;
    for (uint32_t i = 1; i < STATE_SIZE; i++) r->words[i] = 1812433253u * (r->words[i - 1] ^ r->words[i - 1] >> 30) + i;
    r->next = STATE_SIZE;
}

static void seed_by_array(Random *r, const uint32_t *key, size_t length) {
    uint32_t *w = r->words;
    size_t i = 1, j = 0;
    seed_by_number(r, 19650218u);
    for (size_t k = length > STATE_SIZE ? length : STATE_SIZE; k; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i >= STATE_SIZE) w[0] = w[STATE_SIZE - 1], i = 1;
        if (++j >= length) j = 0;
    }
    for (size_t k = STATE_SIZE - 1; k; k--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i >= STATE_SIZE) w[0] = w[STATE_SIZE - 1], i = 1;
    }
    w[0] = 0x80000000u;
}

/* --- Seeding ----------------------------------------------------------------------------------------------------- */

static bool seed_by_system(Random *r) {
    uint32_t key[STATE_SIZE];
    for (size_t at = 0; at < sizeof key;) {
        ssize_t got = getrandom((char *)key + at, sizeof key - at, 0);
        if (got < 0 && errno != EINTR) return raise_os(errno, NULL), false;
        at += got > 0 ? (size_t)got : 0;
    }
    seed_by_array(r, key, STATE_SIZE);
    return true;
}

static bool seed_by_int(Random *r, Ref number) {
    IntView view;
    int_view(number, &view);
    size_t length = view.count * 2;
    uint32_t small[2] = {0}, *key = small;
    if (length > 2) {
        key = mem_raw_try(&rt()->mem, length * sizeof *key);
        if (!key) return raise_memory(), false;
    }
    for (size_t i = 0; i < length; i++) key[i] = (uint32_t)(view.limbs[i / 2] >> i % 2 * 32);
    while (length > 1 && key[length - 1] == 0) length--;
    seed_by_array(r, key, length ? length : 1);
    if (key != small) mem_raw_free(&rt()->mem, key, view.count * 2 * sizeof *key);
    return true;
}

static bool seed_by(Ref self, Ref seed) {
    if (is_none(seed)) return seed_by_system(as_random(self));
    if (is_int(seed)) return seed_by_int(as_random(self), seed);
    int64_t hash;
    if (!hash_of(seed, &hash)) return false;
    Value number = int_from_uint64((uint64_t)hash);
    bool ok = seed_by_int(as_random(self), number);
    release(number);
    return ok;
}

static Value py_random_seed(const Ref *args) { return seed_by(args[0], args[1]) ? VALUE_NONE : NULL; }
static const NativeDef random_init = {"Random(x=None, /)", py_random_seed, 0, NATIVE_METHOD};
static Value random_make(Type *type) { return value_of(object_new(type, type->size)); }

/* --- Numbers ----------------------------------------------------------------------------------------------------- */

static Value py_random_random(const Ref *args) {
    Random *r = as_random(args[0]);
    uint32_t high = next_word(r) >> 5, low = next_word(r) >> 6;
    return float_new((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

/* bits random bits, 1 to 64. */
static uint64_t few_bits(Random *r, unsigned bits) {
    if (bits <= 32) return next_word(r) >> (32 - bits);
    uint64_t low = next_word(r);
    return low | (uint64_t)(next_word(r) >> (64 - bits)) << 32;
}

static void fill_bits(Random *r, uint64_t *limbs, uint64_t bits) {
    for (; bits > 64; bits -= 64) *limbs++ = few_bits(r, 64);
    *limbs = few_bits(r, (unsigned)bits);
}

static Value random_bits(Random *r, uint64_t bits) {
    if (bits == 0) return small_int_value(0);
    if (bits <= 64) return int_from_uint64(few_bits(r, (unsigned)bits));
    Value result = int_reserve((bits + 63) / 64);
    if (!result) return NULL;
    fill_bits(r, as_int(result)->limbs, bits);
    return int_finish_steal(result, false);
}

static Value py_random_getrandbits(const Ref *args) {
    int64_t bits;
    if (!index_as_int64(args[1], &bits, &type_OverflowError)) return NULL;
    if (bits < 0) return raise(&type_ValueError, "number of bits must be non-negative");
    return random_bits(as_random(args[0]), (uint64_t)bits);
}

/* A number below n, which is positive: as many bits as n has, until they are below it. */
static Value py_random_randbelow(const Ref *args) {
    Random *r = as_random(args[0]);
    if (is_small_int(args[1]) && small_int(args[1]) > 0) {
        uint64_t n = (uint64_t)small_int(args[1]), result;
        unsigned bits = 64 - (unsigned)__builtin_clzll(n);
        while ((result = few_bits(r, bits)) >= n) {
        }
        return small_int_value((int64_t)result);
    }
    if (!is_int(args[1])) return raise(&type_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    if (int_sign(args[1]) <= 0) return raise(&type_ValueError, "the upper bound must be positive");
    for (;;) {
        Value result = random_bits(r, int_bit_length(args[1]));
        if (!result || int_compare(result, args[1]) < 0) return result;
        release(result);
    }
}

/* --- State ------------------------------------------------------------------------------------------------------- */

static Value py_random_getstate(const Ref *args) {
    const Random *r = as_random(args[0]);
    Value state = tuple_new(STATE_SIZE + 1);
    if (!state) return NULL;
    for (int i = 0; i < STATE_SIZE; i++) as_tuple(state)->items[i] = small_int_value(r->words[i]);
    as_tuple(state)->items[STATE_SIZE] = small_int_value(r->next);
    return state;
}

static bool state_word(Ref v, uint64_t *word) {
    if (!is_int(v)) return raise_false(&type_TypeError, "an integer is required");
    if (int_sign(v) < 0) return raise_false(&type_OverflowError, "can't convert negative value to unsigned int");
    if (!int_as_uint64(v, word))
        return raise_false(&type_OverflowError, "Python int too large to convert to C unsigned long");
    return true;
}

static Value py_random_setstate(const Ref *args) {
    if (!is_tuple(args[1])) return raise(&type_TypeError, "state vector must be a tuple");
    if (tuple_count(args[1]) != STATE_SIZE + 1) return raise(&type_ValueError, "state vector is the wrong size");
    uint32_t words[STATE_SIZE];
    uint64_t word;
    for (size_t i = 0; i < STATE_SIZE; i++) {
        if (!state_word(tuple_peek(args[1], i), &word)) return NULL;
        words[i] = (uint32_t)word;
    }
    int64_t next;
    if (!is_int(tuple_peek(args[1], STATE_SIZE))) return raise(&type_TypeError, "an integer is required");
    if (!int_as_int64(tuple_peek(args[1], STATE_SIZE), &next) || next < 0 || next > STATE_SIZE)
        return raise(&type_ValueError, "invalid state");
    Random *r = as_random(args[0]);
    memcpy(r->words, words, sizeof words);
    r->next = (uint32_t)next;
    return VALUE_NONE;
}

static const NativeDef random_methods[] = {
    {"random()", py_random_random, DOC("random() -> x in the interval [0, 1)."), 0},
    {"seed(n=None, /)", py_random_seed, DOC("Begin the numbers that belong to n, or to no number that anybody knows."),
     0},
    {"getrandbits(k, /)", py_random_getrandbits, DOC("An integer of k random bits."), 0},
    {"_randbelow(n, /)", py_random_randbelow, DOC("Return a random int in the range [0,n)."), 0},
    {"getstate()", py_random_getstate, DOC("The state, as a tuple for setstate()."), 0},
    {"setstate(state, /)", py_random_setstate, DOC("Go on from what getstate() returned."), 0},
    {0},
};

Type type_random = {
    TYPE_HEAD(random),
    .init_slot = NULL,
    .name = "Random",
    .module = "_random",
    .doc = "A source of random numbers: the Mersenne Twister.",
    .size = sizeof(Random),
    .make = random_make,
    .init = &random_init,
    .methods = random_methods,
};

/* --- The module -------------------------------------------------------------------------------------------------- */

static Value py_random_sha512(const Ref *args) {
    ByteView view;
    uint8_t digest[SHA512_SIZE];
    if (!byte_view(args[0], &view)) return NULL;
    sha512(view.data, view.length, digest);
    byte_view_done(&view);
    return bytes_from(digest, sizeof digest);
}

static bool fill(Ref dict) {
    dict_set_text(dict, "Random", type_ref(&type_random));
    return true;
}

static const NativeDef functions[] = {
    {"_sha512(data, /)", py_random_sha512, DOC("Return the SHA-512 digest of data: text becomes a seed through it."),
     0},
    {0},
};

const ModuleDef module__random = {
    "_random",
    "Random numbers of the Mersenne Twister.",
    functions,
    fill,
};
