/* vm/interp/call_native.c - calls of functions, methods and types in C without a detour through binding. */
#include "runtime/native.h"
#include "runtime/signature.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "vm/interp/call.h"

enum { PADDED_MAX = 8 };

/* Fewer arguments than the native takes: defaults stand for the rest. */
static bool takes_defaults(const Native *native, size_t given) {
    return given < native->fixed && given >= native->required && native->fixed <= PADDED_MAX;
}

static __attribute__((noinline)) Value call_padded(const Native *native, const Ref *args, size_t given) {
    Ref words[PADDED_MAX];
    size_t in_front = (size_t)native->fixed - native->signature->positional;
    for (size_t i = 0; i < given; i++) words[i] = args[i];
    for (size_t i = given; i < native->fixed; i++) words[i] = native->signature->parameters[i - in_front].value;
    return native->def->function(words);
}

OP_PART(call_native);

/* A function in C that takes just these arguments, without self. */
OP_PART(call_native_function) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, callable = args[-2];
    if (UNLIKELY(!is_exact(callable, &type_builtin_function))) TAIL(call_native);
    const Native *native = as_native(callable);
    if (UNLIKELY(native->fixed != count || native->self)) TAIL(call_native);
    SAVE(CALL_WORDS);
    Value result = native->def->function(refs(args));
    if (UNLIKELY(!result)) ERROR();
    for (; count > 0; count--) release(*--sp);
    sp--;
    release(sp[-1]);
    sp[-1] = result;
    NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);
}

/* A method in C that takes just these arguments, of self's own type. */
OP_PART(call_native_method) {
    uint32_t count = op_arg(word);
    Value *args = sp - count - 1, callable = args[-1], self = *args;
    if (UNLIKELY(!self || !is_exact(callable, &type_method_descriptor))) TAIL(call_native);
    const Native *native = as_native(callable);
    if (UNLIKELY(native->fixed != count + 1 || type_of(self) != native->owner)) TAIL(call_native);
    SAVE(CALL_WORDS);
    Value result = native->def->function(refs(args));
    if (UNLIKELY(!result)) ERROR();
    for (; count > 0; count--) release(*--sp);
    sp--;
    release(sp[-1]);
    sp[-1] = result;
    release(self);
    NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);
}

/* Natives whose parameters stand on the stack as they want them, but for defaults. */
OP_PART(call_native) {
    uint32_t count = op_arg(word), given = count;
    Value *args = sp - count, callable = args[-2];
    if (!is_heap(callable)) TAIL(call_other);
    Type *type = object_of(callable)->type;
    Native *native = as_native(callable);
    if (type == &type_method_descriptor) {
        if (args[-1]) args--, given++;
        if (given == 0 || (native->fixed != given && !takes_defaults(native, given))) TAIL(call_other);
        if (type_of(args[0]) != native->owner && !type_is_subtype(type_of(args[0]), native->owner)) TAIL(call_other);
    } else if (type == &type_builtin_function) {
        if (args[-1]) TAIL(call_other);
        if (native->self) given++, args--;
        if (native->fixed != given && !takes_defaults(native, given)) TAIL(call_other);
        if (native->self) args[0] = retain(native->self);
    } else {
        TAIL(call_other);
    }
    SAVE(CALL_WORDS);
    if (UNLIKELY(native->fixed != given)) FINISH_CALL(count, call_padded(native, refs(args), given));
    FINISH_CALL(count, native->def->function(refs(args)));
}

/* How an instance of a static type is made of positional arguments alone: the signature that its __new__ or else its
 * __init__ has. NULL: another way. */
static const Signature *plain_construction(const Type *type) {
    const NativeDef *def = type->construct ? type->construct : type->init;
    bool both = type->construct && type->init_slot != object_init;
    if (!def || both || (!type->construct && (!type->make || type->init_slot))) return NULL;
    const Signature *s = signature_of(def);
    return s->star || s->double_star || s->keyword_only || s->words >= PADDED_MAX ? NULL : s;
}

/* Makes the instance; given arguments are within what the signature takes. */
static __attribute__((noinline)) Value construct_plainly(Type *type, const Signature *s, const Ref *args,
                                                         size_t given) {
    Ref words[PADDED_MAX];
    Value made = type->construct ? NULL : type->make(type);
    words[0] = made ? made : type_ref(type);
    for (size_t i = 0; i < given; i++) words[i + 1] = args[i];
    for (size_t i = given; i < s->positional; i++) words[i + 1] = s->parameters[i].value;
    Value result = s->def->function(words);
    if (!made) return result;
    if (!result) {
        release(made);
        return NULL;
    }
    release(result);
    return made;
}

/* Types in C. */
OP_PART(call_static_type) {
    uint32_t count = op_arg(word);
    Value *args = sp - count;
    Type *type = as_type(args[-2]);
    if (args[-1] || type == &type_type) TAIL(call_any);
    SAVE(CALL_WORDS);
    if (type->new_slot && type->init_slot == object_init)
        FINISH_CALL(count, type->new_slot(args[-2], refs(args), count, NULL));
    if (UNLIKELY(type->version != pc[1])) {
        const Signature *s = plain_construction(type);
        if (!s) TAIL(call_any);
        writable(pc)[1] = type->version;
        cache_set_pointer(writable(pc) + 2, s);
    }
    const Signature *s = cache_pointer(pc + 2);
    if (count > s->positional || count < s->required) TAIL(call_any);
    FINISH_CALL(count, construct_plainly(type, s, refs(args), count));
}
