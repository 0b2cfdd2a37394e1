/* vm/interp/attr.c - loading and storing attributes, with caches by type version and shape.
 *
 * Cache words: [1] type version (of a class: its own; of a module: of its namespace), [2,3] shape (or entry pointer, or
 * property), then for loads [4] byte offset of the attribute in the object; for stores [4,5] the shape after an
 * addition and [6] the byte offset. Offsets have 16 bits. Places that see many classes: see attr.h. Methods: method.c.
 */
#include "vm/interp/attr.h"
#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/dispatch.h"
#include "runtime/instance.h"
#include "runtime/method.h"
#include "runtime/module.h"
#include "vm/interp/attr_cache.h"
#include "vm/interp/enter.h"

static inline uint32_t cached_offset(const uint32_t *pc, int last) { return (uint16_t)pc[last]; }
static void cache_offset(const uint32_t *pc, int last, uint32_t offset) {
    writable(pc)[last] = (pc[last] & 0xffff0000u) | offset;
}

Ref class_attribute_peek(Ref class, Ref name) {
    Type *type = as_type(class);
    if (!is_exact(class, &type_type) || !type->version) return NULL;
    Ref of_metaclass = type_lookup_peek(&type_type, name);
    if (of_metaclass && type_of(of_metaclass)->set) return NULL;
    Ref attribute = type_lookup_peek(type, name);
    if (!attribute) return NULL;
    const Type *kind = type_of(attribute);
    bool wraps = kind == &type_classmethod || kind == &type_staticmethod || kind == &type_classmethod_descriptor;
    return !kind->get || is_function(attribute) || wraps ? attribute : NULL;
}

static void specialise_class_load(const uint32_t *pc, Ref class, Ref name) {
    Ref attribute = class_attribute_peek(class, name);
    if (!attribute || (type_of(attribute)->get && !is_function(attribute))) return;
    writable(pc)[1] = as_type(class)->version; /* another plain value leaves the version as it is */
    rewrite_op(pc, OP_LOAD_ATTR_CLASS);
}

/* A property of the class goes before anything of the instance. */
static bool specialise_property(const uint32_t *pc, Type *type, Ref attribute, Opcode op) {
    if (!attribute || !is_exact(attribute, &type_property)) return false;
    Ref getter = as_property(attribute)->getter;
    if (!getter || !is_function(getter)) return false;
    writable(pc)[1] = type->version;
    cache_set_pointer(writable(pc) + 2, attribute);
    rewrite_op(pc, op);
    return true;
}

typedef struct LoadOps {
    Opcode slot, property, module, class; /* OP_NOP: there is no such form */
} LoadOps;

void specialise_module_load(const uint32_t *pc, Ref module, Ref name, Opcode op) {
    Ref dict = as_module(module)->dict;
    int64_t index = dict_entry_index(dict, name);
    if (index < 0) return;
    writable(pc)[1] = dict_version(dict);
    cache_set_pointer(writable(pc) + 2, &as_dict(dict)->entries[index]);
    rewrite_op(pc, op);
}

static void specialise_load(const uint32_t *pc, Ref object, Ref name, LoadOps ops) {
    Type *type = type_of(object);
    if (ops.class != OP_NOP && is_type(object)) {
        specialise_class_load(pc, object, name);
        return;
    }
    if (is_exact(object, &type_module)) {
        if (ops.module != OP_NOP) specialise_module_load(pc, object, name, ops.module);
        return;
    }
    if (!is_plain_instance(object, type) || !type_finds_generically(type)) return;
    Ref attribute = type_lookup_peek(type, name);
    if (ops.property != OP_NOP && type_uses_generic_getattr(type) &&
        specialise_property(pc, type, attribute, ops.property))
        return;
    Shape *shape = slots_of(object)->shape;
    uint32_t offset = inline_offset(type, shape, attribute, name);
    if (!offset || offset > UINT16_MAX) return;
    writable(pc)[1] = type->version;
    cache_set_pointer(writable(pc) + 2, shape);
    cache_offset(pc, LAST_OF_LOAD, offset);
    rewrite_op(pc, ops.slot);
}

/* The attribute that the cache names, borrowed, or NULL. */
static inline Value cached_slot(Ref object, const uint32_t *pc) {
    if (UNLIKELY(!is_heap(object) || !object)) return NULL;
    Type *type = object_of(object)->type;
    if (UNLIKELY(type->version != pc[1])) return NULL;
    if (UNLIKELY(slots_at(object_of(object), type)->shape != cache_pointer(pc + 2))) return NULL;
    return *(Value *)((char *)object_of(object) + cached_offset(pc, LAST_OF_LOAD));
}

static inline bool is_native(const AttrEntry *entry) { return entry && entry->load == PLACE_NATIVE; }

Value load_by_entry(const AttrEntry *entry, Ref object, Ref name) {
    if (is_native(entry)) {
        Value v = as_getset(entry->attribute)->def->get(object);
        return LIKELY(v != NULL) ? v : getattr_failed(object, name);
    }
    Ref known = attr_cache_load(entry, object);
    if (known) return retain(known);
    bool binds = entry && entry->load == PLACE_METHOD && is_function(entry->attribute);
    return binds ? method_new(entry->attribute, object) : getattr(object, name);
}

/* What the table knows to answer object.name and runs in place with its arguments at args, which come to stand there:
 * the getter of a property, or __getattr__. Or NULL. */
static inline Ref known_getter(Vm *vm, const AttrEntry *entry, Ref object, Ref name, Value *args, size_t *count) {
    if (!entry || (entry->load != PLACE_PROPERTY && entry->load != PLACE_ASKED)) return NULL;
    bool asked = entry->load == PLACE_ASKED;
    Ref getter = asked ? entry->attribute : as_property(entry->attribute)->getter;
    *count = asked ? 2 : 1;
    if (!getter || !is_function(getter) || !function_fits(vm, getter, args, *count)) return NULL;
    args[0] = retain(object);
    if (asked) args[1] = retain(name);
    return getter;
}

OP_PART(asked_left) {
    sp--;
    pc -= 5;
    Value object = sp[-1];
    sp[-1] = *sp;
    RELEASE_NEXT(object, 5);
}

void load_attr_failed(const Frame *frame) {
    uint32_t word = frame->pc[-5];
    uint32_t index = op_info[op_of(word)].flags & OPF_LOCAL ? op_x(word) : op_arg(word);
    (void)!getattr_failed(frame->sp[-1], frame->code->names[index]);
}

/* What stands in the object itself where the table says, borrowed, or NULL; then this execution is not counted yet. */
static inline Ref known_word(const uint32_t *pc, Ref object, const AttrEntry *entry) {
    Ref known = attr_cache_inline_word(entry, object);
    return LIKELY(known != NULL) && not_worth_trying(pc) ? known : NULL;
}

/* What the descriptor at sp[0], whose getter is in C, answers for the object on top. */
OP_PART(load_attr_native) {
    Value object = sp[-1];
    SAVE(5);
    Value v = as_getset(sp[0])->def->get(object);
    if (UNLIKELY(!v)) {
        load_attr_failed(vm->frame);
        ERROR();
    }
    sp[-1] = v;
    RELEASE_NEXT(object, 5);
}

OP_APART(load_attr_slow) {
    SAVE(5);
    Ref name = vm->frame->code->names[op_arg(word)];
    Value object = sp[-1];
    const AttrEntry *entry = attr_cache_find(vm, object, name);
    Ref known = attr_cache_load(entry, object);
    if (known && not_worth_trying(pc)) {
        sp[-1] = retain(known);
        RELEASE_NEXT(object, 5);
    }
    const LoadOps ops = {OP_LOAD_ATTR_SLOT, OP_LOAD_ATTR_PROPERTY, OP_LOAD_ATTR_MODULE, OP_LOAD_ATTR_CLASS};
    if (!is_native(entry) && worth_trying(pc, LAST_OF_LOAD)) specialise_load(pc, object, name, ops);
    size_t count;
    Ref getter = known_getter(vm, entry, object, name, sp, &count);
    if (getter) ENTER_FUNCTION(getter, sp, count, sp, FRAME_ASKED, 5);
    Value v = load_by_entry(entry, object, name);
    if (UNLIKELY(!v)) ERROR();
    sp[-1] = v;
    release(object);
    NEXT(5);
}

OP_HANDLER(LOAD_ATTR) {
    Value object = sp[-1];
    const AttrEntry *entry = attr_cache_peek(vm, object, vm->frame->code->names[op_arg(word)]);
    Ref known = known_word(pc, object, entry);
    if (!known) {
        if (!is_native(entry)) TAIL(load_attr_slow);
        sp[0] = (Value)(uintptr_t)entry->attribute;
        TAIL(load_attr_native);
    }
    sp[-1] = retain(known);
    RELEASE_NEXT(object, 5);
}

OP_HANDLER(LOAD_ATTR_SLOT) {
    Value object = sp[-1], v = cached_slot(object, pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_ATTR, LAST_OF_LOAD);
        TAIL(handle_LOAD_ATTR);
    }
    sp[-1] = retain(v);
    RELEASE_NEXT(object, 5);
}

OP_HANDLER(LOAD_ATTR_MODULE) {
    Value object = sp[-1], v = cached_module(object, pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_ATTR, LAST_OF_LOAD);
        TAIL(handle_LOAD_ATTR);
    }
    sp[-1] = retain(v);
    RELEASE_NEXT(object, 5);
}

OP_APART(load_attr_local_slow) {
    Ref object = locals[op_a(word)];
    Ref name = vm->frame->code->names[op_x(word)];
    const AttrEntry *entry = attr_cache_find(vm, object, name);
    Ref known = attr_cache_load(entry, object);
    bool is_known = known && not_worth_trying(pc);
    *sp++ = retain(is_known ? known : object);
    if (is_known) NEXT(5);
    SAVE(5);
    const LoadOps ops = {OP_LOAD_ATTR_LOCAL_SLOT, OP_LOAD_ATTR_LOCAL_PROPERTY, OP_NOP, OP_NOP};
    if (!is_native(entry) && worth_trying(pc, LAST_OF_LOAD)) specialise_load(pc, object, name, ops);
    size_t count;
    Ref getter = known_getter(vm, entry, object, name, sp, &count);
    if (getter) ENTER_FUNCTION(getter, sp, count, sp, FRAME_ASKED, 5);
    Value v = load_by_entry(entry, object, name);
    if (UNLIKELY(!v)) ERROR();
    Value held = sp[-1];
    sp[-1] = v;
    release(held);
    NEXT(5);
}

OP_HANDLER(LOAD_ATTR_LOCAL) {
    Ref object = locals[op_a(word)];
    if (UNLIKELY(!object)) TAIL(unbound_local);
    const AttrEntry *entry = attr_cache_peek(vm, object, vm->frame->code->names[op_x(word)]);
    Ref known = known_word(pc, object, entry);
    if (!known) {
        if (!is_native(entry)) TAIL(load_attr_local_slow);
        *sp++ = retain(object);
        sp[0] = (Value)(uintptr_t)entry->attribute;
        TAIL(load_attr_native);
    }
    *sp++ = retain(known);
    NEXT(5);
}

OP_HANDLER(LOAD_ATTR_LOCAL_SLOT) {
    Value v = cached_slot(locals[op_a(word)], pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_ATTR_LOCAL, LAST_OF_LOAD);
        TAIL(handle_LOAD_ATTR_LOCAL);
    }
    *sp++ = retain(v);
    NEXT(5);
}

/* The getter of the property that the cache names, when object's class still has it, the call fits and self is where it
 * should be. */
static inline Ref cached_getter(Vm *vm, Ref object, const uint32_t *pc, Value *args) {
    if (UNLIKELY(!is_heap(object) || !object || object_of(object)->type->version != pc[1])) return NULL;
    Ref getter = as_property(cache_pointer(pc + 2))->getter; /* which __init__ may change */
    return getter && is_function(getter) && function_fits(vm, getter, args, 1) ? getter : NULL;
}

OP_HANDLER(LOAD_ATTR_PROPERTY) {
    Value *args = sp - 1;
    Ref getter = cached_getter(vm, *args, pc, args);
    if (UNLIKELY(!getter)) {
        generalise(pc, OP_LOAD_ATTR, LAST_OF_LOAD);
        TAIL(handle_LOAD_ATTR);
    }
    ENTER_FUNCTION(getter, args, 1, args, 0, 5);
}

OP_HANDLER(LOAD_ATTR_LOCAL_PROPERTY) {
    Ref object = locals[op_a(word)];
    Value *args = sp;
    Ref getter = cached_getter(vm, object, pc, args);
    if (UNLIKELY(!getter)) {
        generalise(pc, OP_LOAD_ATTR_LOCAL, LAST_OF_LOAD);
        TAIL(handle_LOAD_ATTR_LOCAL);
    }
    *args = retain(object);
    ENTER_FUNCTION(getter, args, 1, args, 0, 5);
}

OP_HANDLER(LOAD_ATTR_CLASS) {
    Value class = sp[-1];
    if (UNLIKELY(!is_cached_class(class, pc))) {
        generalise(pc, OP_LOAD_ATTR, LAST_OF_LOAD);
        TAIL(handle_LOAD_ATTR);
    }
    sp[-1] = retain(type_lookup_peek(as_type(class), vm->frame->code->names[op_arg(word)]));
    SAVE(5);
    release(class);
    NEXT(5);
}

/* Stores. */

/* Performs object.name = value and, when it may, caches how. */
static bool store_and_learn(const uint32_t *pc, Ref object, Ref name, Ref value, Opcode slot_op, Opcode add_op) {
    Type *type = type_of(object);
    if (!is_plain_instance(object, type) || !type_uses_generic_setattr(type)) return setattr(object, name, value);
    Shape *before = slots_of(object)->shape;
    uint32_t version = type->version;
    if (!setattr(object, name, value)) return false;
    if (type_of(object) != type || type->version != version) return true;
    Shape *after = slots_of(object)->shape;
    Ref attribute = type_lookup_peek(type, name);
    uint32_t offset = after->is_dict ? 0 : inline_offset(type, after, attribute, name);
    if (!offset || offset > UINT16_MAX || (before != after && after->parent != before)) return true;
    writable(pc)[1] = version;
    cache_set_pointer(writable(pc) + 2, before);
    cache_set_pointer(writable(pc) + 4, after);
    cache_offset(pc, LAST_OF_STORE, offset);
    rewrite_op(pc, before == after ? slot_op : add_op);
    return true;
}

/* The same in the way that the table knows, which learns of new attributes. */
static bool store_by_entry(Vm *vm, Ref object, Ref name, Ref value) {
    const AttrEntry *known = attr_cache_find(vm, object, name);
    if (known && known->store && known->store < PLACE_SPECIAL) {
        slot_set(attr_cache_word(known->store, object), value);
        return true;
    }
    const Shape *before = known ? known->shape : NULL;
    uint32_t version = known ? known->version : 0;
    if (!setattr(object, name, value)) return false;
    if (before) attr_cache_added(vm, object, before, version, name);
    return true;
}

static bool store_attr(Vm *vm, const uint32_t *pc, Ref object, Ref name, Ref value, Opcode slot_op, Opcode add_op) {
    if (worth_trying(pc, LAST_OF_STORE)) return store_and_learn(pc, object, name, value, slot_op, add_op);
    return store_by_entry(vm, object, name, value);
}

/* value object -> object value, when storing is calling the setter of a property, which runs in place there; borrowed.
 * NULL: it is not, and nothing has happened. */
static inline Ref prepare_setter(Vm *vm, Value *operands, Ref name) {
    const AttrEntry *entry = attr_cache_find(vm, operands[1], name);
    if (!entry || entry->store != PLACE_PROPERTY) return NULL;
    Ref setter = as_property(entry->attribute)->setter;
    if (!setter || !is_function(setter) || !function_fits(vm, setter, operands, 2)) return NULL;
    Value object = operands[1];
    operands[1] = operands[0];
    operands[0] = object;
    return setter;
}

/* Where the cache says the attribute stands, or NULL. */
static inline Value *cached_place(Ref object, const uint32_t *pc) {
    if (UNLIKELY(!is_heap(object) || !object)) return NULL;
    Type *type = object_of(object)->type;
    if (UNLIKELY(type->version != pc[1])) return NULL;
    if (UNLIKELY(slots_at(object_of(object), type)->shape != cache_pointer(pc + 2))) return NULL;
    return (Value *)((char *)object_of(object) + cached_offset(pc, LAST_OF_STORE));
}

/* Where the table says that the object itself has the attribute or shall have it now, or NULL; then this execution is
 * not counted yet. */
static inline Value *known_place(Vm *vm, const uint32_t *pc, Ref object, Ref name) {
    Value *place = pc[1] ? attr_cache_inline_place(attr_cache_peek(vm, object, name), object) : NULL;
    if (place) writable(pc)[1]--;
    return place;
}

OP_APART(store_attr_slow) {
    SAVE(7);
    Ref name = vm->frame->code->names[op_arg(word)], setter = prepare_setter(vm, sp - 2, name);
    if (setter) ENTER_FUNCTION(setter, sp - 2, 2, sp - 2, FRAME_DROP, 7);
    if (!store_attr(vm, pc, sp[-1], name, sp[-2], OP_STORE_ATTR_SLOT, OP_STORE_ATTR_ADD)) ERROR();
    Value object = sp[-1], value = sp[-2];
    sp -= 2;
    vm->frame->sp = sp;
    release(object);
    release(value);
    NEXT(7);
}

OP_HANDLER(STORE_ATTR) {
    Value object = sp[-1], *place = known_place(vm, pc, object, vm->frame->code->names[op_arg(word)]);
    if (!place) TAIL(store_attr_slow);
    sp -= 2;
    Value old = *place;
    *place = *sp;
    RELEASE_2_NEXT(old, object, 7);
}

OP_HANDLER(STORE_ATTR_SLOT) {
    Value object = sp[-1], *place = cached_place(object, pc);
    if (UNLIKELY(!place)) {
        generalise(pc, OP_STORE_ATTR, LAST_OF_STORE);
        TAIL(handle_STORE_ATTR);
    }
    sp -= 2;
    Value old = *place;
    *place = *sp;
    RELEASE_2_NEXT(old, object, 7);
}

OP_HANDLER(STORE_ATTR_ADD) {
    Value object = sp[-1], *place = cached_place(object, pc);
    if (UNLIKELY(!place)) {
        generalise(pc, OP_STORE_ATTR, LAST_OF_STORE);
        TAIL(handle_STORE_ATTR);
    }
    sp -= 2;
    *place = *sp;
    slots_of(object)->shape = cache_pointer(pc + 4);
    RELEASE_NEXT(object, 7);
}

OP_APART(store_attr_local_slow) {
    Ref object = locals[op_a(word)];
    *sp++ = retain(object);
    SAVE(7);
    Ref name = vm->frame->code->names[op_x(word)], setter = prepare_setter(vm, sp - 2, name);
    if (setter) ENTER_FUNCTION(setter, sp - 2, 2, sp - 2, FRAME_DROP, 7);
    if (!store_attr(vm, pc, object, name, sp[-2], OP_STORE_ATTR_LOCAL_SLOT, OP_STORE_ATTR_LOCAL_ADD)) ERROR();
    Value held = sp[-1], value = sp[-2];
    sp -= 2;
    vm->frame->sp = sp;
    release(held);
    release(value);
    NEXT(7);
}

OP_HANDLER(STORE_ATTR_LOCAL) {
    Ref object = locals[op_a(word)];
    if (UNLIKELY(!object)) TAIL(unbound_local);
    Value *place = known_place(vm, pc, object, vm->frame->code->names[op_x(word)]);
    if (!place) TAIL(store_attr_local_slow);
    sp--;
    Value old = *place;
    *place = *sp;
    RELEASE_NEXT(old, 7);
}

OP_HANDLER(STORE_ATTR_LOCAL_SLOT) {
    Value *place = cached_place(locals[op_a(word)], pc);
    if (UNLIKELY(!place)) {
        generalise(pc, OP_STORE_ATTR_LOCAL, LAST_OF_STORE);
        TAIL(handle_STORE_ATTR_LOCAL);
    }
    sp--;
    Value old = *place;
    *place = *sp;
    RELEASE_NEXT(old, 7);
}

OP_HANDLER(STORE_ATTR_LOCAL_ADD) {
    Ref object = locals[op_a(word)];
    Value *place = cached_place(object, pc);
    if (UNLIKELY(!place)) {
        generalise(pc, OP_STORE_ATTR_LOCAL, LAST_OF_STORE);
        TAIL(handle_STORE_ATTR_LOCAL);
    }
    *place = *--sp;
    slots_of(object)->shape = cache_pointer(pc + 4);
    NEXT(7);
}

OP_HANDLER(DELETE_ATTR) {
    SAVE(1);
    if (!setattr(sp[-1], vm->frame->code->names[op_arg(word)], NULL)) ERROR();
    Value object = *--sp;
    vm->frame->sp = sp;
    release(object);
    NEXT(1);
}
