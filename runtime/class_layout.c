#include "runtime/class_layout.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

enum { EXPECTED_LIMIT = 32 /* attributes for which a first instance has room */ };

/* ---- bases ---- */

/* True when instances of the type hold something of their own that those of its base do not. */
static bool adds_layout(const Type *type) {
    if (type->flags & TYPE_HEAP) return ((const Class *)type)->slot_names != NULL;
    if (!type->base) return true;
    if (type->size != type->base->size || type->storage != type->base->storage) return true;
    return type->flags & TYPE_EXCEPTION && type->getsets && type->getsets != type->base->getsets;
}

static Type *solid_base(Type *type) {
    while (!adds_layout(type)) type = type->base;
    return type;
}

Type *layout_best_base(Ref bases) {
    Type *best = NULL, *winner = NULL;
    for (size_t i = 0; i < tuple_count(bases); i++) {
        Ref base = tuple_peek(bases, i);
        if (!is_type(base)) return (Type *)raise(&type_TypeError, "bases must be types");
        if (as_type(base)->flags & TYPE_FINAL) {
            return (Type *)raise(&type_TypeError, "type '%N' is not an acceptable base type", as_type(base));
        }
        Type *candidate = solid_base(as_type(base));
        if (!winner || (type_is_subtype(candidate, winner) && candidate != winner)) {
            winner = candidate;
            best = as_type(base);
        } else if (!type_is_subtype(winner, candidate)) {
            return (Type *)raise(&type_TypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

bool layout_includes(Type *type, Type *other) { return type_is_subtype(solid_base(type), solid_base(other)); }

/* True when a class's instances hold what its base's hold, no __dict__, __weakref__ or slot more. */
static bool adds_nothing(const Type *type) {
    const uint32_t own = TYPE_DICT | TYPE_WEAKREF | TYPE_CONTAINER;
    return type->base && !adds_layout(type) && (type->flags & own) == (type->base->flags & own);
}

static const Type *first_of_layout(const Type *type) {
    while (adds_nothing(type)) type = type->base;
    return type;
}

static bool same_names(Ref a, Ref b) {
    size_t count = a ? tuple_count(a) : 0;
    if (count != (b ? tuple_count(b) : 0)) return false;
    for (size_t i = 0; i < count; i++) {
        if (tuple_peek(a, i) != tuple_peek(b, i)) return false;
    }
    return true;
}

/* Both add the same to the same base. */
static bool same_additions(const Type *a, const Type *b) {
    if (!(a->flags & b->flags & TYPE_HEAP) || a->base != b->base) return false;
    if ((a->flags ^ b->flags) & (TYPE_DICT | TYPE_WEAKREF)) return false;
    return same_names(((const Class *)a)->slot_names, ((const Class *)b)->slot_names);
}

bool layout_check_same(const Type *old, const Type *new, const char *attribute) {
    const char *what = "object layout";
    const Type *a = first_of_layout(old), *b = first_of_layout(new);
    if ((old->flags ^ new->flags) & TYPE_CONTAINER) what = "deallocator";
    else if (a == b || same_additions(a, b)) return true;
    return raise_false(&type_TypeError, "%s assignment: '%N' %s differs from '%N'", attribute, new, what, old);
}

/* ---- __slots__ ---- */

static bool has_items(const Type *base) { return base->flags & (TYPE_INT | TYPE_TUPLE | TYPE_BYTES | TYPE_TYPE); }
static bool may_add_dict(const Type *base) { return !(base->flags & (TYPE_DICT | TYPE_TYPE)); }
/* Lists and dicts are referred to weakly here, unlike in CPython: there a class adds that. */
static bool has_weakref(const Type *base) {
    return base->flags & TYPE_WEAKREF && base != &type_list && base != &type_dict;
}
static bool may_add_weakref(const Type *base) { return !has_weakref(base) && !has_items(base); }

/* "__x" in a class "_C" is "_C__x". A new str, or name itself. */
static Value mangle(Ref class_name, Ref name) {
    size_t length = str_length(name), skip = 0;
    bool private = length > 2 && str_at(name, 0) == '_' && str_at(name, 1) == '_' &&
                   !(str_at(name, length - 1) == '_' && str_at(name, length - 2) == '_');
    while (skip < str_length(class_name) && str_at(class_name, skip) == '_') skip++;
    if (!private || skip == str_length(class_name)) return intern_steal(retain(name));
    Value stripped = str_slice(class_name, skip, str_length(class_name));
    Value result = stripped ? error_format("_%S%S", stripped, name) : NULL;
    release_maybe(stripped);
    return result ? intern_steal(result) : NULL;
}

static bool raise_slot_exists(Ref name) {
    return raise_false(&type_TypeError, "%S slot disallowed: we already got one", name);
}

/* One entry of __slots__: notes __dict__ and __weakref__, appends others to members. */
static bool add_slot(Layout *layout, Ref class_name, Ref dict, Ref name, Ref members) {
    if (!is_str(name)) return raise_false(&type_TypeError, "__slots__ items must be strings, not '%T'", name);
    if (!is_true(py_str_isidentifier(&name))) return raise_false(&type_TypeError, "__slots__ must be identifiers");
    if (str_equal(name, NAME(dunder_dict))) {
        if (layout->has_dict || !may_add_dict(layout->base)) return raise_slot_exists(name);
        return layout->has_dict = true;
    }
    if (str_equal(name, NAME(dunder_weakref))) {
        if (layout->has_weakref || !may_add_weakref(layout->base)) return raise_slot_exists(name);
        return layout->has_weakref = true;
    }
    Value mangled = mangle(class_name, name);
    if (!mangled) return false;
    bool added = false;
    bool taken_out =
        mangled == NAME(dunder_qualname) || mangled == NAME(dunder_classcell) || mangled == NAME(dunder_classdictcell);
    if (dict_peek_str(dict, mangled) && !taken_out) {
        raise(&type_ValueError, "%R in __slots__ conflicts with class variable", name);
    } else {
        added = list_append(members, mangled);
    }
    release(mangled);
    return added;
}

static bool read_slots(Layout *layout, Ref class_name, Ref dict, Ref slots) {
    Value entries = is_str(slots) ? tuple_pack(1, slots) : tuple_of(slots);
    if (!entries) return false;
    Value members = NULL;
    bool done = false;
    if (tuple_count(entries) && has_items(layout->base)) {
        raise(&type_TypeError, "nonempty __slots__ not supported for subtype of '%N'", layout->base);
        goto end;
    }
    members = list_new(tuple_count(entries));
    if (!members) goto end;
    for (size_t i = 0; i < tuple_count(entries); i++) {
        if (!add_slot(layout, class_name, dict, tuple_peek(entries, i), members)) goto end;
    }
    if (!list_sort(members, NULL, false)) goto end;
    if (list_count(members)) layout->slot_names = tuple_of(members);
    done = true;
end:
    release_maybe(members);
    release(entries);
    return done;
}

/* Bases other than the one that gives the layout may still provide a dict. */
static void inherit_dict(Layout *layout, Ref bases) {
    for (size_t i = 0; i < tuple_count(bases); i++) {
        const Type *base = as_type(tuple_peek(bases, i));
        if (base == layout->base) continue;
        if (base->flags & TYPE_DICT && may_add_dict(layout->base)) layout->has_dict = true;
        if (has_weakref(base) && may_add_weakref(layout->base)) layout->has_weakref = true;
    }
}

bool layout_plan(Layout *layout, Ref name, Ref bases, Ref dict) {
    Ref slots = dict_peek_str(dict, NAME(dunder_slots));
    if (!slots) {
        layout->has_dict = may_add_dict(layout->base);
        layout->has_weakref = may_add_weakref(layout->base);
        return true;
    }
    Value held = retain(slots);
    bool done = read_slots(layout, name, dict, held);
    release(held);
    if (done) inherit_dict(layout, bases);
    return done;
}

/* ---- layout ---- */

static void traverse_extended(Ref self, Visit visit, void *context) {
    Type *base = type_native_base(object_of(self)->type);
    if (base->traverse) base->traverse(self, visit, context);
    instance_traverse(self, visit, context);
}

static void dispose_extended(Ref self) {
    Type *base = type_native_base(object_of(self)->type);
    if (base->dispose) base->dispose(self);
    instance_dispose(self);
}

static bool contains_name(Ref assigned, Ref name) {
    for (size_t i = 0; i < tuple_count(assigned); i++) {
        if (tuple_peek(assigned, i) == name) return true;
    }
    return false;
}

static bool base_assigns(Ref mro, Ref name) {
    for (size_t i = 1; i < tuple_count(mro); i++) {
        Type *type = as_type(tuple_peek(mro, i));
        Ref assigned = type->flags & TYPE_HEAP ? type_own_peek(type, NAME(dunder_static_attributes)) : NULL;
        if (assigned && is_tuple(assigned) && contains_name(assigned, name)) return true;
    }
    return false;
}

/* Names that the class annotates, as a dataclass does whose __init__ is made later, and no method assigns. */
static uint32_t annotated_attributes(const Class *class, Ref assigned) {
    Ref annotations = dict_peek_str(class->state.dict, NAME(dunder_annotations)), name, value;
    uint32_t count = 0;
    size_t position = 0;
    while (annotations && is_exact(annotations, &type_dict) && dict_step(annotations, &position, &name, &value)) {
        count += !assigned || !contains_name(assigned, name);
    }
    return count;
}

/* How many attributes the methods of the class assign that those of its bases do not: the compiler has noted them. */
static uint32_t new_attributes(const Class *class) {
    Ref assigned = dict_peek_str(class->state.dict, NAME(dunder_static_attributes));
    if (assigned && !is_tuple(assigned)) assigned = NULL;
    uint32_t count = annotated_attributes(class, assigned);
    for (size_t i = 0; assigned && i < tuple_count(assigned); i++) {
        count += !base_assigns(class->state.mro, tuple_peek(assigned, i));
    }
    return count;
}

static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Where attributes stand and how many words an instance has for them. */
void layout_place_attributes(Class *class, const Layout *layout) {
    Type *type = &class->type, *base = layout->base;
    const Class *base_class = base->flags & TYPE_HEAP ? (const Class *)base : NULL;
    uint32_t own = layout->slot_names ? (uint32_t)tuple_count(layout->slot_names) : 0;
    uint32_t reserved = class->slot_base + own;
    uint32_t expected = reserved > EXPECTED_LIMIT ? reserved : EXPECTED_LIMIT;
    uint32_t inherited = base_class ? base_class->expected_slots : 0;
    bool plain = type_native_base(base) == &type_object;
    if (!plain && !base->shape_offset && !own && !layout->has_dict) return;
    class->expected_slots = smaller(expected, own + (inherited > class->slot_base ? inherited : class->slot_base) +
                                                  (type->flags & TYPE_DICT ? new_attributes(class) : 0));
    type->shape_offset = base->shape_offset ? base->shape_offset : (uint16_t)((base->size + 7) & ~7u);
    uint32_t size = (uint32_t)(type->shape_offset + sizeof(Slots) + class->expected_slots * sizeof(Value));
    type->size = size > base->size ? size : base->size;
    type->storage = instance_storage;
    if (plain) {
        type->traverse = instance_traverse;
        type->dispose = instance_dispose;
    } else if (!type_native_base(base)->shape_offset) {
        type->traverse = traverse_extended;
        type->dispose = dispose_extended;
    }
}

void layout_inherit(Class *class, const Layout *layout, Ref bases) {
    Type *type = &class->type, *base = layout->base, *native = type_native_base(base);
    type->base = base;
    const uint32_t patterns = TYPE_SEQUENCE | TYPE_MAPPING, inherited = TYPE_FAMILY | TYPE_DICT | TYPE_WEAKREF;
    type->flags = TYPE_HEAP | TYPE_CONTAINER | (base->flags & inherited & ~patterns);
    for (size_t i = 0; i < tuple_count(bases) && !(type->flags & patterns); i++) {
        type->flags |= as_type(tuple_peek(bases, i))->flags & patterns;
    }
    if (layout->has_dict) type->flags |= TYPE_DICT;
    if (layout->has_weakref) type->flags |= TYPE_WEAKREF;
    else if (may_add_weakref(base)) type->flags &= ~(uint32_t)TYPE_WEAKREF;
    if (!(type->flags & TYPE_DICT)) type->flags |= TYPE_SLOTTED;
    type->size = base->size;
    type->traverse = native->traverse;
    type->dispose = native->dispose;
    class->slot_base = shape_reserved(base);
    class->slot_names = retain_maybe(layout->slot_names);
}
