#include "lib/atexit.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* The list stands in the module's namespace under this name: one for each runtime, and seen by the collector. */
static const char list_name[] = "_registered";

/* Borrowed; NULL when the module was not imported or its namespace is gone. */
static Ref registered_peek(void) {
    Ref module = rt()->modules ? dict_peek_text(rt()->modules, "atexit") : NULL;
    Ref list = module && is_exact(module, &type_module) ? dict_peek_text(as_module(module)->dict, list_name) : NULL;
    return list && is_exact(list, &type_list) ? list : NULL;
}

static Value py_atexit_register(const Ref *args) {
    if (!type_of(args[0])->call) return raise(&type_TypeError, "the first argument must be callable");
    Ref list = registered_peek();
    if (!list) return raise(&type_RuntimeError, "the list of exit functions is gone");
    Value entry = tuple_pack(3, args[0], args[1], args[2]);
    return entry && list_append_steal(list, entry) ? retain(args[0]) : NULL;
}

/* An item that register made: a program can reach the list, too. */
static bool is_entry(Ref item) {
    return is_exact(item, &type_tuple) && tuple_count(item) == 3 && is_exact(tuple_peek(item, 1), &type_tuple) &&
           is_exact(tuple_peek(item, 2), &type_dict);
}

static Value py_atexit_unregister(const Ref *args) {
    Value list = retain_maybe(registered_peek());
    for (size_t i = 0; list && i < list_count(list);) {
        Value entry = retain(list_peek(list, i));
        Lookup same = is_entry(entry) ? equal(tuple_peek(entry, 0), args[0]) : MISSING;
        bool ours = i < list_count(list) && list_peek(list, i) == entry;
        release(entry);
        Value dropped = same == FOUND && ours ? list_pop(list, (int64_t)i) : NULL;
        if (!dropped) i++;
        release_maybe(dropped);
        if (same == FAILED) {
            release(list);
            return NULL;
        }
    }
    release_maybe(list);
    return VALUE_NONE;
}

static Value py_atexit_clear(const Ref *args) {
    Ref list = registered_peek();
    if (list) list_clear(list);
    return VALUE_NONE;
}

static Value py_atexit_ncallbacks(const Ref *args) {
    Ref list = registered_peek();
    return small_int_value(list ? (int64_t)list_count(list) : 0);
}

static Value call_entry(Ref entry) {
    Ref args = tuple_peek(entry, 1);
    return call_with_dict(tuple_peek(entry, 0), refs(as_tuple(args)->items), tuple_count(args), tuple_peek(entry, 2));
}

bool atexit_run(void) {
    Value list = retain_maybe(registered_peek());
    bool ok = true;
    for (size_t left = list ? list_count(list) : 0; left > 0 && list_count(list) > 0;) {
        if (left > list_count(list)) left = list_count(list);
        Value entry = list_pop(list, (int64_t)--left), result = is_entry(entry) ? call_entry(entry) : VALUE_NONE;
        if (!result) {
            ok = false;
            error_unraisable_in("in atexit callback", tuple_peek(entry, 0));
        }
        release_maybe(result);
        release_maybe(entry);
    }
    if (list) list_clear(list); /* what was registered meanwhile is not run */
    release_maybe(list);
    return ok;
}

static Value py_atexit_run(const Ref *args) {
    atexit_run();
    return VALUE_NONE;
}

static bool fill(Ref dict) {
    Value list = list_new(0);
    if (!list) return false;
    dict_set_text(dict, list_name, list);
    release(list);
    return true;
}

static const NativeDef functions[] = {
    {"register(func, /, *args, **kwargs)", py_atexit_register,
     DOC("Have func(*args, **kwargs) called when the interpreter ends.\n\nReturns func, so that it can be used as a "
         "decorator."),
     NATIVE_READS_TUPLE},
    {"unregister(func, /)", py_atexit_unregister, DOC("Take back every registration of func."), 0},
    {"_clear()", py_atexit_clear, DOC("Forget all registered functions."), 0},
    {"_run_exitfuncs()", py_atexit_run, DOC("Call and forget all registered functions."), 0},
    {"_ncallbacks()", py_atexit_ncallbacks, DOC("Return how many functions are registered."), 0},
    {0},
};

const ModuleDef module_atexit = {
    "atexit",
    "Functions to be called when the interpreter ends, the last registered first.",
    functions,
    fill,
};
