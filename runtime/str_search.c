/* runtime/str_search.c - finding, counting and replacing text in strings.
 *
 * Owns:      the choice of search: that of bytes, or for wide characters memmem of the C library, which is linear
 *            (two-way).
 * Invariant: a part that is wider than the text cannot be in it; a narrower one is widened first.
 * Not here:  the methods (str_methods.c).
 */
#include "runtime/base/search.h"
#include "runtime/error.h"
#include "runtime/str_chars.h"

/* A part in the width of the text that it is looked for in. */
typedef struct Needle {
    const uint8_t *data; /* its characters, NULL when there was no memory to widen them */
    size_t length;       /* characters */
    uint32_t width;      /* of the text */
    uint8_t *owned;      /* widened copy, or NULL */
    Ref text, part;      /* what it was made for */
    uint8_t room[64];    /* the copy of a short one */
} Needle;

/* False when the part cannot be in the text, since it is wider. */
static bool needle_init(Needle *needle, Ref text, Ref part) {
    uint32_t width = str_width(text), part_width = str_width(part);
    needle->data = str_data(part);
    needle->length = str_length(part);
    needle->width = width;
    needle->owned = NULL;
    needle->text = text;
    needle->part = part;
    if (part_width > width || (str_is_ascii(text) && !str_is_ascii(part))) return false;
    if (part_width == width) return true;
    size_t size = needle->length * width;
    uint8_t *copy = needle->room;
    if (size > sizeof needle->room) copy = needle->owned = mem_raw_try(&rt()->mem, size);
    if (copy) chars_convert(copy, width, needle->data, part_width, needle->length);
    needle->data = copy;
    return true;
}

/* Finding without a widened copy. */
static int64_t find_slowly(const Needle *needle, size_t begin, size_t end) {
    for (size_t i = begin; i + needle->length <= end; i++)
        if (str_stands_at(needle->text, needle->part, i)) return (int64_t)i;
    return -1;
}

static int64_t rfind_slowly(const Needle *needle, size_t begin, size_t end) {
    for (size_t i = end - needle->length + 1; i > begin; i--)
        if (str_stands_at(needle->text, needle->part, i - 1)) return (int64_t)i - 1;
    return -1;
}

static void needle_done(Needle *needle) {
    if (needle->owned) mem_raw_free(&rt()->mem, needle->owned, needle->length * needle->width);
}

/* Index of the first needle in data[begin .. end), or -1. */
static int64_t find_needle(const Needle *needle, const uint8_t *data, size_t begin, size_t end) {
    uint32_t width = needle->width;
    if (needle->length > end - begin) return -1;
    if (needle->length == 0) return (int64_t)begin;
    if (UNLIKELY(needle->data == NULL)) return find_slowly(needle, begin, end);
    if (needle->length == 1) return chars_find(data, width, chars_at(needle->data, width, 0), begin, end);
    const uint8_t *from = data + begin * width, *stop = data + end * width;
    if (width == 1) {
        const uint8_t *found = search_bytes(from, stop, needle->data, needle->length);
        return found ? found - data : -1;
    }
    while (from < stop) {
        const uint8_t *found = memmem(from, (size_t)(stop - from), needle->data, needle->length * width);
        if (found == NULL) return -1;
        size_t offset = (size_t)(found - data);
        if (offset % width == 0) return (int64_t)(offset / width);
        from = data + (offset / width + 1) * width; /* a match across characters */
    }
    return -1;
}

static int64_t rfind_needle(const Needle *needle, const uint8_t *data, size_t begin, size_t end) {
    uint32_t width = needle->width;
    if (needle->length > end - begin) return -1;
    if (needle->length == 0) return (int64_t)end;
    if (UNLIKELY(needle->data == NULL)) return rfind_slowly(needle, begin, end);
    uint32_t first = chars_at(needle->data, width, 0);
    for (size_t stop = end - needle->length + 1; stop > begin;) {
        int64_t at = chars_rfind(data, width, first, begin, stop);
        if (at < 0) return -1;
        if (memcmp(data + (size_t)at * width, needle->data, needle->length * width) == 0) return at;
        stop = (size_t)at;
    }
    return -1;
}

bool str_stands_at(Ref s, Ref part, size_t at) {
    size_t length = str_length(part);
    uint32_t width = str_width(s), part_width = str_width(part);
    if (at > str_length(s) || length > str_length(s) - at || part_width > width) return false;
    const uint8_t *data = str_data(s), *part_data = str_data(part);
    if (part_width == width) return search_same(data + at * width, part_data, length * width);
    for (size_t i = 0; i < length; i++)
        if (chars_at(data, width, at + i) != chars_at(part_data, part_width, i)) return false;
    return true;
}

int64_t str_find(Ref s, Ref part, size_t begin, size_t end) {
    if (begin > end || str_length(part) > end - begin) return -1;
    Needle needle;
    if (!needle_init(&needle, s, part)) return -1;
    int64_t at = find_needle(&needle, str_data(s), begin, end);
    needle_done(&needle);
    return at;
}

int64_t str_rfind(Ref s, Ref part, size_t begin, size_t end) {
    if (begin > end || str_length(part) > end - begin) return -1;
    Needle needle;
    if (!needle_init(&needle, s, part)) return -1;
    int64_t at = rfind_needle(&needle, str_data(s), begin, end);
    needle_done(&needle);
    return at;
}

static size_t count_char(const uint16_t *data, uint16_t c, size_t begin, size_t end) {
    size_t count = 0;
    for (size_t i = begin; i < end; i++) count += data[i] == c;
    return count;
}

/* Occurrences that do not overlap, at most so many. */
static size_t count_needle(const Needle *needle, const uint8_t *data, size_t begin, size_t end, size_t most) {
    size_t count = 0;
    if (needle->width == 1 && needle->data) /* and it has a character at least */
        return search_count(data + begin, data + end, needle->data, needle->length, most);
    if (needle->width == 2 && needle->data && needle->length == 1) {
        size_t all =
            count_char((const uint16_t *)(const void *)data, *(const uint16_t *)(const void *)needle->data, begin, end);
        return all < most ? all : most;
    }
    for (; count < most; count++) {
        int64_t at = find_needle(needle, data, begin, end);
        if (at < 0) break;
        begin = (size_t)at + needle->length;
    }
    return count;
}

size_t str_count(Ref s, Ref part, size_t begin, size_t end, size_t most) {
    if (begin > end) return 0;
    if (str_length(part) == 0) return end - begin + 1 < most ? end - begin + 1 : most;
    Needle needle;
    if (!needle_init(&needle, s, part)) return 0;
    size_t count = count_needle(&needle, str_data(s), begin, end, most);
    needle_done(&needle);
    return count;
}

/* Puts new before each character and at the end, most times in all. */
static Value interleave(Ref s, Ref new, size_t most) {
    StrBuilder b;
    size_t length = str_length(s), i = 0;
    builder_init(&b);
    builder_reserve(&b, length, str_all(s) | str_all(new));
    for (; i < most && i <= length; i++) {
        builder_str(&b, new);
        if (i < length) builder_char(&b, str_at(s, i));
    }
    builder_slice(&b, s, i, length);
    return builder_finish(&b);
}

#define EXCHANGE(name, Unit)                                                                                           \
    static void name(Unit *to, const Unit *from, size_t length, Unit old, Unit new) {                                  \
        for (size_t i = 0; i < length; i++) to[i] = from[i] == old ? new : from[i];                                    \
    }
EXCHANGE(exchange_1, uint8_t)
EXCHANGE(exchange_2, uint16_t)

/* Every occurrence of a character for another one that is no wider, where characters have one or two bytes. */
static Value replace_char(Ref s, uint32_t old, uint32_t new) {
    size_t length = str_length(s);
    uint32_t width = str_width(s);
    const void *from = str_data(s);
    if (chars_find(from, width, old, 0, length) < 0) return str_slice(s, 0, SIZE_MAX);
    if (length == 1) return str_from_char(new);
    Value copy = str_alloc(length, str_all(s) | new);
    if (copy == NULL) return NULL;
    void *to = str_data(copy);
    if (width == 1) exchange_1(to, from, length, (uint8_t)old, (uint8_t)new);
    else exchange_2(to, from, length, (uint16_t)old, (uint16_t)new);
    return str_narrowed_steal(copy);
}

/* A part, which is first at a place, for another one of the same length and no wider characters: the places need not be
 * counted. */
static Value replace_alike(Ref s, const Needle *old, Ref new, size_t most, int64_t at) {
    size_t length = str_length(s);
    if (length == old->length) return str_slice(new, 0, SIZE_MAX);
    Value copy = str_alloc(length, str_all(s) | str_all(new));
    if (copy == NULL) return NULL;
    uint8_t *data = str_data(copy);
    const uint8_t *from = str_data(s);
    uint32_t width = old->width, new_width = str_width(new);
    memcpy(data, from, length * width);
    for (; at >= 0 && most > 0; most--) {
        chars_copy(data + (size_t)at * width, width, str_data(new), new_width, old->length);
        at = find_needle(old, from, (size_t)at + old->length, length);
    }
    return copy;
}

/* count occurrences of a part that has at least one character; find_needle tells again where those behind the first
 * stand. */
static Value replace_counted(Ref s, const Needle *old, Ref new, size_t count, int64_t first) {
    size_t length = str_length(s), total, grown;
    size_t new_length = str_length(new);
    if (__builtin_mul_overflow(count, new_length, &grown) ||
        __builtin_add_overflow(length - count * old->length, grown, &total) || total > INT64_MAX)
        return raise(&type_OverflowError, "replace string is too long");
    if (total == 0) return str_empty();
    Value result = str_alloc(total, str_all(s) | str_all(new));
    if (result == NULL) return NULL;
    uint32_t width = str_width(result), from_width = old->width;
    const uint8_t *from = str_data(s);
    uint8_t *to = str_data(result);
    size_t begin = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)(i == 0 ? first : find_needle(old, from, begin, length));
        chars_copy(to, width, from + begin * from_width, from_width, at - begin);
        to += (at - begin) * width;
        chars_copy(to, width, str_data(new), str_width(new), new_length);
        to += new_length * width;
        begin = at + old->length;
    }
    chars_copy(to, width, from + begin * from_width, from_width, length - begin);
    return result;
}

Value str_replace(Ref s, Ref old, Ref new, size_t most) {
    if (most == 0 || str_equal(old, new)) return str_slice(s, 0, SIZE_MAX);
    if (str_length(old) == 0) return interleave(s, new, most);
    uint32_t width = str_width(s);
    bool no_wider = str_width(old) <= width && str_width(new) <= width;
    if (width < 4 && no_wider && str_length(old) == 1 && str_length(new) == 1 && most >= str_length(s))
        return replace_char(s, str_at(old, 0), str_at(new, 0));
    Needle needle;
    if (!needle_init(&needle, s, old)) return str_slice(s, 0, SIZE_MAX);
    int64_t first = find_needle(&needle, str_data(s), 0, str_length(s));
    Value result;
    if (first < 0) {
        result = str_slice(s, 0, SIZE_MAX);
    } else if (str_length(old) == str_length(new) && str_width(new) <= width) {
        result = replace_alike(s, &needle, new, most, first);
    } else {
        size_t behind = (size_t)first + needle.length;
        size_t count = 1 + count_needle(&needle, str_data(s), behind, str_length(s), most - 1);
        result = replace_counted(s, &needle, new, count, first);
    }
    needle_done(&needle);
    return str_narrowed_steal(result);
}
