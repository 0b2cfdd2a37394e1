#include "lib/struct_sequence.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

static StructSequence *as_struct(Ref v) { return (StructSequence *)object_of(v); }

static size_t storage_size(const StructSequence *s) { return (s->tuple.count + s->hidden) * sizeof(Value); }

static void release_all(Value *items, size_t count) {
    for (size_t i = 0; i < count; i++) release_maybe(items[i]);
}

Value struct_sequence_steal(Type *type, Value *items, size_t count, size_t visible) {
    bool ok = true;
    for (size_t i = 0; i < count; i++) ok = ok && items[i];
    Value *storage = ok ? mem_raw_try(&rt()->mem, count * sizeof(Value)) : NULL;
    if (!storage) {
        release_all(items, count);
        return ok ? raise_memory() : NULL;
    }
    memcpy(storage, items, count * sizeof(Value));
    StructSequence *s = object_new(type, sizeof(StructSequence));
    s->tuple.items = storage;
    s->tuple.count = visible;
    s->hidden = count - visible;
    return value_of(s);
}

static Value raise_wrong_length(const Type *type, size_t got, size_t count, size_t visible) {
    if (count == visible)
        return raise(&type_TypeError, "%N() takes a %zu-sequence (%zu-sequence given)", type, count, got);
    return raise(&type_TypeError, "%N() takes an %s %zu-sequence (%zu-sequence given)", type,
                 got < visible ? "at least" : "at most", got < visible ? visible : count, got);
}

/* The number in the row of a constant. */
static size_t number_of(const Type *type, const char *name) {
    const GetSetDef *row = type->getsets;
    while (strcmp(row->name, name) != 0) row++;
    return row->number;
}

static size_t visible_count(const Type *type) { return number_of(type, "n_sequence_fields"); }
static size_t field_count(const Type *type) { return number_of(type, "n_fields"); }

/* The rows of fields come first. */
static size_t named_count(const Type *type) {
    size_t count = 0;
    while (!type->getsets[count].constant) count++;
    return count;
}

/* Where the field of a row stands among the items: behind the unnamed ones, which are the last of the visible. */
static size_t place_of(const Type *type, size_t row) {
    size_t unnamed = field_count(type) - named_count(type);
    return row < visible_count(type) - unnamed ? row : row + unnamed;
}

/* Fills the items from got on out of a dict or with None. False: it has others. */
static void fill_from_dict(const Type *type, Ref named, Value *items, size_t got, size_t *used) {
    for (size_t i = 0; i < named_count(type); i++) {
        size_t place = place_of(type, i);
        if (place < got) continue;
        Ref found = named ? dict_peek_text(named, type->getsets[i].name) : NULL;
        if (!found) continue;
        slot_set(&items[place], found);
        *used += 1;
    }
}

static Value from_items(Type *type, Ref given, Ref named) {
    size_t got = tuple_count(given), count = field_count(type), visible = visible_count(type), used = 0;
    Value items[32];
    if (got < visible || got > count) {
        raise_wrong_length(type, got, count, visible);
        return NULL;
    }
    for (size_t i = 0; i < count; i++) items[i] = i < got ? retain(tuple_peek(given, i)) : VALUE_NONE;
    if (named) fill_from_dict(type, named, items, got, &used);
    if (!named || used == dict_count(named)) return struct_sequence_steal(type, items, count, visible);
    release_all(items, count);
    return raise(&type_TypeError, "%N() got duplicate or unexpected field name(s)", type);
}

static Value py_struct_sequence_new(const Ref *args) {
    Type *type = as_type(args[0]);
    Ref named = args[2];
    Value given = tuple_of(args[1]);
    if (!given) {
        if (!error_matches(&type_TypeError)) return NULL;
        error_clear();
        return raise(&type_TypeError, "constructor requires a sequence");
    }
    Value result = named && !is_dict(named) ? raise(&type_TypeError, "%N() takes a dict as second arg, if any", type)
                                            : from_items(type, given, named);
    release(given);
    return result;
}

const NativeDef struct_sequence_construct = {"structseq(sequence, dict=...)", py_struct_sequence_new,
                                             DOC("Make one of a sequence."), 0};

Value struct_sequence_repr(Ref self) {
    const Type *type = type_of(self);
    StrBuilder b;
    builder_init(&b);
    builder_format(&b, "%s(", type->name);
    for (size_t i = 0; i < tuple_count(self); i++)
        builder_format(&b, i ? ", %s=%R" : "%s=%R", type->getsets[i].name, tuple_peek(self, i));
    builder_char(&b, ')');
    return builder_finish(&b);
}

void struct_sequence_traverse(Ref self, Visit visit, void *context) {
    const StructSequence *s = as_struct(self);
    for (size_t i = 0; i < s->tuple.count + s->hidden; i++) visit(s->tuple.items[i], context);
}

void struct_sequence_dispose(Ref self) {
    const StructSequence *s = as_struct(self);
    mem_raw_free(&rt()->mem, s->tuple.items, storage_size(s));
}

#define STRUCT_GETTER(n)                                                                                               \
    Value struct_sequence_get_##n(Ref self) { return retain(as_struct(self)->tuple.items[n]); }
STRUCT_FIELDS(STRUCT_GETTER)

/* Constants of the class. */

Value struct_sequence_number_0(Ref type) { return small_int_value((int64_t)visible_count(as_type(type))); }
Value struct_sequence_number_1(Ref type) { return small_int_value((int64_t)field_count(as_type(type))); }

Value struct_sequence_unnamed(Ref type) {
    return small_int_value((int64_t)(field_count(as_type(type)) - named_count(as_type(type))));
}

Value struct_sequence_match_args(Ref type) {
    const Type *t = as_type(type);
    size_t count = visible_count(t) - (field_count(t) - named_count(t));
    Value names[32];
    for (size_t i = 0; i < count; i++) names[i] = intern_text(t->getsets[i].name);
    Value result = tuple_from(refs(names), count);
    release_all(names, count);
    return result;
}

/* Methods. */

/* The fields that are reached by name only, as a dict. */
static Value hidden_fields(Ref self) {
    const Type *type = type_of(self);
    Value dict = dict_new();
    for (size_t i = 0; i < named_count(type); i++) {
        size_t place = place_of(type, i);
        if (place < visible_count(type)) continue;
        Value name = intern_text(type->getsets[i].name);
        dict_set_str(dict, name, as_struct(self)->tuple.items[place]);
        release(name);
    }
    return dict;
}

static Value py_struct_sequence_reduce(const Ref *args) {
    Value items = tuple_from(refs(as_struct(args[0])->tuple.items), tuple_count(args[0]));
    Value hidden = hidden_fields(args[0]), state = items ? tuple_pack(2, items, hidden) : NULL;
    Value result = state ? tuple_pack(2, type_ref(type_of(args[0])), state) : NULL;
    release_maybe(state);
    release_maybe(items);
    release(hidden);
    return result;
}

/* Moves what changes has for the fields into items; what stays in changes is no field. */
static bool take_changes(const Type *type, Ref changes, Value *items) {
    for (size_t i = 0; i < named_count(type); i++) {
        Value name = intern_text(type->getsets[i].name), value = NULL;
        if (dict_pop(changes, name, &value) == FOUND) slot_set_steal(&items[place_of(type, i)], value);
        release(name);
    }
    if (dict_count(changes) == 0) return true;
    Value names = list_of(changes);
    if (names) raise(&type_TypeError, "Got unexpected field name(s): %R", names);
    release_maybe(names);
    return false;
}

static Value py_struct_sequence_replace(const Ref *args) {
    Type *type = type_of(args[0]);
    size_t count = field_count(type);
    Value items[32];
    if (tuple_count(args[1])) return raise(&type_TypeError, "__replace__() takes no positional arguments");
    if (named_count(type) < count)
        return raise(&type_TypeError, "__replace__() is not supported for %N because it has unnamed field(s)", type);
    for (size_t i = 0; i < count; i++) items[i] = retain(as_struct(args[0])->tuple.items[i]);
    if (take_changes(type, args[2], items)) return struct_sequence_steal(type, items, count, visible_count(type));
    release_all(items, count);
    return NULL;
}

const NativeDef struct_sequence_methods[] = {
    {"__reduce__()", py_struct_sequence_reduce, DOC("Return what copies and pickles are made of."), 0},
    {"__replace__(*args, **changes)~(**changes)", py_struct_sequence_replace,
     DOC("Return a copy with other values of some fields."), 0},
    {0},
};
