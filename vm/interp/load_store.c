/* vm/interp/load_store.c - operand stack, locals, cells, and names in namespaces. */
#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/tuple.h"
#include "vm/interp/interp.h"
#include "vm/interp/names.h"

/* Raises for the local whose index the caller left in sp[0]. */
static bool raise_unbound(Frame *frame, uint32_t index) {
    Code *code = frame->code;
    Ref name = code->local_names[index];
    if (code->local_kinds[index] & LOCAL_FREE) {
        raise(&type_NameError,
              "cannot access free variable '%S' where it is not associated with a value in enclosing scope", name);
        name_keep_missing(name);
        return false;
    }
    return raise_false(&type_UnboundLocalError,
                       "cannot access local variable '%S' where it is not associated with a value", name);
}

bool local_check(Vm *vm, uint32_t index) {
    Value v = vm->frame->locals[index];
    if (v) return true;
    return raise_unbound(vm->frame, index);
}

/* Operand stack. */

/* Frees what release_shared left with its last reference. */
static inline void free_last(Value v) {
    object_of(v)->count = 0;
    object_free(object_of(v));
}

OP_PART(release_last) {
    const uint32_t *target = vm->resume;
    SAVE(1);
    free_last(*sp);
    NEXT_SAFE(1, target);
}

OP_PART(release_last_2) {
    const uint32_t *target = vm->resume;
    Value second = sp[1]; /* a finaliser of the first runs where it stands */
    SAVE(1);
    free_last(*sp);
    release_maybe(second);
    NEXT_SAFE(1, target);
}

OP_HANDLER(NOP) { NEXT(1); }

OP_HANDLER(POP) {
    Value v = *--sp;
    RELEASE_NEXT(v, 1);
}

OP_HANDLER(COPY) {
    *sp = retain_maybe(sp[-(int32_t)op_arg(word)]);
    sp++;
    NEXT(1);
}

OP_HANDLER(SWAP) {
    Value *other = sp - op_arg(word);
    Value top = sp[-1];
    sp[-1] = *other;
    *other = top;
    NEXT(1);
}

OP_HANDLER(PUSH_NULL) {
    *sp++ = NULL;
    NEXT(1);
}

OP_HANDLER(LOAD_CONST) {
    *sp++ = retain(consts[op_arg(word)]);
    NEXT(1);
}

OP_HANDLER(POLL) { NEXT_SAFE(1, pc + 1); }

/* Locals. */

OP_SLOW(unbound_local) { /* the first unbound local among the operands of this instruction */
    SAVE(1);
    uint32_t index = op_info[op_of(word)].form == FORM_ARG ? op_arg(word) : op_a(word);
    if (locals[index] && op_info[op_of(word)].form == FORM_ABC) index = op_b(word);
    raise_unbound(vm->frame, index);
    ERROR();
}

OP_SLOW(unbound_local_a) {
    SAVE(1);
    raise_unbound(vm->frame, op_a(word));
    ERROR();
}

OP_HANDLER(LOAD_FAST) {
    Value v = locals[op_arg(word)];
    if (UNLIKELY(!v)) TAIL(unbound_local);
    *sp++ = retain(v);
    NEXT(1);
}

OP_HANDLER(LOAD_FAST_2) {
    Value a = locals[op_a(word)], b = locals[op_b(word)];
    if (UNLIKELY(!a || !b)) TAIL(unbound_local);
    sp[0] = retain(a);
    sp[1] = retain(b);
    sp += 2;
    NEXT(1);
}

OP_HANDLER(LOAD_FAST_CONST) {
    Value a = locals[op_a(word)];
    if (UNLIKELY(!a)) TAIL(unbound_local);
    sp[0] = retain(a);
    sp[1] = retain(consts[op_b(word)]);
    sp += 2;
    NEXT(1);
}

OP_HANDLER(LOAD_FAST_AND_CLEAR) {
    *sp++ = locals[op_arg(word)];
    locals[op_arg(word)] = NULL;
    NEXT(1);
}

/* Stores v, owned, and returns what was there (owned, or NULL). */
static inline Value slot_exchange(Value *slot, Value v) {
    Value old = *slot;
    *slot = v;
    return old;
}

OP_HANDLER(STORE_FAST) {
    sp--;
    RELEASE_NEXT(slot_exchange(&locals[op_arg(word)], *sp), 1);
}

OP_HANDLER(STORE_FAST_MAYBE_NULL) {
    sp--;
    RELEASE_NEXT(slot_exchange(&locals[op_arg(word)], *sp), 1);
}

/* What the local held dies before the other local is loaded. */
OP_PART(store_load_slow) {
    Value old = *sp;
    SAVE(1);
    release(old);
    Value next = locals[op_b(word)];
    if (UNLIKELY(!next)) TAIL(unbound_local);
    *sp++ = retain(next);
    NEXT(1);
}

OP_HANDLER(STORE_LOAD_FAST) {
    sp--;
    Value old = slot_exchange(&locals[op_a(word)], *sp), next = locals[op_b(word)];
    if (UNLIKELY(!release_shared(old))) {
        *sp = old;
        TAIL(store_load_slow);
    }
    if (UNLIKELY(!next)) TAIL(unbound_local);
    *sp++ = retain(next);
    NEXT(1);
}

OP_HANDLER(STORE_FAST_2) {
    sp -= 2;
    Value first = slot_exchange(&locals[op_a(word)], sp[1]), second = slot_exchange(&locals[op_b(word)], sp[0]);
    RELEASE_2_NEXT(first, second, 1);
}

OP_HANDLER(COPY_FAST) {
    Value v = locals[op_a(word)];
    if (UNLIKELY(!v)) TAIL(unbound_local);
    RELEASE_NEXT(slot_exchange(&locals[op_b(word)], retain(v)), 1);
}

OP_HANDLER(CONST_FAST) { RELEASE_NEXT(slot_exchange(&locals[op_a(word)], retain(consts[op_b(word)])), 1); }

OP_HANDLER(DELETE_FAST) {
    Value *slot = &locals[op_arg(word)];
    if (UNLIKELY(!*slot)) TAIL(unbound_local);
    SAVE(1);
    clear_ref(slot);
    NEXT(1);
}

OP_HANDLER(CLEAR_FAST) {
    SAVE(1);
    clear_ref(&locals[op_arg(word)]);
    NEXT(1);
}

/* Cells. */

OP_HANDLER(MAKE_CELL) {
    SAVE(1);
    Value *slot = &locals[op_arg(word)];
    *slot = cell_new_steal(*slot);
    NEXT(1);
}

OP_HANDLER(COPY_FREE_VARS) {
    Tuple *closure = as_tuple(as_function(vm->frame->function)->closure);
    uint32_t count = op_arg(word);
    Value *to = locals + vm->frame->code->local_count - count;
    for (uint32_t i = 0; i < count; i++) to[i] = retain(closure->items[i]);
    NEXT(1);
}

OP_HANDLER(LOAD_CLOSURE) {
    *sp++ = retain(locals[op_arg(word)]);
    NEXT(1);
}

OP_SLOW(empty_cell) {
    SAVE(1);
    raise_unbound(vm->frame, op_arg(word));
    ERROR();
}

OP_HANDLER(LOAD_DEREF) {
    Value v = as_cell(locals[op_arg(word)])->content;
    if (UNLIKELY(!v)) TAIL(empty_cell);
    *sp++ = retain(v);
    NEXT(1);
}

OP_HANDLER(STORE_DEREF) {
    sp--;
    RELEASE_NEXT(slot_exchange(&as_cell(locals[op_arg(word)])->content, *sp), 1);
}

OP_HANDLER(DELETE_DEREF) {
    Cell *cell = as_cell(locals[op_arg(word)]);
    if (UNLIKELY(!cell->content)) TAIL(empty_cell);
    SAVE(1);
    clear_ref(&cell->content);
    NEXT(1);
}

OP_HANDLER(LOAD_DICT_OR_DEREF) {
    SAVE(1);
    Value v = NULL;
    Lookup found = namespace_get(sp[-1], vm->frame->code->local_names[op_arg(word)], &v);
    if (found == FAILED) ERROR();
    if (found == MISSING) v = retain_maybe(as_cell(locals[op_arg(word)])->content);
    if (!v) TAIL(empty_cell);
    release(sp[-1]);
    sp[-1] = v;
    NEXT(1);
}

/* Names in namespaces. */

/* The name's value, owned; a found name with versions to guard it fills the cache: globals version, entry pointer,
 * builtins version (0: in globals). */
static Value load_global(Vm *vm, const uint32_t *pc) {
    return name_load_global(vm, vm->frame->globals, vm->frame->code->names[op_arg(*pc)], writable(pc) + 1);
}

#define LOAD_GLOBAL_BY(name, count)                                                                                    \
    OP_HANDLER(name) {                                                                                                 \
        SAVE(5);                                                                                                       \
        Value v = load_global(vm, pc);                                                                                 \
        if (!v) ERROR();                                                                                               \
        if (pc[1]) rewrite_op(pc, pc[4] ? OP_##name##_BUILTIN : OP_##name##_OWN);                                      \
        sp[0] = v;                                                                                                     \
        if ((count) == 2) sp[1] = NULL;                                                                                \
        sp += (count);                                                                                                 \
        NEXT(5);                                                                                                       \
    }                                                                                                                  \
    OP_SLOW(name##_changed) {                                                                                          \
        writable(pc)[1] = 0;                                                                                           \
        rewrite_op(pc, OP_##name);                                                                                     \
        TAIL(handle_##name);                                                                                           \
    }

/* guard: the versions of the cache still hold. */
#define LOAD_GLOBAL_GUARDED(name, kind, count, guard)                                                                  \
    OP_HANDLER(name##_##kind) {                                                                                        \
        if (UNLIKELY(!(guard))) TAIL(name##_changed);                                                                  \
        Value v = ((DictEntry *)cache_pointer(pc + 2))->value;                                                         \
        if (UNLIKELY(!v)) TAIL(name##_changed);                                                                        \
        sp[0] = retain(v);                                                                                             \
        if ((count) == 2) sp[1] = NULL;                                                                                \
        sp += (count);                                                                                                 \
        NEXT(5);                                                                                                       \
    }
#define GLOBALS_HOLD (as_dict(vm->frame->globals)->version == pc[1])
#define BUILTINS_HOLD (as_dict(vm_runtime(vm)->builtins)->version == pc[4])
#define LOADS_OF_GLOBALS(name, count)                                                                                  \
    LOAD_GLOBAL_BY(name, count)                                                                                        \
    LOAD_GLOBAL_GUARDED(name, OWN, count, GLOBALS_HOLD)                                                                \
    LOAD_GLOBAL_GUARDED(name, BUILTIN, count, GLOBALS_HOLD &&BUILTINS_HOLD)

LOADS_OF_GLOBALS(LOAD_GLOBAL, 1)
LOADS_OF_GLOBALS(LOAD_GLOBAL_CALL, 2)

OP_SLOW(load_name_slow) {
    SAVE(5);
    Frame *frame = vm->frame;
    Ref name = frame->code->names[op_arg(word)];
    Value v = NULL;
    Lookup found = MISSING;
    bool plain = !frame->namespace;
    if (!plain) found = namespace_get(frame->namespace, name, &v);
    if (found == FAILED) ERROR();
    if (found == MISSING && !plain && !is_exact(frame->globals, &type_dict)) /* without the rules of its class */
        v = retain_maybe(dict_peek_str(frame->globals, name));
    if (found == MISSING && !v) v = name_load_global(vm, frame->globals, name, plain ? writable(pc) + 1 : NULL);
    if (!v) ERROR();
    *sp++ = v;
    NEXT(5);
}

/* The value of the entry that a LOAD_NAME has cached as a LOAD_GLOBAL does, borrowed, or NULL. */
static inline Value cached_global(Vm *vm, const uint32_t *cache) {
    if (UNLIKELY(as_dict(vm->frame->globals)->version != cache[0] || cache[0] == 0)) return NULL;
    if (cache[3] && UNLIKELY(as_dict(vm_runtime(vm)->builtins)->version != cache[3])) return NULL;
    return ((DictEntry *)cache_pointer(cache + 1))->value;
}

OP_HANDLER(LOAD_NAME) {
    if (UNLIKELY(vm->frame->namespace)) TAIL(load_name_slow);
    Value v = cached_global(vm, pc + 1);
    if (UNLIKELY(!v)) TAIL(load_name_slow);
    *sp++ = retain(v);
    NEXT(5);
}

/* Stores in globals and fills the cache. */
OP_SLOW(store_global_slow) {
    SAVE(4);
    Ref name = vm->frame->code->names[op_arg(word)], globals = vm->frame->globals;
    if (!dict_set(globals, name, sp[-1])) ERROR();
    release(*--sp);
    int64_t index = dict_entry_index(globals, name);
    if (index >= 0) {
        writable(pc)[1] = dict_version(globals);
        cache_set_pointer(writable(pc) + 2, &as_dict(globals)->entries[index]);
    }
    NEXT(4);
}

OP_HANDLER(STORE_GLOBAL) {
    Ref globals = vm->frame->globals;
    if (UNLIKELY(as_dict(globals)->version != pc[1] || pc[1] == 0)) TAIL(store_global_slow);
    Value v = *--sp;
    SAVE(4);
    slot_set_steal(&((DictEntry *)cache_pointer(pc + 2))->value, v);
    NEXT(4);
}

OP_SLOW(store_namespace) {
    SAVE(4);
    if (!setitem(vm->frame->namespace, vm->frame->code->names[op_arg(word)], sp[-1])) ERROR();
    release(*--sp);
    NEXT(4);
}

OP_HANDLER(STORE_NAME) {
    if (UNLIKELY(vm->frame->namespace)) TAIL(store_namespace);
    TAIL(handle_STORE_GLOBAL);
}

OP_HANDLER(DELETE_NAME) {
    SAVE(1);
    Frame *frame = vm->frame;
    if (!name_delete(frame->namespace ? frame->namespace : frame->globals, frame->code->names[op_arg(word)])) ERROR();
    NEXT(1);
}

OP_HANDLER(DELETE_GLOBAL) {
    SAVE(1);
    if (!name_delete(vm->frame->globals, vm->frame->code->names[op_arg(word)])) ERROR();
    NEXT(1);
}

OP_HANDLER(LOAD_LOCALS) {
    Frame *frame = vm->frame;
    *sp++ = retain(frame->namespace ? frame->namespace : frame->globals);
    NEXT(1);
}

OP_HANDLER(LOAD_DICT_OR_GLOBAL) {
    SAVE(1);
    Ref name = vm->frame->code->names[op_arg(word)];
    Value v = NULL;
    Lookup found = namespace_get(sp[-1], name, &v);
    if (found == FAILED) ERROR();
    if (found == MISSING) v = name_load_global(vm, vm->frame->globals, name, NULL);
    if (!v) ERROR();
    release(sp[-1]);
    sp[-1] = v;
    NEXT(1);
}

/* No handler takes the address of a local. */
static COLD Value build_class_get(Vm *vm) {
    Value v = NULL;
    Lookup found = builtins_get(vm, vm->frame->globals, NAME(dunder_build_class), &v);
    return found == MISSING ? raise(&type_NameError, "__build_class__ not found") : v;
}

OP_HANDLER(LOAD_BUILD_CLASS) {
    SAVE(1);
    Value v = build_class_get(vm);
    if (!v) ERROR();
    *sp++ = v;
    NEXT(1);
}

OP_HANDLER(SETUP_ANNOTATIONS) {
    SAVE(1);
    Frame *frame = vm->frame;
    if (!namespace_setup_annotations(frame->namespace ? frame->namespace : frame->globals)) ERROR();
    NEXT(1);
}
