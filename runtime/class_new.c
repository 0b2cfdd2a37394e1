/* runtime/class_new.c - making classes.
 *
 * Owns:      what a class statement does after running its body.
 * Invariant: a class that cannot be finished leaves nothing behind.
 * Not here:  how its instances are laid out (class_layout.c), type_call.
 */
#include "runtime/type.h"

#include "runtime/class_layout.h"
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
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "runtime/weakref.h"

/* ---- metaclasses ---- */

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

/* ---- the namespace ---- */

/* The __dict__ of what keeps its attributes elsewhere than instances do, a class or a module: borrowed, or NULL. */
static Ref native_dict_peek(Ref self) { return type_lookup_peek(type_native_base(type_of(self)), NAME(dunder_dict)); }

static bool has_own_dict(Ref self) { return type_of(self)->flags & TYPE_DICT && type_of(self)->shape_offset; }

static Value get_dict(Ref self) {
    if (LIKELY(has_own_dict(self))) return instance_dict(self);
    Ref native = native_dict_peek(self);
    if (native) return type_of(native)->get(native, self, type_ref(type_of(self)));
    return raise_attribute(self, NAME(dunder_dict), "This object has no __dict__");
}

static bool set_dict(Ref self, Ref value) {
    Ref native = native_dict_peek(self);
    if (native && type_of(native)->set) return type_of(native)->set(native, self, value);
    if (has_own_dict(self)) {
        if (value) return instance_set_dict(self, value);
        instance_clear_dict(self);
        return true;
    }
    raise_attribute(self, NAME(dunder_dict), "This object has no __dict__");
    return false;
}

static const GetSetDef dict_def = {"__dict__", get_dict, set_dict, DOC("dictionary for instance variables")};

static void keep_first(Ref child, void *context) {
    Value *first = context;
    if (!*first) *first = retain(child);
}

static Value get_weakref(Ref self) {
    Value first = NULL;
    weakref_walk(self, keep_first, &first);
    return first ? first : VALUE_NONE;
}
static const GetSetDef weakref_def = {"__weakref__", get_weakref, NULL, DOC("list of weak references to the object")};

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

/* Unless the body has something else under the name. */
static void add_getset(Class *class, Ref name, const GetSetDef *def) {
    if (!dict_peek_str(class->state.dict, name)) set_new(class->state.dict, name, getset_new(def, &class->type));
}

static void complete_dict(Class *class, const Layout *layout) {
    Ref dict = class->state.dict;
    wrap_function(dict, NAME(dunder_new), staticmethod_new);
    wrap_function(dict, NAME(dunder_init_subclass), classmethod_new);
    wrap_function(dict, NAME(dunder_class_getitem), classmethod_new);
    add_members(class);
    if (layout->has_dict) add_getset(class, NAME(dunder_dict), &dict_def);
    if (layout->has_weakref) add_getset(class, NAME(dunder_weakref), &weakref_def);
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
    if (!str_utf8(name, &utf8, false)) return false;
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

bool class_name_in_full(Class *class, Ref module) {
    Utf8 first, last;
    if (class->name_storage || !str_utf8(module, &first, false)) return !error_set();
    (void)!str_utf8(class->name, &last, true); /* an ASCII name: it has no storage */
    size_t size = first.length + last.length + 2;
    char *full = mem_raw_try(&rt()->mem, size);
    if (full) {
        memcpy(full, first.text, first.length);
        full[first.length] = '.';
        memcpy(full + first.length + 1, last.text, last.length + 1);
        class->type.name = class->name_storage = full;
        class->name_size = size;
    }
    str_utf8_done(&first);
    return full || (raise_memory(), false);
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

/* Fills the cell that the body left under this name: methods find __class__ in it, annotation scopes the class's
 * names. */
static bool set_cell(Class *class, Ref name, Ref content) {
    Ref dict = class->state.dict, found = dict_peek_str(dict, name);
    if (!found) return true;
    Value cell = retain(found);
    dict_delete_str(dict, name);
    bool done;
    if (!is_exact(cell, &type_cell)) {
        done = raise_false(&type_TypeError, "%S must be a nonlocal cell, not %R", name, type_ref(type_of(cell)));
    } else {
        done = setattr(cell, NAME(cell_contents), content);
    }
    release(cell);
    return done;
}

static bool set_cells(Class *class) {
    return set_cell(class, NAME(dunder_classcell), type_ref(&class->type)) &&
           set_cell(class, NAME(dunder_classdictcell), class->state.dict);
}

/* ---- slots ---- */

/* With one base, only what the class defines itself differs from that base. */
static void fill_slots(Class *class, Ref bases) {
    Type *type = &class->type;
    slots_copy(class, as_type(tuple_peek(bases, 0)));
    bool simple =
        tuple_count(bases) == 1 && tuple_count(class->state.mro) == tuple_count(type_mro_peek(type->base)) + 1;
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

static const Object *target_at(Ref subclasses, size_t i) {
    return ((Weakref *)object_of(list_peek(subclasses, i)))->target;
}

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
    List *subclasses = *subclasses_of(base) ? as_list(*subclasses_of(base)) : NULL;
    for (size_t i = 0; subclasses && i < subclasses->count; i++) {
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

/* False when an mro() of Python's left the class itself out. */
static bool in_own_mro(const Class *class) {
    Ref mro = class->state.mro;
    for (size_t i = 0; i < tuple_count(mro); i++) {
        if (tuple_peek(mro, i) == type_ref(&class->type)) return true;
    }
    return false;
}

static bool call_init_subclass(Class *class, const Ref *args, Ref keywords) {
    Type *type = &class->type;
    if (!in_own_mro(class)) {
        return raise_false(&type_TypeError,
                           "super(type, obj): obj (type %N) is not an instance or subtype of type (%N).", type, type);
    }
    Ref hook = type_lookup_after_peek(type, type, NAME(dunder_init_subclass));
    bool plain = !keywords || tuple_count(keywords) == 0;
    if (!hook) return true;
    bool of_object = is_exact(hook, &type_classmethod_descriptor) && as_native(hook)->owner == &type_object;
    if (plain && of_object) return true; /* does nothing */
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

static bool check_keys(const Class *class) {
    if (LIKELY(as_dict(class->state.dict)->str_keys)) return true;
    size_t position = 0;
    for (Ref name; dict_step(class->state.dict, &position, &name, NULL);) {
        if (!is_str(name)) {
            return raise_warning(&type_RuntimeWarning, "non-string key in the __dict__ of class %N", &class->type);
        }
    }
    return true;
}

static bool build(Class *class, const Layout *layout, Ref name, Ref bases, Value dict) {
    class->state.dict = dict;
    class->state.bases = retain(bases);
    class->state.filled = true;
    layout_inherit(class, layout, bases);
    if (!class_set_name(class, name) || !take_qualname(class)) return false;
    set_module(dict);
    if (!set_cells(class)) return false;
    complete_dict(class, layout);
    class->state.mro = mro_compute(&class->type, bases);
    if (!class->state.mro) return false;
    layout_place_attributes(class, layout);
    if (!check_keys(class)) return false;
    type_changed(&class->type, NAME(dunder_module)); /* for a version; no slot has this name */
    fill_slots(class, bases);
    for (size_t i = 0; i < tuple_count(bases); i++) {
        if (!type_register_subclass(as_type(tuple_peek(bases, i)), &class->type)) return false;
    }
    return true;
}

/* Slots are found by the identity of names, and a namespace may have been made of names put together at run time. */
static void intern_keys(Ref dict) {
    size_t position = 0;
    for (DictEntry *entry; (entry = dict_next_entry(as_dict(dict), &position));) {
        if (is_exact(entry->key, &type_str)) entry->key = intern_steal(entry->key);
    }
}

static Value new_class(Type *metatype, Ref name, Ref bases, Ref namespace, const Ref *args, Ref keywords) {
    Layout layout = {.base = layout_best_base(bases)};
    if (!layout.base) return NULL;
    Value dict = dict_copy(namespace);
    if (!dict) return NULL;
    intern_keys(dict);
    if (!layout_plan(&layout, name, bases, dict)) {
        release(dict);
        release_maybe(layout.slot_names);
        return NULL;
    }
    Class *class = object_new(metatype, metatype->size);
    Value result = value_of(class);
    class->type.operators = &no_operators;
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
