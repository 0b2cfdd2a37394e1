#include "lib/sys_async.h"

#include "lib/struct_sequence.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "vm/vm.h"

static const GetSetDef hooks_getsets[] = {
    STRUCT_FIELD(0, "firstiter", DOC("Called with a generator that is iterated for the first time.")),
    STRUCT_FIELD(1, "finalizer", DOC("Called with a generator that is dropped before its end.")),
    STRUCT_SHAPE(2, 2),
};

Type type_sys_asyncgen_hooks = {
    STRUCT_SEQUENCE_NAMED(sys_asyncgen_hooks, NULL, "asyncgen_hooks", hooks_getsets),
    .doc = "The hooks of asynchronous generators.",
};

static bool check_hook(Ref hook, const char *name) {
    return !hook || is_none(hook) || type_of(hook)->call ||
           raise_false(&type_TypeError, "callable %s expected, got %T", name, hook);
}

static void set_hook(Value *slot, Ref hook) {
    if (hook) slot_set(slot, is_none(hook) ? NULL : hook);
}

Value py_sys_set_asyncgen_hooks(const Ref *args) {
    if (!check_hook(args[1], "finalizer") || !check_hook(args[0], "firstiter")) return NULL;
    set_hook(&vm_of()->asyncgen_finalizer, args[1]);
    set_hook(&vm_of()->asyncgen_first, args[0]);
    return VALUE_NONE;
}

Value py_sys_get_asyncgen_hooks(const Ref *args) {
    const Vm *vm = vm_of();
    Value items[] = {vm->asyncgen_first ? retain(vm->asyncgen_first) : VALUE_NONE,
                     vm->asyncgen_finalizer ? retain(vm->asyncgen_finalizer) : VALUE_NONE};
    return struct_sequence_steal(&type_sys_asyncgen_hooks, items, 2, 2);
}

Value py_sys_set_coroutine_origin_tracking_depth(const Ref *args) {
    int64_t depth;
    if (!index_as_int64(args[0], &depth, &type_OverflowError)) return NULL;
    if (depth < 0) return raise(&type_ValueError, "depth must be >= 0");
    vm_of()->origin_depth = depth > INT32_MAX ? INT32_MAX : (uint32_t)depth;
    return VALUE_NONE;
}

Value py_sys_get_coroutine_origin_tracking_depth(const Ref *args) { return small_int_value(vm_of()->origin_depth); }
