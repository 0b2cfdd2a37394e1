#include "vm/vm.h"

#include <stdlib.h>

#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/gc.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/interp/attr_cache.h"
#include "vm/interp/dispatch.h"
#include "vm/trace.h"

enum { SEGMENT_WORDS = 128 * 1024 };

static StackSegment *segment_new(Runtime *runtime, size_t words) {
    StackSegment *segment = mem_raw_try(&runtime->mem, sizeof(StackSegment) + words * sizeof(Value));
    if (segment) *segment = (StackSegment){.words = words};
    return segment;
}

static void segment_free(Runtime *runtime, StackSegment *segment) {
    mem_raw_free(&runtime->mem, segment, sizeof(StackSegment) + segment->words * sizeof(Value));
}

static void use_segment(Vm *vm, StackSegment *segment) {
    vm->segment = segment;
    vm->stack_end = segment->room + segment->words;
}

/* For the collector: what the frames refer to is reached from outside. It need not be all; operands are left out, since
 * an instruction that releases its operands one by one leaves dead ones below the saved sp. */
static void visit_roots(Visit visit, void *context) {
    for (const Frame *frame = vm_of()->frame; !(frame->flags & FRAME_BASE); frame = frame->caller) {
        if (frame->flags & FRAME_LEAVING) continue;
        for (uint32_t i = 0; i < frame->code->local_count; i++) visit(frame->locals[i], context);
        visit(frame->function, context);
        visit(frame->globals, context);
        if (frame->flags & FRAME_NAMESPACE) visit(frame->namespace, context);
    }
}

void vm_new(Runtime *runtime) {
    _Static_assert(sizeof(Vm) <= sizeof runtime->vm_room, "VM_ROOM_WORDS is too small");
    Vm *vm = (Vm *)runtime->vm_room; /* all zeros */
    StackSegment *segment = (StackSegment *)runtime->first_stack;
    *segment = (StackSegment){.words = (sizeof runtime->first_stack - sizeof *segment) / sizeof(Value)};
    vm->rt = runtime;
    vm->switch_interval = 0.005;
    vm->table = dispatch_plain;
    use_segment(vm, segment);
    vm->base.flags = FRAME_BASE;
    vm->base.sp = segment->room;
    vm->frame = &vm->base;
    runtime->vm = vm;
    runtime->vm_roots = visit_roots;
    runtime->vm_free = vm_free;
}

/* What hangs on these alone may still run code when it ends. */
static void drop_roots(Vm *vm) {
    clear_ref(&vm->trace_function);
    clear_ref(&vm->profile_function);
    clear_ref(&vm->audit_hooks);
    clear_ref(&vm->context);
    clear_ref(&vm->asyncgen_first);
    clear_ref(&vm->asyncgen_finalizer);
    clear_ref(&vm->retired);
    gc_collect();
}

void vm_free(Runtime *runtime) {
    Vm *vm = runtime->vm;
    if (!vm) return;
    drop_roots(vm);
    attr_cache_free(vm);
    StackSegment *segment = vm->segment;
    while (segment->above) segment = segment->above;
    for (StackSegment *below; (below = segment->below) != NULL; segment = below) segment_free(runtime, segment);
    runtime->vm = NULL;
    runtime->vm_roots = NULL;
}

static bool in_segment(const StackSegment *segment, const Value *p) {
    return p >= segment->room && p <= segment->room + segment->words;
}

Value *vm_reserve(Vm *vm, Value *sp, size_t count) {
    while (!in_segment(vm->segment, sp)) use_segment(vm, vm->segment->below); /* back from a segment no longer in use */
    if (sp + count <= vm->stack_end) return sp;
    StackSegment *next = vm->segment->above;
    if (next && next->words < count) {
        segment_free(vm->rt, next);
        vm->segment->above = next = NULL;
    }
    if (!next) {
        next = segment_new(vm->rt, count > SEGMENT_WORDS ? count : SEGMENT_WORDS);
        if (!next) {
            raise_memory();
            return NULL;
        }
        next->below = vm->segment;
        vm->segment->above = next;
    }
    use_segment(vm, next);
    return next->room;
}

bool vm_count_frame(Vm *vm) {
    if (UNLIKELY(vm->rt->recursion_depth >= vm->rt->recursion_limit))
        return raise_false(&type_RecursionError, "maximum recursion depth exceeded");
    vm->rt->recursion_depth++;
    return true;
}

/* The segment of a caller is used again once nothing stands above it. */
void vm_leave_segment(Vm *vm) {
    Frame *frame = vm->frame;
    while (!in_segment(vm->segment, frame->sp) && vm->segment->below) use_segment(vm, vm->segment->below);
}

void frame_leave(Vm *vm, Frame *frame) {
    uint32_t flags = frame->flags;
    if (flags & FRAME_OBJECT) frame_object_detach(vm, frame);
    frame->flags |= FRAME_LEAVING;
    for (Value *p = frame->locals; p < (Value *)frame; p++) {
        Value v = *p;
        *p = NULL;
        release_maybe(v);
    }
    if (flags & FRAME_NAMESPACE) release_maybe(frame->namespace);
    if (flags & FRAME_GENERATOR) generator_finish(vm, frame);
    else release(frame->function);
    vm->frame = frame->caller;
    vm->rt->recursion_depth--;
    vm_leave_segment(vm);
}

/* Runs code in a frame entered from C. function is taken; namespace is borrowed. */
static Value run_entry(Vm *vm, Value function, Ref namespace) {
    Code *code = as_code(as_function(function)->code);
    if (code->frame_words == 0) code_prepare(code);
    Value *room = vm_count_frame(vm) ? vm_reserve(vm, vm->frame->sp, code->frame_words) : NULL;
    if (!room) {
        release(function);
        return NULL;
    }
    memset(room, 0, code->local_count * sizeof(Value));
    Frame *frame =
        frame_init(vm, vm->frame, room, code, function, as_function(function)->globals, FRAME_ENTRY | FRAME_NAMESPACE);
    bool own = namespace != frame->globals || !is_exact(frame->globals, &type_dict);
    frame->namespace = own ? retain_maybe(namespace) : NULL;
    frame->pc = code->words;
    frame->sp = frame_operands(frame);
    vm_run(vm, false);
    return vm->result;
}

Value vm_run_code(Ref code, Ref globals, Ref namespace, Ref closure) {
    Value function = function_new(code, globals);
    as_function(function)->closure = retain_maybe(closure);
    if (as_code(code)->flags & CODE_OPTIMIZED) { /* a function's body: it may miss arguments, or make a generator */
        slot_set(&as_function(function)->qualname, as_code(code)->name);
        Value result = call_0(function);
        release(function);
        return result;
    }
    return run_entry(vm_of(), function, namespace);
}

Value vm_run_body(Ref function, Ref namespace) { return run_entry(vm_of(), retain(function), namespace); }
