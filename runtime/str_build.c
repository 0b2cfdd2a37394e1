/* runtime/str_build.c - StrBuilder, and text formatted as error.h describes.
 *
 * Owns:      the builder's raw storage until builder_finish or builder_abandon.
 * Invariant: a failed builder ignores what is added.
 * Not here:  Python's format specs (format.h).
 */
#include <stdio.h>

#include "runtime/base/utf8.h"
#include "runtime/error.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"

void builder_init(StrBuilder *b) {
    b->data = (uint8_t *)b->room;
    b->length = 0;
    b->capacity = sizeof b->room;
    b->width = 1;
    b->all = 0;
    b->failed = false;
}

static void free_data(StrBuilder *b) {
    if (b->data != (uint8_t *)b->room) mem_raw_free(&rt()->mem, b->data, b->capacity * b->width);
}

void builder_abandon(StrBuilder *b) {
    free_data(b);
    b->data = (uint8_t *)b->room;
    b->length = b->capacity = 0;
    b->failed = true;
}

static COLD void fail_memory(StrBuilder *b) {
    builder_abandon(b);
    raise_memory();
}

/* Moves the characters to storage of this capacity and a width that is at least the present one. */
static bool move_to(StrBuilder *b, size_t capacity, uint32_t width) {
    Mem *mem = &rt()->mem;
    if (capacity > INT64_MAX / 4) return fail_memory(b), false;
    uint8_t *data;
    if (width == b->width && b->data != (uint8_t *)b->room) {
        data = mem_raw_resize_try(mem, b->data, b->capacity * width, capacity * width);
        if (data == NULL) return fail_memory(b), false;
    } else {
        data = mem_raw_try(mem, capacity * width);
        if (data == NULL) return fail_memory(b), false;
        chars_copy(data, width, b->data, b->width, b->length);
        free_data(b);
    }
    b->data = data;
    b->capacity = capacity;
    b->width = width;
    return true;
}

/* Room for more characters up to all. False when the builder has failed. */
static bool make_room(StrBuilder *b, size_t more, uint32_t all) {
    if (b->failed) return false;
    uint32_t width = width_for(all);
    if (width < b->width) width = b->width;
    size_t need = b->length + more;
    if (LIKELY(need <= b->capacity && width == b->width)) return true;
    size_t capacity = b->capacity;
    if (need > capacity) {
        capacity += capacity / 2;
        if (capacity < need) capacity = need;
    }
    return move_to(b, capacity, width);
}

void builder_reserve(StrBuilder *b, size_t more, uint32_t all) { make_room(b, more, all); }

void builder_char_slow(StrBuilder *b, uint32_t code_point) {
    if (!make_room(b, 1, code_point)) return;
    chars_put(b->data, b->width, b->length++, code_point);
    b->all |= code_point;
}

/* Adds characters of which all is known. */
static __attribute__((noinline)) void add_chars(StrBuilder *b, const void *data, uint32_t width, size_t length,
                                                uint32_t all) {
    if (length == 0 || !make_room(b, length, all)) return;
    chars_copy(chars_place(b->data, b->width, b->length), b->width, data, width, length);
    b->length += length;
    b->all |= all;
}

void builder_chars(StrBuilder *b, const void *data, uint32_t width, size_t length) {
    add_chars(b, data, width, length, chars_all(data, width, length));
}

void builder_ascii(StrBuilder *b, const char *text, size_t length) {
    if (UNLIKELY(length > b->capacity - b->length || b->width != 1)) {
        add_chars(b, text, 1, length, 0x7f);
        return;
    }
    copy_short(b->data + b->length, text, length);
    b->length += length;
    b->all |= 0x7f;
}

void builder_utf8(StrBuilder *b, const char *utf8, size_t length) {
    if (utf8_is_ascii(utf8, length)) {
        builder_ascii(b, utf8, length);
        return;
    }
    for (const char *end = utf8 + length; utf8 < end;) builder_char(b, utf8_decode(&utf8));
}

void builder_text(StrBuilder *b, const char *utf8) { builder_utf8(b, utf8, strlen(utf8)); }

void builder_str(StrBuilder *b, Ref s) {
    if (LIKELY(str_is_ascii(s))) builder_ascii(b, (const char *)str_data(s), str_length(s));
    else add_chars(b, str_data(s), str_width(s), str_length(s), str_all(s));
}

void builder_slice(StrBuilder *b, Ref s, size_t begin, size_t end) {
    if (begin >= end) return;
    uint32_t width = str_width(s);
    const void *data = chars_place(str_data(s), width, begin);
    if (str_is_ascii(s)) {
        builder_ascii(b, data, end - begin);
    } else {
        builder_chars(b, data, width, end - begin);
    }
}

void builder_repeat(StrBuilder *b, uint32_t code_point, size_t count) {
    if (count == 0 || !make_room(b, count, code_point)) return;
    chars_fill(chars_place(b->data, b->width, b->length), b->width, code_point, count);
    b->length += count;
    b->all |= code_point;
}

Value builder_finish(StrBuilder *b) {
    if (b->failed) return NULL;
    Value s;
    Str *ascii = b->all < 128 && b->width == 1 ? ascii_cell_try(b->length) : NULL;
    if (ascii) {
        copy_short(ascii->data, b->data, b->length);
        free_data(b);
        return value_of(ascii);
    }
    if (b->length <= 1) {
        s = b->length == 0 ? str_empty() : str_from_char(chars_at(b->data, b->width, 0));
    } else {
        s = str_alloc(b->length, b->width == 1 ? b->all : b->all | (b->width == 2 ? 0x100 : 0x10000));
        if (s) memcpy(str_data(s), b->data, b->length * b->width);
    }
    builder_abandon(b);
    return s;
}

/* Formats in the style of printf. */

enum { HELD_MAX = 8 }; /* conversions of a format that calls Python code */

/* One conversion of a format: %[flags][width][.precision][length]letter. */
typedef struct Conversion {
    char text[32]; /* as written, NUL-terminated, for snprintf */
    int precision; /* -1: none */
    int longs;     /* l and z letters */
    char letter;   /* what to print */
} Conversion;

/* Of flags, width, precision and length. */
static bool stands_before_letter(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == ' ' || c == '#' || c == '.' || c == 'l' || c == 'z';
}

/* Reads the conversion behind a '%' and returns the place behind it. */
static const char *read_conversion(const char *p, Conversion *c) {
    size_t n = 0;
    c->precision = -1;
    c->longs = 0;
    c->text[n++] = '%';
    while (stands_before_letter(*p) && n < sizeof c->text - 2) {
        if (*p == '.') c->precision = 0;
        if (c->precision >= 0 && *p >= '0' && *p <= '9') c->precision = c->precision * 10 + (*p - '0');
        if (*p == 'l' || *p == 'z') c->longs++;
        c->text[n++] = *p++;
    }
    c->letter = c->text[n++] = *p;
    c->text[n] = '\0';
    return *p ? p + 1 : p;
}

/* Numbers and characters, as snprintf prints them. */
static void add_number(StrBuilder *b, const Conversion *c, va_list *arguments) {
    char text[80];
    int length;
    if (c->letter == 'p') {
        length = snprintf(text, sizeof text, c->text, va_arg(*arguments, void *));
    } else if (c->longs) {
        length = snprintf(text, sizeof text, c->text, va_arg(*arguments, long));
    } else {
        length = snprintf(text, sizeof text, c->text, va_arg(*arguments, int));
    }
    if (length > 0) builder_ascii(b, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

/* UTF-8 text, padded to the width and cut to the precision, both in bytes. */
static void add_text(StrBuilder *b, const Conversion *c, const char *text) {
    size_t length = c->precision >= 0 ? strnlen(text, (size_t)c->precision) : strlen(text);
    size_t width = 0;
    bool left = c->text[1] == '-';
    for (const char *p = c->text + 1 + left; *p >= '0' && *p <= '9'; p++) width = width * 10 + (size_t)(*p - '0');
    if (!left && width > length) builder_repeat(b, ' ', width - length);
    builder_utf8(b, text, length);
    if (left && width > length) builder_repeat(b, ' ', width - length);
}

static void add_owned(StrBuilder *b, Value text) {
    if (text == NULL) {
        builder_abandon(b);
        return;
    }
    builder_str(b, text);
    release(text);
}

static void add_shown(StrBuilder *b, Ref v, Value (*text_of)(Ref v)) {
    Value held = retain_maybe(v);
    if (held) add_owned(b, text_of(held));
    else builder_ascii(b, "<NULL>", 6);
    release_maybe(held);
}

static const char *name_of_argument(Ref v) { return is_none(v) ? "None" : type_of(v)->name; }

static void add_conversion(StrBuilder *b, const Conversion *c, va_list *arguments) {
    switch (c->letter) {
    case '%': builder_char(b, '%'); break;
    case 's': add_text(b, c, va_arg(*arguments, const char *)); break;
    case 'T': add_text(b, c, type_of(va_arg(*arguments, Ref))->name); break;
    case 'O': add_text(b, c, name_of_argument(va_arg(*arguments, Ref))); break;
    case 'N': add_text(b, c, va_arg(*arguments, Type *)->name); break;
    case 'S': builder_str(b, va_arg(*arguments, Ref)); break;
    case 'R': add_shown(b, va_arg(*arguments, Ref), repr_of); break;
    case 'A': add_shown(b, va_arg(*arguments, Ref), str_of); break;
    default: add_number(b, c, arguments); break;
    }
}

/* One that add_conversion takes; when it is an object, a new reference to that. */
static Value hold_argument(const Conversion *c, va_list *arguments) {
    switch (c->letter) {
    case '%': return NULL;
    case 'p':
    case 's': (void)va_arg(*arguments, const void *); return NULL;
    case 'T':
    case 'O':
    case 'S':
    case 'R':
    case 'A': return retain_maybe(va_arg(*arguments, Ref));
    case 'N': return retain(type_ref(va_arg(*arguments, Type *)));
    default:
        if (c->longs) (void)va_arg(*arguments, long);
        else (void)va_arg(*arguments, int);
        return NULL;
    }
}

static void add_conversions(StrBuilder *b, const char *format, va_list *arguments) {
    while (*format && !b->failed) {
        size_t plain = strcspn(format, "%");
        builder_utf8(b, format, plain);
        format += plain;
        if (*format == '\0') break;
        Conversion conversion;
        format = read_conversion(format + 1, &conversion);
        add_conversion(b, &conversion, arguments);
    }
}

/* The text of one argument is made by Python code, which may drop the others where the caller borrowed them. */
static void add_format_holding(StrBuilder *b, const char *format, va_list *arguments) {
    Value held[HELD_MAX];
    size_t count = 0;
    va_list copy;
    va_copy(copy, *arguments);
    for (const char *p = format; (p = strchr(p, '%')) && count < HELD_MAX;) {
        Conversion conversion;
        p = read_conversion(p + 1, &conversion);
        held[count++] = hold_argument(&conversion, &copy);
    }
    va_end(copy);
    add_conversions(b, format, arguments);
    while (count > 0) release_maybe(held[--count]);
}

/* Whether something is left to show when Python code has run. */
static bool must_hold(const char *format) {
    while ((format = strchr(format, '%')) && format[1] != 'R' && format[1] != 'A') format += 2;
    return format && strchr(format + 1, '%');
}

static void add_format(StrBuilder *b, const char *format, va_list *arguments) {
    if (must_hold(format)) add_format_holding(b, format, arguments);
    else add_conversions(b, format, arguments);
}

void builder_format(StrBuilder *b, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    add_format(b, format, &arguments);
    va_end(arguments);
}

Value str_format_list(const char *format, va_list arguments) {
    StrBuilder b;
    va_list copy;
    builder_init(&b);
    va_copy(copy, arguments);
    add_format(&b, format, &copy);
    va_end(copy);
    return builder_finish(&b);
}

Value str_format(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value s = str_format_list(format, arguments);
    va_end(arguments);
    return s;
}
