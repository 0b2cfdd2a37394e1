#include "runtime/signature.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/suggest.h"
#include "runtime/tuple.h"

/* ---- parsing ---- */

/* The defaults are written by us: the forms below are all there are. */
static Value parse_default(const char *text, size_t length) {
    if (length >= 3 && !memcmp(text, "...", 3)) return NULL; /* what stands behind is only shown */
    if (length == 4 && !memcmp(text, "None", 4)) return VALUE_NONE;
    if (length == 4 && !memcmp(text, "True", 4)) return VALUE_TRUE;
    if (length == 5 && !memcmp(text, "False", 5)) return VALUE_FALSE;
    if (length == 2 && !memcmp(text, "()", 2)) return tuple_empty();
    if (length == 11 && !memcmp(text, "sys.maxsize", 11)) return int_value(INT64_MAX);
    if (length >= 3 && *text == 'b') return bytes_from(text + 2, length - 3);
    if (*text == '\'' || *text == '"') {
        if (length == 4 && text[1] == '\\')
            return str_from_char(text[2] == 'n' ? '\n' : text[2] == 't' ? '\t' : (uint32_t)text[2]);
        return intern_utf8(text + 1, length - 2);
    }
    if (memchr(text, '.', length) || memchr(text, 'e', length)) return float_new(strtod(text, NULL));
    assert((*text >= '0' && *text <= '9') || *text == '-');
    return int_value(strtoll(text, NULL, 10));
}

/* Signatures live as long as the runtime, and so may their strings: they do not count as alive at its end. */
static Value keep_forever(Value v) {
    if (v && is_heap(v)) object_of(v)->count = IMMORTAL_COUNT;
    return v;
}

/* The end of one parameter: its comma, a bracket or the closing parenthesis, those inside a default passed over. */
static const char *parameter_end(const char *text) {
    char quote = 0;
    for (uint32_t depth = 0;; text++) {
        assert(*text);
        if (quote) {
            if (*text == '\\') {
                text++;
            } else if (*text == quote) {
                quote = 0;
            }
        } else if (*text == '\'' || *text == '"') {
            quote = *text;
        } else if (*text == '(') {
            depth++;
        } else if (depth == 0 && strchr(",)[]", *text)) {
            return text;
        } else if (*text == ')') {
            depth--;
        }
    }
}

static size_t count_parameters(const char *text) {
    size_t count = 1;
    for (; *text; text++) count += *text == ',';
    return count;
}

static void parse_parameter(Signature *s, const char *text, size_t length, bool optional, bool *keyword_only) {
    if (length == 1 && *text == '/') {
        s->positional_only = s->positional;
        return;
    }
    if (*text == '*') {
        if (length > 1) s->words++;
        if (length > 1 && text[1] == '*') {
            s->double_star = true;
        } else {
            *keyword_only = true;
            s->star = length > 1;
        }
        return;
    }
    const char *equals = memchr(text, '=', length);
    Parameter *parameter = &s->parameters[s->positional + s->keyword_only];
    parameter->name = keep_forever(intern_utf8(text, equals ? (size_t)(equals - text) : length));
    parameter->required = !equals && !optional;
    if (optional) parameter->value = VALUE_NONE;
    if (equals) parameter->value = keep_forever(parse_default(equals + 1, length - (size_t)(equals + 1 - text)));
    s->words++;
    if (*keyword_only) {
        s->keyword_only++;
    } else {
        s->positional++;
        if (parameter->required) s->required = s->positional;
    }
}

static size_t signature_size(size_t parameters) { return sizeof(Signature) + parameters * sizeof(Parameter); }

static Signature *parse(const NativeDef *def) {
    const char *text = def->signature, *open = strchr(text, '(');
    assert(open && open > text);
    size_t size = signature_size(count_parameters(open));
    assert(size <= MEM_CELL_MAX);
    Signature *s = mem_cell(&rt()->mem, MEM_RAW, size);
    memset(s, 0, size);
    s->def = def;
    s->function = native_takes_positional(def) ? def->forms->bound : def->function;
    s->name = keep_forever(intern_utf8(text, (size_t)(open - text)));
    bool keyword_only = false, optional = false;
    for (text = open + 1; *text != ')';) {
        const char *end = parameter_end(text);
        parse_parameter(s, text, (size_t)(end - text), optional, &keyword_only);
        for (text = end; *text && strchr(", []", *text); text++) optional |= *text == '[';
    }
    s->plain = !s->star && !s->double_star && !s->keyword_only;
    s->direct = def->kind != NATIVE_KEYWORDS_APART && def->kind != NATIVE_POSITIONAL_APART;
    for (size_t i = 0; i < s->keyword_only; i++) s->direct &= !s->parameters[s->positional + i].required;
    return s;
}

/* ---- the cache: def -> signature ---- */

enum { BUCKETS = 128 }; /* a power of two */

struct SignatureCache {
    Signature *buckets[BUCKETS]; /* by hash of the def's address; linked by next */
};

static Signature **bucket_of(const NativeDef *def) {
    return &rt()->signatures->buckets[((uintptr_t)def >> 3) * 0x9e3779b1u >> 9 & (BUCKETS - 1)];
}

const Signature *signature_of(const NativeDef *def) {
    Signature **bucket = bucket_of(def);
    for (Signature *s = *bucket; s; s = s->next) {
        if (LIKELY(s->def == def)) return s;
    }
    Signature *made = parse(def);
    made->next = *bucket;
    return *bucket = made;
}

void signature_cache_start(void) {
    rt()->signatures = mem_cell(&rt()->mem, MEM_RAW, sizeof(SignatureCache));
    memset(rt()->signatures, 0, sizeof(SignatureCache));
}

static void free_signature(Signature *s) {
    mem_cell_free(&rt()->mem, MEM_RAW, s, signature_size(count_parameters(strchr(s->def->signature, '('))));
}

void signature_cache_end(void) {
    for (size_t i = 0; i < BUCKETS; i++) {
        for (Signature *s = rt()->signatures->buckets[i], *next; s; s = next) {
            next = s->next;
            free_signature(s);
        }
    }
    mem_cell_free(&rt()->mem, MEM_RAW, rt()->signatures, sizeof(SignatureCache));
    rt()->signatures = NULL;
}

/* ---- errors, in the words that CPython's ways of binding use for the shape of the signature ---- */

static const char *plural(size_t n) { return n == 1 ? "" : "s"; }

/* "list.append", "math.sqrt", "len": how the function is called where CPython says it in full. */
static Value full_name(const Signature *s, Callee callee) {
    if (s->def->kind == NATIVE_TAKES_TUPLE || s->def->kind == NATIVE_READS_TUPLE) return retain(s->name);
    if (callee.owner && !callee.constructs) {
        Value owner = type_get_qualname(callee.owner), result = error_format("%S.%S", owner, s->name);
        release(owner);
        return result;
    }
    if (callee.module && !str_equal_text(callee.module, "builtins"))
        return error_format("%S.%S", callee.module, s->name);
    return retain(s->name);
}

static Value class_name(Callee callee) {
    return type_get_name(is_type(callee.constructs) ? as_type(callee.constructs) : type_of(callee.constructs));
}

/* Nothing may be given by name, the number of arguments is wrong. */
static void raise_positional_count(const Signature *s, Callee callee, size_t given) {
    size_t least = s->required, most = s->positional;
    if (most == 0 && s->double_star && !s->star) {
        raise(&type_TypeError, "%S() takes no positional arguments", s->name);
        return;
    }
    bool terse = callee.constructs || s->star || s->double_star || most > 1 || least != most ||
                 s->def->kind == NATIVE_READS_TUPLE;
    if (!terse) {
        Value name = full_name(s, callee);
        if (most == 0) {
            raise(&type_TypeError, "%S() takes no arguments (%zu given)", name, given);
        } else {
            raise(&type_TypeError, "%S() takes exactly one argument (%zu given)", name, given);
        }
        release(name);
        return;
    }
    bool few = given < least;
    size_t bound = few ? least : most;
    const char *how = least == most && !s->star ? "" : few ? "at least " : "at most ";
    if (s->def->kind == NATIVE_READS_TUPLE) {
        raise(&type_TypeError, "%S() takes %s%zu argument%s (%zu given)", s->name, *how ? how : "exactly ", bound,
              plural(bound), given);
        return;
    }
    Value name = s->def->kind == NATIVE_COUNTS_AS_CLASS ? class_name(callee) : retain(s->name);
    raise(&type_TypeError, "%S expected %s%zu argument%s, got %zu", name, how, bound, plural(bound), given);
    release(name);
}

/* CPython calls int and str without their keywords in a way of its own, which is told apart here alone. */
static bool counts_tersely(const Signature *s, Callee callee, size_t named) {
    return !named && (callee.constructs == type_ref(&type_int) || callee.constructs == type_ref(&type_str));
}

static void raise_too_many(const Signature *s, Callee callee, size_t count, size_t named) {
    if (counts_tersely(s, callee, named)) {
        raise_positional_count(s, callee, count);
        return;
    }
    size_t all = (size_t)s->positional + s->keyword_only;
    if (all == 0) {
        raise(&type_TypeError, "%S() takes no arguments", s->name);
    } else if (count + named > all) {
        raise(&type_TypeError, "%S() takes at most %zu %sargument%s (%zu given)", s->name, all, count ? "" : "keyword ",
              plural(all), count + named);
    } else if (s->positional == 0) {
        raise(&type_TypeError, "%S() takes no positional arguments", s->name);
    } else {
        raise(&type_TypeError, "%S() takes %s %u positional argument%s (%zu given)", s->name,
              s->required < s->positional ? "at most" : "exactly", s->positional, plural(s->positional), count);
    }
}

static size_t required_positional_only(const Signature *s) {
    return s->required < s->positional_only ? s->required : s->positional_only;
}

static void raise_too_few(const Signature *s, size_t count) {
    size_t least = required_positional_only(s);
    raise(&type_TypeError, "%S() takes %s %zu positional argument%s (%zu given)", s->name,
          least < s->positional ? "at least" : "exactly", least, plural(least), count);
}

static void raise_no_keywords(const Signature *s, Callee callee) {
    Value name = full_name(s, callee);
    raise(&type_TypeError, "%S() takes no keyword arguments", name);
    release(name);
}

/* CPython's sorted() counts what stands in front of its keywords in words of its own, makes a list of it, and hands the
 * keywords on to list.sort. */
static bool hands_on_to_sort(const Signature *s, Callee callee) {
    return s->keyword_only && !callee.owner && callee.module && str_equal_text(s->name, "sorted") &&
           str_equal_text(callee.module, "builtins");
}

/* There is something to sort: a list can be made of it. */
static bool can_be_listed(Ref iterable) {
    Value list = list_of(iterable);
    release_maybe(list);
    return list != NULL;
}

/* Who finds fault with the keywords. */
static Value parser_name(const Signature *s, Callee callee) {
    return hands_on_to_sort(s, callee) ? intern_text("sort") : retain(s->name);
}

/* first: the first argument. */
static void raise_unexpected(const Signature *s, Callee callee, Ref keyword, const Ref *first) {
    if (hands_on_to_sort(s, callee) && !can_be_listed(*first)) return;
    Value name = parser_name(s, callee);
    Suggestion suggestion = SUGGESTION(keyword);
    for (size_t i = s->positional_only; i < (size_t)s->positional + s->keyword_only; i++) {
        suggestion_offer(&suggestion, s->parameters[i].name);
    }
    if (suggestion.best) {
        raise(&type_TypeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", name, keyword,
              suggestion.best);
    } else {
        raise(&type_TypeError, "%S() got an unexpected keyword argument '%S'", name, keyword);
    }
    release(name);
}

/* ---- binding ---- */

bool signature_takes_keywords(const Signature *s) {
    return s->double_star || s->keyword_only || s->positional > s->positional_only;
}

static bool raise_too_many_keywords(const Signature *s, Callee callee, size_t named) {
    Value name = parser_name(s, callee);
    raise(&type_TypeError, "%S() takes at most %u keyword argument%s (%zu given)", name, s->keyword_only,
          plural(s->keyword_only), named);
    release(name);
    return false;
}

static bool check_apart(const Signature *s, Callee callee, size_t count, size_t named) {
    if (count == 0 && !callee.constructs)
        return raise_false(&type_TypeError, "%S expected at least 1 argument, got 0", s->name);
    return named <= s->keyword_only || raise_too_many_keywords(s, callee, named);
}

/* The number of positional arguments is one that the signature takes; named is how many come by name. */
static bool check_counts(const Signature *s, Callee callee, const Ref *args, size_t count, size_t named) {
    bool by_name = s->keyword_only || s->positional > s->positional_only || s->def->kind == NATIVE_LOOKS_FOR_KEYWORDS;
    if (named && !by_name && !s->double_star) {
        raise_no_keywords(s, callee);
        return false;
    }
    if (!by_name) {
        if (count >= s->required && (count <= s->positional || s->star)) return true;
        raise_positional_count(s, callee, count);
        return false;
    }
    size_t all = (size_t)s->positional + s->keyword_only;
    if (UNLIKELY(count != 1 || named > s->keyword_only) && hands_on_to_sort(s, callee)) {
        if (count != 1) return raise_false(&type_TypeError, "sorted expected 1 argument, got %zu", count);
        return can_be_listed(*args) && raise_too_many_keywords(s, callee, named);
    }
    if (!s->star && (count > s->positional || (count + named > all && !s->double_star))) {
        raise_too_many(s, callee, count, named);
        return false;
    }
    bool apart = s->def->kind == NATIVE_KEYWORDS_APART || s->def->kind == NATIVE_POSITIONAL_APART;
    if (apart && !check_apart(s, callee, count, named)) return false;
    if (count < required_positional_only(s)) {
        raise_too_few(s, count);
        return false;
    }
    return true;
}

static bool same_name(Ref a, Ref b) { return a == b || str_equal(a, b); }

static int32_t find_parameter(const Signature *s, Ref keyword) {
    for (int32_t i = s->positional_only; i < s->positional + s->keyword_only; i++) {
        if (same_name(s->parameters[i].name, keyword)) return i;
    }
    return -1;
}

/* The word of a parameter: keyword-only ones stand behind *args. */
static size_t word_of(const Signature *s, size_t parameter) {
    return parameter < s->positional ? parameter : parameter + s->star;
}

static bool bind_keywords(const Signature *s, Callee callee, const Ref *values, size_t count, Ref keywords, Ref *words,
                          Ref rest) {
    Ref unexpected = NULL, twice = NULL;
    int32_t first_twice = INT32_MAX;
    for (size_t i = 0; i < tuple_count(keywords); i++) {
        Ref keyword = tuple_peek(keywords, i);
        int32_t parameter = find_parameter(s, keyword);
        if (parameter < 0 && rest) {
            if (LIKELY(is_str(keyword))) dict_set_str(rest, keyword, values[i]);
            else if (!dict_set(rest, keyword, values[i])) return false;
        } else if (parameter < 0) {
            if (!unexpected) unexpected = keyword;
        } else if (parameter < s->positional && (size_t)parameter < count) {
            if (parameter < first_twice) first_twice = parameter, twice = keyword;
        } else {
            words[word_of(s, (size_t)parameter)] = values[i];
        }
    }
    for (size_t i = 0; i < (size_t)s->positional + s->keyword_only; i++) {
        if (words[word_of(s, i)] || !s->parameters[i].required) continue;
        return raise_false(&type_TypeError, "%S() missing required argument '%S' (pos %zu)", s->name,
                           s->parameters[i].name, i + 1);
    }
    if (twice) {
        return raise_false(&type_TypeError, "argument for %S() given by name ('%S') and position (%d)", s->name, twice,
                           first_twice + 1);
    }
    if (unexpected) raise_unexpected(s, callee, unexpected, values - count);
    return !unexpected;
}

/* The usual call with names: all are known and stand for something not given yet. False, without exception: it is
 * another one, or bind says what is wrong. */
static bool bind_known_names(const Signature *s, const Ref *args, size_t count, Ref keywords, Ref *words) {
    size_t total = (size_t)s->positional + s->keyword_only;
    bool apart = s->def->kind == NATIVE_KEYWORDS_APART || s->def->kind == NATIVE_POSITIONAL_APART;
    if (s->star || s->double_star || apart || count > s->positional) return false;
    for (size_t i = 0; i < total; i++) words[i] = i < count ? args[i] : NULL;
    for (size_t k = 0; k < tuple_count(keywords); k++) {
        size_t i = count > s->positional_only ? count : s->positional_only;
        while (i < total && s->parameters[i].name != tuple_peek(keywords, k)) i++;
        if (i == total) return false;
        words[i] = args[count + k];
    }
    for (size_t i = count; i < total; i++) {
        if (words[i]) continue;
        if (s->parameters[i].required) return false;
        words[i] = s->parameters[i].value;
    }
    return true;
}

/* Positional arguments, of which there are not too many; the rest is its default. words has room for everything; star
 * and double_star receive what the caller releases. */
static inline bool bind_positional(const Signature *s, const Ref *args, size_t count, Ref *words, Value *star,
                                   Value *double_star) {
    size_t given = count < s->positional ? count : s->positional;
    for (size_t i = 0; i < given; i++) words[i] = args[i];
    for (size_t i = given; i < s->positional; i++) words[i] = s->parameters[i].value;
    for (size_t i = 0; i < s->keyword_only; i++)
        words[s->positional + s->star + i] = s->parameters[s->positional + i].value;
    if (s->star) {
        *star = tuple_from(args + given, count - given);
        if (!*star) return false;
        words[s->positional] = *star;
    }
    if (s->double_star) words[s->words - 1] = *double_star = dict_new();
    return true;
}

/* The general way. */
static bool bind(const Signature *s, Callee callee, const Ref *args, size_t count, Ref keywords, Ref *words,
                 Value *star, Value *double_star) {
    size_t named = keywords ? tuple_count(keywords) : 0;
    if (!check_counts(s, callee, args, count, named) || !bind_positional(s, args, count, words, star, double_star))
        return false;
    if (!named && count >= s->positional && !s->keyword_only) return true;
    return bind_keywords(s, callee, args + count, count, named ? keywords : tuple_empty(), words, *double_star);
}

enum { PLAIN_MAX = 8 };

/* A call of positional parameters alone, of which there are few, with as many arguments as they take. */
static Value call_plain(const Signature *s, Ref self, const Ref *args, size_t count) {
    Ref words[PLAIN_MAX + 1], *parameters = words;
    if (self) *parameters++ = self;
    signature_fill(s, args, count, parameters);
    return s->function(words);
}

Value signature_call(const Signature *s, Callee callee, Ref self, const Ref *args, size_t count, Ref keywords) {
    NativeFn function = s->function;
    bool direct = s->direct && !keywords && (count <= s->positional || s->star) && count >= s->required;
    if (direct && s->plain && s->positional <= PLAIN_MAX) return call_plain(s, self, args, count);

    Ref words[s->words + 1];
    words[0] = self;
    Ref *parameters = self ? words + 1 : words;
    if (keywords && bind_known_names(s, args, count, keywords, parameters)) return function(words);
    Value star = NULL, double_star = NULL, result = NULL;
    if (LIKELY(direct) ? bind_positional(s, args, count, parameters, &star, &double_star)
                       : bind(s, callee, args, count, keywords, parameters, &star, &double_star))
        result = function(words);
    release_maybe(star);
    release_maybe(double_star);
    return result;
}
