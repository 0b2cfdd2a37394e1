/* vm/interp/call.c - calls and returns.
 *
 * Cache words of CALL and CALL_METHOD: [1] version of a class, [2,3] its Python __init__, or the Signature by which a static type makes
 * its instances.
 */
#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/dispatch.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/method.h"
#include "runtime/native.h"
#include "runtime/partial.h"
#include "runtime/signature.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "vm/interp/enter.h"
#include "vm/trace.h"

enum { CALL_WORDS = 4 };

OP_PART(call_other);
OP_PART(call_native);

/* Runs the function, whose count arguments stand at args, when that needs no binding. */
#define CALL_FUNCTION(function_, args_, count_, below_)                                                                \
    do {                                                                                                               \
        Function *callee_ = as_function(function_);                                                                    \
        Code *entered_ = as_code(callee_->code);                                                                       \
        Value *first_ = (args_);                                                                                       \
        if (UNLIKELY(!fits_in_place(vm, entered_, first_, (count_)))) TAIL(call_other);                                \
        Frame *caller_ = vm->frame;                                                                                    \
        caller_->pc = pc + CALL_WORDS;                                                                                 \
        caller_->sp = (below_);                                                                                        \
        Frame *new_ = frame_init(vm, caller_, first_, entered_, (function_), callee_->globals, 0);                     \
        unbind_locals(first_ + (count_), new_);                                                                        \
        locals = first_;                                                                                               \
        sp = frame_operands(new_);                                                                                     \
        ENTER_FRAME(entered_);                                                                                         \
    } while (0)

OP_HANDLER(CALL) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, callable = args[-2];
    if (UNLIKELY(!is_exact(callable, &type_function))) TAIL(call_native);
    CALL_FUNCTION(callable, args, count, args - 2);
}

OP_HANDLER(CALL_METHOD) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, callable = args[-2];
    if (UNLIKELY(!is_exact(callable, &type_function))) TAIL(call_native);
    if (LIKELY(args[-1] != NULL)) CALL_FUNCTION(callable, args - 1, count + 1, args - 2);
    CALL_FUNCTION(callable, args, count, args - 2);
}

/* Replaces callable, self and count arguments below sp by result, which may be NULL. */
#define FINISH_CALL(count, result)                                                                                     \
    do {                                                                                                               \
        Value result_ = (result);                                                                                      \
        if (UNLIKELY(!result_)) ERROR();                                                                               \
        for (uint32_t n_ = (count); n_ > 0; n_--) release_maybe(*--sp);                                                \
        release_maybe(*--sp);                                                                                          \
        release(*--sp);                                                                                                \
        *sp++ = result_;                                                                                               \
        NEXT_SAFE(CALL_WORDS, pc + CALL_WORDS);                                                                        \
    } while (0)

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

/* Natives whose parameters stand on the stack as they want them. */
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

/* An instance of a class whose __init__ is a Python function and whose __new__ is object's: its __init__ runs in
 * place. Returns the Function, borrowed, or NULL. */
static Ref python_init(Type *type) {
    if (type->flags & TYPE_ABSTRACT || !type->version) return NULL;
    if (type->shape_offset != sizeof(Object)) return NULL;
    Ref init = type_lookup_peek(type, NAME(dunder_init)), new = type_lookup_peek(type, NAME(dunder_new));
    if (!init || !is_function(init) || new != dict_peek_str(type_state(&type_object)->dict, NAME(dunder_new)))
        return NULL;
    return init;
}

OP_PART(call_any);

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

/* The __new__ of a class whose __init__ is object's, when it is a Python function; borrowed, or NULL. It must not be able
 * to make an instance of a subclass with another __init__. */
static Ref python_new(Type *type) {
    if (!(type->flags & TYPE_HEAP) || type->init_slot != object_init || type_state(type)->subclasses) return NULL;
    Ref new = type_lookup_peek(type, NAME(dunder_new));
    if (!new || !is_exact(new, &type_staticmethod)) return NULL;
    Ref function = as_class_method(new)->function;
    return function && is_function(function) ? function : NULL;
}

/* Calling such a class is calling its __new__ with the class in front. */
OP_PART(call_new) {
    Value *args = sp - op_arg(word), class = args[-2];
    Ref function = args[-1] ? NULL : python_new(as_type(class));
    if (!function) TAIL(call_any);
    args[-1] = class;
    args[-2] = retain(function);
    TAIL(handle_CALL_METHOD);
}

/* Classes with a Python __init__. */

OP_PART(call_class) {
    uint32_t count = op_arg(word);
    Value *args = sp - count;
    Type *type = as_type(args[-2]);
    if (!(type->flags & TYPE_HEAP)) TAIL(call_static_type);
    if (UNLIKELY(type->version != pc[1])) {
        Ref init = args[-1] ? NULL : python_init(type);
        if (!init) TAIL(call_new);
        writable(pc)[1] = type->version;
        cache_set_pointer(writable(pc) + 2, init);
    }
    Value callable = cache_pointer(pc + 2);
    Function *function = as_function(callable);
    Code *code = as_code(function->code);
    args--;
    if (UNLIKELY(args[0] || !fits_in_place(vm, code, args, count + 1))) TAIL(call_any);
    SAVE(CALL_WORDS);
    Value instance = instance_new(type);
    args[0] = instance;
    args[-1] = retain(instance);
    vm->frame->sp = args;
    retain(callable);
    locals = args;
    Frame *frame = frame_init(vm, vm->frame, args, code, callable, function->globals, FRAME_INIT);
    unbind_locals(args + count + 1, frame);
    sp = frame_operands(frame);
    release(value_of(type)); /* the instance keeps its class */
    ENTER_FRAME(code);
}

/* A Python function that needs no binding but for some of its defaults. */
OP_PART(call_with_defaults) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, *below = args - 2, callable = *below;
    Function *function = as_function(callable);
    Code *code = as_code(function->code);
    if (args[-1]) args--, count++;
    int64_t missing = (int64_t)code->simple_args - count;
    size_t have = function->defaults ? tuple_count(function->defaults) : 0;
    if (missing < 0 || (size_t)missing > have || !fits_in_place(vm, code, args, (size_t)code->simple_args))
        TAIL(call_any);
    vm->frame->pc = pc + CALL_WORDS;
    vm->frame->sp = below;
    Value const *defaults = as_tuple(function->defaults)->items + have - missing;
    for (int64_t i = 0; i < missing; i++) sp[i] = retain(defaults[i]);
    locals = args;
    Frame *frame = frame_init(vm, vm->frame, args, code, callable, function->globals, 0);
    unbind_locals(args + code->simple_args, frame);
    sp = frame_operands(frame);
    ENTER_FRAME(code);
}

OP_PART(call_other) {
    Value callable = sp[-(int32_t)op_arg(word) - 2];
    /* a metaclass may have a __call__ of its own */
    if (is_heap(callable) && object_of(callable)->type->call == type_call) TAIL(call_class);
    if (is_function(callable)) TAIL(call_with_defaults);
    TAIL(call_any);
}

/* A Python function by the general binding, in a frame in place. The operands from below on are consumed. */
OP_PART(call_bound) {
    bool keywords = op_of(word) == OP_CALL_KW;
    uint32_t count = op_arg(word), named = keywords ? (uint32_t)tuple_count(sp[-1]) : 0;
    Value *end = sp - keywords, *args = end - count, *below = args - 2;
    Function *function = as_function(args[-2]);
    Code *code = as_code(function->code);
    SAVE(CALL_WORDS);
    if (!vm_count_frame(vm)) ERROR();
    size_t positional = count - named;
    if (args[-1]) args--, positional++;
    Value *room = vm_reserve(vm, sp, code->frame_words);
    if (!room || !function_bind(function, refs(args), positional, keywords ? sp[-1] : NULL, room)) {
        vm->rt->recursion_depth--;
        ERROR();
    }
    Value callable = retain(*below);
    bool moved = room != sp;
    while (sp > below) release_maybe(*--sp);
    vm->frame->sp = sp;
    locals = room;
    Frame *frame = frame_init(vm, vm->frame, room, code, callable, function->globals, moved ? FRAME_SEGMENT : 0);
    sp = frame_operands(frame);
    vm->rt->recursion_depth--;
    ENTER_FRAME(code);
}

/* A partial without keywords: its arguments are put in front of those given, and its function is called instead. */
OP_PART(call_partial) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, callable = args[-2];
    const Partial *partial = as_partial(callable);
    const Tuple *front = as_tuple(partial->arguments);
    memmove(args + front->count, args, count * sizeof *args);
    for (size_t i = 0; i < front->count; i++) args[i] = retain(front->items[i]);
    args[-2] = retain(partial->function);
    sp += front->count;
    word += (uint32_t)front->count << 8;
    SAVE(CALL_WORDS);
    release(callable);
    TAIL(handle_CALL);
}

static inline bool opens_in_place(const Vm *vm, Ref callable, const Value *sp) {
    if (!is_exact(callable, &type_partial)) return false;
    const Partial *partial = as_partial(callable);
    return is_function(partial->function) && dict_count(partial->keywords) == 0 &&
           tuple_count(partial->arguments) < 64 && sp + tuple_count(partial->arguments) + FRAME_SLACK < vm->stack_end;
}

/* Any callable; method objects first. */
OP_PART(call_any) {
    uint32_t count = op_arg(word);
    Value *args = sp - count;
    if (is_exact(args[-2], &type_method) && !args[-1]) {
        Method *method = as_method(args[-2]);
        Value bound = args[-2];
        args[-2] = retain(method->function);
        args[-1] = retain(method->self);
        SAVE(CALL_WORDS);
        release(bound);
        TAIL(handle_CALL_METHOD);
    }
    if (is_function(args[-2])) TAIL(call_bound);
    if (!args[-1] && opens_in_place(vm, args[-2], sp)) TAIL(call_partial);
    if (type_of(args[-2])->call == dispatch_call && !args[-1]) {
        Ref method = type_lookup_peek(type_of(args[-2]), NAME(dunder_call));
        if (method && is_function(method)) {
            args[-1] = args[-2];
            args[-2] = retain(method);
            TAIL(handle_CALL_METHOD);
        }
    }
    SAVE(CALL_WORDS);
    Value *from = args[-1] ? args - 1 : args;
    FINISH_CALL(count, call(args[-2], refs(from), (size_t)(sp - from), NULL));
}

OP_HANDLER(CALL_KW) {
    uint32_t count = op_arg(word);
    Value names = sp[-1], *args = sp - 1 - count;
    if (is_exact(args[-2], &type_method) && !args[-1]) {
        Value bound = args[-2];
        args[-1] = retain(as_method(bound)->self);
        args[-2] = retain(as_method(bound)->function);
        SAVE(CALL_WORDS);
        release(bound);
    }
    if (is_function(args[-2])) TAIL(call_bound);
    SAVE(CALL_WORDS);
    Value *from = args[-1] ? args - 1 : args;
    size_t positional = (size_t)(sp - 1 - from) - tuple_count(names);
    FINISH_CALL(count + 1, call(args[-2], refs(from), positional, names));
}

/* Calls with a tuple of arguments and, with keywords, a dict of them. */
static Value call_spread(Ref callable, Ref arguments, Ref keywords) {
    Tuple *tuple = as_tuple(arguments);
    size_t named = keywords ? dict_count(keywords) : 0;
    if (!named) return call(callable, refs(tuple->items), tuple->count, NULL);
    Value all = list_new(tuple->count + named), names = tuple_new(named), result = NULL;
    if (!all || !names) goto done;
    List *list = as_list(all);
    for (size_t i = 0; i < tuple->count; i++) list->items[list->count++] = retain(tuple->items[i]);
    size_t position = 0, i = 0;
    Ref key, value;
    while (dict_step(keywords, &position, &key, &value)) {
        as_tuple(names)->items[i++] = retain(key);
        list->items[list->count++] = retain(value);
    }
    result = call(callable, refs(list->items), tuple->count, names);
done:
    release_maybe(all);
    release_maybe(names);
    return result;
}

/* f(*x): makes the tuple of x. */
static COLD bool spread_iterable(Ref callable, Value *arguments) {
    Type *type = type_of(*arguments);
    if (!type->iter && !type->getitem) {
        return dict_raise_about_call(callable, "%S argument after * must be an iterable, not %T", *arguments);
    }
    Value tuple = tuple_of(*arguments);
    if (tuple) slot_set_steal(arguments, tuple);
    return tuple != NULL;
}

OP_HANDLER(CALL_EX) {
    SAVE(1);
    bool keywords = op_arg(word) & 1;
    Value *base = sp - 3 - keywords;
    if (!is_exact(base[2], &type_tuple) && !spread_iterable(base[0], &base[2])) ERROR();
    Value result = call_spread(base[0], base[2], keywords ? base[3] : NULL);
    if (!result) ERROR();
    while (sp > base) release_maybe(*--sp);
    *sp++ = result;
    NEXT_SAFE(1, pc + 1);
}

/* Returns. */

/* Leaves an ordinary frame; its first operand is the result, and from locals on its words are still its own. Releasing
 * them may run code, which must not see this frame. */
OP_PART(return_releasing) {
    Frame *frame = vm->frame, *caller = frame->caller;
    Value result = *frame_operands(frame);
    frame->pc = pc + 1;
    frame->flags = FRAME_LEAVING;
    frame->sp = frame_operands(frame);
    for (Value *p = locals; p < (Value *)frame; p++) release_maybe(*p);
    release(frame->function);
    vm->frame = caller;
    vm->rt->recursion_depth--;
    LOAD_FRAME();
    sp = caller->sp;
    *sp++ = result;
    DISPATCH(caller->pc);
}

/* Leaves an ordinary frame with result, as long as what it owns has other owners too. */
#define RETURN_VALUE(result)                                                                                           \
    do {                                                                                                               \
        Frame *frame_ = vm->frame, *caller_ = frame_->caller;                                                          \
        Value result_ = (result);                                                                                      \
        while (locals < (Value *)frame_ && LIKELY(release_shared(*locals))) locals++;                                  \
        if (UNLIKELY(locals < (Value *)frame_ || !release_shared(frame_->function))) {                                 \
            *frame_operands(frame_) = result_;                                                                         \
            TAIL(return_releasing);                                                                                    \
        }                                                                                                              \
        vm->frame = caller_;                                                                                           \
        vm->rt->recursion_depth--;                                                                                     \
        locals = caller_->locals;                                                                                      \
        consts = caller_->code->consts;                                                                                \
        sp = caller_->sp;                                                                                              \
        *sp++ = result_;                                                                                               \
        DISPATCH(caller_->pc);                                                                                         \
    } while (0)

OP_HANDLER(RETURN) {
    if (UNLIKELY(vm->frame->flags)) TAIL(leave_special);
    RETURN_VALUE(sp[-1]);
}

OP_HANDLER(RETURN_CONST) {
    Value v = retain(consts[op_arg(word)]);
    if (UNLIKELY(vm->frame->flags)) {
        *sp++ = v;
        TAIL(leave_special);
    }
    RETURN_VALUE(v);
}

OP_HANDLER(RETURN_LOCAL) {
    Value *slot = &locals[op_arg(word)], v = *slot;
    if (UNLIKELY(!v)) TAIL(unbound_local);
    if (UNLIKELY(vm->frame->flags)) {
        *sp++ = retain(v);
        TAIL(leave_special);
    }
    *slot = NULL; /* moved, not counted twice */
    RETURN_VALUE(v);
}

OP_SLOW(leave_otherwise);

/* The result is sp[-1] and the frame has flags. Those that only say where the result goes come first. */
OP_PART(leave_special) {
    Frame *frame = vm->frame, *caller = frame->caller;
    uint32_t flags = frame->flags;
    Value result = sp[-1];
    if (flags & ~(uint32_t)(FRAME_ENTRY | FRAME_INIT | FRAME_OPERATOR | FRAME_COMPARE | FRAME_JUMP))
        TAIL(leave_otherwise);
    if (flags & FRAME_INIT && !is_none(result)) TAIL(leave_otherwise);
    frame->pc = pc + 1;
    frame->flags = flags | FRAME_LEAVING;
    frame->sp = frame_operands(frame);
    for (Value *p = locals; p < (Value *)frame; p++) release_maybe(*p);
    release(frame->function);
    vm->frame = caller;
    vm->rt->recursion_depth--;
    if (flags & FRAME_ENTRY) {
        vm->result = result;
        vm->yielded = false;
        LEAVE_LOOP();
    }
    locals = caller->locals;
    consts = caller->code->consts;
    sp = caller->sp;
    pc = caller->pc;
    if (flags & FRAME_INIT) NEXT(0); /* the instance stands on the operands already */
    *sp++ = result;
    if (flags & FRAME_OPERATOR) TAIL(operator_left);
    if (flags & FRAME_COMPARE) TAIL(comparison_left);
    TAIL(jump_comparison_left);
}

OP_SLOW(leave_otherwise) {
    Frame *frame = vm->frame;
    Value result = *--sp;
    uint32_t flags = frame->flags;
    if ((flags & (FRAME_GENERATOR | FRAME_SPECIAL)) == FRAME_GENERATOR) {
        sp++;
        TAIL(leave_generator);
    }
    SAVE(1);
    if (flags & FRAME_INIT && !is_none(result)) {
        *sp++ = result;
        raise(&type_TypeError, "__init__() should return None, not '%T'", result);
        ERROR();
    }
    if (flags & FRAME_TRACED) {
        *sp++ = result;
        vm->frame->sp = sp;
        if (!trace_return(vm, frame, result)) ERROR();
        sp--;
        vm->frame->sp = sp;
    }
    frame_leave(vm, frame);
    if (flags & FRAME_ENTRY) {
        vm->result = result;
        vm->yielded = false;
        LEAVE_LOOP();
    }
    LOAD_FRAME();
    sp = vm->frame->sp;
    pc = vm->frame->pc;
    if (flags & FRAME_INIT) NEXT(0); /* the instance stands on the operands already */
    if (flags & FRAME_FOR) {         /* the generator is exhausted: drop it and leave the loop */
        release(result);
        Value iterator = *--sp;
        vm->frame->sp = sp;
        release(iterator);
        NEXT(0);
    }
    if (flags & FRAME_SEND) { /* receiver value-slot: the result replaces both, and the jump of SEND is taken */
        Value receiver = *--sp;
        vm->frame->sp = sp;
        release(receiver);
        *sp++ = result;
        NEXT((int32_t)pc[-1]);
    }
    *sp++ = result;
    if (flags & FRAME_OPERATOR) TAIL(operator_left);
    if (flags & FRAME_COMPARE) TAIL(comparison_left);
    if (flags & FRAME_JUMP) TAIL(jump_comparison_left);
    NEXT(0);
}

/* Functions. */

OP_HANDLER(MAKE_FUNCTION) {
    SAVE(1);
    Value function = function_new(sp[-1], vm->frame->globals);
    release(sp[-1]);
    sp[-1] = function;
    NEXT(1);
}

OP_HANDLER(SET_FUNCTION_ATTRIBUTE) {
    Function *function = as_function(sp[-1]);
    Value value = sp[-2];
    sp[-2] = sp[-1];
    sp--;
    switch (op_arg(word)) {
    case 1: function->defaults = value; break;
    case 2: function->kwdefaults = value; break;
    case 4: function->annotations = value; break;
    case 8: function->closure = value; break;
    default: function->type_params = value; break;
    }
    NEXT(1);
}
