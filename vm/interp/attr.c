/* vm/interp/attr.c - attributes, with caches by type version and shape.
 *
 * Cache words: [1] type version (of a class: its own; of a module: of its namespace), [2,3] shape (or entry pointer, or
 * getter of a property), then for loads [4] byte offset of the attribute in the object; for
 * methods [4,5] the function and, of a class, [2] whether the class is passed; for stores [4,5] the shape after an
 * addition and [6] the byte offset. Offsets have 16 bits. A place that sees many classes would be specialised in vain
 * again and again: the upper half of the last cache word counts how often that happened, and the generic form, whose
 * executions word [1] counts, is tried less and less often. The generic forms ask attr_cache.h.
 */
#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/dispatch.h"
#include "runtime/instance.h"
#include "runtime/method.h"
#include "runtime/module.h"
#include "vm/interp/attr_cache.h"
#include "vm/interp/enter.h"
#include "vm/interp/names.h"

enum { LAST_OF_LOAD = 4, LAST_OF_METHOD = 6, LAST_OF_STORE = 6, TRIES_MAX = 12 };

/* True now and then: at the second execution of a generic instruction, later after 4, 8, ... more. Counts this execution. */
static bool worth_trying(const uint32_t *pc, int last) {
    uint32_t tries = pc[last] >> 16;
    if (LIKELY(++writable(pc)[1] < 2u << tries)) return false;
    writable(pc)[1] = 0;
    if (tries < TRIES_MAX) writable(pc)[last] = pc[last] + (1u << 16);
    return true;
}

/* Counts this execution, unless it is one that is worth a try. */
static inline bool not_worth_trying(const uint32_t *pc, int last) {
    uint32_t executions = pc[1] + 1;
    if (UNLIKELY(executions >= 2u << (pc[last] >> 16))) return false;
    writable(pc)[1] = executions;
    return true;
}

/* Back to the generic form, its counter restarted. */
static void generalise(const uint32_t *pc, Opcode op) {
    rewrite_op(pc, op);
    writable(pc)[1] = 0;
}

static inline uint32_t cached_offset(const uint32_t *pc, int last) { return (uint16_t)pc[last]; }
static void cache_offset(const uint32_t *pc, int last, uint32_t offset) {
    writable(pc)[last] = (pc[last] & 0xffff0000u) | offset;
}

/* What name finds in a class, wrapped or not, borrowed; NULL when a metaclass or a descriptor has a say. */
static Ref class_attribute_peek(Ref class, Ref name) {
    Type *type = as_type(class);
    if (!is_exact(class, &type_type) || !type->version) return NULL;
    Ref of_metaclass = type_lookup_peek(&type_type, name);
    if (of_metaclass && type_of(of_metaclass)->set) return NULL;
    Ref attribute = type_lookup_peek(type, name);
    if (!attribute) return NULL;
    bool plain = !type_of(attribute)->get || is_function(attribute);
    return plain || is_exact(attribute, &type_classmethod) || is_exact(attribute, &type_staticmethod) ? attribute
                                                                                                      : NULL;
}

static void specialise_class_load(const uint32_t *pc, Ref class, Ref name) {
    Ref attribute = class_attribute_peek(class, name);
    if (!attribute || is_exact(attribute, &type_classmethod) || is_exact(attribute, &type_staticmethod)) return;
    writable(pc)[1] = as_type(class)->version; /* another plain value leaves the version as it is */
    rewrite_op(pc, OP_LOAD_ATTR_CLASS);
}

/* A property of the class goes before anything of the instance. */
static bool specialise_property(const uint32_t *pc, Type *type, Ref attribute, Opcode op) {
    if (!attribute || !is_exact(attribute, &type_property)) return false;
    Ref getter = as_property(attribute)->getter;
    if (!getter || !is_function(getter)) return false;
    writable(pc)[1] = type->version;
    cache_set_pointer(writable(pc) + 2, getter);
    rewrite_op(pc, op);
    return true;
}

typedef struct LoadOps {
    Opcode slot, property, module, class; /* OP_NOP: there is no such form */
} LoadOps;

static void specialise_load(const uint32_t *pc, Ref object, Ref name, LoadOps ops) {
    Type *type = type_of(object);
    Opcode slot_op = ops.slot, module_op = ops.module;
    if (ops.class != OP_NOP && is_type(object)) {
        specialise_class_load(pc, object, name);
        return;
    }
    if (is_exact(object, &type_module)) {
        Ref dict = as_module(object)->dict;
        int64_t index = dict_entry_index(dict, name);
        if (module_op == OP_NOP || index < 0) return;
        writable(pc)[1] = dict_version(dict);
        cache_set_pointer(writable(pc) + 2, &as_dict(dict)->entries[index]);
        rewrite_op(pc, module_op);
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
    rewrite_op(pc, slot_op);
}

/* The attribute that the cache names, borrowed, or NULL. */
static inline Value cached_slot(Ref object, const uint32_t *pc) {
    if (UNLIKELY(!is_heap(object) || !object)) return NULL;
    Type *type = object_of(object)->type;
    if (UNLIKELY(type->version != pc[1])) return NULL;
    if (UNLIKELY(slots_at(object_of(object), type)->shape != cache_pointer(pc + 2))) return NULL;
    return *(Value *)((char *)object_of(object) + cached_offset(pc, LAST_OF_LOAD));
}

/* By what the table knows; new reference, or NULL with an exception. */
static Value load_generic(Vm *vm, Ref object, Ref name) {
    const AttrEntry *entry = attr_cache_find(vm, object, name);
    Ref known = attr_cache_load(entry, object);
    if (known) return retain(known);
    if (entry && entry->load == PLACE_METHOD && is_function(entry->attribute))
        return method_new(entry->attribute, object);
    if (!entry || entry->load != PLACE_NATIVE) return getattr(object, name);
    Value v = as_getset(entry->attribute)->def->get(object);
    return LIKELY(v != NULL) ? v : getattr_failed(object, name);
}

/* The getter of the property that the table knows, when it runs in place with self at args; or NULL. */
static inline Ref known_getter(Vm *vm, Ref object, Ref name, Value *args) {
    const AttrEntry *entry = attr_cache_find(vm, object, name);
    if (!entry || entry->load != PLACE_PROPERTY) return NULL;
    Ref getter = as_property(entry->attribute)->getter;
    return getter && is_function(getter) && function_fits(vm, getter, args, 1) ? getter : NULL;
}

OP_PART(load_attr_slow) {
    SAVE(5);
    Ref name = vm->frame->code->names[op_arg(word)];
    Value object = sp[-1];
    const LoadOps ops = {OP_LOAD_ATTR_SLOT, OP_LOAD_ATTR_PROPERTY, OP_LOAD_ATTR_MODULE, OP_LOAD_ATTR_CLASS};
    if (worth_trying(pc, LAST_OF_LOAD)) specialise_load(pc, object, name, ops);
    Ref getter = known_getter(vm, object, name, sp - 1);
    if (getter) ENTER_FUNCTION(getter, sp - 1, 1, sp - 1, 0, 5);
    Value v = load_generic(vm, object, name);
    if (UNLIKELY(!v)) ERROR();
    sp[-1] = v;
    release(object);
    NEXT(5);
}

/* The attribute where the table says that it stands, borrowed, or NULL; then this execution is not counted yet. */
static inline Ref known_attr(Vm *vm, const uint32_t *pc, Ref object, Ref name) {
    Ref known = attr_cache_load(attr_cache_peek(vm, object, name), object);
    return LIKELY(known != NULL) && not_worth_trying(pc, LAST_OF_LOAD) ? known : NULL;
}

OP_HANDLER(LOAD_ATTR) {
    Value object = sp[-1];
    Ref known = known_attr(vm, pc, object, vm->frame->code->names[op_arg(word)]);
    if (!known) TAIL(load_attr_slow);
    sp[-1] = retain(known);
    SAVE(5);
    release(object);
    NEXT(5);
}

OP_HANDLER(LOAD_ATTR_SLOT) {
    Value object = sp[-1], v = cached_slot(object, pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_ATTR);
        TAIL(handle_LOAD_ATTR);
    }
    sp[-1] = retain(v);
    RELEASE_NEXT(object, 5);
}

/* The entry of a module's namespace that the cache names, borrowed, or NULL. */
static inline Value cached_module(Ref object, const uint32_t *pc) {
    if (UNLIKELY(!is_exact(object, &type_module))) return NULL;
    if (UNLIKELY(as_dict(as_module(object)->dict)->version != pc[1])) return NULL;
    return ((DictEntry *)cache_pointer(pc + 2))->value;
}

OP_HANDLER(LOAD_ATTR_MODULE) {
    Value object = sp[-1], v = cached_module(object, pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_ATTR);
        TAIL(handle_LOAD_ATTR);
    }
    sp[-1] = retain(v);
    RELEASE_NEXT(object, 5);
}

OP_PART(load_attr_local_slow) {
    Ref object = locals[op_a(word)];
    Ref name = vm->frame->code->names[op_x(word)];
    *sp++ = retain(object);
    SAVE(5);
    const LoadOps ops = {OP_LOAD_ATTR_LOCAL_SLOT, OP_LOAD_ATTR_LOCAL_PROPERTY, OP_NOP, OP_NOP};
    if (worth_trying(pc, LAST_OF_LOAD)) specialise_load(pc, object, name, ops);
    Ref getter = known_getter(vm, object, name, sp - 1);
    if (getter) ENTER_FUNCTION(getter, sp - 1, 1, sp - 1, 0, 5);
    Value v = load_generic(vm, object, name);
    if (UNLIKELY(!v)) ERROR();
    Value held = sp[-1];
    sp[-1] = v;
    release(held);
    NEXT(5);
}

OP_HANDLER(LOAD_ATTR_LOCAL) {
    Ref object = locals[op_a(word)];
    if (UNLIKELY(!object)) TAIL(unbound_local);
    Ref known = known_attr(vm, pc, object, vm->frame->code->names[op_x(word)]);
    if (!known) TAIL(load_attr_local_slow);
    *sp++ = retain(known);
    NEXT(5);
}

OP_HANDLER(LOAD_ATTR_LOCAL_SLOT) {
    Value v = cached_slot(locals[op_a(word)], pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_ATTR_LOCAL);
        TAIL(handle_LOAD_ATTR_LOCAL);
    }
    *sp++ = retain(v);
    NEXT(5);
}

/* The getter that the cache names, when object's class still has it, the call fits and self is where it should be. */
static inline Ref cached_getter(Vm *vm, Ref object, const uint32_t *pc, Value *args) {
    if (UNLIKELY(!is_heap(object) || !object || object_of(object)->type->version != pc[1])) return NULL;
    Ref getter = cache_pointer(pc + 2);
    return function_fits(vm, getter, args, 1) ? getter : NULL;
}

OP_HANDLER(LOAD_ATTR_PROPERTY) {
    Value *args = sp - 1;
    Ref getter = cached_getter(vm, *args, pc, args);
    if (UNLIKELY(!getter)) {
        generalise(pc, OP_LOAD_ATTR);
        TAIL(handle_LOAD_ATTR);
    }
    ENTER_FUNCTION(getter, args, 1, args, 0, 5);
}

OP_HANDLER(LOAD_ATTR_LOCAL_PROPERTY) {
    Ref object = locals[op_a(word)];
    Value *args = sp;
    Ref getter = cached_getter(vm, object, pc, args);
    if (UNLIKELY(!getter)) {
        generalise(pc, OP_LOAD_ATTR_LOCAL);
        TAIL(handle_LOAD_ATTR_LOCAL);
    }
    *args = retain(object);
    ENTER_FUNCTION(getter, args, 1, args, 0, 5);
}

static inline bool is_cached_class(Ref v, const uint32_t *pc) {
    return is_exact(v, &type_type) && as_type(v)->version == pc[1];
}

OP_HANDLER(LOAD_ATTR_CLASS) {
    Value class = sp[-1];
    if (UNLIKELY(!is_cached_class(class, pc))) {
        generalise(pc, OP_LOAD_ATTR);
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

static bool store_attr(Vm *vm, const uint32_t *pc, Ref object, Ref name, Ref value, Opcode slot_op, Opcode add_op) {
    if (worth_trying(pc, LAST_OF_STORE)) return store_and_learn(pc, object, name, value, slot_op, add_op);
    const AttrEntry *known = attr_cache_find(vm, object, name);
    if (!known || !known->store || known->store >= PLACE_SPECIAL) return setattr(object, name, value);
    slot_set(attr_cache_word(known->store, object), value);
    return true;
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

OP_HANDLER(STORE_ATTR) {
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

OP_HANDLER(STORE_ATTR_SLOT) {
    Value object = sp[-1], *place = cached_place(object, pc);
    if (UNLIKELY(!place)) {
        generalise(pc, OP_STORE_ATTR);
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
        generalise(pc, OP_STORE_ATTR);
        TAIL(handle_STORE_ATTR);
    }
    sp -= 2;
    *place = *sp;
    slots_of(object)->shape = cache_pointer(pc + 4);
    RELEASE_NEXT(object, 7);
}

OP_HANDLER(STORE_ATTR_LOCAL) {
    Ref object = locals[op_a(word)];
    if (UNLIKELY(!object)) TAIL(unbound_local);
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

OP_HANDLER(STORE_ATTR_LOCAL_SLOT) {
    Value *place = cached_place(locals[op_a(word)], pc);
    if (UNLIKELY(!place)) {
        generalise(pc, OP_STORE_ATTR_LOCAL);
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
        generalise(pc, OP_STORE_ATTR_LOCAL);
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

/* Methods. */

/* The plain function or method descriptor that name finds on the type and no attribute of the instance hides,
 * borrowed, or NULL: then the attribute must be looked up in the ordinary way. */
static Ref find_method(Ref object, Type *type, Ref name) {
    if (!type_finds_generically(type)) return NULL;
    Ref attribute = type_lookup_peek(type, name);
    if (!attribute || !(type_of(attribute)->flags & TYPE_METHOD)) return NULL;
    if (!type->shape_offset || !is_heap(object)) return attribute;
    return instance_has_odd_keys(object) || instance_peek(object, name) ? NULL : attribute;
}

typedef struct MethodOps {
    Opcode slot, type, module, class;
} MethodOps;

static void specialise_class_method(const uint32_t *pc, Ref class, Ref name) {
    Ref attribute = class_attribute_peek(class, name), found = attribute;
    bool passed = attribute && is_exact(attribute, &type_classmethod);
    if (attribute && (passed || is_exact(attribute, &type_staticmethod))) found = as_class_method(attribute)->function;
    if (!found || !type_of(attribute)->get || (passed && !is_function(found))) return;
    writable(pc)[1] = as_type(class)->version;
    writable(pc)[2] = passed;
    cache_set_pointer(writable(pc) + 4, found);
    rewrite_op(pc, OP_LOAD_METHOD_CLASS);
}

static void specialise_method(const uint32_t *pc, Ref object, Type *type, Ref method, MethodOps ops) {
    if (!is_heap(object) || !type->version) return;
    if (type->shape_offset && !is_plain_instance(object, type)) return;
    writable(pc)[1] = type->version;
    cache_set_pointer(writable(pc) + 2, type->shape_offset ? slots_of(object)->shape : NULL);
    cache_set_pointer(writable(pc) + 4, method);
    rewrite_op(pc, type->shape_offset ? ops.slot : ops.type);
}

/* The same for a static or class method of the object's class, which is called without the object. False: it is none. */
static bool load_bound_elsewhere(const AttrEntry *entry, Value *to) {
    Value object = to[0];
    if (!entry || (entry->load != PLACE_PEEK && entry->load != PLACE_CLASS_METHOD)) return false;
    bool of_class = entry->load == PLACE_CLASS_METHOD;
    to[0] = retain(of_class ? as_class_method(entry->attribute)->function : attr_cache_load(entry, object));
    to[1] = of_class ? retain(type_ref(object_of(object)->type)) : NULL;
    release(object);
    return true;
}

/* object (owned, at to[0]) -> function object, or attribute NULL. False with an exception; to[0] is still the object. */
static bool load_method(Vm *vm, const uint32_t *pc, Value *to, Ref name, MethodOps ops) {
    Value object = to[0];
    Type *type = type_of(object);
    const AttrEntry *entry = attr_cache_find(vm, object, name);
    Ref method = attr_cache_method(entry);
    if (!method && load_bound_elsewhere(entry, to)) return true;
    if (!method) method = find_method(object, type, name);
    bool tries = worth_trying(pc, LAST_OF_METHOD);
    if (method) {
        if (tries) specialise_method(pc, object, type, method, ops);
        to[0] = retain(method);
        to[1] = object;
        return true;
    }
    if (ops.module != OP_NOP && is_exact(object, &type_module) && tries)
        specialise_load(pc, object, name, (LoadOps){OP_NOP, OP_NOP, ops.module, OP_NOP});
    if (ops.class != OP_NOP && is_type(object) && tries) specialise_class_method(pc, object, name);
    Value attribute = load_generic(vm, object, name);
    if (!attribute) return false;
    to[0] = attribute;
    to[1] = NULL;
    release(object);
    return true;
}

OP_PART(load_method_slow) {
    SAVE(7);
    const MethodOps ops = {OP_LOAD_METHOD_SLOT, OP_LOAD_METHOD_TYPE, OP_LOAD_METHOD_MODULE, OP_LOAD_METHOD_CLASS};
    if (UNLIKELY(!load_method(vm, pc, sp - 1, vm->frame->code->names[op_arg(word)], ops))) ERROR();
    sp++;
    NEXT(7);
}

/* The method that the table knows, or NULL; then this execution is not counted yet. */
static inline Ref known_method(Vm *vm, const uint32_t *pc, Ref object, Ref name) {
    Ref method = attr_cache_method(attr_cache_peek(vm, object, name));
    return LIKELY(method != NULL) && not_worth_trying(pc, LAST_OF_METHOD) ? method : NULL;
}

OP_HANDLER(LOAD_METHOD) {
    Value object = sp[-1];
    Ref method = known_method(vm, pc, object, vm->frame->code->names[op_arg(word)]);
    if (!method) TAIL(load_method_slow);
    sp[-1] = retain(method);
    *sp++ = object;
    NEXT(7);
}

OP_PART(load_method_local_slow) {
    Ref object = locals[op_a(word)];
    *sp++ = retain(object);
    SAVE(7);
    const MethodOps ops = {OP_LOAD_METHOD_LOCAL_SLOT, OP_LOAD_METHOD_LOCAL_TYPE, OP_NOP, OP_NOP};
    if (UNLIKELY(!load_method(vm, pc, sp - 1, vm->frame->code->names[op_x(word)], ops))) ERROR();
    sp++;
    NEXT(7);
}

OP_HANDLER(LOAD_METHOD_LOCAL) {
    Ref object = locals[op_a(word)];
    if (UNLIKELY(!object)) TAIL(unbound_local);
    Ref method = known_method(vm, pc, object, vm->frame->code->names[op_x(word)]);
    if (!method) TAIL(load_method_local_slow);
    sp[0] = retain(method);
    sp[1] = retain(object);
    sp += 2;
    NEXT(7);
}

/* The cached function when object is an instance with the cached shape / of the cached type, borrowed, or NULL. */
static inline Ref cached_method_slot(Ref object, const uint32_t *pc) {
    if (UNLIKELY(!is_heap(object) || !object)) return NULL;
    Type *type = object_of(object)->type;
    if (UNLIKELY(type->version != pc[1])) return NULL;
    if (UNLIKELY(slots_at(object_of(object), type)->shape != cache_pointer(pc + 2))) return NULL;
    return cache_pointer(pc + 4);
}
static inline Ref cached_method_type(Ref object, const uint32_t *pc) {
    if (UNLIKELY(!is_heap(object) || !object)) return NULL;
    return LIKELY(object_of(object)->type->version == pc[1]) ? cache_pointer(pc + 4) : NULL;
}

#define METHOD_HANDLER(suffix, find)                                                                                   \
    OP_HANDLER(LOAD_METHOD_##suffix) {                                                                                 \
        Value object = sp[-1];                                                                                         \
        Ref method = find(object, pc);                                                                                 \
        if (UNLIKELY(!method)) {                                                                                       \
            generalise(pc, OP_LOAD_METHOD);                                                                            \
            TAIL(handle_LOAD_METHOD);                                                                                  \
        }                                                                                                              \
        sp[-1] = retain(method);                                                                                       \
        *sp++ = object;                                                                                                \
        NEXT(7);                                                                                                       \
    }                                                                                                                  \
    OP_HANDLER(LOAD_METHOD_LOCAL_##suffix) {                                                                           \
        Value object = locals[op_a(word)];                                                                             \
        Ref method = find(object, pc);                                                                                 \
        if (UNLIKELY(!method)) {                                                                                       \
            generalise(pc, OP_LOAD_METHOD_LOCAL);                                                                      \
            TAIL(handle_LOAD_METHOD_LOCAL);                                                                            \
        }                                                                                                              \
        sp[0] = retain(method);                                                                                        \
        sp[1] = retain(object);                                                                                        \
        sp += 2;                                                                                                       \
        NEXT(7);                                                                                                       \
    }
METHOD_HANDLER(SLOT, cached_method_slot)
METHOD_HANDLER(TYPE, cached_method_type)

OP_HANDLER(LOAD_METHOD_CLASS) {
    Value class = sp[-1];
    if (UNLIKELY(!is_cached_class(class, pc))) {
        generalise(pc, OP_LOAD_METHOD);
        TAIL(handle_LOAD_METHOD);
    }
    bool passed = pc[2];
    sp[-1] = retain((Ref)cache_pointer(pc + 4));
    *sp++ = passed ? class : NULL;
    if (passed) NEXT(7);
    SAVE(7);
    release(class);
    NEXT(7);
}

OP_HANDLER(LOAD_METHOD_MODULE) {
    Value object = sp[-1], v = cached_module(object, pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_METHOD);
        TAIL(handle_LOAD_METHOD);
    }
    sp[-1] = retain(v);
    *sp++ = NULL;
    SAVE(7);
    release(object);
    NEXT(7);
}
