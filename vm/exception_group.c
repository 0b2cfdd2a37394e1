#include "vm/exception_group.h"

#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

/* Field of the group layout that holds the exceptions. */
enum { GROUP_MESSAGE = 0, GROUP_EXCEPTIONS = 1 };

/* A single exception that matches is handled as a group of one without a message. */
static Value wrap(Ref exception) {
    Value members = tuple_pack(1, exception);
    Value group = members ? call_2(type_ref(&type_BaseExceptionGroup), NAME(empty), members) : NULL;
    release_maybe(members);
    return group;
}

static bool names_group(Ref type) {
    if (!is_tuple(type)) return type_is_subtype(as_type(type), &type_BaseExceptionGroup);
    for (size_t i = 0; i < tuple_count(type); i++)
        if (names_group(tuple_peek(type, i))) return true;
    return false;
}

static bool is_part(Ref v) { return is_none(v) || is_exception(v); }

/* Whether a class's split() made what except* goes on with. */
static bool check_pair(Ref group, Ref pair) {
    if (!is_tuple(pair) || tuple_count(pair) < 2)
        return raise_false(&type_TypeError, "%T.split must return a 2-tuple, got %T", group, pair);
    return (is_part(tuple_peek(pair, 0)) && is_part(tuple_peek(pair, 1))) ||
           raise_false(&type_TypeError, "%T.split must return exceptions or None", group);
}

/* group.split(type) as a pair. */
static bool split(Ref group, Ref type, Value *rest, Value *match) {
    Value name = intern_text("split"), pair = call_method(group, name, &type, 1);
    release(name);
    bool ok = pair && check_pair(group, pair);
    if (ok) {
        *match = retain(tuple_peek(pair, 0));
        *rest = retain(tuple_peek(pair, 1));
    }
    release_maybe(pair);
    return ok;
}

bool exception_group_match(Ref exception, Ref type, Value *rest, Value *match) {
    if (is_none(exception)) {
        *rest = *match = VALUE_NONE;
        return true;
    }
    if (names_group(type))
        return raise_false(&type_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    if (is_exception_group(exception) && !exception_matches(exception, type))
        return split(exception, type, rest, match);
    if (!exception_matches(exception, type)) {
        *rest = retain(exception);
        *match = VALUE_NONE;
        return true;
    }
    *rest = VALUE_NONE;
    *match = is_exception_group(exception) ? retain(exception) : wrap(exception);
    return *match != NULL;
}

/* True when raised is (part of) what was caught: it has the original's traceback, context and cause. */
static bool same_origin(Ref raised, Ref original) {
    Exception *a = as_exception(raised), *b = as_exception(original);
    return a->traceback == b->traceback && a->context == b->context && a->cause == b->cause;
}

/* Leaves of an exception or group, appended by identity. */
static bool add_leaves(Ref exception, Ref list) {
    if (!is_exception_group(exception)) return list_append(list, exception);
    Ref parts = as_exception(exception)->fields[GROUP_EXCEPTIONS];
    for (size_t i = 0; i < tuple_count(parts); i++)
        if (!add_leaves(tuple_peek(parts, i), list)) return false;
    return true;
}

static bool has_leaf(Ref exception, Ref leaves) {
    for (size_t i = 0; i < list_count(leaves); i++)
        if (list_peek(leaves, i) == exception) return true;
    return false;
}

/* group without the leaves that are not in the list; None when nothing is left. */
static Value keep_leaves(Ref group, Ref leaves) {
    if (!is_exception_group(group)) return has_leaf(group, leaves) ? retain(group) : VALUE_NONE;
    Value kept = list_new(0);
    Ref parts = as_exception(group)->fields[GROUP_EXCEPTIONS];
    bool ok = kept != NULL;
    for (size_t i = 0; ok && i < tuple_count(parts); i++) {
        Value part = keep_leaves(tuple_peek(parts, i), leaves);
        ok = part && (is_none(part) || list_append(kept, part));
        release_maybe(part);
    }
    Value result = !ok ? NULL : list_count(kept) ? exception_group_derive(group, kept) : VALUE_NONE;
    release_maybe(kept);
    return result;
}

Value exception_group_reraise(Ref original, Ref raised) {
    size_t count = list_count(raised);
    if (count == 0) return VALUE_NONE;
    if (!is_exception_group(original))
        return retain(list_peek(raised, 0)); /* a bare exception was caught: at most one came out */
    Value fresh = list_new(0), leaves = list_new(0), result = NULL;
    bool ok = fresh && leaves;
    for (size_t i = 0; ok && i < count; i++) {
        Ref exception = list_peek(raised, i);
        if (is_none(exception)) continue;
        ok = same_origin(exception, original) ? add_leaves(exception, leaves) : list_append(fresh, exception);
    }
    Value kept = ok ? (list_count(leaves) ? keep_leaves(original, leaves) : VALUE_NONE) : NULL;
    if (kept && list_count(fresh) == 0) {
        result = retain(kept);
    } else if (kept && (is_none(kept) || list_append(fresh, kept))) {
        result = list_count(fresh) == 1 ? retain(list_peek(fresh, 0))
                                        : call_2(type_ref(&type_BaseExceptionGroup), NAME(empty), fresh);
    }
    release_maybe(kept);
    release_maybe(leaves);
    release_maybe(fresh);
    return result;
}
