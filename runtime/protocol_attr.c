/* runtime/protocol_attr.c - attributes and items.
 *
 * Owns:      attributes, items, membership and length of any values.
 * Invariant: a missing slot is told in CPython's words.
 * Not here:  the rule for attributes (attribute.c).
 */
#include "runtime/protocol.h"

#include "runtime/dict.h"
#include "runtime/dispatch.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/str.h"

/* ---- attributes ---- */

static COLD bool refuse_name(Ref name) {
    return raise_false(&type_TypeError, "attribute name must be string, not '%T'", name);
}

bool check_attribute_name(Ref name) { return LIKELY(is_str(name)) || refuse_name(name); }

/* An AttributeError that programs raised without name and obj is given them, for suggestions. */
COLD Value getattr_failed(Ref self, Ref name) {
    if (!error_matches(&type_AttributeError)) return NULL;
    Exception *error = as_exception(rt()->error);
    if (error->fields[0] || error->fields[1]) return NULL;
    slot_set(&error->fields[0], name);
    slot_set(&error->fields[1], self);
    return NULL;
}

Value getattr(Ref self, Ref name) {
    BinarySlot slot = type_of(self)->getattr;
    if (slot && !check_attribute_name(name)) return NULL;
    Value result = slot ? slot(self, name) : type_getattr_generic(self, name);
    return LIKELY(result != NULL) ? result : getattr_failed(self, name);
}

static Lookup find(Ref self, Ref name, Value *result) {
    BinarySlot slot = type_of(self)->getattr;
    if (!slot) return type_getattr_generic_try(self, name, result);
    if (!check_attribute_name(name)) return FAILED;
    if (slot == type_getattr_class) return type_getattr_class_try(self, name, result);
    if (slot == module_getattr) return module_getattr_try(self, name, result);
    if (slot == dispatch_getattr) return dispatch_getattr_try(self, name, result);
    *result = slot(self, name);
    return *result ? FOUND : FAILED;
}

Lookup getattr_try(Ref self, Ref name, Value *result) {
    Lookup found = find(self, name, result);
    if (found != FAILED || !error_matches(&type_AttributeError)) return found;
    error_clear();
    return MISSING;
}

bool setattr(Ref self, Ref name, Ref value) {
    SetSlot slot = type_of(self)->setattr;
    if (!slot) return type_setattr_generic(self, name, value);
    return check_attribute_name(name) && slot(self, name, value);
}

/* ---- items ---- */

static Value getitem_of_class(Ref self, Ref key) {
    Value method = NULL;
    if (self == type_ref(&type_type)) return call_2(type_ref(&type_generic_alias), self, key);
    Lookup found = getattr_try(self, NAME(dunder_class_getitem), &method);
    if (found == FAILED) return NULL;
    if (found == MISSING || is_none(method)) {
        release_maybe(method);
        return raise(&type_TypeError, "type '%N' is not subscriptable", as_type(self));
    }
    Value result = call_1(method, key);
    release(method);
    return result;
}

Value getitem(Ref self, Ref key) {
    BinarySlot slot = type_of(self)->getitem;
    if (LIKELY(slot != NULL)) return slot(self, key);
    if (is_type(self)) return getitem_of_class(self, key);
    return raise(&type_TypeError, "'%T' object is not subscriptable", self);
}

/* Nothing can be stored. CPython takes what may be a sequence for one when key is an index: then it computes that
 * first, and words a deletion in another way. */
static COLD bool raise_no_setitem(Ref self, Ref key, Ref value) {
    const Type *type = type_of(self);
    bool sequence = type->flags & TYPE_HEAP || type->len || type->contains;
    bool index = sequence && type_of(key)->as_index;
    int64_t ignored;
    if (index && !index_as_int64(key, &ignored, &type_IndexError)) return false;
    if (value) return raise_false(&type_TypeError, "'%T' object does not support item assignment", self);
    return raise_false(&type_TypeError, "'%T' object %s support item deletion", self, index ? "doesn't" : "does not");
}

bool setitem(Ref self, Ref key, Ref value) {
    SetSlot slot = type_of(self)->setitem;
    if (LIKELY(slot != NULL)) return slot(self, key, value);
    return raise_no_setitem(self, key, value);
}

static Lookup contains_by_iteration(Ref self, Ref item) {
    Lookup answer = is_exact(self, &type_dict_values) ? dict_values_have(self, item) : FAILED;
    if (answer != FAILED) return answer;
    Value iterator = iterate(self);
    if (!iterator) {
        if (!error_matches(&type_TypeError)) return FAILED;
        error_clear();
        return raise_failed(&type_TypeError, "argument of type '%T' is not iterable", self);
    }
    for (;;) {
        Value next = NULL;
        answer = iterate_next(iterator, &next);
        if (answer != FOUND) break;
        answer = equal(next, item);
        release(next);
        if (answer != MISSING) break;
    }
    release(iterator);
    return answer;
}

Lookup contains(Ref self, Ref item) {
    ContainsSlot slot = type_of(self)->contains;
    return LIKELY(slot != NULL) ? slot(self, item) : contains_by_iteration(self, item);
}

int64_t length_of(Ref self) {
    LenSlot slot = type_of(self)->len;
    if (LIKELY(slot != NULL)) return slot(self);
    raise(&type_TypeError, "object of type '%T' has no len()", self);
    return -1;
}
