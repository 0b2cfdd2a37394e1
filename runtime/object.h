/* runtime/object.h - the header of every heap object, and reference counting.
 *
 * Owns:      the count, the flags, and freeing at count zero.
 * Invariant: an object is on the heap only once its type's traverse is safe on it; a free cell has no type.
 * Not here:  types and their slots (type.h), cycles (gc.h), cells (base/mem.h).
 */
#ifndef OURO_OBJECT_H
#define OURO_OBJECT_H

#include "runtime/base/convention.h"
#include "runtime/value.h"

typedef struct Type Type;

typedef struct Object {
    int32_t count;  /* references; negative: immortal, never written again, or being freed */
    uint32_t flags; /* OBJECT_... */
    Type *type;     /* borrowed when static; a heap class is counted by its instances. NULL marks a free cell */
} Object;

enum {
    OBJECT_CONTAINER = 1u << 0,  /* may hold references: the collector walks it */
    OBJECT_INSTANCE = 1u << 1,   /* a plain Instance (instance.h): its shape is right behind the header */
    OBJECT_LARGE = 1u << 2,      /* its storage came from mem_large, not from a pool */
    OBJECT_FINALIZED = 1u << 3,  /* __del__ or its like ran already */
    OBJECT_WEAKREFS = 1u << 4,   /* weak references to it stand in the side table */
    OBJECT_LIVE = 1u << 5,       /* collector scratch: reached from outside (this and the next bit take turns) */
    OBJECT_QUEUED = 1u << 6,     /* waits in the deferred-free list, or to be scanned by the collector */
    OBJECT_IN_REPR = 1u << 7,    /* repr of it is running: print [...] instead */
    OBJECT_GARBAGE = 1u << 8,    /* collector scratch: found unreachable in the running collection */
    OBJECT_TRACED = 1u << 9,     /* allocated while tracemalloc was on */
    OBJECT_LIVE_NEXT = 1u << 10, /* collector scratch: reached from outside, in every other collection */
    OBJECT_UNTRACKED = 1u << 11, /* CPython's collector would not know this container: gc.collect() does not count it */
    OBJECT_KIND_SHIFT = 16,      /* bits 16-31 belong to the type (str: bytes a character and the like) */
};

#define IMMORTAL_COUNT ((int32_t)0x80000000)
#define IMMORTAL_HEAD(Type_) {.count = IMMORTAL_COUNT, .type = (Type_)}

static inline Object *object_of(Ref v) { return (Object *)(uintptr_t)v; }
static inline Value value_of(const void *object) { return (Value)(uintptr_t)object; }

/* Frees an object whose count just fell to zero: runs __del__, clears weak references, releases what it holds. */
KEEPS_REGISTERS void object_free(Object *object);

/* For the collector: disposes of garbage whose references have been released, and gives its storage back. */
void object_give_back(Object *object);

static inline Value retain(Ref v) {
    if (is_heap(v)) {
        Object *object = object_of(v);
        if (LIKELY(object->count >= 0)) object->count++;
    }
    return (Value)(uintptr_t)v;
}

static inline Value retain_maybe(Ref v) { return v ? retain(v) : NULL; }

static inline void release(Value v) {
    if (is_heap(v)) {
        Object *object = object_of(v);
        if (LIKELY(object->count >= 0) && --object->count == 0) object_free(object);
    }
}

/* Releases v, which may be NULL, unless this is its last reference: then false, and nothing has happened. */
static inline bool release_shared(Value v) {
    if (LIKELY(!is_heap(v))) return true;
    if (UNLIKELY(!v)) return true;
    Object *object = object_of(v);
    int32_t count = object->count;
    if (UNLIKELY(count <= 1)) return count < 0;
    object->count = count - 1;
    return true;
}

/* Whether releasing v, no NULL, would free it. */
static inline bool is_last(Ref v) { return is_heap(v) && object_of(v)->count == 1; }

static inline void release_maybe(Value v) {
    if (v) release(v);
}

/* Numbers and their like are looked at eight at a time. */
enum { WORDS_AT_ONCE = 8 };
typedef uint64_t WordPair __attribute__((vector_size(16), aligned(8), may_alias));
typedef int32_t HalfWords __attribute__((vector_size(16)));

/* Whether one of eight words points to an object, or is NULL: all that is left of it is zero when only its tag is kept,
 * as the upper half. */
static inline bool any_object(const Ref *words) {
    const WordPair *pairs = (const WordPair *)words;
    HalfWords objects = {0};
    for (int i = 0; i < WORDS_AT_ONCE / 2; i++) objects |= (HalfWords)(pairs[i] << 61) == 0;
    WordPair both = (WordPair)objects;
    return (int64_t)(both[0] | both[1]) < 0;
}

/* Copies references, which count once more then. */
static inline void copy_references(Value *to, const Ref *from, size_t count) {
    for (; count >= WORDS_AT_ONCE; count -= WORDS_AT_ONCE, to += WORDS_AT_ONCE, from += WORDS_AT_ONCE) {
        bool objects = any_object(from);
        memcpy(to, from, WORDS_AT_ONCE * sizeof *to);
        for (int i = 0; UNLIKELY(objects) && i < WORDS_AT_ONCE; i++) retain(to[i]);
    }
    for (size_t i = 0; i < count; i++) to[i] = retain(from[i]);
}

/* Stores first and releases last, since releasing may run __del__. */
static inline void slot_set_steal(Value *slot, Value v) {
    Value old = *slot;
    *slot = v;
    release_maybe(old);
}
static inline void slot_set(Value *slot, Ref v) { slot_set_steal(slot, retain_maybe(v)); }
static inline void clear_ref(Value *slot) { slot_set_steal(slot, NULL); }

/* What a traverse function calls for each reference that an object holds. NULL and immediates may be passed. */
typedef void (*Visit)(Ref child, void *context);

/* The traverse of types whose flags say how many references stand behind the header (TYPE_PARTS in type.h). */
void object_traverse_parts(Ref self, Visit visit, void *context);

/* The number that id() and sys.getrefcount() answer. */
static inline int64_t object_count(Ref v) {
    return is_heap(v) && object_of(v)->count >= 0 ? object_of(v)->count : 4294967295;
}

/* Allocates a cell of size bytes for an object of this type, count 1, everything behind the header zero.
 * Never NULL (see base/mem.h for what happens past the limit). Containers are seen by the collector at once: zeroed
 * fields must be safe to traverse. */
void *object_new(Type *type, size_t size);
/* As object_new for sizes that the program chose: NULL with MemoryError set when refused. */
MUST_CHECK void *object_new_sized(Type *type, size_t size);
/* The same for a static type without references, whose maker fills all of it: nothing behind the header is cleared. */
MUST_CHECK void *object_new_leaf(Type *type, size_t size);

#endif
