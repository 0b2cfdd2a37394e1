/* runtime/array_methods.c - the methods of array.array.
 *
 * Owns:      nothing.
 * Invariant: what is asked or read may run Python code, which may change the array.
 * Not here:  items and operators (array.c).
 */
#include "runtime/array.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

static Value done_value(bool done) { return done ? VALUE_NONE : NULL; }

/* Items at the end. */

static Value py_array_append(const Ref *args) { return done_value(array_append(args[0], args[1])); }
static Value py_array_extend(const Ref *args) { return done_value(array_extend(args[0], args[1])); }

/* All items or none. */
static Value py_array_fromlist(const Ref *args) {
    Ref self = args[0], list = args[1];
    if (!is_list(list)) return raise(&type_TypeError, "arg must be list");
    size_t count = list_count(list), length = as_bytearray(self)->length;
    bool done = count == 0 || byte_storage_check_resizable(self);
    for (size_t i = 0; done && i < count; i++) {
        Value item = retain(list_peek(list, i));
        done = array_append(self, item);
        release(item);
        if (done && list_count(list) != count)
            done = raise_false(&type_RuntimeError, "list changed size during iteration");
    }
    ByteArray *a = as_bytearray(self);
    if (!done && a->length > length && !a->exports) a->length = length;
    return done_value(done);
}

/* The bytes of an item of what is bytes-like. */
static size_t item_size(Ref source) {
    if (is_exact(source, &type_memoryview)) return as_memoryview(source)->item_size;
    return is_array(source) ? as_array(source)->format->size : 1;
}

bool array_append_bytes(Ref self, Ref source) {
    ByteView view;
    if (!byte_view(source, &view)) return false;
    size_t end = as_bytearray(self)->length;
    bool done;
    if (item_size(source) != 1) done = raise_false(&type_TypeError, "a bytes-like object is required");
    else if (view.length % as_array(self)->format->size)
        done = raise_false(&type_ValueError, "bytes length not a multiple of item size");
    else done = byte_storage_splice(self, end, end, view.data, view.length);
    byte_view_done(&view);
    return done;
}

static Value py_array_frombytes(const Ref *args) { return done_value(array_append_bytes(args[0], args[1])); }

bool array_append_text(Ref self, Ref text) {
    size_t end = as_bytearray(self)->length, length = str_length(text);
    if (!byte_storage_resize(self, end + length * 4)) return false;
    uint8_t *data = as_bytearray(self)->data + end;
    for (size_t i = 0; i < length; i++) item_store(data + i * 4, str_at(text, i), 4);
    return true;
}

static bool check_text(Ref self, const char *method) {
    return array_is_text(self) ||
           raise_false(&type_ValueError, "%s() may only be called on unicode type arrays ('u' or 'w')", method);
}

static Value py_array_fromunicode(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "fromunicode() argument must be str, not %O", args[1]);
    return done_value(check_text(args[0], "fromunicode") && array_append_text(args[0], args[1]));
}

static Value py_array_fromfile(const Ref *args) {
    int64_t count, size = as_array(args[0])->format->size;
    if (!size_argument(args[2], &count)) return NULL;
    if (count < 0) return raise(&type_ValueError, "negative count");
    if (count > INT64_MAX / size) return raise_memory();
    Value wanted = int_value(count * size), name = intern_text("read");
    Value data = call_method(args[1], name, (const Ref[]){wanted}, 1);
    release(name);
    release(wanted);
    if (!data) return NULL;
    bool done = is_bytes(data) || raise_false(&type_TypeError, "read() didn't return bytes");
    done = done && array_append_bytes(args[0], data);
    if (done && (int64_t)bytes_length(data) != count * size)
        done = raise_false(&type_EOFError, "read() didn't return enough bytes");
    release(data);
    return done_value(done);
}

/* Items within. */

static size_t clamp(int64_t index, Ref self) {
    int64_t count = (int64_t)array_count(self);
    if (index < 0) index += count;
    return index < 0 ? 0 : (size_t)(index < count ? index : count);
}

static Value py_array_insert(const Ref *args) {
    int64_t index;
    uint64_t bits;
    if (!size_argument(args[1], &index) || !array_pack(args[0], args[2], &bits)) return NULL;
    size_t size = as_array(args[0])->format->size, place = clamp(index, args[0]) * size;
    return done_value(byte_storage_splice(args[0], place, place, &bits, size));
}

static bool delete_item(Ref self, size_t i) {
    size_t size = as_array(self)->format->size;
    return byte_storage_splice(self, i * size, (i + 1) * size, NULL, 0);
}

static Value py_array_pop(const Ref *args) {
    int64_t index;
    if (!size_argument(args[1], &index)) return NULL;
    int64_t count = (int64_t)array_count(args[0]);
    if (count == 0) return raise(&type_IndexError, "pop from empty array");
    if (index < 0) index += count;
    if (index < 0 || index >= count) return raise(&type_IndexError, "pop index out of range");
    Value item = array_get(args[0], (size_t)index);
    if (item && !delete_item(args[0], (size_t)index)) clear_ref(&item);
    return item;
}

static Value py_array_remove(const Ref *args) {
    size_t index;
    Lookup found = array_find(args[0], args[1], 0, SIZE_MAX, &index);
    if (found == MISSING) return raise(&type_ValueError, "array.remove(x): x not in array");
    if (found == FAILED) return NULL;
    return done_value(index >= array_count(args[0]) || delete_item(args[0], index));
}

static Value py_array_index(const Ref *args) {
    int64_t start, stop;
    size_t index;
    if (!search_bound(args[2], &start) || !search_bound(args[3], &stop)) return NULL;
    Lookup found = array_find(args[0], args[1], clamp(start, args[0]), clamp(stop, args[0]), &index);
    if (found == MISSING) return raise(&type_ValueError, "array.index(x): x not in array");
    return found == FOUND ? int_value((int64_t)index) : NULL;
}

static Value py_array_count(const Ref *args) {
    int64_t count = 0;
    Lookup found = FOUND;
    for (size_t start = 0, index; found == FOUND; start = index + 1) {
        found = array_find(args[0], args[1], start, SIZE_MAX, &index);
        count += found == FOUND;
    }
    return found == FAILED ? NULL : int_value(count);
}

static Value py_array_reverse(const Ref *args) {
    size_t size = as_array(args[0])->format->size, count = array_count(args[0]);
    for (size_t i = 0; i < count / 2; i++) {
        uint8_t *low = array_place(args[0], i), *high = array_place(args[0], count - 1 - i);
        uint64_t bits = item_load(low, size);
        item_store(low, item_load(high, size), size);
        item_store(high, bits, size);
    }
    return VALUE_NONE;
}

#define SWAP(size)                                                                                                     \
    case size:                                                                                                         \
        for (; data < end; data += size)                                                                               \
            item_store(data, __builtin_bswap64(item_load(data, size)) >> (64 - 8 * size), size);                       \
        break;

void array_swap_bytes(Ref self) {
    uint8_t *data = as_bytearray(self)->data, *end = data + as_bytearray(self)->length;
    switch (as_array(self)->format->size) {
        SWAP(2)
        SWAP(4)
        SWAP(8)
    }
}

static Value py_array_byteswap(const Ref *args) {
    array_swap_bytes(args[0]);
    return VALUE_NONE;
}

static Value py_array_clear(const Ref *args) { return done_value(byte_storage_resize(args[0], 0)); }

/* Other forms. */

Value array_list(Ref self) {
    size_t count = array_count(self);
    if (!array_is_text(self) && count)
        return memoryview_unpack_row(as_bytearray(self)->data, as_array(self)->format->size, (int64_t)count,
                                     as_array(self)->format->letter);
    Value list = list_new(count);
    for (size_t i = 0; list && i < count; i++) {
        Value item = array_get(self, i);
        if (!item || !list_append_steal(list, item)) clear_ref(&list);
    }
    return list;
}

/* 'w' is UTF-32, which has no surrogates; 'u' takes what there is. */
Value array_text(Ref self) {
    const ByteArray *a = as_bytearray(self);
    if (as_array(self)->format->letter == 'w')
        return codec_decode(codec_find("utf-32-le"), a->data, a->length, NULL, true, NULL);
    StrBuilder b;
    builder_init(&b);
    for (size_t i = 0; i < array_count(self); i++) {
        Value item = array_get(self, i);
        if (!item) {
            builder_abandon(&b);
            return NULL;
        }
        builder_str(&b, item);
        release(item);
    }
    return builder_finish(&b);
}

static Value py_array_tolist(const Ref *args) { return array_list(args[0]); }
static Value py_array_tounicode(const Ref *args) {
    return check_text(args[0], "tounicode") ? array_text(args[0]) : NULL;
}

static Value py_array_tobytes(const Ref *args) {
    return bytes_from(as_bytearray(args[0])->data, as_bytearray(args[0])->length);
}

/* In pieces of 64 KB, as CPython writes them. */
static Value py_array_tofile(const Ref *args) {
    enum { PIECE = 64 * 1024 };
    Value name = intern_text("write"), done = VALUE_NONE;
    for (size_t at = 0; done && at < as_bytearray(args[0])->length; at += PIECE) {
        size_t left = as_bytearray(args[0])->length - at;
        Value piece = bytes_from(as_bytearray(args[0])->data + at, left < PIECE ? left : PIECE);
        release(done);
        done = piece ? call_method(args[1], name, (const Ref[]){piece}, 1) : NULL;
        release_maybe(piece);
    }
    release(name);
    release_maybe(done);
    return done_value(done != NULL);
}

static Value py_array_buffer_info(const Ref *args) {
    Value parts[] = {int_value((int64_t)(uintptr_t)as_bytearray(args[0])->data),
                     int_value((int64_t)array_count(args[0]))};
    return tuple_from_steal(parts, 2);
}

/* Copies and pickles. */

static Value py_array_copy(const Ref *args) {
    const ByteArray *a = as_bytearray(args[0]);
    return array_new(&type_array, as_array(args[0])->format, a->data, a->length);
}

int array_machine_format(const ItemFormat *format) {
    if (format->letter >= 'u') return 20;
    if (format->letter == 'f' || format->letter == 'd') return format->size == 4 ? 14 : 16;
    return format->size == 1 ? format->is_signed : __builtin_ctz(format->size) * 4 - 2 + 2 * format->is_signed;
}

static Value reconstructor(void) {
    Value module = type_hooks.import_module("array"), name = intern_text("_array_reconstructor");
    Value function = module ? getattr(module, name) : NULL;
    release(name);
    release_maybe(module);
    return function;
}

/* (type, (code, list), state); from protocol 3 on the bytes and what they are. */
static Value py_array_reduce_ex(const Ref *args) {
    int64_t protocol;
    Value state = NULL;
    if (!is_int(args[1])) return raise(&type_TypeError, "__reduce_ex__ argument should be an integer");
    if (!index_as_int64(args[1], &protocol, &type_OverflowError)) return NULL;
    Lookup has_state = getattr_try(args[0], NAME(dunder_dict), &state);
    if (has_state == FAILED) return NULL;
    if (has_state == MISSING) state = VALUE_NONE;
    Ref type = type_ref(type_of(args[0]));
    Value code = str_from_char((uint8_t)as_array(args[0])->format->letter);
    Value function = protocol < 3 ? retain(type) : reconstructor();
    Value items = !function ? NULL : protocol < 3 ? array_list(args[0]) : py_array_tobytes(args);
    Value arguments =
        !items ? NULL
        : protocol < 3
            ? tuple_pack(2, code, items)
            : tuple_pack(4, type, code, small_int_value(array_machine_format(as_array(args[0])->format)), items);
    Value result = arguments ? tuple_pack(3, function, arguments, state) : NULL;
    release_maybe(arguments);
    release_maybe(items);
    release_maybe(function);
    release(code);
    release(state);
    return result;
}

/* As CPython counts, header of the collector included. */
static Value py_array_sizeof(const Ref *args) { return int_value((int64_t)as_bytearray(args[0])->length + 80); }

const NativeDef array_methods[] = {
    {"__buffer__(flags, /)", py_buffer_get, DOC("Return a view of the items."), 0},
    {"__release_buffer__(buffer, /)", py_buffer_release, DOC("Let go of a view that __buffer__() gave."), 0},
    {"append(v, /)", py_array_append, DOC("Add an item at the end."), 0},
    {"buffer_info()", py_array_buffer_info, DOC("Return (address, number of items)."), 0},
    {"byteswap()", py_array_byteswap, DOC("Turn the order of the bytes of each item around."), 0},
    {"clear()", py_array_clear, DOC("Remove all items."), 0},
    {"__copy__()", py_array_copy, DOC("Return a copy."), 0},
    {"count(v, /)", py_array_count, DOC("Return how many items are equal to v."), 0},
    {"__deepcopy__(unused, /)", py_array_copy, DOC("Return a copy."), 0},
    {"extend(bb, /)", py_array_extend,
     DOC("Add the items of an iterable, or of an array of the same kind, at the end."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"fromfile(f, n, /)", py_array_fromfile, DOC("Add n items that a binary file has; EOFError when it has fewer."),
     NATIVE_LOOKS_FOR_KEYWORDS},
    {"fromlist(list, /)", py_array_fromlist,
     DOC("Add the items of a list at the end; nothing when one of them does not fit."), 0},
    {"frombytes(buffer, /)", py_array_frombytes, DOC("Add items as they are stored."), 0},
    {"fromunicode(ustr, /)", py_array_fromunicode, DOC("Add the characters of a text."), 0},
    {"index(v, start=0, stop=sys.maxsize, /)", py_array_index,
     DOC("Return the place of the first item that is equal to v."), 0},
    {"insert(i, v, /)", py_array_insert, DOC("Add an item in front of place i."), 0},
    {"pop(i=-1, /)", py_array_pop, DOC("Remove an item and return it."), 0},
    {"__reduce_ex__(value, /)", py_array_reduce_ex, DOC("Return what copies and pickles are made from."), 0},
    {"remove(v, /)", py_array_remove, DOC("Remove the first item that is equal to v."), 0},
    {"reverse()", py_array_reverse, DOC("Turn the order of the items around."), 0},
    {"__sizeof__()", py_array_sizeof, DOC("Return the size of the array in memory."), 0},
    {"tobytes()", py_array_tobytes, DOC("Return the items as they are stored."), 0},
    {"tofile(f, /)", py_array_tofile, DOC("Write the items to a binary file."), NATIVE_LOOKS_FOR_KEYWORDS},
    {"tolist()", py_array_tolist, DOC("Return the items as a list."), 0},
    {"tounicode()", py_array_tounicode, DOC("Return the items as text."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};
