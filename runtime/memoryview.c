/* runtime/memoryview.c - the memoryview type: a window on bytes or a bytearray.
 *
 * Owns:      its export of a bytearray, until release().
 * Invariant: items are single bytes (format "B") in one dimension; start and stride stay within the source.
 * Not here:  ByteView, by which C code looks into it (bytes.h).
 */
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

static MemoryView *as_memoryview(Ref v) { return (MemoryView *)object_of(v); }

static bool check_open(Ref self) {
    return as_memoryview(self)->source ||
           raise_false(&type_ValueError, "operation forbidden on released memoryview object");
}

static uint8_t *source_data(const MemoryView *m) {
    return is_bytes(m->source) ? bytes_data(m->source) : as_bytearray(m->source)->data;
}

static uint8_t *item_at(const MemoryView *m, size_t i) {
    return source_data(m) + (int64_t)m->start + (int64_t)i * m->stride;
}

/* A view of the same source as another, or of a whole object. */
static Value make_view(Ref source, size_t start, size_t length, int64_t stride) {
    MemoryView *m = object_new(&type_memoryview, sizeof(MemoryView));
    m->source = retain(source);
    m->start = start;
    m->length = length;
    m->stride = stride;
    if (!is_bytes(source)) as_bytearray(source)->exports++;
    return value_of(m);
}

Value memoryview_new(Ref source) {
    if (is_bytes(source)) return make_view(source, 0, bytes_length(source), 1);
    if (is_bytearray(source)) return make_view(source, 0, as_bytearray(source)->length, 1);
    if (!is_exact(source, &type_memoryview))
        return raise(&type_TypeError, "memoryview: a bytes-like object is required, not '%T'", source);
    if (!check_open(source)) return NULL;
    const MemoryView *m = as_memoryview(source);
    return make_view(m->source, m->start, m->length, m->stride);
}

static void let_go(MemoryView *m) {
    if (m->source && !is_bytes(m->source)) as_bytearray(m->source)->exports--;
    clear_ref(&m->source);
}

static void traverse_view(Ref self, Visit visit, void *context) { visit(as_memoryview(self)->source, context); }

/* Runs before the source is released, which dispose would come too late for. */
static void finalize_view(Ref self) { let_go(as_memoryview(self)); }

/* Items. */

static Value slice_view(Ref self, Ref slice) {
    const MemoryView *m = as_memoryview(self);
    SliceRange range;
    if (!slice_resolve(slice, (int64_t)m->length, &range)) return NULL;
    if (!check_open(self)) return NULL;
    size_t count = range.count > 0 ? (size_t)range.count : 0;
    size_t start = count ? (size_t)((int64_t)m->start + range.start * m->stride) : m->start;
    return make_view(m->source, start, count, m->stride * range.step);
}

static bool read_index(Ref self, Ref key, size_t *index) {
    int64_t i, length = (int64_t)as_memoryview(self)->length;
    if (!is_int(key) && type_of(key)->as_index == NULL)
        return raise_false(&type_TypeError, "memoryview: invalid slice key");
    if (!index_as_int64(key, &i, &type_IndexError) || !check_open(self)) return false;
    if (i < 0) i += length;
    if (i < 0 || i >= length) return raise_false(&type_IndexError, "index out of bounds on dimension 1");
    *index = (size_t)i;
    return true;
}

static Value getitem_view(Ref self, Ref key) {
    size_t index;
    if (!check_open(self)) return NULL;
    if (is_exact(key, &type_slice)) return slice_view(self, key);
    return read_index(self, key, &index) ? small_int_value(*item_at(as_memoryview(self), index)) : NULL;
}

static bool assign_slice(Ref self, Ref slice, Ref value) {
    Value target = slice_view(self, slice);
    ByteView v;
    if (target == NULL) return false;
    bool done = byte_view(value, &v);
    if (done && v.length != as_memoryview(target)->length)
        done = raise_false(&type_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    if (done) {
        Value copy = bytes_from(v.data, v.length); /* value may be a view of the same bytes */
        done = copy != NULL;
        for (size_t i = 0; copy && i < v.length; i++) *item_at(as_memoryview(target), i) = bytes_data(copy)[i];
        release_maybe(copy);
    }
    byte_view_done(&v);
    release(target);
    return done;
}

static bool set_byte(Ref self, size_t index, Ref value) {
    int64_t byte;
    if (!is_int(value) && type_of(value)->as_index == NULL)
        return raise_false(&type_TypeError, "memoryview: invalid type for format 'B'");
    if (!index_as_int64(value, &byte, NULL)) return false;
    if (byte < 0 || byte > 255) return raise_false(&type_ValueError, "memoryview: invalid value for format 'B'");
    if (!check_open(self)) return false;
    *item_at(as_memoryview(self), index) = (uint8_t)byte;
    return true;
}

static bool setitem_view(Ref self, Ref key, Ref value) {
    size_t index;
    if (!check_open(self)) return false;
    if (is_bytes(as_memoryview(self)->source)) return raise_false(&type_TypeError, "cannot modify read-only memory");
    if (value == NULL) return raise_false(&type_TypeError, "cannot delete memory");
    if (is_exact(key, &type_slice)) return assign_slice(self, key, value);
    return read_index(self, key, &index) && set_byte(self, index, value);
}

static int64_t len_view(Ref self) { return check_open(self) ? (int64_t)as_memoryview(self)->length : -1; }

static Value compare_view(Ref self, Ref other, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    if (!is_bytes_like(other)) return VALUE_NOT_IMPLEMENTED;
    bool same = self == other;
    ByteView a, b;
    if (!same && as_memoryview(self)->source && byte_view(self, &a)) {
        bool opened = byte_view(other, &b);
        if (!opened) error_clear();
        same = opened && a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
        byte_view_done(&a);
        byte_view_done(&b);
    }
    return bool_value(same == (op == COMPARE_EQ));
}

static bool hash_view(Ref self, int64_t *hash) {
    MemoryView *m = as_memoryview(self);
    if (m->hash == 0) {
        ByteView v;
        if (!byte_view(self, &v)) return false;
        if (!is_bytes(m->source)) {
            byte_view_done(&v);
            return raise_false(&type_ValueError, "cannot hash writable memoryview object");
        }
        m->hash = str_hash_data(v.data, v.length);
        byte_view_done(&v);
    }
    *hash = m->hash;
    return true;
}

static Value repr_view(Ref self) {
    return str_format(as_memoryview(self)->source ? "<memory at 0x%012lx>" : "<released memory at 0x%012lx>",
                      (unsigned long)(uintptr_t)object_of(self));
}

static Value iterate_view(Ref self) {
    return check_open(self) ? sequence_iterator_new(&type_sequence_iterator, self) : NULL;
}

/* Methods. */

static Value py_memoryview_new(const Ref *args) { return memoryview_new(args[1]); }

static Value py_memoryview_tobytes(const Ref *args) {
    ByteView v;
    if (!byte_view(args[0], &v)) return NULL;
    Value bytes = bytes_from(v.data, v.length);
    byte_view_done(&v);
    return bytes;
}

static Value py_memoryview_tolist(const Ref *args) {
    if (!check_open(args[0])) return NULL;
    Value list = list_new(as_memoryview(args[0])->length);
    for (size_t i = 0; list && i < as_memoryview(args[0])->length; i++)
        if (!list_append_steal(list, small_int_value(*item_at(as_memoryview(args[0]), i)))) clear_ref(&list);
    return list;
}

static Value py_memoryview_hex(const Ref *args) {
    Value bytes = py_memoryview_tobytes(args);
    if (bytes == NULL) return NULL;
    Ref arguments[2] = {args[1] ? args[1] : VALUE_NONE, args[2]};
    Value name = str_from_text("hex"), text = NULL;
    text = args[1] ? call_method(bytes, name, arguments, 2) : call_method(bytes, name, NULL, 0);
    release(name);
    release(bytes);
    return text;
}

static Value py_memoryview_release(const Ref *args) {
    let_go(as_memoryview(args[0]));
    return VALUE_NONE;
}

static Value py_memoryview_toreadonly(const Ref *args) {
    ByteView v;
    if (!byte_view(args[0], &v)) return NULL;
    Value bytes = bytes_from(v.data, v.length), view = bytes ? memoryview_new(bytes) : NULL;
    byte_view_done(&v);
    release_maybe(bytes);
    return view;
}

static Value py_memoryview_enter(const Ref *args) { return check_open(args[0]) ? retain(args[0]) : NULL; }

static Value py_memoryview_exit(const Ref *args) { return py_memoryview_release(args); }

static const NativeDef memoryview_methods[] = {
    {"hex(sep=..., bytes_per_sep=1)", py_memoryview_hex, "Return the bytes as hexadecimal digits.", 0},
    {"release()", py_memoryview_release, "Let go of the object that the view shows.", 0},
    {"tobytes(order='C')", py_memoryview_tobytes, "Return the bytes that the view shows.", 0},
    {"tolist()", py_memoryview_tolist, "Return the items as a list of ints.", 0},
    {"toreadonly()", py_memoryview_toreadonly, "Return a view that cannot be written through.", 0},
    {"__enter__()", py_memoryview_enter, "Return the view.", 0},
    {"__exit__(*args)", py_memoryview_exit, "Release the view.", 0},
    {0},
};

static Value get_obj(Ref self) { return check_open(self) ? retain(as_memoryview(self)->source) : NULL; }
static Value get_format(Ref self) { return check_open(self) ? str_from_char('B') : NULL; }
static Value get_itemsize(Ref self) { return check_open(self) ? small_int_value(1) : NULL; }
static Value get_ndim(Ref self) { return check_open(self) ? small_int_value(1) : NULL; }
static Value get_nbytes(Ref self) { return check_open(self) ? int_value((int64_t)as_memoryview(self)->length) : NULL; }
static Value get_readonly(Ref self) {
    return check_open(self) ? bool_value(is_bytes(as_memoryview(self)->source)) : NULL;
}
static Value get_contiguous(Ref self) {
    const MemoryView *m = as_memoryview(self);
    return check_open(self) ? bool_value(m->stride == 1 || m->length <= 1) : NULL;
}
static Value one_tuple(Ref self, int64_t item) {
    Value value = int_value(item);
    if (check_open(self)) return tuple_from_steal(&value, 1);
    release(value);
    return NULL;
}
static Value get_shape(Ref self) { return one_tuple(self, (int64_t)as_memoryview(self)->length); }
static Value get_strides(Ref self) { return one_tuple(self, as_memoryview(self)->stride); }
static Value get_suboffsets(Ref self) { return check_open(self) ? tuple_empty() : NULL; }

static const GetSetDef memoryview_getsets[] = {
    {"obj", get_obj, NULL, "The object that the view shows."},
    {"format", get_format, NULL, "The format of an item, as the struct module writes it."},
    {"itemsize", get_itemsize, NULL, "The bytes of an item."},
    {"ndim", get_ndim, NULL, "The number of dimensions."},
    {"nbytes", get_nbytes, NULL, "The bytes that the view shows."},
    {"readonly", get_readonly, NULL, "Whether the view cannot be written through."},
    {"shape", get_shape, NULL, "The number of items in each dimension."},
    {"strides", get_strides, NULL, "The bytes from item to item in each dimension."},
    {"suboffsets", get_suboffsets, NULL, "Always empty."},
    {"contiguous", get_contiguous, NULL, "Whether the items stand without gaps."},
    {"c_contiguous", get_contiguous, NULL, "Whether the items stand without gaps, last dimension first."},
    {"f_contiguous", get_contiguous, NULL, "Whether the items stand without gaps, first dimension first."},
    {0},
};

static const NativeDef memoryview_construct = {"memoryview(object)", py_memoryview_new,
                                               "Make a view of the bytes of an object.", NATIVE_CLASS_METHOD};

Type type_memoryview = {
    TYPE_HEAD(memoryview),
    .name = "memoryview",
    .doc = "Create a new memoryview object which references the given object.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF | TYPE_SEQUENCE,
    .size = sizeof(MemoryView),
    .traverse = traverse_view,
    .finalize = finalize_view,
    .construct = &memoryview_construct,
    .repr = repr_view,
    .iter = iterate_view,
    .hash = hash_view,
    .compare = compare_view,
    .len = len_view,
    .getitem = getitem_view,
    .setitem = setitem_view,
    .methods = memoryview_methods,
    .getsets = memoryview_getsets,
};
