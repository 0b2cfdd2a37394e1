#include "lib/exception_text.h"

#include "lib/stdlib_names.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/suggest.h"
#include "runtime/tuple.h"

enum { CANDIDATES_MAX = 750 }; /* with this many names and more, nothing is suggested */

/* Texts that cannot fail. */

static void append_steal(StrBuilder *b, Value text, const char *otherwise) {
    if (text) builder_str(b, text);
    else builder_text(b, otherwise);
    if (!text) error_clear();
    release_maybe(text);
}

/* str(exception), or words that it failed. */
static Value message_of(Ref exception) {
    Value text = str_of(exception);
    if (text) return text;
    error_clear();
    return str_from_text("<exception str() failed>");
}

/* The type's name, with its module unless that goes without saying. */
static void append_type(StrBuilder *b, const Type *type) {
    Value module = type_get_module(type), name = type_get_qualname(type);
    bool plain = module && is_str(module) && (str_equal_text(module, "builtins") || str_equal_text(module, "__main__"));
    if (!plain) {
        if (module && is_str(module)) builder_str(b, module);
        else builder_text(b, "<unknown>");
        builder_char(b, '.');
    }
    append_steal(b, name, "?");
    release_maybe(module);
}

/* Suggestions. */

static bool is_hidden(Ref name) { return is_str(name) && str_length(name) && str_at(name, 0) == '_'; }

static void offer_all(Suggestion *s, Ref known, bool hide) {
    if (list_count(known) >= CANDIDATES_MAX) return;
    for (size_t i = 0; i < list_count(known); i++) {
        Ref name = list_peek(known, i);
        if (!hide || !is_hidden(name)) suggestion_offer(s, name);
    }
}

/* dir(object), or NULL without an exception. */
static Value names_of(Ref object) {
    Value result = NULL, known = NULL;
    if (call_special(object, NAME(dunder_dir), NULL, 0, &result) == FOUND) known = list_of(result);
    release_maybe(result);
    if (known && list_sort(known, NULL, false)) return known;
    error_clear();
    release_maybe(known);
    return NULL;
}

/* A mapping of the innermost frame in the exception's traceback: f_locals, f_globals. NULL: there is none. */
static Value innermost(Ref exception, const char *attribute) {
    Ref traceback = as_exception(exception)->traceback;
    if (!traceback) return NULL;
    while (((Traceback *)object_of(traceback))->next) traceback = ((Traceback *)object_of(traceback))->next;
    Value key = intern_text("tb_frame"), name = intern_text(attribute), frame = getattr(traceback, key), found = NULL;
    if (frame && !is_none(frame)) found = getattr(frame, name);
    if (error_set()) error_clear();
    release_maybe(frame);
    release(name);
    release(key);
    return found;
}

static Value get_self(Ref locals) {
    Value name = intern_text("self"), self = locals ? getitem(locals, name) : NULL;
    if (error_set()) error_clear();
    release(name);
    return self;
}

static Value suggest_attribute(Ref exception, Ref wrong) {
    Ref object = exception_field_peek(exception, FIELD_OBJ);
    Value known = names_of(object);
    if (!known) return NULL;
    bool hide = !is_hidden(wrong);
    if (hide) {
        Value locals = innermost(exception, "f_locals"), self = get_self(locals);
        if (self == object) hide = false;
        release_maybe(self);
        release_maybe(locals);
    }
    Suggestion s = SUGGESTION(wrong);
    offer_all(&s, known, hide);
    Value best = retain_maybe(s.best);
    release(known);
    return best;
}

static Value suggest_import(Ref exception, Ref wrong) {
    Ref name = exception_field_peek(exception, FIELD_IMPORT_NAME);
    Value module = NULL, known = NULL, best = NULL;
    if (dict_get(rt()->modules, name, &module) == FOUND) known = names_of(module);
    if (error_set()) error_clear();
    if (known) {
        Suggestion s = SUGGESTION(wrong);
        offer_all(&s, known, !is_hidden(wrong));
        best = retain_maybe(s.best);
    }
    release_maybe(known);
    release_maybe(module);
    return best;
}

static bool add_keys(Ref known, Ref mapping) {
    return !mapping || list_extend(known, mapping) || (error_clear(), false);
}

/* self.name when a method forgot the "self.". */
static Value suggest_self(Ref locals, Ref wrong) {
    Value self = get_self(locals), found = NULL, result = NULL;
    if (self && getattr_try(self, wrong, &found) == FOUND) result = error_format("self.%S", wrong);
    if (error_set()) error_clear();
    release_maybe(found);
    release_maybe(self);
    return result;
}

static Value suggest_name(Ref exception, Ref wrong) {
    module_complete(rt()->builtins_module);
    Value locals = innermost(exception, "f_locals"), globals = innermost(exception, "f_globals");
    Value best = globals ? suggest_self(locals, wrong) : NULL, known = globals && !best ? list_new(0) : NULL;
    if (known && add_keys(known, locals) && add_keys(known, globals) && add_keys(known, rt()->builtins)) {
        Suggestion s = SUGGESTION(wrong);
        offer_all(&s, known, false);
        best = retain_maybe(s.best);
    }
    release_maybe(known);
    release_maybe(locals);
    release_maybe(globals);
    return best;
}

static void append_suggestion(StrBuilder *b, Value suggestion) {
    if (suggestion && str_length(suggestion)) builder_format(b, ". Did you mean: '%S'?", suggestion);
}

/* The message, with what may have been meant. */
static void append_message(StrBuilder *b, Ref exception, bool with_names) {
    Type *type = type_of(exception);
    Value message = message_of(exception), suggestion = NULL;
    if (!message) return error_clear();
    builder_str(b, message);
    release(message);
    if (type_is_subtype(type, &type_ImportError)) {
        Ref wrong = exception_field_peek(exception, FIELD_IMPORT_NAME_FROM);
        if (is_str(wrong)) append_suggestion(b, suggestion = suggest_import(exception, wrong));
    } else if (type_is_subtype(type, &type_AttributeError)) {
        Ref wrong = exception_field_peek(exception, FIELD_NAME);
        if (is_str(wrong)) append_suggestion(b, suggestion = suggest_attribute(exception, wrong));
    } else if (type_is_subtype(type, &type_NameError)) {
        Ref wrong = exception_field_peek(exception, FIELD_NAME);
        if (is_str(wrong)) {
            if (with_names) append_suggestion(b, suggestion = suggest_name(exception, wrong));
            if (stdlib_names_contain(wrong))
                builder_format(
                    b, suggestion ? " Or did you forget to import '%S'?" : ". Did you forget to import '%S'?", wrong);
        }
    }
    release_maybe(suggestion);
}

static void append_plain(StrBuilder *b, Ref exception, bool with_names) {
    StrBuilder message;
    builder_init(&message);
    append_message(&message, exception, with_names);
    Value text = builder_finish(&message);
    append_type(b, type_of(exception));
    if (text && str_length(text)) {
        builder_text(b, ": ");
        builder_str(b, text);
    }
    if (!text) error_clear();
    release_maybe(text);
    builder_char(b, '\n');
}

/* Syntax errors. */

void exception_text_filename(StrBuilder *b, Ref filename) {
    static const char typed_name[] = "<stdin>-";
    bool typed = str_length(filename) >= sizeof typed_name - 1;
    for (size_t i = 0; typed && typed_name[i]; i++) typed = str_at(filename, i) == (uint8_t)typed_name[i];
    builder_slice(b, filename, 0, typed ? sizeof typed_name - 2 : str_length(filename));
}

static bool small_field(Ref v, int64_t *n) { return is_int(v) && int_as_int64(v, n); }

static Ref end_field(Ref exception, size_t i) {
    Ref end = exception_field_peek(exception, FIELD_SYNTAX_END);
    return is_tuple(end) && i < tuple_count(end) ? tuple_peek(end, i) : VALUE_NONE;
}

static bool is_space(uint32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) || c == 0x85 || c == 0xa0;
}

/* The range to mark, as characters of the line shown, from 0. False: nothing is marked. */
static bool marked_range(Ref exception, int64_t text_length, int64_t line_length, int64_t blanks, int64_t *begin,
                         int64_t *end) {
    int64_t offset, end_offset, first, last;
    if (!small_field(exception_field_peek(exception, FIELD_SYNTAX_OFFSET), &offset)) return false;
    Ref line = exception_field_peek(exception, FIELD_SYNTAX_LINENO), end_line = end_field(exception, 0);
    bool one_line = line == end_line || (small_field(line, &first) && small_field(end_line, &last) && first == last);
    if (!one_line) end_offset = line_length + 1;
    else if (!small_field(end_field(exception, 1), &end_offset) || end_offset == 0) end_offset = offset;
    if (text_length && offset > text_length) offset = line_length + 1;
    if (text_length && end_offset > text_length) end_offset = line_length + 1;
    if (offset >= end_offset || end_offset < 0) end_offset = offset + 1;
    *begin = offset - 1 - blanks;
    *end = end_offset - 1 - blanks;
    return *begin >= 0;
}

/* The line of the error and the marks below it. */
static void append_marked_line(StrBuilder *b, Ref exception, Ref text) {
    size_t end = str_length(text), begin = 0;
    while (end && str_at(text, end - 1) == '\n') end--;
    while (begin < end && (str_at(text, begin) == ' ' || str_at(text, begin) == '\n' || str_at(text, begin) == '\f'))
        begin++;
    builder_text(b, "    ");
    builder_slice(b, text, begin, end);
    builder_char(b, '\n');
    int64_t first, last;
    if (!marked_range(exception, (int64_t)str_length(text), (int64_t)end, (int64_t)begin, &first, &last)) return;
    builder_text(b, "    ");
    for (int64_t i = 0; i < first && begin + (size_t)i < end; i++) {
        uint32_t c = str_at(text, begin + (size_t)i);
        builder_char(b, is_space(c) ? c : ' '); /* a tab stays a tab, so that the marks stand below their characters */
    }
    for (int64_t i = first; i < last; i++) builder_char(b, '^');
    builder_char(b, '\n');
}

static void append_syntax_error(StrBuilder *b, Ref exception) {
    Value filename = retain(exception_field_peek(exception, FIELD_SYNTAX_FILENAME)),
          line = retain(exception_field_peek(exception, FIELD_SYNTAX_LINENO));
    Value number = is_none(line) ? NULL : str_of(line); /* its __str__ may change the other fields */
    if (!number) error_clear();
    Value text = retain(exception_field_peek(exception, FIELD_SYNTAX_TEXT)),
          message = retain(exception_field_peek(exception, FIELD_SYNTAX_MSG));
    if (!is_none(line)) {
        builder_text(b, "  File \"");
        if (is_none(filename) || (is_str(filename) && str_length(filename) == 0)) builder_text(b, "<string>");
        else if (is_str(filename)) exception_text_filename(b, filename);
        else append_steal(b, str_of(filename), "?");
        builder_text(b, "\", line ");
        append_steal(b, number, "?");
        builder_char(b, '\n');
    }
    if (is_str(text)) append_marked_line(b, exception, text);
    append_type(b, type_of(exception));
    builder_text(b, ": ");
    if (is_none(message)) builder_text(b, "<no detail available>");
    else append_steal(b, str_of(message), "<no detail available>");
    if (is_none(line) && is_str(filename)) builder_format(b, " (%S)", filename);
    builder_char(b, '\n');
    release(message);
    release(text);
    release(line);
    release(filename);
}

/* Notes. */

static void append_notes(StrBuilder *b, Ref exception) {
    Value notes = NULL;
    Lookup found = getattr_try(exception, NAME(dunder_notes), &notes);
    if (found == FAILED) {
        Value error = error_take();
        builder_text(b, "Ignored error getting __notes__: ");
        append_steal(b, repr_of(error), "<__notes__ repr() failed>");
        builder_char(b, '\n');
        release(error);
    }
    if (found != FOUND || is_none(notes)) return release_maybe(notes);
    if (is_list(notes) || is_tuple(notes)) {
        Value items = list_of(notes);
        for (size_t i = 0; items && i < list_count(items); i++) {
            append_steal(b, str_of(list_peek(items, i)), "<note str() failed>");
            builder_char(b, '\n');
        }
        release_maybe(items);
    } else {
        append_steal(b, repr_of(notes), "<__notes__ repr() failed>");
        builder_char(b, '\n');
    }
    release(notes);
}

Value exception_text(Ref exception, bool with_names) {
    StrBuilder b;
    builder_init(&b);
    if (type_is_subtype(type_of(exception), &type_SyntaxError)) append_syntax_error(&b, exception);
    else append_plain(&b, exception, with_names);
    append_notes(&b, exception);
    return builder_finish(&b);
}

void exception_text_line(StrBuilder *b, Ref exception) {
    append_type(b, type_of(exception));
    builder_text(b, ": ");
    append_steal(b, str_of(exception), "<exception str() failed>");
    builder_char(b, '\n');
}
