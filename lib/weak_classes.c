#include "lib/weak_classes.h"

#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/weakref.h"

enum { PLACES_MIN = 8 };

static size_t storage_size(const WeakClasses *set) { return (set->mask + 1) * sizeof(WeakClass); }

/* The living class of a place in use, or NULL. */
static Ref living_peek(const WeakClass *place) {
    if (place->holder == type_ref(place->type)) return place->holder;
    const Object *target = ((const Weakref *)object_of(place->holder))->target;
    return target == &place->type->head ? type_ref(place->type) : NULL;
}

/* The place of the class, or the free place where it would go. */
static WeakClass *find(const WeakClasses *set, Ref type) {
    size_t i = (size_t)(bits_of(type) >> 4) * 0x9e3779b97f4a7c15u >> 32 & set->mask;
    while (set->places[i].type && type_ref(set->places[i].type) != type) i = (i + 1) & set->mask;
    return &set->places[i];
}

bool weak_classes_contain(const WeakClasses *set, Ref type) {
    if (!set->places) return false;
    const WeakClass *place = find(set, type);
    return place->type && living_peek(place);
}

static size_t count_living(const WeakClasses *set) {
    size_t count = 0;
    for (size_t i = 0; set->places && i <= set->mask; i++) count += set->places[i].type && living_peek(&set->places[i]);
    return count;
}

/* A table with room for one more; dead classes are left behind. */
static bool rebuild(WeakClasses *set) {
    size_t places = PLACES_MIN, living = count_living(set);
    while (places < (living + 1) * 2) places *= 2;
    WeakClasses new = {mem_raw_try(&rt()->mem, places * sizeof(WeakClass)), places - 1, living}, old = *set;
    if (!new.places) return raise_memory();
    memset(new.places, 0, places * sizeof(WeakClass));
    for (size_t i = 0; old.places && i <= old.mask; i++) {
        WeakClass *place = &old.places[i];
        if (!place->type || !living_peek(place)) continue;
        *find(&new, type_ref(place->type)) = *place;
        place->type = NULL;
    }
    *set = new;
    weak_classes_clear(&old);
    return true;
}

bool weak_classes_add(WeakClasses *set, Ref type) {
    if (weak_classes_contain(set, type)) return true;
    if ((!set->places || (set->used + 1) * 4 > (set->mask + 1) * 3) && !rebuild(set)) return false;
    Value holder = as_type(type)->flags & TYPE_HEAP ? weakref_new(&type_weakref, type, NULL) : retain(type);
    if (!holder) return false;
    WeakClass *place = find(set, type);
    set->used += !place->type; /* else an older class lived at this address */
    place->type = as_type(type);
    slot_set_steal(&place->holder, holder);
    return true;
}

void weak_classes_clear(WeakClasses *set) {
    WeakClasses old = *set;
    *set = (WeakClasses){0};
    for (size_t i = 0; old.places && i <= old.mask; i++) {
        if (old.places[i].type) release(old.places[i].holder);
    }
    weak_classes_dispose(&old);
}

Value weak_classes_list(const WeakClasses *set, bool weak) {
    Value list = list_new(0);
    for (size_t i = 0; list && set->places && i <= set->mask; i++) {
        const WeakClass *place = &set->places[i];
        Ref type = place->type ? living_peek(place) : NULL;
        if (type && !list_append(list, weak ? place->holder : type)) clear_ref(&list);
    }
    return list;
}

void weak_classes_traverse(const WeakClasses *set, Visit visit, void *context) {
    for (size_t i = 0; set->places && i <= set->mask; i++) {
        if (set->places[i].type) visit(set->places[i].holder, context);
    }
}

void weak_classes_dispose(WeakClasses *set) {
    if (set->places) mem_raw_free(&rt()->mem, set->places, storage_size(set));
}
