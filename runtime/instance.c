#include "runtime/instance.h"

#include <assert.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/state.h"
#include "runtime/tuple.h"

/* The overflow array stands behind a word that holds its capacity. */
static size_t overflow_capacity(const Value *overflow) { return overflow ? (size_t)bits_of(overflow[-1]) : 0; }
static size_t overflow_size(size_t capacity) { return (capacity + 1) * sizeof(Value); }

static void free_overflow(Value *overflow) {
    mem_cell_free(&rt()->mem, MEM_RAW, overflow - 1, overflow_size(overflow_capacity(overflow)));
}

/* Shapes stop growing before an overflow array outgrows a pool cell. */
static void grow_overflow(Slots *slots, size_t used) {
    size_t capacity = used < 3 ? 3 : used * 2 + 1;
    if (overflow_size(capacity) > MEM_CELL_MAX) capacity = MEM_CELL_MAX / sizeof(Value) - 1;
    assert(capacity > used);
    Value *grown = (Value *)mem_cell(&rt()->mem, MEM_RAW, overflow_size(capacity)) + 1;
    memset(grown, 0, capacity * sizeof(Value));
    grown[-1] = value_of_bits(capacity);
    if (slots->overflow) {
        memcpy(grown, slots->overflow, used * sizeof(Value));
        free_overflow(slots->overflow);
    }
    slots->overflow = grown;
}

static Ref dict_of(const Slots *slots) { return (Ref)(const void *)slots->overflow; }

static Shape *ready_shape(Ref self, Slots *slots) {
    if (UNLIKELY(!slots->shape)) slots->shape = shape_root(object_of(self)->type);
    return slots->shape;
}

Value instance_new(Type *type) {
    Shape *root = shape_root(type);
    Instance *self = object_new(type, sizeof(Instance) + root->inline_capacity * sizeof(Value));
    self->head.flags |= OBJECT_INSTANCE;
    self->slots.shape = root;
    return value_of(self);
}

size_t instance_storage(Ref self) {
    const Type *type = object_of(self)->type;
    const Shape *shape = slots_of(self)->shape;
    if (!shape) return type->size;
    return type->shape_offset + sizeof(Slots) + shape->inline_capacity * sizeof(Value);
}

void instance_traverse(Ref self, Visit visit, void *context) {
    Slots *slots = slots_of(self);
    Shape *shape = slots->shape;
    if (!shape) return;
    uint32_t inside = shape->count < shape->inline_capacity ? shape->count : shape->inline_capacity;
    for (uint32_t i = 0; i < inside; i++) visit(slots->words[i], context);
    if (shape->is_dict) {
        visit(dict_of(slots), context);
        return;
    }
    for (uint32_t i = inside; i < shape->count; i++) visit(slots->overflow[i - inside], context);
}

void instance_dispose(Ref self) {
    Slots *slots = slots_of(self);
    if (slots->overflow && !slots->shape->is_dict) free_overflow(slots->overflow);
}

Ref instance_peek(Ref self, Ref name) {
    Slots *slots = slots_of(self);
    Shape *shape = slots->shape;
    if (UNLIKELY(!shape)) return NULL;
    if (UNLIKELY(shape->is_dict)) return dict_peek_str(dict_of(slots), name);
    int32_t index = shape_find(shape, name);
    return index < 0 ? NULL : *slots_word(slots, (uint32_t)index);
}

bool instance_has_odd_keys(Ref self) {
    const Slots *slots = slots_of(self);
    return slots->shape && slots->shape->is_dict && !as_dict(dict_of(slots))->str_keys;
}

/* Moves the attributes to a dict, which the instance uses from now on. */
static Ref move_to_dict(Ref self, Slots *slots) {
    Shape *shape = ready_shape(self, slots);
    if (shape->is_dict) return dict_of(slots);
    uint32_t reserved = shape_reserved(shape->type), count = shape->count;
    Value dict = dict_new();
    object_of(dict)->flags |= OBJECT_UNTRACKED;
    Shape *path[256];
    assert(count - reserved < 256);
    for (Shape *s = shape; s->parent; s = s->parent) path[s->count - 1 - reserved] = s;
    for (uint32_t i = reserved; i < count; i++) dict_set_str(dict, path[i - reserved]->name, *slots_word(slots, i));
    Value *overflow = slots->overflow;
    uint32_t inline_capacity = shape->inline_capacity;
    slots->shape = shape_dict(shape);
    slots->overflow = (Value *)(void *)dict;
    /* The dict holds references of its own, so none of these is the last. */
    for (uint32_t i = reserved; i < count; i++) {
        Value *word = i < inline_capacity ? &slots->words[i] : &overflow[i - inline_capacity];
        release(*word);
        if (i < inline_capacity) *word = NULL;
    }
    if (overflow) free_overflow(overflow);
    return dict;
}

static Lookup set_in_dict(Ref dict, Ref name, Ref value) {
    if (!value) return dict_delete_str(dict, name) ? FOUND : MISSING;
    dict_set_str(dict, name, value);
    return FOUND;
}

static void add_attribute(Ref self, Slots *slots, Shape *shape, Ref name, Ref value) {
    Shape *larger = shape_add(shape, name);
    if (UNLIKELY(!larger)) {
        dict_set_str(move_to_dict(self, slots), name, value);
        return;
    }
    uint32_t index = shape->count;
    if (index >= shape->inline_capacity) {
        uint32_t used = index - shape->inline_capacity;
        if (used >= overflow_capacity(slots->overflow)) grow_overflow(slots, used);
        slots->overflow[used] = retain(value);
    } else {
        slots->words[index] = retain(value);
    }
    slots->shape = larger;
}

/* The shape with the attribute at index left out; NULL: too many shapes. */
static Shape *shape_without(Shape *shape, uint32_t index) {
    if (shape->count - 1 == index) return shape->parent;
    Shape *shorter = shape_without(shape->parent, index);
    return shorter ? shape_add(shorter, shape->name) : NULL;
}

static Lookup delete_attribute(Ref self, Slots *slots, Shape *shape, Ref name) {
    int32_t index = shape_find(shape, name);
    if (index < 0) return MISSING;
    Shape *shorter = shape_without(shape, (uint32_t)index);
    if (!shorter) return set_in_dict(move_to_dict(self, slots), name, NULL);
    Value old = *slots_word(slots, (uint32_t)index);
    for (uint32_t i = (uint32_t)index; i + 1 < shape->count; i++) *slots_word(slots, i) = *slots_word(slots, i + 1);
    *slots_word(slots, shape->count - 1) = NULL;
    slots->shape = shorter;
    release(old);
    return FOUND;
}

Lookup instance_set(Ref self, Ref name, Ref value) {
    Slots *slots = slots_of(self);
    Shape *shape = ready_shape(self, slots);
    if (UNLIKELY(shape->is_dict)) return set_in_dict(dict_of(slots), name, value);
    if (!value) return delete_attribute(self, slots, shape, name);
    if (!shape_child_peek(shape, name)) {
        int32_t index = shape_find(shape, name);
        if (index >= 0) {
            slot_set(slots_word(slots, (uint32_t)index), value);
            return FOUND;
        }
    }
    add_attribute(self, slots, shape, name, value);
    return FOUND;
}

Value *instance_reserved_word(Ref self, uint32_t index) {
    Slots *slots = slots_of(self);
    ready_shape(self, slots);
    return &slots->words[index];
}

Value instance_dict(Ref self) { return retain(move_to_dict(self, slots_of(self))); }

static void replace_dict_steal(Ref self, Value dict) {
    Slots *slots = slots_of(self);
    move_to_dict(self, slots);
    Value old = (Value)(void *)slots->overflow;
    slots->overflow = (Value *)(void *)dict;
    release(old);
}

bool instance_set_dict(Ref self, Ref dict) {
    if (!dict) return raise_false(&type_TypeError, "cannot delete __dict__");
    if (!is_dict(dict))
        return raise_false(&type_TypeError, "__dict__ must be set to a dictionary, not a '%T'", dict);
    replace_dict_steal(self, retain(dict));
    return true;
}

void instance_clear_dict(Ref self) { replace_dict_steal(self, dict_new()); }

/* The shape of the same attributes in another class's tree, or NULL. */
static Shape *shape_in(Shape *root, Shape *shape) {
    if (!shape->parent) return root;
    Shape *parent = shape_in(root, shape->parent);
    return parent ? shape_add(parent, shape->name) : NULL;
}

void instance_set_class(Ref self, Type *type) {
    Object *object = object_of(self);
    Type *old = object->type;
    if (type->shape_offset) {
        Slots *slots = slots_of(self);
        Shape *shape = ready_shape(self, slots), *root = shape_root_with(type, shape->inline_capacity);
        Shape *same = shape->is_dict ? NULL : shape_in(root, shape);
        if (!same) move_to_dict(self, slots);
        slots->shape = same ? same : shape_dict(root);
    }
    retain(type_ref(type));
    object->type = type;
    release(value_of(old));
}

Value instance_copy_attributes(Ref self) {
    Slots *slots = slots_of(self);
    Shape *shape = ready_shape(self, slots);
    if (shape->is_dict) return dict_copy(dict_of(slots));
    uint32_t reserved = shape_reserved(shape->type), count = shape->count;
    Shape *path[256];
    for (Shape *s = shape; s->parent; s = s->parent) path[s->count - 1 - reserved] = s;
    Value dict = dict_new();
    for (uint32_t i = reserved; i < count; i++) dict_set_str(dict, path[i - reserved]->name, *slots_word(slots, i));
    return dict;
}
