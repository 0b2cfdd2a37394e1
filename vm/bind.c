/* vm/bind.c - how the arguments of a call become the locals of a Python function, and CPython's errors when they do
 * not fit. Order as in CPython: positional, keywords, then defaults. */
#include <stdio.h>

#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/suggest.h"
#include "runtime/tuple.h"
#include "vm/function.h"

typedef struct Binding {
    Function *function; /* callee */
    Code *code;         /* its code */
    Value *locals;      /* being filled, owned */
    size_t given;       /* positional arguments of the call */
} Binding;

static uint32_t parameter_count(const Code *code) { return code->arg_count + code->kwonly_count; }

/* Index of the parameter that a keyword names, or -1. Positional-only ones do not count. */
static int64_t find_parameter(const Code *code, Ref name) {
    uint32_t end = parameter_count(code);
    for (uint32_t i = code->posonly_count; i < end; i++)
        if (code->local_names[i] == name) return i;
    for (uint32_t i = code->posonly_count; i < end; i++)
        if (str_equal(code->local_names[i], name)) return i;
    return -1;
}

/* Joins quoted names as "'a', 'b', and 'c'". */
static Value name_list(Ref names) {
    size_t count = list_count(names);
    StrBuilder b;
    builder_init(&b);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) builder_text(&b, count == 2 ? " and " : i == count - 1 ? ", and " : ", ");
        Value quoted = repr_of(list_peek(names, i));
        if (!quoted) {
            builder_abandon(&b);
            return NULL;
        }
        builder_str(&b, quoted);
        release(quoted);
    }
    return builder_finish(&b);
}

static bool raise_missing(Binding *b, uint32_t from, uint32_t to, const char *kind) {
    Value names = list_new(0);
    bool ok = names != NULL;
    for (uint32_t i = from; ok && i < to; i++)
        if (!b->locals[i]) ok = list_append(names, b->code->local_names[i]);
    Value text = ok ? name_list(names) : NULL;
    if (text) {
        size_t count = list_count(names);
        raise(&type_TypeError, "%S() missing %zu required %s argument%s: %S", b->function->qualname, count, kind,
              count == 1 ? "" : "s", text);
        release(text);
    }
    release_maybe(names);
    return false;
}

static bool raise_too_many(Binding *b) {
    Code *code = b->code;
    size_t defaults = b->function->defaults ? tuple_count(b->function->defaults) : 0, keyword_only = 0;
    for (uint32_t i = code->arg_count; i < parameter_count(code); i++) keyword_only += b->locals[i] != NULL;
    char takes[64], extra[96] = "";
    bool plural = code->arg_count != 1;
    if (defaults) {
        snprintf(takes, sizeof takes, "from %zd to %u", (ssize_t)code->arg_count - (ssize_t)defaults, code->arg_count);
        plural = true;
    } else {
        snprintf(takes, sizeof takes, "%u", code->arg_count);
    }
    if (keyword_only)
        snprintf(extra, sizeof extra, " positional argument%s (and %zu keyword-only argument%s)",
                 b->given == 1 ? "" : "s", keyword_only, keyword_only == 1 ? "" : "s");
    return raise_false(&type_TypeError, "%S() takes %s positional argument%s but %zu%s %s given", b->function->qualname,
                       takes, plural ? "s" : "", b->given, extra, b->given == 1 && !keyword_only ? "was" : "were");
}

static bool keywords_are_positional_only(Binding *b, Ref keywords) {
    Value names = list_new(0);
    bool ok = names != NULL, any = false;
    for (uint32_t i = 0; ok && i < b->code->posonly_count; i++)
        for (size_t k = 0; ok && k < tuple_count(keywords); k++)
            if (str_equal(b->code->local_names[i], tuple_peek(keywords, k))) {
                any = true;
                ok = list_append(names, tuple_peek(keywords, k));
            }
    StrBuilder text;
    builder_init(&text);
    for (size_t i = 0; ok && any && i < list_count(names); i++) {
        if (i) builder_text(&text, ", ");
        builder_str(&text, list_peek(names, i));
    }
    Value joined = builder_finish(&text);
    if (any && joined)
        raise(&type_TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'",
              b->function->qualname, joined);
    release_maybe(joined);
    release_maybe(names);
    return any || error_set();
}

static bool raise_unexpected(Binding *b, Ref keywords, Ref name) {
    if (b->code->posonly_count && keywords_are_positional_only(b, keywords)) return false;
    Code *code = b->code;
    Suggestion hint = SUGGESTION(name);
    for (uint32_t i = code->posonly_count; i < parameter_count(code); i++)
        suggestion_offer(&hint, code->local_names[i]);
    if (hint.best)
        return raise_false(&type_TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?",
                           b->function->qualname, name, hint.best);
    return raise_false(&type_TypeError, "%S() got an unexpected keyword argument '%S'", b->function->qualname, name);
}

static bool bind_keyword(Binding *b, Ref keywords, Ref name, Ref value) {
    if (!is_str(name)) return raise_false(&type_TypeError, "%S() keywords must be strings", b->function->qualname);
    int64_t i = find_parameter(b->code, name);
    if (i >= 0) {
        if (b->locals[i])
            return raise_false(&type_TypeError, "%S() got multiple values for argument '%S'", b->function->qualname,
                               name);
        b->locals[i] = retain(value);
        return true;
    }
    if (!(b->code->flags & CODE_VARKEYWORDS)) return raise_unexpected(b, keywords, name);
    Value rest = b->locals[parameter_count(b->code) + (b->code->flags & CODE_VARARGS ? 1 : 0)];
    return dict_set(rest, name, value);
}

/* Defaults for what is still missing. */
static bool bind_defaults(Binding *b) {
    Code *code = b->code;
    Ref defaults = b->function->defaults, kwdefaults = b->function->kwdefaults;
    size_t have = defaults ? tuple_count(defaults) : 0;
    size_t spare = have > code->arg_count ? have - code->arg_count : 0; /* __defaults__ may hold too many */
    size_t first = code->arg_count + spare - have;
    for (uint32_t i = 0; i < first; i++)
        if (!b->locals[i]) return raise_missing(b, 0, (uint32_t)first, "positional");
    for (size_t i = first; i < code->arg_count; i++)
        if (!b->locals[i]) b->locals[i] = retain(tuple_peek(defaults, i - first + spare));
    bool missing = false;
    for (uint32_t i = code->arg_count; i < parameter_count(code); i++) {
        if (b->locals[i]) continue;
        Ref value = kwdefaults ? dict_peek_name(kwdefaults, code->local_names[i]) : NULL;
        b->locals[i] = retain_maybe(value);
        missing |= value == NULL;
    }
    return !missing || raise_missing(b, code->arg_count, parameter_count(code), "keyword-only");
}

static bool bind(Binding *b, const Ref *args, size_t count, Ref keywords) {
    Code *code = b->code;
    uint32_t next = parameter_count(code);
    size_t direct = count < code->arg_count ? count : code->arg_count;
    for (size_t i = 0; i < direct; i++) b->locals[i] = retain(args[i]);
    if (code->flags & CODE_VARARGS) {
        b->locals[next] = tuple_from(args + direct, count - direct);
        if (!b->locals[next++]) return false;
    }
    if (code->flags & CODE_VARKEYWORDS) b->locals[next] = dict_new();
    for (size_t i = 0; keywords && i < tuple_count(keywords); i++)
        if (!bind_keyword(b, keywords, tuple_peek(keywords, i), args[count + i])) return false;
    if (count > code->arg_count && !(code->flags & CODE_VARARGS)) return raise_too_many(b);
    return bind_defaults(b);
}

/* Whether the hash or == of a name may be Python code, which would run where the locals are being put. */
static bool names_run_code(Ref keywords) {
    for (size_t i = 0; i < tuple_count(keywords); i++)
        if (!is_exact(tuple_peek(keywords, i), &type_str)) return true;
    return false;
}

/* Binds in a tuple first. */
static bool bind_apart(Binding *b, const Ref *args, size_t count, Ref keywords) {
    Value held = tuple_new(b->code->local_count), *locals = b->locals;
    if (!held) return false;
    b->locals = as_tuple(held)->items;
    bool ok = bind(b, args, count, keywords);
    if (ok) {
        memcpy(locals, b->locals, b->code->local_count * sizeof(Value));
        memset(b->locals, 0, b->code->local_count * sizeof(Value));
    }
    release(held);
    return ok;
}

bool function_bind(Function *function, const Ref *args, size_t count, Ref keywords, Value *locals) {
    Code *code = as_code(function->code);
    Binding b = {function, code, locals, count};
    if (keywords && UNLIKELY(names_run_code(keywords))) return bind_apart(&b, args, count, keywords);
    memset(locals, 0, code->local_count * sizeof(Value));
    if (bind(&b, args, count, keywords)) return true;
    for (uint32_t i = 0; i < code->local_count; i++) release_maybe(locals[i]);
    return false;
}
