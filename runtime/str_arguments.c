/* runtime/str_arguments.c - how methods of str and bytes read their arguments.
 *
 * Owns:      the words of the errors.
 * Invariant: see str_methods.h.
 * Not here:  binding by signature (native.h).
 */
#include <limits.h>

#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"

/* A bound of a slice: any integer, clamped to 64 bits. */
static bool read_bound(Ref bound, int64_t *result) {
    if (is_small_int(bound)) {
        *result = small_int(bound);
        return true;
    }
    if (!is_int(bound) && type_of(bound)->as_index == NULL)
        return raise_false(&type_TypeError, "slice indices must be integers or None or have an __index__ method");
    return index_as_int64(bound, result, NULL);
}

bool bounds_read(Ref start, Ref end, Bounds *bounds) {
    *bounds = (Bounds){0, INT64_MAX};
    if (start && !is_none(start) && !read_bound(start, &bounds->start)) return false;
    return end == NULL || is_none(end) || read_bound(end, &bounds->end);
}

bool bounds_clamp(Bounds *bounds, size_t length) {
    int64_t size = (int64_t)length;
    if (bounds->end > size) bounds->end = size;
    if (bounds->end < 0 && (bounds->end += size) < 0) bounds->end = 0;
    if (bounds->start < 0 && (bounds->start += size) < 0) bounds->start = 0;
    return bounds->start <= bounds->end;
}

bool size_argument(Ref argument, int64_t *size) {
    if (is_small_int(argument)) {
        *size = small_int(argument);
        return true;
    }
    Value index = index_of(argument);
    if (index == NULL) return false;
    bool fits = int_as_int64(index, size);
    release(index);
    return fits || raise_false(&type_OverflowError, "Python int too large to convert to C ssize_t");
}

bool tab_argument(Ref argument, int64_t *size) {
    Value index = index_of(argument);
    if (index == NULL) return false;
    bool fits = int_as_int64(index, size) && *size >= INT_MIN && *size <= INT_MAX;
    release(index);
    return fits || raise_false(&type_OverflowError, "Python int too large to convert to C int");
}

bool limit_argument(Ref argument, size_t *limit) {
    int64_t size;
    if (!size_argument(argument, &size)) return false;
    *limit = size < 0 ? SIZE_MAX : (size_t)size;
    return true;
}

bool c_text_argument(Ref text) {
    Utf8 utf8;
    if (!str_utf8(text, &utf8, false)) return false;
    bool good = utf8.length == 0 || strlen(utf8.text) == utf8.length;
    str_utf8_done(&utf8);
    return good || raise_false(&type_ValueError, "embedded null character");
}

bool str_argument(Ref argument, const char *function, int position) {
    if (is_str(argument)) return true;
    const char *found = is_none(argument) ? "None" : type_of(argument)->name;
    if (position == 0) return raise_false(&type_TypeError, "%s() argument must be str, not %s", function, found);
    return raise_false(&type_TypeError, "%s() argument %d must be str, not %s", function, position, found);
}
