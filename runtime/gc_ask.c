/* runtime/gc_ask.c - what Python asks the collector: who refers to whom, which objects there are and which count. */
#include "runtime/dict.h"
#include "runtime/gc.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

bool gc_is_garbage(Ref v) { return is_heap(v) && object_of(v)->flags & OBJECT_GARBAGE; }

/* Tuples of atoms are taken out of CPython's sight when its collector meets them, dicts of atoms never come in. */
static bool holds_tracked(Ref v, uint32_t depth);

static bool is_tracked(Ref v, uint32_t depth) {
    if (!v || !is_heap(v) || (object_of(v)->flags & (OBJECT_CONTAINER | OBJECT_UNTRACKED)) != OBJECT_CONTAINER)
        return false;
    const Type *type = object_of(v)->type;
    if (type == &type_code || type == &type_range) return false;
    return (type != &type_dict && type != &type_tuple) || depth == 0 || holds_tracked(v, depth);
}

static bool holds_tracked(Ref v, uint32_t depth) {
    if (is_exact(v, &type_tuple)) {
        for (size_t i = 0; i < tuple_count(v); i++) {
            if (is_tracked(tuple_peek(v, i), depth - 1)) return true;
        }
        return !(object_of(v)->flags & (OBJECT_LIVE | OBJECT_LIVE_NEXT)); /* the collector has not met it */
    }
    size_t position = 0;
    Ref key, value;
    while (dict_step(v, &position, &key, &value)) {
        if (is_exact(value, &type_dict) || is_tracked(key, depth - 1) || is_tracked(value, depth - 1)) return true;
    }
    return false;
}

bool gc_is_tracked(Ref v) { return is_tracked(v, 20); }

typedef struct Search {
    Visit visit;   /* told about each object that is found */
    void *context; /* handed to visit */
    Ref target;    /* referrers: who is looked for */
    bool found;    /* referrers: the object under inspection refers to it */
} Search;

static void visit_container(Ref child, void *context) {
    const Search *search = context;
    if (child && is_heap(child) && object_of(child)->flags & OBJECT_CONTAINER) search->visit(child, search->context);
}

void gc_referents(Ref target, Visit visit, void *context) {
    Search search = {.visit = visit, .context = context};
    if (is_heap(target) && object_of(target)->type->traverse)
        gc_visit_children(object_of(target), visit_container, &search);
}

static void visit_comparing(Ref child, void *context) {
    Search *search = context;
    if (child == search->target) search->found = true;
}

static void visit_referrer(Ref object, void *context) {
    Search *search = context;
    search->found = false;
    gc_visit_children(object_of(object), visit_comparing, search);
    if (search->found) search->visit(object, search->context);
}

void gc_referrers(Ref target, Visit visit, void *context) {
    Search search = {.visit = visit, .context = context, .target = target};
    gc_walk(visit_referrer, &search);
}

static void walk_object(void *object, void *context) {
    const Search *search = context;
    if (!gc_is_dying(object)) search->visit(value_of(object), search->context);
}

void gc_walk(Visit visit, void *context) {
    Search search = {.visit = visit, .context = context};
    mem_walk(&rt()->mem, MEM_CONTAINERS, walk_object, &search);
}
