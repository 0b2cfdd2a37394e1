/* runtime/gc.h - finds cycles by trial deletion.
 *
 * Owns:      when to collect and what a collection does.
 * Invariant: runs only between instructions or where a native allows it; allocates nothing.
 * Not here:  freeing at count zero (object.c).
 */
#ifndef OURO_GC_H
#define OURO_GC_H

#include "runtime/object.h"

typedef struct GcStats {
    int64_t collections;   /* runs so far */
    int64_t collected;     /* objects freed in all runs */
    int64_t uncollectable; /* always 0; kept for gc.get_stats */
} GcStats;

typedef struct Gc {
    bool enabled;          /* gc.enable, gc.disable: automatic runs only */
    bool running;          /* a collection is under way */
    bool callbacks_running; /* gc.callbacks are being called */
    Value callbacks;       /* list gc.callbacks, or NULL until asked for */
    Object **mark_stack;   /* fixed room for marking, made at start */
    size_t mark_capacity;  /* entries of mark_stack */
    size_t live_bytes;     /* heap size after the last run */
    uint64_t stress_after; /* OURO_STRESS: safe points before a collection is forced again */
    uint64_t safe_points;  /* OURO_STRESS: safe points seen */
    GcStats stats;
} Gc;

/* Runs a full collection. Returns what gc.collect() answers in CPython 3.13: the number of unreachable objects found.
 * May run Python code (__del__, weak-reference callbacks). */
int64_t gc_collect(void);
/* At a safe point with PENDING_COLLECT or PENDING_STRESS set: collects if it is due. */
void gc_safe_point(void);
/* Calls visit for each container that refers to / is referred to by target (gc.get_referrers, gc.get_referents). */
void gc_referents(Ref target, Visit visit, void *context);

#endif
