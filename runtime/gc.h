/* runtime/gc.h - finds cycles by trial deletion.
 *
 * Owns:      when to collect and what a collection does.
 * Invariant: runs only between instructions or where a native allows it; allocates nothing.
 * Not here:  freeing at count zero (object.c). What Python asks is in gc_ask.c.
 */
#ifndef OURO_GC_H
#define OURO_GC_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct GcStats {
    int64_t collections;   /* runs so far */
    int64_t collected;     /* objects freed in all runs */
    int64_t uncollectable; /* always 0; kept for gc.get_stats */
} GcStats;

enum { GC_STACK_SIZE = 8 * 1024 }; /* fixed room for marking */

typedef struct Gc {
    bool enabled;           /* gc.enable, gc.disable: automatic runs only */
    bool running;           /* a collection is under way */
    bool callbacks_running; /* gc.callbacks are being called */
    Value callbacks;        /* list gc.callbacks, or NULL until asked for */
    uint32_t thresholds[3]; /* what gc.get_threshold answers; no use is made of them */
    Object **mark_stack;    /* GC_STACK_SIZE entries of the runtime */
    size_t live_bytes;      /* heap size after the last run */
    size_t least_growth;    /* bytes before the next automatic run, however small the heap is */
    uint32_t live_flag;     /* OBJECT_LIVE or OBJECT_LIVE_NEXT: which of the two the last run set */
    uint64_t births; /* stamp for the next object with __del__ or generator: they end in the order of their creation */
    uint64_t stress_after;  /* OURO_STRESS: number of the safe point at which a collection is forced next; 0: never */
    uint64_t stress_first;  /* OURO_STRESS: the first of these */
    uint64_t stress_visits; /* OURO_STRESS: objects that forced collections looked at so far */
    uint64_t safe_points;   /* OURO_STRESS: safe points seen */
    GcStats stats;
} Gc;

/* The flags that tell the age of a new object that has something to say at its end. */
static inline uint32_t gc_birth(Gc *gc) { return (uint32_t)gc->births++ << OBJECT_KIND_SHIFT; }

/* Runs a full collection. Returns what gc.collect() answers in CPython 3.13: the number of unreachable objects found.
 * May run Python code (__del__, weak-reference callbacks). */
int64_t gc_collect(void);
/* At a safe point with PENDING_COLLECT or PENDING_STRESS set: collects if it is due. */
void gc_safe_point(void);
/* gc.enable, gc.disable. */
void gc_set_enabled(bool enabled);
/* Calls visit for each container that target refers to (its class included), and each that refers to it. */
void gc_referents(Ref target, Visit visit, void *context);
void gc_referrers(Ref target, Visit visit, void *context);
/* Calls visit for each container that is not just being freed. visit may not run Python code. */
void gc_walk(Visit visit, void *context);
/* True for what the running collection found unreachable. */
bool gc_is_garbage(Ref v);
/* Whether CPython's collector would know this object: it leaves out what holds only atoms. */
bool gc_is_tracked(Ref v);

/* It is being freed, or waits for that. */
static inline bool gc_is_dying(const Object *object) { return object->count < 0 || object->flags & OBJECT_QUEUED; }

/* Calls visit for each reference that an object holds, that to its class included. */
static inline void gc_visit_children(const Object *object, Visit visit, void *context) {
    if (object->type->traverse) object->type->traverse(value_of(object), visit, context);
    if (object->type->flags & TYPE_HEAP) visit(value_of(object->type), context);
}

/* mark_stack: room for GC_STACK_SIZE entries. */
void gc_start(Gc *gc, Object **mark_stack);

#endif
