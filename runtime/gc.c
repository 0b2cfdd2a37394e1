#include "runtime/gc.h"

#include <assert.h>
#include <stdlib.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/tuple.h"
#include "runtime/weakref.h"

/* How a collection goes.
 *
 * First all that can be reached from the runtime and the VM's stacks is marked live. When these are all containers, as
 * in a program that builds without making cycles, that was it: one visit to each object.
 *
 * The others are candidates. Trial deletion takes every reference among candidates off their counts; who has any left
 * is referred to from elsewhere (from C code, or a live object) and is live with all that it reaches, and gets its
 * references back. What remains is garbage; it also gets its references back. Then, in CPython's order: weak references
 * to garbage die and their callbacks run, finalisers run, trial deletion among the garbage finds what these brought
 * back to life, and the rest is freed.
 *
 * Marks need not be removed: two flags take turns, and setting one clears the other. */

enum {
    LIST_SIZE = GC_STACK_SIZE / 2,         /* entries that candidates may take of it */
    MARK_DEPTH = 64,                       /* nesting up to which marking recurses instead of pushing */
    GROWTH_CALM = 16 * 1024 * 1024,        /* growth between runs in a small heap in which nothing was found */
    STRESS_EACH = 2000,                    /* OURO_STRESS: collections at each safe point before they become rarer */
    STRESS_VISITS_MAX = 500 * 1000 * 1000, /* and objects that they may look at in all */
};

typedef struct Collection {
    Runtime *runtime;   /* in which it runs */
    Gc *gc;             /* its collector */
    uint32_t live;      /* flag that means live in this run */
    uint32_t stale;     /* flag that meant it in the last one */
    uint32_t depth;     /* nesting of reach_children and scan_restoring */
    bool overflow;      /* a QUEUED object did not fit the mark stack */
    bool listed;        /* all candidates are on the list */
    size_t stack_count; /* entries of the mark stack in use */
    size_t list_count;  /* candidates on the list */
    size_t at;          /* index of the one that a step is looking at */
    size_t marked;      /* containers found live */
    size_t garbage;     /* objects found unreachable */
} Collection;

/* --- Walking -------------------------------------------------------------------------------------------------- */

typedef void (*Step)(Collection *c, Object *object);

/* Each container in the pools and among the large blocks. */
static void each_container(Collection *c, Step step) {
    const Mem *mem = &c->runtime->mem;
    for (size_t class = 1; class < MEM_CLASSES; class ++) {
        for (const MemPool *pool = mem->pools[MEM_CONTAINERS][class]; pool; pool = pool->next) {
            size_t size = pool->cell_size;
            for (char *cell = mem_pool_cells(pool); cell < pool->carved; cell += size) {
                if (mem_cell_is_live(cell)) step(c, (Object *)cell);
            }
        }
    }
    for (size_t i = mem->large_count; i-- > 0;) { /* backwards: freeing one moves the last into its place */
        if (i >= mem->large_count || mem->large[i]->kind != MEM_CONTAINERS) continue;
        Object *object = (Object *)(mem->large[i] + 1);
        if (object->type) step(c, object);
    }
}

static bool is_candidate(const Collection *c, const Object *object) {
    return (object->flags & (OBJECT_GARBAGE | c->live)) == OBJECT_GARBAGE;
}

/* Each object on the list of candidates, which stands at the end of the mark stack; without a list, each container. */
static void each_candidate(Collection *c, Step step) {
    if (!c->listed) {
        each_container(c, step);
        return;
    }
    for (c->at = 0; c->at < c->list_count; c->at++) {
        Object *object = c->gc->mark_stack[GC_STACK_SIZE - 1 - c->at];
        if (object) step(c, object);
    }
}

/* The container that a reference names, or NULL for all that is of no interest. */
static inline Object *container_of(Ref child) {
    if (!child || !is_heap(child)) return NULL;
    Object *object = object_of(child);
    return object->flags & OBJECT_CONTAINER && object->count >= 0 ? object : NULL;
}

/* --- Marking -------------------------------------------------------------------------------------------------- */

/* Notes an object, marked already, whose children are still to be visited; when there is no room left, for a walk
 * through the heap. */
static COLD void postpone(Collection *c, Object *object) {
    if (c->stack_count + c->list_count < GC_STACK_SIZE) {
        c->gc->mark_stack[c->stack_count++] = object;
    } else {
        object->flags |= OBJECT_QUEUED;
        c->overflow = true;
    }
}

static void set_live(Collection *c, Object *object, uint32_t cleared) {
    object->flags = (object->flags & ~(c->stale | cleared)) | c->live;
    c->marked++;
}

static void reach_children(Collection *c, Object *object);

static inline void reach(Collection *c, Ref child) {
    Object *object = container_of(child);
    if (!object || object->flags & (c->live | OBJECT_QUEUED)) return;
    set_live(c, object, OBJECT_GARBAGE);
    if (LIKELY(c->depth < MARK_DEPTH)) reach_children(c, object);
    else postpone(c, object);
}

static void visit_reachable(Ref child, void *context) { reach(context, child); }

/* What traverse would name, for the commonest types without calling it: this is most of the work of a collection that
 * finds no garbage. */
static void reach_children(Collection *c, Object *object) {
    const Type *type = object->type;
    c->depth++;
    if (type == &type_list) {
        const List *list = (List *)object;
        for (size_t i = 0; i < list->count; i++) reach(c, list->items[i]);
    } else if (type == &type_tuple) {
        const Tuple *tuple = (Tuple *)object;
        for (size_t i = 0; i < tuple->count; i++) reach(c, tuple->items[i]);
    } else if (type == &type_dict) {
        const Dict *dict = (Dict *)object;
        for (size_t i = 0; i < dict->used; i++) {
            if (!dict->str_keys) reach(c, dict->entries[i].key);
            reach(c, dict->entries[i].value);
        }
    } else {
        gc_visit_children(object, visit_reachable, c);
    }
    c->depth--;
}

static void scan_restoring(Collection *c, Object *object);

/* A live object's reference to a candidate: back on the count. */
static void visit_restoring(Ref child, void *context) {
    Collection *c = context;
    Object *object = container_of(child);
    if (!object || !(object->flags & OBJECT_GARBAGE)) return;
    object->count++;
    if (object->flags & c->live) return;
    set_live(c, object, 0);
    if (c->depth < MARK_DEPTH) scan_restoring(c, object);
    else postpone(c, object);
}

static void scan_restoring(Collection *c, Object *object) {
    c->depth++;
    gc_visit_children(object, visit_restoring, c);
    c->depth--;
}

typedef void (*Scan)(Collection *c, Object *object); /* reach_children or scan_restoring */

static void scan_queued(Collection *c, Object *object, Scan scan) {
    if (object->count < 0 || !(object->flags & OBJECT_QUEUED) || !(object->flags & c->live)) return;
    object->flags &= ~(uint32_t)OBJECT_QUEUED;
    scan(c, object);
}
static void scan_queued_reachable(Collection *c, Object *object) { scan_queued(c, object, reach_children); }
static void scan_queued_restoring(Collection *c, Object *object) { scan_queued(c, object, scan_restoring); }

static void drain(Collection *c, Scan scan) {
    do {
        while (c->stack_count) scan(c, c->gc->mark_stack[--c->stack_count]);
        if (!c->overflow) return;
        c->overflow = false;
        each_container(c, scan == reach_children ? scan_queued_reachable : scan_queued_restoring);
    } while (c->stack_count || c->overflow);
}

static void mark_reachable(Collection *c) {
    Runtime *runtime = c->runtime;
    Ref roots[] = {runtime->modules, runtime->builtins,   runtime->builtins_module,
                   runtime->sys,     runtime->sys_module, runtime->main,
                   runtime->error,   runtime->handled,    runtime->gc.callbacks};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) visit_reachable(roots[i], c);
    for (size_t i = 1; i < TYPE_INDEX_COUNT; i++) {
        const TypeState *state = &runtime->type_states[i];
        visit_reachable(state->dict, c);
        visit_reachable(state->mro, c);
        visit_reachable(state->bases, c);
        visit_reachable(state->subclasses, c);
    }
    if (runtime->vm_roots) runtime->vm_roots(visit_reachable, c);
    drain(c, reach_children);
}

/* --- Trial deletion ------------------------------------------------------------------------------------------- */

static void find_candidate(Collection *c, Object *object) {
    if (gc_is_dying(object) || object->flags & c->live) return;
    object->flags |= OBJECT_GARBAGE;
    c->garbage++;
    if (c->listed && c->list_count < LIST_SIZE) {
        c->gc->mark_stack[GC_STACK_SIZE - 1 - c->list_count++] = object;
    } else {
        c->listed = false;
    }
}

static void find_candidates(Collection *c) {
    c->listed = true;
    each_container(c, find_candidate);
    if (!c->listed) c->list_count = 0;
}

static void visit_taking_off(Ref child, void *context) {
    Object *object = container_of(child);
    if (!object || !is_candidate(context, object)) return;
    assert(object->count > 0); /* a traverse names a reference twice, or one that is not counted */
    object->count--;
}

static void visit_putting_back(Ref child, void *context) {
    Object *object = container_of(child);
    if (object && object->flags & OBJECT_GARBAGE) object->count++;
}

static void take_off(Collection *c, Object *object) {
    if (is_candidate(c, object)) gc_visit_children(object, visit_taking_off, c);
}

static void mark_held(Collection *c, Object *object) {
    if (!is_candidate(c, object) || object->count == 0) return;
    set_live(c, object, 0);
    scan_restoring(c, object);
    drain(c, scan_restoring);
}

static void put_back(Collection *c, Object *object) {
    if (is_candidate(c, object)) gc_visit_children(object, visit_putting_back, c);
}

static void forget_survivor(Collection *c, Object *object) {
    if (!(object->flags & c->live) || !(object->flags & OBJECT_GARBAGE)) return;
    object->flags &= ~(uint32_t)OBJECT_GARBAGE;
    c->garbage--;
}

/* Leaves OBJECT_GARBAGE on just those candidates that nothing else refers to. */
static void find_garbage(Collection *c) {
    each_candidate(c, take_off);
    each_candidate(c, mark_held);
    each_candidate(c, put_back);
    each_candidate(c, forget_survivor);
}

/* --- What garbage still has to say ---------------------------------------------------------------------------- */

enum { ROOM = GC_STACK_SIZE / 2 };

typedef struct LastWords {
    Collection collection;   /* first: steps get a pointer to it */
    Weakref *callbacks;      /* weak references whose callbacks are due, linked */
    Weakref **callbacks_end; /* where the next one goes */
    Object **next;           /* objects that are to be finalised, on the mark stack */
    size_t count;            /* entries in use, at most ROOM */
    bool more;               /* not all fitted */
} LastWords;

static void kill_weakrefs(Collection *c, Object *object) {
    LastWords *words = (LastWords *)c;
    if (!is_candidate(c, object) || !(object->flags & OBJECT_WEAKREFS)) return;
    words->callbacks_end = weakref_kill(object, words->callbacks_end);
}

static void note_finalizer(Collection *c, Object *object) {
    LastWords *words = (LastWords *)c;
    if (!is_candidate(c, object) || !object->type->finalize || object->flags & OBJECT_FINALIZED) return;
    if (words->count == ROOM) {
        words->more = true;
        return;
    }
    words->next[words->count++] = object;
    retain(value_of(object));
}

/* By the stamp that objects of classes with __del__ are born with: the older has the greater distance from now. */
static uint32_t age(const Gc *gc, const Object *object) {
    return (uint16_t)((uint32_t)gc->births - (object->flags >> OBJECT_KIND_SHIFT));
}

static void sort_by_age(const Gc *gc, Object **objects, size_t count) {
    for (size_t gap = count / 2; gap; gap /= 2) {
        for (size_t i = gap; i < count; i++) {
            Object *object = objects[i];
            size_t at = i;
            for (; at >= gap && age(gc, objects[at - gap]) < age(gc, object); at -= gap)
                objects[at] = objects[at - gap];
            objects[at] = object;
        }
    }
}

static bool run_finalizers(LastWords *words) {
    Collection *c = &words->collection;
    bool any = false;
    do {
        words->count = 0;
        words->more = false;
        each_candidate(c, note_finalizer);
        if (words->count) c->listed = false; /* what they free stays on the list */
        sort_by_age(c->gc, words->next, words->count);
        for (size_t i = 0; i < words->count; i++) {
            Object *object = words->next[i];
            object->flags |= OBJECT_FINALIZED;
            object->type->finalize(value_of(object));
        }
        for (size_t i = 0; i < words->count; i++) release(value_of(words->next[i]));
        any |= words->count > 0;
    } while (words->more);
    return any;
}

/* The weak references that are due for a call when all to garbage have been killed. */
static Weakref *kill_all_weakrefs(LastWords *words) {
    words->callbacks = NULL;
    words->callbacks_end = &words->callbacks;
    each_candidate(&words->collection, kill_weakrefs);
    return words->callbacks;
}

/* Lets garbage be heard: afterwards only what it did not bring back to life is still garbage. */
static void hear(Collection *collection) {
    LastWords words = {.collection = *collection, .next = collection->gc->mark_stack};
    Collection *c = &words.collection;
    Weakref *callbacks = kill_all_weakrefs(&words);
    bool heard = callbacks != NULL;
    if (heard) c->listed = false;
    weakref_call_callbacks(callbacks);
    heard |= run_finalizers(&words);
    if (heard) {
        find_garbage(c);
        weakref_drop(kill_all_weakrefs(&words)); /* made by the callbacks and finalisers: too late to be called */
    }
    *collection = *c;
}

/* --- Freeing -------------------------------------------------------------------------------------------------- */

typedef struct Sweep {
    Collection collection; /* first: steps get a pointer to it */
    size_t tracked;        /* garbage that CPython would count */
    size_t rank;           /* of the objects that are freed now */
    size_t highest;        /* rank of any */
} Sweep;

/* How many garbage classes must outlive an object: its class, its class's metaclass... */
static size_t rank_of(const Collection *c, const Object *object) {
    size_t rank = 0;
    for (; object->type->flags & TYPE_HEAP && is_candidate(c, &object->type->head); object = &object->type->head)
        rank++;
    return rank;
}

static void measure(Collection *c, Object *object) {
    Sweep *sweep = (Sweep *)c;
    if (!is_candidate(c, object)) return;
    size_t rank = rank_of(c, object);
    if (rank > sweep->highest) sweep->highest = rank;
    sweep->tracked += gc_is_tracked(value_of(object));
}

static void visit_releasing(Ref child, void *context) {
    if (!child || !is_heap(child) || is_candidate(context, object_of(child))) return;
    release((Value)(uintptr_t)child);
}

/* Lets go of everything that is not garbage, but for its class. Nothing of the garbage is freed yet: its flags are
 * still needed. */
static void let_go(Collection *c, Object *object) {
    if (!is_candidate(c, object) || object->count < 0) return; /* a large object may be met twice */
    object->count = IMMORTAL_COUNT;
    if (object->type->traverse) object->type->traverse(value_of(object), visit_releasing, c);
}

static void give_back(Collection *c, Object *object) {
    if (!is_candidate(c, object) || rank_of(c, object) != ((Sweep *)c)->rank) return;
    Type *type = object->type;
    if (c->listed) c->gc->mark_stack[GC_STACK_SIZE - 1 - c->at] = NULL;
    object_give_back(object);
    if (type->flags & TYPE_HEAP && !is_candidate(c, &type->head)) release(value_of(type));
}

/* Frees the garbage; returns the number that gc.collect() answers. */
static size_t sweep_garbage(Collection *collection) {
    Sweep sweep = {.collection = *collection};
    Collection *c = &sweep.collection;
    each_candidate(c, measure);
    each_candidate(c, let_go);
    for (sweep.rank = sweep.highest + 1; sweep.rank-- > 0;) each_candidate(c, give_back);
    return sweep.tracked;
}

/* --- A collection --------------------------------------------------------------------------------------------- */

/* Everything that is on the heap was marked: there is nothing else to look at. */
static bool all_marked(const Collection *c) { return mem_count_cells(&c->runtime->mem, MEM_CONTAINERS) == c->marked; }

static void set_next_limit(Runtime *runtime) {
    Gc *gc = &runtime->gc;
    Mem *mem = &runtime->mem;
    size_t limit = gc->live_bytes / 2;
    mem->growth_limit = !gc->enabled ? SIZE_MAX : limit > gc->least_growth ? limit : gc->least_growth;
}

static size_t collect(Runtime *runtime) {
    Gc *gc = &runtime->gc;
    uint32_t live = gc->live_flag == OBJECT_LIVE ? OBJECT_LIVE_NEXT : OBJECT_LIVE;
    Collection c = {.runtime = runtime, .gc = gc, .live = live, .stale = gc->live_flag};
    size_t found = 0;
    gc->live_flag = live;
    mark_reachable(&c);
    if (!all_marked(&c)) {
        find_candidates(&c);
        gc->stress_visits += c.garbage;
        find_garbage(&c);
        if (c.garbage) hear(&c);
        if (c.garbage) found = sweep_garbage(&c);
    }
    gc->stress_visits += c.marked;
    gc->live_bytes = mem_trim(&runtime->mem);
    runtime->mem.growth = 0;
    runtime->mem.era++;
    if (found) gc->least_growth = MEM_GROWTH_MIN;
    else if (gc->least_growth < GROWTH_CALM) gc->least_growth *= 2;
    set_next_limit(runtime);
    return found;
}

/* Calls gc.callbacks with what happens and what came of it. */
static void tell_callbacks(Runtime *runtime, const char *phase, size_t found) {
    Ref list = runtime->gc.callbacks;
    if (!list || !is_list(list) || list_count(list) == 0) return;
    Value info = dict_new(), name = str_from_text(phase);
    dict_set_text(info, "generation", small_int_value(2));
    dict_set_text(info, "collected", small_int_value((int64_t)found));
    dict_set_text(info, "uncollectable", small_int_value(0));
    for (size_t i = 0; name && i < list_count(list); i++) {
        Value callback = retain(list_peek(list, i)), result = call_2(callback, name, info);
        if (!result) error_unraisable(callback);
        release_maybe(result);
        release(callback);
    }
    release_maybe(name);
    release(info);
}

int64_t gc_collect(void) {
    Runtime *runtime = rt();
    Gc *gc = &runtime->gc;
    if (gc->running) return 0;
    gc->running = true;
    Value error = error_take();
    tell_callbacks(runtime, "start", 0);
    size_t found = collect(runtime);
    gc->stats.collections++;
    gc->stats.collected += (int64_t)found;
    tell_callbacks(runtime, "stop", found);
    runtime->error = error;
    gc->running = false;
    return (int64_t)found;
}

/* --- When to collect ------------------------------------------------------------------------------------------ */

static void collect_for_stress(Runtime *runtime, Gc *gc) {
    gc->safe_points++;
    if (gc->safe_points < gc->stress_after) return;
    gc_collect();
    uint64_t done = gc->safe_points - gc->stress_first;
    gc->stress_after = gc->safe_points + 1 + (done < STRESS_EACH ? 0 : (done - STRESS_EACH) / 64);
    if (gc->stress_visits > STRESS_VISITS_MAX)
        __atomic_fetch_and(&runtime->pending, ~(uint32_t)PENDING_STRESS, __ATOMIC_RELAXED);
}

void gc_safe_point(void) {
    Runtime *runtime = rt();
    uint32_t pending = __atomic_fetch_and(&runtime->pending, ~(uint32_t)PENDING_COLLECT, __ATOMIC_RELAXED);
    if (pending & PENDING_STRESS && runtime->gc.enabled) collect_for_stress(runtime, &runtime->gc);
    if (!(pending & PENDING_COLLECT) || runtime->mem.growth <= runtime->mem.growth_limit) return;
    if (runtime->gc.enabled) gc_collect();
    else runtime->mem.growth_limit = SIZE_MAX;
}

void gc_set_enabled(bool enabled) {
    rt()->gc.enabled = enabled;
    set_next_limit(rt());
}

/* OURO_STRESS=N forces collections from the N-th safe point on. */
void gc_start(Gc *gc, Object **mark_stack) {
    const char *stress = getenv("OURO_STRESS");
    *gc = (Gc){.enabled = true, .live_flag = OBJECT_LIVE, .thresholds = {2000, 10, 10}};
    gc->least_growth = MEM_GROWTH_MIN;
    gc->stress_first = gc->stress_after = stress ? strtoull(stress, NULL, 10) : 0;
    gc->mark_stack = mark_stack;
}
