#include "lib/sys_rare.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/path.h"
#include "lib/stdlib_names.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/frame.h"
#include "vm/trace.h"

/* Tracing. */

static Value or_none(Ref v) { return v ? retain(v) : VALUE_NONE; }

static Value py_sys_settrace(const Ref *args) {
    trace_set(args[0]);
    return VALUE_NONE;
}

static Value py_sys_setprofile(const Ref *args) {
    trace_set_profile(args[0]);
    return VALUE_NONE;
}

static Value py_sys_gettrace(const Ref *args) { return or_none(vm_of()->trace_function); }
static Value py_sys_getprofile(const Ref *args) { return or_none(vm_of()->profile_function); }

static Value py_sys_call_tracing(const Ref *args) {
    if (!is_tuple(args[1])) return raise(&type_TypeError, "call_tracing() argument 2 must be tuple, not %T", args[1]);
    Vm *vm = vm_of();
    bool tracing = vm->tracing;
    vm->tracing = false;
    Value result = call(args[0], refs(as_tuple(args[1])->items), tuple_count(args[1]), NULL);
    vm->tracing = tracing;
    return result;
}

/* Audit hooks: they hear of what programs pass to sys.audit(). */

static Value py_sys_addaudithook(const Ref *args) {
    Vm *vm = vm_of();
    if (!vm->audit_hooks) vm->audit_hooks = list_new(0);
    return vm->audit_hooks && list_append(vm->audit_hooks, args[0]) ? VALUE_NONE : NULL;
}

Value py_sys_audit(const Ref *args) {
    if (!vm_of()->audit_hooks) return VALUE_NONE;
    if (!is_str(args[0])) return raise(&type_TypeError, "expected str for argument 'event', not %T", args[0]);
    Value hooks = retain(vm_of()->audit_hooks), result = VALUE_NONE;
    for (size_t i = 0; result && i < list_count(hooks); i++) {
        Value hook = retain(list_peek(hooks, i));
        result = call(hook, args, 2, NULL);
        release(hook);
        if (result) slot_set(&result, VALUE_NONE);
    }
    release(hooks);
    return result;
}

/* Settings. Ouro runs one thread, and no compiled code. */

static Value py_sys_getswitchinterval(const Ref *args) { return float_new(vm_of()->switch_interval); }

static Value py_sys_setswitchinterval(const Ref *args) {
    double seconds;
    if (!float_argument(args[0], &seconds)) return NULL;
    if (!(seconds > 0)) return raise(&type_ValueError, "switch interval must be strictly positive");
    vm_of()->switch_interval = seconds;
    return VALUE_NONE;
}

static Value py_sys_getdlopenflags(const Ref *args) { return small_int_value(RTLD_NOW); }
static Value py_sys_is_stack_trampoline_active(const Ref *args) { return VALUE_FALSE; }
static Value py_sys_deactivate_stack_trampoline(const Ref *args) { return VALUE_NONE; }
static Value py_sys_activate_stack_trampoline(const Ref *args) {
    return raise(&type_ValueError, "invalid backend: %A", args[0]);
}

/* There is one thread, the main one: its identifier is that of the process. */
static Value by_thread(Value what) {
    Value dict = what ? dict_new() : NULL, thread = int_value(getpid());
    if (dict && !dict_set(dict, thread, what)) clear_ref(&dict);
    release(thread);
    release_maybe(what);
    return dict;
}

static Value py_sys_current_frames(const Ref *args) { return by_thread(frame_at_depth(vm_of(), 0)); }
static Value py_sys_current_exceptions(const Ref *args) { return by_thread(or_none(rt()->handled)); }
static Value py_sys_getunicodeinternedsize(const Ref *args) { return int_value((int64_t)intern_count()); }

const NativeDef sys_rare_functions[] = {
    {"_current_frames()", py_sys_current_frames, DOC("Return a dict from each thread to its frame."), 0},
    {"_current_exceptions()", py_sys_current_exceptions, DOC("Return a dict from each thread to what it handles."), 0},
    {"getunicodeinternedsize(*, _only_immortal=False)", py_sys_getunicodeinternedsize,
     DOC("Return the number of strings that stand for all strings of their text."), 0},
    {"settrace(function, /)", py_sys_settrace,
     DOC("Set the function that is called for calls, lines, returns and exceptions."), 0},
    {"gettrace()", py_sys_gettrace, DOC("Return the function that settrace() set, or None."), 0},
    {"setprofile(function, /)", py_sys_setprofile, DOC("Set the function that is called for calls and returns."), 0},
    {"getprofile()", py_sys_getprofile, DOC("Return the function that setprofile() set, or None."), 0},
    {"call_tracing(func, args, /)", py_sys_call_tracing, DOC("Call func(*args) so that the call itself is traced."), 0},
    {"addaudithook(hook)", py_sys_addaudithook, DOC("Have hook(event, args) called for each audit()."), 0},
    {"getswitchinterval()", py_sys_getswitchinterval, DOC("Return the seconds after which threads take turns."), 0},
    {"setswitchinterval(interval, /)", py_sys_setswitchinterval, DOC("Set the seconds after which threads take turns."),
     0},
    {"getdlopenflags()", py_sys_getdlopenflags, DOC("Return the flags with which shared libraries are loaded."), 0},
    {"activate_stack_trampoline(backend, /)", py_sys_activate_stack_trampoline,
     DOC("Refused: there is no support for a native profiler."), 0},
    {"deactivate_stack_trampoline()", py_sys_deactivate_stack_trampoline, DOC("Do nothing: none is active."), 0},
    {"is_stack_trampoline_active()", py_sys_is_stack_trampoline_active, DOC("Return False."), 0},
    {0},
};
