/* runtime/exception_group.c - BaseExceptionGroup and ExceptionGroup.
 *
 * Owns:      making of groups, split and subgroup.
 * Invariant: fields hold the message, a str, and a tuple of exceptions that is not empty.
 * Not here:  except* (vm/).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception_layouts.h"
#include "runtime/generic_alias.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static Ref message_of(Ref group) { return as_exception(group)->fields[FIELD_MESSAGE]; }
static Ref members_of(Ref group) { return as_exception(group)->fields[FIELD_EXCEPTIONS]; }

/* --- Making --------------------------------------------------------------------------------------------------- */

/* Checks the members; *plain tells whether all are Exceptions. */
static bool check_members(Ref members, bool *plain) {
    size_t count = tuple_count(members);
    if (count == 0) return raise_false(&type_ValueError, "second argument (exceptions) must be a non-empty sequence");
    *plain = true;
    for (size_t i = 0; i < count; i++) {
        Ref member = tuple_peek(members, i);
        if (!is_exception(member)) {
            return raise_false(&type_ValueError, "Item %zu of second argument (exceptions) is not an exception", i);
        }
        if (!type_is_subtype(type_of(member), &type_Exception)) *plain = false;
    }
    return true;
}

/* The class that the group really gets; NULL with TypeError when its members do not fit. */
static Type *choose_class(Type *type, bool plain) {
    if (plain) return type == &type_BaseExceptionGroup ? &type_ExceptionGroup : type;
    if (type == &type_ExceptionGroup) {
        raise(&type_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
        return NULL;
    }
    if (type_is_subtype(type, &type_Exception)) {
        raise(&type_TypeError, "Cannot nest BaseExceptions in '%N'", type);
        return NULL;
    }
    return type;
}

static bool is_sequence(Ref v) {
    const Type *type = type_of(v);
    if (type->flags & (TYPE_LIST | TYPE_TUPLE)) return true;
    return type->getitem && !(type->flags & (TYPE_DICTIONARY | TYPE_MAPPING));
}

Value exception_group_make(Type *type, Ref args, Ref keywords) {
    if (tuple_count(args) != 2) {
        return raise(&type_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)",
                     tuple_count(args));
    }
    Ref message = tuple_peek(args, 0);
    if (!is_str(message)) {
        return raise(&type_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %O", message);
    }
    if (!is_sequence(tuple_peek(args, 1))) {
        return raise(&type_TypeError, "second argument (exceptions) must be a sequence");
    }
    Value members = tuple_of(tuple_peek(args, 1));
    if (!members) return NULL;
    bool plain = false;
    Type *class = check_members(members, &plain) ? choose_class(type, plain) : NULL;
    Value group = NULL;
    if (class) {
        group = exception_allocate(class, args);
        field_set(as_exception(group), FIELD_MESSAGE, message);
        field_set(as_exception(group), FIELD_EXCEPTIONS, members);
    }
    release(members);
    return group;
}

bool fill_group(Exception *e, Ref args, Ref keywords) { return fill_base(e, args, keywords); }

Value str_group(Ref self) {
    size_t count = tuple_count(members_of(self));
    return error_format("%S (%zu sub-exception%s)", message_of(self), count, count == 1 ? "" : "s");
}

/* --- Parts of a group ----------------------------------------------------------------------------------------- */

typedef enum Matcher { BY_TYPE, BY_FUNCTION } Matcher;

typedef struct Split {
    Matcher matcher; /* what condition is */
    Ref condition;   /* class, tuple of classes, or a function */
    Value matching;  /* part that fulfils the condition, NULL: none */
    Value rest;      /* part that does not, NULL: none */
} Split;

static bool is_class_tuple(Ref v) {
    if (!is_exact(v, &type_tuple)) return false;
    for (size_t i = 0; i < tuple_count(v); i++) {
        Ref item = tuple_peek(v, i);
        if (!is_type(item) || !(as_type(item)->flags & TYPE_EXCEPTION)) return false;
    }
    return true;
}

static bool choose_matcher(Split *split, Ref condition) {
    split->condition = condition;
    split->matcher = BY_TYPE;
    if ((is_type(condition) && as_type(condition)->flags & TYPE_EXCEPTION) || is_class_tuple(condition)) return true;
    split->matcher = BY_FUNCTION;
    if (!is_type(condition) && type_of(condition)->call) return true;
    return raise_false(&type_TypeError,
                       "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

static Lookup matches(const Split *split, Ref exception) {
    if (split->matcher == BY_TYPE) return is_instance(exception, split->condition);
    Value answer = call_1(split->condition, exception);
    if (!answer) return FAILED;
    Lookup result = truth(answer);
    release(answer);
    return result;
}

/* A group of these members like group: made by its derive(), with its context, cause, traceback and notes. */
Value exception_group_derive(Ref group, Ref members) {
    Value part = call_method(group, NAME(derive), (const Ref[]){members}, 1);
    if (!part) return NULL;
    if (!is_exception_group(part)) {
        release(part);
        return raise(&type_TypeError, "derive must return an instance of BaseExceptionGroup");
    }
    const Exception *from = as_exception(group);
    Exception *to = as_exception(part);
    slot_set(&to->traceback, from->traceback);
    slot_set(&to->context, from->context);
    slot_set(&to->cause, from->cause);
    to->suppress_context = true;
    Value notes, copy = NULL;
    Lookup found = getattr_try(group, NAME(dunder_notes), &notes);
    if (found == MISSING) return part;
    bool done = found == FOUND;
    if (done && is_list(notes)) { /* each part gets notes of its own to add to */
        copy = list_of(notes);
        done = copy && setattr(part, NAME(dunder_notes), copy);
    }
    if (found == FOUND) release(notes);
    release_maybe(copy);
    if (!done) clear_ref(&part);
    return part;
}

static bool add(Value *list, Ref item) {
    if (!*list) *list = list_new(0);
    return *list && list_append(*list, item);
}

/* Replaces a list of members by the group of them. */
static bool wrap(Ref group, Value *list) {
    if (!*list) return true;
    slot_set_steal(list, exception_group_derive(group, *list));
    return *list != NULL;
}

static bool split_into(Split *split, Ref exception, bool want_rest);

static bool split_members(Split *split, Ref group, bool want_rest) {
    Ref members = members_of(group);
    bool done = true;
    for (size_t i = 0; done && i < tuple_count(members); i++) {
        Split part = {.matcher = split->matcher, .condition = split->condition};
        done = split_into(&part, tuple_peek(members, i), want_rest) &&
               (!part.matching || add(&split->matching, part.matching)) && (!part.rest || add(&split->rest, part.rest));
        release_maybe(part.matching);
        release_maybe(part.rest);
    }
    return done && wrap(group, &split->matching) && wrap(group, &split->rest);
}

static bool split_into(Split *split, Ref exception, bool want_rest) {
    Lookup whole = matches(split, exception);
    if (whole == FAILED) return false;
    if (whole == FOUND) {
        split->matching = retain(exception);
        return true;
    }
    if (!is_exception_group(exception)) {
        split->rest = want_rest ? retain(exception) : NULL;
        return true;
    }
    if (!recursion_check(" in exceptiongroup_split_recursive")) return false;
    bool done = split_members(split, exception, want_rest);
    return done;
}

static bool split_group(Split *split, Ref group, Ref condition, bool want_rest) {
    return choose_matcher(split, condition) && split_into(split, group, want_rest);
}

static void drop(Split *split) {
    release_maybe(split->matching);
    release_maybe(split->rest);
}

static Value py_group_split(const Ref *args) {
    Split split = {0};
    Value result = NULL;
    if (split_group(&split, args[0], args[1], true)) {
        result = tuple_pack(2, split.matching ? split.matching : VALUE_NONE, split.rest ? split.rest : VALUE_NONE);
    }
    drop(&split);
    return result;
}

static Value py_group_subgroup(const Ref *args) {
    Split split = {0};
    Value result = NULL;
    if (split_group(&split, args[0], args[1], false)) result = retain(split.matching ? split.matching : VALUE_NONE);
    drop(&split);
    return result;
}

static Value py_group_derive(const Ref *args) {
    Value pair = tuple_pack(2, message_of(args[0]), args[1]), group;
    if (!pair) return NULL;
    group = exception_group_make(&type_BaseExceptionGroup, pair, NULL);
    release(pair);
    return group;
}

const NativeDef group_methods[] = {
    {"derive(object, /)", py_group_derive, DOC("Make a group of other exceptions with the same message."), 0},
    {"split(object, /)", py_group_split, DOC("Return the part that matches and the rest."), 0},
    {"subgroup(object, /)", py_group_subgroup, DOC("Return the part that matches, or None."), 0},
    {"__class_getitem__(object, /)", py_class_getitem, DOC("Return the type with these type arguments."),
     NATIVE_CLASS_METHOD},
    {NULL, NULL, 0, 0},
};

static Value get_message(Ref self) { return retain(message_of(self)); }
static Value get_exceptions(Ref self) { return retain(members_of(self)); }

const GetSetDef group_getsets[] = {
    {"message", get_message, NULL, DOC("The message."), true},
    {"exceptions", get_exceptions, NULL, DOC("The exceptions, as a tuple."), true},
    {NULL, NULL, NULL, 0},
};
