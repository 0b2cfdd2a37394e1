/* vm/bind_place.c - binding of arguments where they stand: what most calls need, without a copy.
 *
 * Owns:      function_bind_in_place.
 * Invariant: until it is certain that the call fits, nothing is changed: bind.c does the rest, errors too.
 * Not here:  the general binding (bind.c), calls that need none at all (interp/call.c).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/function.h"

enum { PLACED_PARAMETERS = 32, PLACED_NAMES = 16, NO_PLACE = 0xff };

/* Where everything goes. */
typedef struct Plan {
    Function *function;
    Code *code;
    uint32_t parameters;             /* of the code, stars not counted */
    uint32_t missing;                /* a bit for each parameter that gets its default */
    uint8_t places[PLACED_NAMES];    /* the parameter that a name means, or NO_PLACE: it goes to **rest */
    Ref defaults[PLACED_PARAMETERS]; /* of those missing */
} Plan;

Ref function_default(const Function *function, const Code *code, uint32_t i) {
    if (i < code->arg_count) {
        size_t have = function->defaults ? tuple_count(function->defaults) : 0, from_end = code->arg_count - i;
        return from_end <= have ? tuple_peek(function->defaults, have - from_end) : NULL;
    }
    if (!function->kwdefaults) return NULL;
    const Dict *dict = as_dict(function->kwdefaults);
    size_t guess = i - code->arg_count; /* its index, when every keyword-only parameter has a default */
    if (guess < dict->used && dict->entries[guess].key == code->local_names[i]) return dict->entries[guess].value;
    return dict_peek_name(function->kwdefaults, code->local_names[i]);
}

int64_t code_parameter(const Code *code, Ref name) {
    uint32_t end = code->arg_count + code->kwonly_count;
    for (uint32_t i = code->posonly_count; i < end; i++)
        if (code->local_names[i] == name) return i;
    return -1;
}

/* The places of the names, which are added to given. An unknown one must be interned: then it equals none of those
 * known. */
static bool place_names(Plan *plan, const Ref *names, size_t named, uint32_t *given) {
    for (size_t i = 0; i < named; i++) {
        int64_t place = code_parameter(plan->code, names[i]);
        plan->places[i] = place < 0 ? NO_PLACE : (uint8_t)place;
        if (place < 0) {
            if (!(plan->code->flags & CODE_VARKEYWORDS)) return false;
            if (!is_exact(names[i], &type_str) || !str_is_interned(names[i])) return false;
        } else {
            if (*given & 1u << place) return false;
            *given |= 1u << place;
        }
    }
    return true;
}

static bool find_defaults(Plan *plan, uint32_t given) {
    plan->missing = ~given & (uint32_t)((1ull << plan->parameters) - 1);
    for (uint32_t left = plan->missing; left; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(left);
        plan->defaults[i] = function_default(plan->function, plan->code, i);
        if (!plan->defaults[i]) return false;
    }
    return true;
}

/* The dict of the names without a place, whose values are consumed. So small a dict needs no memory that can fail. */
static Value rest_of_names(const Plan *plan, const Ref *names, Value *values, size_t named) {
    Value rest = dict_new();
    for (size_t i = 0; i < named; i++) {
        if (plan->places[i] != NO_PLACE) continue;
        dict_set_str(rest, names[i], values[i]);
        release(values[i]);
    }
    return rest;
}

/* Calls without names. */
static bool bind_positional(const Function *function, const Code *code, Value *args, size_t count) {
    uint32_t parameters = code->arg_count + code->kwonly_count;
    uint32_t direct = count < code->arg_count ? (uint32_t)count : code->arg_count;
    size_t extra = count - direct;
    bool star = code->flags & CODE_VARARGS;
    if (extra > 0 && !star) return false;
    for (uint32_t i = direct; i < parameters; i++)
        if (!function_default(function, code, i)) return false;
    Value *next = args + parameters, rest = star ? tuple_new(extra) : NULL;
    if (UNLIKELY(star && !rest)) return error_clear(), false; /* bind.c meets it again */
    for (size_t i = 0; i < extra; i++) as_tuple(rest)->items[i] = args[direct + i];
    for (uint32_t i = direct; i < parameters; i++) args[i] = retain(function_default(function, code, i));
    if (star) *next++ = rest;
    if (code->flags & CODE_VARKEYWORDS) *next = dict_new();
    return true;
}

bool function_bind_in_place(Function *function, Value *args, size_t positional, const Ref *names, size_t named) {
    Code *code = as_code(function->code);
    if (named == 0) return bind_positional(function, code, args, positional);
    Plan plan;
    plan.function = function;
    plan.code = code;
    plan.parameters = code->arg_count + code->kwonly_count;
    size_t direct = positional < code->arg_count ? positional : code->arg_count, extra = positional - direct;
    if (plan.parameters > PLACED_PARAMETERS || named > PLACED_NAMES) return false;
    uint32_t given = (uint32_t)((1ull << direct) - 1);
    if (extra > 0 && !(code->flags & CODE_VARARGS)) return false;
    if (!place_names(&plan, names, named, &given) || !find_defaults(&plan, given)) return false;
    Value values[PLACED_NAMES], stars = NULL;
    for (size_t i = 0; i < named; i++) values[i] = args[positional + i];
    if (code->flags & CODE_VARARGS) {
        stars = tuple_new(extra);
        if (UNLIKELY(!stars)) return error_clear(), false; /* bind.c meets it again */
        for (size_t i = 0; i < extra; i++) as_tuple(stars)->items[i] = args[direct + i];
    }
    Value *next = args + plan.parameters;
    if (stars) *next++ = stars;
    if (code->flags & CODE_VARKEYWORDS) *next = rest_of_names(&plan, names, values, named);
    for (size_t i = 0; i < named; i++)
        if (plan.places[i] != NO_PLACE) args[plan.places[i]] = values[i];
    for (uint32_t left = plan.missing; left; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(left);
        args[i] = retain(plan.defaults[i]);
    }
    return true;
}
