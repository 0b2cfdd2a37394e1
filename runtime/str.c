/* runtime/str.c - making, comparing and hashing strings.
 *
 * Owns:      the static strings, allocation, hashes, UTF-8 of strings.
 * Invariant: see str.h.
 * Not here:  the type and its operators (str_type.c), joining (str_join.c), searching (str_search.c).
 */
#include "runtime/str.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "runtime/base/search.h"
#include "runtime/base/utf8.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/str_chars.h"

/* A static string of one character below 256. */
typedef struct OneChar {
    Object head;     /* immortal */
    int64_t hash;    /* of data */
    size_t length;   /* 1 */
    uint8_t data[2]; /* the character and a NUL */
} OneChar;

static OneChar one_char_storage[256];
Value str_chars[256];

int64_t str_hash_data(const void *data, size_t bytes) {
    if (bytes == 0) return 0; /* visible, and the same in every process; 0 also says that no hash was computed yet */
    int64_t hash = (int64_t)XXH3_64bits_withSeed(data, bytes, rt()->hash_seed);
    return hash == 0 ? 1 : hash == -1 ? -2 : hash;
}

/* Runtimes in two threads may both be here: what they write is the same. */
Value str_make_char(uint8_t c) {
    uint32_t flags = STR_WIDTH_1 | STR_INTERNED | (c < 128 ? STR_ASCII : 0);
    one_char_storage[c] = (OneChar){.head = {.count = IMMORTAL_COUNT, .flags = flags, .type = &type_str},
                                    .hash = str_hash_data(&c, 1),
                                    .length = 1,
                                    .data = {c, 0}};
    __atomic_store_n(&str_chars[c], value_of(&one_char_storage[c]), __ATOMIC_RELEASE);
    return str_chars[c];
}

/* Creation. */

Value str_alloc(size_t length, uint32_t all) {
    uint32_t width = width_for(all);
    if (UNLIKELY(length > SIZE_MAX / 16)) return raise_memory();
    Str *s = object_new_leaf(&type_str, sizeof(Str) + (length + 1) * width);
    if (UNLIKELY(s == NULL)) return NULL;
    s->head.flags |= width << OBJECT_KIND_SHIFT | (all < 128 ? STR_ASCII : 0);
    s->hash = 0;
    s->length = length;
    chars_put(s->data, width, length, 0);
    return value_of(s);
}

Value str_empty(void) { return NAME(empty); }

Value str_from_char(uint32_t c) {
    if (LIKELY(c < 256)) return str_narrow_char((uint8_t)c);
    Value s = str_alloc(1, c);
    if (s) chars_put(as_str(s)->data, str_width(s), 0, c);
    return s;
}

/* A string of characters of this width, of which all is known. */
static __attribute__((noinline)) Value from_chars(const void *data, uint32_t width, size_t length, uint32_t all) {
    if (length <= 1) return length == 0 ? str_empty() : str_from_char(chars_at(data, width, 0));
    Value s = str_alloc(length, all);
    if (s) chars_copy(as_str(s)->data, width_for(all), data, width, length);
    return s;
}

static inline Value from_ascii(const void *data, size_t length) {
    Str *s = ascii_cell_try(length);
    if (UNLIKELY(s == NULL)) return from_chars(data, 1, length, 0x7f);
    copy_short(s->data, data, length);
    return value_of(s);
}

Value str_from_chars(const void *data, uint32_t width, size_t length) {
    return from_chars(data, width, length, chars_all(data, width, length));
}

Value str_from_ascii(const char *text, size_t length) { return from_ascii(text, length); }

Value str_from_latin1(const uint8_t *text, size_t length) { return str_from_chars(text, 1, length); }

/* Whether a valid sequence stands at text. */
static inline bool is_sequence(const char *text, size_t left) {
    Utf8Error error;
    if (LIKELY(utf8_usual((const uint8_t *)text, left) > 0)) return true;
    return utf8_check(text, left < 4 ? left : 4, UTF8_STRICT, &error) || error.begin > 0;
}

static inline bool is_continuation(uint8_t byte) { return (byte & 0xc0) == 0x80; }

enum { ASCII_RUN = 8 }; /* bytes that are looked at together */

static inline bool starts_ascii_run(const char *text) {
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return !(word & 0x8080808080808080u);
}

/* Decodes into data, as long as the text is valid when that is not known. Returns the bytes read; width and known are
 * constants at each call. What is of two bytes, or surely valid of three, is decoded here. */
__attribute__((always_inline)) static inline size_t decode_into(void *data, uint32_t width, bool known,
                                                                const char *text, size_t length) {
    const char *p = text, *end = text + length;
    for (size_t i = 0; p < end;) {
        const uint8_t *b = (const uint8_t *)p;
        uint32_t c = *b;
        if (c < 0x80) {
            for (; end - p >= ASCII_RUN && starts_ascii_run(p); p += ASCII_RUN, i += ASCII_RUN)
                for (size_t k = 0; k < ASCII_RUN; k++) chars_put(data, width, i + k, (uint8_t)p[k]);
            for (; p < end && (uint8_t)*p < 0x80; p++) chars_put(data, width, i++, (uint8_t)*p);
            continue;
        }
        if (c - 0xc2 < 0xe0 - 0xc2 && end - p >= 2 && is_continuation(b[1])) {
            c = (c & 0x1f) << 6 | (b[1] & 0x3fu);
            p += 2;
        } else if (c - 0xe1 < 0xed - 0xe1 && end - p >= 3 && is_continuation(b[1]) && is_continuation(b[2])) {
            c = (c & 0x0f) << 12 | (b[1] & 0x3fu) << 6 | (b[2] & 0x3fu);
            p += 3;
        } else {
            if (!known && !is_sequence(p, (size_t)(end - p))) break;
            c = utf8_decode(&p);
        }
        chars_put(data, width, i++, c);
    }
    return (size_t)(p - text);
}

Value str_from_utf8(const char *text, size_t length) {
    if (LIKELY(utf8_is_ascii(text, length))) return str_from_ascii(text, length);
    size_t count = utf8_count(text, length);
    if (count == 1) return str_from_char(utf8_decode(&text));
    Value s = str_alloc(count, utf8_all(text, length));
    if (s == NULL) return NULL;
    void *data = as_str(s)->data;
    uint32_t width = str_width(s);
    if (width == 1) decode_into(data, 1, true, text, length);
    else if (width == 2) decode_into(data, 2, true, text, length);
    else decode_into(data, 4, true, text, length);
    return s;
}

Lookup str_decode_utf8(const char *text, size_t length, Value *s) {
    size_t count = utf8_count(text, length), done;
    if (count < 2) return MISSING;
    *s = str_alloc(count, utf8_all(text, length));
    if (*s == NULL) return FAILED;
    void *data = as_str(*s)->data;
    uint32_t width = str_width(*s);
    if (width == 1) done = decode_into(data, 1, false, text, length);
    else if (width == 2) done = decode_into(data, 2, false, text, length);
    else done = decode_into(data, 4, false, text, length);
    if (LIKELY(done == length)) return FOUND;
    clear_ref(s);
    return MISSING;
}

Value str_from_text(const char *text) { return str_from_utf8(text, strlen(text)); }

Value str_slice(Ref s, size_t begin, size_t end) {
    size_t length = str_length(s);
    if (end > length) end = length;
    if (begin == 0 && end == length && is_exact(s, &type_str)) return retain(s);
    if (begin >= end) return str_empty();
    if (LIKELY(str_is_ascii(s))) return from_ascii(str_data(s) + begin, end - begin);
    uint32_t width = str_width(s);
    return str_from_chars(chars_place(str_data(s), width, begin), width, end - begin);
}

Value str_narrowed_steal(Value s) {
    if (s == NULL || (str_is_ascii(s) && str_length(s) > 1)) return s;
    uint32_t width = str_width(s), all = chars_all(str_data(s), width, str_length(s));
    if (str_length(s) > 1 && width_for(all) == width && all >= 128) return s;
    Value narrow = from_chars(str_data(s), width, str_length(s), all);
    release(s);
    return narrow;
}

Value str_new_of(Type *type, Ref text) {
    if (type == &type_str) return str_slice(text, 0, SIZE_MAX);
    Str *source = as_str(text);
    size_t size = (source->length + 1) * str_width(text);
    uint8_t *data = mem_raw_try(&rt()->mem, size);
    if (data == NULL) return raise_memory();
    memcpy(data, str_data(text), size);
    Str *s = object_new(type, type->size);
    s->head.flags |= (source->head.flags & (STR_WIDTH_1 | STR_WIDTH_2 | STR_WIDTH_4 | STR_ASCII)) | STR_INDIRECT;
    s->hash = source->hash;
    s->length = source->length;
    memcpy(s->data, &data, sizeof data);
    return value_of(s);
}

/* UTF-8. */

static COLD bool raise_surrogate(Ref s, size_t begin) {
    size_t end = begin + 1;
    while (end < str_length(s) && str_at(s, end) - 0xd800 < 0x800) end++;
    codec_raise_encode("utf-8", s, begin, end, "surrogates not allowed");
    return false;
}

/* Encodes until the end or, unless they pass, a surrogate: its index goes to *stopped. Returns the bytes written; width
 * is a constant at each call. */
__attribute__((always_inline)) static inline size_t encode_from(Ref s, uint32_t width, bool surrogates, char *text,
                                                                size_t *stopped) {
    const void *data = str_data(s);
    size_t length = str_length(s), i = 0;
    char *out = text;
    for (; i < length; i++) {
        uint32_t c = chars_at(data, width, i);
        if (c < 0x80) {
            *out++ = (char)c;
            continue;
        }
        if (width > 1 && UNLIKELY(c - 0xd800 < 0x800 && !surrogates)) break;
        out += utf8_encode(c, out);
    }
    *stopped = i;
    return (size_t)(out - text);
}

static bool encode_utf8(Ref s, Utf8 *utf8, bool surrogates) {
    uint32_t width = str_width(s);
    size_t length = str_length(s), room = length * (width == 1 ? 2 : width == 2 ? 3 : 4) + 1, size, stopped;
    char *text = mem_raw_try(&rt()->mem, room);
    if (text == NULL) return raise_memory(), false;
    if (width == 1) size = encode_from(s, 1, surrogates, text, &stopped);
    else if (width == 2) size = encode_from(s, 2, surrogates, text, &stopped);
    else size = encode_from(s, 4, surrogates, text, &stopped);
    if (UNLIKELY(stopped < length)) {
        mem_raw_free(&rt()->mem, text, room);
        return raise_surrogate(s, stopped);
    }
    text[size] = '\0';
    *utf8 = (Utf8){.text = text, .length = size, .owned = text, .owned_size = room};
    return true;
}

bool str_utf8(Ref s, Utf8 *utf8, bool surrogates) {
    if (LIKELY(str_is_ascii(s))) {
        *utf8 = (Utf8){.text = (const char *)str_data(s), .length = str_length(s)};
        return true;
    }
    *utf8 = (Utf8){.text = ""};
    return encode_utf8(s, utf8, surrogates);
}

void str_utf8_done(Utf8 *utf8) {
    if (utf8->owned) mem_raw_free(&rt()->mem, utf8->owned, utf8->owned_size);
    utf8->owned = NULL;
}

/* Comparing. */

bool str_equal(Ref a, Ref b) {
    if (a == b) return true;
    size_t length = str_length(a);
    uint32_t width = str_width(a);
    return length == str_length(b) && width == str_width(b) && search_same(str_data(a), str_data(b), length * width);
}

bool str_equal_text(Ref a, const char *ascii) {
    size_t length = strlen(ascii);
    return str_length(a) == length && str_is_ascii(a) && memcmp(str_data(a), ascii, length) == 0;
}

int str_compare(Ref a, Ref b) {
    size_t first = str_length(a), second = str_length(b), common = first < second ? first : second;
    const void *left = str_data(a), *right = str_data(b);
    uint32_t left_width = str_width(a), right_width = str_width(b);
    if (left_width == 1 && right_width == 1) {
        int order = memcmp(left, right, common);
        if (order != 0) return order;
    } else {
        for (size_t i = 0; i < common; i++) {
            uint32_t c = chars_at(left, left_width, i), d = chars_at(right, right_width, i);
            if (c != d) return c < d ? -1 : 1;
        }
    }
    return first < second ? -1 : first > second;
}
