/* runtime/memoryview_cast.c - memoryview.cast: the same bytes by another format, in another shape. */
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/memoryview.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

static bool is_byte_letter(char letter) { return letter == 'B' || letter == 'b' || letter == 'c'; }

/* Reads a format into m, which so far has that of the view it is made of. */
static bool set_format(MemoryView *m, Ref format) {
    Utf8 text;
    if (!str_is_ascii(format)) {
        release_maybe(codec_encode(codec_find("ascii"), format, "strict")); /* for its error */
        return false;
    }
    if (!str_utf8(format, &text, false)) return false;
    const char *letter = text.text + (text.text[0] == '@');
    const ItemFormat *item = letter + 1 == text.text + text.length ? item_format(*letter) : NULL;
    char found = *letter, sign = text.text[0];
    str_utf8_done(&text);
    if (!item)
        return raise_false(&type_ValueError, "memoryview: destination format must be a native single character format "
                                             "prefixed with an optional '@'");
    if (!is_byte_letter(memoryview_letter(m)) && !is_byte_letter(found))
        return raise_false(&type_TypeError, "memoryview: cannot cast between two non-byte formats");
    m->format[0] = sign;
    m->format[1] = sign == '@' ? found : 0;
    m->item_size = item->size;
    return true;
}

/* Of a list or a tuple, whatever the len() of a derived class says. */
static size_t count_of(Ref shape) { return is_tuple(shape) ? tuple_count(shape) : list_count(shape); }

/* Reads shape and computes the strides; total is what all items take. */
static bool set_shape(MemoryView *m, Ref shape, int64_t total) {
    int64_t bytes = m->item_size;
    for (int i = 0; i < m->dimensions; i++) {
        Ref item = is_tuple(shape) ? tuple_peek(shape, (size_t)i) : list_peek(shape, (size_t)i);
        int64_t length;
        if (!is_int(item)) return raise_false(&type_TypeError, "memoryview.cast(): elements of shape must be integers");
        if (!size_argument(item, &length)) return false;
        if (length <= 0)
            return raise_false(&type_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
        if (length > INT64_MAX / bytes)
            return raise_false(&type_ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
        bytes *= length;
        memoryview_shape(m)[i] = length;
    }
    int64_t stride = m->item_size;
    for (int i = m->dimensions - 1; i >= 0; i--) {
        memoryview_strides(m)[i] = stride;
        stride *= memoryview_shape(m)[i];
    }
    return bytes == total || raise_false(&type_TypeError, "memoryview: product(shape) * itemsize != buffer size");
}

static bool has_no_item(MemoryView *m) {
    for (int i = 0; i < m->dimensions; i++)
        if (memoryview_shape(m)[i] == 0) return true;
    return false;
}

static bool check_cast(MemoryView *m, Ref shape) {
    if (!memoryview_in_order(m))
        return raise_false(&type_TypeError, "memoryview: casts are restricted to C-contiguous views");
    if ((shape || m->dimensions != 1) && has_no_item(m))
        return raise_false(&type_TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    if (shape == NULL) return true;
    if (!is_list(shape) && !is_tuple(shape)) return raise_false(&type_TypeError, "shape must be a list or a tuple");
    size_t count = count_of(shape);
    if (count > MEMORYVIEW_DIMENSIONS_MAX)
        return raise_false(&type_ValueError, "memoryview: number of dimensions must not exceed 64");
    return m->dimensions == 1 || count == 1 ||
           raise_false(&type_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
}

Value py_memoryview_cast(const Ref *args) {
    if (!is_str(args[1]))
        return raise(&type_TypeError, "cast() argument 'format' must be str, not %s",
                     is_none(args[1]) ? "None" : type_of(args[1])->name);
    if (!memoryview_check_open(args[0]) || !check_cast(as_memoryview(args[0]), args[2])) return NULL;
    int64_t total = memoryview_count(as_memoryview(args[0])) * as_memoryview(args[0])->item_size;
    Value result = memoryview_again(args[0], args[2] ? (int)count_of(args[2]) : 1);
    if (result == NULL) return NULL;
    MemoryView *m = as_memoryview(result);
    bool done = set_format(m, args[1]);
    if (done && total % m->item_size)
        done = raise_false(&type_TypeError, "memoryview: length is not a multiple of itemsize");
    if (done && args[2]) {
        done = set_shape(m, args[2], total);
    } else if (done) {
        m->one[0] = total / m->item_size;
        m->one[1] = m->item_size;
    }
    if (!done) clear_ref(&result);
    return result;
}
