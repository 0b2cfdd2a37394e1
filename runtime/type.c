#include "runtime/type.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception_layouts.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/signature.h"
#include "runtime/slots.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/weakref.h"

static Type *const static_types[] = {
    NULL,
#define TYPE(name) &type_##name,
#include "runtime/types.def"
#undef TYPE
};

Type *type_static(size_t index) { return static_types[index]; }

Type *const type_of_immediate[8] = {&type_none,    &type_none, &type_bool, &type_bool, &type_not_implemented,
                                    &type_ellipsis};

/* ---- process start: what static types inherit ---- */

static void inherit_operators(Type *type, Operators *operators) {
    enum { COUNT = sizeof(Operators) / sizeof(uintptr_t) };
    if (operators == &no_operators) return;
    if (type->operators == &no_operators) type->operators = operators;
    uintptr_t *own = (uintptr_t *)type->operators;
    for (size_t i = 0; type->operators != operators && i < COUNT; i++) {
        if (!own[i]) own[i] = ((const uintptr_t *)operators)[i];
    }
}

/* Each slot that the type leaves out is its base's; TYPE_HEAD has given it object's. Equality and hash belong together:
 * who defines the first without the second is unhashable. Nothing is written that is there already: the page would be
 * copied. */
static void inherit_slots(Type *type, const Type *base) {
    enum { BEGIN = offsetof(Type, repr), COUNT = (offsetof(Type, operators) - BEGIN) / sizeof(uintptr_t) };
    bool unhashable = type->compare != object_compare && type->hash == object_hash;
    uintptr_t *own = (uintptr_t *)((char *)type + BEGIN);
    const uintptr_t *inherited = (const uintptr_t *)((const char *)base + BEGIN);
    const uintptr_t *objects = (const uintptr_t *)((const char *)&type_object + BEGIN);
    for (size_t i = 0; base != &type_object && i < COUNT; i++) {
        if ((!own[i] || own[i] == objects[i]) && own[i] != inherited[i]) own[i] = inherited[i];
    }
    if (unhashable) type->hash = NULL;
    inherit_operators(type, base->operators);
}

/* A type has an __init__ of its own in either form or both. */
static void inherit_init(Type *type, const Type *base) {
    bool row = type->init != &object_init_def, slot = type->init_slot != object_init;
    if (row && !slot) type->init_slot = NULL;
    if (slot && !row) type->init = NULL;
    if (row || slot || base == &type_object) return;
    type->init = base->init;
    type->init_slot = base->init_slot;
}

static void inherit_creation(Type *type, const Type *base) {
    inherit_init(type, base);
    if (type->make || type->construct || type->new_slot || type->flags & TYPE_NO_NEW || base == &type_object) return;
    type->make = base->make;
    type->construct = base->construct;
    type->new_slot = base->new_slot;
}

static void inherit_layout(Type *type, const Type *base) {
    uint32_t flags = type->flags | (base->flags & (TYPE_FAMILY | TYPE_DICT | TYPE_WEAKREF));
    if (type->size == sizeof(Object) && base->size != sizeof(Object)) type->size = base->size;
    if (!type->storage && base->storage) type->storage = base->storage;
    if (!type->traverse && base->traverse) {
        type->traverse = base->traverse;
        flags |= base->flags & TYPE_PARTS;
    }
    if (!type->dispose && base->dispose) type->dispose = base->dispose;
    if (!type->finalize && base->finalize) type->finalize = base->finalize;
    if (!type->shape_offset && base->shape_offset && type->size == base->size) type->shape_offset = base->shape_offset;
    if (type->flags != flags) type->flags = flags;
}

/* The base comes first: it stands further up in the table. */
static void inherit(Type *type) {
    if (type->base != &type_object) inherit_layout(type, type->base);
    inherit_slots(type, type->base);
    inherit_creation(type, type->base);
}

#ifndef NDEBUG
/* A type that is no heir has nothing to inherit: all that it has stands in the file. */
static void check_complete(Type *type) {
    Type before = *type;
    Operators operators = *type->operators;
    inherit(type);
    bool same = memcmp(&before, type, sizeof before) == 0 && memcmp(&operators, type->operators, sizeof operators) == 0;
    if (!same) fprintf(stderr, "type_%s must be a HEIR in types.def\n", type->name);
    assert(same);
}
#endif

void type_process_start(void) {
    static Type *const heirs[] = {
#define TYPE(name)
#define HEIR(name) &type_##name,
#include "runtime/types.def"
#undef HEIR
#undef TYPE
    };
    for (size_t i = 0; i < sizeof heirs / sizeof *heirs; i++) inherit(heirs[i]);
#ifndef NDEBUG
    for (size_t i = TYPE_INDEX_object + 1; i < TYPE_INDEX_COUNT; i++) {
        assert(static_types[i]->index == i);
        check_complete(static_types[i]);
    }
#endif
}

/* ---- the dict of a static type, made of its tables one name at a time ---- */

/* True when the type itself fills the slot of the row. */
static bool fills(const Type *type, const SlotDef *row) {
    if (row->kind == SLOT_HOOK || row->kind == SLOT_NEW || row->kind == SLOT_TERNARY) return false;
    if (row->kind == SLOT_FINALIZE) return type->finalize && !type->base->finalize && type != &type_memoryview;
    bool attribute = row->offset == offsetof(Type, getattr) || row->offset == offsetof(Type, setattr);
    if (type == &type_object && attribute) return true;
    if (row->kind == SLOT_GETATTR && (type->flags & TYPE_GENERIC_NAMED || type == &type_BaseException)) return true;
    SlotFunction own = slot_of(type, row);
    return own && !(type->base && own == slot_of(type->base, row));
}

static bool makes(const Type *type) {
    if (!type->make && !type->construct && !type->new_slot) return false;
    const Type *base = type->base;
    if (type->flags & TYPE_EXCEPTION && exception_names_its_new(type)) return true;
    return !base || type->make != base->make || type->construct != base->construct || type->new_slot != base->new_slot;
}

static bool initializes(const Type *type) {
    if (!type->init && !type->init_slot) return false;
    if (type->flags & TYPE_EXCEPTION) return type != &type_ExceptionGroup;
    const Type *base = type->base;
    return !base || type->init != base->init || type->init_slot != base->init_slot;
}

static bool refuses_hash(const Type *type) { return !type->hash && type->base && type->base->hash; }

static Value make_slot_attribute(Type *type, Ref name) {
    const SlotDef *row = slot_find(name);
    if (!row) return NULL;
    if (row->kind == SLOT_NEW) return makes(type) ? native_new_function(type) : NULL;
    if (row->kind == SLOT_INIT) return initializes(type) ? wrapper_new(row, type) : NULL;
    if (row->kind == SLOT_HASH && refuses_hash(type)) return VALUE_NONE;
    for (; row->name && slot_name(row) == name; row++) {
        if (fills(type, row)) return wrapper_new(row, type);
    }
    return NULL;
}

static Value make_static_attribute(Type *type, Ref name) {
    if (!str_is_ascii(name)) return NULL;
    for (const NativeDef *def = type->methods; def && def->signature; def++) {
        if (native_is_named(def->signature, name)) return native_method(def, type);
    }
    for (const GetSetDef *def = type->getsets; def && def->name; def++) {
        if (native_is_named(def->name, name)) return def->constant ? def->get(type_ref(type)) : getset_new(def, type);
    }
    if (name == NAME(dunder_doc)) return type->doc ? str_from_text(type->doc) : VALUE_NONE;
    if (name == NAME(dunder_module) && type->module && !(type->flags & TYPE_MODULE_APART)) return type_get_module(type);
    return make_slot_attribute(type, name);
}

static TypeState *state_of(Type *type) {
    return type->flags & TYPE_HEAP ? &((Class *)type)->state : &rt()->type_states[type->index];
}

/* name is interned. */
static Ref static_own(Type *type, Ref name) {
    TypeState *state = state_of(type);
    Ref found = state->dict ? dict_peek_name(state->dict, name) : NULL;
    if (found || state->filled) return found;
    Value made = make_static_attribute(type, name);
    if (!made) return NULL;
    if (!state->dict) state->dict = dict_new();
    dict_set_str(state->dict, name, made);
    release(made);
    return dict_peek_name(state->dict, name);
}

static void copy_attribute(Ref dict, Type *type, Ref name) {
    Ref value = static_own(type, name);
    if (value) dict_set_str(dict, name, value);
}

static void copy_row(Ref dict, Type *type, const char *text) {
    const char *open = strchr(text, '(');
    Value name = intern_utf8(text, open ? (size_t)(open - text) : strlen(text));
    copy_attribute(dict, type, name);
    release(name);
}

/* In CPython's order: slots, methods, attributes, the documentation. */
static void fill_dict(Type *type, TypeState *state) {
    Value dict = dict_new();
    for (const SlotDef *row = slot_defs; row->name; row++) copy_attribute(dict, type, slot_name(row));
    for (const NativeDef *def = type->methods; def && def->signature; def++) copy_row(dict, type, def->signature);
    for (const GetSetDef *def = type->getsets; def && def->name; def++) copy_row(dict, type, def->name);
    copy_attribute(dict, type, NAME(dunder_doc));
    copy_attribute(dict, type, NAME(dunder_module));
    slot_set_steal(&state->dict, dict);
    state->filled = true;
}

/* The one static type with two bases. */
static Type *second_base(const Type *type) { return type == &type_ExceptionGroup ? &type_Exception : NULL; }

static Value static_bases(Type *type) {
    if (!type->base) return tuple_empty();
    Type *second = second_base(type);
    return tuple_pack(second ? 2 : 1, type_ref(type->base), type_ref(second));
}

static Value static_mro(Type *type) {
    Ref chain[16];
    size_t count = 0;
    for (Type *t = type; t; t = t->base) {
        chain[count++] = type_ref(t);
        if (t != type && second_base(type) && t->base == second_base(type)->base)
            chain[count++] = type_ref(second_base(type));
    }
    return tuple_from(chain, count);
}

TypeState *type_state(Type *type) {
    TypeState *state = state_of(type);
    if (LIKELY(state->filled)) return state;
    if (!state->mro) state->mro = static_mro(type);
    if (!state->bases) state->bases = static_bases(type);
    fill_dict(type, state);
    return state;
}

/* ---- the MRO ---- */

Ref type_mro_peek(Type *type) {
    TypeState *state = state_of(type);
    if (LIKELY(state->mro != NULL)) return state->mro;
    if (type->flags & TYPE_HEAP) return tuple_empty();
    return state->mro = static_mro(type);
}

bool type_is_subtype(Type *type, Type *base) {
    if (type == base || base == &type_object) return true;
    Ref mro = type->flags & TYPE_HEAP ? ((Class *)type)->state.mro : NULL;
    if (mro) {
        for (size_t i = 1; i < tuple_count(mro); i++) {
            if (tuple_peek(mro, i) == type_ref(base)) return true;
        }
        return false;
    }
    for (const Type *t = type->base; t; t = t->base) {
        if (t == base) return true;
    }
    return base == second_base(type);
}

/* ---- look-up ---- */

enum {
    CACHE_FIRST = 128, /* entries that a program starts with: one page, where it would touch ten */
    CACHE_ALL = 2048,  /* and those that it gets when it looks for more; powers of two */
    CACHE_PATIENCE = 512,
};

typedef struct CacheEntry {
    Value name;       /* interned str */
    Ref attribute;    /* borrowed while the version holds; NULL: there is none */
    uint32_t version; /* of the type */
} CacheEntry;

struct MethodCache {
    bool closed;     /* the runtime is being torn down */
    uint32_t mask;   /* entries in use, less one */
    uint32_t stores; /* look-ups that were kept, up to CACHE_PATIENCE */
    CacheEntry entries[CACHE_ALL];
};

static CacheEntry *cache_entry(uint32_t version, Ref name) {
    uint32_t hash = (uint32_t)(bits_of(name) >> 4) ^ version * 0x9e3779b1u >> 8;
    MethodCache *cache = rt()->methods;
    return &cache->entries[hash & cache->mask];
}

static Ref own(Type *type, Ref name) {
    return LIKELY(type->flags & TYPE_HEAP) ? dict_peek_name(((Class *)type)->state.dict, name) : static_own(type, name);
}

Ref type_own_peek(Type *type, Ref name) {
    if (LIKELY(str_is_interned(name))) return own(type, name);
    Value interned = intern_steal(retain(name));
    Ref found = own(type, interned);
    release(interned);
    return found;
}

/* A key of a class's dict that is no str may have an __eq__ that changes the bases: the MRO is kept meanwhile. */
static Ref walk_from(Type *type, size_t first, Ref name) {
    Value mro = retain(type_mro_peek(type));
    Ref found = NULL;
    for (size_t i = first; !found && i < tuple_count(mro); i++) found = own(as_type(tuple_peek(mro, i)), name);
    release(mro);
    return found;
}

static Ref walk(Type *type, Ref name) { return walk_from(type, 0, name); }

static void empty_cache(MethodCache *cache) {
    for (size_t i = 0; i <= cache->mask; i++) {
        cache->entries[i].version = 0;
        clear_ref(&cache->entries[i].name);
    }
}

static void keep(Type *type, Ref name, Ref attribute) {
    MethodCache *cache = rt()->methods;
    if (cache->closed) return;
    if (cache->stores < CACHE_PATIENCE && ++cache->stores == CACHE_PATIENCE) {
        empty_cache(cache);
        cache->mask = CACHE_ALL - 1;
    }
    CacheEntry *entry = cache_entry(type->version, name);
    entry->version = type->version;
    entry->attribute = attribute;
    slot_set(&entry->name, name);
}

static COLD Ref look_up(Type *type, Ref name) {
    if (!str_is_interned(name)) {
        Value interned = intern_steal(retain(name));
        Ref found = walk(type, interned);
        release(interned);
        return found;
    }
    uint32_t version = type->version;
    Ref found = walk(type, name);
    if (version && version == type->version) keep(type, name, found);
    return found;
}

Ref type_lookup_peek(Type *type, Ref name) {
    const CacheEntry *entry = cache_entry(type->version, name);
    if (LIKELY(entry->name == name && entry->version == type->version)) return entry->attribute;
    return look_up(type, name);
}

Ref type_lookup_after_peek(Type *type, Type *base, Ref name) {
    Ref mro = type_mro_peek(type);
    size_t i = 0, count = tuple_count(mro);
    while (i < count && tuple_peek(mro, i) != type_ref(base)) i++;
    if (str_is_interned(name)) return walk_from(type, i + 1, name);
    Value interned = intern_steal(retain(name));
    Ref found = walk_from(type, i + 1, interned);
    release(interned);
    return found;
}

/* ---- changes ---- */

static uint32_t new_version(void) {
    Runtime *runtime = rt();
    if (runtime->next_version == 0) return 0; /* four billion changes: from here on without caches */
    return runtime->next_version++;
}

/* Calls visit for each living class of the list that does not hide name behind an attribute of its own. */
static void visit_all(Ref subclasses, Ref name, void (*visit)(Type *subclass, Ref name, Ref value), Ref value) {
    for (size_t i = 0; subclasses && i < list_count(subclasses); i++) {
        Value subclass = weakref_get(list_peek(subclasses, i));
        bool hidden = name && !is_none(subclass) && dict_peek_name(((Class *)as_type(subclass))->state.dict, name);
        if (!is_none(subclass) && !hidden) visit(as_type(subclass), name, value);
        release(subclass);
    }
}

static void each_subclass(Type *type, Ref name, void (*visit)(Type *subclass, Ref name, Ref value), Ref value) {
    visit_all(((Class *)type)->state.subclasses, name, visit, value);
}

static void renew(Type *type, Ref name, Ref value) {
    type->version = new_version();
    each_subclass(type, NULL, renew, NULL);
}

void type_renew_all(void) {
    for (size_t i = 0; i < TYPE_INDEX_COUNT; i++) visit_all(rt()->type_states[i].subclasses, NULL, renew, NULL);
}

static void change(Type *type, Ref name, Ref value) {
    GetSlot get = type->get;
    SetSlot set = type->set;
    type->version = new_version();
    slots_fill(type, name);
    each_subclass(type, name, change, NULL);
    if (UNLIKELY(type->get != get || type->set != set)) type_renew_all();
}

void type_changed(Type *type, Ref name) {
    if (type->flags & TYPE_HEAP) change(type, name, NULL);
}

static void update_subclass(Type *type, Ref name, Ref value);

/* value NULL: it is to be looked up again. */
static void update_cache(Type *type, Ref name, Ref value) {
    CacheEntry *entry = cache_entry(type->version, name);
    if (entry->name == name && entry->version == type->version) {
        entry->attribute = value;
        if (!value) entry->version = 0;
    }
    each_subclass(type, name, update_subclass, value);
}

/* Another base may hide what the changed one has. */
static void update_subclass(Type *type, Ref name, Ref value) {
    bool one_base = tuple_count(((Class *)type)->state.bases) == 1 && type->head.type == &type_type;
    update_cache(type, name, one_base ? value : NULL);
}

static bool is_plain(Ref v) { return !type_of(v)->get && !type_of(v)->set; }

void type_set_attribute(Type *type, Ref name, Ref value) {
    Ref dict = ((Class *)type)->state.dict;
    Value old = retain_maybe(dict_peek_name(dict, name)); /* freeing it may run what asks for the attribute */
    bool plain = old && is_plain(old) && is_plain(value) && !slot_find(name);
    if (plain) update_cache(type, name, value);
    dict_set_str(dict, name, value);
    if (!plain) type_changed(type, name);
    release_maybe(old);
}

bool type_replace_attribute(Type *type, Ref name, Ref value) {
    Ref dict = ((Class *)type)->state.dict;
    Value old = retain_maybe(dict_peek_name(dict, name));
    if (value) dict_set_str(dict, name, value);
    else if (!dict_delete_str(dict, name)) return false;
    type_changed(type, name);
    release_maybe(old);
    return true;
}

/* ---- the runtime's life ---- */

void type_runtime_start(void) {
    _Static_assert(sizeof(MethodCache) <= sizeof rt()->methods_room, "METHOD_CACHE_WORDS is too small");
    rt()->methods = (MethodCache *)rt()->methods_room;
    rt()->methods->mask = CACHE_FIRST - 1;
    signature_cache_start();
}

void type_runtime_clear(void) {
    MethodCache *cache = rt()->methods;
    cache->closed = true;
    empty_cache(cache);
    for (size_t i = 0; i < TYPE_INDEX_COUNT; i++) { /* 0: types of unit tests, which stand in no table */
        TypeState *state = &rt()->type_states[i];
        clear_ref(&state->subclasses);
        clear_ref(&state->dict);
        clear_ref(&state->mro);
        clear_ref(&state->bases);
        state->filled = false;
    }
}

void type_runtime_drop_shapes(void) {
    for (size_t i = 0; i < TYPE_INDEX_COUNT; i++) {
        shape_free_all(&rt()->type_states[i]);
        clear_ref(&rt()->type_states[i].name);
    }
}

void type_runtime_end(void) {
    type_runtime_drop_shapes();
    signature_cache_end();
    rt()->methods = NULL;
}

/* ---- names ---- */

Value type_get_name(const Type *type) {
    if (type->flags & TYPE_HEAP) return retain(((const Class *)type)->name);
    Value *name = &rt()->type_states[type->index].name;
    if (!*name) {
        const char *dot = strrchr(type->name, '.');
        *name = intern_text(dot ? dot + 1 : type->name);
    }
    return retain_maybe(*name);
}

Value type_get_qualname(const Type *type) {
    return type->flags & TYPE_HEAP ? retain(((const Class *)type)->qualname) : type_get_name(type);
}

Value type_get_module(const Type *type) {
    if (!(type->flags & TYPE_HEAP)) return intern_text(type->module ? type->module : "builtins");
    return retain_maybe(dict_peek_name(((const Class *)type)->state.dict, NAME(dunder_module)));
}

Value type_full_name(const Type *type) {
    Value module = type_get_module(type), result;
    if (module && is_str(module) && !str_equal_text(module, "builtins")) {
        Value qualname = type_get_qualname(type);
        result = error_format("%S.%S", module, qualname);
        release(qualname);
    } else {
        result = type_get_name(type);
    }
    release_maybe(module);
    return result;
}

Value type_shown_name(const Type *type) {
    Value module = type_get_module(type);
    bool main = module && is_str(module) && str_equal_text(module, "__main__");
    release_maybe(module);
    return main ? type_get_qualname(type) : type_full_name(type);
}
