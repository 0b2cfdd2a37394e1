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
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/tuple.h"

enum { MAX_DEPTH = 2 }; /* a spec may hold fields, whose specs may hold none */
enum { NO_POSITIONS = -1 };

typedef struct Extent {
    Ref text;          /* str */
    size_t begin, end; /* characters */
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
    const Ref *args;     /* what fields may have by position */
    int64_t count;       /* how many; NO_POSITIONS: such fields are refused */
    Ref mapping;         /* mapping or NULL */
    Numbering numbering; /* what the fields seen so far do */
    int64_t next_auto;   /* index for the next "{}" */
} Formatter;

static uint32_t at(const Extent *e, size_t i) { return str_at(e->text, i); }
static size_t extent_length(const Extent *e) { return e->end - e->begin; }
static Value extent_str(const Extent *e) { return str_slice(e->text, e->begin, e->end); }

/* Reading. */

/* Reads up to the end of a spec that began at rest->begin. */
static bool read_spec(Extent *rest, Field *field) {
    size_t depth = 1;
    field->spec.begin = rest->begin;
    while (rest->begin < rest->end) {
        uint32_t c = at(rest, rest->begin++);
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
static bool read_conversion(Extent *rest, Field *field) {
    if (rest->begin == rest->end)
        return raise_false(&type_ValueError, "end of string while looking for conversion specifier");
    field->conversion = at(rest, rest->begin++);
    if (rest->begin < rest->end) {
        uint32_t c = at(rest, rest->begin++);
        if (c == '}') return true;
        if (c != ':') return raise_false(&type_ValueError, "expected ':' after conversion specifier");
    }
    return read_spec(rest, field);
}

/* Reads a field behind its '{'. */
static bool read_field(Extent *rest, Field *field) {
    uint32_t c = 0;
    field->present = true;
    field->name = (Extent){rest->text, rest->begin, rest->begin};
    field->spec = (Extent){rest->text, rest->end, rest->end};
    while (rest->begin < rest->end) {
        c = at(rest, rest->begin++);
        if (c == '{') return raise_false(&type_ValueError, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!') break;
        if (c == '[')
            while (rest->begin < rest->end && at(rest, rest->begin) != ']') rest->begin++;
    }
    field->name.end = rest->begin - 1;
    if (c == ':') return read_spec(rest, field);
    if (c == '!') return read_conversion(rest, field);
    return c == '}' || raise_false(&type_ValueError, "expected '}' before end of string");
}

/* The first brace, or the end. */
static size_t find_brace(const Extent *e) {
    uint32_t width = str_width(e->text);
    const void *data = str_data(e->text);
    size_t i = e->begin;
    for (; i < e->end; i++) {
        uint32_t c = chars_at(data, width, i);
        if (c == '{' || c == '}') break;
    }
    return i;
}

/* Reads a literal and the field behind it. MISSING at the end. */
static Lookup read_next(Extent *rest, Field *field) {
    if (rest->begin >= rest->end) return MISSING;
    *field = (Field){.literal = {rest->text, rest->begin, rest->end}};
    size_t i = find_brace(rest);
    rest->begin = i < rest->end ? i + 1 : i;
    if (i == rest->end) return FOUND;
    uint32_t brace = at(rest, i);
    if (i + 1 < rest->end && at(rest, i + 1) == brace) { /* a doubled brace stands for one */
        rest->begin = i + 2;
        field->literal.end = i + 1;
        return FOUND;
    }
    field->literal.end = i;
    if (brace == '}') return raise_failed(&type_ValueError, "Single '}' encountered in format string");
    if (i + 1 == rest->end) return raise_failed(&type_ValueError, "Single '{' encountered in format string");
    return read_field(rest, field) ? FOUND : FAILED;
}

/* The number that the characters are, or -1. False when it is too large. */
static bool read_index(const Extent *e, int64_t *index) {
    *index = -1;
    for (size_t i = e->begin; i < e->end; i++) {
        int digit = ucd_decimal(at(e, i));
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
static Lookup read_step(Extent *rest, bool *is_attribute, Extent *name) {
    if (rest->begin >= rest->end) return MISSING;
    uint32_t c = at(rest, rest->begin++);
    *is_attribute = c == '.';
    if (c != '.' && c != '[')
        return raise_failed(&type_ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    *name = (Extent){rest->text, rest->begin, rest->end};
    size_t i = rest->begin;
    if (*is_attribute) {
        while (i < rest->end && at(rest, i) != '.' && at(rest, i) != '[') i++;
        rest->begin = i;
    } else {
        while (i < rest->end && at(rest, i) != ']') i++;
        if (i == rest->end) return raise_failed(&type_ValueError, "Missing ']' in format string");
        rest->begin = i + 1;
    }
    name->end = i;
    if (extent_length(name) == 0) return raise_failed(&type_ValueError, "Empty attribute in format string");
    return FOUND;
}

/* Cuts a field name into its first part and the rest. */
static Extent first_part(Extent *name) {
    Extent first = *name;
    while (name->begin < name->end && at(name, name->begin) != '.' && at(name, name->begin) != '[') name->begin++;
    first.end = name->begin;
    return first;
}

/* Looking up. */

static bool number_field(Formatter *f, bool is_empty, int64_t *index) {
    Numbering now = is_empty ? NUMBERING_AUTO : NUMBERING_MANUAL;
    if (f->numbering == NUMBERING_NONE) f->numbering = now;
    if (f->numbering != now)
        return raise_false(&type_ValueError,
                           is_empty ? "cannot switch from manual field specification to automatic field numbering"
                                    : "cannot switch from automatic field numbering to manual field specification");
    if (is_empty) *index = f->next_auto++;
    return true;
}

static Value get_argument(const Formatter *f, int64_t index) {
    if (f->count == NO_POSITIONS) return raise(&type_ValueError, "Format string contains positional fields");
    if (index >= f->count)
        return raise(&type_IndexError, "Replacement index %ld out of range for positional args tuple", (long)index);
    return retain(f->args[index]);
}

static Value get_keyword(const Formatter *f, const Extent *first) {
    Value key = extent_str(first);
    if (key == NULL) return NULL;
    Value found = f->mapping ? getitem(f->mapping, key) : raise_key(key);
    release(key);
    return found;
}

static Value get_step(Ref object, bool is_attribute, const Extent *name) {
    int64_t index = -1;
    if (!is_attribute && !read_index(name, &index)) return NULL;
    Value key = index >= 0 ? int_value(index) : extent_str(name);
    if (key == NULL) return NULL;
    Value found = is_attribute ? getattr(object, key) : getitem(object, key);
    release(key);
    return found;
}

/* The object that a field name means. */
static Value get_object(Formatter *f, Extent name) {
    Extent first = first_part(&name);
    int64_t index;
    if (!read_index(&first, &index)) return NULL;
    bool is_empty = extent_length(&first) == 0;
    if ((is_empty || index >= 0) && !number_field(f, is_empty, &index)) return NULL;
    Value object = index >= 0 ? get_argument(f, index) : get_keyword(f, &first);
    while (object) {
        bool is_attribute;
        Lookup more = read_step(&name, &is_attribute, &first);
        if (more == MISSING) break;
        slot_set_steal(&object, more == FOUND ? get_step(object, is_attribute, &first) : NULL);
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

static Value field_text(Formatter *f, const Field *field, int depth) {
    Value spec = NULL, text = NULL, object = get_object(f, field->name);
    if (object && is_exact(object, &type_str) && field->spec.begin == field->spec.end && field->conversion == 0)
        return object;
    if (object && field->conversion) slot_set_steal(&object, convert(object, field->conversion));
    if (object) spec = field->spec_has_fields ? expand(f, field->spec, depth - 1) : extent_str(&field->spec);
    if (spec) text = format_value(object, spec);
    release_maybe(object);
    release_maybe(spec);
    return text;
}

static bool add_field(StrBuilder *b, Formatter *f, const Field *field, int depth) {
    Value text = field_text(f, field, depth);
    if (text) builder_str(b, text);
    release_maybe(text);
    return text != NULL && !b->failed;
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
    more = read_next(&text, &field);
    if (more == FOUND && stands_alone(&text, &field)) {
        if (field.present) return field_text(f, &field, depth);
        if (field.literal.begin == 0 && field.literal.end == str_length(text.text)) return retain(text.text);
    }
    builder_init(&b);
    for (; more == FOUND; more = read_next(&text, &field)) {
        builder_slice(&b, field.literal.text, field.literal.begin, field.literal.end);
        if (field.present && !add_field(&b, f, &field, depth)) more = FAILED;
        if (more == FAILED) break;
    }
    if (more == MISSING) return builder_finish(&b);
    builder_abandon(&b);
    return NULL;
}

static Value format_fields(Ref format, const Ref *args, int64_t count, Ref mapping) {
    Formatter f = {.args = args, .count = count, .mapping = mapping};
    return expand(&f, (Extent){format, 0, str_length(format)}, MAX_DEPTH);
}

Value py_str_format(const Ref *args) {
    return format_fields(args[0], refs(as_tuple(args[1])->items), (int64_t)tuple_count(args[1]), args[2]);
}

Value str_format_positional(const Ref *args, size_t count) {
    return format_fields(args[0], args + 1, (int64_t)count - 1, NULL);
}

Value py_str_format_map(const Ref *args) { return format_fields(args[0], NULL, NO_POSITIONS, args[1]); }
