/* lib/functools_compare.c - functools.cmp_to_key: sort keys that are compared by a function of two arguments.
 *
 * Owns:      the type of the keys and of what makes them.
 * Invariant: object is NULL in a maker only.
 * Not here:  sorting (runtime/sort.c).
 */
#include "lib/functools_module.h"
#include "runtime/error.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

typedef struct CompareKey {
    Object head;
    Value function; /* function(a, b): negative, zero, positive */
    Value object;   /* what is compared; NULL: this one makes keys */
} CompareKey;

static CompareKey *as_key(Ref v) { return (CompareKey *)object_of(v); }

static Value key_new(Ref function, Ref object) {
    CompareKey *key = object_new(&type_compare_key, sizeof(CompareKey));
    key->function = retain(function);
    key->object = retain_maybe(object);
    return value_of(key);
}

Value compare_key_maker(Ref function) { return key_new(function, NULL); }

static Value py_key_call(const Ref *args) { return key_new(as_key(args[0])->function, args[1]); }
static const NativeDef key_call_def = {"K(obj)", py_key_call, 0, 0};

static Value key_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (LIKELY(count == 1 && !keywords)) return key_new(as_key(self)->function, args[0]);
    return native_call_def(&key_call_def, self, args, count, keywords);
}

static Value key_compare(Ref a, Ref b, CompareOp op) {
    if (!is_exact(b, &type_compare_key)) return raise(&type_TypeError, "other argument must be K instance");
    const CompareKey *x = as_key(a), *y = as_key(b);
    if (!x->object || !y->object) return raise(&type_AttributeError, "object");
    Value function = retain(x->function), left = retain(x->object), right = retain(y->object);
    Value order = call_2(function, left, right);
    Value result = order ? compare(op, order, small_int_value(0)) : NULL;
    release_maybe(order);
    release(left);
    release(right);
    release(function);
    return result;
}

static Value get_object(Ref v) {
    Value object = as_key(v)->object;
    return object ? retain(object) : VALUE_NONE;
}

static bool set_object(Ref v, Ref value) {
    slot_set(&as_key(v)->object, value);
    return true;
}

static Value get_text_signature(Ref self) { return str_from_text("(obj)"); }

static const GetSetDef key_getsets[] = {
    {"__text_signature__", get_text_signature, NULL, DOC("The parameters of a call, as text.")},
    {"obj", get_object, set_object, DOC("Value wrapped by a key function."), true},
    {0},
};

Type type_compare_key = {
    TYPE_HEAD(compare_key),
    .hash = NULL,
    .name = "functools.KeyWrapper",
    .module = "functools",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,
    .size = sizeof(CompareKey),
    .traverse = object_traverse_parts,
    .compare = key_compare,
    .call = key_call,
    .getsets = key_getsets,
};
