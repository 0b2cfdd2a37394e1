/* vm/frame_locals.c - what f_locals of a function's frame is (PEP 667).
 *
 * Owns:      the type FrameLocalsProxy.
 * Invariant: reads and writes go to the frame's own words; names that the code does not have stand in the frame
 *            object's extra dict.
 * Not here:  the snapshot that locals() returns (frame.c).
 */
#include "vm/frame_locals.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/generator.h"

typedef struct FrameLocals {
    Object head;
    Value frame; /* FrameObject */
} FrameLocals;

static FrameObject *frame_of(Ref self) { return as_frame(((FrameLocals *)object_of(self))->frame); }

Value frame_locals_new(Ref frame) {
    FrameLocals *self = object_new(&type_frame_locals, sizeof *self);
    self->frame = retain(frame);
    return value_of(self);
}

/* ---- the words of the frame ---- */

/* Where the value of local i stands, or NULL: nowhere yet. */
static Value *place_of(FrameObject *frame, uint32_t i) {
    Value *locals = frame_object_locals(frame);
    if (!locals) return NULL;
    bool in_cell = as_code(frame->code)->local_kinds[i] & (LOCAL_CELL | LOCAL_FREE);
    if (!in_cell) return &locals[i];
    return locals[i] && is_exact(locals[i], &type_cell) ? &as_cell(locals[i])->content : NULL;
}

/* The index of the local that key names, a bound one first; -1: none; -2: exception set. */
static int64_t find_local(FrameObject *frame, Ref key) {
    const Code *code = as_code(frame->code);
    int64_t unbound = -1;
    for (uint32_t i = code->local_count; i-- > 0;) {
        Lookup same = key == code->local_names[i]                        ? FOUND
                      : is_exact(key, &type_str) && str_is_interned(key) ? MISSING
                                                                         : equal(key, code->local_names[i]);
        if (same == FAILED) return -2;
        if (same == MISSING) continue;
        const Value *place = place_of(frame, i);
        if (place && *place) return i;
        if (place && !(code->local_kinds[i] & LOCAL_HIDDEN)) unbound = i;
    }
    return unbound;
}

/* ---- the mapping ---- */

static Lookup find(Ref self, Ref key, Value *value) {
    FrameObject *frame = frame_of(self);
    int64_t hash;
    if (!hash_of(key, &hash)) return FAILED;
    int64_t i = find_local(frame, key);
    if (i == -2) return FAILED;
    const Value *place = i >= 0 ? place_of(frame, (uint32_t)i) : NULL;
    if (place && *place) {
        *value = retain(*place);
        return FOUND;
    }
    return frame->extra ? dict_get(frame->extra, key, value) : MISSING;
}

static Value proxy_getitem(Ref self, Ref key) {
    Value value = NULL;
    if (find(self, key, &value) == MISSING) raise(&type_KeyError, "local variable '%R' is not defined", key);
    return value;
}

static Lookup proxy_contains(Ref self, Ref key) {
    Value value = NULL;
    Lookup found = find(self, key, &value);
    release_maybe(value);
    return found;
}

static bool proxy_setitem(Ref self, Ref key, Ref value) {
    if (!value) return raise_false(&type_TypeError, "cannot remove variables from FrameLocalsProxy");
    FrameObject *frame = frame_of(self);
    int64_t i = find_local(frame, key);
    if (i == -2) return false;
    Value *place = i >= 0 ? place_of(frame, (uint32_t)i) : NULL; /* comparing may have cleared the frame */
    if (place) return slot_set(place, value), true;
    if (!frame->extra) frame->extra = dict_new();
    return dict_set(frame->extra, key, value);
}

/* What the names are bound to now, as a dict of its own. */
static Value snapshot(Ref self) { return frame_object_snapshot(frame_of(self)); }

static int64_t proxy_len(Ref self) {
    Value dict = snapshot(self);
    int64_t length = dict ? (int64_t)dict_count(dict) : -1;
    release_maybe(dict);
    return length;
}

static Value proxy_repr(Ref self) {
    if (object_of(self)->flags & OBJECT_IN_REPR) return str_from_text("{...}");
    object_of(self)->flags |= OBJECT_IN_REPR;
    Value dict = snapshot(self), text = dict ? repr_of(dict) : NULL;
    object_of(self)->flags &= ~(uint32_t)OBJECT_IN_REPR;
    release_maybe(dict);
    return text;
}

static Value proxy_iter(Ref self) {
    Value dict = snapshot(self), iterator = dict ? iterate(dict) : NULL;
    release_maybe(dict);
    return iterator;
}

static Value proxy_compare(Ref self, Ref other, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    if (is_exact(other, &type_frame_locals))
        return bool_value((frame_of(self) == frame_of(other)) == (op == COMPARE_EQ));
    if (!is_dict(other)) return VALUE_NOT_IMPLEMENTED;
    Value dict = snapshot(self), result = dict ? compare(op, dict, other) : NULL;
    release_maybe(dict);
    return result;
}

static Value unwrapped(Ref v) { return is_exact(v, &type_frame_locals) ? snapshot(v) : retain(v); }

static Value join(Ref left, Ref right) {
    Value a = unwrapped(left), b = a ? unwrapped(right) : NULL;
    Value result = b ? binary_op(BINARY_OR, a, b) : NULL;
    release_maybe(a);
    release_maybe(b);
    return result;
}

static bool is_mapping(Ref v) { return is_dict(v) || is_exact(v, &type_frame_locals); }
static Value proxy_or(Ref self, Ref other) { return is_mapping(other) ? join(self, other) : VALUE_NOT_IMPLEMENTED; }
static Value proxy_reflected_or(Ref self, Ref other) {
    return is_mapping(other) ? join(other, self) : VALUE_NOT_IMPLEMENTED;
}

static bool update(Ref self, Ref mapping) {
    Value dict = dict_new(), source = unwrapped(mapping);
    bool done = source && dict_update(dict, source);
    size_t position = 0;
    for (Ref key, value; done && dict_step(dict, &position, &key, &value);) done = proxy_setitem(self, key, value);
    release_maybe(source);
    release(dict);
    return done;
}

static Value proxy_inplace_or(Ref self, Ref other) {
    if (!is_mapping(other)) return VALUE_NOT_IMPLEMENTED;
    return update(self, other) ? retain(self) : NULL;
}

/* ---- methods ---- */

/* A method of dict, called on a snapshot. */
static Value on_snapshot(Ref self, const char *method) {
    Value dict = snapshot(self), name = intern_text(method);
    Value result = dict ? call_method(dict, name, NULL, 0) : NULL;
    release(name);
    release_maybe(dict);
    return result;
}

/* What keys(), values() and items() of a mapping that is not a dict are: here, lists. */
static Value list_on_snapshot(Ref self, const char *method) {
    Value view = on_snapshot(self, method), list = view ? list_of(view) : NULL;
    release_maybe(view);
    return list;
}

static Value py_proxy_keys(const Ref *args) { return list_on_snapshot(args[0], "keys"); }
static Value py_proxy_values(const Ref *args) { return list_on_snapshot(args[0], "values"); }
static Value py_proxy_items(const Ref *args) { return list_on_snapshot(args[0], "items"); }
static Value py_proxy_copy(const Ref *args) { return snapshot(args[0]); }
static Value py_proxy_reversed(const Ref *args) { return list_on_snapshot(args[0], "__reversed__"); }

static Value py_proxy_get(const Ref *args) {
    Value value = NULL;
    return find(args[0], args[1], &value) == MISSING ? retain(args[2]) : value;
}

static Value py_proxy_setdefault(const Ref *args) {
    Value value = NULL;
    if (find(args[0], args[1], &value) != MISSING) return value;
    return proxy_setitem(args[0], args[1], args[2]) ? retain(args[2]) : NULL;
}

static Value py_proxy_update(const Ref *args) {
    if (!is_mapping(args[1]))
        return raise(&type_TypeError, "update() argument must be dict or another FrameLocalsProxy");
    return update(args[0], args[1]) ? VALUE_NONE : NULL;
}

static Value py_proxy_new(const Ref *args) {
    if (!is_exact(args[1], &type_frame)) return raise(&type_TypeError, "expect frame, not %T", args[1]);
    return frame_locals_new(args[1]);
}
static const NativeDef proxy_construct = {"FrameLocalsProxy(frame, /)", py_proxy_new, 0, NATIVE_METHOD};

static const NativeDef proxy_methods[] = {
    {"get(key, default=None, /)~", py_proxy_get, DOC("The value of a name, else default."), NATIVE_METHOD},
    {"keys()", py_proxy_keys, DOC("The names that are bound."), NATIVE_METHOD},
    {"values()", py_proxy_values, DOC("What they are bound to."), NATIVE_METHOD},
    {"items()", py_proxy_items, DOC("Pairs of both."), NATIVE_METHOD},
    {"copy()", py_proxy_copy, DOC("A dict of what is bound now."), NATIVE_METHOD},
    {"setdefault(key, default=None, /)~", py_proxy_setdefault,
     DOC("The value of a name, which is bound to default if need be."), NATIVE_METHOD},
    {"update(object, /)", py_proxy_update, DOC("Binds the names of a mapping."), NATIVE_METHOD},
    {"__reversed__()", py_proxy_reversed, DOC("The names, last first."), NATIVE_METHOD},
    {0},
};

Type type_frame_locals = {
    TYPE_HEAD(frame_locals),
    .hash = NULL,
    .name = "FrameLocalsProxy",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_MAPPING | TYPE_PARTS_1,
    .size = sizeof(FrameLocals),
    .traverse = object_traverse_parts,
    .construct = &proxy_construct,
    .repr = proxy_repr,
    .iter = proxy_iter,
    .compare = proxy_compare,
    .len = proxy_len,
    .getitem = proxy_getitem,
    .setitem = proxy_setitem,
    .contains = proxy_contains,
    .operators =
        &(Operators){
            .binary = {[BINARY_OR] = proxy_or},
            .reflected = {[BINARY_OR] = proxy_reflected_or},
            .inplace = {[BINARY_OR] = proxy_inplace_or},
        },
    .methods = proxy_methods,
};
