/* runtime/str_methods.c - the table of str's methods, and those that search.
 *
 * Owns:      the rows.
 * Invariant: see native.h.
 * Not here:  the other methods (str_case.c, str_is.c, str_pad.c, str_split.c, str_translate.c, str_format.c).
 */
#include "runtime/str_methods.h"

#include "runtime/base/search.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str_format.h"
#include "runtime/tuple.h"

/* Searching: (sub, start, end). */

typedef int64_t (*Finder)(Ref s, Ref part, size_t begin, size_t end);

/* Index, -1 when there is none, -2 with an exception. */
static int64_t search(const Ref *args, Finder finder, const char *method) {
    Bounds bounds;
    if (!str_argument(args[1], method, 1) || !bounds_read(args[2], args[3], &bounds)) return -2;
    if (!bounds_clamp(&bounds, str_length(args[0]))) return -1;
    return finder(args[0], args[1], (size_t)bounds.start, (size_t)bounds.end);
}

static Value py_str_find(const Ref *args) {
    int64_t at = search(args, str_find, "find");
    return at == -2 ? NULL : small_int_value(at);
}

static Value py_str_rfind(const Ref *args) {
    int64_t at = search(args, str_rfind, "rfind");
    return at == -2 ? NULL : small_int_value(at);
}

static Value index_result(int64_t at) {
    if (at == -1) return raise(&type_ValueError, "substring not found");
    return at == -2 ? NULL : small_int_value(at);
}

static Value py_str_index(const Ref *args) { return index_result(search(args, str_find, "index")); }
static Value py_str_rindex(const Ref *args) { return index_result(search(args, str_rfind, "rindex")); }

static Value py_str_count(const Ref *args) {
    Bounds bounds;
    if (!str_argument(args[1], "count", 1) || !bounds_read(args[2], args[3], &bounds)) return NULL;
    if (!bounds_clamp(&bounds, str_length(args[0]))) return small_int_value(0);
    return small_int_value((int64_t)str_count(args[0], args[1], (size_t)bounds.start, (size_t)bounds.end, SIZE_MAX));
}

static Value py_str_replace(const Ref *args) {
    size_t most;
    if (!str_argument(args[1], "replace", 1) || !str_argument(args[2], "replace", 2)) return NULL;
    return limit_argument(args[3], &most) ? str_replace(args[0], args[1], args[2], most) : NULL;
}

/* True when part stands at the front (or the back) of s[start .. end). */
static __attribute__((noinline)) bool matches_end(Ref s, Ref part, const Bounds *bounds, bool front) {
    size_t length = str_length(part), begin = (size_t)bounds->start, end = (size_t)bounds->end;
    if (length > end - begin) return false;
    size_t at = front ? begin : end - length;
    bool narrow = object_of(s)->flags & object_of(part)->flags & STR_WIDTH_1;
    return narrow ? search_same(str_data(s) + at, str_data(part), length) : str_stands_at(s, part, at);
}

/* The same for any part of a tuple. */
static Value matches_any(Ref s, Ref parts, const Bounds *bounds, bool possible, bool front, const char *method) {
    for (size_t i = 0; i < tuple_count(parts); i++) {
        Ref part = tuple_peek(parts, i);
        if (!is_str(part)) return raise(&type_TypeError, "tuple for %s must only contain str, not %T", method, part);
        if (possible && matches_end(s, part, bounds, front)) return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value match_end(const Ref *args, bool front, const char *method) {
    Bounds bounds = {0, (int64_t)str_length(args[0])};
    if (is_none(args[2]) && is_none(args[3]) && is_str(args[1]))
        return bool_value(matches_end(args[0], args[1], &bounds, front));
    if (!bounds_read(args[2], args[3], &bounds)) return NULL;
    bool possible = bounds_clamp(&bounds, str_length(args[0]));
    if (is_tuple(args[1])) return matches_any(args[0], args[1], &bounds, possible, front, method);
    if (!is_str(args[1]))
        return raise(&type_TypeError, "%s first arg must be str or a tuple of str, not %T", method, args[1]);
    return bool_value(possible && matches_end(args[0], args[1], &bounds, front));
}

static Value py_str_startswith(const Ref *args) { return match_end(args, true, "startswith"); }
static Value py_str_endswith(const Ref *args) { return match_end(args, false, "endswith"); }

/* The rest. */

static Value py_str_join(const Ref *args) { return str_join(args[0], args[1]); }

static Value py_str_encode(const Ref *args) { return codec_encode_object(args[0], args[1], args[2], "encode"); }

static Value py_str_dunder_format(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "__format__() argument must be str, not %O", args[1]);
    return format_str(args[0], args[1]);
}

/* The figures of CPython 3.11: a header, then the characters and a NUL. */
static Value py_str_sizeof(const Ref *args) {
    size_t header = str_is_ascii(args[0]) ? 48 : 72;
    return int_value((int64_t)(header + (str_length(args[0]) + 1) * str_width(args[0])));
}

static Value py_str_getnewargs(const Ref *args) {
    Value text = str_slice(args[0], 0, SIZE_MAX);
    return text ? tuple_from_steal(&text, 1) : NULL;
}

const NativeDef str_methods[] = {
    {"capitalize()", py_str_capitalize, DOC("Return a copy whose first character is in title case and the rest lower."),
     0},
    {"casefold()", py_str_casefold, DOC("Return a copy fit for comparison without regard to case."), 0},
    {"center(width, fillchar=' ', /)", py_str_center, DOC("Return the string centered in width characters."), 0},
    {"count(sub[, start[, end]], /)", py_str_count, DOC("Return how often sub occurs in S[start:end]."), 0},
    {"encode(encoding='utf-8', errors='strict')", py_str_encode, DOC("Return the bytes of the string in an encoding."),
     0},
    {"endswith(suffix[, start[, end]], /)", py_str_endswith, DOC("Return True if the string ends with suffix."), 0},
    {"expandtabs(tabsize=8)", py_str_expandtabs, DOC("Return a copy with blanks up to the next tab stop for tabs."), 0},
    {"find(sub[, start[, end]], /)", py_str_find, DOC("Return the lowest index of sub in S[start:end], or -1."), 0},
    {"format(*args, **kwargs)", NATIVE_FORMS(py_str_format, str_format_positional),
     DOC("Return a copy with fields in braces replaced by the arguments."), NATIVE_POSITIONAL_ANY},
    {"format_map(mapping, /)", py_str_format_map, DOC("Return a copy with fields in braces replaced from mapping."), 0},
    {"index(sub[, start[, end]], /)", py_str_index, DOC("Return the lowest index of sub in S[start:end]."), 0},
    {"isalnum()", py_str_isalnum, DOC("Return True if all characters are alphanumeric, and there are some."), 0},
    {"isalpha()", py_str_isalpha, DOC("Return True if all characters are letters, and there are some."), 0},
    {"isascii()", py_str_isascii, DOC("Return True if all characters are ASCII."), 0},
    {"isdecimal()", py_str_isdecimal, DOC("Return True if all characters are decimal digits, and there are some."), 0},
    {"isdigit()", py_str_isdigit, DOC("Return True if all characters are digits, and there are some."), 0},
    {"isidentifier()", py_str_isidentifier, DOC("Return True if the string could be a name."), 0},
    {"islower()", py_str_islower, DOC("Return True if all cased characters are lower case, and there are some."), 0},
    {"isnumeric()", py_str_isnumeric, DOC("Return True if all characters are numeric, and there are some."), 0},
    {"isprintable()", py_str_isprintable, DOC("Return True if repr() escapes none of the characters."), 0},
    {"isspace()", py_str_isspace, DOC("Return True if all characters are blank, and there are some."), 0},
    {"istitle()", py_str_istitle, DOC("Return True if each word begins with a capital and goes on in lower case."), 0},
    {"isupper()", py_str_isupper, DOC("Return True if all cased characters are upper case, and there are some."), 0},
    {"join(iterable, /)", py_str_join, DOC("Return the strings of iterable with this one between them."), 0},
    {"ljust(width, fillchar=' ', /)", py_str_ljust, DOC("Return the string at the left of width characters."), 0},
    {"lower()", py_str_lower, DOC("Return a copy in lower case."), 0},
    {"lstrip(chars=None, /)", py_str_lstrip, DOC("Return a copy without blanks (or chars) at the front."), 0},
    {"maketrans(x, y=..., z=..., /)", py_str_maketrans, DOC("Return a table for translate()."), NATIVE_STATIC_METHOD},
    {"partition(sep, /)", py_str_partition, DOC("Return what stands before the first sep, sep, and what follows."), 0},
    {"removeprefix(prefix, /)", py_str_removeprefix, DOC("Return the string without prefix, if it begins with it."), 0},
    {"removesuffix(suffix, /)", py_str_removesuffix, DOC("Return the string without suffix, if it ends with it."), 0},
    {"replace(old, new, /, count=-1)", py_str_replace, DOC("Return a copy with count occurrences of old replaced."), 0},
    {"rfind(sub[, start[, end]], /)", py_str_rfind, DOC("Return the highest index of sub in S[start:end], or -1."), 0},
    {"rindex(sub[, start[, end]], /)", py_str_rindex, DOC("Return the highest index of sub in S[start:end]."), 0},
    {"rjust(width, fillchar=' ', /)", py_str_rjust, DOC("Return the string at the right of width characters."), 0},
    {"rpartition(sep, /)", py_str_rpartition, DOC("Return what stands before the last sep, sep, and what follows."), 0},
    {"rsplit(sep=None, maxsplit=-1)", py_str_rsplit, DOC("Return a list of the words, split from the right."), 0},
    {"rstrip(chars=None, /)", py_str_rstrip, DOC("Return a copy without blanks (or chars) at the end."), 0},
    {"split(sep=None, maxsplit=-1)", py_str_split, DOC("Return a list of the words between sep (None: blanks)."), 0},
    {"splitlines(keepends=False)", py_str_splitlines, DOC("Return a list of the lines."), 0},
    {"startswith(prefix[, start[, end]], /)", py_str_startswith, DOC("Return True if the string begins with prefix."),
     0},
    {"strip(chars=None, /)", py_str_strip, DOC("Return a copy without blanks (or chars) at both ends."), 0},
    {"swapcase()", py_str_swapcase, DOC("Return a copy with upper case made lower and lower made upper."), 0},
    {"title()", py_str_title, DOC("Return a copy in which words begin with a capital and go on in lower case."), 0},
    {"translate(table, /)", py_str_translate, DOC("Return a copy with each character replaced as table[ord(c)] says."),
     0},
    {"upper()", py_str_upper, DOC("Return a copy in upper case."), 0},
    {"zfill(width, /)", py_str_zfill, DOC("Return the string with zeros behind its sign up to width characters."), 0},
    {"__format__(format_spec, /)", py_str_dunder_format, DOC("Return the string formatted as format_spec says."), 0},
    {"__sizeof__()", py_str_sizeof, DOC("Bytes of memory that the string takes."), 0},
    {"__getnewargs__()", py_str_getnewargs, DOC("Return what str.__new__ makes a copy of."), 0},
    {0},
};
