#include "runtime/object.h"

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/set.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/weakref.h"

enum {
    FREE_DEPTH_MAX = 50,    /* nesting of object_free beyond which an object waits in Runtime.deferred */
    CLEARED_IN_PLACE = 256, /* bytes up to which a new object is cleared by a loop */
    SHORT_LIST = 8,         /* items that object_free looks at one by one */
};

/* --- Making --------------------------------------------------------------------------------------------------- */

typedef uint64_t Words __attribute__((vector_size(16), may_alias));

static inline bool in_container_pool(const Type *type) { return type->flags & (TYPE_CONTAINER | TYPE_HEAP); }

/* Clears what follows the header, in whole units of 16 bytes as cells have them. */
static inline void clear_body(Object *object, size_t size) {
    for (size_t i = sizeof(Object); i < size; i += sizeof(Words)) {
        *(Words *)((char *)object + i) = (Words){0};
        __asm__ volatile("" ::: "memory"); /* or compilers make a call of it, which costs more than the loop */
    }
}

/* What only heap classes have: instances count their class, and a finaliser needs to know who is older. */
static uint32_t born_of_class(Type *type) {
    retain(value_of(type));
    if (!type->finalize || type->flags & TYPE_FAMILY & ~(uint32_t)TYPE_CONTAINER) return 0;
    return gc_birth(&rt()->gc);
}

static inline void *begin(Object *object, Type *type, uint32_t flags) {
    if (UNLIKELY(type->flags & TYPE_HEAP)) flags |= born_of_class(type);
    object->count = 1;
    object->flags = flags;
    object->type = type;
    return object;
}

/* The cases that keep object_new from being short: a large object, many bytes to clear, no free cell at hand. */
static __attribute__((noinline)) void *new_slow(Type *type, size_t size) {
    Mem *mem = &rt()->mem;
    bool container = in_container_pool(type), large = size > MEM_CELL_MAX;
    uint32_t kind = container ? MEM_CONTAINERS : MEM_LEAVES;
    Object *object = large ? mem_large(mem, kind, size) : mem_cell(mem, kind, size);
    memset(object + 1, 0, size - sizeof(Object));
    return begin(object, type, (container ? OBJECT_CONTAINER : 0) | (large ? OBJECT_LARGE : 0));
}

void *object_new(Type *type, size_t size) {
    Mem *mem = &rt()->mem;
    bool container = in_container_pool(type);
    Object *object = size <= CLEARED_IN_PLACE ? mem_cell_try(mem, container ? MEM_CONTAINERS : MEM_LEAVES, size) : NULL;
    if (UNLIKELY(!object)) return new_slow(type, size);
    clear_body(object, size);
    return begin(object, type, container ? OBJECT_CONTAINER : 0);
}

void *object_new_sized(Type *type, size_t size) {
    if (LIKELY(size <= MEM_CELL_MAX)) return object_new(type, size);
    bool container = in_container_pool(type);
    Object *object = mem_large_try(&rt()->mem, container ? MEM_CONTAINERS : MEM_LEAVES, size);
    if (!object) return raise_memory();
    memset(object + 1, 0, size - sizeof(Object));
    return begin(object, type, OBJECT_LARGE | (container ? OBJECT_CONTAINER : 0));
}

void *object_new_leaf(Type *type, size_t size) {
    Mem *mem = &rt()->mem;
    Object *object =
        LIKELY(size <= MEM_CELL_MAX) ? mem_cell(mem, MEM_LEAVES, size) : mem_large_try(mem, MEM_LEAVES, size);
    if (UNLIKELY(!object)) return raise_memory();
    return begin(object, type, LIKELY(size <= MEM_CELL_MAX) ? 0 : OBJECT_LARGE);
}

/* --- Freeing -------------------------------------------------------------------------------------------------- */

static void release_child(Ref child, void *context) {
    if (child) release((Value)(uintptr_t)child);
}

static inline void free_storage(Runtime *runtime, Object *object, size_t size) {
    if (UNLIKELY(object->flags & OBJECT_LARGE)) {
        mem_large_free(&runtime->mem, object);
    } else {
        mem_cell_free(&runtime->mem, object->flags & OBJECT_CONTAINER ? MEM_CONTAINERS : MEM_LEAVES, object, size);
    }
}

static inline void give_back(Runtime *runtime, Object *object, Type *type) {
    size_t size = type->storage ? type->storage(value_of(object)) : type->size;
    if (type->dispose) type->dispose(value_of(object));
    free_storage(runtime, object, size);
}

void object_give_back(Object *object) { give_back(rt(), object, object->type); }

/* The list of deferred objects allocates nothing: the link stands in the count and in the bits of the type word that
 * addresses leave unused. The flags, and all that follows the header, stay. */
static void defer(Runtime *runtime, Object *object) {
    uint64_t link = (uintptr_t)runtime->deferred >> 4;
    object->count = (int32_t)(uint32_t)link;
    object->type = (Type *)((uintptr_t)object->type | link >> 32 << 48);
    /* without a mark of the collector: runs that a finaliser asks for meanwhile pass it by, and do not change marks */
    object->flags = (object->flags & ~(uint32_t)(OBJECT_LIVE | OBJECT_LIVE_NEXT)) | OBJECT_QUEUED;
    runtime->deferred = object;
}

static Object *take_first(Object **list) {
    Object *object = *list;
    uint64_t type = (uintptr_t)object->type, link = (uint32_t)object->count | type >> 48 << 32;
    object->count = 0;
    object->type = (Type *)(uintptr_t)(type & (((uint64_t)1 << 48) - 1));
    object->flags &= ~(uint32_t)OBJECT_QUEUED;
    *list = (Object *)(uintptr_t)(link << 4);
    return object;
}

static COLD void free_deferred(Runtime *runtime);

/* What a finaliser freed whose turn could not come for want of stack: it comes now or with the others that wait. */
static void take_over(Runtime *runtime, Object *others) {
    if (!c_stack_low()) free_deferred(runtime);
    Object *postponed = runtime->deferred;
    runtime->deferred = others;
    while (UNLIKELY(postponed != NULL)) {
        Object *object = take_first(&postponed);
        defer(runtime, object);
    }
}

/* Runs the finaliser as if one reference were left; true when there are more of them afterwards. What it frees is freed
 * at once, whatever we are in the middle of. */
static bool finalize_revives(Runtime *runtime, Object *object) {
    Value error = runtime->error;
    Object *deferred = runtime->deferred;
    uint32_t depth = runtime->free_depth;
    runtime->finalizing++;
    runtime->error = NULL;
    runtime->deferred = NULL;
    runtime->free_depth = 0;
    object->flags |= OBJECT_FINALIZED;
    object->count = 1;
    object->type->finalize(value_of(object));
    take_over(runtime, deferred);
    runtime->finalizing--;
    runtime->error = error;
    runtime->free_depth = depth;
    return --object->count > 0;
}

/* How many words behind the header are all that an instance holds; 0: its type does not say. */
static inline size_t parts_of(const Type *type) { return (type->flags & TYPE_PARTS) / TYPE_PARTS_1; }

void object_traverse_parts(Ref self, Visit visit, void *context) {
    const Value *parts = (const Value *)(object_of(self) + 1);
    for (size_t i = 0, count = parts_of(type_native_base(type_of(self))); i < count; i++) visit(parts[i], context);
}

/* The last item first, as CPython does. */
static inline void release_items(Value *items, size_t count) {
    for (; count >= WORDS_AT_ONCE; count -= WORDS_AT_ONCE) {
        if (!any_object(refs(items + count - WORDS_AT_ONCE))) continue;
        for (size_t i = 1; i <= WORDS_AT_ONCE; i++) release_maybe(items[count - i]);
    }
    while (count-- > 0) release_maybe(items[count]);
}

/* What traverse, storage and dispose of a plain instance come to; spelled out, since this is what is freed most. */
static inline size_t empty_instance(Object *object) {
    Instance *self = (Instance *)object;
    const Shape *shape = self->slots.shape;
    if (!shape) return object->type->size;
    if (UNLIKELY(self->slots.overflow != NULL)) {
        instance_traverse(value_of(object), release_child, NULL);
        instance_dispose(value_of(object));
    } else {
        uint32_t count = shape->count < shape->inline_capacity ? shape->count : shape->inline_capacity;
        for (uint32_t i = 0; i < count; i++) release_maybe(self->slots.words[i]);
    }
    return sizeof(Instance) + shape->inline_capacity * sizeof(Value);
}

/* Releases what an object holds and gives its storage back. The commonest types go without their slots. */
static inline void take_apart(Runtime *runtime, Object *object, Type *type) {
    if (type == &type_tuple) {
        Tuple *tuple = (Tuple *)object;
        release_items(tuple->items, tuple->count);
        free_storage(runtime, object, sizeof(Tuple) + tuple->count * sizeof(Value));
    } else if (type == &type_list) {
        List *list = (List *)object;
        release_items(list->items, list->count);
        mem_raw_free(&runtime->mem, list->items, list->capacity * sizeof(Value));
        free_storage(runtime, object, sizeof(List));
    } else if (object->flags & OBJECT_INSTANCE) {
        free_storage(runtime, object, empty_instance(object));
    } else if (type == &type_dict) {
        dict_take_apart(value_of(object));
        free_storage(runtime, object, sizeof(Dict));
    } else if (type == &type_set || type == &type_frozenset) {
        set_take_apart(value_of(object));
        free_storage(runtime, object, sizeof(Set));
    } else if (parts_of(type)) {
        release_items((Value *)(object + 1), parts_of(type));
        free_storage(runtime, object, type->size);
    } else {
        if (type->traverse) type->traverse(value_of(object), release_child, NULL);
        give_back(runtime, object, type);
    }
}

static void free_with_children(Runtime *runtime, Object *object) {
    Type *type = object->type;
    if (UNLIKELY(type->finalize != NULL) && !(object->flags & OBJECT_FINALIZED)) {
        if (finalize_revives(runtime, object)) return;
        type = object->type; /* the finaliser may have assigned __class__ */
    }
    object->count = IMMORTAL_COUNT; /* from here on nobody may count it, and the collector leaves it alone */
    if (UNLIKELY(object->flags & OBJECT_WEAKREFS)) weakref_object_dies(object);
    take_apart(runtime, object, type);
    if (UNLIKELY(type->flags & TYPE_HEAP)) release(value_of(type));
}

static COLD void free_deferred(Runtime *runtime) {
    while (runtime->deferred) {
        runtime->free_depth = 1;
        free_with_children(runtime, take_first(&runtime->deferred));
        runtime->free_depth = 0;
    }
}

/* Releases items from the last on, as long as each has other owners; those are left NULL. How many are not released. */
__attribute__((always_inline)) static inline size_t release_shared_items(Value *items, size_t count) {
    while (count > 0 && release_shared(items[count - 1])) items[--count] = NULL;
    return count;
}

/* The same for what may be many: numbers and their like are passed over. */
static size_t release_many_shared(Value *items, size_t count) {
    for (; count > WORDS_AT_ONCE; count -= WORDS_AT_ONCE) {
        Value *last = items + count - WORDS_AT_ONCE;
        if (!any_object(refs(last))) continue;
        size_t left = release_shared_items(last, WORDS_AT_ONCE);
        if (UNLIKELY(left > 0)) return count - WORDS_AT_ONCE + left;
    }
    return release_shared_items(items, count);
}

/* A list whose items all live on, or some at its end: those it has no longer. False: something is left to do. */
static inline bool free_list_shallow(Runtime *runtime, List *list) {
    if (list->head.flags & OBJECT_WEAKREFS) return false;
    list->count = release_many_shared(list->items, list->count);
    if (list->count > 0) return false;
    mem_raw_free(&runtime->mem, list->items, list->capacity * sizeof(Value));
    free_storage(runtime, &list->head, sizeof(List));
    return true;
}

/* The same of a small set. */
static inline bool free_set_shallow(Runtime *runtime, Set *set) {
    if (set->head.flags & OBJECT_WEAKREFS || set->mask >= SET_GUIDED) return false;
    const SetGuide *guide = set->objects ? (SetGuide *)(set->table + set->mask + 1) : NULL;
    uint64_t places = ((uint64_t)2 << set->mask) - 1, keys = guide ? places & ~(guide->free | guide->deleted) : 0;
    for (; keys; keys &= keys - 1) {
        Value *key = &set->table[__builtin_ctzll(keys)].key;
        if (!release_shared(*key)) return false;
        *key = NULL;
    }
    set_free_table(value_of(set));
    free_storage(runtime, &set->head, sizeof(Set));
    return true;
}

/* The bytes of an object that holds nothing; 0: it does, or needs more than giving back. */
static inline size_t size_of_leaf(Object *object, Type *type) {
    if (type == &type_int) return int_size((Int *)object);
    if (type == &type_str) return object->flags & STR_INTERNED ? 0 : str_size((Str *)object);
    if (type == &type_float) return sizeof(Float);
    return type == &type_bytes ? sizeof(Bytes) + ((Bytes *)object)->length + 1 : 0;
}

/* What a tuple, a short list or an object of a type that says how many parts it has holds, and its bytes; 0: it needs
 * more than giving these back. */
typedef struct Holding {
    Value *items;
    size_t count, size;
} Holding;

__attribute__((always_inline)) static inline Holding parts_holding(Object *object, Type *type) {
    size_t parts = parts_of(type);
    return (Holding){(Value *)(object + 1), parts, parts ? type->size : 0};
}

__attribute__((always_inline)) static inline Holding holding_of(Object *object, Type *type) {
    if (type == &type_tuple) {
        Tuple *tuple = (Tuple *)object;
        return (Holding){tuple->items, tuple->count, sizeof(Tuple) + tuple->count * sizeof(Value)};
    }
    if (type == &type_list) {
        List *list = (List *)object;
        bool few = list->count <= SHORT_LIST && list->capacity * sizeof(Value) <= MEM_CELL_MAX;
        return (Holding){list->items, list->count, few ? sizeof(List) : 0};
    }
    return parts_holding(object, type);
}

/* Gives back an object whose items are released. */
__attribute__((always_inline)) static inline void give_back_held(Mem *mem, Object *object, Holding held) {
    if (object->type == &type_list && held.items)
        mem_cell_free_unhooked(mem, MEM_RAW, held.items, ((List *)object)->capacity * sizeof(Value));
    mem_cell_free_unhooked(mem, object->flags & OBJECT_CONTAINER ? MEM_CONTAINERS : MEM_LEAVES, object, held.size);
}

enum { OBJECT_SPECIAL = OBJECT_LARGE | OBJECT_WEAKREFS | OBJECT_INSTANCE };

/* Frees what is no container nor special and holds nothing. False: it holds something. */
__attribute__((always_inline)) static inline bool free_leaf(Mem *mem, Object *object) {
    size_t size = size_of_leaf(object, object->type);
    if (size == 0) return false;
    mem_cell_free_unhooked(mem, MEM_LEAVES, object, size);
    return true;
}

/* Frees what is no instance and whose items all live on, or hold nothing. False: something is left to do. */
__attribute__((always_inline)) static inline bool free_flat(Mem *mem, Object *object) {
    if (object->flags & OBJECT_SPECIAL) return false;
    bool container = object->flags & OBJECT_CONTAINER;
    if (!container && free_leaf(mem, object)) return true;
    Holding held = container ? holding_of(object, object->type) : parts_holding(object, object->type);
    if (held.size == 0) return false;
    size_t left = held.count;
    while ((left = release_shared_items(held.items, left)) > 0) {
        Object *last = object_of(held.items[left - 1]);
        if (last->flags & (OBJECT_SPECIAL | OBJECT_CONTAINER) || !free_leaf(mem, last)) return false;
        held.items[--left] = NULL;
    }
    give_back_held(mem, object, held);
    return true;
}

/* The same for a plain instance. */
static inline bool free_flat_instance(Mem *mem, Object *object) {
    Instance *self = (Instance *)object;
    const Shape *shape = self->slots.shape;
    if (object->flags & (OBJECT_LARGE | OBJECT_WEAKREFS) || object->type->finalize || !shape || self->slots.overflow)
        return false;
    uint32_t count = shape->count < shape->inline_capacity ? shape->count : shape->inline_capacity;
    if (release_shared_items(self->slots.words, count) || !release_shared(value_of(object->type))) return false;
    mem_cell_free_unhooked(mem, MEM_CONTAINERS, object, sizeof(Instance) + shape->inline_capacity * sizeof(Value));
    return true;
}

/* Releases items from the last on. One of them may die that is not flat: it goes to *dying and stays where it is.
 * False: there is another one; it and those before it are left. */
static inline bool release_but_one(Mem *mem, Value *items, size_t count, Object **dying) {
    while (count > 0) {
        Value item = items[--count];
        if (!release_shared(item) && !free_flat(mem, object_of(item))) {
            if (*dying) return false;
            *dying = object_of(item);
        } else {
            items[count] = NULL;
        }
    }
    return true;
}

/* Frees a chain of objects that hold one another (a closure, its tuple, a cell), link by link, with what else they hold
 * as long as it is flat. The object at which something is left to do, or NULL. Instances are not asked: where one holds
 * two that die (trees), it would be for nothing. */
static __attribute__((noinline)) Object *free_chain(Mem *mem, Object *object) {
    while (!(object->flags & OBJECT_SPECIAL)) {
        Object *dying = NULL;
        Holding held = holding_of(object, object->type);
        if (held.size == 0 || !release_but_one(mem, held.items, held.count, &dying)) break;
        give_back_held(mem, object, held);
        if (!dying) return NULL;
        object = dying;
        object->count = 0;
    }
    return object;
}

/* What object_free does not do itself. */
static __attribute__((noinline)) KEEPS_REGISTERS void free_deep(Object *object) {
    Runtime *runtime = rt();
    Type *type = object->type;
    bool holds = type == &type_tuple || type == &type_list || parts_of(type);
    if (holds && LIKELY(!runtime->mem.hook)) {
        object = free_chain(&runtime->mem, object);
        if (!object) return;
        type = object->type;
    }
    if (type == &type_list && free_list_shallow(runtime, (List *)object)) return;
    if (type == &type_set && free_set_shallow(runtime, (Set *)object)) return;
    if (!(object->flags & (OBJECT_CONTAINER | OBJECT_WEAKREFS)) && !type->traverse && !type->finalize) {
        give_back(runtime, object, type);
        return;
    }
    bool waits = runtime->finalizing && type->finalize && c_stack_low(); /* finalisers that free each other */
    if (UNLIKELY(runtime->free_depth >= FREE_DEPTH_MAX || waits)) {
        defer(runtime, object);
        return;
    }
    runtime->free_depth++;
    free_with_children(runtime, object);
    if (--runtime->free_depth == 0 && UNLIKELY(runtime->deferred != NULL)) free_deferred(runtime);
}

/* What makes no call stands here: its few registers are all that has to be saved. */
KEEPS_REGISTERS void object_free(Object *object) {
    Mem *mem = &rt()->mem;
    if (LIKELY(!mem->hook)) {
        if (object->flags & OBJECT_INSTANCE ? free_flat_instance(mem, object) : free_flat(mem, object)) return;
    }
    free_deep(object);
}
