/* runtime/str_split.c - str methods that take a string apart.
 *
 * Owns:      nothing.
 * Invariant: results are lists or tuples of exact str.
 * Not here:  join (str_join.c).
 */
#include "runtime/base/search.h"
#include "runtime/base/ucd.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

enum { EXPECTED_PIECES = 12 }; /* for which there is room from the start, as sys.getsizeof shows in CPython */
enum { POLLED = 4096 };        /* characters or pieces after which loops over ASCII text poll */

/* Appends s[begin .. end). */
static bool add_piece(Ref list, Ref s, size_t begin, size_t end) {
    Value piece = str_slice(s, begin, end);
    return piece && list_append_steal(list, piece) && runtime_poll_errors();
}

/* The same for ASCII text, which stands at data, without polling. */
static inline bool add_ascii_piece(Ref list, Ref s, const uint8_t *data, size_t begin, size_t end) {
    if (UNLIKELY(end - begin == str_length(s))) return add_piece(list, s, begin, end);
    Value piece = str_from_ascii((const char *)data + begin, end - begin);
    return piece && list_append_steal(list, piece);
}

/* Which of the eight characters from data[i] on are blanks; those from the end on are. */
static inline uint64_t blanks_at(const uint8_t *data, size_t i, size_t end) {
    uint64_t word = SEARCH_BYTES(' ');
    if (LIKELY(end - i >= 8)) word = search_word(data + i);
    else
        for (size_t k = end; k > i; k--) word = word << 8 | data[k - 1];
    return search_between(word, '\t', '\r') | search_between(word, 0x1c, ' ');
}

/* The same as below for the commonest text: words begin and end where a blank has none before it, or the other way. */
static bool split_ascii_blanks(Ref list, Ref s, size_t most) {
    size_t length = str_length(s), begin = 0;
    const uint8_t *data = str_data(s);
    uint64_t before = 0x80; /* a blank stands before the next eight */
    bool inside = false;
    for (size_t i = 0; i < length; i += 8) {
        if (UNLIKELY(i % POLLED == 0) && !runtime_poll_errors()) return false;
        uint64_t blanks = blanks_at(data, i, length), edges = blanks ^ (blanks << 8 | before);
        before = blanks >> 56;
        for (; edges; edges &= edges - 1, inside = !inside) {
            size_t at = i + (size_t)__builtin_ctzll(edges) / 8;
            if (!inside) {
                begin = at;
                if (most-- == 0) return add_piece(list, s, begin, length);
            } else if (!add_ascii_piece(list, s, data, begin, at)) {
                return false;
            }
        }
    }
    return !inside || add_ascii_piece(list, s, data, begin, length);
}

static bool split_blanks(Ref list, Ref s, size_t most) {
    if (str_is_ascii(s)) return split_ascii_blanks(list, s, most);
    size_t length = str_length(s), i = 0;
    uint32_t width = str_width(s);
    const void *data = str_data(s);
    for (;; most--) {
        while (i < length && ucd_is_space(chars_at(data, width, i))) i++;
        if (i == length) return true;
        if (most == 0) break;
        size_t begin = i;
        while (i < length && !ucd_is_space(chars_at(data, width, i))) i++;
        if (!add_piece(list, s, begin, i)) return false;
    }
    return add_piece(list, s, i, length);
}

static bool rsplit_blanks(Ref list, Ref s, size_t most) {
    size_t i = str_length(s);
    uint32_t width = str_width(s);
    const void *data = str_data(s);
    for (;; most--) {
        while (i > 0 && ucd_is_space(chars_at(data, width, i - 1))) i--;
        if (i == 0) return true;
        if (most == 0) break;
        size_t end = i;
        while (i > 0 && !ucd_is_space(chars_at(data, width, i - 1))) i--;
        if (!add_piece(list, s, i, end)) return false;
    }
    return add_piece(list, s, 0, i);
}

/* The same as below for ASCII text and a separator of one character. */
static bool split_at_byte(Ref list, Ref s, uint8_t separator, size_t most) {
    const uint8_t *data = str_data(s), *stop = data + str_length(s);
    size_t begin = 0;
    for (; most > 0; most--) {
        if (UNLIKELY(most % POLLED == 0) && !runtime_poll_errors()) return false;
        const uint8_t *at = search_byte(data + begin, stop, separator);
        if (at == NULL) break;
        if (!add_ascii_piece(list, s, data, begin, (size_t)(at - data))) return false;
        begin = (size_t)(at - data) + 1;
    }
    return add_ascii_piece(list, s, data, begin, (size_t)(stop - data));
}

static bool split_at(Ref list, Ref s, Ref separator, size_t most) {
    if (str_is_ascii(s) && str_length(separator) == 1) return split_at_byte(list, s, *str_data(separator), most);
    size_t length = str_length(s), begin = 0;
    for (; most > 0; most--) {
        int64_t at = str_find(s, separator, begin, length);
        if (at < 0) break;
        if (!add_piece(list, s, begin, (size_t)at)) return false;
        begin = (size_t)at + str_length(separator);
    }
    return add_piece(list, s, begin, length);
}

static bool rsplit_at(Ref list, Ref s, Ref separator, size_t most) {
    size_t end = str_length(s);
    for (; most > 0; most--) {
        int64_t at = str_rfind(s, separator, 0, end);
        if (at < 0) break;
        if (!add_piece(list, s, (size_t)at + str_length(separator), end)) return false;
        end = (size_t)at;
    }
    return add_piece(list, s, 0, end);
}

static bool split_into(Ref list, const Ref *args, size_t most, bool from_right) {
    Ref separator = args[1];
    if (is_str(separator) && (str_length(separator) > str_length(args[0]) || str_width(separator) > str_width(args[0])))
        return list_append(list, args[0]); /* of whatever class */
    if (is_none(separator)) return (from_right ? rsplit_blanks : split_blanks)(list, args[0], most);
    return (from_right ? rsplit_at : split_at)(list, args[0], separator, most);
}

static Value split(const Ref *args, bool from_right) {
    size_t most;
    if (!limit_argument(args[2], &most)) return NULL;
    if (!is_none(args[1]) && !is_str(args[1])) return raise(&type_TypeError, "must be str or None, not %T", args[1]);
    if (is_str(args[1]) && str_length(args[1]) == 0) return raise(&type_ValueError, "empty separator");
    Value list = list_new(most < EXPECTED_PIECES ? most + 1 : EXPECTED_PIECES);
    if (list == NULL) return NULL;
    if (!split_into(list, args, most, from_right)) {
        release(list);
        return NULL;
    }
    if (from_right && !list_reverse(list)) clear_ref(&list);
    return list;
}

Value py_str_split(const Ref *args) { return split(args, false); }
Value py_str_rsplit(const Ref *args) { return split(args, true); }

/* The first character from i on that ends a line, or the end. */
static size_t find_line_break(Ref s, size_t i) {
    size_t length = str_length(s);
    if (str_is_ascii(s)) {
        const uint8_t *data = str_data(s);
        for (; length - i >= 8; i += 8) {
            uint64_t word = search_word(data + i);
            word = search_between(word, '\n', '\r') | search_between(word, 0x1c, 0x1e);
            if (word) return i + (size_t)__builtin_ctzll(word) / 8;
        }
    }
    while (i < length && !ucd_is_line_break(str_at(s, i))) i++;
    return i;
}

Value py_str_splitlines(const Ref *args) {
    Ref s = args[0];
    Lookup keep = truth(args[1]);
    if (keep == FAILED) return NULL;
    Value list = list_new(0);
    size_t length = str_length(s);
    for (size_t begin = 0, next; list && begin < length; begin = next) {
        size_t end = find_line_break(s, begin);
        next = end < length ? end + 1 : end;
        if (next < length && str_at(s, end) == '\r' && str_at(s, next) == '\n') next++;
        if (!add_piece(list, s, begin, keep == FOUND ? next : end)) clear_ref(&list);
    }
    return list;
}

/* What stands before the separator, the separator itself, what stands behind. Where there is none, at is -1 and the
 * whole text is the part with the index whole. */
static Value three_parts(Ref s, Ref separator, int64_t at, int whole) {
    Value parts[3];
    if (at < 0) {
        for (int i = 0; i < 3; i++) parts[i] = i == whole ? retain(s) : str_empty();
    } else {
        parts[0] = str_slice(s, 0, (size_t)at);
        parts[1] = retain(separator);
        parts[2] = str_slice(s, (size_t)at + str_length(separator), str_length(s));
    }
    if (parts[0] && parts[1] && parts[2]) return tuple_from_steal(parts, 3);
    for (int i = 0; i < 3; i++) release_maybe(parts[i]);
    return NULL;
}

static bool check_separator(Ref separator) {
    if (!is_str(separator)) return raise_false(&type_TypeError, "must be str, not %T", separator);
    return str_length(separator) > 0 || raise_false(&type_ValueError, "empty separator");
}

Value py_str_partition(const Ref *args) {
    if (!check_separator(args[1])) return NULL;
    return three_parts(args[0], args[1], str_find(args[0], args[1], 0, str_length(args[0])), 0);
}

Value py_str_rpartition(const Ref *args) {
    if (!check_separator(args[1])) return NULL;
    return three_parts(args[0], args[1], str_rfind(args[0], args[1], 0, str_length(args[0])), 2);
}
