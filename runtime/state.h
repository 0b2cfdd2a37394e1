/* runtime/state.h - the one place where all mutable state of an interpreter hangs.
 *
 * Owns:      struct Runtime: its creation, entry and destruction.
 * Invariant: rt() is the runtime that the public entry in use has set; nothing outside a Runtime is written after
 *            process start.
 * Not here:  what the parts do (mem.h, gc.h, intern.h, ...).
 */
#ifndef OURO_STATE_H
#define OURO_STATE_H

#include <stdio.h>

#include "runtime/base/mem.h"
#include "runtime/gc.h"
#include "runtime/type.h"

typedef struct Vm Vm;                         /* vm/vm.h */
typedef struct InternTable InternTable;       /* intern.h */
typedef struct WeakTable WeakTable;           /* weakref.h */
typedef struct MethodCache MethodCache;       /* type.c */
typedef struct SignatureCache SignatureCache; /* signature.h */
typedef struct Tracer Tracer;                 /* lib/tracemalloc_module.c */
typedef struct LineEditor LineEditor;         /* lib/repl/line_edit.c */
typedef struct BigintScratch BigintScratch;   /* bigint.c */

/* bits of Runtime.pending, tested at safe points */
enum {
    PENDING_SIGNAL = 1u << 0,              /* a signal arrived (Ctrl-C) */
    PENDING_MEMORY = MEM_PENDING_MEMORY,   /* a small allocation was served from the reserve: raise MemoryError */
    PENDING_COLLECT = MEM_PENDING_COLLECT, /* the heap grew enough for a collection */
    PENDING_TRACE = 1u << 3,               /* line tracing was switched on or off */
    PENDING_STRESS = 1u << 4,              /* OURO_STRESS: collect at this safe point (stays set) */
};

struct Code; /* code.h */

enum {
    VM_ROOM_WORDS = 8448,              /* at least what struct Vm takes */
    METHOD_CACHE_WORDS = 6 * 1024 + 2, /* what struct MethodCache takes */
    FIRST_STACK_WORDS = 32 * 1024 + 8  /* of the value stack's first segment */
};

/* Where a dict was last found to have a tuple: programs read, test and store by one key. The dict may be gone since, so
 * that what stands there counts only when its key is seen to be the same. */
typedef struct RecentEntry {
    const struct Dict *dict;
    size_t index;
} RecentEntry;

typedef struct Runtime {
    volatile uint32_t
        pending; /* PENDING_...; the VM tests it at calls, returns, backward jumps, ends of protected ranges */
    uint32_t next_version;      /* version for the next class or dict keys */
    Mem mem;                    /* all storage */
    Value error;                /* the exception being raised, or NULL */
    Value handled;              /* the exception being handled (sys.exc_info), or NULL: implicit context of a new one */
    Vm *vm;                     /* frames and value stack */
    Gc gc;                      /* collector's settings and statistics */
    RecentEntry recent_entry;   /* of dict_get, for dict_set */
    Value orphan;               /* the dict that last lost its owner while it was searched, or NULL */
    uint32_t code_versions;     /* given to code objects so far */
    uint32_t recursion_limit;   /* sys.setrecursionlimit */
    uint32_t recursion_depth;   /* Python frames and counted C recursions now active */
    unsigned nesting;           /* levels of recursion_enter() */
    char *c_stack_limit;        /* C code must not grow its stack below this address */
    uint32_t free_depth;        /* nesting of object_free */
    Object *deferred;           /* objects waiting to be freed, linked (object.c) */
    uint32_t finalizing;        /* finalisers that are running, one within the other */
    uint64_t hash_seed;         /* str and bytes hashes, dict mixing */
    InternTable *interned;      /* strings made unique in this runtime */
    WeakTable *weakrefs;        /* object -> its weak references */
    MethodCache *methods;       /* (type version, name) -> attribute */
    SignatureCache *signatures; /* parsed native signatures */
    Value modules;              /* sys.modules: dict */
    Value builtins;             /* dict of the builtins module */
    Value builtins_module;      /* the module itself, which makes names late; NULL: there is none */
    Value sys;                  /* dict of the sys module */
    Value sys_module;           /* likewise */
    Value main;                 /* the module __main__, or NULL */
    Value sources;              /* dict: file name -> bytes of a text that has no file (lib/source_cache.c), or NULL */
    Value located;              /* code object of the library's module whose locations were asked for last, or NULL */
    Value codec_handlers;       /* dict: name -> error handler that a program registered, or NULL */
    Tracer *tracer;             /* tracemalloc's tables, or NULL */
    void (*tracer_stop)(struct Runtime *runtime); /* set by tracemalloc: ends tracing and frees the tables */
    LineEditor *line_editor;                      /* of the prompt, or NULL while none was needed */
    BigintScratch *bigint_scratch; /* what GMP's temporaries are cut from during one call, or NULL (bigint.c) */
    uint64_t abc_registrations;    /* classes that were registered with abstract base classes */
    uint32_t abc_checks;           /* checks of abstract base classes that are running */
    int optimize;                  /* -O: 1 without asserts, 2 without docstrings too */
    bool safe_path;                /* -P: the folder of the program is not in sys.path */
    bool unbuffered;               /* -u: what is written to standard files goes out at once */
    uint8_t terminals;             /* bits: which of descriptors 0 to 2 were terminals at the start */
    const char *file_errors;       /* what sys.stdin and sys.stdout do about characters and bytes that do not fit */
    int64_t int_max_digits;        /* sys.set_int_max_str_digits; 0: no limit. 4300 at the start */
    void (*find_locations)(struct Code *code);    /* set by the library: of a code object from an image */
    void (*vm_roots)(Visit visit, void *context); /* set by the VM: names what its stacks refer to, or NULL */
    void (*vm_free)(struct Runtime *runtime);     /* set by the VM: frees it, after the last Python code has run */
    bool (*on_signal)(
        void); /* set by signal handling: runs handlers, false with an exception set; NULL: KeyboardInterrupt */
    TypeState type_states[TYPE_INDEX_COUNT]; /* by Type.index */
    uint64_t vm_room[VM_ROOM_WORDS]; /* the struct Vm stands here: one pointer leads handlers to both (vm_runtime) */
    /* memory only as far as it is written */
    uint64_t methods_room[METHOD_CACHE_WORDS]; /* the struct MethodCache */
    uint64_t first_stack[FIRST_STACK_WORDS];   /* the VM's first StackSegment */
    Object *mark_stack[GC_STACK_SIZE];         /* the collector's */
} Runtime;

extern _Thread_local Runtime *runtime_current __attribute__((tls_model("initial-exec")));
static inline Runtime *rt(void) { return runtime_current; }

/* Makes a runtime with its builtin types and interned names ready but no modules, and enters it. NULL when the system
 * has no memory. */
/* Chooses the seed of hashes, before the first runtime: a number, or at random ("random", NULL). False: text is
 * neither. */
bool runtime_choose_seed(const char *text);
Runtime *runtime_new(void);
/* Whether a process that ends now may leave the runtime to the system: in optimised builds, where no Python code, no
 * open file and nobody with OURO_LIVE set could tell. */
bool runtime_may_be_left(Runtime *runtime);
/* Drops modules, collects, frees everything. Returns the number of objects that were still alive (0: nothing leaked);
 * OURO_LIVE=1 names them on stderr. A runtime that may be left gives its memory back and answers 0. */
int64_t runtime_free(Runtime *runtime);
/* Gives back the memory of a current runtime that could not be started, whatever stands in it. */
void runtime_abandon(Runtime *runtime);
/* Writes the types of all living objects and how many there are of each. */
void state_report_live(FILE *file);
/* Makes runtime the current one of this thread and returns the one that was. */
Runtime *runtime_enter(Runtime *runtime);

/* Before C code calls itself (repr, comparison, nested data): false with RecursionError set when the real stack is
 * used up; Python's recursion limit counts Python frames only. where goes into the message (" in comparison"), ""
 * for none. */
MUST_CHECK bool recursion_check(const char *where);
/* The same for what CPython allows 9,998 levels of, however small: repr, comparison, JSON. recursion_leave() ends the
 * level. */
MUST_CHECK bool recursion_enter(const char *where);
static inline void recursion_leave(void) { rt()->nesting--; }
/* True when the C stack has less than about 256 KB left. */
static inline bool c_stack_low(void) { return (char *)__builtin_frame_address(0) < rt()->c_stack_limit; }

/* For native loops that allocate or run long: handles the pending word. False: an exception is set. */
MUST_CHECK bool runtime_poll_slow(void);
MUST_CHECK static inline bool runtime_poll(void) { return LIKELY(rt()->pending == 0) || runtime_poll_slow(); }
/* The same for loops whose turns are short: only what may end in an exception is looked for. */
static inline bool runtime_interrupted(void) { return UNLIKELY(rt()->pending & (PENDING_SIGNAL | PENDING_MEMORY)); }
MUST_CHECK static inline bool runtime_poll_errors(void) { return !runtime_interrupted() || runtime_poll_slow(); }

#endif
