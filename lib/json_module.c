/* lib/json_module.c - the module _json: writing JSON.
 *
 * Owns:      the writer.
 * Invariant: open holds the containers that are being written, when somebody wants to know of circles.
 * Not here:  reading (json_scan.c), the methods of encoders (lib/py/json).
 */
#include "lib/json_module.h"

#include <math.h>
#include <stdio.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

typedef struct Writer {
    StrBuilder out;
    Ref fallback;       /* called with what JSON has no form for */
    Ref indent;         /* str put before each item once per level, or NULL: all on one line */
    Ref item_separator; /* str */
    Ref key_separator;  /* str */
    bool ascii;         /* other characters are escaped */
    bool sort_keys;     /* members in the order of their keys */
    bool skip_keys;     /* members whose key is no str, int, float, bool or None are left out */
    bool allow_nan;     /* NaN and infinities are written */
    size_t level;       /* containers around the value being written */
    Value open;         /* dict: addresses of these containers, or NULL */
} Writer;

static bool write_value(Writer *w, Ref v);

static void write_escape(StrBuilder *b, uint32_t c) {
    static const char letters[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
    const char *letter = c && c < 128 ? strchr(letters, (int)c) : NULL;
    char text[16];
    if (letter) snprintf(text, sizeof text, "\\%c", names[letter - letters]);
    else if (c < 0x10000) snprintf(text, sizeof text, "\\u%04x", c);
    else
        snprintf(text, sizeof text, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
    builder_text(b, text);
}

static void write_string(StrBuilder *b, Ref s, bool ascii) {
    size_t length = str_length(s), from = 0;
    builder_char(b, '"');
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(s, i);
        if (LIKELY(c >= ' ' && c != '"' && c != '\\' && (c < 127 || !ascii))) continue;
        builder_slice(b, s, from, i);
        write_escape(b, c);
        from = i + 1;
    }
    builder_slice(b, s, from, length);
    builder_char(b, '"');
}

/* NaN and infinities have names; other floats are their repr. */
static Value float_text(const Writer *w, Ref v) {
    double d = float_of(v);
    if (isfinite(d)) {
        Value plain = float_new(d), text = repr_of(plain);
        release(plain);
        return text;
    }
    if (!w->allow_nan) return raise(&type_ValueError, "Out of range float values are not JSON compliant: %R", v);
    return str_from_text(isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
}

/* The text of None, a bool, an int or a float; NULL without exception for other types. */
static Value scalar_text(const Writer *w, Ref v) {
    if (is_none(v)) return str_from_text("null");
    if (is_bool(v)) return str_from_text(is_true(v) ? "true" : "false");
    if (is_int(v)) return int_text(v, 10);
    return is_float(v) ? float_text(w, v) : NULL;
}

static void new_line(Writer *w) {
    if (!w->indent) return;
    builder_char(&w->out, '\n');
    for (size_t i = 0; i < w->level; i++) builder_str(&w->out, w->indent);
}

/* Notes that a container is being written; false for one that is so already. */
static bool enter(Writer *w, Ref v, Value *key) {
    *key = NULL;
    if (!w->open) return true;
    *key = int_from_uint64((uint64_t)bits_of(v));
    if (dict_contains(w->open, *key) == FOUND) {
        clear_ref(key);
        return raise_false(&type_ValueError, "Circular reference detected");
    }
    return dict_set(w->open, *key, VALUE_NONE);
}

static void leave(Writer *w, Value key) {
    if (!key) return;
    if (dict_delete(w->open, key) == FAILED) error_clear();
    release(key);
}

static bool write_items(Writer *w, Ref items) {
    w->level++;
    bool ok = true;
    for (size_t i = 0; ok && i < tuple_count(items); i++) {
        if (i) builder_str(&w->out, w->item_separator);
        new_line(w);
        ok = runtime_poll() && write_value(w, tuple_peek(items, i));
    }
    w->level--;
    if (ok) new_line(w);
    return ok;
}

static bool write_list(Writer *w, Ref v) {
    Value items = tuple_of(v), key = NULL;
    if (!items) return false;
    bool ok = true;
    if (tuple_count(items) == 0) {
        builder_ascii(&w->out, "[]", 2);
    } else {
        ok = enter(w, v, &key);
        builder_char(&w->out, '[');
        ok = ok && write_items(w, items);
        builder_char(&w->out, ']');
        leave(w, key);
    }
    release(items);
    return ok;
}

/* A key as a str. MISSING: the member is to be skipped. */
static Lookup key_text(const Writer *w, Ref key, Value *text) {
    *text = is_str(key) ? retain(key) : scalar_text(w, key);
    if (*text) return FOUND;
    if (error_set()) return FAILED;
    if (w->skip_keys) return MISSING;
    return raise_failed(&type_TypeError, "keys must be str, int, float, bool or None, not %T", key);
}

/* A list of the (key, value) pairs to be written. */
static Value members_of(const Writer *w, Ref v) {
    Value view = NULL, list;
    if (is_exact(v, &type_dict)) {
        view = dict_view_new(&type_dict_items, v);
    } else {
        Value name = intern_text("items");
        view = call_method(v, name, NULL, 0);
        release(name);
    }
    list = view ? list_of(view) : NULL;
    release_maybe(view);
    if (list && w->sort_keys) {
        Value name = intern_text("sort"), done = call_method(list, name, NULL, 0);
        release(name);
        if (!done) clear_ref(&list);
        release_maybe(done);
    }
    return list;
}

static bool write_member(Writer *w, Ref pair, bool *first) {
    Value text;
    if (!is_tuple(pair) || tuple_count(pair) != 2) return raise_false(&type_ValueError, "items must return 2-tuples");
    Lookup has = key_text(w, tuple_peek(pair, 0), &text);
    if (has != FOUND) return has == MISSING;
    if (!*first) builder_str(&w->out, w->item_separator);
    *first = false;
    new_line(w);
    write_string(&w->out, text, w->ascii);
    release(text);
    builder_str(&w->out, w->key_separator);
    return runtime_poll() && write_value(w, tuple_peek(pair, 1));
}

static bool write_dict(Writer *w, Ref v) {
    if (dict_count(v) == 0) return builder_ascii(&w->out, "{}", 2), true;
    Value members = members_of(w, v), key = NULL;
    bool ok = members && enter(w, v, &key), first = true;
    builder_char(&w->out, '{');
    w->level++;
    for (size_t i = 0; ok && i < list_count(members); i++) {
        Value pair = retain(list_peek(members, i));
        ok = write_member(w, pair, &first);
        release(pair);
    }
    w->level--;
    if (ok && !first) new_line(w);
    builder_char(&w->out, '}');
    leave(w, key);
    release_maybe(members);
    return ok;
}

static bool write_other(Writer *w, Ref v) {
    Value key, replaced = NULL;
    bool ok = enter(w, v, &key);
    if (ok) replaced = call_1(w->fallback, v);
    ok = replaced && write_value(w, replaced);
    release_maybe(replaced);
    leave(w, key);
    return ok;
}

static bool write_value(Writer *w, Ref v) {
    if (is_str(v)) return write_string(&w->out, v, w->ascii), true;
    Value text = scalar_text(w, v);
    if (text) {
        builder_str(&w->out, text);
        release(text);
        return true;
    }
    if (error_set()) return false;
    if (!recursion_enter(" while encoding a JSON object")) return false;
    bool sequence = has_family(v, TYPE_LIST) || has_family(v, TYPE_TUPLE);
    bool ok = sequence ? write_list(w, v) : is_dict(v) ? write_dict(w, v) : write_other(w, v);
    recursion_leave();
    return ok;
}

/* encode(value, default, indent, separators, ascii, sort_keys, skip_keys, allow_nan, check_circular, /) */
static Value py_json_encode(const Ref *args) {
    Lookup flags[5];
    for (int i = 0; i < 5; i++)
        if ((flags[i] = truth(args[5 + i])) == FAILED) return NULL;
    for (int i = 5; i <= 6; i++) { /* as CPython counts them: the key's is the fifth */
        if (!is_str(args[9 - i]) && !is_str(args[0]))
            return raise(&type_TypeError, "make_encoder() argument %d must be str, not %O", i, args[9 - i]);
    }
    Writer w = {.fallback = args[1],
                .indent = is_none(args[2]) ? NULL : args[2],
                .item_separator = args[3],
                .key_separator = args[4],
                .ascii = flags[0] == FOUND,
                .sort_keys = flags[1] == FOUND,
                .skip_keys = flags[2] == FOUND,
                .allow_nan = flags[3] == FOUND,
                .open = flags[4] == FOUND ? dict_new() : NULL};
    builder_init(&w.out);
    bool ok = write_value(&w, args[0]);
    release_maybe(w.open);
    if (ok) return builder_finish(&w.out);
    builder_abandon(&w.out);
    return NULL;
}

static Value quoted(Ref s, bool ascii) {
    if (!is_str(s)) return raise(&type_TypeError, "first argument must be a string, not %T", s);
    StrBuilder b;
    builder_init(&b);
    write_string(&b, s, ascii);
    return builder_finish(&b);
}

static Value py_json_quote(const Ref *args) { return quoted(args[0], false); }
static Value py_json_quote_ascii(const Ref *args) { return quoted(args[0], true); }

static const NativeDef functions[] = {
    {"scan(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, /)",
     py_json_scan, DOC("Return (value, end) of the JSON at index."), 0},
    {"scanstring(string, end, strict=True, /)", py_json_scanstring,
     DOC("Return (text, end) of a JSON string whose opening quote is before end."), 0},
    {"encode(value, default, indent, item_separator, key_separator, ascii, sort_keys, skip_keys, allow_nan, "
     "check_circular, /)",
     py_json_encode, DOC("Return the JSON of value."), 0},
    {"encode_basestring(string, /)", py_json_quote, DOC("Return the JSON of a str."), 0},
    {"encode_basestring_ascii(string, /)", py_json_quote_ascii, DOC("Return the JSON of a str in ASCII."), 0},
    {0},
};

const ModuleDef module__json = {
    "_json",
    "Reading and writing JSON; programs use it through the module json.",
    functions,
    NULL,
};
