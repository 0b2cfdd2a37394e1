#include "runtime/state.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/str.h"
#include "runtime/weakref.h"

enum {
    C_STACK_KEPT = 256 * 1024,             /* bytes that C code may use below c_stack_limit */
    C_STACK_UNLIMITED = 256 * 1024 * 1024, /* what we use where the system sets no limit */
    RECURSION_LIMIT = 1000,                /* as CPython */
    INT_MAX_DIGITS = 4300,                 /* as CPython */
};

_Thread_local Runtime *runtime_current;

/* --- Process and thread --------------------------------------------------------------------------------------- */

static uint64_t process_seed; /* static strings keep their hashes, so all runtimes share it */

static bool seed_chosen;

bool runtime_choose_seed(const char *text) {
    seed_chosen = true;
    if (text && strcmp(text, "random") != 0) {
        char *end;
        errno = 0;
        process_seed = strtoul(text, &end, 10);
        return *end == '\0' && errno == 0 && process_seed <= UINT32_MAX;
    }
    if (getrandom(&process_seed, sizeof process_seed, GRND_NONBLOCK) != sizeof process_seed) {
        process_seed = (uint64_t)getpid() * 0x9e3779b97f4a7c15u;
    }
    return true;
}

static void start_process(void) {
    if (!seed_chosen) runtime_choose_seed(NULL);
    rt()->hash_seed = process_seed;
    type_process_start();
    intern_process_start();
}

/* The main thread's stack grows from above the environment down to the resource limit, and no other thread's lies
 * there. NULL: the environment tells that this is another thread, or it tells nothing, having been moved. */
static char *main_stack_limit(char *here) {
    struct rlimit limit;
    size_t size = C_STACK_UNLIMITED;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) size = limit.rlim_cur;
    char *top = NULL;
    for (char **entry = environ; entry && *entry; entry++) {
        if (*entry > here && (size_t)(*entry - here) < size && *entry > top) top = *entry;
    }
    return top ? top - size : NULL;
}

static char *thread_stack_limit(char *here) {
    pthread_attr_t attributes;
    void *lowest = here - 128 * 1024;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        pthread_attr_getstack(&attributes, &lowest, &size);
        pthread_attr_destroy(&attributes);
    }
    return lowest;
}

static _Thread_local char *c_stack_limit_of_thread;

static char *find_c_stack_limit(void) {
    if (!c_stack_limit_of_thread) {
        char *here = __builtin_frame_address(0);
        char *lowest = main_stack_limit(here);
        c_stack_limit_of_thread = (lowest ? lowest : thread_stack_limit(here)) + C_STACK_KEPT;
    }
    return c_stack_limit_of_thread;
}

/* --- Creation ------------------------------------------------------------------------------------------------- */

Runtime *runtime_enter(Runtime *runtime) {
    Runtime *before = runtime_current;
    runtime_current = runtime;
    if (runtime) runtime->c_stack_limit = find_c_stack_limit();
    return before;
}

Runtime *runtime_new(void) {
    static pthread_once_t started = PTHREAD_ONCE_INIT;
    Runtime *runtime = mem_pages(sizeof *runtime);
    if (!runtime || !mem_init(&runtime->mem, &runtime->pending)) {
        mem_pages_free(runtime, sizeof *runtime);
        return NULL;
    }
    gc_start(&runtime->gc, runtime->mark_stack);
    runtime->recursion_limit = RECURSION_LIMIT;
    runtime->int_max_digits = INT_MAX_DIGITS;
    runtime->next_version = TYPE_INDEX_COUNT < 1024 ? 1024 : TYPE_INDEX_COUNT;
    runtime_enter(runtime);
    pthread_once(&started, start_process);
    runtime->hash_seed = process_seed;
    if (runtime->gc.stress_after) runtime->pending |= PENDING_STRESS;
#ifdef OURO_HOSTILE
    const char *fail = getenv("OURO_FAIL");
    runtime->mem.fail_after = fail ? strtoull(fail, NULL, 10) : 0;
#endif
    intern_runtime_start();
    type_runtime_start();
    return runtime;
}

/* --- Safe points and recursion -------------------------------------------------------------------------------- */

static bool take_pending(Runtime *runtime, uint32_t what) {
    return __atomic_fetch_and(&runtime->pending, ~what, __ATOMIC_RELAXED) & what;
}

bool runtime_poll_slow(void) {
    Runtime *runtime = rt();
    if (take_pending(runtime, PENDING_SIGNAL)) {
        if (!runtime->on_signal) return raise_false(&type_KeyboardInterrupt, "");
        if (!runtime->on_signal()) return false;
    }
    if (take_pending(runtime, PENDING_MEMORY)) {
        raise_memory();
        return false;
    }
    if (runtime->pending & (PENDING_COLLECT | PENDING_STRESS)) gc_safe_point();
    return true;
}

static bool raise_recursion(const char *where) {
    return raise_false(&type_RecursionError, "maximum recursion depth exceeded%s", where);
}

bool recursion_check(const char *where) { return LIKELY(!c_stack_low()) || raise_recursion(where); }

bool recursion_enter(const char *where) {
    enum { LEVELS_MAX = 9998 };
    if (UNLIKELY(rt()->nesting >= LEVELS_MAX || c_stack_low())) return raise_recursion(where);
    rt()->nesting++;
    return true;
}

/* --- The end -------------------------------------------------------------------------------------------------- */

static void count_live(void *object, void *context) {
    if (((Object *)object)->count >= 0) ++*(int64_t *)context;
}

static int64_t live_objects(Runtime *runtime) {
    int64_t count = 0;
    mem_walk(&runtime->mem, MEM_CONTAINERS, count_live, &count);
    mem_walk(&runtime->mem, MEM_LEAVES, count_live, &count);
    return count;
}

typedef struct Census {
    const Type *type; /* NULL: unused row */
    int64_t count;    /* its instances */
} Census;

enum { CENSUS_ROWS = 512 }; /* types beyond these are counted under the last one */

static void count_type(void *object, void *context) {
    Census *row = context, *last = row + CENSUS_ROWS - 1;
    if (((Object *)object)->count < 0) return;
    while (row < last && row->type && row->type != ((Object *)object)->type) row++;
    row->type = ((Object *)object)->type;
    row->count++;
}

void state_report_live(FILE *file) {
    Census rows[CENSUS_ROWS] = {0};
    mem_walk(&rt()->mem, MEM_CONTAINERS, count_type, rows);
    mem_walk(&rt()->mem, MEM_LEAVES, count_type, rows);
    for (Census *row = rows; row < rows + CENSUS_ROWS && row->type; row++) {
        fprintf(file, "%8lld %s\n", (long long)row->count, row->type->name);
    }
}

static void notice_finalizer(void *object, void *context) {
    const Object *o = object;
    if (o->count >= 0 && o->type->finalize && !(o->flags & OBJECT_FINALIZED)) *(bool *)context = true;
}

/* Whether freeing what is left would run no Python code and close no file. */
static bool nobody_would_notice(Runtime *runtime) {
    bool noticed = weakref_any_callback();
    if (!noticed) mem_walk(&runtime->mem, MEM_CONTAINERS, notice_finalizer, &noticed);
    if (!noticed) mem_walk(&runtime->mem, MEM_LEAVES, notice_finalizer, &noticed);
    return !noticed;
}

/* Replaces each module in sys.modules by None, in the order of import; those that nothing else refers to go at once. */
static void drop_modules(Runtime *runtime) {
    if (!runtime->modules) return;
    size_t position = 0;
    Ref key, module;
    while (dict_step(runtime->modules, &position, &key, &module)) {
        if (is_none(module) || !is_exact(key, &type_str)) continue;
        Value name = retain(key);
        dict_set_str(runtime->modules, name, VALUE_NONE);
        release(name);
    }
    dict_clear(runtime->modules);
}

static void collect_module(void *object, void *context) {
    Value *found = context;
    Value self = value_of(object);
    Ref dict = type_of(self) == &type_module ? as_module(self)->dict : NULL;
    if (*found || !dict || object_of(self)->count < 0 || dict_count(dict) == 0) return;
    if (dict == rt()->builtins || dict == rt()->sys) return;
    *found = retain(self);
}

/* Empties the modules that something still holds, as CPython does last of all. */
static void clear_surviving_modules(Runtime *runtime) {
    for (Value module = NULL;; clear_ref(&module)) {
        mem_walk(&runtime->mem, MEM_CONTAINERS, collect_module, &module);
        if (!module) return;
        module_clear(module);
    }
}

/* Takes out what a program put into builtins; what was there before stays, so that its __del__ finds print and the
 * like. */
static void drop_added_builtins(Runtime *runtime) {
    if (!runtime->builtins) return;
    size_t position = 0;
    for (Ref name, value; dict_step(runtime->builtins, &position, &name, &value);) {
        bool native = !is_heap(value) || is_exact(value, &type_builtin_function) ||
                      (is_type(value) && !(as_type(value)->flags & TYPE_HEAP));
        if (native || !is_exact(name, &type_str)) continue;
        Value held = retain(name);
        dict_set_str(runtime->builtins, held, VALUE_NONE);
        release(held);
    }
}

static void free_objects(Runtime *runtime) {
    clear_ref(&runtime->orphan);
    clear_ref(&runtime->error);
    clear_ref(&runtime->handled);
    clear_ref(&runtime->main);
    clear_ref(&runtime->sources);
    clear_ref(&runtime->located);
    clear_ref(&runtime->codec_handlers);
    drop_modules(runtime);
    gc_collect();
    clear_surviving_modules(runtime);
    gc_collect();
    clear_ref(&runtime->gc.callbacks);
    /* A program may have put objects with __del__ there: they go while Python code can run. */
    drop_added_builtins(runtime);
    if (runtime->sys_module) module_clear(runtime->sys_module);
    gc_collect();
    if (runtime->builtins_module) module_clear(runtime->builtins_module);
    gc_collect();
    if (runtime->vm_free) runtime->vm_free(runtime);
    runtime->vm = NULL;
    clear_ref(&runtime->modules);
    clear_ref(&runtime->sys);
    clear_ref(&runtime->sys_module);
    clear_ref(&runtime->builtins);
    clear_ref(&runtime->builtins_module);
    clear_ref(&runtime->orphan);
    clear_ref(&runtime->error);
    type_runtime_clear();
    gc_collect();
    type_runtime_drop_shapes();
}

#ifdef NDEBUG
static bool must_free_all(void) { return getenv("OURO_LIVE") != NULL; }
#else
static bool must_free_all(void) { return true; }
#endif

bool runtime_may_be_left(Runtime *runtime) { return !must_free_all() && nobody_would_notice(runtime); }

void runtime_abandon(Runtime *runtime) {
    mem_destroy(&runtime->mem);
    mem_pages_free(runtime, sizeof *runtime);
    runtime_current = NULL;
}

int64_t runtime_free(Runtime *runtime) {
    Runtime *before = runtime_enter(runtime);
    int64_t alive = 0;
    runtime->pending &= ~(uint32_t)PENDING_STRESS;
    if (runtime->tracer_stop) runtime->tracer_stop(runtime);
    if (!runtime_may_be_left(runtime)) {
        free_objects(runtime);
        alive = live_objects(runtime);
        if (alive && getenv("OURO_LIVE")) state_report_live(stderr);
    }
    type_runtime_end();
    weakref_runtime_end();
    intern_runtime_end();
    mem_destroy(&runtime->mem);
    mem_pages_free(runtime, sizeof *runtime);
    runtime_current = before == runtime ? NULL : before;
    return alive;
}
