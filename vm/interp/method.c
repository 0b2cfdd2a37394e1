/* vm/interp/method.c - loading what a call calls: a method without a bound object between.
 *
 * Cache words: [1] type version (of a class: its own; of a module: of its namespace), [2,3] shape (of a module: entry
 * pointer; of a class: [2] which of three [4,5] is), [4,5] the function or what the class has. The stack gets the
 * function and the object, or NULL when nothing is to be passed.
 */
#include "runtime/descriptor.h"
#include "runtime/instance.h"
#include "vm/interp/attr.h"
#include "vm/interp/attr_cache.h"

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

/* What LOAD_METHOD_CLASS finds: a function, a class method in C, a staticmethod or a classmethod. */
enum { PASSES_CLASS = 1, WRAPPED = 2, UNWRAPPED = 0, NATIVE_OF_CLASS = PASSES_CLASS, OF_NOTHING = WRAPPED };
enum { OF_CLASS = WRAPPED | PASSES_CLASS };

static void specialise_class_method(const uint32_t *pc, Ref class, Ref name) {
    Ref attribute = class_attribute_peek(class, name);
    if (!attribute || !type_of(attribute)->get) return;
    writable(pc)[1] = as_type(class)->version;
    writable(pc)[2] = is_exact(attribute, &type_classmethod)              ? OF_CLASS
                      : is_exact(attribute, &type_staticmethod)           ? OF_NOTHING
                      : is_exact(attribute, &type_classmethod_descriptor) ? NATIVE_OF_CLASS
                                                                          : UNWRAPPED;
    cache_set_pointer(writable(pc) + 4, attribute);
    rewrite_op(pc, OP_LOAD_METHOD_CLASS);
}

static void specialise_method(const uint32_t *pc, Ref object, Type *type, Ref method, MethodOps ops) {
    Shape *shape =
        type->shape_offset ? slots_of(object)->shape : NULL; /* some have none before their first attribute */
    if (!type->version || (shape && shape->is_dict)) return;
    writable(pc)[1] = type->version;
    cache_set_pointer(writable(pc) + 2, shape);
    cache_set_pointer(writable(pc) + 4, method);
    rewrite_op(pc, type->shape_offset ? ops.slot : ops.type);
}

/* What a class or static method wraps, which __init__ may change at any time; borrowed, or NULL when the descriptor has
 * to be asked: a class method of another callable binds it in its own way. */
static inline Ref function_to_call(Ref wrapper, bool of_class) {
    Ref function = as_class_method(wrapper)->function;
    return function && (!of_class || is_function(function)) ? function : NULL;
}

/* The same for a static or class method of the object's class, which is called without the object. False: it is
 * none. */
static bool load_bound_elsewhere(const AttrEntry *entry, Value *to) {
    Value object = to[0];
    if (!entry || (entry->load != PLACE_PEEK && entry->load != PLACE_CLASS_METHOD)) return false;
    bool of_class = entry->load == PLACE_CLASS_METHOD;
    Ref found = of_class ? function_to_call(entry->attribute, true) : attr_cache_load(entry, object);
    if (!found) return false;
    to[0] = retain(found);
    to[1] = of_class ? retain(type_ref(object_of(object)->type)) : NULL;
    release(object);
    return true;
}

/* object (owned, at to[0]) -> function object, or attribute NULL. False with an exception; to[0] is still the
 * object. */
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
        specialise_module_load(pc, object, name, ops.module);
    if (ops.class != OP_NOP && is_type(object) && tries) specialise_class_method(pc, object, name);
    Value attribute = load_by_entry(entry, object, name);
    if (!attribute) return false;
    to[0] = attribute;
    to[1] = NULL;
    release(object);
    return true;
}

OP_APART(load_method_slow) {
    SAVE(7);
    const MethodOps ops = {OP_LOAD_METHOD_SLOT, OP_LOAD_METHOD_TYPE, OP_LOAD_METHOD_MODULE, OP_LOAD_METHOD_CLASS};
    if (UNLIKELY(!load_method(vm, pc, sp - 1, vm->frame->code->names[op_arg(word)], ops))) ERROR();
    sp++;
    NEXT(7);
}

/* The method that the table knows, or NULL; then this execution is not counted yet. */
static inline Ref known_method(Vm *vm, const uint32_t *pc, Ref object, Ref name) {
    Ref method = attr_cache_method(attr_cache_peek(vm, object, name));
    return LIKELY(method != NULL) && not_worth_trying(pc) ? method : NULL;
}

OP_HANDLER(LOAD_METHOD) {
    Value object = sp[-1];
    Ref method = known_method(vm, pc, object, vm->frame->code->names[op_arg(word)]);
    if (!method) TAIL(load_method_slow);
    sp[-1] = retain(method);
    *sp++ = object;
    NEXT(7);
}

OP_APART(load_method_local_slow) {
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
    if (UNLIKELY(!object)) return NULL;
    return LIKELY(type_of(object)->version == pc[1]) ? cache_pointer(pc + 4) : NULL;
}

#define METHOD_HANDLER(suffix, find)                                                                                   \
    OP_HANDLER(LOAD_METHOD_##suffix) {                                                                                 \
        Value object = sp[-1];                                                                                         \
        Ref method = find(object, pc);                                                                                 \
        if (UNLIKELY(!method)) {                                                                                       \
            generalise(pc, OP_LOAD_METHOD, LAST_OF_METHOD);                                                            \
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
            generalise(pc, OP_LOAD_METHOD_LOCAL, LAST_OF_METHOD);                                                      \
            TAIL(handle_LOAD_METHOD_LOCAL);                                                                            \
        }                                                                                                              \
        sp[0] = retain(method);                                                                                        \
        sp[1] = retain(object);                                                                                        \
        sp += 2;                                                                                                       \
        NEXT(7);                                                                                                       \
    }
METHOD_HANDLER(SLOT, cached_method_slot)
METHOD_HANDLER(TYPE, cached_method_type)

/* The function that the class has, wrapped or not, borrowed, or NULL: it must be asked for. */
static inline Ref cached_of_class(const uint32_t *pc) {
    Ref found = cache_pointer(pc + 4);
    return pc[2] & WRAPPED ? function_to_call(found, pc[2] & PASSES_CLASS) : found;
}

OP_HANDLER(LOAD_METHOD_CLASS) {
    Value class = sp[-1];
    bool passed = pc[2] & PASSES_CLASS;
    Ref found = is_cached_class(class, pc) ? cached_of_class(pc) : NULL;
    if (UNLIKELY(!found)) {
        generalise(pc, OP_LOAD_METHOD, LAST_OF_METHOD);
        TAIL(handle_LOAD_METHOD);
    }
    sp[-1] = retain(found);
    *sp++ = passed ? class : NULL;
    if (passed) NEXT(7);
    SAVE(7);
    release(class);
    NEXT(7);
}

OP_HANDLER(LOAD_METHOD_MODULE) {
    Value object = sp[-1], v = cached_module(object, pc);
    if (UNLIKELY(!v)) {
        generalise(pc, OP_LOAD_METHOD, LAST_OF_METHOD);
        TAIL(handle_LOAD_METHOD);
    }
    sp[-1] = retain(v);
    *sp++ = NULL;
    SAVE(7);
    release(object);
    NEXT(7);
}
