#include "vm/intrinsic.h"

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"
#include "vm/exception_group.h"
#include "vm/function.h"
#include "vm/type_variable.h"

/* The prompt shows the value of an expression: sys.displayhook(value). */
static Value display(Ref value) {
    Ref hook = module_peek_text(rt()->sys_module, "displayhook");
    if (!hook) return raise(&type_RuntimeError, "lost sys.displayhook");
    return call_1(hook, value);
}

/* A StopIteration (or StopAsyncIteration) that leaves a generator's body becomes a RuntimeError. */
static Value stop_iteration_error(Ref exception) {
    Type *type = type_of(exception);
    Code *code = vm_of()->frame->code;
    bool asynchronous = code->flags & CODE_ASYNC_GENERATOR;
    const char *kind = asynchronous ? "async generator" : code->flags & CODE_COROUTINE ? "coroutine" : "generator";
    const char *what = NULL;
    if (type_is_subtype(type, &type_StopIteration)) what = "StopIteration";
    else if (asynchronous && type_is_subtype(type, &type_StopAsyncIteration)) what = "StopAsyncIteration";
    if (!what) return retain(exception);
    Value message = error_format("%s raised %s", kind, what), args = tuple_pack(1, message);
    release(message);
    Value error = args ? exception_new(&type_RuntimeError, args) : NULL;
    release_maybe(args);
    if (!error) return NULL;
    slot_set(&as_exception(error)->cause, exception);
    slot_set(&as_exception(error)->context, exception);
    as_exception(error)->suppress_context = true;
    return error;
}

Value intrinsic_1(uint32_t number, Ref a) {
    switch (number) {
    case INTRINSIC_PRINT: return display(a);
    case INTRINSIC_STOP_ITERATION: return stop_iteration_error(a);
    case INTRINSIC_TYPEVAR: return type_variable_new(&type_type_var, a, NULL, NULL);
    case INTRINSIC_PARAMSPEC: return type_variable_new(&type_param_spec, a, NULL, NULL);
    case INTRINSIC_TYPEVARTUPLE: return type_variable_new(&type_type_var_tuple, a, NULL, NULL);
    case INTRINSIC_SUBSCRIPT_GENERIC: return generic_subscript(a);
    case INTRINSIC_TYPEALIAS: return type_alias_new(tuple_peek(a, 0), tuple_peek(a, 1), tuple_peek(a, 2));
    default: return raise(&type_SystemError, "unknown intrinsic %u", number);
    }
}

Value intrinsic_2(uint32_t number, Ref a, Ref b) {
    switch (number) {
    case INTRINSIC_PREP_RERAISE_STAR: return exception_group_reraise(a, b);
    case INTRINSIC_TYPEVAR_WITH_BOUND: return type_variable_new(&type_type_var, a, b, NULL);
    case INTRINSIC_TYPEVAR_WITH_CONSTRAINTS: return type_variable_new(&type_type_var, a, NULL, b);
    case INTRINSIC_SET_TYPEPARAM_DEFAULT: return type_variable_set_default(a, b);
    case INTRINSIC_SET_TYPE_PARAMS:
        if (is_function(a)) slot_set(&as_function(a)->type_params, b);
        return retain(a);
    default: return raise(&type_SystemError, "unknown intrinsic %u", number);
    }
}
