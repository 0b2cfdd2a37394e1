/* runtime/str.h - the str type: immutable text of 1, 2 or 4 bytes a character.
 *
 * Owns:      the representation, creation, comparison, hashing, searching, builders.
 * Invariant: the narrowest width that fits is used; data ends in one NUL character; lone surrogates are allowed; the
 *            characters are reached through str_data only.
 * Not here:  methods (str_methods.c), format specs (format.c), interning (intern.h), codecs (codec.c).
 */
#ifndef OURO_STR_H
#define OURO_STR_H

#include <stdarg.h>

#include "runtime/object.h"
#include "runtime/type.h"

/* in Object.flags from OBJECT_KIND_SHIFT on */
enum {
    STR_WIDTH_1 = 1u << 16,
    STR_WIDTH_2 = 1u << 17,
    STR_WIDTH_4 = 1u << 18,
    STR_ASCII = 1u << 19,    /* width 1 and all below 128: the data is also its UTF-8 */
    STR_INTERNED = 1u << 20, /* the one string with this text in its runtime: equal means identical */
    STR_INDIRECT = 1u << 21, /* instance of a subclass: data holds a pointer to raw storage, attributes follow it */
};

typedef struct Str {
    Object head;
    int64_t hash;   /* 0: not computed yet (a computed 0 is stored as 1; -1 never occurs) */
    size_t length;  /* characters */
    uint8_t data[]; /* characters, then a NUL character; STR_INDIRECT: a pointer to them */
} Str;

/* Where attributes of an instance of a subclass begin. */
#define STR_SHAPE_OFFSET (sizeof(Str) + 16)

static inline Str *as_str(Ref v) { return (Str *)object_of(v); }
static inline bool is_str(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_STR; }
static inline bool is_exact_str(Ref v) { return is_exact(v, &type_str); }
static inline size_t str_length(Ref s) { return as_str(s)->length; }
static inline uint32_t str_width(Ref s) { return object_of(s)->flags >> OBJECT_KIND_SHIFT & 7; } /* bytes: 1, 2, 4 */
static inline size_t str_size(const Str *s) { /* bytes of an exact str */
    return sizeof(Str) + (s->length + 1) * (s->head.flags >> OBJECT_KIND_SHIFT & 7);
}
static inline bool str_is_ascii(Ref s) { return object_of(s)->flags & STR_ASCII; }
static inline bool str_is_interned(Ref s) { return object_of(s)->flags & STR_INTERNED; }
/* The characters: str_width(s) bytes each, then a NUL character. */
static inline uint8_t *str_data(Ref s) {
    uint8_t *data = as_str(s)->data;
    if (UNLIKELY(object_of(s)->flags & STR_INDIRECT)) return *(uint8_t **)(void *)data;
    return data;
}
static inline uint32_t str_at(Ref s, size_t i) {
    const void *data = str_data(s);
    uint32_t width = str_width(s);
    if (LIKELY(width == 1)) return ((const uint8_t *)data)[i];
    return width == 2 ? ((const uint16_t *)data)[i] : ((const uint32_t *)data)[i];
}

/* The one-character strings below 256: static, immortal, interned; NULL until one is needed. */
extern Value str_chars[256];
COLD Value str_make_char(uint8_t c);
static inline Value str_narrow_char(uint8_t c) {
    Value s = str_chars[c];
    return LIKELY(s != NULL) ? s : str_make_char(c);
}

/* New strings. NULL with MemoryError when the size is refused. */
Value str_from_utf8(const char *text, size_t length); /* WTF-8: surrogates as three bytes; must be valid */
/* The same for text that may be wrong. MISSING: it is, or it has fewer than two characters. */
MUST_CHECK Lookup str_decode_utf8(const char *utf8, size_t length, Value *s);
Value str_from_text(const char *text);                 /* NUL-terminated UTF-8 */
Value str_from_ascii(const char *text, size_t length); /* bytes below 128 */
Value str_from_latin1(const uint8_t *text, size_t length);
Value str_from_char(uint32_t code_point);  /* one character; static for those below 256 */
Value str_format(const char *format, ...); /* formats as error.h describes */
Value str_format_list(const char *format, va_list arguments);
Value str_empty(void);
/* length characters for the caller to fill through str_data, the NUL behind them set. all is the largest character, or
 * the bitwise or of them, and chooses the width. */
MUST_CHECK Value str_alloc(size_t length, uint32_t all);
/* data holds characters of this width, which need not be the narrowest. */
Value str_from_chars(const void *data, uint32_t width, size_t length);
/* The same text as an instance of type: text itself for str, an instance without attributes for a subclass. */
MUST_CHECK Value str_new_of(Type *type, Ref text);
Value str_slice(Ref s, size_t begin, size_t end);
Value str_concat(Ref a, Ref b);
/* *left = *left + right; extends in place when *left is the only reference. On failure *left is NULL and released. */
MUST_CHECK bool str_append(Value *left, Ref right);
Value str_join(Ref separator, Ref iterable);
Value str_join_items(Ref separator, const Ref *items, size_t count); /* TypeError: one is no str */
Value str_repeat(Ref s, int64_t count);

/* UTF-8 of a string: points into it when ASCII, else into a buffer that str_utf8_done frees. False with
 * UnicodeEncodeError for lone surrogates (surrogates: true lets them pass as WTF-8). */
typedef struct Utf8 {
    const char *text;  /* NUL-terminated */
    size_t length;     /* bytes */
    char *owned;       /* buffer to free, or NULL */
    size_t owned_size; /* bytes of it */
} Utf8;
MUST_CHECK bool str_utf8(Ref s, Utf8 *utf8, bool surrogates);
void str_utf8_done(Utf8 *utf8);

/* Run no Python code, raise nothing. */
int64_t str_hash_data(const void *data, size_t bytes); /* of the str that has this data */
static inline int64_t str_hash(Ref s) {
    Str *str = as_str(s);
    if (UNLIKELY(str->hash == 0)) str->hash = str_hash_data(str_data(s), str->length * str_width(s));
    return str->hash;
}
bool str_equal(Ref a, Ref b);
bool str_equal_text(Ref a, const char *ascii);
int str_compare(Ref a, Ref b);                               /* <0, 0, >0 by code points */
int64_t str_find(Ref s, Ref part, size_t begin, size_t end); /* index or -1 */
int64_t str_rfind(Ref s, Ref part, size_t begin, size_t end);
bool str_stands_at(Ref s, Ref part, size_t at);
size_t str_count(Ref s, Ref part, size_t begin, size_t end, size_t most); /* without overlap, stops at most */
Value str_replace(Ref s, Ref old, Ref new, size_t most);
Value str_upper(Ref s); /* str.upper */
Value str_repr(Ref s);
Value str_ascii(Ref s); /* s with characters from 128 on as \x, \u, \U escapes: ascii() does this to a repr */

/* Builds text piece by piece; widens as needed. The first error sticks and shows in finish. It must not be copied. */
typedef struct StrBuilder {
    uint8_t *data;     /* characters so far: room, or raw storage */
    size_t length;     /* characters */
    size_t capacity;   /* characters that fit */
    uint32_t width;    /* 1, 2, 4 */
    uint32_t all;      /* below 128, 256, 65536 exactly when all characters are */
    bool failed;       /* an exception is set */
    uint32_t room[28]; /* where the first characters go */
} StrBuilder;
void builder_init(StrBuilder *b);
void builder_char_slow(StrBuilder *b, uint32_t code_point);
static inline void builder_char(StrBuilder *b, uint32_t code_point) {
    if (LIKELY(b->width == 1 && code_point < 256 && b->length < b->capacity)) {
        b->data[b->length++] = (uint8_t)code_point;
        b->all |= code_point;
    } else {
        builder_char_slow(b, code_point);
    }
}
void builder_ascii(StrBuilder *b, const char *text, size_t length);
void builder_text(StrBuilder *b, const char *utf8); /* NUL-terminated UTF-8 */
void builder_utf8(StrBuilder *b, const char *utf8, size_t length);
void builder_chars(StrBuilder *b, const void *data, uint32_t width, size_t length);
void builder_format(StrBuilder *b, const char *format, ...);
void builder_reserve(StrBuilder *b, size_t more, uint32_t all); /* room for more characters up to this one */
void builder_str(StrBuilder *b, Ref s);
void builder_slice(StrBuilder *b, Ref s, size_t begin, size_t end);
void builder_repeat(StrBuilder *b, uint32_t code_point, size_t count);
MUST_CHECK Value builder_finish(StrBuilder *b); /* frees the builder; NULL when it failed */
void builder_abandon(StrBuilder *b);

#endif
