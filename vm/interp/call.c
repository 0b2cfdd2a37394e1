/* vm/interp/call.c - calls of Python functions, classes, methods, partials and the rest; making of functions. */
#include "vm/interp/call.h"
#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/dispatch.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/method.h"
#include "runtime/partial.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"

/* Runs the function, whose count arguments stand at args, when that needs no binding. */
#define CALL_FUNCTION(function_, args_, count_, below_)                                                                \
    do {                                                                                                               \
        Code *code_ = as_code(as_function(function_)->code);                                                           \
        if (UNLIKELY(!fits_in_place(vm, code_, (args_), (count_)))) TAIL(call_other);                                  \
        ENTER_STEAL(function_, args_, count_, below_, 0, CALL_WORDS);                                                  \
    } while (0)

OP_HANDLER(CALL) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, callable = args[-2];
    if (UNLIKELY(!is_exact(callable, &type_function))) TAIL(call_native_function);
    CALL_FUNCTION(callable, args, count, args - 2);
}

OP_HANDLER(CALL_METHOD) {
    uint32_t count = op_arg(word);
    Value *args = sp - count, callable = args[-2];
    if (UNLIKELY(!is_exact(callable, &type_function))) TAIL(call_native_method);
    if (LIKELY(args[-1] != NULL)) CALL_FUNCTION(callable, args - 1, count + 1, args - 2);
    CALL_FUNCTION(callable, args, count, args - 2);
}

/* Whether new_instance makes what the class's __new__ would. */
static bool is_plainly_new(Type *type) {
    if (type->flags & TYPE_EXCEPTION)
        return type->new_slot == type_BaseException.new_slot && !type_is_subtype(type, &type_BaseExceptionGroup);
    if (type->shape_offset != sizeof(Object)) return false;
    return type_lookup_peek(type, NAME(dunder_new)) == dict_peek_str(type_state(&type_object)->dict, NAME(dunder_new));
}

Ref type_python_init(Type *type) {
    if (type->flags & TYPE_ABSTRACT || !type->version) return NULL;
    Ref init = type_lookup_peek(type, NAME(dunder_init));
    return init && is_function(init) && is_plainly_new(type) ? init : NULL;
}

Value new_instance(Type *type, Value const *args, size_t count, Ref names) {
    if (LIKELY(!(type->flags & TYPE_EXCEPTION))) return instance_new(type);
    return type->new_slot(type_ref(type), refs(args), count, names);
}

/* The __new__ of a class whose __init__ is object's, when it is a Python function; borrowed, or NULL. It must not be
 * able to make an instance of a subclass with another __init__. */
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
    if (!args[-1] && is_plain_exception(as_type(class))) TAIL(call_static_type);
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
    if (UNLIKELY(type->version != pc[1] || !pc[1])) {
        Ref init = args[-1] ? NULL : type_python_init(type);
        if (!init) TAIL(call_new);
        writable(pc)[1] = type->version;
        cache_set_pointer(writable(pc) + 2, init);
    }
    Value callable = cache_pointer(pc + 2);
    Function *function = as_function(callable);
    Code *code = as_code(function->code);
    args--;
    if (UNLIKELY(args[0])) TAIL(call_any);
    if (UNLIKELY(!fits_in_place(vm, code, args, count + 1))) TAIL(call_init_bound);
    SAVE(CALL_WORDS);
    Value instance = new_instance(type, args + 1, count, NULL);
    if (UNLIKELY(!instance)) ERROR();
    args[0] = instance;
    args[-1] = retain(instance);
    release(value_of(type)); /* the instance keeps its class */
    ENTER_FUNCTION(callable, args, count + 1, args, FRAME_INIT, CALL_WORDS);
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
        TAIL(call_bound);
    Value const *defaults = as_tuple(function->defaults)->items + have - missing;
    for (int64_t i = 0; i < missing; i++) sp[i] = retain(defaults[i]);
    ENTER_STEAL(callable, args, code->simple_args, below, 0, CALL_WORDS);
}

OP_PART(call_other) {
    Value callable = sp[-(int32_t)op_arg(word) - 2];
    /* a metaclass may have a __call__ of its own */
    if (is_heap(callable) && object_of(callable)->type->call == type_call) TAIL(call_class);
    if (is_function(callable)) TAIL(call_with_defaults);
    TAIL(call_any);
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

OP_PART(call_method_object) {
    Value *args = sp - op_arg(word), bound = args[-2];
    args[-2] = retain(as_method(bound)->function);
    args[-1] = retain(as_method(bound)->self);
    SAVE(CALL_WORDS);
    release(bound);
    TAIL(handle_CALL_METHOD);
}

OP_PART(call_object) {
    Value callable = sp[-(int32_t)op_arg(word) - 2];
    if (UNLIKELY(!is_heap(callable))) TAIL(call_any);
    const Type *type = object_of(callable)->type;
    if (LIKELY(type->call == type_call)) TAIL(call_class);
    if (type == &type_method) TAIL(call_method_object);
    if (type == &type_method_descriptor) TAIL(call_native);
    TAIL(call_any);
}

/* Any callable. */
OP_PART(call_any) {
    uint32_t count = op_arg(word);
    Value *args = sp - count;
    if (is_exact(args[-2], &type_method) && !args[-1]) TAIL(call_method_object);
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
