/* runtime/protocol_compare.c - comparison, truth, hashing.
 *
 * Owns:      comparison, truth and hashes of any values.
 * Invariant: identity is the last resort of == and !=, never of <.
 * Not here:  order of strings and numbers (their files).
 */
#include "runtime/protocol.h"

#include "runtime/dispatch.h"
#include "runtime/float.h"
#include "runtime/hashtable.h"
#include "runtime/int.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
static const CompareOp swapped[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE};

static Value fall_back(CompareOp op, Ref a, Ref b) {
    if (op == COMPARE_EQ) return bool_value(a == b);
    if (op == COMPARE_NE) return bool_value(a != b);
    return raise(&type_TypeError, "'%s' not supported between instances of '%T' and '%T'", symbols[op], a, b);
}

/* Each operand's slot once, the right one's first when its class is derived from the left one's. */
static Value ask_both(CompareOp op, Ref a, Ref b) {
    Type *left = type_of(a), *right = type_of(b);
    bool reversed = false;
    if (left != right && right->compare && type_is_subtype(right, left)) {
        reversed = true;
        Value result = right->compare(b, a, swapped[op]);
        if (!result || !is_not_implemented(result)) return result;
    }
    if (left->compare) {
        Value result = left->compare(a, b, op);
        if (!result || !is_not_implemented(result)) return result;
    }
    if (!reversed && right->compare) {
        Value result = right->compare(b, a, swapped[op]);
        if (!result || !is_not_implemented(result)) return result;
    }
    return fall_back(op, a, b);
}

Ref compare_function_peek(CompareOp op, Ref a, Ref b) {
    Type *left = type_of(a), *right = type_of(b);
    if (left->compare != dispatch_compare) return NULL;
    if (left != right && right->compare && type_is_subtype(right, left)) return NULL;
    Ref method = type_lookup_peek(left, dispatch_compare_name(op));
    return method && is_exact(method, &type_function) ? method : NULL;
}

Value compare_go_on(CompareOp op, Ref a, Ref b) {
    Type *right = type_of(b);
    if (right->compare) {
        Value result = right->compare(b, a, swapped[op]);
        if (!result || !is_not_implemented(result)) return result;
    }
    return fall_back(op, a, b);
}

static inline bool both_plain_ints(Ref a, Ref b) { return is_exact_int(a) && is_exact_int(b); }

enum { PLAIN_DEPTH = 8 }; /* tuples in tuples that are compared without a look at the stack */

static bool plain_order(Ref a, Ref b, unsigned depth, int *order);

/* The order of two tuples: that of the first items that differ. Small ints that are not the same word do. */
static bool order_of_tuples(const Tuple *x, const Tuple *y, unsigned depth, int *order) {
    for (size_t i = 0; i < x->count && i < y->count; i++) {
        Ref a = x->items[i], b = y->items[i];
        if (a == b) continue;
        if (LIKELY(both_small_int(a, b))) {
            *order = (int64_t)bits_of(a) < (int64_t)bits_of(b) ? -1 : 1;
            return true;
        }
        if (!plain_order(a, b, depth, order)) return false;
        if (*order != 0) return true;
    }
    *order = (x->count > y->count) - (x->count < y->count);
    return true;
}

/* The order of two ints, floats in the word, strings, or tuples of such. False: something else, to be asked. */
static bool plain_order(Ref a, Ref b, unsigned depth, int *order) {
    if (both_small_int(a, b)) {
        *order = (small_int(a) > small_int(b)) - (small_int(a) < small_int(b));
        return true;
    }
    if (both_flonum(a, b)) {
        *order = (flonum(a) > flonum(b)) - (flonum(a) < flonum(b));
        return true;
    }
    if (is_exact(a, &type_str) && is_exact(b, &type_str)) {
        *order = str_compare(a, b);
        return true;
    }
    if (both_plain_ints(a, b)) {
        *order = int_compare(a, b);
        return true;
    }
    if (!is_exact(a, &type_tuple) || !is_exact(b, &type_tuple) || depth == 0) return false;
    return order_of_tuples(as_tuple(a), as_tuple(b), depth - 1, order);
}

bool tuples_compare_plainly(Ref a, Ref b, int *order) {
    return order_of_tuples(as_tuple(a), as_tuple(b), PLAIN_DEPTH, order);
}

static inline bool both_tuples(Ref a, Ref b) { return is_exact(a, &type_tuple) && is_exact(b, &type_tuple); }

static bool nests(Ref v) { return is_heap(v) && object_of(v)->flags & OBJECT_CONTAINER; }

/* Neither has more to say about == than that it is itself. */
static inline bool equal_by_identity(Ref a, Ref b) {
    CompareSlot left = type_of(a)->compare, right = type_of(b)->compare;
    return (!left || left == object_compare) && (!right || right == object_compare);
}

Value compare(CompareOp op, Ref a, Ref b) {
    if (both_small_int(a, b))
        return bool_value(order_holds(op, (small_int(a) > small_int(b)) - (small_int(a) < small_int(b))));
    if (both_flonum(a, b)) return bool_value(float_order_holds(op, flonum(a), flonum(b)));
    if (is_exact_int(a)) {
        if (is_exact_int(b)) return bool_value(order_holds(op, int_compare(a, b)));
        if (is_flonum(b)) return bool_value(order_holds(op, int_compare_double(a, flonum(b))));
    }
    int order;
    if (both_tuples(a, b) && tuples_compare_plainly(a, b, &order)) return bool_value(order_holds(op, order));
    if ((op == COMPARE_EQ || op == COMPARE_NE) && equal_by_identity(a, b)) return fall_back(op, a, b);
    if (!nests(a)) return ask_both(op, a, b);
    if (!recursion_enter(" in comparison")) return NULL;
    Value result = ask_both(op, a, b);
    recursion_leave();
    return result;
}

Lookup compare_test(CompareOp op, Ref a, Ref b) {
    if (both_plain_ints(a, b)) return order_holds(op, int_compare(a, b)) ? FOUND : MISSING;
    if (is_exact(a, &type_str) && is_exact(b, &type_str)) return order_holds(op, str_compare(a, b)) ? FOUND : MISSING;
    Value result = compare(op, a, b);
    if (UNLIKELY(!result)) return FAILED;
    if (LIKELY(is_bool(result))) return is_true(result) ? FOUND : MISSING;
    Lookup answer = truth(result);
    release(result);
    return answer;
}

Lookup equal(Ref a, Ref b) {
    if (a == b) return FOUND;
    if (both_small_int(a, b)) return MISSING;
    if (is_exact(a, &type_str) && is_exact(b, &type_str)) return str_equal(a, b) ? FOUND : MISSING;
    if (both_plain_ints(a, b)) return int_equal(a, b) ? FOUND : MISSING;
    return differ_in_kind(a, b) || equal_by_identity(a, b) ? MISSING : compare_test(COMPARE_EQ, a, b);
}

Lookup truth(Ref a) {
    if (is_bool(a)) return is_true(a) ? FOUND : MISSING;
    if (is_small_int(a)) return small_int(a) ? FOUND : MISSING;
    if (is_none(a)) return MISSING;
    const Type *type = type_of(a);
    if (type->as_bool) return type->as_bool(a);
    if (!type->len) return FOUND;
    int64_t length = type->len(a);
    return length < 0 ? FAILED : length > 0 ? FOUND : MISSING;
}

bool hash_of(Ref a, int64_t *hash) {
    if (is_exact(a, &type_str)) {
        *hash = str_hash(a);
        return true;
    }
    if (is_exact(a, &type_int)) {
        *hash = int_hash(a);
        return true;
    }
    HashSlot slot = type_of(a)->hash;
    if (UNLIKELY(c_stack_low())) return recursion_check("");
    return LIKELY(slot != NULL) ? slot(a, hash) : raise_false(&type_TypeError, "unhashable type: '%T'", a);
}
