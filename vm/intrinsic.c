#include "vm/intrinsic.h"

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"
#include "vm/exception_group.h"
#include "vm/function.h"
#include "vm/import.h"

/* The prompt shows the value of an expression: sys.displayhook(value). */
static Value display(Ref value) {
    Ref hook = dict_peek_text(rt()->sys, "displayhook");
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

/* typing.<maker>(arguments): type variables and aliases are made by the Python part of the library. */
static Value from_typing(const char *maker, const Ref *arguments, size_t count) {
    Value name = intern_text("typing"), module = import_absolute(name), result = NULL;
    release(name);
    if (!module) return NULL;
    Value maker_name = intern_text(maker), function = getattr(module, maker_name);
    if (function) result = call(function, arguments, count, NULL);
    release_maybe(function);
    release(maker_name);
    release(module);
    return result;
}

Value intrinsic_1(uint32_t number, Ref a) {
    switch (number) {
    case INTRINSIC_PRINT: return display(a);
    case INTRINSIC_STOP_ITERATION: return stop_iteration_error(a);
    case INTRINSIC_TYPEVAR: return from_typing("_type_variable", &a, 1);
    case INTRINSIC_PARAMSPEC: return from_typing("_parameter_specification", &a, 1);
    case INTRINSIC_TYPEVARTUPLE: return from_typing("_type_variable_tuple", &a, 1);
    case INTRINSIC_SUBSCRIPT_GENERIC: return from_typing("_generic_base", &a, 1);
    case INTRINSIC_TYPEALIAS: return from_typing("_type_alias", refs(as_tuple(a)->items), tuple_count(a));
    default: return raise(&type_SystemError, "unknown intrinsic %u", number);
    }
}

Value intrinsic_2(uint32_t number, Ref a, Ref b) {
    Ref both[2] = {a, b};
    switch (number) {
    case INTRINSIC_PREP_RERAISE_STAR: return exception_group_reraise(a, b);
    case INTRINSIC_TYPEVAR_WITH_BOUND: return from_typing("_type_variable_bound", both, 2);
    case INTRINSIC_TYPEVAR_WITH_CONSTRAINTS: return from_typing("_type_variable_constrained", both, 2);
    case INTRINSIC_SET_TYPEPARAM_DEFAULT: return from_typing("_type_parameter_default", both, 2);
    case INTRINSIC_SET_TYPE_PARAMS:
        if (is_function(a)) slot_set(&as_function(a)->type_params, b);
        return retain(a);
    default: return raise(&type_SystemError, "unknown intrinsic %u", number);
    }
}
