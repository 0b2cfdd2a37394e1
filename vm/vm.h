/* vm/vm.h - the virtual machine: frames on a value stack, and entering it from C.
 *
 * Owns:      struct Vm, struct Frame, the segments of the value stack.
 * Invariant: vm->frame is the innermost frame; what a suspended frame owns ends at its sp.
 * Not here:  handlers (interp/), function objects (function.h), frame objects (frame.h).
 *
 * A frame stands on the value stack: its locals, then this struct, then its operands. A caller puts callable, self and
 * arguments on its operands; the arguments become the first locals where they stand.
 */
#ifndef OURO_VM_H
#define OURO_VM_H

#include "runtime/code.h"
#include "runtime/state.h"

typedef struct Function Function;
typedef struct Generator Generator;
typedef struct FrameObject FrameObject;

/* Frame.flags; 0: an ordinary call whose result the caller's operands get */
enum {
    FRAME_ENTRY = 1u << 0,      /* entered from C: leaving it leaves vm_run */
    FRAME_INIT = 1u << 1,       /* an __init__ run for an instance that already stands on the caller's operands */
    FRAME_GENERATOR = 1u << 2,  /* the body of frame->generator */
    FRAME_FOR = 1u << 3,        /* resumed by FOR_ITER of the caller */
    FRAME_SEND = 1u << 4,       /* resumed by SEND of the caller */
    FRAME_OBJECT = 1u << 5,     /* frame->object exists */
    FRAME_NAMESPACE = 1u << 6,  /* frame->namespace is owned (module and class bodies, exec) */
    FRAME_TRACED = 1u << 7,     /* the call event was delivered to sys.settrace's function */
    FRAME_BASE = 1u << 8,       /* the bottom of everything: no code */
    FRAME_OPERATOR = 1u << 12,  /* runs for an arithmetic instruction: leaves by operator_left */
    FRAME_COMPARE = 1u << 13,   /* runs for COMPARE: leaves by comparison_left */
    FRAME_JUMP = 1u << 14,      /* runs for a comparing jump: leaves by jump_comparison_left */
    FRAME_CALLING = 1u << 11,   /* its call event is being delivered: it stands at the line of its def */
    FRAME_SEGMENT = 1u << 10,   /* the first frame in its segment of the stack */
    FRAME_FOR_LOCAL = 1u << 12, /* with FRAME_FOR: the item goes to the loop's local */
    FRAME_FED = 1u << 15,       /* with FRAME_ENTRY: what it yields is taken by vm->taker at once (generator_feed) */
    FRAME_DROP = 1u << 16,      /* runs for a store: its result is dropped */
    FRAME_NEXT = 1u << 17,      /* resumed by CALL_NEXT or CALL_SEND: when it returns, that raises StopIteration */
    FRAME_STEP = 1u << 18, /* __next__ of a loop's iterator: leaves by step_left, or by step_ended with StopIteration */
    FRAME_ASKED = 1u << 19,    /* runs for LOAD_ATTR: its result replaces the object on the caller's operands */
    FRAME_OF_RIGHT = 1u << 20, /* with FRAME_OPERATOR: it is the right operand's method */
    FRAME_LEAVING = 1u << 9,   /* its locals are being released: nobody may look at them */
    FRAME_SPECIAL =
        FRAME_TRACED | FRAME_OBJECT | FRAME_SEGMENT, /* leaving it takes more than to release what it owns */
};

typedef struct Frame {
    struct Frame *caller; /* frame below */
    const uint32_t *pc;   /* word behind the instruction that runs or called; where to go on */
    Value *sp;            /* one past the last operand that this frame owns, saved when it may be looked at */
    Value *locals;        /* first local */
    Code *code;           /* kept by function, or by whoever runs a module */
    Value function;       /* owned Function; for module, class and exec bodies too */
    Ref globals;          /* dict, kept by function */
    Value namespace;      /* owned with FRAME_NAMESPACE, else NULL: where LOAD_NAME looks first, unless it is a plain
                             dict and the globals, too: then NULL */
    FrameObject *object;  /* valid with FRAME_OBJECT; owned reference */
    Generator *generator; /* valid with FRAME_GENERATOR; owned reference */
    uint32_t flags;       /* FRAME_... */
    uint32_t trace_line;  /* line last reported to the trace function */
} Frame;

#define FRAME_WORDS (sizeof(Frame) / sizeof(Value))
#define FRAME_SLACK 4 /* operands that slow paths push beyond what the code's stack_size says */

static inline Value *frame_operands(Frame *frame) { return (Value *)(frame + 1); }

typedef struct StackSegment {
    struct StackSegment *below; /* previous segment */
    struct StackSegment *above; /* next one, kept for reuse, or NULL */
    size_t words;               /* words of room */
    Value room[];               /* the stack itself */
} StackSegment;

/* What the loop without guaranteed tail calls carries from one handler to the next. */
typedef struct VmRegisters {
    const uint32_t *pc; /* NULL: leave the loop */
    Value *sp;
    Value *locals;
    Value const *consts;
    const void *table;
} VmRegisters;

/* See interp/attr_cache.h. */
enum { ATTR_CACHE_BITS = 11, ATTR_CACHE_SIZE = 1 << ATTR_CACHE_BITS, ATTR_CACHE_GROUP = 4 };
typedef struct AttrEntry {
    const struct Shape *shape; /* NULL: objects of the type have no attributes of their own */
    Value name;                /* interned str, owned; NULL: an empty entry */
    Ref attribute;             /* of the class, when a place says so */
    uint32_t version;          /* of the type */
    uint16_t load;             /* place of the attribute, for reading, or 0 */
    uint16_t store;            /* the same for writing */
} AttrEntry;

/* See interp/operator_cache.h. */
enum { OPERATOR_CACHE_SIZE = 64 };
typedef struct OperatorEntry {
    uint32_t left, right; /* versions of the operands' types; 0: an empty entry */
    uint32_t key;         /* the operator */
    bool of_right;        /* see OperatorFunction */
    Ref function;
} OperatorEntry;

struct Vm {
    Runtime *rt;              /* whose VM this is (vm_runtime) */
    Frame *frame;             /* innermost */
    Value *stack_end;         /* end of the segment in use */
    const void *table;        /* dispatch table in use: plain, tracing or counting */
    struct OpStats *stats;    /* counts of --stats (debug builds), or NULL */
    Value result;             /* what the last entry frame returned or yielded; NULL: it failed */
    const uint32_t *resume;   /* where to go on after a safe point */
    Take take;                /* what takes the items of the innermost frame with FRAME_FED */
    void *taker;              /* its first argument */
    bool attr_cache_used;     /* some entry is not empty */
    uint32_t attr_cache_turn; /* which entry of a group comes in front, or gives way */
    bool yielded;             /* the entry frame yielded (it did not return) */
    uint32_t reraised;        /* the word where the innermost frame is in the pending exception's traceback already,
                               * plus one; 0: it is not there yet */
    StackSegment *segment;    /* in use */
    Value trace_function;     /* sys.settrace, or NULL */
    Value profile_function;   /* sys.setprofile, or NULL */
    bool tracing;             /* inside the trace function */
    double switch_interval;   /* sys.setswitchinterval: only remembered, in seconds */
    Value audit_hooks;        /* list of sys.addaudithook, or NULL */
    Value context;            /* the current context of context variables, or NULL */
    uint32_t origin_depth;    /* sys.set_coroutine_origin_tracking_depth */
    Value asyncgen_first;     /* sys.set_asyncgen_hooks: called at the first iteration, or NULL */
    Value asyncgen_finalizer; /* the same: called for one that is dropped before its end, or NULL */
    Value retired;            /* list of codes that functions gave up while frames ran them, or NULL */
    VmRegisters registers;    /* see VmRegisters */
    uint32_t name_version;    /* of a module's namespace, whose entry of __name__ is known; or 0 */
    const struct DictEntry *name_entry;
    Frame base; /* below the first frame */
    OperatorEntry operators[OPERATOR_CACHE_SIZE];
    AttrEntry attr_cache[ATTR_CACHE_SIZE]; /* last: its pages stay untouched in programs that need none */
};

/* Makes the runtime's VM. */
void vm_new(Runtime *runtime);
void vm_free(Runtime *runtime);

static inline Vm *vm_of(void) { return rt()->vm; }
/* Whose VM this is, without a load. */
static inline Runtime *vm_runtime(Vm *vm) { return (Runtime *)((char *)vm - offsetof(Runtime, vm_room)); }

/* Runs a code object as a body with these namespaces (module, exec, eval, class). namespace NULL: globals.
 * New reference or NULL. closure may be NULL. */
MUST_CHECK Value vm_run_code(Ref code, Ref globals, Ref namespace, Ref closure);

/* Calls function(namespace body): runs a function's code with its namespace set, for __build_class__. */
MUST_CHECK Value vm_run_body(Ref function, Ref namespace);

/* Room for count words above sp on the stack, moving to another segment when needed: the address where they start.
 * NULL with MemoryError. */
Value *vm_reserve(Vm *vm, Value *sp, size_t count);

/* Whether words from sp on are in the segment in use, and one more frame is allowed. */
static inline bool vm_has_room(const Vm *vm, const Value *sp, size_t words) {
    return LIKELY(sp >= vm->segment->room && sp + words <= vm->stack_end) &&
           LIKELY(vm->rt->recursion_depth < vm->rt->recursion_limit);
}

/* Puts a frame of function on the stack: args are its first words (owned, already bound, local_count of them in place
 * at locals). The caller's sp is set already. */
static inline Frame *frame_init(Vm *vm, Frame *caller, Value *locals, Code *code, Value function, Ref globals,
                                uint32_t flags) {
    Frame *frame = (Frame *)(locals + code->local_count);
    frame->caller = caller;
    frame->locals = locals;
    frame->code = code;
    frame->function = function;
    frame->globals = globals;
    frame->namespace = NULL;
    frame->flags = flags;
    vm->frame = frame;
    return frame;
}

/* Releases what a frame owns (its locals, function, namespace; its operands must be gone) and makes its caller the
 * innermost. The frame object, if any, takes over the locals. */
void frame_leave(Vm *vm, Frame *frame);

/* Runs from the innermost frame until it leaves. Its result is in vm->result. throwing: raise the pending exception
 * at the frame's pc instead of going on. */
void vm_run(Vm *vm, bool throwing);

/* After the innermost frame was taken off: back to the segment of the one below. */
void vm_leave_segment(Vm *vm);

/* Raises RecursionError unless there is room for one more Python frame. */
MUST_CHECK bool vm_count_frame(Vm *vm);

#endif
