/* vm/interp/interp.c - the dispatch table, entering the VM, safe points. */
#include "vm/interp/interp.h"

#include "vm/interp/dispatch.h"
#include "vm/trace.h"

const Handler dispatch_plain[256] = {
#define OP(name, form, extra, pops, pushes, flags, meaning) [OP_##name] = handle_##name,
#include "runtime/opcodes.def"
#undef OP
};

/* Every instruction goes by way of the tracer. */
const Handler dispatch_tracing[256] = {
#define OP(name, form, extra, pops, pushes, flags, meaning) [OP_##name] = trace_instruction,
#include "runtime/opcodes.def"
#undef OP
};

OP_SLOW(trace_instruction) {
    Frame *frame = vm->frame;
    if (!vm->tracing && (vm->trace_function || vm->profile_function)) {
        const uint32_t *saved = frame->pc;
        frame->pc = pc + 1;
        frame->sp = sp;
        if (!trace_line(vm, frame)) ERROR();
        frame->pc = saved;
    }
    TAIL(dispatch_plain[word & 0xff]);
}

OP_SLOW(safe_point) {
    const uint32_t *resume = vm->resume;
    if (!runtime_poll_slow()) ERROR();
    table = vm->table;
    DISPATCH(resume);
}

/* Runs the innermost frame: the one place where C enters handlers. */
static __attribute__((noinline)) void run(Vm *vm, bool throwing) {
    Frame *frame = vm->frame;
    const uint32_t *pc = frame->pc;
    Value *sp = frame->sp, *locals = frame->locals;
    Value const *consts = frame->code->consts;
    const void *table = vm->table;
    Handler first = throwing ? unwind : ((const Handler *)table)[*pc & 0xff];
    first(pc, *pc, sp, locals, vm, consts, table);
#ifndef HAVE_MUSTTAIL
    while ((pc = vm->registers.pc) != NULL) {
        VmRegisters *r = &vm->registers;
        ((const Handler *)r->table)[*pc & 0xff](pc, *pc, r->sp, r->locals, vm, r->consts, r->table);
    }
#endif
}

void vm_run(Vm *vm, bool throwing) {
    if (UNLIKELY(c_stack_low())) {
        if (!throwing) raise(&type_RecursionError, "maximum recursion depth exceeded");
        throwing = true;
    }
    run(vm, throwing);
}
