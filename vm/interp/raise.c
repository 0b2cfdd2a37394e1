/* vm/interp/raise.c - raising, handling, with, assert. */
#include <string.h>

#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/tuple.h"
#include "vm/exception_group.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/interp/interp.h"

OP_HANDLER(PUSH_EXC_INFO) {
    Value exception = sp[-1];
    sp[-1] = vm->rt->handled;
    vm->rt->handled = retain(exception);
    if (vm->frame->flags & FRAME_GENERATOR) vm->frame->generator->handlers++;
    *sp++ = exception;
    NEXT(1);
}

/* Behind its last handler a generator sees what its resumer of now handles, not the one of then. */
static Value leave_generator_handler(Generator *g, Value previous) {
    if (--g->handlers == 0) slot_set(&previous, g->resumer_handled);
    return previous;
}

OP_HANDLER(POP_EXCEPT) {
    SAVE(1);
    Value done = vm->rt->handled, previous = *--sp;
    if (UNLIKELY(vm->frame->flags & FRAME_GENERATOR))
        previous = leave_generator_handler(vm->frame->generator, previous);
    vm->rt->handled = previous;
    release_maybe(done);
    NEXT(1);
}

static bool check_handler_class(Ref type) {
    if (is_type(type) && as_type(type)->flags & TYPE_EXCEPTION) return true;
    return raise_false(&type_TypeError, "catching classes that do not inherit from BaseException is not allowed");
}

/* An except clause takes an exception class or a tuple of them. */
static bool check_handler_type(Ref type) {
    if (is_tuple(type)) {
        for (size_t i = 0; i < tuple_count(type); i++)
            if (!check_handler_class(tuple_peek(type, i))) return false;
        return true;
    }
    return check_handler_class(type);
}

OP_HANDLER(CHECK_EXC_MATCH) {
    SAVE(1);
    Value type = sp[-1];
    if (!check_handler_type(type)) ERROR();
    sp[-1] = bool_value(exception_matches(sp[-2], type));
    release(type);
    NEXT(1);
}

OP_HANDLER(CHECK_EG_MATCH) {
    SAVE(1);
    Value type = sp[-1], exception = sp[-2], rest, match;
    if (!check_handler_type(type) || !exception_group_match(exception, type, &rest, &match)) ERROR();
    sp[-2] = rest;
    sp[-1] = match;
    if (!is_none(match)) slot_set(&vm->rt->handled, match); /* what the clause handles */
    release(type);
    release(exception);
    NEXT(1);
}

/* raise exception from cause: both borrowed. Sets the error. */
static void raise_from(Ref exception, Ref cause) {
    Value made = NULL;
    if (is_type(cause) && as_type(cause)->flags & TYPE_EXCEPTION) {
        made = call_0(cause);
        if (!made) return;
        if (!is_exception(made)) {
            raise(&type_TypeError, "calling %R should have returned an instance of BaseException, not %R", cause,
                  type_ref(type_of(made)));
            release(made);
            return;
        }
    } else if (is_exception(cause)) {
        made = retain(cause);
    } else if (!is_none(cause)) {
        raise(&type_TypeError, "exception causes must derive from BaseException");
        return;
    }
    raise_value(exception);
    Exception *raised = as_exception(rt()->error);
    slot_set_steal(&raised->cause, made);
    raised->suppress_context = true;
}

OP_HANDLER(RAISE) {
    SAVE(1);
    uint32_t count = op_arg(word);
    if (count == 0) {
        Ref current = vm->rt->handled;
        if (current) {
            error_restore_steal(retain(current));
            vm->reraised = frame_word(vm->frame) + 1;
            ERROR();
        }
        raise(&type_RuntimeError, "No active exception to reraise");
        ERROR();
    }
    if (count == 1) raise_value(sp[-1]);
    else raise_from(sp[-2], sp[-1]);
    ERROR();
}

OP_HANDLER(RERAISE) { /* its traceback already has this frame */
    uint32_t count = op_arg(word);
    Value exception = *--sp;
    SAVE(1);
    error_restore_steal(exception);
    vm->reraised = (count ? (uint32_t)small_int(sp[-(int)count]) : frame_word(vm->frame)) + 1;
    ERROR();
}

OP_HANDLER(LOAD_ASSERTION_ERROR) {
    *sp++ = value_of(&type_AssertionError);
    NEXT(1);
}

/* with. */

/* Puts the special method of manager's type at to[0] and what it is called with at to[1]: the manager, or NULL when the
 * method is bound. False with the TypeError that with gives. */
static bool load_with_method(Value *to, Ref manager, Ref name, const char *protocol, const char *hint) {
    Ref found = type_lookup_peek(type_of(manager), name);
    if (!found) return raise_false(&type_TypeError, "'%T' object does not support the %s%s", manager, protocol, hint);
    Type *type = type_of(found);
    bool unbound = type->flags & TYPE_METHOD || !type->get;
    to[0] = unbound ? retain(found) : type->get(found, manager, type_ref(type_of(manager)));
    to[1] = type->flags & TYPE_METHOD ? retain(manager) : NULL;
    return to[0] != NULL;
}

/* manager -> exit, its self or NULL, enter, its self or NULL. */
static bool look_up_with(Value *top, Ref enter_name, Ref exit_name, const char *protocol, const char *exit_hint) {
    Value manager = top[-1], methods[4];
    if (!load_with_method(methods + 2, manager, enter_name, protocol, "")) return false;
    if (!load_with_method(methods, manager, exit_name, protocol, exit_hint)) {
        release(methods[2]);
        release_maybe(methods[3]);
        return false;
    }
    memcpy(top - 1, methods, sizeof methods);
    release(manager);
    return true;
}

OP_HANDLER(BEFORE_WITH) {
    SAVE(1);
    if (!look_up_with(sp, NAME(dunder_enter), NAME(dunder_exit), "context manager protocol",
                      " (missed __exit__ method)"))
        ERROR();
    sp += 3;
    NEXT(1);
}

OP_HANDLER(BEFORE_ASYNC_WITH) {
    SAVE(1);
    if (!look_up_with(sp, NAME(dunder_aenter), NAME(dunder_aexit), "asynchronous context manager protocol",
                      " (missed __aexit__ method)"))
        ERROR();
    sp += 3;
    NEXT(1);
}

OP_HANDLER(WITH_EXCEPT_START) { /* exit, its self or NULL, lasti, previous, exception */
    SAVE(1);
    Ref exception = sp[-1], exit = sp[-5], self = sp[-4];
    Ref traceback = as_exception(exception)->traceback;
    Ref arguments[4] = {self, type_ref(type_of(exception)), exception, traceback ? traceback : VALUE_NONE};
    Value result = self ? call(exit, arguments, 4, NULL) : call(exit, arguments + 1, 3, NULL);
    if (!result) ERROR();
    if (!self) sp[-4] = VALUE_NONE; /* what is popped is something */
    *sp++ = result;
    NEXT(1);
}
