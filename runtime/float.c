/* runtime/float.c - floats: arithmetic, comparison, hashing, the type. Methods are in float_methods.c. */
#include "runtime/float.h"

#include <errno.h>
#include <math.h>

#include "runtime/base/number.h"
#include "runtime/complex.h"
#include "runtime/digit_text.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/float_methods.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

#define HASH_BITS 61 /* as in int.c */
#define HASH_INFINITY 314159

Value float_box(double d) {
    Float *f = mem_cell(&rt()->mem, MEM_LEAVES, sizeof(Float));
    *f = (Float){.head = {.count = 1, .type = &type_float}, .value = d};
    return value_of(f);
}

Value float_new_of(Type *type, double d) {
    if (LIKELY(type == &type_float)) return float_new(d);
    Float *f = object_new(type, type->size);
    f->value = d;
    return value_of(f);
}

/* ---- Arithmetic. ---- */

double float_mod(double a, double b) {
    double rest = fmod(a, b);
    if (rest == 0) return copysign(0.0, b);
    return (b < 0) != (rest < 0) ? rest + b : rest;
}

double float_floordiv(double a, double b) {
    double rest = fmod(a, b), quotient = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0)) quotient -= 1;
    if (quotient == 0) return copysign(0.0, a / b);
    double whole = floor(quotient); /* (a - rest) / b is whole but for rounding */
    return quotient - whole > 0.5 ? whole + 1 : whole;
}

Value float_truediv(double a, double b) {
    if (UNLIKELY(b == 0)) return raise(&type_ZeroDivisionError, "float division by zero");
    return float_new(a / b);
}

static bool is_odd(double d) { return fmod(fabs(d), 2.0) == 1.0; }

/* OverflowError(34, "Numerical result out of range"), as C's errno says it. */
static COLD Value raise_range(void) {
    Value text = str_from_text("Numerical result out of range");
    Value args = text ? tuple_pack(2, small_int_value(ERANGE), (Ref)text) : NULL;
    Value exception = args ? exception_new(&type_OverflowError, args) : NULL;
    if (exception) raise_value(exception);
    release_maybe(text);
    release_maybe(args);
    release_maybe(exception);
    return NULL;
}

/* a ** b where a is 0, infinite or nan, or b is 0, infinite or nan. */
static Value special_pow(double a, double b) {
    if (b == 0 || a == 1) return float_new(1.0);
    if (isnan(a) || isnan(b)) return float_new(isnan(a) ? a : b);
    if (isinf(b)) {
        if (fabs(a) == 1) return float_new(1.0);
        return float_new((b > 0) == (fabs(a) > 1) ? fabs(b) : 0.0);
    }
    if (isinf(a)) return float_new(b > 0 ? is_odd(b) ? a : fabs(a) : is_odd(b) ? copysign(0.0, a) : 0.0);
    if (b < 0) return raise(&type_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return float_new(is_odd(b) ? a : 0.0);
}

Value float_pow(double a, double b) {
    if (!isfinite(a) || !isfinite(b) || a == 0 || b == 0) return special_pow(a, b);
    if (a < 0 && b != floor(b)) return complex_pow(a, 0.0, b, 0.0);
    double result = pow(fabs(a), b);
    if (a < 0 && is_odd(b)) result = -result;
    return isinf(result) ? raise_range() : float_new(result);
}

Value float_round(double d, Ref decimals) {
    int64_t places;
    if (!isfinite(d)) return float_new(d);
    if (!int_as_int64(decimals, &places)) places = int_sign(decimals) < 0 ? INT64_MIN : INT64_MAX;
    double rounded = number_round(d, places);
    if (isinf(rounded)) return raise(&type_OverflowError, "rounded value too large to represent");
    return float_new(rounded);
}

/* ---- Conversion. ---- */

Lookup number_as_double(Ref v, double *result) {
    if (LIKELY(is_float(v))) {
        *result = float_of(v);
        return FOUND;
    }
    if (!is_int(v)) return MISSING;
    return int_as_double(v, result) ? FOUND : FAILED;
}

/* What the type's __float__ says. */
static bool double_by_method(Ref v, double *result) {
    Value converted = type_of(v)->operators->as_float(v);
    if (!converted) return false;
    bool right = is_float(converted);
    if (!right) raise(&type_TypeError, "%T.__float__ returned non-float (type %T)", v, (Ref)converted);
    else if (!is_flonum(converted) && !is_exact(converted, &type_float))
        right = warn_strict_subclass(v, "__float__", converted, "float");
    if (right) *result = float_of(converted);
    release(converted);
    return right;
}

/* Through __float__, which a subclass of int may have of its own, then __index__. MISSING when the type has neither. */
static Lookup convert_to_double(Ref v, double *result) {
    Type *type = type_of(v);
    bool direct = is_float(v) || type->operators->as_float == type_int.operators->as_float;
    Lookup found = direct ? number_as_double(v, result) : MISSING;
    if (found != MISSING) return found;
    if (type->operators->as_float) return double_by_method(v, result) ? FOUND : FAILED;
    if (!type->as_index) return MISSING;
    Value index = index_of(v);
    if (!index) return FAILED;
    bool done = int_as_double(index, result);
    release(index);
    return done ? FOUND : FAILED;
}

bool float_argument(Ref v, double *result) {
    Lookup found = convert_to_double(v, result);
    if (found == MISSING) return raise_false(&type_TypeError, "must be real number, not %T", v);
    return found == FOUND;
}

static Value read_float(const DigitText *text, Ref source) {
    double d;
    if (number_parse(text->text, text->length, &d)) return float_new(d);
    return raise(&type_ValueError, "could not convert string to float: %R", source);
}

Value float_from_str(Ref text) {
    DigitText digits;
    if (!digit_text(text, &digits)) return NULL;
    Value result = read_float(&digits, text);
    digit_text_done(&digits);
    return result;
}

Value float_from_bytes_text(const char *text, size_t length, Ref source) {
    DigitText digits;
    digit_text_of_bytes(text, length, &digits);
    return read_float(&digits, source);
}

Value float_from_number(Ref v) {
    double d;
    const Type *base = !is_heap(v) ? NULL : is_float(v) ? &type_float : is_int(v) ? &type_int : NULL;
    bool own = base && type_of(v)->operators->as_float != base->operators->as_float; /* a subclass has one */
    Lookup found = own ? double_by_method(v, &d) ? FOUND : FAILED : convert_to_double(v, &d);
    if (found == FOUND) return float_new(d);
    if (found == FAILED) return NULL;
    return raise(&type_TypeError, "float() argument must be a string or a real number, not '%T'", v);
}

/* ---- Comparison and hash. ---- */

int64_t float_hash(double d, Ref self) {
    if (isnan(d)) {
        uint64_t address = bits_of(self); /* its low bits are zero: they go to the top, as CPython does */
        return (int64_t)(address >> 4 | address << 60);
    }
    if (isinf(d)) return d < 0 ? -HASH_INFINITY : HASH_INFINITY;
    if (fabs(d) < 0x1p53 && d == floor(d)) return d == -1 ? -2 : (int64_t)d;
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    int turn = (exponent - 53) % HASH_BITS; /* times a power of two is a rotation modulo 2^61 - 1 */
    if (turn < 0) turn += HASH_BITS;
    uint64_t modulus = ((uint64_t)1 << HASH_BITS) - 1;
    int64_t hash = (int64_t)((mantissa << turn & modulus) | mantissa >> (HASH_BITS - turn));
    if (d < 0) hash = -hash;
    return hash == -1 ? -2 : hash;
}

static Value order_result(int order, CompareOp op) {
    switch (op) {
    case COMPARE_LT: return bool_value(order < 0);
    case COMPARE_LE: return bool_value(order <= 0);
    case COMPARE_EQ: return bool_value(order == 0);
    case COMPARE_NE: return bool_value(order != 0);
    case COMPARE_GT: return bool_value(order > 0);
    default: return bool_value(order >= 0);
    }
}

static Value compare_slot(Ref self, Ref other, CompareOp op) {
    double a = float_of(self);
    if (is_float(other)) {
        double b = float_of(other);
        if (isnan(a) || isnan(b)) return bool_value(op == COMPARE_NE);
        return order_result((a > b) - (a < b), op);
    }
    if (!is_int(other)) return VALUE_NOT_IMPLEMENTED;
    if (isnan(a)) return bool_value(op == COMPARE_NE);
    return order_result(-int_compare_double(other, a), op);
}

/* ---- Slots. ---- */

typedef Value (*Operation)(double a, double b);

static Value operate(Ref left, Ref right, Operation operation) {
    double a, b;
    Lookup found = number_as_double(left, &a);
    if (LIKELY(found == FOUND)) found = number_as_double(right, &b);
    if (LIKELY(found == FOUND)) return operation(a, b);
    return found == MISSING ? VALUE_NOT_IMPLEMENTED : NULL;
}

static Value add(double a, double b) { return float_new(a + b); }
static Value subtract(double a, double b) { return float_new(a - b); }
static Value multiply(double a, double b) { return float_new(a * b); }

static Value floor_divide(double a, double b) {
    if (UNLIKELY(b == 0)) return raise(&type_ZeroDivisionError, "float floor division by zero");
    return float_new(float_floordiv(a, b));
}

static Value modulo(double a, double b) {
    if (UNLIKELY(b == 0)) return raise(&type_ZeroDivisionError, "float modulo by zero");
    return float_new(float_mod(a, b));
}

static Value divide_with_rest(double a, double b) {
    if (UNLIKELY(b == 0)) return raise(&type_ZeroDivisionError, "float divmod()");
    Value pair[2] = {float_new(float_floordiv(a, b)), float_new(float_mod(a, b))};
    return tuple_from_steal(pair, 2);
}

/* The two slots of an operator. */
#define FLOAT_OPERATOR(name, operation)                                                                                \
    static Value name##_slot(Ref self, Ref other) { return operate(self, other, operation); }                          \
    static Value reflected_##name##_slot(Ref self, Ref other) { return operate(other, self, operation); }

FLOAT_OPERATOR(add, add)
FLOAT_OPERATOR(sub, subtract)
FLOAT_OPERATOR(mul, multiply)
FLOAT_OPERATOR(truediv, float_truediv)
FLOAT_OPERATOR(floordiv, floor_divide)
FLOAT_OPERATOR(mod, modulo)
FLOAT_OPERATOR(pow, float_pow)
FLOAT_OPERATOR(divmod, divide_with_rest)

static Value power_slot(Ref self, Ref other, Ref modulus) {
    if (modulus && !is_none(modulus)) {
        return raise(&type_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return pow_slot(self, other);
}

static Value negative_slot(Ref self) { return float_new(-float_of(self)); }
static Value absolute_slot(Ref self) { return float_new(fabs(float_of(self))); }
static Value int_slot(Ref self) { return int_from_double(float_of(self)); }
static Lookup bool_slot(Ref self) { return float_of(self) != 0; }

Value float_exact(Ref self) {
    return is_flonum(self) || is_exact(self, &type_float) ? retain(self) : float_new(float_of(self));
}

static Value repr_slot(Ref self) {
    char text[NUMBER_REPR_MAX];
    size_t length = number_repr(text, float_of(self));
    return str_from_ascii(text, length);
}

static bool hash_slot(Ref self, int64_t *hash) {
    *hash = float_hash(float_of(self), self);
    return true;
}

Type type_float = {
    TYPE_HEAD(float),
    .name = "float",
    .doc = "The float nearest to a number or to what a text says.",
    .flags = TYPE_FLOAT,
    .size = sizeof(Float),
    .convert = float_of_object,
    .construct = &float_construct,
    .repr = repr_slot,
    .as_bool = bool_slot,
    .hash = hash_slot,
    .compare = compare_slot,
    .operators =
        &(Operators){
            .negative = negative_slot,
            .positive = float_exact,
            .absolute = absolute_slot,
            .as_int = int_slot,
            .as_float = float_exact,
            .power = power_slot,
            .binary = {[BINARY_ADD] = add_slot,
                       [BINARY_SUB] = sub_slot,
                       [BINARY_MUL] = mul_slot,
                       [BINARY_TRUEDIV] = truediv_slot,
                       [BINARY_FLOORDIV] = floordiv_slot,
                       [BINARY_MOD] = mod_slot,
                       [BINARY_POW] = pow_slot,
                       [BINARY_DIVMOD] = divmod_slot},
            .reflected = {[BINARY_ADD] = reflected_add_slot,
                          [BINARY_SUB] = reflected_sub_slot,
                          [BINARY_MUL] = reflected_mul_slot,
                          [BINARY_TRUEDIV] = reflected_truediv_slot,
                          [BINARY_FLOORDIV] = reflected_floordiv_slot,
                          [BINARY_MOD] = reflected_mod_slot,
                          [BINARY_POW] = reflected_pow_slot,
                          [BINARY_DIVMOD] = reflected_divmod_slot},
        },
    .methods = float_methods,
    .getsets = float_getsets,
};
