/* runtime/digit_text.c - text of numbers, made ASCII. */
#include "runtime/digit_text.h"

#include "runtime/base/ucd.h"
#include "runtime/error.h"
#include "runtime/str.h"

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void trim(DigitText *text) {
    while (text->length > 0 && is_blank(*text->text)) text->text++, text->length--;
    while (text->length > 0 && is_blank(text->text[text->length - 1])) text->length--;
}

static char to_ascii(uint32_t c) {
    if (c < 0x7f) return (char)c; /* the separators 0x1c to 0x1f are spaces of str only */
    if (ucd_is_space(c)) return ' ';
    int digit = ucd_decimal(c);
    return digit < 0 ? '?' : (char)('0' + digit);
}

bool digit_text(Ref str, DigitText *text) {
    size_t length = str_length(str);
    *text = (DigitText){.text = (const char *)str_data(str), .length = length};
    if (!str_is_ascii(str)) {
        text->owned = mem_raw_try(&rt()->mem, length);
        text->owned_size = length;
        if (!text->owned) {
            raise_memory();
            return false;
        }
        for (size_t i = 0; i < text->length; i++) {
            text->owned[i] = to_ascii(str_at(str, i));
            if (text->owned[i] == '?') text->length = i + 1; /* no number: the rest is not looked at */
        }
        text->text = text->owned;
    }
    trim(text);
    return true;
}

void digit_text_of_bytes(const char *bytes, size_t length, DigitText *text) {
    *text = (DigitText){.text = bytes, .length = length};
    trim(text);
}

void digit_text_done(DigitText *text) {
    if (text->owned) mem_raw_free(&rt()->mem, text->owned, text->owned_size);
}
