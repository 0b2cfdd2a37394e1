#include "runtime/slots.h"

#include <assert.h>

#include "runtime/descriptor.h"
#include "runtime/dispatch.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"

#define SLOT(kind, method, slot, op, function, signature, doc)                                                         \
    {&names.dunder_##method, offsetof(Type, slot), SLOT_##kind, op, (SlotFunction)dispatch_##function, signature, doc},
#define OPERATOR(kind, method, slot, op, function, signature, doc)                                                     \
    {&names.dunder_##method,                                                                                           \
     sizeof(Type) + offsetof(Operators, slot),                                                                         \
     SLOT_##kind,                                                                                                      \
     op,                                                                                                               \
     (SlotFunction)dispatch_##function,                                                                                \
     signature,                                                                                                        \
     doc},
const SlotDef slot_defs[] = {
#include "runtime/slots.def"
    {0},
};
#undef SLOT

Operators no_operators;

/* Quick answer for most names: the methods are static strings that begin with two underscores. */
static bool may_be_slot(Ref name) {
    uintptr_t place = (uintptr_t)name - (uintptr_t)&names;
    return place < sizeof names && str_data(name)[0] == '_' && str_data(name)[1] == '_';
}

const SlotDef *slot_find(Ref name) {
    if (!may_be_slot(name)) return NULL;
    for (const SlotDef *row = slot_defs; row->name; row++) {
        if (row->name == (const void *)name) return row;
    }
    return NULL;
}

/* ---- filling a class's slots ---- */

static Operators *copy_of(const Operators *operators) {
    Operators *copy = mem_cell(&rt()->mem, MEM_RAW, sizeof *copy);
    *copy = *operators;
    return copy;
}

void slots_copy(Class *class, const Type *base) {
    enum { BEGIN = offsetof(Type, finalize), END = offsetof(Type, methods) };
    memcpy((char *)&class->type + BEGIN, (const char *)base + BEGIN, END - BEGIN);
    bool shared = !(base->flags & TYPE_HEAP) || !((const Class *)base)->operators;
    if (!shared) class->type.operators = class->operators = copy_of(base->operators);
}

void slots_drop(Class *class) {
    if (class->operators) mem_cell_free(&rt()->mem, MEM_RAW, class->operators, sizeof *class->operators);
}

static void set_slot(Type *type, const SlotDef *row, SlotFunction function) {
    Class *class = (Class *)type;
    if (slot_of(type, row) == function) return;
    if (row->offset >= sizeof(Type) && !class->operators) type->operators = class->operators = copy_of(type->operators);
    *slot_place(type, row) = function;
}

/* Whether a static type's function may have instances of type: one from another class is called as a method, which
 * refuses them. */
static bool may_take(const Type *owner, const Type *type) {
    return type_is_subtype((Type *)(uintptr_t)type, (Type *)(uintptr_t)owner);
}

/* What an attribute found in the MRO means for the slot of a row: a native slot that can be called directly, or the
 * dispatch function. */
static SlotFunction slot_for(const Type *type, const SlotDef *row, Ref attribute) {
    const Type *owner = NULL;
    if (is_exact(attribute, &type_wrapper_descriptor) && slot_name(as_wrapper(attribute)->row) == slot_name(row)) {
        owner = as_wrapper(attribute)->owner;
        if (row->kind == SLOT_GETATTR && !owner->getattr) return NULL;
        if ((row->kind == SLOT_SET || row->kind == SLOT_DELETE) && !slot_of(owner, row)) return NULL;
    } else if (is_exact(attribute, &type_method_descriptor)) {
        owner = as_native(attribute)->owner;
        if (!slot_of(owner, row)) owner = NULL;
    } else if (row->kind == SLOT_HASH && is_none(attribute)) {
        return NULL;
    }
    return owner && may_take(owner, type) ? slot_of(owner, row) : row->dispatch;
}

/* Sets one slot from all rows that share it: row is the first. Returns the row behind the last. */
static const SlotDef *fill_slot(Type *type, const SlotDef *row) {
    SlotFunction chosen = NULL;
    bool found = false;
    const SlotDef *first = row;
    for (; row->name && row->offset == first->offset; row++) {
        Ref attribute = type_lookup_peek(type, slot_name(row));
        if (!attribute) continue;
        SlotFunction function = slot_for(type, row, attribute);
        chosen = found && function != chosen ? row->dispatch : function;
        found = true;
    }
    if (first->kind == SLOT_FINALIZE && !found) chosen = (SlotFunction)type_native_base(type)->finalize;
    set_slot(type, first, chosen);
    return row;
}

/* __init__ stands for two slots: a native's row, or the function that calls Python's. */
static void fill_init(Type *type) {
    Ref attribute = type_lookup_peek(type, NAME(dunder_init));
    if (!attribute) return; /* an mro() left object out: as inherited */
    bool native = is_exact(attribute, &type_wrapper_descriptor) && as_wrapper(attribute)->row->kind == SLOT_INIT &&
                  may_take(as_wrapper(attribute)->owner, type);
    type->init = native ? as_wrapper(attribute)->owner->init : NULL;
    type->init_slot = native ? as_wrapper(attribute)->owner->init_slot : dispatch_init;
}

/* So does __new__: how the base makes instances, or the function that calls Python's. A static type's __new__ is not
 * asked for, whichever class it was taken from: what it makes might not have the layout of the class. */
static void fill_new(Type *type) {
    Ref attribute = type_lookup_peek(type, NAME(dunder_new));
    if (!attribute) return;
    bool native = is_exact(attribute, &type_builtin_function) && as_native(attribute)->def->kind == NATIVE_NEW;
    type->new_slot = native ? type->base->new_slot : dispatch_new;
    if (!native) return;
    type->make = type->base->make;
    type->construct = type->base->construct;
}

static const SlotDef *fill(Type *type, const SlotDef *row) {
    if (row->kind == SLOT_INIT) {
        fill_init(type);
    } else if (row->kind == SLOT_NEW) {
        fill_new(type);
    } else {
        return fill_slot(type, row);
    }
    return row + 1;
}

static const SlotDef *first_of_slot(const SlotDef *row) {
    while (row > slot_defs && row[-1].offset == row->offset) row--;
    return row;
}

/* In a class derived from a sequence * is a method on both sides as soon as it is one on either. */
static void pair_products(Type *type) {
    const SlotDef *rows[] = {slot_find(NAME(dunder_mul)), slot_find(NAME(dunder_rmul))};
    bool native = true;
    for (int i = 0; i < 2; i++) fill_slot(type, rows[i]);
    for (int i = 0; i < 2; i++) native &= slot_of(type, rows[i]) == slot_of(type_native_base(type), rows[i]);
    for (int i = 0; i < 2 && !native; i++) set_slot(type, rows[i], rows[i]->dispatch);
}

void slots_fill(Type *type, Ref name) {
    if (name && !may_be_slot(name)) return;
    for (const SlotDef *row = slot_defs; row->name;) {
        if (!name) {
            row = fill(type, row);
        } else {
            if (slot_name(row) == name) fill(type, first_of_slot(row));
            row++;
        }
    }
    bool product = !name || name == NAME(dunder_mul) || name == NAME(dunder_rmul);
    if (type->flags & TYPE_REPEATS && product) pair_products(type);
}

/* ---- a static type's slot, called as a method ---- */

static bool check_count(size_t count, size_t least, size_t most) {
    if (LIKELY(count >= least && count <= most)) return true;
    if (least == most) { /* CPython unpacks two arguments under an empty name */
        return raise_false(&type_TypeError, "%sexpected %zu argument%s, got %zu", least == 2 ? " " : "", least,
                           least == 1 ? "" : "s", count);
    }
    size_t bound = count < least ? least : most;
    return raise_false(&type_TypeError, " expected at %s %zu argument%s, got %zu", count < least ? "least" : "most",
                       bound, bound == 1 ? "" : "s", count);
}

static Value none_if(bool done) { return done ? VALUE_NONE : NULL; }
static Value truth_value(Lookup answer) { return answer == FAILED ? NULL : bool_value(answer == FOUND); }

static Value call_next(NextSlot slot, Ref self) {
    Value item = NULL;
    Lookup found = slot(self, &item);
    if (found == MISSING) return raise(&type_StopIteration, "");
    return found == FOUND ? item : NULL;
}

static Value call_hash(HashSlot slot, Ref self) {
    int64_t hash;
    return slot(self, &hash) ? int_value(hash) : NULL;
}

static Value call_len(LenSlot slot, Ref self) {
    int64_t length = slot(self);
    return length < 0 ? NULL : int_value(length);
}

static void arity(const SlotDef *row, size_t *least, size_t *most) {
    switch (row->kind) {
    case SLOT_BINARY:
    case SLOT_GETATTR:
    case SLOT_COMPARE:
    case SLOT_CONTAINS:
    case SLOT_DELETE: *least = *most = 1; break;
    case SLOT_SET: *least = *most = 2; break;
    case SLOT_GET:
    case SLOT_POWER: *least = 1, *most = 2; break;
    default: *least = *most = 0; break;
    }
}

/* Is the row a sequence's repetition? What does not repeat refuses its argument before the slot is asked. */
static bool is_repetition(const SlotDef *row, const Type *owner) {
    Ref name = slot_name(row);
    return owner->flags & TYPE_REPEATS &&
           (name == NAME(dunder_mul) || name == NAME(dunder_rmul) || name == NAME(dunder_imul));
}

static bool check_arguments(const SlotDef *row, const Type *owner, const Ref *args, size_t count) {
    size_t least, most;
    arity(row, &least, &most);
    if (!is_repetition(row, owner)) return check_count(count, least, most);
    if (count != 1) return raise_false(&type_TypeError, " expected 1 argument, got %zu", count);
    return type_of(args[0])->as_index ||
           raise_false(&type_TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
}

/* pow(self, other, mod) or, for __rpow__, pow(other, self, mod). */
static Value call_power(const SlotDef *row, Type *owner, Ref self, const Ref *args, size_t count) {
    if (count == 1 || is_none(args[1])) return ((BinarySlot)slot_of(owner, row))(self, args[0]);
    if (slot_name(row) == NAME(dunder_rpow))
        return owner->operators->power ? owner->operators->power(args[0], self, args[1]) : VALUE_NOT_IMPLEMENTED;
    return owner->operators->power ? owner->operators->power(self, args[0], args[1]) : VALUE_NOT_IMPLEMENTED;
}

static Value call_get(GetSlot slot, Ref self, const Ref *args, size_t count) {
    Ref instance = is_none(args[0]) ? NULL : args[0], owner = count == 2 && !is_none(args[1]) ? args[1] : NULL;
    if (!instance && !owner) return raise(&type_TypeError, "__get__(None, None) is invalid");
    return slot(self, instance, owner);
}

/* object's rule for attributes does not do for classes, and modules keep theirs elsewhere. */
static Value call_setattr(const SlotDef *row, SetSlot slot, Ref self, Ref name, Ref value) {
    if (!slot && is_type(self)) {
        return raise(&type_TypeError, "can't apply this %S to %T object", slot_name(row), self);
    }
    bool attribute = slot_name(row) == NAME(dunder_setattr) || slot_name(row) == NAME(dunder_delattr);
    if (attribute && !check_attribute_name(name)) return NULL;
    if (!slot) slot = type_native_base(type_of(self))->setattr;
    return none_if(slot ? slot(self, name, value) : type_setattr_generic(self, name, value));
}

static Value call_getattr(BinarySlot slot, Ref self, Ref name) {
    if (!check_attribute_name(name)) return NULL;
    if (!slot && type_is_subtype(type_of(self), &type_module)) slot = type_module.getattr;
    return slot ? slot(self, name) : type_getattr_generic(self, name);
}

/* `*` of a sequence, called by name, asks for an integer before anything else. */
static Value call_binary(const SlotDef *row, const Type *owner, BinarySlot slot, Ref self, Ref other) {
    bool is_sequence = owner->flags & TYPE_REPEATS;
    if (is_sequence && !type_of(other)->as_index) {
        Ref name = slot_name(row);
        if (name == NAME(dunder_mul) || name == NAME(dunder_rmul) || name == NAME(dunder_imul))
            return raise(&type_TypeError, "'%T' object cannot be interpreted as an integer", other);
    }
    return slot(self, other);
}

static Value call_slot(const SlotDef *row, Type *owner, Ref self, const Ref *args, size_t count) {
    SlotFunction slot = slot_of(owner, row);
    switch ((SlotKind)row->kind) {
    case SLOT_UNARY:
    case SLOT_ITER: return ((UnarySlot)slot)(self);
    case SLOT_BINARY: return call_binary(row, owner, (BinarySlot)slot, self, args[0]);
    case SLOT_GETATTR: return call_getattr((BinarySlot)slot, self, args[0]);
    case SLOT_POWER: return call_power(row, owner, self, args, count);
    case SLOT_TEST: return truth_value(((TestSlot)slot)(self));
    case SLOT_HASH: return call_hash((HashSlot)slot, self);
    case SLOT_COMPARE: return ((CompareSlot)slot)(self, args[0], (CompareOp)row->op);
    case SLOT_NEXT: return call_next((NextSlot)slot, self);
    case SLOT_LEN: return call_len((LenSlot)slot, self);
    case SLOT_CONTAINS: return truth_value(((ContainsSlot)slot)(self, args[0]));
    case SLOT_SET: return call_setattr(row, (SetSlot)slot, self, args[0], args[1]);
    case SLOT_DELETE: return call_setattr(row, (SetSlot)slot, self, args[0], NULL);
    case SLOT_GET: return call_get((GetSlot)slot, self, args, count);
    case SLOT_FINALIZE: owner->finalize(self); return VALUE_NONE;
    case SLOT_TERNARY:
    case SLOT_HOOK:
    case SLOT_CALL:
    case SLOT_INIT:
    case SLOT_NEW: break;
    }
    assert(false);
    return NULL;
}

static Value call_init(Type *owner, Ref self, const Ref *args, size_t count, Ref keywords) {
    if (owner->init_slot) return none_if(owner->init_slot(self, args, count, keywords));
    keywords = keywords ? type_init_keywords(type_of(self), owner, keywords) : NULL;
    return native_call_def(owner->init, self, args, count, keywords);
}

Value slot_call(const SlotDef *row, Type *owner, Ref self, const Ref *args, size_t count, Ref keywords) {
    if (row->kind == SLOT_CALL) return owner->call(self, args, count, keywords);
    if (row->kind == SLOT_INIT) return call_init(owner, self, args, count, keywords);
    if (keywords && tuple_count(keywords))
        return raise(&type_TypeError, "wrapper %S() takes no keyword arguments", slot_name(row));
    return check_arguments(row, owner, args, count) ? call_slot(row, owner, self, args, count) : NULL;
}
