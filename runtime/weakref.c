#include "runtime/weakref.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* --- The table ------------------------------------------------------------------------------------------------ */

typedef struct WeakEntry {
    Object *target; /* NULL: empty place */
    Weakref *first; /* its newest weak reference */
} WeakEntry;

struct WeakTable {
    size_t mask;  /* places less one; a power of two less one */
    size_t count; /* places in use */
    WeakEntry places[];
};

enum { TABLE_MIN = 64 };

static size_t table_size(size_t places) { return sizeof(WeakTable) + places * sizeof(WeakEntry); }

static size_t home_of(const WeakTable *table, const Object *target) {
    return (size_t)(((uintptr_t)target >> 4) * 0x9e3779b97f4a7c15u >> 20) & table->mask;
}

static WeakEntry *find(WeakTable *table, const Object *target) {
    size_t i = home_of(table, target);
    while (table->places[i].target && table->places[i].target != target) i = (i + 1) & table->mask;
    return &table->places[i];
}

static WeakTable *new_table(size_t places) {
    WeakTable *table = mem_raw_try(&rt()->mem, table_size(places));
    if (!table) return NULL;
    memset(table, 0, table_size(places));
    table->mask = places - 1;
    return table;
}

static void free_table(WeakTable *table) {
    if (table) mem_raw_free(&rt()->mem, table, table_size(table->mask + 1));
}

static bool grow(Runtime *runtime) {
    WeakTable *old = runtime->weakrefs, *table = new_table(old ? (old->mask + 1) * 2 : TABLE_MIN);
    if (!table) return false;
    for (size_t i = 0; old && i <= old->mask; i++) {
        if (old->places[i].target) *find(table, old->places[i].target) = old->places[i];
    }
    table->count = old ? old->count : 0;
    runtime->weakrefs = table;
    free_table(old);
    return true;
}

static void remove_entry(WeakTable *table, WeakEntry *entry) {
    size_t hole = (size_t)(entry - table->places), mask = table->mask;
    table->count--;
    for (size_t i = (hole + 1) & mask; table->places[i].target; i = (i + 1) & mask) {
        size_t home = home_of(table, table->places[i].target);
        if (((i - home) & mask) < ((i - hole) & mask)) continue;
        table->places[hole] = table->places[i];
        hole = i;
    }
    table->places[hole] = (WeakEntry){0};
}

static Weakref *first_of(Ref target) {
    bool any = is_heap(target) && object_of(target)->flags & OBJECT_WEAKREFS;
    return any ? find(rt()->weakrefs, object_of(target))->first : NULL;
}

/* One that weakref_new hands out again. */
static bool is_shared(const Weakref *ref) { return ref->head.type == &type_weakref && !ref->callback; }

/* Puts ref in front of its target's references, but behind the one that is shared. */
static bool link_ref(Runtime *runtime, Weakref *ref, Object *target) {
    if (!runtime->weakrefs || runtime->weakrefs->count * 3 > runtime->weakrefs->mask * 2) {
        if (!grow(runtime)) return false;
    }
    WeakEntry *entry = find(runtime->weakrefs, target);
    if (!entry->target) runtime->weakrefs->count++;
    entry->target = target;
    Weakref *shared = entry->first && is_shared(entry->first) && !is_shared(ref) ? entry->first : NULL;
    ref->next = shared ? shared->next : entry->first;
    ref->previous = shared;
    if (ref->next) ref->next->previous = ref;
    if (shared) shared->next = ref;
    else entry->first = ref;
    ref->target = target;
    target->flags |= OBJECT_WEAKREFS;
    return true;
}

static void unlink_ref(Runtime *runtime, Weakref *ref) {
    if (!ref->target) return;
    if (ref->next) ref->next->previous = ref->previous;
    if (ref->previous) {
        ref->previous->next = ref->next;
    } else {
        WeakEntry *entry = find(runtime->weakrefs, ref->target);
        entry->first = ref->next;
        if (!ref->next) {
            ref->target->flags &= ~(uint32_t)OBJECT_WEAKREFS;
            remove_entry(runtime->weakrefs, entry);
        }
    }
    ref->target = NULL;
}

void weakref_runtime_end(void) {
    free_table(rt()->weakrefs);
    rt()->weakrefs = NULL;
}

/* --- Life and death ------------------------------------------------------------------------------------------- */

static Value reusable(Type *type, Ref target, Ref callback) {
    if (type != &type_weakref || callback) return NULL;
    for (Weakref *ref = first_of(target); ref; ref = ref->next) {
        if (is_shared(ref) && ref->head.count > 0) return retain(value_of(ref));
    }
    return NULL;
}

Value weakref_new(Type *type, Ref target, Ref callback) {
    if (!is_heap(target) || !(type_of(target)->flags & TYPE_WEAKREF)) {
        return raise(&type_TypeError, "cannot create weak reference to '%T' object", target);
    }
    if (callback && is_none(callback)) callback = NULL;
    Value known = reusable(type, target, callback);
    if (known) return known;
    Weakref *ref = object_new(type, type->size);
    ref->callback = retain_maybe(callback);
    if (!link_ref(rt(), ref, object_of(target))) {
        release(value_of(ref));
        return raise_memory();
    }
    return value_of(ref);
}

/* An object that waits to be freed is no longer there. */
static Ref target_peek(Ref weakref) {
    const Weakref *ref = (const Weakref *)object_of(weakref);
    return ref->target && !(ref->target->flags & OBJECT_QUEUED) ? value_of(ref->target) : NULL;
}

Value weakref_get(Ref weakref) {
    Ref target = target_peek(weakref);
    return target ? retain(target) : VALUE_NONE;
}

size_t weakref_count(Ref target) {
    size_t count = 0;
    for (Weakref *ref = first_of(target); ref; ref = ref->next) count++;
    return count;
}

void weakref_walk(Ref target, Visit visit, void *context) {
    for (Weakref *ref = first_of(target); ref; ref = ref->next) visit(value_of(ref), context);
}

static bool wants_call(const Weakref *ref) {
    return ref->callback && ref->head.count > 0 && !(ref->head.flags & OBJECT_QUEUED);
}

Weakref **weakref_kill(Object *object, Weakref **end) {
    WeakTable *table = rt()->weakrefs;
    WeakEntry *entry = find(table, object);
    Weakref *first = entry->first;
    remove_entry(table, entry);
    object->flags &= ~(uint32_t)OBJECT_WEAKREFS;
    for (Weakref *ref = first, *next; ref; ref = next) {
        next = ref->next;
        ref->target = NULL;
        ref->previous = NULL;
        if (!wants_call(ref) || gc_is_garbage(value_of(ref))) continue;
        retain(value_of(ref));
        *end = ref;
        end = &ref->next;
    }
    *end = NULL;
    return end;
}

void weakref_drop(Weakref *list) {
    for (Weakref *ref = list, *next; ref; ref = next) {
        next = ref->next;
        release(value_of(ref));
    }
}

void weakref_call_callbacks(Weakref *list) {
    Runtime *runtime = rt();
    bool ended = runtime->vm_free && !runtime->vm; /* nothing runs any more */
    Value error = runtime->error;
    runtime->error = NULL;
    for (Weakref *ref = list, *next; ref; ref = next) {
        next = ref->next;
        ref->next = NULL;
        Value callback = ref->callback;
        ref->callback = NULL;
        Value result = ended ? VALUE_NONE : call_1(callback, value_of(ref));
        if (!result) error_unraisable(callback);
        release_maybe(result);
        release(callback);
        release(value_of(ref));
    }
    runtime->error = error;
}

void weakref_object_dies(Object *object) {
    Weakref *list;
    weakref_kill(object, &list);
    if (list) weakref_call_callbacks(list);
}

bool weakref_any_callback(void) {
    WeakTable *table = rt()->weakrefs;
    for (size_t i = 0; table && i <= table->mask; i++) {
        for (Weakref *ref = table->places[i].target ? table->places[i].first : NULL; ref; ref = ref->next) {
            if (ref->callback) return true;
        }
    }
    return false;
}

/* --- The type ------------------------------------------------------------------------------------------------- */

void weakref_traverse(Ref self, Visit visit, void *context) { visit(((Weakref *)object_of(self))->callback, context); }

void weakref_dispose(Ref self) { unlink_ref(rt(), (Weakref *)object_of(self)); }

static Value weakref_repr(Ref self) {
    Ref target = target_peek(self);
    if (!target) return error_format("<weakref at 0x%lx; dead>", (unsigned long)bits_of(self));
    Value held = retain(target), kind = type_shown_name(type_of(held)), name = NULL, text;
    if (getattr_try(held, NAME(dunder_name), &name) == FOUND && is_str(name)) {
        text = error_format("<weakref at 0x%lx; to '%S' at 0x%lx (%S)>", (unsigned long)bits_of(self), (Ref)kind,
                            (unsigned long)bits_of(held), (Ref)name);
    } else {
        error_clear();
        text = error_format("<weakref at 0x%lx; to '%S' at 0x%lx>", (unsigned long)bits_of(self), (Ref)kind,
                            (unsigned long)bits_of(held));
    }
    release_maybe(name);
    release(kind);
    release(held);
    return text;
}

static bool weakref_hash(Ref self, int64_t *hash) {
    Weakref *ref = (Weakref *)object_of(self);
    if (!ref->hashed) {
        Ref target = target_peek(self);
        if (!target) return raise_false(&type_TypeError, "weak object has gone away");
        Value held = retain(target);
        ref->hashed = hash_of(held, &ref->hash);
        release(held);
        if (!ref->hashed) return false;
    }
    *hash = ref->hash;
    return true;
}

static Value weakref_compare(Ref self, Ref other, CompareOp op) {
    bool comparable = type_is_subtype(type_of(other), &type_weakref) && (op == COMPARE_EQ || op == COMPARE_NE);
    if (!comparable) return VALUE_NOT_IMPLEMENTED;
    Ref mine = target_peek(self), theirs = target_peek(other);
    if (!mine || !theirs) return bool_value((self == other) == (op == COMPARE_EQ));
    Value a = retain(mine), b = retain(theirs), result = compare(op, a, b);
    release(a);
    release(b);
    return result;
}

static Value weakref_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (keywords && tuple_count(keywords)) return raise(&type_TypeError, "weakref() takes no keyword arguments");
    if (count) return raise(&type_TypeError, "weakref expected 0 arguments, got %zu", count);
    return weakref_get(self);
}

static Value py_weakref_new(const Ref *args) { return weakref_new(as_type(args[0]), args[1], args[2]); }

/* What __new__ lets pass is for a derived class's __init__. */
static Value py_weakref_init(const Ref *args) {
    return dict_count(args[3]) ? raise(&type_TypeError, "ref() takes no keyword arguments") : VALUE_NONE;
}

static Value get_callback(Ref self) {
    Value callback = ((Weakref *)object_of(self))->callback;
    return callback ? retain(callback) : VALUE_NONE;
}

static const NativeDef construct = {"__new__(object, callback=None, /, **kwargs)~", py_weakref_new,
                                    DOC("A weak reference to object."), 0};
static const NativeDef init = {"__init__(object, callback=None, /, **kwargs)", py_weakref_init, DOC("Made by __new__."),
                               0};

static const NativeDef methods[] = {
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {0},
};

static const GetSetDef getsets[] = {
    {"__callback__", get_callback, NULL, DOC("What is called when the object goes."), true},
    {NULL, NULL, NULL, 0},
};

Type type_weakref = {
    TYPE_HEAD(weakref),
    .init_slot = NULL,
    .name = "weakref.ReferenceType",
    .module = "weakref",
    .flags = TYPE_CONTAINER | TYPE_MODULE_APART,
    .size = sizeof(Weakref),
    .traverse = weakref_traverse,
    .dispose = weakref_dispose,
    .construct = &construct,
    .init = &init,
    .repr = weakref_repr,
    .hash = weakref_hash,
    .compare = weakref_compare,
    .call = weakref_call,
    .methods = methods,
    .getsets = getsets,
};
