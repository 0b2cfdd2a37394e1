#include "vm/interp/attr_cache.h"

#include "runtime/descriptor.h"
#include "runtime/dispatch.h"
#include "runtime/intern.h"
#include "vm/function.h"

enum { PATIENCE = 32 }; /* uses of entries that are not in front, until one of them comes there */

/* The byte offset of word index behind the shape. */
static uint32_t word_offset(const Type *type, uint32_t index) {
    return (uint32_t)(type->shape_offset + offsetof(Slots, words) + index * sizeof(Value));
}

uint32_t inline_offset(Type *type, Shape *shape, Ref attribute, Ref name) {
    if (attribute && is_slot_member(attribute) && type_is_subtype(type, as_member(attribute)->owner))
        return word_offset(type, as_member(attribute)->index);
    if (attribute && type_of(attribute)->set) return 0;
    int32_t index = shape_find(shape, name);
    return index < 0 || (uint32_t)index >= shape->inline_capacity ? 0 : word_offset(type, (uint32_t)index);
}

/* The place of an attribute as an entry has it, or 0. */
static uint32_t place_of(Type *type, Shape *shape, Ref attribute, Ref name) {
    uint32_t offset = inline_offset(type, shape, attribute, name);
    if (offset) return offset <= PLACE_MAX ? offset : 0;
    if (attribute && type_of(attribute)->set) return 0;
    int64_t index = (int64_t)shape_find(shape, name) - shape->inline_capacity;
    return index < 0 || index > PLACE_MAX ? 0 : PLACE_OVERFLOW | (uint32_t)index;
}

/* Where an attribute of the class comes from that goes before anything of the instance, or that it does not hide; or
 * 0. */
static uint32_t place_in_class(Type *type, Ref attribute) {
    const Type *kind = type_of(attribute);
    if (!kind->get) return kind->set ? 0 : PLACE_CLASS;
    if (kind->flags & TYPE_METHOD) return PLACE_METHOD;
    if (kind->peek) return PLACE_PEEK;
    if (kind == &type_classmethod) return PLACE_CLASS_METHOD;
    if (kind == &type_property) return PLACE_PROPERTY;
    bool native = kind == &type_getset_descriptor || kind == &type_member_descriptor;
    const GetSet *getset = native ? as_getset(attribute) : NULL;
    bool own = getset && getset->def && getset->def->get && type_is_subtype(type, (Type *)(uintptr_t)getset->owner);
    return own ? PLACE_NATIVE : 0;
}

bool is_plain_instance(Ref object, Type *type) {
    if (!is_heap(object) || !type->shape_offset || !type->version) return false;
    const Shape *shape = slots_of(object)->shape; /* an exception has none before its first attribute */
    return shape && !shape->is_dict;
}

static void exchange(AttrEntry *entry, AttrEntry *other) {
    AttrEntry kept = *entry;
    *entry = *other;
    *other = kept;
}

/* The entry of a pair, or NULL. One that is asked for behind another comes in front at times: if both are in use, they
 * would take turns there. */
static AttrEntry *find_in_group(Vm *vm, size_t index, const Shape *shape, uint32_t version, Ref name) {
    for (size_t i = 0; i < ATTR_CACHE_GROUP; i++) {
        AttrEntry *entry = &vm->attr_cache[index ^ i];
        if (!attr_entry_is(entry, shape, version, name)) continue;
        if (i == 0 || ++vm->attr_cache_turn % PATIENCE != 0) return entry;
        exchange(entry, &vm->attr_cache[index]);
        return &vm->attr_cache[index];
    }
    return NULL;
}

/* The first place of a group; what it had goes to one of the others, and is lost there by turns. */
static AttrEntry *make_room_in_front(Vm *vm, size_t index) {
    AttrEntry *front = &vm->attr_cache[index];
    exchange(front, &vm->attr_cache[index ^ (1 + vm->attr_cache_turn++ % (ATTR_CACHE_GROUP - 1))]);
    return front;
}

/* Whether a data descriptor of the type goes before what the object has, and nothing else is asked first. */
static bool finds_data_first(const Type *type) {
    return type_uses_generic_getattr(type) || type->getattr == type_getattr_class || type == &type_function;
}

AttrEntry *attr_cache_fill(Vm *vm, Ref object, Ref name) {
    Type *type = type_of(object);
    if (!type->version) return NULL;
    vm->attr_cache_used = true;
    Shape *shape = type->shape_offset ? slots_of(object)->shape : NULL;
    size_t index = attr_cache_index(shape, type->version, name);
    AttrEntry *entry = find_in_group(vm, index, shape, type->version, name);
    if (entry) return entry;
    entry = make_room_in_front(vm, index);
    Ref attribute = type_lookup_peek(type, name);
    bool in_dict = shape && shape->is_dict, own = shape && !in_dict;
    uint32_t place = own ? place_of(type, shape, attribute, name) : 0, of_class = 0;
    bool hidden = in_dict || (own && shape_find(shape, name) >= 0); /* a dict may get any name */
    if (attribute && !is_slot_member(attribute) && (!hidden || type_of(attribute)->set))
        of_class = place_in_class(type, attribute);
    bool may_fail = of_class == PLACE_PROPERTY || of_class == PLACE_NATIVE; /* and __getattr__ would answer then */
    bool generic = may_fail ? finds_data_first(type) : type_finds_generically(type);
    if (!attribute && !hidden && type_finds_generically(type)) {
        attribute = type_lookup_peek(type, NAME(dunder_getattr));
        if (attribute && is_function(attribute)) of_class = PLACE_ASKED;
    }
    Value old = entry->name;
    *entry = (AttrEntry){
        .shape = shape,
        .name = retain(name),
        .attribute = attribute,
        .version = type->version,
        .load = (uint16_t)(!generic   ? 0
                           : of_class ? of_class
                                      : place),
        .store = (uint16_t)(!type_uses_generic_setattr(type) ? 0
                            : of_class == PLACE_PROPERTY     ? of_class
                                                             : place),
    };
    release_maybe(old);
    return entry;
}

void attr_cache_added(Vm *vm, Ref object, const Shape *before, uint32_t version, Ref name) {
    Type *type = type_of(object);
    Shape *after = type->version == version ? slots_of(object)->shape : NULL;
    if (!after || after->is_dict || after->parent != before || after->name != name) return;
    if (before->count >= before->inline_capacity || !type_uses_generic_setattr(type)) return;
    AttrEntry *entry = find_in_group(vm, attr_cache_index(before, version, name), before, version, name);
    if (!entry || entry->load || entry->store) return;
    entry->store = PLACE_ADDED;
    entry->attribute = (Ref)after;
}

void attr_cache_free(Vm *vm) {
    for (size_t i = 0; vm->attr_cache_used && i < ATTR_CACHE_SIZE; i++) release_maybe(vm->attr_cache[i].name);
}
