#include "runtime/type.h"

#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/mro.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/slots.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "runtime/weakref.h"

enum { EXPECTED_LIMIT = 32 /* attributes for which a first instance has room */ };

/* ---- bases ---- */

static Type *native_base(const Type *type) {
    while (type->flags & TYPE_HEAP) type = type->base;
    return (Type *)(uintptr_t)type;
}

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

/* The base whose layout instances extend. */
static Type *best_base(Ref bases) {
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

Type *type_find_metatype(Type *hint, Ref bases) {
    Type *winner = hint;
    for (size_t i = 0; i < tuple_count(bases); i++) {
        Type *candidate = type_of(tuple_peek(bases, i));
        if (type_is_subtype(winner, candidate)) continue;
        if (!type_is_subtype(candidate, winner)) {
            return (Type *)raise(&type_TypeError,
                                 "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                 "of the metaclasses of all its bases");
        }
        winner = candidate;
    }
    return winner;
}

/* ---- __slots__ ---- */

typedef struct Layout {
    Type *base;       /* gives the layout */
    Value slot_names; /* tuple of str, sorted, or NULL */
    bool has_dict;    /* the class adds __dict__ */
    bool has_weakref; /* the class adds __weakref__ */
} Layout;

static bool has_items(const Type *base) { return base->flags & (TYPE_INT | TYPE_TUPLE | TYPE_BYTES | TYPE_TYPE); }
static bool may_add_dict(const Type *base) { return !(base->flags & (TYPE_DICT | TYPE_TYPE)); }
static bool may_add_weakref(const Type *base) { return !(base->flags & TYPE_WEAKREF) && !has_items(base); }

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
    if (dict_peek_str(dict, mangled) && mangled != NAME(dunder_qualname) && mangled != NAME(dunder_classcell)) {
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
        if (base->flags & TYPE_WEAKREF && may_add_weakref(layout->base)) layout->has_weakref = true;
    }
}

static bool plan_layout(Layout *layout, Ref name, Ref bases, Ref dict) {
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
    Type *base = native_base(object_of(self)->type);
    if (base->traverse) base->traverse(self, visit, context);
    instance_traverse(self, visit, context);
}

static void dispose_extended(Ref self) {
    Type *base = native_base(object_of(self)->type);
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

/* How many attributes the methods of the class assign that those of its bases do not: the compiler has noted them. */
static uint32_t new_attributes(const Class *class) {
    Ref assigned = dict_peek_str(class->state.dict, NAME(dunder_static_attributes));
    uint32_t count = 0;
    for (size_t i = 0; assigned && is_tuple(assigned) && i < tuple_count(assigned); i++) {
        count += !base_assigns(class->state.mro, tuple_peek(assigned, i));
    }
    return count;
}

static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Where attributes stand and how many words an instance has for them. */
static void place_attributes(Class *class, const Layout *layout) {
    Type *type = &class->type, *base = layout->base;
    const Class *base_class = base->flags & TYPE_HEAP ? (const Class *)base : NULL;
    uint32_t own = layout->slot_names ? (uint32_t)tuple_count(layout->slot_names) : 0;
    uint32_t reserved = class->slot_base + own;
    uint32_t expected = reserved > EXPECTED_LIMIT ? reserved : EXPECTED_LIMIT;
    uint32_t inherited = base_class ? base_class->expected_slots : 0;
    bool plain = native_base(base) == &type_object;
    if (!plain && !base->shape_offset && !own && !layout->has_dict) return;
    class->expected_slots = smaller(expected, own + (inherited > class->slot_base ? inherited : class->slot_base) +
                                                  (type->flags & TYPE_DICT ? new_attributes(class) : 0));
    type->shape_offset = base->shape_offset ? base->shape_offset : (uint16_t)((base->size + 7) & ~7u);
    uint32_t size = (uint32_t)(type->shape_offset + sizeof(Slots) + class->expected_slots * sizeof(Value));
    type->size = size > base->size ? size : base->size;
    if (plain) {
        type->traverse = instance_traverse;
        type->dispose = instance_dispose;
        type->storage = instance_storage;
    } else if (!native_base(base)->shape_offset) {
        type->traverse = traverse_extended;
        type->dispose = dispose_extended;
    }
}

static void inherit_from_base(Class *class, const Layout *layout, Ref bases) {
    Type *type = &class->type, *base = layout->base, *native = native_base(base);
    type->base = base;
    type->flags = TYPE_HEAP | TYPE_CONTAINER | (base->flags & (TYPE_FAMILY | TYPE_DICT | TYPE_WEAKREF));
    for (size_t i = 0; i < tuple_count(bases); i++) {
        type->flags |= as_type(tuple_peek(bases, i))->flags & (TYPE_SEQUENCE | TYPE_MAPPING);
    }
    if (layout->has_dict) type->flags |= TYPE_DICT;
    if (layout->has_weakref) type->flags |= TYPE_WEAKREF;
    if (!(type->flags & TYPE_DICT)) type->flags |= TYPE_SLOTTED;
    type->size = base->size;
    type->traverse = native->traverse;
    type->dispose = native->dispose;
    class->slot_base = shape_reserved(base);
    class->slot_names = retain_maybe(layout->slot_names);
}

/* ---- the namespace ---- */

static const GetSetDef dict_def = {"__dict__", instance_dict, instance_set_dict, "dictionary for instance variables"};

static void keep_first(Ref child, void *context) {
    Value *first = context;
    if (!*first) *first = retain(child);
}

static Value get_weakref(Ref self) {
    Value first = NULL;
    weakref_walk(self, keep_first, &first);
    return first ? first : VALUE_NONE;
}
static const GetSetDef weakref_def = {"__weakref__", get_weakref, NULL, "list of weak references to the object"};

static void set_new(Ref dict, Ref name, Value attribute) {
    dict_set_str(dict, name, attribute);
    release(attribute);
}

/* A plain function under these names is a static or class method without being told. */
static void wrap_function(Ref dict, Ref name, Value (*wrap)(Ref function)) {
    Ref function = dict_peek_str(dict, name);
    if (function && is_exact(function, &type_function)) set_new(dict, name, wrap(function));
}

static void add_members(Class *class) {
    for (size_t i = 0; class->slot_names && i < tuple_count(class->slot_names); i++) {
        Ref name = tuple_peek(class->slot_names, i);
        set_new(class->state.dict, name, member_new(name, &class->type, class->slot_base + (uint32_t)i));
    }
}

static void complete_dict(Class *class, const Layout *layout) {
    Ref dict = class->state.dict;
    wrap_function(dict, NAME(dunder_new), staticmethod_new);
    wrap_function(dict, NAME(dunder_init_subclass), classmethod_new);
    wrap_function(dict, NAME(dunder_class_getitem), classmethod_new);
    add_members(class);
    if (layout->has_dict) set_new(dict, NAME(dunder_dict), getset_new(&dict_def, &class->type));
    if (layout->has_weakref) set_new(dict, NAME(dunder_weakref), getset_new(&weakref_def, &class->type));
    if (!dict_peek_str(dict, NAME(dunder_doc))) dict_set_str(dict, NAME(dunder_doc), VALUE_NONE);
    if (dict_peek_str(dict, NAME(dunder_eq)) && !dict_peek_str(dict, NAME(dunder_hash))) {
        dict_set_str(dict, NAME(dunder_hash), VALUE_NONE);
    }
}

static void set_module(Ref dict) {
    if (dict_peek_str(dict, NAME(dunder_module))) return;
    Ref globals = type_hooks.globals_peek(), module = globals ? dict_peek_str(globals, NAME(dunder_name)) : NULL;
    if (module) dict_set_str(dict, NAME(dunder_module), module);
}

bool class_set_name(Class *class, Ref name) {
    Utf8 utf8;
    if (!str_utf8(name, &utf8, true)) return false;
    if (memchr(utf8.text, 0, utf8.length)) {
        str_utf8_done(&utf8);
        return raise_false(&type_ValueError, "type name must not contain null characters");
    }
    Value kept = is_exact(name, &type_str) ? intern_steal(retain(name)) : intern_utf8(utf8.text, utf8.length);
    str_utf8_done(&utf8);
    if (!str_utf8(kept, &utf8, true)) {
        release(kept);
        return false;
    }
    char *old = class->name_storage;
    size_t old_size = class->name_size;
    class->type.name = utf8.text;
    class->name_storage = utf8.owned;
    class->name_size = utf8.owned_size;
    if (old) str_utf8_done(&(Utf8){.owned = old, .owned_size = old_size});
    slot_set_steal(&class->name, kept);
    return true;
}

static bool take_qualname(Class *class) {
    Ref dict = class->state.dict, qualname = dict_peek_str(dict, NAME(dunder_qualname));
    if (!qualname) {
        class->qualname = retain(class->name);
        return true;
    }
    if (!is_str(qualname)) return raise_false(&type_TypeError, "type __qualname__ must be a str, not %T", qualname);
    class->qualname = retain(qualname);
    dict_delete_str(dict, NAME(dunder_qualname));
    return true;
}

/* The cell that methods find __class__ in. */
static bool set_class_cell(Class *class) {
    Ref dict = class->state.dict, found = dict_peek_str(dict, NAME(dunder_classcell));
    if (!found) return true;
    Value cell = retain(found);
    dict_delete_str(dict, NAME(dunder_classcell));
    bool done;
    if (!is_exact(cell, &type_cell)) {
        done = raise_false(&type_TypeError, "type.__new__ must get a nonlocal cell as __classcell__, not %R", type_ref(type_of(cell)));
    } else {
        done = setattr(cell, NAME(cell_contents), type_ref(&class->type));
    }
    release(cell);
    return done;
}

/* ---- slots ---- */

/* With one base, only what the class defines itself differs from that base. */
static void fill_slots(Class *class, Ref bases) {
    Type *type = &class->type;
    slots_copy(type, as_type(tuple_peek(bases, 0)));
    bool simple = tuple_count(bases) == 1 && tuple_count(class->state.mro) == tuple_count(type_mro_peek(type->base)) + 1;
    if (!simple) {
        slots_fill(type, NULL);
        return;
    }
    size_t position = 0;
    for (Ref name, value; dict_step(class->state.dict, &position, &name, &value);) {
        if (is_str(name) && slot_find(name)) slots_fill(type, name);
    }
}

static Value *subclasses_of(Type *base) {
    return base->flags & TYPE_HEAP ? &((Class *)base)->state.subclasses : &rt()->type_states[base->index].subclasses;
}

static const Object *target_at(Ref subclasses, size_t i) { return ((Weakref *)object_of(list_peek(subclasses, i)))->target; }

bool type_register_subclass(Type *base, Type *type) {
    Value *subclasses = subclasses_of(base);
    if (!*subclasses) *subclasses = list_new(0);
    Value weak = *subclasses ? weakref_new(&type_weakref, type_ref(type), NULL) : NULL;
    if (!weak) return false;
    /* Those that died are left out now and then, so that the list is as long as there were classes at once. */
    size_t count = list_count(*subclasses), kept = 0;
    bool due = count >= 8 && (count & (count - 1)) == 0;
    for (size_t i = 0; due && i < count; i++) {
        if (!target_at(*subclasses, i)) continue;
        Value *items = as_list(*subclasses)->items, moved = items[kept];
        items[kept++] = items[i];
        items[i] = moved;
    }
    while (due && list_count(*subclasses) > kept) release(as_list(*subclasses)->items[--as_list(*subclasses)->count]);
    return list_append_steal(*subclasses, weak);
}

void type_forget_subclass(Type *base, Type *type) {
    List *subclasses = as_list(*subclasses_of(base));
    for (size_t i = 0; i < subclasses->count; i++) {
        if (target_at(value_of(subclasses), i) != &type->head) continue;
        Value weak = subclasses->items[i];
        memmove(&subclasses->items[i], &subclasses->items[i + 1], (subclasses->count - i - 1) * sizeof(Value));
        subclasses->count--;
        release(weak);
        return;
    }
}

/* ---- hooks ---- */

static void note_set_name(Ref value, Ref name, const Type *type) {
    Value error = error_take();
    Value note = error_format("Error calling __set_name__ on '%T' instance %R in '%N'", value, name, type);
    Value done = note ? call_method(error, NAME(add_note), (const Ref[]){note}, 1) : NULL;
    if (!done) error_clear();
    release_maybe(done);
    release_maybe(note);
    error_restore_steal(error);
}

static bool call_set_name(Type *type, Ref name, Ref value) {
    Value result = NULL;
    Lookup found = call_special(value, NAME(dunder_set_name), (const Ref[]){type_ref(type), name}, 2, &result);
    release_maybe(result);
    if (found == FAILED) note_set_name(value, name, type);
    return found != FAILED;
}

/* The hooks may change the class, so they are called for what it held before. */
static bool call_set_names(Class *class) {
    Value pairs = list_new(0);
    bool done = pairs != NULL;
    size_t position = 0;
    for (Ref name, value; done && dict_step(class->state.dict, &position, &name, &value);) {
        if (!type_lookup_peek(type_of(value), NAME(dunder_set_name))) continue;
        done = list_append(pairs, name) && list_append(pairs, value);
    }
    for (size_t i = 0; done && i < list_count(pairs); i += 2) {
        done = call_set_name(&class->type, list_peek(pairs, i), list_peek(pairs, i + 1));
    }
    release_maybe(pairs);
    return done;
}

static bool call_init_subclass(Class *class, const Ref *args, Ref keywords) {
    Type *type = &class->type;
    Ref hook = type_lookup_after_peek(type, type, NAME(dunder_init_subclass));
    bool plain = !keywords || tuple_count(keywords) == 0;
    if (!hook || (plain && is_exact(hook, &type_classmethod_descriptor))) return true;
    Value held = retain(hook);
    GetSlot get = type_of(hook)->get;
    Value bound = get ? get(hook, NULL, type_ref(type)) : retain(hook);
    Value result = bound ? call(bound, args, 0, keywords) : NULL;
    release(held);
    release_maybe(bound);
    release_maybe(result);
    return result != NULL;
}

/* ---- type.__new__ ---- */

static bool build(Class *class, const Layout *layout, Ref name, Ref bases, Value dict) {
    class->state.dict = dict;
    class->state.bases = retain(bases);
    class->state.filled = true;
    inherit_from_base(class, layout, bases);
    if (!class_set_name(class, name) || !take_qualname(class)) return false;
    set_module(dict);
    complete_dict(class, layout);
    if (!set_class_cell(class)) return false;
    class->state.mro = mro_compute(&class->type, bases);
    if (!class->state.mro) return false;
    place_attributes(class, layout);
    type_changed(&class->type, NAME(dunder_module)); /* for a version; no slot has this name */
    fill_slots(class, bases);
    for (size_t i = 0; i < tuple_count(bases); i++) {
        if (!type_register_subclass(as_type(tuple_peek(bases, i)), &class->type)) return false;
    }
    return true;
}

static Value new_class(Type *metatype, Ref name, Ref bases, Ref namespace, const Ref *args, Ref keywords) {
    Layout layout = {.base = best_base(bases)};
    if (!layout.base) return NULL;
    Value dict = dict_copy(namespace);
    if (!dict) return NULL;
    if (!plan_layout(&layout, name, bases, dict)) {
        release(dict);
        release_maybe(layout.slot_names);
        return NULL;
    }
    Class *class = object_new(metatype, metatype->size);
    Value result = value_of(class);
    bool done = build(class, &layout, name, bases, dict);
    release_maybe(layout.slot_names);
    if (done && call_set_names(class) && call_init_subclass(class, args, keywords)) return result;
    release(result);
    return NULL;
}

Value type_new_class(Type *metatype, Ref name, Ref bases, Ref namespace, const Ref *args, Ref keywords) {
    if (tuple_count(bases)) return new_class(metatype, name, bases, namespace, args, keywords);
    Value object_base = tuple_pack(1, type_ref(&type_object));
    if (!object_base) return NULL;
    Value result = new_class(metatype, name, object_base, namespace, args, keywords);
    release(object_base);
    return result;
}
