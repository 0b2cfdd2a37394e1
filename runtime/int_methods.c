/* runtime/int_methods.c - what Python code may call on int. */
#include "runtime/int_methods.h"

#include <gmp.h>

#include "runtime/bigint.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

const char int_doc[] = "int([x]) -> integer\n"
                       "int(x, base=10) -> integer\n\n"
                       "Convert a number or text to an integer, cut off towards zero; 0 without arguments.\n"
                       "With base, x is text that holds an integer literal in that base; base 0 takes the base\n"
                       "from the literal itself.";

/* ---- Construction. ---- */

/* The result of __int__ as an exact int. */
static Value from_int_method(Ref v) {
    Value converted = type_of(v)->operators->as_int(v);
    if (!converted) return NULL;
    if (!is_int(converted)) {
        raise(&type_TypeError, "__int__ returned non-int (type %T)", (Ref)converted);
        release(converted);
        return NULL;
    }
    bool plain = is_small_int(converted) || is_exact(converted, &type_int);
    bool good = plain || warn_strict_subclass(NULL, "__int__", converted, "int");
    slot_set_steal(&converted, good ? int_exact(converted) : NULL);
    return converted;
}

/* Of what is bytes-like; MISSING: v is not. */
static Lookup from_bytes_like(Ref v, int base, Value *result) {
    ByteView view;
    if (!byte_view_try(v, &view)) return MISSING;
    bool plain = is_exact(v, &type_bytes); /* what an error shows */
    Value shown = plain ? retain(v) : bytes_from(view.data, view.length);
    *result = NULL;
    if (shown) *result = int_from_bytes_text((const char *)view.data, view.length, base, shown);
    release_maybe(shown);
    byte_view_done(&view);
    return *result ? FOUND : FAILED;
}

static Value from_trunc(Ref v) {
    Value whole = NULL;
    Lookup found = call_special(v, NAME(dunder_trunc), NULL, 0, &whole);
    if (found == FAILED) return NULL;
    if (found == MISSING) {
        return raise(&type_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'",
                     v);
    }
    Value result = NULL;
    if (!raise_warning(&type_DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.")) {
        release(whole);
        return NULL;
    }
    if (is_int(whole)) {
        result = int_exact(whole);
    } else if (type_of(whole)->as_index) {
        Value index = index_of(whole);
        if (index) result = int_exact(index);
        release_maybe(index);
    } else {
        raise(&type_TypeError, "__trunc__ returned non-Integral (type %T)", (Ref)whole);
    }
    release(whole);
    return result;
}

Value int_of(Ref v) {
    if (is_exact_int(v)) return retain(v);
    if (type_of(v)->operators->as_int) return from_int_method(v);
    if (type_of(v)->as_index) {
        Value index = index_of(v);
        if (index) slot_set_steal(&index, int_exact(index));
        return index;
    }
    if (is_str(v)) return int_from_str(v, 10);
    Value result;
    return from_bytes_like(v, 10, &result) != MISSING ? result : from_trunc(v);
}

/* int(v, base). */
static Value from_text(Ref v, Ref base_argument) {
    int64_t base;
    if (!index_as_int64(base_argument, &base, NULL)) return NULL;
    if (base != 0 && (base < 2 || base > 36)) {
        return raise(&type_ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    if (is_str(v)) return int_from_str(v, (int)base);
    Value result;
    if ((is_bytes(v) || is_bytearray(v)) && from_bytes_like(v, (int)base, &result) != MISSING) return result;
    return raise(&type_TypeError, "int() can't convert non-string with explicit base");
}

static Value py_int_new(const Ref *args) {
    Value value;
    if (args[2]) {
        value = args[1] ? from_text(args[1], args[2]) : raise(&type_TypeError, "int() missing string argument");
    } else {
        value = args[1] ? int_of(args[1]) : small_int_value(0);
    }
    if (!value || LIKELY(as_type(args[0]) == &type_int)) return value;
    Value instance = int_new_of(as_type(args[0]), value);
    release(value);
    return instance;
}

const NativeDef int_construct = {.signature = "int(x=..., /, base=...)", .function = py_int_new};

/* ---- Bytes. ---- */

/* True for "little", false for "big" (and when nothing was given). False result: ValueError or TypeError. */
static bool byte_order(Ref order, const char *function, bool *little) {
    *little = order == NAME(little);
    if (LIKELY(*little || order == NAME(big))) return true;
    if (!is_str(order)) {
        return raise_false(&type_TypeError, "%s() argument 'byteorder' must be str, not %s", function,
                           is_none(order) ? "None" : type_of(order)->name);
    }
    *little = str_length(order) != 3;
    if (str_equal_text(order, *little ? "little" : "big")) return true;
    return raise_false(&type_ValueError, "byteorder must be either 'little' or 'big'");
}

/* Whether the number has length bytes; -1 has no byte in CPython either. */
static bool fits_bytes(const IntView *view, size_t length, bool is_signed) {
    uint64_t bits = bigint_bits(view->limbs, view->count);
    if (!is_signed) return bits <= length * 8;
    if (view->count == 0 || bits < length * 8) return true;
    if (length == 0) return view->negative && bits == 1;
    /* Only -2^(8 * length - 1) has as many bits. */
    return view->negative && bits == length * 8 && mpn_scan1(view->limbs, 0) == bits - 1;
}

static Value py_int_to_bytes(const Ref *args) {
    int64_t length;
    bool little;
    if (!size_argument(args[1], &length)) return NULL;
    Lookup is_signed = is_str(args[2]) ? truth(args[3]) : MISSING;
    if (is_signed == FAILED || !byte_order(args[2], "to_bytes", &little)) return NULL;
    if (length < 0) return raise(&type_ValueError, "length argument must be non-negative");
    IntView view;
    int_view(args[0], &view);
    Value bytes = bytes_alloc((size_t)length);
    if (!bytes) return NULL;
    const char *refusal = view.negative && !is_signed                     ? "can't convert negative int to unsigned"
                          : !fits_bytes(&view, (size_t)length, is_signed) ? "int too big to convert"
                                                                          : NULL;
    if (refusal) {
        release(bytes);
        return raise(&type_OverflowError, "%s", refusal);
    }
    bigint_write_bytes(bytes_data(bytes), (size_t)length, view.limbs, view.count, view.negative, little);
    return bytes;
}

static Value from_view_of_bytes(const ByteView *view, bool little, bool is_signed) {
    size_t length = view->length, count = (length + 7) / 8;
    if (length == 0) return small_int_value(0);
    Value result = int_reserve(count);
    if (!result) return NULL;
    uint64_t *limbs = as_int(result)->limbs;
    bigint_read_bytes(limbs, view->data, length, little);
    bool negative = is_signed && view->data[little ? length - 1 : 0] & 0x80;
    if (negative) {
        if (length % 8) limbs[count - 1] |= ~(uint64_t)0 << length % 8 * 8;
        mpn_neg(limbs, limbs, (mp_size_t)count);
    }
    return int_finish_steal(result, negative);
}

/* bytes(source), for what is not bytes-like itself: an iterable of ints or an object with __bytes__. */
static Value bytes_of(Ref source) {
    if (is_exact(source, &type_bytes)) return retain(source);
    bool own = type_lookup_peek(type_of(source), NAME(dunder_bytes));
    if (is_bytes_like(source) && !own) return retain(source);
    if (own) return bytes_from_arguments(source, NULL, NULL, false);
    if (is_str(source)) return raise(&type_TypeError, "cannot convert '%T' object to bytes", source);
    return bytes_from_iterable(source, false); /* which is not asked for __index__ */
}

static Value py_int_from_bytes(const Ref *args) {
    bool little;
    Lookup is_signed = is_str(args[2]) ? truth(args[3]) : MISSING;
    if (is_signed == FAILED || !byte_order(args[2], "from_bytes", &little)) return NULL;
    Value source = bytes_of(args[1]), value = NULL;
    ByteView view;
    if (source && byte_view_gathered(source, &view)) {
        value = from_view_of_bytes(&view, little, is_signed);
        byte_view_done(&view);
    }
    release_maybe(source);
    if (value && as_type(args[0]) != &type_int) slot_set_steal(&value, call_1(args[0], value));
    return value;
}

/* ---- The other methods. ---- */

static Value py_int_bit_length(const Ref *args) { return int_from_uint64(int_bit_length(args[0])); }

static Value py_int_bit_count(const Ref *args) {
    IntView view;
    int_view(args[0], &view);
    return int_from_uint64(view.count ? mpn_popcount(view.limbs, (mp_size_t)view.count) : 0);
}

static Value py_int_exact(const Ref *args) { return int_exact(args[0]); }
static Value py_int_is_integer(const Ref *args) { return VALUE_TRUE; }

static Value py_int_as_integer_ratio(const Ref *args) {
    Value pair[2] = {int_exact(args[0]), small_int_value(1)};
    if (!pair[0]) return NULL;
    return tuple_from_steal(pair, 2);
}

static Value py_int_getnewargs(const Ref *args) {
    Value copy = int_exact(args[0]);
    return copy ? tuple_from_steal(&copy, 1) : NULL;
}

static Value py_int_round(const Ref *args) {
    if (!args[1]) return int_exact(args[0]);
    Value decimals = index_of(args[1]);
    if (!decimals) return NULL;
    Value result = int_round(args[0], decimals);
    release(decimals);
    return result;
}

static Value py_int_format(const Ref *args) {
    if (is_str(args[1])) return format_int(args[0], args[1]);
    return raise(&type_TypeError, "__format__() argument must be str, not %O", args[1]);
}

/* As CPython counts: a header of 24 bytes and 4 for each 30 bits. */
static Value py_int_sizeof(const Ref *args) {
    uint64_t digits = (int_bit_length(args[0]) + 29) / 30;
    return int_from_uint64(24 + 4 * (digits ? digits : 1));
}

const NativeDef int_methods[] = {
    {"as_integer_ratio()", py_int_as_integer_ratio, DOC("Return the int and 1: numerator and denominator."), 0},
    {"bit_count()", py_int_bit_count, DOC("How many bits of the absolute value are ones."), 0},
    {"bit_length()", py_int_bit_length, DOC("Number of bits needed to write the absolute value in binary."), 0},
    {"conjugate()", py_int_exact, DOC("Return the int itself: the complex conjugate of any int."), 0},
    {"from_bytes(bytes, byteorder='big', *, signed=False)", py_int_from_bytes,
     DOC("The int that an array of bytes, or an iterable of them, stands for."), NATIVE_CLASS_METHOD},
    {"is_integer()", py_int_is_integer, DOC("True. Exists so that ints can stand where floats do."), 0},
    {"to_bytes(length=1, byteorder='big', *, signed=False)", py_int_to_bytes,
     DOC("Return an array of length bytes that stands for the int."), 0},
    {"__ceil__()", py_int_exact, DOC("Ceiling of an int is the int itself."), 0},
    {"__floor__()", py_int_exact, DOC("Floor of an int is the int itself."), 0},
    {"__format__(format_spec, /)", py_int_format, DOC("Format the int as the format specification says."), 0},
    {"__getnewargs__()", py_int_getnewargs, 0, 0},
    {"__round__(ndigits=..., /)", py_int_round, DOC("Round to a multiple of 10**-ndigits, a half to even."), 0},
    {"__sizeof__()", py_int_sizeof, DOC("Size of the object in memory, in bytes."), 0},
    {"__trunc__()", py_int_exact, DOC("Truncating an int gives the int itself."), 0},
    {0},
};

static Value get_zero(Ref self) { return small_int_value(0); }
static Value get_one(Ref self) { return small_int_value(1); }

const GetSetDef int_getsets[] = {
    {.name = "real", .get = int_exact, .doc = DOC("the number itself")},
    {.name = "imag", .get = get_zero, .doc = DOC("zero: the number has no imaginary part")},
    {.name = "numerator", .get = int_exact, .doc = DOC("the integer itself, as a fraction over 1")},
    {.name = "denominator", .get = get_one, .doc = DOC("1, what an integer is a fraction over")},
    {0},
};
