/* runtime/singletons.c - three types of one value each.
 *
 * Owns:      the types of None, NotImplemented and Ellipsis.
 * Invariant: their values are immediates (value.h).
 * Not here:  True and False (bool.c).
 */
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* What calling the type of a singleton answers. */
static Value only(Ref type, size_t count, Ref keywords, Value singleton) {
    if (count == 0 && (!keywords || tuple_count(keywords) == 0)) return singleton;
    return raise(&type_TypeError, "%s takes no arguments",
                 as_type(type) == &type_ellipsis ? "EllipsisType" : as_type(type)->name);
}

static Value none_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    return only(type, count, keywords, VALUE_NONE);
}
static Value none_repr(Ref self) { return NAME(None); }
static Lookup none_as_bool(Ref self) { return MISSING; }

/* What CPython 3.12 and later answer: the same in every process. */
static bool none_hash(Ref self, int64_t *hash) {
    *hash = 0xfca86420;
    return true;
}

static Value not_implemented_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    return only(type, count, keywords, VALUE_NOT_IMPLEMENTED);
}
static Lookup not_implemented_as_bool(Ref self) {
    static const char text[] = "NotImplemented should not be used in a boolean context";
    return raise_warning(&type_DeprecationWarning, text) ? FOUND : FAILED;
}
static Value not_implemented_repr(Ref self) { return intern_text("NotImplemented"); }

static Value ellipsis_new(Ref type, const Ref *args, size_t count, Ref keywords) {
    return only(type, count, keywords, VALUE_ELLIPSIS);
}
static Value ellipsis_repr(Ref self) { return intern_text("Ellipsis"); }
static Value py_reduce_not_implemented(const Ref *args) { return not_implemented_repr(args[0]); }
static Value py_reduce_ellipsis(const Ref *args) { return ellipsis_repr(args[0]); }

static const NativeDef not_implemented_methods[] = {{"__reduce__()", py_reduce_not_implemented, 0, NATIVE_METHOD}, {0}};
static const NativeDef ellipsis_methods[] = {{"__reduce__()", py_reduce_ellipsis, 0, NATIVE_METHOD}, {0}};

static const NativeDef only_construct = {"only()", NULL, 0, 0}; /* for help(): new_slot does it */

Type type_none = {
    TYPE_HEAD(none),         .name = "NoneType",     .doc = "The type that only None has.",
    .flags = TYPE_FINAL,     .size = sizeof(Object), .construct = &only_construct,
    .new_slot = none_new,    .repr = none_repr,      .hash = none_hash,
    .as_bool = none_as_bool,
};

Type type_not_implemented = {
    TYPE_HEAD(not_implemented),
    .name = "NotImplementedType",
    .doc = "What NotImplemented is an instance of.",
    .flags = TYPE_FINAL,
    .size = sizeof(Object),
    .construct = &only_construct,
    .new_slot = not_implemented_new,
    .repr = not_implemented_repr,
    .as_bool = not_implemented_as_bool,
    .methods = not_implemented_methods,
};

Type type_ellipsis = {
    TYPE_HEAD(ellipsis),      .name = "ellipsis",     .doc = "The type that only Ellipsis has.",
    .flags = TYPE_FINAL,      .size = sizeof(Object), .construct = &only_construct,
    .new_slot = ellipsis_new, .repr = ellipsis_repr,  .methods = ellipsis_methods,
};
