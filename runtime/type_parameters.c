/* runtime/type_parameters.c - the type variables of generic aliases and unions, and what replaces them.
 *
 * Owns:      generic_parameters, generic_substitute.
 * Invariant: what a type variable accepts is for its __typing_prepare_subst__ and __typing_subst__ to say.
 * Not here:  type variables (vm/type_variable.c).
 */
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

/* ---- which there are ---- */

/* An attribute that says what v is to the substitution; a class has none, whatever its instances have. */
static Lookup mark_of(Ref v, Ref name, Value *mark) { return is_type(v) ? MISSING : getattr_try(v, name, mark); }

static bool append_new(Ref list, Ref item) {
    for (size_t i = 0; i < list_count(list); i++) {
        if (list_peek(list, i) == item) return true;
    }
    return list_append(list, item);
}

static bool collect_all(Ref parameters, Ref items);

static bool collect(Ref parameters, Ref argument) {
    if (is_tuple(argument)) return collect_all(parameters, argument);
    Value mark = NULL;
    Lookup found = mark_of(argument, NAME(dunder_typing_subst), &mark);
    release_maybe(mark);
    if (found != MISSING) return found == FOUND && append_new(parameters, argument);
    mark = NULL;
    found = mark_of(argument, NAME(dunder_parameters), &mark);
    bool done = found != FAILED;
    for (size_t i = 0; done && found == FOUND && is_tuple(mark) && i < tuple_count(mark); i++) {
        done = append_new(parameters, tuple_peek(mark, i));
    }
    release_maybe(mark);
    return done;
}

static bool collect_all(Ref parameters, Ref items) {
    if (!recursion_check("")) return false;
    for (size_t i = 0; i < tuple_count(items); i++) {
        if (!collect(parameters, tuple_peek(items, i))) return false;
    }
    return true;
}

Value generic_parameters(Ref args) {
    Value parameters = list_new(0), result = NULL;
    if (parameters && collect_all(parameters, args)) result = tuple_of(parameters);
    release_maybe(parameters);
    return result;
}

/* ---- what was given for them ---- */

/* The items in the brackets; *tuple[int, str] there is int and str. */
static Value flattened_items(Ref item) {
    Value items = generic_items(item), list = items ? list_new(tuple_count(items)) : NULL;
    bool done = list != NULL;
    for (size_t i = 0; done && i < tuple_count(items); i++) {
        Ref one = tuple_peek(items, i);
        Value inner = NULL;
        Lookup found = mark_of(one, NAME(dunder_typing_unpacked_tuple_args), &inner);
        bool flat = found == FOUND && is_tuple(inner);
        if (flat && tuple_count(inner)) flat = tuple_peek(inner, tuple_count(inner) - 1) != VALUE_ELLIPSIS;
        done = found != FAILED && (flat ? list_extend(list, inner) : list_append(list, one));
        release_maybe(inner);
    }
    Value result = done ? tuple_of(list) : NULL;
    release_maybe(items);
    release_maybe(list);
    return result;
}

/* Lets each parameter arrange the items; the result has one for each, or there is a TypeError. */
static Value prepared_items(Ref self, Ref parameters, Ref item) {
    Value items = flattened_items(item);
    for (size_t i = 0; items && i < tuple_count(parameters); i++) {
        Value prepare = NULL, next = NULL;
        Lookup found = getattr_try(tuple_peek(parameters, i), NAME(dunder_typing_prepare_subst), &prepare);
        if (found == FOUND && !is_none(prepare)) next = call(prepare, (Ref[]){self, items}, 2, NULL);
        else if (found != FAILED) next = retain(items);
        release_maybe(prepare);
        if (next && !is_tuple(next)) slot_set_steal(&next, tuple_pack(1, next));
        slot_set_steal(&items, next);
    }
    size_t wanted = tuple_count(parameters);
    if (items && tuple_count(items) != wanted) {
        raise(&type_TypeError, "Too %s arguments for %R; actual %zu, expected %zu",
              tuple_count(items) > wanted ? "many" : "few", self, tuple_count(items), wanted);
        clear_ref(&items);
    }
    return items;
}

static Ref replacement(Ref parameters, Ref items, Ref parameter) {
    for (size_t i = 0; i < tuple_count(parameters); i++) {
        if (tuple_peek(parameters, i) == parameter) return tuple_peek(items, i);
    }
    return NULL;
}

/* ---- replacing ---- */

/* argument[what its own parameters become]; a TypeVarTuple among them (it can be iterated) becomes several. */
static Value subscript_inner(Ref argument, Ref inner, Ref parameters, Ref items) {
    Value list = list_new(tuple_count(inner));
    bool done = list != NULL;
    for (size_t i = 0; done && i < tuple_count(inner); i++) {
        Ref parameter = tuple_peek(inner, i), item = replacement(parameters, items, parameter);
        bool several = item && is_tuple(item) && type_of(parameter)->iter;
        done = several ? list_extend(list, item) : list_append(list, item ? item : parameter);
    }
    Value chosen = done ? tuple_of(list) : NULL, result = chosen ? getitem(argument, chosen) : NULL;
    release_maybe(list);
    release_maybe(chosen);
    return result;
}

static Value substitute_one(Ref argument, Ref parameters, Ref items) {
    Value mark = NULL, result = NULL;
    Lookup found = mark_of(argument, NAME(dunder_typing_subst), &mark);
    if (found == FOUND) {
        Ref item = replacement(parameters, items, argument);
        result = item ? call_1(mark, item) : retain(argument);
    } else if (found == MISSING) {
        found = mark_of(argument, NAME(dunder_parameters), &mark);
        bool generic = found == FOUND && is_tuple(mark) && tuple_count(mark);
        if (found != FAILED) {
            result = generic ? subscript_inner(argument, mark, parameters, items) : retain(argument);
        }
    }
    release_maybe(mark);
    return result;
}

static Value substitute_all(Ref args, Ref parameters, Ref items);

/* Appends what argument becomes: for an unpacked TypeVarTuple, several. */
static bool append_substituted(Ref list, Ref argument, Ref parameters, Ref items) {
    if (is_type(argument)) return list_append(list, argument);
    if (is_tuple(argument) || is_exact(argument, &type_list)) {
        Value inner = tuple_of(argument), replaced = inner ? substitute_all(inner, parameters, items) : NULL;
        release_maybe(inner);
        if (replaced && !is_tuple(argument)) slot_set_steal(&replaced, list_of(replaced));
        return replaced && list_append_steal(list, replaced);
    }
    Value mark = NULL;
    Lookup found = mark_of(argument, NAME(dunder_typing_is_unpacked_typevartuple), &mark);
    Lookup unpack = found == FOUND ? truth(mark) : found;
    release_maybe(mark);
    Value replaced = unpack == FAILED ? NULL : substitute_one(argument, parameters, items);
    if (!replaced) return false;
    if (unpack == MISSING) return list_append_steal(list, replaced);
    bool done = is_tuple(replaced)
                    ? list_extend(list, replaced)
                    : raise_false(&type_TypeError, "expected __typing_subst__ of %T objects to return a tuple, not %T",
                                  argument, replaced);
    release(replaced);
    return done;
}

static Value substitute_all(Ref args, Ref parameters, Ref items) {
    if (!recursion_check("")) return NULL;
    Value list = list_new(tuple_count(args)), result = NULL;
    bool done = list != NULL;
    for (size_t i = 0; done && i < tuple_count(args); i++) {
        done = append_substituted(list, tuple_peek(args, i), parameters, items);
    }
    if (done) result = tuple_of(list);
    release_maybe(list);
    return result;
}

Value generic_substitute(Ref self, Ref args, Ref item) {
    Value parameters = generic_parameters(args), items = NULL, result = NULL;
    if (parameters && tuple_count(parameters) == 0) {
        raise(&type_TypeError, "%R is not a generic class", self);
    } else if (parameters) {
        items = prepared_items(self, parameters, item);
        if (items) result = substitute_all(args, parameters, items);
    }
    release_maybe(parameters);
    release_maybe(items);
    return result;
}
