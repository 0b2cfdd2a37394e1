/* runtime/str_type.c - the str type: its slots and operators.
 *
 * Owns:      Type type_str.
 * Invariant: see str.h.
 * Not here:  the methods (str_methods.c).
 */
#include "runtime/base/search.h"
#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/iter.h"
#include "runtime/percent.h"
#include "runtime/protocol.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

static Value compare_str(Ref self, Ref other, CompareOp op) {
    if (!is_str(other)) return VALUE_NOT_IMPLEMENTED;
    if (op == COMPARE_EQ || op == COMPARE_NE) return bool_value(str_equal(self, other) == (op == COMPARE_EQ));
    return bool_value(order_holds(op, str_compare(self, other)));
}

/* Slots. */

static size_t str_storage(Ref self) {
    if (object_of(self)->flags & STR_INDIRECT) return type_of(self)->size;
    return str_size(as_str(self));
}

static void str_dispose(Ref self) {
    if (str_is_interned(self)) intern_forget(self);
    if (object_of(self)->flags & STR_INDIRECT)
        mem_raw_free(&rt()->mem, str_data(self), (str_length(self) + 1) * str_width(self));
}

static bool hash_str(Ref self, int64_t *hash) {
    *hash = str_hash(self);
    return true;
}

static Value str_itself(Ref self) { return str_slice(self, 0, SIZE_MAX); }

static int64_t len_str(Ref self) { return (int64_t)str_length(self); }

/* Copies count bytes backwards: from[0], from[-1], ... Eight at a time are turned round at once. */
static void copy_backwards(uint8_t *to, const uint8_t *from, int64_t count) {
    for (; count >= 8; count -= 8, to += 8, from -= 8) {
        uint64_t word;
        memcpy(&word, from - 7, sizeof word);
        word = __builtin_bswap64(word);
        memcpy(to, &word, sizeof word);
    }
    for (; count > 0; count--) *to++ = *from--;
}

#define PICK(type)                                                                                                     \
    do {                                                                                                               \
        const type *at_ = (const type *)from + range->start;                                                           \
        for (int64_t i = 0; i < range->count; i++) ((type *)to)[i] = at_[i * range->step];                             \
    } while (0)

/* Copies the characters that a slice selects. */
static void pick_chars(void *to, const void *from, uint32_t width, const SliceRange *range) {
    if (width == 1 && range->step == -1) copy_backwards(to, (const uint8_t *)from + range->start, range->count);
    else if (width == 1) PICK(uint8_t);
    else if (width == 2) PICK(uint16_t);
    else PICK(uint32_t);
}

static Value slice_str(Ref self, Ref slice) {
    SliceRange range;
    if (!slice_resolve(slice, (int64_t)str_length(self), &range)) return NULL;
    if (range.count <= 0) return str_empty();
    if (range.step == 1) return str_slice(self, (size_t)range.start, (size_t)(range.start + range.count));
    uint32_t width = str_width(self);
    const void *from = str_data(self);
    Value picked = str_alloc((size_t)range.count, str_all(self));
    if (picked == NULL) return NULL;
    pick_chars(as_str(picked)->data, from, width, &range);
    return str_narrowed_steal(picked);
}

static Value getitem_str(Ref self, Ref key) {
    int64_t index, length = (int64_t)str_length(self);
    if (LIKELY(is_small_int(key))) {
        index = small_int(key);
    } else if (is_exact(key, &type_slice)) {
        return slice_str(self, key);
    } else if (!is_int(key) && type_of(key)->as_index == NULL) {
        return raise(&type_TypeError, "string indices must be integers, not '%T'", key);
    } else if (!index_as_int64(key, &index, &type_IndexError)) {
        return NULL;
    }
    if (index < 0) index += length;
    if (index < 0 || index >= length) return raise(&type_IndexError, "string index out of range");
    return str_from_char(str_at(self, (size_t)index));
}

static Lookup contains_str(Ref self, Ref item) {
    if (!is_str(item))
        return raise_failed(&type_TypeError, "'in <string>' requires string as left operand, not %T", item);
    if (LIKELY(str_length(item) == 1 && str_width(self) == 1)) { /* one letter of a few */
        uint32_t c = str_at(item, 0);
        const uint8_t *data = str_data(self);
        return c <= 0xff && search_byte(data, data + str_length(self), (uint8_t)c) ? FOUND : MISSING;
    }
    return str_find(self, item, 0, str_length(self)) >= 0 ? FOUND : MISSING;
}

static Value add_str(Ref self, Ref other) {
    if (LIKELY(is_str(other))) return str_concat(self, other);
    return raise(&type_TypeError, "can only concatenate str (not \"%T\") to str", other);
}

static Value multiply_str(Ref self, Ref other) {
    int64_t count;
    if (!type_of(other)->as_index) return VALUE_NOT_IMPLEMENTED;
    return index_as_int64(other, &count, &type_OverflowError) ? str_repeat(self, count) : NULL;
}

static Value reflected_multiply_str(Ref self, Ref other) {
    return is_repeatable(other) ? VALUE_NOT_IMPLEMENTED : multiply_str(self, other);
}

static Value modulo_str(Ref self, Ref other) { return percent_format(self, other); }

static Value reflected_modulo_str(Ref self, Ref other) {
    return is_str(other) ? percent_format(other, self) : VALUE_NOT_IMPLEMENTED;
}

static Value decode(Ref object, Ref encoding, Ref errors) {
    if (!codec_check_arguments(encoding, errors, "str")) return NULL;
    if (object == NULL) return str_empty();
    if (is_str(object)) return raise(&type_TypeError, "decoding str is not supported");
    if (!is_bytes_in_order(object))
        return raise(&type_TypeError, "decoding to str: need a bytes-like object, %T found", object);
    return codec_decode_object(object, encoding, errors, "str");
}

/* str(object) and str(bytes, encoding, errors). */
static Value py_str_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Value text;
    if (args[2] != NULL || args[3] != NULL) {
        text = decode(args[1], args[2], args[3]);
    } else {
        text = args[1] == NULL ? str_empty() : str_of(args[1]);
    }
    if (text == NULL || type == &type_str) return text;
    Value instance = str_new_of(type, text);
    release(text);
    return instance;
}

static const NativeDef str_construct = {"str(object=..., encoding=..., errors=...)", py_str_new,
                                        DOC("str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str"),
                                        NATIVE_CLASS_METHOD};

Type type_str = {
    TYPE_HEAD(str),
    .name = "str",
    .doc = "str(object='') -> str\n"
           "str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "The text of an object: what its __str__() says. With encoding ('utf-8' unless given) or\n"
           "errors ('strict' unless given), the text that the bytes of a buffer decode to.",
    .flags = TYPE_STR,
    .size = STR_SHAPE_OFFSET,
    .storage = str_storage,
    .dispose = str_dispose,
    .convert = str_of,
    .construct = &str_construct,
    .repr = str_repr,
    .str = str_itself,
    .iter = str_iterate,
    .hash = hash_str,
    .compare = compare_str,
    .len = len_str,
    .getitem = getitem_str,
    .contains = contains_str,
    .operators =
        &(Operators){
            .binary = {[BINARY_ADD] = add_str, [BINARY_MUL] = multiply_str, [BINARY_MOD] = modulo_str},
            .reflected = {[BINARY_MUL] = reflected_multiply_str, [BINARY_MOD] = reflected_modulo_str},
        },
    .methods = str_methods,
};
