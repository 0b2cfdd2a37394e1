#include "runtime/memoryview.h"

#include "runtime/array.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/iter.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

bool memoryview_check_open(Ref view) {
    return as_memoryview(view)->source ||
           raise_false(&type_ValueError, "operation forbidden on released memoryview object");
}

uint8_t *memoryview_data(MemoryView *m) {
    static uint8_t nothing; /* what an empty bytearray has */
    uint8_t *data = is_bytes(m->source) ? bytes_data(m->source) : as_bytearray(m->source)->data;
    return data ? data + m->start : &nothing;
}

int64_t memoryview_count(MemoryView *m) {
    int64_t count = 1;
    for (int i = 0; i < m->dimensions; i++) count *= memoryview_shape(m)[i];
    return count;
}

static int64_t size_of_all(MemoryView *m) { return memoryview_count(m) * m->item_size; }

/* Do the items stand without gaps, the last dimension first (or the first)? */
static bool stands_in_order(MemoryView *m, bool last_first) {
    int64_t distance = m->item_size;
    if (m->dimensions > 1 && memoryview_count(m) == 0) return true;
    for (int n = 0; n < m->dimensions; n++) {
        int i = last_first ? m->dimensions - 1 - n : n;
        int64_t shape = memoryview_shape(m)[i];
        if (shape != 1 && memoryview_strides(m)[i] != distance) return false;
        distance *= shape;
    }
    return true;
}

bool memoryview_in_order(MemoryView *m) { return stands_in_order(m, true); }

bool memoryview_is_writable(Ref view) {
    MemoryView *m = as_memoryview(view);
    return !m->source || (!m->readonly && memoryview_in_order(m));
}

/* Making views. */

/* A view of the whole source: of bytes, or of an array's items. */
static Value view_source(Ref source) {
    MemoryView *m = object_new(&type_memoryview, sizeof(MemoryView));
    m->source = retain(source);
    m->readonly = is_bytes(source);
    m->format[0] = 'B';
    m->item_size = 1;
    if (is_array(source)) {
        m->format[0] = array_is_text(source) ? 'w' : as_array(source)->format->letter;
        m->item_size = as_array(source)->format->size;
    }
    m->dimensions = 1;
    size_t length = m->readonly ? bytes_length(source) : as_bytearray(source)->length;
    m->one[0] = (int64_t)(length / m->item_size);
    m->one[1] = m->item_size;
    if (!m->readonly) as_bytearray(source)->exports++;
    return value_of(m);
}

/* Gives a view the room for other dimensions; 1: in its own words. */
static bool set_dimensions(MemoryView *m, int dimensions) {
    m->dimensions = (uint8_t)dimensions;
    if (dimensions <= 1) return true;
    m->many = mem_raw_try(&rt()->mem, (size_t)dimensions * 2 * sizeof(int64_t));
    return m->many || raise_memory();
}

Value memoryview_again(Ref view, int dimensions) {
    MemoryView *from = as_memoryview(view);
    Value result = view_source(from->source);
    MemoryView *m = as_memoryview(result);
    m->readonly = from->readonly;
    m->start = from->start;
    m->item_size = from->item_size;
    memcpy(m->format, from->format, sizeof m->format);
    if (!set_dimensions(m, dimensions)) {
        release(result);
        return NULL;
    }
    for (int i = 0; i < dimensions && dimensions == from->dimensions; i++) {
        memoryview_shape(m)[i] = memoryview_shape(from)[i];
        memoryview_strides(m)[i] = memoryview_strides(from)[i];
    }
    return result;
}

Value memoryview_new(Ref source) {
    return memoryview_exports(source) ? memoryview_of_exporter(source, BUFFER_FULL_READ_ONLY)
                                      : memoryview_of_builtin(source);
}

Value memoryview_of_builtin(Ref source) {
    if (is_bytes(source) || has_byte_storage(source)) return view_source(source);
    if (!is_exact(source, &type_memoryview))
        return raise(&type_TypeError, "memoryview: a bytes-like object is required, not '%T'", source);
    if (!memoryview_check_open(source)) return NULL;
    return memoryview_again(source, as_memoryview(source)->dimensions);
}

static void let_go(MemoryView *m) {
    if (m->source && !is_bytes(m->source)) as_bytearray(m->source)->exports--;
    clear_ref(&m->source);
    memoryview_tell_exporter(m);
}

static void traverse_view(Ref self, Visit visit, void *context) {
    visit(as_memoryview(self)->source, context);
    visit(as_memoryview(self)->exporter, context);
    visit(as_memoryview(self)->given, context);
}

/* Runs before the source is released, which dispose would come too late for. */
static void finalize_view(Ref self) { let_go(as_memoryview(self)); }

static void dispose_view(Ref self) {
    MemoryView *m = as_memoryview(self);
    if (m->many) mem_raw_free(&rt()->mem, m->many, (size_t)m->dimensions * 2 * sizeof(int64_t));
}

/* Items in all dimensions. */

/* Calls visit for each item in order, the last dimension first (or the first). False: visit did. */
typedef bool (*VisitItem)(uint8_t *item, void *context);

static bool walk(MemoryView *m, bool last_first, VisitItem visit, void *context) {
    int64_t at[MEMORYVIEW_DIMENSIONS_MAX] = {0};
    const int64_t *shape = memoryview_shape(m), *strides = memoryview_strides(m);
    uint8_t *item = memoryview_data(m);
    for (int64_t left = memoryview_count(m); left > 0; left--) {
        if (!visit(item, context)) return false;
        for (int n = 0; n < m->dimensions; n++) {
            int i = last_first ? m->dimensions - 1 - n : n;
            item += strides[i];
            if (++at[i] < shape[i]) break;
            item -= strides[i] * shape[i];
            at[i] = 0;
        }
    }
    return true;
}

typedef struct Copy {
    uint8_t *to;
    size_t size; /* of an item */
} Copy;

static bool copy_item(uint8_t *item, void *context) {
    Copy *copy = context;
    memcpy(copy->to, item, copy->size);
    copy->to += copy->size;
    return true;
}

static Value bytes_in_order(MemoryView *m, bool last_first) {
    Value bytes = bytes_alloc((size_t)size_of_all(m));
    if (bytes == NULL || bytes_length(bytes) == 0) return bytes;
    Copy copy = {bytes_data(bytes), m->item_size};
    if (last_first && memoryview_in_order(m)) memcpy(copy.to, memoryview_data(m), bytes_length(bytes));
    else walk(m, last_first, copy_item, &copy);
    if (bytes_length(bytes) > 1) return bytes;
    Value one = bytes_from(bytes_data(bytes), 1);
    release(bytes);
    return one;
}

Value memoryview_bytes(Ref view) {
    return memoryview_check_open(view) ? bytes_in_order(as_memoryview(view), true) : NULL;
}

/* Subscripts. */

static bool is_index(Ref v) { return is_int(v) || type_of(v)->as_index; }

static bool all_are(Ref key, bool (*test)(Ref)) {
    if (!is_tuple(key)) return false;
    for (size_t i = 0; i < tuple_count(key); i++)
        if (!test(tuple_peek(key, i))) return false;
    return true;
}

static bool is_slice(Ref v) { return is_exact(v, &type_slice); }

static Value slice_view(Ref self, Ref slice) {
    SliceRange range;
    if (!slice_resolve(slice, memoryview_shape(as_memoryview(self))[0], &range)) return NULL;
    if (!memoryview_check_open(self)) return NULL;
    Value result = memoryview_again(self, as_memoryview(self)->dimensions);
    if (result == NULL) return NULL;
    MemoryView *m = as_memoryview(result);
    if (range.count > 0) m->start = (size_t)((int64_t)m->start + range.start * memoryview_strides(m)[0]);
    memoryview_shape(m)[0] = range.count > 0 ? range.count : 0;
    memoryview_strides(m)[0] *= range.step;
    return result;
}

/* Moves *item by an index in a dimension. */
static bool step(Ref self, int dimension, Ref key, uint8_t **item) {
    int64_t i;
    if (!index_as_int64(key, &i, &type_IndexError) || !memoryview_check_open(self)) return false;
    int64_t length = memoryview_shape(as_memoryview(self))[dimension];
    if (i < 0) i += length;
    if (i < 0 || i >= length)
        return raise_false(&type_IndexError, "index out of bounds on dimension %d", dimension + 1);
    *item += i * memoryview_strides(as_memoryview(self))[dimension];
    return true;
}

/* The item that an index or a tuple of indices names; NULL with an exception. */
static uint8_t *find_item(Ref self, Ref key) {
    int dimensions = as_memoryview(self)->dimensions;
    uint8_t *item = memoryview_data(as_memoryview(self));
    if (is_index(key)) return step(self, 0, key, &item) ? item : NULL;
    if (tuple_count(key) > (size_t)dimensions) {
        raise(&type_TypeError, "cannot index %d-dimension view with %zu-element tuple", dimensions, tuple_count(key));
        return NULL;
    }
    for (int i = 0; i < dimensions; i++)
        if (!step(self, i, tuple_peek(key, (size_t)i), &item)) return NULL;
    return item;
}

static Value unpack_at(Ref self, const uint8_t *item) {
    return item ? memoryview_unpack(item, memoryview_letter(as_memoryview(self))) : NULL;
}

static Value getitem_single(Ref self, Ref key) {
    if (is_tuple(key) && tuple_count(key) == 0) return unpack_at(self, memoryview_data(as_memoryview(self)));
    if (key == VALUE_ELLIPSIS) return retain(self);
    return raise(&type_TypeError, "invalid indexing of 0-dim memory");
}

static Value getitem_view(Ref self, Ref key) {
    if (!memoryview_check_open(self)) return NULL;
    int dimensions = as_memoryview(self)->dimensions;
    if (dimensions == 0) return getitem_single(self, key);
    if (is_index(key)) {
        int64_t index;
        if (dimensions == 1) return unpack_at(self, find_item(self, key));
        if (!index_as_int64(key, &index, &type_IndexError)) return NULL;
        return raise(&type_NotImplementedError, "multi-dimensional sub-views are not implemented");
    }
    if (is_slice(key)) return slice_view(self, key);
    if (all_are(key, is_index)) {
        if (tuple_count(key) >= (size_t)dimensions) return unpack_at(self, find_item(self, key));
        return raise(&type_NotImplementedError, "sub-views are not implemented");
    }
    if (all_are(key, is_slice)) return raise(&type_NotImplementedError, "multi-dimensional slicing is not implemented");
    return raise(&type_TypeError, "memoryview: invalid slice key");
}

typedef struct Paste {
    const uint8_t *from;
    size_t size; /* of an item */
} Paste;

static bool paste_item(uint8_t *item, void *context) {
    Paste *paste = context;
    memcpy(item, paste->from, paste->size);
    paste->from += paste->size;
    return true;
}

static bool assign_view(Ref target, Ref source) {
    MemoryView *to = as_memoryview(target), *from = as_memoryview(source);
    if (memoryview_letter(to) != memoryview_letter(from) || from->dimensions != 1 || to->one[0] != from->one[0])
        return raise_false(&type_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    Value copy = memoryview_bytes(source); /* both may show the same bytes */
    if (copy == NULL) return false;
    Paste paste = {bytes_data(copy), to->item_size};
    walk(to, true, paste_item, &paste);
    release(copy);
    return true;
}

static bool assign_slice(Ref self, Ref slice, Ref value) {
    if (!is_bytes_like(value)) return raise_false(&type_TypeError, "a bytes-like object is required, not '%T'", value);
    Value source = memoryview_new(value), target = source ? slice_view(self, slice) : NULL;
    bool done = target && assign_view(target, source);
    release_maybe(source);
    release_maybe(target);
    return done;
}

static bool setitem_single(Ref self, Ref key, Ref value) {
    if (key == VALUE_ELLIPSIS || (is_tuple(key) && tuple_count(key) == 0))
        return memoryview_pack(self, memoryview_data(as_memoryview(self)), value);
    return raise_false(&type_TypeError, "invalid indexing of 0-dim memory");
}

static bool setitem_view(Ref self, Ref key, Ref value) {
    if (!memoryview_check_open(self)) return false;
    int dimensions = as_memoryview(self)->dimensions;
    if (as_memoryview(self)->readonly) return raise_false(&type_TypeError, "cannot modify read-only memory");
    if (value == NULL) return raise_false(&type_TypeError, "cannot delete memory");
    if (dimensions == 0) return setitem_single(self, key, value);
    if (is_slice(key) && dimensions == 1) return assign_slice(self, key, value);
    bool many = all_are(key, is_index);
    if (many || is_index(key)) {
        if (many ? tuple_count(key) < (size_t)dimensions : dimensions > 1)
            return raise_false(&type_NotImplementedError, "sub-views are not implemented");
        uint8_t *item = find_item(self, key);
        return item && memoryview_pack(self, item, value);
    }
    if (is_slice(key) || all_are(key, is_slice))
        return raise_false(&type_NotImplementedError,
                           "memoryview slice assignments are currently restricted to ndim = 1");
    return raise_false(&type_TypeError, "memoryview: invalid slice key");
}

static int64_t len_view(Ref self) {
    if (!memoryview_check_open(self)) return -1;
    if (as_memoryview(self)->dimensions) return memoryview_shape(as_memoryview(self))[0];
    raise(&type_TypeError, "0-dim memory has no length");
    return -1;
}

static Value iterate_view(Ref self) {
    if (!memoryview_check_open(self)) return NULL;
    if (as_memoryview(self)->dimensions == 1) return sequence_iterator_new(&type_memory_iterator, self);
    if (as_memoryview(self)->dimensions)
        return raise(&type_NotImplementedError, "multi-dimensional sub-views are not implemented");
    return raise(&type_TypeError, "invalid indexing of 0-dim memory");
}

static Lookup next_item(Ref self, Value *item) {
    SequenceIterator *it = (SequenceIterator *)object_of(self);
    if (it->sequence == NULL) return MISSING;
    MemoryView *m = as_memoryview(it->sequence);
    if ((int64_t)it->index >= m->one[0]) {
        clear_ref(&it->sequence);
        return MISSING;
    }
    if (!memoryview_check_open(it->sequence)) return FAILED;
    *item = memoryview_unpack(memoryview_data(m) + (int64_t)it->index++ * m->one[1], memoryview_letter(m));
    return *item ? FOUND : FAILED;
}

/* Comparing. */

static bool same_shape(MemoryView *a, MemoryView *b) {
    if (a->dimensions != b->dimensions) return false;
    for (int i = 0; i < a->dimensions; i++) {
        if (memoryview_shape(a)[i] != memoryview_shape(b)[i]) return false;
        if (memoryview_shape(a)[i] == 0) break;
    }
    return true;
}

static Lookup same_items(Ref a, Ref b) {
    char x = memoryview_letter(as_memoryview(a)), y = memoryview_letter(as_memoryview(b));
    size_t step_x = as_memoryview(a)->item_size, step_y = as_memoryview(b)->item_size;
    int64_t count = memoryview_count(as_memoryview(a));
    Value left = memoryview_bytes(a), right = left ? memoryview_bytes(b) : NULL;
    Lookup same = !right ? FAILED : item_format(x) && item_format(y) ? FOUND : MISSING;
    for (int64_t i = 0; i < count && same == FOUND; i++) {
        Value item = memoryview_unpack(bytes_data(left) + (size_t)i * step_x, x);
        Value other = item ? memoryview_unpack(bytes_data(right) + (size_t)i * step_y, y) : NULL;
        same = other ? compare_test(COMPARE_EQ, item, other) : FAILED;
        release_maybe(item);
        release_maybe(other);
    }
    release_maybe(left);
    release_maybe(right);
    return same;
}

static Value compare_view(Ref self, Ref other, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    if (as_memoryview(self)->source && !is_bytes_like(other)) return VALUE_NOT_IMPLEMENTED;
    Lookup same = self == other ? FOUND : MISSING;
    bool other_open = !is_exact(other, &type_memoryview) || as_memoryview(other)->source;
    if (as_memoryview(self)->source && other_open) {
        Value view = memoryview_new(other);
        if (view == NULL) return NULL;
        same = same_shape(as_memoryview(self), as_memoryview(view)) ? same_items(self, view) : MISSING;
        release(view);
    }
    return same == FAILED ? NULL : bool_value((same == FOUND) == (op == COMPARE_EQ));
}

static bool hash_view(Ref self, int64_t *hash) {
    MemoryView *m = as_memoryview(self);
    if (m->hash == 0) {
        if (!memoryview_check_open(self)) return false;
        if (!m->readonly) return raise_false(&type_ValueError, "cannot hash writable memoryview object");
        if (!strchr("Bbc", memoryview_letter(m)))
            return raise_false(&type_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        if (!is_bytes(m->source)) return hash_of(m->source, hash);
        Value bytes = memoryview_bytes(self);
        if (bytes == NULL) return false;
        m->hash = bytes_hash(bytes);
        release(bytes);
    }
    *hash = m->hash;
    return true;
}

static Value repr_view(Ref self) {
    return str_format(as_memoryview(self)->source ? "<memory at 0x%012lx>" : "<released memory at 0x%012lx>",
                      (unsigned long)(uintptr_t)object_of(self));
}

/* Other methods. */

static Value py_memoryview_new(const Ref *args) { return memoryview_new(args[1]); }

static Value py_memoryview_tobytes(const Ref *args) {
    if (!is_none(args[1]) && !is_str(args[1]))
        return raise(&type_TypeError, "tobytes() argument 'order' must be str or None, not %T", args[1]);
    if (!is_none(args[1]) && !c_text_argument(args[1])) return NULL;
    bool first_first = !is_none(args[1]) && str_equal_text(args[1], "F");
    bool either = !is_none(args[1]) && str_equal_text(args[1], "A");
    if (!memoryview_check_open(args[0])) return NULL;
    if (!is_none(args[1]) && !first_first && !either && !str_equal_text(args[1], "C"))
        return raise(&type_ValueError, "order must be 'C', 'F' or 'A'");
    MemoryView *m = as_memoryview(args[0]);
    if (either) first_first = !stands_in_order(m, true) && stands_in_order(m, false);
    return either && first_first ? bytes_from(memoryview_data(m), (size_t)size_of_all(m))
                                 : bytes_in_order(m, !first_first);
}

/* The items from a dimension on as nested lists. */
static Value nested_list(MemoryView *m, const uint8_t *item, int dimension) {
    if (dimension == m->dimensions) return memoryview_unpack(item, memoryview_letter(m));
    int64_t length = memoryview_shape(m)[dimension];
    if (dimension == m->dimensions - 1)
        return memoryview_unpack_row(item, memoryview_strides(m)[dimension], length, memoryview_letter(m));
    Value list = list_new((size_t)length);
    for (int64_t i = 0; list && i < length; i++, item += memoryview_strides(m)[dimension]) {
        Value part = nested_list(m, item, dimension + 1);
        if (part == NULL || !list_append_steal(list, part)) clear_ref(&list);
    }
    return list;
}

static Value py_memoryview_tolist(const Ref *args) {
    if (!memoryview_check_open(args[0])) return NULL;
    return nested_list(as_memoryview(args[0]), memoryview_data(as_memoryview(args[0])), 0);
}

static Value py_memoryview_hex(const Ref *args) {
    int64_t group;
    if (!tab_argument(args[2], &group)) return NULL; /* told before the view is found to be closed */
    Value bytes = memoryview_bytes(args[0]);
    if (bytes == NULL) return NULL;
    Ref arguments[2] = {args[1] ? args[1] : VALUE_NONE, args[2]};
    Value name = str_from_text("hex"), text = call_method(bytes, name, arguments, args[1] ? 2 : 0);
    release(name);
    release(bytes);
    return text;
}

Value py_memoryview_release(const Ref *args) {
    unsigned lent = as_memoryview(args[0])->lent;
    if (lent) return raise(&type_BufferError, "memoryview has %u exported buffer%s", lent, lent == 1 ? "" : "s");
    let_go(as_memoryview(args[0]));
    return VALUE_NONE;
}

static Value py_memoryview_toreadonly(const Ref *args) {
    Value view = memoryview_new(args[0]);
    if (view) as_memoryview(view)->readonly = true;
    return view;
}

static Value py_memoryview_enter(const Ref *args) { return memoryview_check_open(args[0]) ? retain(args[0]) : NULL; }

static Value py_memoryview_exit(const Ref *args) { return py_memoryview_release(args); }

static const NativeDef memoryview_methods[] = {
    {"__buffer__(flags, /)", py_buffer_get, DOC("Return a view of the same bytes."), 0},
    {"cast(format, shape=...)", py_memoryview_cast,
     DOC("Return a view of the same bytes that reads them by another format, in another shape."), 0},
    {"hex(sep=..., bytes_per_sep=1)", py_memoryview_hex, DOC("Return the bytes as hexadecimal digits."), 0},
    {"release()", py_memoryview_release, DOC("Let go of the object that the view shows."), 0},
    {"tobytes(order='C')", py_memoryview_tobytes,
     DOC("Return the bytes that the view shows.\n\n"
         "Order 'C' goes through the last dimension first, 'F' through the first; 'A' means 'F' for a view without "
         "gaps\n"
         "in that order, else 'C'."),
     0},
    {"tolist()", py_memoryview_tolist, DOC("Return the items as a list, nested when there are several dimensions."), 0},
    {"toreadonly()", py_memoryview_toreadonly, DOC("Return a view that cannot be written through."), 0},
    {"_from_flags(object, flags)", py_memoryview_from_flags, DOC("Return a view of object, asked for by flags."),
     NATIVE_CLASS_METHOD},
    {"__release_buffer__(buffer, /)", py_buffer_release, DOC("Let go of a view that __buffer__() gave."), 0},
    {"__enter__()", py_memoryview_enter, DOC("Return the view."), 0},
    {"__exit__(*exc_info)", py_memoryview_exit, DOC("Release the view."), NATIVE_TAKES_TUPLE},
    {0},
};

/* Attributes. */

static Value get_obj(Ref self) { return memoryview_check_open(self) ? retain(as_memoryview(self)->source) : NULL; }
static Value get_format(Ref self) {
    return memoryview_check_open(self) ? str_from_text(as_memoryview(self)->format) : NULL;
}
static Value get_itemsize(Ref self) {
    return memoryview_check_open(self) ? small_int_value(as_memoryview(self)->item_size) : NULL;
}
static Value get_ndim(Ref self) {
    return memoryview_check_open(self) ? small_int_value(as_memoryview(self)->dimensions) : NULL;
}
static Value get_nbytes(Ref self) {
    return memoryview_check_open(self) ? int_value(size_of_all(as_memoryview(self))) : NULL;
}
static Value get_readonly(Ref self) {
    return memoryview_check_open(self) ? bool_value(as_memoryview(self)->readonly) : NULL;
}
static Value get_c_contiguous(Ref self) {
    return memoryview_check_open(self) ? bool_value(stands_in_order(as_memoryview(self), true)) : NULL;
}
static Value get_f_contiguous(Ref self) {
    return memoryview_check_open(self) ? bool_value(stands_in_order(as_memoryview(self), false)) : NULL;
}
static Value get_contiguous(Ref self) {
    if (!memoryview_check_open(self)) return NULL;
    MemoryView *m = as_memoryview(self);
    return bool_value(stands_in_order(m, true) || stands_in_order(m, false));
}

static Value sizes_tuple(Ref self, const int64_t *numbers) {
    Value items[MEMORYVIEW_DIMENSIONS_MAX];
    size_t count = as_memoryview(self)->dimensions;
    for (size_t i = 0; i < count; i++) items[i] = int_value(numbers[i]);
    return tuple_from_steal(items, count);
}
static Value get_shape(Ref self) {
    return memoryview_check_open(self) ? sizes_tuple(self, memoryview_shape(as_memoryview(self))) : NULL;
}
static Value get_strides(Ref self) {
    return memoryview_check_open(self) ? sizes_tuple(self, memoryview_strides(as_memoryview(self))) : NULL;
}
static Value get_suboffsets(Ref self) { return memoryview_check_open(self) ? tuple_empty() : NULL; }

static const GetSetDef memoryview_getsets[] = {
    {"obj", get_obj, NULL, DOC("The object that the view shows.")},
    {"format", get_format, NULL, DOC("The format of an item, as the struct module writes it.")},
    {"itemsize", get_itemsize, NULL, DOC("The bytes of an item.")},
    {"ndim", get_ndim, NULL, DOC("The number of dimensions.")},
    {"nbytes", get_nbytes, NULL, DOC("The bytes that the view shows.")},
    {"readonly", get_readonly, NULL, DOC("Whether the view cannot be written through.")},
    {"shape", get_shape, NULL, DOC("The number of items in each dimension.")},
    {"strides", get_strides, NULL, DOC("The bytes from item to item in each dimension.")},
    {"suboffsets", get_suboffsets, NULL, DOC("Always empty.")},
    {"contiguous", get_contiguous, NULL, DOC("Whether the items stand without gaps.")},
    {"c_contiguous", get_c_contiguous, NULL, DOC("Whether the items stand without gaps, last dimension first.")},
    {"f_contiguous", get_f_contiguous, NULL, DOC("Whether the items stand without gaps, first dimension first.")},
    {0},
};

static const NativeDef memoryview_construct = {"memoryview(object)", py_memoryview_new,
                                               DOC("Make a view of the bytes of an object."), NATIVE_CLASS_METHOD};

Type type_memoryview = {
    TYPE_HEAD(memoryview),
    .name = "memoryview",
    .doc = "A view of the bytes of an object, without a copy of them.",
    .flags = TYPE_GENERIC_NAMED | TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF | TYPE_SEQUENCE,
    .size = sizeof(MemoryView),
    .traverse = traverse_view,
    .finalize = finalize_view,
    .dispose = dispose_view,
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

Type type_memory_iterator = {
    TYPE_HEAD(memory_iterator),
    .name = "memory_iterator",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_1,
    .size = sizeof(SequenceIterator),
    .traverse = object_traverse_parts,
    .iter = iterator_self,
    .next = next_item,
};
