#include "runtime/instance.h"

#include <assert.h>

#include "runtime/object.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

enum {
    WALK_LIMIT = 8,       /* attributes up to which a shape is searched link by link */
    ATTRIBUTE_LIMIT = 96, /* attributes above which an instance keeps a dict; overflow then fits a pool cell */
    CHILD_LIMIT = 32,     /* different attributes added to one shape */
    SHAPE_LIMIT = 512,    /* shapes of one class */
    LEARNED_LIMIT = 32,   /* attributes that an instance has room for at most */
};

typedef struct Transition {
    Ref name;     /* borrowed from shape */
    Shape *shape; /* where adding name leads */
} Transition;

typedef struct Transitions {
    uint32_t count;    /* entries in use */
    uint32_t capacity; /* entries that fit */
    Transition entries[];
} Transitions;

typedef struct IndexEntry {
    Ref name;       /* NULL: empty */
    uint32_t index; /* of the attribute */
} IndexEntry;

typedef struct ShapeIndex {
    uint32_t mask; /* entries less one; a power of two less one */
    IndexEntry entries[];
} ShapeIndex;

static size_t transitions_size(uint32_t capacity) { return sizeof(Transitions) + capacity * sizeof(Transition); }
static size_t index_size(uint32_t mask) { return sizeof(ShapeIndex) + (mask + 1) * sizeof(IndexEntry); }

static void *new_block(size_t size) {
    void *block = size <= MEM_CELL_MAX ? mem_cell(&rt()->mem, MEM_RAW, size) : mem_raw_try(&rt()->mem, size);
    if (block) memset(block, 0, size);
    return block;
}

static void free_block(void *block, size_t size) {
    if (size <= MEM_CELL_MAX) {
        mem_cell_free(&rt()->mem, MEM_RAW, block, size);
    } else {
        mem_raw_free(&rt()->mem, block, size);
    }
}

static Shape *new_shape(Type *type, uint32_t inline_capacity, uint32_t count) {
    Shape *shape = new_block(sizeof(Shape));
    shape->type = type;
    shape->inline_capacity = inline_capacity;
    shape->count = count;
    return shape;
}

uint32_t shape_reserved(const Type *type) {
    if (!(type->flags & TYPE_HEAP)) return 0;
    const Class *class = (const Class *)type;
    return class->slot_base + (class->slot_names ? (uint32_t)tuple_count(class->slot_names) : 0);
}

/* Only instances whose layout base is object are sized by what their class learned. */
static bool learns(const Type *type) { return type->flags & TYPE_HEAP && type->shape_offset == sizeof(Object); }

Shape *shape_root(Type *type) {
    TypeState *state = type->flags & TYPE_HEAP ? &((Class *)type)->state : &rt()->type_states[type->index];
    Class *class = (Class *)type;
    Shape *root = state->root;
    if (LIKELY(root && !(learns(type) && class->expected_slots > root->inline_capacity))) return root;
    if (learns(type)) type->size = (uint32_t)(sizeof(Instance) + class->expected_slots * sizeof(Value));
    uint32_t room = (uint32_t)((type->size - type->shape_offset - sizeof(Slots)) / sizeof(Value));
    state->root = new_shape(type, room, shape_reserved(type));
    state->root->older = root;
    state->shapes++;
    return state->root;
}

Shape *shape_root_with(Type *type, uint32_t inline_capacity) {
    Shape *root = shape_root(type);
    for (Shape *s = root; s; s = s->older) {
        if (s->inline_capacity == inline_capacity) return s;
    }
    Shape *other = new_shape(type, inline_capacity, shape_reserved(type));
    other->older = root->older;
    return root->older = other;
}

static int32_t find_in_index(const ShapeIndex *index, Ref name) {
    for (uint32_t i = (uint32_t)(bits_of(name) >> 4) & index->mask;; i = (i + 1) & index->mask) {
        if (index->entries[i].name == name) return (int32_t)index->entries[i].index;
        if (!index->entries[i].name) return -1;
    }
}

static ShapeIndex *make_index(Shape *shape) {
    uint32_t mask = 31;
    while (mask < shape->count * 2) mask = mask * 2 + 1;
    ShapeIndex *index = new_block(index_size(mask));
    if (!index) return NULL;
    index->mask = mask;
    for (Shape *s = shape; s->parent; s = s->parent) {
        uint32_t i = (uint32_t)(bits_of(s->name) >> 4) & mask;
        while (index->entries[i].name) i = (i + 1) & mask;
        index->entries[i] = (IndexEntry){s->name, s->count - 1};
    }
    shape->index = index;
    return index;
}

int32_t shape_find(Shape *shape, Ref name) {
    if (shape->count > WALK_LIMIT) {
        ShapeIndex *index = shape->index ? shape->index : make_index(shape);
        if (LIKELY(index != NULL)) return find_in_index(index, name);
    }
    for (; shape->parent; shape = shape->parent) {
        if (shape->name == name) return (int32_t)shape->count - 1;
    }
    return -1;
}

Shape *shape_child_peek(Shape *shape, Ref name) {
    const Transitions *children = shape->children;
    if (!children) return NULL;
    for (uint32_t i = 0; i < children->count; i++) {
        if (children->entries[i].name == name) return children->entries[i].shape;
    }
    return NULL;
}

static void add_transition(Shape *shape, Ref name, Shape *child) {
    Transitions *children = shape->children;
    uint32_t capacity = children ? children->capacity : 0;
    if (!children || children->count == capacity) {
        uint32_t larger = capacity ? capacity * 2 : 1;
        Transitions *grown = new_block(transitions_size(larger));
        if (children) {
            memcpy(grown, children, transitions_size(capacity));
            free_block(children, transitions_size(capacity));
        }
        grown->capacity = larger;
        shape->children = children = grown;
    }
    children->entries[children->count++] = (Transition){name, child};
}

Shape *shape_add(Shape *shape, Ref name) {
    Shape *child = shape_child_peek(shape, name);
    if (LIKELY(child != NULL)) return child;
    Type *type = shape->type;
    TypeState *state = type->flags & TYPE_HEAP ? &((Class *)type)->state : &rt()->type_states[type->index];
    const Transitions *children = shape->children;
    if (shape->count >= ATTRIBUTE_LIMIT + shape_reserved(type) || state->shapes >= SHAPE_LIMIT) return NULL;
    if (children && children->count >= CHILD_LIMIT) return NULL;
    child = new_shape(type, shape->inline_capacity, shape->count + 1);
    child->parent = shape;
    child->name = retain(name);
    add_transition(shape, name, child);
    state->shapes++;
    if (learns(type) && child->count > ((Class *)type)->expected_slots && child->count <= LEARNED_LIMIT) {
        ((Class *)type)->expected_slots = child->count;
    }
    return child;
}

Shape *shape_dict(Shape *shape) {
    while (shape->parent) shape = shape->parent;
    if (shape->is_dict) return shape;
    if (!shape->dict_shape) {
        shape->dict_shape = new_shape(shape->type, shape->inline_capacity, shape->count);
        shape->dict_shape->is_dict = true;
    }
    return shape->dict_shape;
}

/* Depth is bounded by ATTRIBUTE_LIMIT. */
static void free_tree(Shape *shape) {
    Transitions *children = shape->children;
    if (children) {
        for (uint32_t i = 0; i < children->count; i++) free_tree(children->entries[i].shape);
        free_block(children, transitions_size(children->capacity));
    }
    ShapeIndex *index = shape->index;
    if (index) free_block(index, index_size(index->mask));
    if (shape->dict_shape) free_block(shape->dict_shape, sizeof(Shape));
    release_maybe(shape->name);
    free_block(shape, sizeof(Shape));
}

void shape_free_all(TypeState *state) {
    for (Shape *root = state->root, *older; root; root = older) {
        older = root->older;
        free_tree(root);
    }
    state->root = NULL;
    state->shapes = 0;
}
