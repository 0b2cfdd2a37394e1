/* lib/json_scan.c - reading JSON.
 *
 * Owns:      the scanner.
 * Invariant: at is the next character to be looked at; a function that fails has set an exception.
 * Not here:  JSONDecodeError, the methods of decoders (lib/py/json).
 */
#include "lib/json_module.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"
#include "vm/import.h"

typedef struct Scanner {
    Ref text;           /* str */
    size_t at, length;  /* next character, characters in all */
    bool strict;        /* control characters in strings are refused */
    Ref object_hook;    /* these five: callable or NULL */
    Ref pairs_hook;     /* gets a list of pairs */
    Ref parse_float;    /* gets a str */
    Ref parse_int;      /* gets a str */
    Ref parse_constant; /* gets "NaN" and its kind */
    Value keys;         /* dict: each key met so far to itself, so that equal ones are one object */
} Scanner;

/* JSONDecodeError(message, text, position). */
static Value fail(const Scanner *s, const char *message, size_t position) {
    Value name = intern_text("json.decoder"), module = import_absolute(name), key = intern_text("JSONDecodeError");
    Value type = module ? getattr(module, key) : NULL, text = str_from_text(message),
          where = int_value((int64_t)position);
    Ref args[3] = {text, s->text, where};
    Value exception = type ? call(type, args, 3, NULL) : NULL;
    if (exception) raise_value(exception);
    release_maybe(exception);
    release(where);
    release(text);
    release_maybe(type);
    release(key);
    release_maybe(module);
    release(name);
    return NULL;
}

static uint32_t peek(const Scanner *s) { return s->at < s->length ? str_at(s->text, s->at) : 0; }

static void skip_space(Scanner *s) {
    for (uint32_t c; s->at < s->length && ((c = str_at(s->text, s->at)) == ' ' || c == '\t' || c == '\n' || c == '\r');)
        s->at++;
}

/* --- Strings ----------------------------------------------------------------------------------------------------- */

/* Four hexadecimal digits at index; -1: they are not there. */
static int64_t hex_digits(const Scanner *s, size_t index) {
    int64_t value = 0;
    if (index + 4 > s->length) return -1;
    for (size_t i = index; i < index + 4; i++) {
        uint32_t c = str_at(s->text, i);
        if (c >= '0' && c <= '9') value = value * 16 + (c - '0');
        else if ((c | 32) >= 'a' && (c | 32) <= 'f') value = value * 16 + ((c | 32) - 'a' + 10);
        else return -1;
    }
    return value;
}

/* What follows a backslash at s->at - 1. */
static bool scan_escape(Scanner *s, StrBuilder *b, size_t begin) {
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    if (s->at >= s->length) return fail(s, "Unterminated string starting at", begin), false;
    uint32_t c = str_at(s->text, s->at);
    const char *letter = c && c < 128 ? strchr(letters, (int)c) : NULL;
    if (letter) {
        builder_char(b, (uint8_t)meanings[letter - letters]);
        s->at++;
        return true;
    }
    if (c != 'u') return fail(s, "Invalid \\escape", s->at - 1), false;
    int64_t unit = hex_digits(s, s->at + 1);
    if (unit < 0) return fail(s, "Invalid \\uXXXX escape", s->at), false;
    s->at += 5;
    if (unit - 0xd800 >= 0 && unit < 0xdc00 && peek(s) == '\\' && s->at + 1 < s->length &&
        str_at(s->text, s->at + 1) == 'u') {
        int64_t low = hex_digits(s, s->at + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
            s->at += 6;
        }
    }
    builder_char(b, (uint32_t)unit);
    return true;
}

/* The text behind an opening quote; s->at stands there, and behind the closing one afterwards. */
static Value scan_string(Scanner *s) {
    size_t begin = s->at - 1, from = s->at;
    StrBuilder b;
    bool plain = true;
    for (;;) {
        uint32_t c = '"';
        while (s->at < s->length && (c = str_at(s->text, s->at)) != '"' && c != '\\' && (c >= 32 || !s->strict))
            s->at++;
        if (s->at >= s->length) {
            fail(s, "Unterminated string starting at", begin);
            break;
        }
        if (c == '"') {
            if (plain) return str_slice(s->text, from, s->at++);
            builder_slice(&b, s->text, from, s->at++);
            return builder_finish(&b);
        }
        if (c != '\\') {
            fail(s, "Invalid control character at", s->at);
            break;
        }
        if (plain) builder_init(&b);
        plain = false;
        builder_slice(&b, s->text, from, s->at++);
        if (!scan_escape(s, &b, begin)) break;
        from = s->at;
    }
    if (!plain) builder_abandon(&b);
    return NULL;
}

/* --- Numbers and constants --------------------------------------------------------------------------------------- */

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static size_t digits_end(const Scanner *s, size_t i) {
    while (i < s->length && is_digit(str_at(s->text, i))) i++;
    return i;
}

/* Behind a fraction and an exponent, as far as there are such; i itself when there are none. */
static size_t fraction_end(const Scanner *s, size_t i) {
    if (i + 1 < s->length && str_at(s->text, i) == '.' && is_digit(str_at(s->text, i + 1))) i = digits_end(s, i + 1);
    if (i + 1 < s->length && (str_at(s->text, i) | 32) == 'e') {
        size_t j = i + 1;
        if (str_at(s->text, j) == '-' || str_at(s->text, j) == '+') j++;
        if (j < s->length && is_digit(str_at(s->text, j))) i = digits_end(s, j);
    }
    return i;
}

static Value scan_number(Scanner *s) {
    size_t begin = s->at, i = begin + (peek(s) == '-');
    if (i >= s->length || !is_digit(str_at(s->text, i))) return fail(s, "Expecting value", begin);
    i = str_at(s->text, i) == '0' ? i + 1 : digits_end(s, i);
    size_t end = fraction_end(s, i);
    s->at = end;
    if (end == i && !s->parse_int && i - begin <= 18) {
        int64_t value = 0;
        bool negative = str_at(s->text, begin) == '-';
        for (size_t k = begin + negative; k < i; k++) value = value * 10 + (str_at(s->text, k) - '0');
        return small_int_value(negative ? -value : value);
    }
    Value text = str_slice(s->text, begin, end), result = NULL;
    if (!text) return NULL;
    Ref convert = end > i ? s->parse_float : s->parse_int;
    if (convert) result = call_1(convert, text);
    else result = end > i ? float_from_str(text) : int_from_str(text, 10);
    release(text);
    return result;
}

static bool skip_word(Scanner *s, const char *word) {
    size_t length = strlen(word);
    if (s->at + length > s->length) return false;
    for (size_t i = 0; i < length; i++)
        if (str_at(s->text, s->at + i) != (uint8_t)word[i]) return false;
    s->at += length;
    return true;
}

static Value constant(Scanner *s, const char *word, double value) {
    if (!s->parse_constant) return float_new(value);
    Value text = str_from_text(word), result = call_1(s->parse_constant, text);
    release(text);
    return result;
}

/* --- Containers -------------------------------------------------------------------------------------------------- */

static Value scan_value(Scanner *s);

static Value scan_array(Scanner *s) {
    Value list = list_new(0);
    skip_space(s);
    if (peek(s) == ']') return s->at++, list;
    while (list) {
        Value item = scan_value(s);
        if (!item || !list_append_steal(list, item)) break;
        skip_space(s);
        uint32_t c = peek(s);
        if (c == ']') return s->at++, list;
        if (c != ',') {
            fail(s, "Expecting ',' delimiter", s->at);
            break;
        }
        size_t comma = s->at++;
        skip_space(s);
        if (peek(s) == ']') {
            fail(s, "Illegal trailing comma before end of array", comma);
            break;
        }
    }
    release_maybe(list);
    return NULL;
}

/* The one object for all equal keys. */
static Value unique_key(Scanner *s, Value key) {
    if (!key) return NULL;
    Value known = dict_setdefault(s->keys, key, key);
    release(key);
    return known;
}

/* "key": value at s->at, into a dict or a list of pairs. */
static bool scan_member(Scanner *s, Ref target) {
    if (peek(s) != '"') return fail(s, "Expecting property name enclosed in double quotes", s->at), false;
    s->at++;
    Value key = unique_key(s, scan_string(s)), value = NULL;
    bool ok = key != NULL;
    if (ok) {
        skip_space(s);
        ok = peek(s) == ':' || (fail(s, "Expecting ':' delimiter", s->at), false);
    }
    if (ok) {
        s->at++;
        skip_space(s);
        value = scan_value(s);
        ok = value != NULL;
    }
    if (ok && is_list(target)) {
        Value pair = tuple_pack(2, key, value);
        ok = pair && list_append_steal(target, pair);
    } else if (ok) {
        ok = dict_set(target, key, value);
    }
    release_maybe(value);
    release_maybe(key);
    return ok;
}

static Value finish_object(const Scanner *s, Value target) {
    Ref hook = s->pairs_hook ? s->pairs_hook : s->object_hook;
    if (!hook) return target;
    Value result = call_1(hook, target);
    release(target);
    return result;
}

static Value scan_object(Scanner *s) {
    Value target = s->pairs_hook ? list_new(0) : dict_new();
    skip_space(s);
    if (target && peek(s) == '}') return s->at++, finish_object(s, target);
    while (target && scan_member(s, target)) {
        skip_space(s);
        uint32_t c = peek(s);
        if (c == '}') return s->at++, finish_object(s, target);
        if (c != ',') {
            fail(s, "Expecting ',' delimiter", s->at);
            break;
        }
        size_t comma = s->at++;
        skip_space(s);
        if (peek(s) == '}') {
            fail(s, "Illegal trailing comma before end of object", comma);
            break;
        }
    }
    release_maybe(target);
    return NULL;
}

static Value scan_container(Scanner *s, Value (*scan)(Scanner *), const char *where) {
    if (!recursion_enter(where)) return NULL;
    s->at++;
    Value container = scan(s);
    recursion_leave();
    return container;
}

static Value scan_value(Scanner *s) {
    if (!runtime_poll()) return NULL;
    switch (peek(s)) {
    case '"': return s->at++, scan_string(s);
    case '{': return scan_container(s, scan_object, " while decoding a JSON object from a unicode string");
    case '[': return scan_container(s, scan_array, " while decoding a JSON array from a unicode string");
    case 'n':
        if (skip_word(s, "null")) return VALUE_NONE;
        break;
    case 't':
        if (skip_word(s, "true")) return VALUE_TRUE;
        break;
    case 'f':
        if (skip_word(s, "false")) return VALUE_FALSE;
        break;
    case 'N':
        if (skip_word(s, "NaN")) return constant(s, "NaN", __builtin_nan(""));
        break;
    case 'I':
        if (skip_word(s, "Infinity")) return constant(s, "Infinity", __builtin_inf());
        break;
    case '-':
        if (skip_word(s, "-Infinity")) return constant(s, "-Infinity", -__builtin_inf());
        break;
    default: break;
    }
    return scan_number(s);
}

static Ref callable_or_null(Ref v) { return is_none(v) ? NULL : v; }

/* scan(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, /) */
Value py_json_scan(const Ref *args) {
    int64_t index;
    if (!size_argument(args[1], &index)) return NULL;
    if (!is_str(args[0])) return raise(&type_TypeError, "first argument must be a string, not %T", args[0]);
    if (index < 0) return raise(&type_ValueError, "idx cannot be negative");
    Lookup strict = truth(args[2]);
    if (strict == FAILED) return NULL;
    Scanner s = {.text = args[0],
                 .at = (size_t)index,
                 .length = str_length(args[0]),
                 .strict = strict == FOUND,
                 .object_hook = callable_or_null(args[3]),
                 .pairs_hook = callable_or_null(args[4]),
                 .parse_float = callable_or_null(args[5]),
                 .parse_int = callable_or_null(args[6]),
                 .parse_constant = callable_or_null(args[7]),
                 .keys = dict_new()};
    Value value = scan_value(&s), end = value ? int_value((int64_t)s.at) : NULL;
    Value result = value ? tuple_pack(2, value, end) : NULL;
    release_maybe(end);
    release_maybe(value);
    release(s.keys);
    return result;
}

/* scanstring(text, end, strict=True, /): a string whose opening quote stands before end. */
Value py_json_scanstring(const Ref *args) {
    int64_t index;
    if (!size_argument(args[1], &index)) return NULL;
    if (!is_str(args[0])) return raise(&type_TypeError, "first argument must be a string, not %T", args[0]);
    if (index < 0 || (size_t)index > str_length(args[0])) return raise(&type_ValueError, "end is out of bounds");
    Lookup strict = truth(args[2]);
    if (strict == FAILED) return NULL;
    Scanner s = {.text = args[0], .at = (size_t)index, .length = str_length(args[0]), .strict = strict == FOUND};
    Value text = scan_string(&s), end = text ? int_value((int64_t)s.at) : NULL;
    Value result = text ? tuple_pack(2, text, end) : NULL;
    release_maybe(end);
    release_maybe(text);
    return result;
}
