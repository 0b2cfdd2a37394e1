#include "lib/struct_sequence.h"

#include "runtime/error.h"
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
        return raise(&type_TypeError, "%s.%N() takes a %zu-sequence (%zu-sequence given)", type->module, type, count,
                     got);
    return raise(&type_TypeError, "%s.%N() takes an %s %zu-sequence (%zu-sequence given)", type->module, type,
                 got < visible ? "at least" : "at most", got < visible ? visible : count, got);
}

Value struct_sequence_from(Type *type, Ref sequence, size_t count, size_t visible) {
    Value given = tuple_of(sequence);
    if (!given) {
        if (!error_matches(&type_TypeError)) return NULL;
        error_clear();
        return raise(&type_TypeError, "constructor requires a sequence");
    }
    size_t got = tuple_count(given);
    Value items[32], result = NULL;
    if (got < visible || got > count) {
        raise_wrong_length(type, got, count, visible);
    } else {
        for (size_t i = 0; i < count; i++) items[i] = i < got ? retain(tuple_peek(given, i)) : VALUE_NONE;
        result = struct_sequence_steal(type, items, count, visible);
    }
    release(given);
    return result;
}

Value struct_sequence_repr(Ref self) {
    const Type *type = type_of(self);
    StrBuilder b;
    builder_init(&b);
    if (type->module) builder_format(&b, "%s.", type->module);
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
