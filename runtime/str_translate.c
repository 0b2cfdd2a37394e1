/* runtime/str_translate.c - str.maketrans and str.translate.
 *
 * Owns:      nothing.
 * Invariant: a table maps code points to code points, strings, or None for what is dropped.
 * Not here:  bytes.translate (bytes_methods.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

/* Fills table from a dict whose keys may be characters. */
static bool copy_table(Ref table, Ref source) {
    size_t position = 0;
    Ref key, value;
    while (dict_step(source, &position, &key, &value)) {
        if (is_str(key)) {
            if (str_length(key) != 1)
                return raise_false(&type_ValueError, "string keys in translate table must be of length 1");
            if (!dict_set(table, small_int_value(str_at(key, 0)), value)) return false;
        } else if (is_int(key)) {
            if (!dict_set(table, key, value)) return false;
        } else {
            return raise_false(&type_TypeError, "keys in translate table must be strings or integers");
        }
    }
    return true;
}

static bool pair_up(Ref table, Ref from, Ref to, Ref dropped) {
    if (!is_str(from))
        return raise_false(&type_TypeError, "first maketrans argument must be a string if there is a second argument");
    if (str_length(from) != str_length(to))
        return raise_false(&type_ValueError, "the first two maketrans arguments must have equal length");
    for (size_t i = 0; i < str_length(from); i++)
        if (!dict_set(table, small_int_value(str_at(from, i)), small_int_value(str_at(to, i)))) return false;
    for (size_t i = 0; dropped && i < str_length(dropped); i++)
        if (!dict_set(table, small_int_value(str_at(dropped, i)), VALUE_NONE)) return false;
    return true;
}

Value py_str_maketrans(const Ref *args) {
    if (args[1] && !str_argument(args[1], "maketrans", 2)) return NULL;
    if (args[2] && !str_argument(args[2], "maketrans", 3)) return NULL;
    if (args[1] == NULL && !is_exact(args[0], &type_dict))
        return raise(&type_TypeError, "if you give only one argument to maketrans it must be a dict");
    Value table = dict_new();
    bool done = args[1] ? pair_up(table, args[0], args[1], args[2]) : copy_table(table, args[0]);
    if (!done) clear_ref(&table);
    return table;
}

/* What the table has for a character; MISSING: nothing. */
static Lookup look_up(Ref table, uint32_t c, Value *found) {
    Ref key = small_int_value(c);
    if (is_exact(table, &type_dict)) return dict_get(table, key, found);
    *found = getitem(table, key);
    if (*found) return FOUND;
    if (!error_matches(&type_LookupError)) return FAILED;
    error_clear();
    return MISSING;
}

static bool add_found(StrBuilder *b, Ref found) {
    int64_t code;
    if (is_none(found)) return true;
    if (is_str(found)) {
        builder_str(b, found);
        return true;
    }
    if (!is_int(found)) return raise_false(&type_TypeError, "character mapping must return integer, None or str");
    if (!int_as_int64(found, &code) || code < 0 || code > 0x10ffff)
        return raise_false(&type_ValueError, "character mapping must be in range(0x110000)");
    builder_char(b, (uint32_t)code);
    return true;
}

enum { NOT_KNOWN = -1, LEFT_OUT = -2, MORE = -3 };

/* What an ASCII character became the last time, so that plain text asks once for each character only. */
typedef struct Cache {
    int16_t to[128]; /* the ASCII character it becomes, or one of these */
    bool used;       /* by other text, too: the table is a dict, which answers the same each time */
} Cache;

static void cache_store(Cache *cache, uint32_t c, Ref found) {
    int64_t to = MORE;
    if (!found) to = c;
    else if (is_small_int(found)) to = small_int(found);
    else if (is_str(found) && str_length(found) == 1) to = str_at(found, 0);
    if (to < 0 || to > 127) to = found && is_none(found) ? LEFT_OUT : MORE;
    cache->to[c] = (int16_t)to;
}

/* The rest of a run of characters that are left out, of which CPython asks one more: where it ends. */
static bool skip_left_out(Ref s, Ref table, size_t *i) {
    bool left_out = true;
    while (left_out && *i + 1 < str_length(s)) {
        Value found = NULL;
        if (look_up(table, str_at(s, *i + 1), &found) == FAILED) return false;
        left_out = found && is_none(found);
        if (left_out) ++*i;
        release_maybe(found);
    }
    return true;
}

/* Character i; of a table that is no dict, as many of those behind it as are left out with it. */
static bool add_translated(StrBuilder *b, Ref s, Ref table, Cache *cache, size_t *i) {
    uint32_t c = str_at(s, *i);
    bool cached = c < 128 && cache->used;
    if (cached && (cache->to[c] >= 0 || cache->to[c] == LEFT_OUT)) {
        if (cache->to[c] >= 0) builder_char(b, (uint32_t)cache->to[c]);
        return true;
    }
    Value found = NULL;
    Lookup answer = look_up(table, c, &found);
    if (answer == FAILED) return false;
    if (cached && cache->to[c] == NOT_KNOWN) cache_store(cache, c, found);
    if (answer == MISSING) {
        builder_char(b, c);
        return true;
    }
    bool done = add_found(b, found);
    if (done && is_none(found) && !cache->used) done = skip_left_out(s, table, i);
    release(found);
    return done;
}

/* The same for ASCII text as long as its characters become one ASCII character each or none: writes these, and returns
 * how many were read. */
static size_t translate_ascii(Ref s, Ref table, Cache *cache, uint8_t *to, size_t *written) {
    const uint8_t *from = str_data(s);
    size_t i = 0;
    *written = 0;
    for (; i < str_length(s); i++) {
        int16_t c = cache->to[from[i]];
        if (UNLIKELY(c == NOT_KNOWN)) {
            Value found = NULL;
            if (look_up(table, from[i], &found) == FAILED) return i;
            cache_store(cache, from[i], found);
            release_maybe(found);
            c = cache->to[from[i]];
        }
        if (c == MORE) return i;
        if (c >= 0) to[(*written)++] = (uint8_t)c;
    }
    return i;
}

Value py_str_translate(const Ref *args) {
    StrBuilder b;
    Cache cache;
    memset(cache.to, 0xff, sizeof cache.to);
    cache.used = is_exact(args[1], &type_dict);
    builder_init(&b);
    builder_reserve(&b, str_length(args[0]), 0);
    size_t begin = 0;
    if (str_is_ascii(args[0]) && !b.failed) {
        begin = translate_ascii(args[0], args[1], &cache, b.data, &b.length);
        if (error_set()) {
            builder_abandon(&b);
            return NULL;
        }
    }
    for (size_t i = begin; i < str_length(args[0]); i++) {
        if (add_translated(&b, args[0], args[1], &cache, &i)) continue;
        builder_abandon(&b);
        return NULL;
    }
    return builder_finish(&b);
}
