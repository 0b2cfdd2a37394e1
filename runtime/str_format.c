/* runtime/str_format.c - replacement fields: "{0.name[key]!r:>{width}}".
 *
 * Owns:      reading format strings, automatic numbering.
 * Invariant: an Extent lies within its text.
 * Not here:  what a spec means (format.c).
 */
#include "runtime/str_format.h"

#include "runtime/base/ucd.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/tuple.h"

enum { MAX_DEPTH = 2 }; /* a spec may hold fields, whose specs may hold none */
enum { NO_POSITIONS = -1 };

typedef struct Extent {
    size_t begin, end; /* characters of the format */
} Extent;

typedef struct Field {
    Extent literal; /* what stands in front of it */
    bool present;   /* false: only the literal */
    Extent name;    /* first part and look-ups */
    Extent spec;    /* behind ':' */
    bool spec_has_fields;
    uint32_t conversion; /* behind '!', 0: none */
} Field;

typedef enum Numbering { NUMBERING_NONE, NUMBERING_AUTO, NUMBERING_MANUAL } Numbering;

typedef struct Formatter {
    Ref text;            /* str: the format */
    const void *data;    /* of it */
    uint32_t width;      /* bytes a character of it */
    const Ref *args;     /* what fields may have by position */
    int64_t count;       /* how many; NO_POSITIONS: such fields are refused */
    Ref mapping;         /* mapping or NULL */
    Numbering numbering; /* what the fields seen so far do */
    int64_t next_auto;   /* index for the next "{}" */
} Formatter;

static inline uint32_t at(const Formatter *f, size_t i) { return chars_at(f->data, f->width, i); }
static bool is_empty(Extent e) { return e.begin == e.end; }
static Value extent_str(const Formatter *f, Extent e) { return str_slice(f->text, e.begin, e.end); }

/* Reading. */

/* Reads up to the end of a spec that began at rest->begin. */
static bool read_spec(const Formatter *f, Extent *rest, Field *field) {
    size_t depth = 1;
    field->spec.begin = rest->begin;
    while (rest->begin < rest->end) {
        uint32_t c = at(f, rest->begin++);
        if (c == '{') {
            field->spec_has_fields = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec.end = rest->begin - 1;
            return true;
        }
    }
    return raise_false(&type_ValueError, "unmatched '{' in format spec");
}

/* Reads what follows a '!'. */
static bool read_conversion(const Formatter *f, Extent *rest, Field *field) {
    if (rest->begin == rest->end)
        return raise_false(&type_ValueError, "end of string while looking for conversion specifier");
    field->conversion = at(f, rest->begin++);
    if (rest->begin < rest->end) {
        uint32_t c = at(f, rest->begin++);
        if (c == '}') return true;
        if (c != ':') return raise_false(&type_ValueError, "expected ':' after conversion specifier");
    }
    return read_spec(f, rest, field);
}

/* Reads a field behind its '{'. */
static bool read_field(const Formatter *f, Extent *rest, Field *field) {
    uint32_t c = 0;
    field->present = true;
    field->name = (Extent){rest->begin, rest->begin};
    field->spec = (Extent){rest->end, rest->end};
    while (rest->begin < rest->end) {
        c = at(f, rest->begin++);
        if (c == '{') return raise_false(&type_ValueError, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!') break;
        if (c == '[')
            while (rest->begin < rest->end && at(f, rest->begin) != ']') rest->begin++;
    }
    field->name.end = rest->begin - 1;
    if (c == ':') return read_spec(f, rest, field);
    if (c == '!') return read_conversion(f, rest, field);
    return c == '}' || raise_false(&type_ValueError, "expected '}' before end of string");
}

/* The first brace, or the end. */
static size_t find_brace(const Formatter *f, const Extent *e) {
    size_t i = e->begin;
    for (; i < e->end; i++) {
        uint32_t c = at(f, i);
        if (c == '{' || c == '}') break;
    }
    return i;
}

/* Reads a literal and the field behind it. MISSING at the end. */
static Lookup read_next(const Formatter *f, Extent *rest, Field *field) {
    if (rest->begin >= rest->end) return MISSING;
    *field = (Field){.literal = {rest->begin, rest->end}};
    size_t i = find_brace(f, rest);
    rest->begin = i < rest->end ? i + 1 : i;
    if (i == rest->end) return FOUND;
    uint32_t brace = at(f, i);
    if (i + 1 < rest->end && at(f, i + 1) == brace) { /* a doubled brace stands for one */
        rest->begin = i + 2;
        field->literal.end = i + 1;
        return FOUND;
    }
    field->literal.end = i;
    if (brace == '}') return raise_failed(&type_ValueError, "Single '}' encountered in format string");
    if (i + 1 == rest->end) return raise_failed(&type_ValueError, "Single '{' encountered in format string");
    return read_field(f, rest, field) ? FOUND : FAILED;
}

/* The number that the characters are, or -1. False when it is too large. */
static bool read_index(const Formatter *f, Extent e, int64_t *index) {
    *index = -1;
    for (size_t i = e.begin; i < e.end; i++) {
        int digit = ucd_decimal(at(f, i));
        if (digit < 0) {
            *index = -1;
            return true;
        }
        if (*index < 0) *index = 0;
        if (__builtin_mul_overflow(*index, 10, index) || __builtin_add_overflow(*index, digit, index))
            return raise_false(&type_ValueError, "Too many decimal digits in format string");
    }
    return true;
}

/* One look-up behind the first part of a field name: ".name" or "[key]". MISSING at the end. */
static Lookup read_step(const Formatter *f, Extent *rest, bool *is_attribute, Extent *name) {
    if (rest->begin >= rest->end) return MISSING;
    uint32_t c = at(f, rest->begin++);
    *is_attribute = c == '.';
    if (c != '.' && c != '[')
        return raise_failed(&type_ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    *name = (Extent){rest->begin, rest->end};
    size_t i = rest->begin;
    if (*is_attribute) {
        while (i < rest->end && at(f, i) != '.' && at(f, i) != '[') i++;
        rest->begin = i;
    } else {
        while (i < rest->end && at(f, i) != ']') i++;
        if (i == rest->end) return raise_failed(&type_ValueError, "Missing ']' in format string");
        rest->begin = i + 1;
    }
    name->end = i;
    if (is_empty(*name)) return raise_failed(&type_ValueError, "Empty attribute in format string");
    return FOUND;
}

/* Cuts a field name into its first part and the rest. */
static Extent first_part(const Formatter *f, Extent *name) {
    Extent first = *name;
    while (name->begin < name->end && at(f, name->begin) != '.' && at(f, name->begin) != '[') name->begin++;
    first.end = name->begin;
    return first;
}

/* Looking up. */

static bool number_field(Formatter *f, bool automatic, int64_t *index) {
    Numbering now = automatic ? NUMBERING_AUTO : NUMBERING_MANUAL;
    if (f->numbering == NUMBERING_NONE) f->numbering = now;
    if (f->numbering != now)
        return raise_false(&type_ValueError,
                           automatic ? "cannot switch from manual field specification to automatic field numbering"
                                     : "cannot switch from automatic field numbering to manual field specification");
    if (automatic) *index = f->next_auto++;
    return true;
}

static Value get_argument(const Formatter *f, int64_t index) {
    if (f->count == NO_POSITIONS) return raise(&type_ValueError, "Format string contains positional fields");
    if (index >= f->count)
        return raise(&type_IndexError, "Replacement index %ld out of range for positional args tuple", (long)index);
    return retain(f->args[index]);
}

static Value get_keyword(const Formatter *f, Extent first) {
    Value key = extent_str(f, first);
    if (key == NULL) return NULL;
    Value found = f->mapping ? getitem(f->mapping, key) : raise_key(key);
    release(key);
    return found;
}

static Value get_step(const Formatter *f, Ref object, bool is_attribute, Extent name) {
    int64_t index = -1;
    if (!is_attribute && !read_index(f, name, &index)) return NULL;
    Value key = index >= 0 ? int_value(index) : extent_str(f, name);
    if (key == NULL) return NULL;
    Value found = is_attribute ? getattr(object, key) : getitem(object, key);
    release(key);
    return found;
}

/* The object that a field name means. */
static Value get_object(Formatter *f, Extent name) {
    Extent first = first_part(f, &name);
    int64_t index;
    if (!read_index(f, first, &index)) return NULL;
    bool automatic = is_empty(first);
    if ((automatic || index >= 0) && !number_field(f, automatic, &index)) return NULL;
    Value object = index >= 0 ? get_argument(f, index) : get_keyword(f, first);
    while (object) {
        bool is_attribute;
        Lookup more = read_step(f, &name, &is_attribute, &first);
        if (more == MISSING) break;
        slot_set_steal(&object, more == FOUND ? get_step(f, object, is_attribute, first) : NULL);
    }
    return object;
}

static Value convert(Ref object, uint32_t conversion) {
    switch (conversion) {
    case 's': return str_of(object);
    case 'r': return repr_of(object);
    case 'a': return ascii_of(object);
    default: break;
    }
    if (conversion > 32 && conversion < 127)
        return raise(&type_ValueError, "Unknown conversion specifier %c", (int)conversion);
    return raise(&type_ValueError, "Unknown conversion specifier \\x%x", conversion);
}

/* Putting together. */

static Value expand(Formatter *f, Extent text, int depth);

/* What the conversion and the spec of a field make of object, NULL of NULL. */
static Value formatted_steal(Formatter *f, Value object, const Field *field, int depth) {
    Value spec = NULL, text = NULL;
    if (object && field->conversion) slot_set_steal(&object, convert(object, field->conversion));
    if (object) spec = field->spec_has_fields ? expand(f, field->spec, depth - 1) : extent_str(f, field->spec);
    if (spec) text = format_value(object, spec);
    release_maybe(object);
    release_maybe(spec);
    return text;
}

static Value field_text(Formatter *f, const Field *field, int depth) {
    return formatted_steal(f, get_object(f, field->name), field, depth);
}

/* Appends what a field stands for; values of the commonest types need no str on the way. */
static bool add_field(StrBuilder *b, Formatter *f, const Field *field, int depth) {
    Value object = get_object(f, field->name), text;
    Lookup added = MISSING;
    if (object && field->conversion == 0 && !field->spec_has_fields)
        added = format_add(b, object, (SpecText){f->text, field->spec.begin, field->spec.end});
    if (added == MISSING) {
        text = formatted_steal(f, object, field, depth);
        if (text) builder_str(b, text);
        added = text ? FOUND : FAILED;
    } else {
        text = object;
    }
    release_maybe(text);
    return added == FOUND && !b->failed;
}

/* Is the text nothing but what was read? Its value then is the result, of whatever class it is. */
static bool stands_alone(const Extent *rest, const Field *field) {
    return rest->begin == rest->end && (!field->present || field->literal.begin == field->literal.end);
}

static Value expand(Formatter *f, Extent text, int depth) {
    if (depth <= 0) return raise(&type_ValueError, "Max string recursion exceeded");
    StrBuilder b;
    Field field;
    Lookup more;
    more = read_next(f, &text, &field);
    if (more == FOUND && stands_alone(&text, &field)) {
        if (field.present) return field_text(f, &field, depth);
        if (field.literal.begin == 0 && field.literal.end == str_length(f->text)) return retain(f->text);
    }
    builder_init(&b);
    for (; more == FOUND; more = read_next(f, &text, &field)) {
        builder_slice(&b, f->text, field.literal.begin, field.literal.end);
        if (field.present && !add_field(&b, f, &field, depth)) more = FAILED;
        if (more == FAILED) break;
    }
    if (more == MISSING) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value format_fields(Ref format, const Ref *args, int64_t count, Ref mapping) {
    Formatter f = {.text = format, .data = str_data(format), .width = str_width(format)};
    f.args = args;
    f.count = count;
    f.mapping = mapping;
    return expand(&f, (Extent){0, str_length(format)}, MAX_DEPTH);
}

Value py_str_format(const Ref *args) {
    return format_fields(args[0], refs(as_tuple(args[1])->items), (int64_t)tuple_count(args[1]), args[2]);
}

Value str_format_positional(const Ref *args, size_t count) {
    return format_fields(args[0], args + 1, (int64_t)count - 1, NULL);
}

Value py_str_format_map(const Ref *args) { return format_fields(args[0], NULL, NO_POSITIONS, args[1]); }
