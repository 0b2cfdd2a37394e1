/* vm/interp/call_native.c - calls of functions, methods and types in C without a detour through binding. */
#include "runtime/dict_recent.h"
#include "runtime/dict_table.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/signature.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "vm/interp/call.h"
#include "vm/interp/plain.h"

enum { PADDED_MAX = 8 };

/* Fewer arguments than the native takes: defaults stand for the rest. */
static bool takes_defaults(const Native *native, size_t given) {
    return given <= native->most && given >= native->required && native->words <= PADDED_MAX;
}

static __attribute__((noinline)) Value call_padded(const Native *native, const Ref *args, size_t given) {
    Ref words[PADDED_MAX];
    const Parameter *parameters = native->signature->parameters + native->signature->words - native->words;
    for (size_t i = 0; i < native->words; i++) words[i] = i < given ? args[i] : parameters[i].value;
    return native->def->function(words);
}

/* Positional arguments are all it gets, but for a tuple of the rest and defaults of what is given by name. */
static bool takes_by_signature(const Native *native, size_t given) {
    const Signature *s = native->signature;
    if (!s || s->plain || !s->direct || given < native->required) return false;
    return s->star || given - native->required <= (size_t)s->positional - s->required;
}

static __attribute__((noinline)) Value call_adapted(const Native *native, const Ref *args, size_t given) {
    if (takes_defaults(native, given)) return call_padded(native, args, given);
    const Signature *s = native->signature;
    size_t in_front = (size_t)native->required - s->required;
    return signature_call(s, (Callee){0}, in_front ? args[0] : NULL, args + in_front, given - in_front, NULL);
}

static bool takes(const Native *native, size_t given) {
    return native->fixed == given || takes_defaults(native, given) || takes_by_signature(native, given);
}

/* ---- shortcuts: what the functions would do, done here while the callable is the one that was seen ---- */

typedef struct ShortcutRow {
    uint8_t from, to;    /* instructions */
    uint8_t least, most; /* arguments */
} ShortcutRow;

static void rewrite_call(const uint32_t *pc, Opcode op, Ref callable) {
    writable(pc)[1] = 0; /* what the other words said about a class is gone */
    cache_set_pointer(writable(pc) + 2, callable);
    rewrite_op(pc, op);
}

static void take_shortcut(const uint32_t *pc, Ref callable) {
    static const ShortcutRow rows[] = {
        [SHORTCUT_LEN] = {OP_CALL, OP_CALL_LEN, 1, 1},
        [SHORTCUT_ISINSTANCE] = {OP_CALL, OP_CALL_ISINSTANCE, 2, 2},
        [SHORTCUT_LIST_APPEND] = {OP_CALL_METHOD, OP_CALL_LIST_APPEND, 1, 1},
        [SHORTCUT_LIST_POP] = {OP_CALL_METHOD, OP_CALL_LIST_POP, 0, 0},
        [SHORTCUT_DICT_GET] = {OP_CALL_METHOD, OP_CALL_DICT_GET, 1, 2},
        [SHORTCUT_NEXT] = {OP_CALL, OP_CALL_NEXT, 1, 1},
        [SHORTCUT_SEND] = {OP_CALL_METHOD, OP_CALL_SEND, 1, 1},
    };
    const ShortcutRow *row = &rows[as_native(callable)->def->shortcut];
    uint32_t count = op_arg(*pc);
    if (op_of(*pc) != row->from || count < row->least || count > row->most) return;
    rewrite_call(pc, (Opcode)row->to, callable);
}

/* Another callable stands there now. */
#define LEAVE_SHORTCUT(op)                                                                                             \
    do {                                                                                                               \
        rewrite_op(pc, OP_##op);                                                                                       \
        TAIL(handle_##op);                                                                                             \
    } while (0)

OP_HANDLER(CALL_LEN) {
    Value object = sp[-1], callable = sp[-3];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL);
    int64_t length = plain_length(object);
    if (UNLIKELY(length < 0)) TAIL(call_native_function);
    sp -= 2;
    sp[-1] = small_int_value(length);
    RELEASE_2_NEXT(object, callable, CALL_WORDS);
}

/* Whether object is an instance of class, or of one in a tuple of them. FAILED: isinstance() must be asked, since a
 * class may say more than yes by its metaclass, an object more than no by its __class__. */
static inline Lookup instance_at_once(Ref object, Ref class) {
    Type *type = type_of(object);
    if (type_ref(type) == class) return FOUND;
    bool one = is_exact(class, &type_type);
    if (!one && !is_exact(class, &type_tuple)) return FAILED;
    Ref const *classes = one ? &class : refs(as_tuple(class)->items);
    for (size_t i = 0, count = one ? 1 : tuple_count(class); i < count; i++) {
        if (!is_exact(classes[i], &type_type)) return FAILED;
        if (type_is_subtype(type, as_type(classes[i]))) return FOUND;
    }
    return type->flags & TYPE_HEAP || type->getattr ? FAILED : MISSING;
}

/* Surely no instance by its type. */
OP_PART(call_isinstance) {
    Value class = sp[-1], object = sp[-2], callable = sp[-4];
    if (!is_exact(class, &type_type)) TAIL(call_native_function);
    SAVE(CALL_WORDS);
    Lookup found = type_claimed_instance(object, class);
    if (UNLIKELY(found == FAILED)) ERROR();
    sp -= 3;
    sp[-1] = bool_value(found == FOUND);
    release(class);
    release(object);
    release(callable);
    NEXT(CALL_WORDS);
}

OP_HANDLER(CALL_ISINSTANCE) {
    Value class = sp[-1], object = sp[-2], callable = sp[-4];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL);
    Lookup is_instance = instance_at_once(object, class);
    if (UNLIKELY(is_instance == FAILED)) TAIL(call_isinstance);
    SAVE(CALL_WORDS);
    sp -= 3;
    sp[-1] = bool_value(is_instance == FOUND);
    release(class);
    release(object);
    release(callable);
    NEXT(CALL_WORDS);
}

OP_HANDLER(CALL_CONVERT) {
    Value argument = sp[-1], callable = sp[-3];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL);
    SAVE(CALL_WORDS);
    Value result = as_type(callable)->convert(argument);
    if (UNLIKELY(!result)) ERROR();
    sp -= 2;
    sp[-1] = result;
    release(argument);
    (void)release_shared(callable); /* it is not in the heap */
    NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);
}

/* Whether it is a function in C that takes one argument, and has no self. */
static inline bool takes_one(Ref callable) {
    return is_exact(callable, &type_builtin_function) && as_native(callable)->fixed == 1 && !as_native(callable)->self;
}

#define CALL_OF_ONE(name, general)                                                                                     \
    OP_HANDLER(name) {                                                                                                 \
        Value argument = sp[-1], callable = sp[-3];                                                                    \
        if (UNLIKELY(!takes_one(callable))) LEAVE_SHORTCUT(general);                                                   \
        SAVE(CALL_WORDS);                                                                                              \
        Value result = as_native(callable)->def->function(refs(sp - 1));                                               \
        if (UNLIKELY(!result)) ERROR();                                                                                \
        sp -= 2;                                                                                                       \
        sp[-1] = result;                                                                                               \
        release(argument);                                                                                             \
        release(callable);                                                                                             \
        NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);                                                                        \
    }
CALL_OF_ONE(CALL_ONE, CALL)
CALL_OF_ONE(CALL_METHOD_ONE, CALL_METHOD)

OP_HANDLER(CALL_LIST_APPEND) {
    Value item = sp[-1], self = sp[-2], callable = sp[-3];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL_METHOD);
    if (UNLIKELY(!self || !is_exact(self, &type_list))) TAIL(call_native_method);
    List *list = as_list(self);
    if (UNLIKELY(list->count >= list->capacity)) TAIL(call_native_method);
    list->items[list->count++] = item;
    sp -= 2;
    sp[-1] = VALUE_NONE;
    RELEASE_2_NEXT(self, callable, CALL_WORDS);
}

OP_HANDLER(CALL_LIST_POP) {
    Value self = sp[-1], callable = sp[-2];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL_METHOD);
    if (UNLIKELY(!self || !is_exact(self, &type_list))) TAIL(call_native);
    List *list = as_list(self);
    if (UNLIKELY(list->count <= list_kept_from(list))) TAIL(call_native); /* it is empty or may shrink */
    sp--;
    sp[-1] = list->items[--list->count];
    RELEASE_2_NEXT(self, callable, CALL_WORDS);
}

/* A dict, a key and perhaps a default. */
OP_PART(call_dict_get_any) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, self = args[-1], callable = args[-2], value;
    SAVE(CALL_WORDS);
    Lookup found = dict_get(self, args[0], &value);
    if (UNLIKELY(found == FAILED)) ERROR();
    if (found == MISSING) value = count == 2 ? retain(args[1]) : VALUE_NONE;
    while (sp > args) release(*--sp);
    sp--;
    sp[-1] = value;
    release(self);
    release(callable);
    NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);
}

/* value, which may be the default, is what the call gives. */
#define DICT_GOT(value_)                                                                                               \
    do {                                                                                                               \
        Value got_ = retain(value_);                                                                                   \
        (void)release_shared(args[0]);                                                                                 \
        (void)release_shared(missing);                                                                                 \
        sp = args - 1;                                                                                                 \
        sp[-1] = got_;                                                                                                 \
        RELEASE_2_NEXT(self, callable, CALL_WORDS);                                                                    \
    } while (0)

/* The key and the default are held elsewhere, too. */
OP_PART(call_dict_get) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, self = args[-1], callable = args[-2], missing = count == 2 ? args[1] : VALUE_NONE;
    if (!is_exact_str(args[0])) TAIL(call_dict_get_any);
    Found found = dict_find_str(as_dict(self), args[0]);
    if (UNLIKELY(found.entry == SEARCH_ON)) TAIL(call_dict_get_any);
    if (found.entry < 0) DICT_GOT(missing);
    remember(as_dict(self), (size_t)found.entry);
    DICT_GOT(as_dict(self)->entries[found.entry].value);
}

OP_HANDLER(CALL_DICT_GET) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, self = args[-1], callable = args[-2];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL_METHOD);
    if (UNLIKELY(!self || !is_exact(self, &type_dict))) TAIL(call_native);
    DictEntry *entry;
    Lookup found = dict_probe(as_dict(self), args[0], &entry);
    Value missing = count == 2 ? args[1] : VALUE_NONE;
    if (UNLIKELY(is_last(args[0]) || is_last(missing))) TAIL(call_dict_get_any);
    if (found == FAILED) TAIL(call_dict_get);
    DICT_GOT(found == FOUND ? entry->value : missing);
}

/* A suspended generator's frame goes on in place of the call, whose operands are gone then: sent, owned, is what its
 * yield gives. Nothing here is the last reference: frame and runtime keep the generator and the callable. */
#define RESUME(generator_, callable_, sent_, otherwise)                                                                \
    do {                                                                                                               \
        Value object_ = (generator_), sent_to_it_ = (sent_);                                                           \
        Value *room_ = sp - 3;                                                                                         \
        if (UNLIKELY(!is_generator(object_) || object_of(callable_)->count == 1)) TAIL(otherwise);                     \
        Generator *g_ = as_generator(object_);                                                                         \
        if (UNLIKELY(g_->state != GENERATOR_SUSPENDED || !generator_fits(vm, g_, room_))) TAIL(otherwise);             \
        vm->frame->pc = pc + CALL_WORDS;                                                                               \
        vm->frame->sp = room_;                                                                                         \
        (void)release_shared(callable_);                                                                               \
        sp = generator_place(vm, g_, room_, FRAME_NEXT);                                                               \
        (void)release_shared(object_);                                                                                 \
        *sp++ = sent_to_it_;                                                                                           \
        locals = room_;                                                                                                \
        consts = vm->frame->code->consts;                                                                              \
        DISPATCH(g_->pc);                                                                                              \
    } while (0)

OP_HANDLER(CALL_NEXT) {
    Value generator = sp[-1], callable = sp[-3];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL);
    RESUME(generator, callable, VALUE_NONE, call_native_function);
}

OP_HANDLER(CALL_SEND) {
    Value sent = sp[-1], generator = sp[-2], callable = sp[-3];
    if (UNLIKELY(callable != cache_pointer(pc + 2))) LEAVE_SHORTCUT(CALL_METHOD);
    if (UNLIKELY(!generator)) TAIL(call_native);
    RESUME(generator, callable, sent, call_native_method);
}

/* A function in C that takes just these arguments, without self. */
OP_PART(call_native_function) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, callable = args[-2];
    if (UNLIKELY(!is_exact(callable, &type_builtin_function))) TAIL(call_object);
    const Native *native = as_native(callable);
    if (UNLIKELY(native->fixed != count || native->self)) {
        if (native->self) TAIL(call_native);
        if (UNLIKELY(native->def->shortcut)) take_shortcut(pc, callable);
        SAVE(CALL_WORDS);
        if (native_takes_positional(native->def)) FINISH_CALL(count, native->def->forms->positional(refs(args), count));
        if (!takes_defaults(native, count)) TAIL(call_native);
        FINISH_CALL(count, call_padded(native, refs(args), count));
    }
    if (UNLIKELY(native->def->shortcut)) take_shortcut(pc, callable);
    else if (count == 1 && op_of(*pc) == OP_CALL) rewrite_op(pc, OP_CALL_ONE);
    else if (count == 1 && op_of(*pc) == OP_CALL_METHOD) rewrite_op(pc, OP_CALL_METHOD_ONE);
    SAVE(CALL_WORDS);
    Value result = native->def->function(refs(args));
    if (UNLIKELY(!result)) ERROR();
    for (; count > 0; count--) release(*--sp);
    sp--;
    release(sp[-1]);
    sp[-1] = result;
    NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);
}

/* The same with its arguments where they stand. */
OP_PART(call_positional_method) {
    uint32_t count = op_arg(word);
    Value *args = sp - count - 1;
    SAVE(CALL_WORDS);
    FINISH_CALL(count, as_native(args[-1])->def->forms->positional(refs(args), count + 1));
}

/* A method in C that takes these arguments or has defaults for the rest, of self's own type. */
OP_PART(call_native_method) {
    uint32_t count = op_arg(word);
    Value *args = sp - count - 1, callable = args[-1], self = *args;
    if (!self) TAIL(call_native_function);
    if (UNLIKELY(!is_exact(callable, &type_method_descriptor))) TAIL(call_native);
    const Native *native = as_native(callable);
    bool complete = native->fixed == count + 1;
    if (UNLIKELY(type_of(self) != native->owner)) TAIL(call_native);
    if (!complete && !takes_defaults(native, count + 1)) {
        if (!native_takes_positional(native->def)) TAIL(call_native);
        TAIL(call_positional_method);
    }
    if (UNLIKELY(native->def->shortcut)) take_shortcut(pc, callable);
    SAVE(CALL_WORDS);
    Value result = complete ? native->def->function(refs(args)) : call_padded(native, refs(args), count + 1);
    if (UNLIKELY(!result)) ERROR();
    for (; count > 0; count--) release(*--sp);
    sp--;
    release(sp[-1]);
    sp[-1] = result;
    release(self);
    NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);
}

/* Natives whose parameters stand on the stack as they want them, but for defaults and *args. */
OP_PART(call_native) {
    uint32_t count = op_arg(word), given = count;
    Value *args = sp - count, callable = args[-2];
    if (!is_heap(callable)) TAIL(call_other);
    Type *type = object_of(callable)->type;
    Native *native = as_native(callable);
    if (type == &type_method_descriptor) {
        if (args[-1]) args--, given++;
        if (given == 0 || !takes(native, given)) TAIL(call_other);
        if (type_of(args[0]) != native->owner && !type_is_subtype(type_of(args[0]), native->owner)) TAIL(call_other);
        if (UNLIKELY(native->def->shortcut)) take_shortcut(pc, callable);
    } else if (type == &type_builtin_function) {
        if (args[-1]) TAIL(call_other);
        if (native->self) given++, args--;
        if (!takes(native, given)) TAIL(call_other);
        if (native->self) args[0] = retain(native->self);
    } else if (type == &type_classmethod_descriptor) {
        if (!args[-1]) TAIL(call_other);
        given++, args--;
        if (!takes(native, given)) TAIL(call_other);
        if (!is_type(args[0]) || !type_is_subtype(as_type(args[0]), native->owner)) TAIL(call_other);
    } else {
        TAIL(call_other);
    }
    SAVE(CALL_WORDS);
    if (UNLIKELY(native->fixed != given)) FINISH_CALL(count, call_adapted(native, refs(args), given));
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
static Value construct_plainly(Type *type, const Signature *s, const Ref *args, size_t given) {
    Ref words[PADDED_MAX];
    Value made = type->construct ? NULL : type->make(type);
    words[0] = made ? made : type_ref(type);
    signature_fill(s, args, given, words + 1);
    Value result = s->function(words);
    if (!made) return result;
    if (!result) {
        release(made);
        return NULL;
    }
    release(result);
    return made;
}

/* Types in C, and classes that are made as they are, the first time that they are called here or always. */
static OP_PART(call_type_first) {
    uint32_t count = op_arg(word);
    Value *args = sp - count;
    Type *type = as_type(args[-2]);
    SAVE(CALL_WORDS);
    if (args[-1]) TAIL(call_any);
    if (count == 1 && type->convert) {
        if (op_of(*pc) == OP_CALL) rewrite_call(pc, OP_CALL_CONVERT, args[-2]);
        FINISH_CALL(count, type->convert(args[0]));
    }
    if (type == &type_type) TAIL(call_any);
    if (type == &type_dict && count == 0) FINISH_CALL(count, dict_new());
    if (is_plain_exception(type)) FINISH_CALL(count, exception_new_of(type, refs(args), count));
    if (type->new_slot && type->init_slot == object_init)
        FINISH_CALL(count, type->new_slot(args[-2], refs(args), count, NULL));
    const Signature *s = plain_construction(type);
    if (!s || count > s->positional || count < s->required) TAIL(call_any);
    writable(pc)[1] = type->version;
    cache_set_pointer(writable(pc) + 2, s);
    TAIL(call_static_type);
}

OP_PART(call_static_type) {
    uint32_t count = op_arg(word);
    Value *args = sp - count;
    Type *type = as_type(args[-2]);
    if (UNLIKELY(type->version != pc[1] || !pc[1] || args[-1])) TAIL(call_type_first);
    const Signature *s = cache_pointer(pc + 2);
    SAVE(CALL_WORDS);
    Value result;
    if (type->construct && count == s->positional) { /* what it takes stands there: the class and the arguments */
        args[-1] = args[-2];
        result = s->function(refs(args - 1));
        args[-1] = NULL;
    } else {
        result = construct_plainly(type, s, refs(args), count);
    }
    FINISH_CALL(count, result);
}
