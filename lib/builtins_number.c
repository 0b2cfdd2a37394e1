/* lib/builtins_number.c - built-in functions about numbers and characters. */
#include "lib/builtins.h"
#include "runtime/bytes.h"
#include "runtime/int_methods.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

static Value py_abs(const Ref *args) { return absolute(args[0]); }
static Value py_divmod(const Ref *args) {
    if (is_exact_int(args[0]) && is_exact_int(args[1])) return int_divmod_pair(args[0], args[1]);
    return binary_op(BINARY_DIVMOD, args[0], args[1]);
}
static Value py_pow(const Ref *args) {
    return is_none(args[2]) ? binary_op(BINARY_POW, args[0], args[1]) : power_mod(args[0], args[1], args[2]);
}

static Value py_round(const Ref *args) {
    Value result = NULL;
    Lookup found = call_special(args[0], NAME(dunder_round), args + 1, is_none(args[1]) ? 0 : 1, &result);
    if (found == MISSING) return raise(&type_TypeError, "type %T doesn't define __round__ method", args[0]);
    return result;
}

/* Digits with the prefix that tells their base. */
static Value prefixed(Ref v, char letter) {
    IntForm form = int_form(letter);
    IntText text;
    Value number = index_of(v);
    if (!number) return NULL;
    bool done = int_text_open(&text, number, &form, true);
    release(number);
    if (!done) return NULL;
    return text.held ? text.held : str_from_ascii(text.chars, text.length);
}

static Value py_bin(const Ref *args) { return prefixed(args[0], 'b'); }
static Value py_oct(const Ref *args) { return prefixed(args[0], 'o'); }
static Value py_hex(const Ref *args) { return prefixed(args[0], 'x'); }

static Value py_chr(const Ref *args) {
    Value number = index_of(args[0]);
    if (!number) return NULL;
    int64_t code = -1;
    if (!int_as_int64(number, &code)) code = -1;
    release(number);
    if (code < 0 || code > 0x10ffff) return raise(&type_ValueError, "chr() arg not in range(0x110000)");
    return str_from_char((uint32_t)code);
}

static Value py_ord(const Ref *args) {
    Ref c = args[0];
    size_t length;
    if (is_str(c)) {
        length = str_length(c);
        if (length == 1) return small_int_value(str_at(c, 0));
    } else if (has_family(c, TYPE_BYTES) || is_bytearray(c)) {
        ByteView view;
        if (!byte_view(c, &view)) return NULL;
        length = view.length;
        int64_t first = length ? view.data[0] : 0;
        byte_view_done(&view);
        if (length == 1) return small_int_value(first);
    } else {
        return raise(&type_TypeError, "ord() expected string of length 1, but %T found", c);
    }
    return raise(&type_TypeError, "ord() expected a character, but string of length %zu found", length);
}

const NativeDef builtins_number_functions[] = {
    {"abs(x, /)", py_abs, DOC("What x is without its sign."), 0},
    {"divmod(x, y, /)", py_divmod, DOC("Quotient and remainder: (x // y, x % y)."), 0},
    {"pow(base, exp, mod=None)", py_pow, DOC("base ** exp; with mod, base ** exp % mod."), 0},
    {"round(number, ndigits=None)", py_round,
     DOC("Round to ndigits decimals; without them, or with None, to an integer."), 0},
    {"bin(number, /)", py_bin, DOC("An integer in base 2.\n\n   >>> bin(10)\n   '0b1010'"), 0},
    {"oct(number, /)", py_oct, DOC("An integer in base 8.\n\n   >>> oct(100)\n   '0o144'"), 0},
    {"hex(number, /)", py_hex, DOC("An integer in base 16.\n\n   >>> hex(1000)\n   '0x3e8'"), 0},
    {"chr(i, /)", py_chr, DOC("The character with code point i, at most 0x10ffff."), 0},
    {"ord(c, /)", py_ord, DOC("The code point of a single character."), 0},
    {0},
};
