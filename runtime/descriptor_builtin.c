/* runtime/descriptor_builtin.c - descriptors that types make of their tables.
 *
 * Owns:      getset_descriptor, member_descriptor, wrapper_descriptor, method-wrapper.
 * Invariant: an attribute is only given to an instance of its owner.
 * Not here:  property and its kind (descriptor.c).
 */
#include "runtime/descriptor.h"

#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/slots.h"
#include "runtime/state.h"
#include "runtime/str.h"

static bool check_instance(const Type *owner, const char *name, Ref instance) {
    if (LIKELY(type_is_subtype(type_of(instance), (Type *)(uintptr_t)owner))) return true;
    return raise_false(&type_TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner,
                       instance);
}

static bool raise_not_writable(const char *name, const Type *owner) {
    return raise_false(&type_AttributeError, "attribute '%s' of '%N' objects is not writable", name, owner);
}

static Value text_or_none(const char *text) { return text ? str_from_text(text) : VALUE_NONE; }

static Value qualified(const Type *owner, Ref name) {
    Value qualname = type_get_qualname(owner);
    Value result = error_format("%S.%S", qualname, name);
    release(qualname);
    return result;
}

/* ---- getset_descriptor ---- */

Value getset_new(const GetSetDef *def, Type *owner) {
    /* a member's struct is the larger one, for both kinds of it */
    GetSet *self = def->member ? object_new(&type_member_descriptor, sizeof(Member))
                               : object_new(&type_getset_descriptor, sizeof *self);
    self->def = def;
    self->owner = owner;
    retain(type_ref(owner));
    return value_of(self);
}

static Value getset_get(Ref self, Ref instance, Ref owner) {
    const GetSet *getset = as_getset(self);
    if (!instance) return retain(self);
    if (!check_instance(getset->owner, getset->def->name, instance)) return NULL;
    if (getset->def->get) return getset->def->get(instance);
    return raise(&type_AttributeError, "attribute '%s' of '%N' objects is not readable", getset->def->name,
                 getset->owner);
}

static bool getset_set(Ref self, Ref instance, Ref value) {
    const GetSet *getset = as_getset(self);
    if (!check_instance(getset->owner, getset->def->name, instance)) return false;
    if (getset->def->set) return getset->def->set(instance, value);
    if (getset->def->member) return raise_false(&type_AttributeError, "readonly attribute");
    return raise_not_writable(getset->def->name, getset->owner);
}

static Value getset_repr(Ref self) {
    const GetSetDef *def = as_getset(self)->def;
    return error_format("<%s '%s' of '%N' objects>", def->member ? "member" : "attribute", def->name,
                        as_getset(self)->owner);
}

static void getset_traverse(Ref self, Visit visit, void *context) { visit(type_ref(as_getset(self)->owner), context); }

static Value get_getset_name(Ref self) { return intern_text(as_getset(self)->def->name); }
static Value get_getset_doc(Ref self) { return doc_text(as_getset(self)->def->doc); }
static Value get_getset_owner(Ref self) { return retain(type_ref(as_getset(self)->owner)); }

static Value get_getset_qualname(Ref self) {
    Value name = get_getset_name(self), result = qualified(as_getset(self)->owner, name);
    release(name);
    return result;
}

static const GetSetDef getset_getsets[] = {
    {"__name__", get_getset_name, NULL, 0, true},
    {"__qualname__", get_getset_qualname, NULL, 0},
    {"__doc__", get_getset_doc, NULL, 0},
    {"__objclass__", get_getset_owner, NULL, 0, true},
    {0},
};

Type type_getset_descriptor = {
    TYPE_HEAD(getset_descriptor),
    .name = "getset_descriptor",
    .doc = "An attribute of a built-in type that functions read and write.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(GetSet),
    .traverse = getset_traverse,
    .repr = getset_repr,
    .get = getset_get,
    .set = getset_set,
    .getsets = getset_getsets,
};

/* ---- member_descriptor ---- */

Value member_new(Ref name, Type *owner, uint32_t index) {
    Member *self = object_new(&type_member_descriptor, sizeof *self);
    self->name = retain(name);
    self->owner = owner;
    self->index = index;
    retain(type_ref(owner));
    return value_of(self);
}

static bool check_member(const Member *member, Ref instance) {
    if (LIKELY(type_is_subtype(type_of(instance), member->owner))) return true;
    return raise_false(&type_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", member->name,
                       member->owner, instance);
}

/* Names the class in full, as CPython does here only, but for __main__. */
static Value raise_unset(Ref instance, Ref name) {
    Value class_name = type_shown_name(type_of(instance));
    raise_attribute(instance, name, "'%S' object has no attribute '%S'", class_name, name);
    release(class_name);
    return NULL;
}

static Value member_get(Ref self, Ref instance, Ref owner) {
    const Member *member = as_member(self);
    if (member->def) return getset_get(self, instance, owner);
    if (!instance) return retain(self);
    if (!check_member(member, instance)) return NULL;
    Ref value = *instance_reserved_word(instance, member->index);
    return LIKELY(value != NULL) ? retain(value) : raise_unset(instance, member->name);
}

static bool member_set(Ref self, Ref instance, Ref value) {
    const Member *member = as_member(self);
    if (member->def) return getset_set(self, instance, value);
    if (!check_member(member, instance)) return false;
    Value *word = instance_reserved_word(instance, member->index);
    if (!value && !*word) {
        raise_attribute(instance, member->name, "%S", member->name);
        return false;
    }
    slot_set(word, value);
    return true;
}

static Value member_repr(Ref self) {
    if (as_member(self)->def) return getset_repr(self);
    return error_format("<member '%S' of '%N' objects>", as_member(self)->name, as_member(self)->owner);
}

static void member_traverse(Ref self, Visit visit, void *context) {
    visit(as_member(self)->name, context);
    visit(type_ref(as_member(self)->owner), context);
}

static Value get_member_name(Ref self) {
    return as_member(self)->def ? get_getset_name(self) : retain(as_member(self)->name);
}

static Value get_member_qualname(Ref self) {
    Value name = get_member_name(self), qualname = qualified(as_member(self)->owner, name);
    release(name);
    return qualname;
}

static Value get_member_doc(Ref self) { return as_member(self)->def ? get_getset_doc(self) : VALUE_NONE; }
static Value get_member_owner(Ref self) { return retain(type_ref(as_member(self)->owner)); }

static const GetSetDef member_getsets[] = {
    {"__name__", get_member_name, NULL, 0, true},
    {"__qualname__", get_member_qualname, NULL, 0},
    {"__doc__", get_member_doc, NULL, 0},
    {"__objclass__", get_member_owner, NULL, 0, true},
    {0},
};

Type type_member_descriptor = {
    TYPE_HEAD(member_descriptor),
    .name = "member_descriptor",
    .doc = "An attribute that stands in a field of the instance, as __slots__ make them.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(Member),
    .traverse = member_traverse,
    .repr = member_repr,
    .get = member_get,
    .set = member_set,
    .methods = getattr_reduce_methods,
    .getsets = member_getsets,
};

/* ---- wrapper_descriptor: a slot of a static type seen as a method ---- */

Value wrapper_new(const SlotDef *row, Type *owner) {
    Wrapper *self = object_new(&type_wrapper_descriptor, sizeof *self);
    self->row = row;
    self->owner = owner;
    return value_of(self);
}

static Ref wrapper_name(Ref self) { return slot_name(as_wrapper(self)->row); }

static Value wrapper_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (!recursion_check(" while calling a Python object")) return NULL;
    const Wrapper *wrapper = as_wrapper(self);
    if (UNLIKELY(count == 0)) {
        return raise(&type_TypeError, "descriptor '%S' of '%N' object needs an argument", wrapper_name(self),
                     wrapper->owner);
    }
    if (UNLIKELY(!type_is_subtype(type_of(args[0]), wrapper->owner))) {
        return raise(&type_TypeError, "descriptor '%S' requires a '%N' object but received a '%T'", wrapper_name(self),
                     wrapper->owner, args[0]);
    }
    return slot_call(wrapper->row, wrapper->owner, args[0], args + 1, count - 1, keywords);
}

static Value wrapper_get(Ref self, Ref instance, Ref owner) {
    if (!instance) return retain(self);
    const Wrapper *wrapper = as_wrapper(self);
    if (UNLIKELY(!type_is_subtype(type_of(instance), wrapper->owner))) {
        return raise(&type_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object",
                     wrapper_name(self), wrapper->owner, instance);
    }
    MethodWrapper *bound = object_new(&type_method_wrapper, sizeof *bound);
    bound->wrapper = retain(self);
    bound->self = retain(instance);
    return value_of(bound);
}

static Value wrapper_repr(Ref self) {
    return error_format("<slot wrapper '%S' of '%N' objects>", wrapper_name(self), as_wrapper(self)->owner);
}

static Value get_wrapper_name(Ref self) { return retain(wrapper_name(self)); }
static Value get_wrapper_qualname(Ref self) { return qualified(as_wrapper(self)->owner, wrapper_name(self)); }
static Value get_wrapper_doc(Ref self) { return text_or_none(as_wrapper(self)->row->doc); }
static Value get_wrapper_owner(Ref self) { return value_of(as_wrapper(self)->owner); }
static Value get_wrapper_signature(Ref self) { return text_or_none(as_wrapper(self)->row->signature); }

static const GetSetDef wrapper_getsets[] = {
    {"__name__", get_wrapper_name, NULL, 0, true},
    {"__qualname__", get_wrapper_qualname, NULL, 0},
    {"__doc__", get_wrapper_doc, NULL, 0},
    {"__objclass__", get_wrapper_owner, NULL, 0, true},
    {"__text_signature__", get_wrapper_signature, NULL, 0},
    {0},
};

Type type_wrapper_descriptor = {
    TYPE_HEAD(wrapper_descriptor),
    .name = "wrapper_descriptor",
    .doc = "A special method of a built-in type, before it is bound to an instance.",
    .flags = TYPE_METHOD | TYPE_FINAL | TYPE_NO_NEW,
    .size = sizeof(Wrapper),
    .repr = wrapper_repr,
    .call = wrapper_call,
    .get = wrapper_get,
    .methods = getattr_reduce_methods,
    .getsets = wrapper_getsets,
};

/* ---- method-wrapper: the same, bound ---- */

static MethodWrapper *as_method_wrapper(Ref v) { return (MethodWrapper *)object_of(v); }

static Value method_wrapper_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (!recursion_check(" while calling a Python object")) return NULL;
    const Wrapper *wrapper = as_wrapper(as_method_wrapper(self)->wrapper);
    return slot_call(wrapper->row, wrapper->owner, as_method_wrapper(self)->self, args, count, keywords);
}

static Value method_wrapper_repr(Ref self) {
    const MethodWrapper *bound = as_method_wrapper(self);
    return error_format("<method-wrapper '%S' of %T object at %p>", wrapper_name(bound->wrapper), bound->self,
                        (const void *)bound->self);
}

static Value method_wrapper_compare(Ref a, Ref b, CompareOp op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(b, &type_method_wrapper)) return VALUE_NOT_IMPLEMENTED;
    const MethodWrapper *x = as_method_wrapper(a), *y = as_method_wrapper(b);
    return bool_value((x->wrapper == y->wrapper && x->self == y->self) == (op == COMPARE_EQ));
}

static bool method_wrapper_hash(Ref self, int64_t *hash) {
    const MethodWrapper *bound = as_method_wrapper(self);
    *hash = (int64_t)((bits_of(bound->wrapper) ^ bits_of(bound->self)) >> 4);
    return true;
}

static Value get_bound_self(Ref self) { return retain(as_method_wrapper(self)->self); }
static Value get_bound_name(Ref self) { return get_wrapper_name(as_method_wrapper(self)->wrapper); }
static Value get_bound_qualname(Ref self) { return get_wrapper_qualname(as_method_wrapper(self)->wrapper); }
static Value get_bound_doc(Ref self) { return get_wrapper_doc(as_method_wrapper(self)->wrapper); }
static Value get_bound_owner(Ref self) { return get_wrapper_owner(as_method_wrapper(self)->wrapper); }
static Value get_bound_signature(Ref self) { return get_wrapper_signature(as_method_wrapper(self)->wrapper); }

static const GetSetDef method_wrapper_getsets[] = {
    {"__self__", get_bound_self, NULL, 0, true},
    {"__name__", get_bound_name, NULL, 0},
    {"__qualname__", get_bound_qualname, NULL, 0},
    {"__doc__", get_bound_doc, NULL, 0},
    {"__objclass__", get_bound_owner, NULL, 0},
    {"__text_signature__", get_bound_signature, NULL, 0},
    {0},
};

Type type_method_wrapper = {
    TYPE_HEAD(method_wrapper),
    .name = "method-wrapper",
    .doc = "A special method of a built-in type, bound to an instance.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_NO_NEW | TYPE_PARTS_2,
    .size = sizeof(MethodWrapper),
    .traverse = object_traverse_parts,
    .repr = method_wrapper_repr,
    .hash = method_wrapper_hash,
    .compare = method_wrapper_compare,
    .call = method_wrapper_call,
    .methods = getattr_reduce_methods,
    .getsets = method_wrapper_getsets,
};
