/* vm/interp/call_keywords.c - calls with names, stars and double stars. */
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/method.h"
#include "runtime/tuple.h"
#include "vm/interp/call.h"

/* Enters function by the general binding, in a frame in place of the operands from below on, which are consumed.
 * The instruction has n words. */
#define ENTER_BOUND(function_, args_, count_, names_, below_, n_)                                                      \
    do {                                                                                                               \
        Function *callee_ = as_function(function_);                                                                    \
        Code *entered_ = as_code(callee_->code);                                                                       \
        Value *until_ = (below_);                                                                                      \
        SAVE(n_);                                                                                                      \
        if (!vm_count_frame(vm)) ERROR();                                                                              \
        bool fits_ = LIKELY(sp + entered_->frame_words <= vm->stack_end);                                              \
        Value *room_ = fits_ ? sp : vm_reserve(vm, sp, entered_->frame_words);                                         \
        if (!room_ || !function_bind(callee_, (args_), (count_), (names_), room_)) {                                   \
            vm->rt->recursion_depth--;                                                                                 \
            ERROR();                                                                                                   \
        }                                                                                                              \
        Value held_ = retain(function_);                                                                               \
        bool moved_ = room_ != sp;                                                                                     \
        while (sp > until_) release_maybe(*--sp);                                                                      \
        vm->frame->sp = sp;                                                                                            \
        locals = room_;                                                                                                \
        uint32_t flags_ = moved_ ? FRAME_SEGMENT : 0;                                                                  \
        Frame *new_ = frame_init(vm, vm->frame, room_, entered_, held_, callee_->globals, flags_);                     \
        sp = frame_operands(new_);                                                                                     \
        vm->rt->recursion_depth--;                                                                                     \
        ENTER_FRAME(entered_);                                                                                         \
    } while (0)

OP_PART(call_bound) {
    bool keywords = op_of(word) == OP_CALL_KW;
    uint32_t count = op_arg(word), named = keywords ? (uint32_t)tuple_count(sp[-1]) : 0;
    Value *args = sp - keywords - count, *below = args - 2;
    size_t positional = count - named;
    if (args[-1]) args--, positional++;
    ENTER_BOUND(*below, refs(args), positional, keywords ? sp[-1] : NULL, below, keywords ? CALL_KW_WORDS : CALL_WORDS);
}

/* ---- names that were bound before: where they go is cached ---- */

enum { CACHED_NAMES = 8, CACHED_PARAMETERS = 32 };

/* The cache words of CALL_KW: [1] version of a code object, [2] a bit for each parameter that gets its default, [3,4] a byte
 * for each name: the parameter it means, [5] positional arguments. */
static inline const uint8_t *cached_places(const uint32_t *pc) { return (const uint8_t *)(pc + 3); }

static int64_t parameter_named(const Code *code, Ref name) {
    for (uint32_t i = code->posonly_count; i < code->arg_count + code->kwonly_count; i++)
        if (code->local_names[i] == name) return i;
    return -1;
}

/* Fills the cache for a call of code, when it can describe it. */
static bool learn_names(const uint32_t *pc, const Code *code, size_t positional, Ref names) {
    uint32_t total = code->arg_count + code->kwonly_count, named = (uint32_t)tuple_count(names);
    if (!code->version || code->flags & (CODE_VARARGS | CODE_VARKEYWORDS) || named > CACHED_NAMES) return false;
    if (total >= CACHED_PARAMETERS || positional > code->arg_count) return false;
    uint32_t given = (1u << positional) - 1;
    uint8_t *places = (uint8_t *)(writable(pc) + 3);
    writable(pc)[1] = 0;
    for (uint32_t i = 0; i < named; i++) {
        int64_t place = parameter_named(code, tuple_peek(names, i));
        if (place < 0 || given & 1u << place) return false;
        given |= 1u << place;
        places[i] = (uint8_t)place;
    }
    writable(pc)[1] = code->version;
    writable(pc)[2] = ~given & ((1u << total) - 1);
    writable(pc)[5] = (uint32_t)positional;
    return true;
}

/* The default of parameter i, borrowed, or NULL. */
static inline Ref default_of(const Function *function, const Code *code, uint32_t i) {
    if (i >= code->arg_count) {
        return function->kwdefaults ? dict_peek_str(function->kwdefaults, code->local_names[i]) : NULL;
    }
    size_t have = function->defaults ? tuple_count(function->defaults) : 0, from_end = code->arg_count - i;
    return from_end <= have ? tuple_peek(function->defaults, have - from_end) : NULL;
}

/* Puts the defaults of the parameters in missing where they belong. False: there is none for one; nothing has happened. */
static inline bool place_defaults(const Function *function, const Code *code, uint32_t missing, Value *places) {
    Ref defaults[CACHED_PARAMETERS];
    for (uint32_t left = missing; left; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(left);
        defaults[i] = default_of(function, code, i);
        if (UNLIKELY(!defaults[i])) return false;
    }
    for (uint32_t left = missing; left; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(left);
        places[i] = retain(defaults[i]);
    }
    return true;
}

/* A Python function whose code the cache knows. */
OP_PART(call_known_names) {
    uint32_t count = op_arg(word), named = (uint32_t)tuple_count(sp[-1]), positional = count - named;
    Value *args = sp - 1 - count, *below = args - 2, callable = *below;
    Function *function = as_function(callable);
    Code *code = as_code(function->code);
    if (args[-1]) args--, positional++;
    if (UNLIKELY(positional != pc[5] || args + code->frame_words > vm->stack_end)) TAIL(call_bound);
    if (UNLIKELY(vm->rt->recursion_depth >= vm->rt->recursion_limit)) TAIL(call_bound);
    Value values[CACHED_NAMES], *first_named = sp - 1 - named, names = sp[-1];
    for (uint32_t i = 0; i < named; i++) values[i] = first_named[i];
    if (UNLIKELY(!place_defaults(function, code, pc[2], args))) TAIL(call_bound);
    for (uint32_t i = 0; i < named; i++) args[cached_places(pc)[i]] = values[i];
    release(names); /* a constant of this code */
    ENTER_STEAL(callable, args, code->arg_count + code->kwonly_count, below, 0, CALL_KW_WORDS);
}

OP_HANDLER(CALL_KW) {
    uint32_t count = op_arg(word);
    Value names = sp[-1], *args = sp - 1 - count;
    if (is_exact(args[-2], &type_method) && !args[-1]) {
        Value bound = args[-2];
        args[-1] = retain(as_method(bound)->self);
        args[-2] = retain(as_method(bound)->function);
        SAVE(CALL_KW_WORDS);
        release(bound);
    }
    size_t positional = count - tuple_count(names) + (args[-1] != NULL);
    if (is_function(args[-2])) {
        const Code *code = as_code(as_function(args[-2])->code);
        if (LIKELY(code->version == pc[1] && pc[1]) || learn_names(pc, code, positional, names)) TAIL(call_known_names);
        TAIL(call_bound);
    }
    SAVE(CALL_KW_WORDS);
    Value *from = args[-1] ? args - 1 : args, result = call(args[-2], refs(from), positional, names);
    if (UNLIKELY(!result)) ERROR();
    while (sp > args - 2) release_maybe(*--sp);
    *sp++ = result;
    NEXT_SAFE(CALL_KW_WORDS, pc + CALL_KW_WORDS);
}

/* ---- stars ---- */

/* The arguments of a call with a dict of keywords as an array, in a new list, and their names in a new tuple. */
static bool spread_keywords(Ref arguments, Ref keywords, Value *all, Value *names) {
    const Tuple *tuple = as_tuple(arguments);
    size_t named = dict_count(keywords);
    *all = list_new(tuple->count + named);
    *names = tuple_new(named);
    if (!*all || !*names) {
        release_maybe(*all);
        release_maybe(*names);
        return false;
    }
    List *list = as_list(*all);
    for (size_t i = 0; i < tuple->count; i++) list->items[list->count++] = retain(tuple->items[i]);
    size_t position = 0, i = 0;
    Ref key, value;
    while (dict_step(keywords, &position, &key, &value)) {
        as_tuple(*names)->items[i++] = retain(key);
        list->items[list->count++] = retain(value);
    }
    return true;
}

/* f(*x): makes the tuple of x. */
static COLD bool spread_iterable(Ref callable, Value *arguments) {
    Type *type = type_of(*arguments);
    if (!type->iter && !type->getitem) {
        return dict_raise_about_call(callable, "%S argument after * must be an iterable, not %T", *arguments);
    }
    Value tuple = tuple_of(*arguments);
    if (tuple) slot_set_steal(arguments, tuple);
    return tuple != NULL;
}

/* The dict of keywords on top becomes, with the tuple below it, the list of all arguments and the tuple of names. */
OP_PART(call_spread_keywords) {
    Value *base = sp - 4, all, names;
    if (!spread_keywords(base[2], base[3], &all, &names)) ERROR();
    slot_set_steal(&base[2], all);
    slot_set_steal(&base[3], names);
    const List *list = as_list(all);
    size_t positional = list->count - tuple_count(names);
    if (is_function(base[0])) ENTER_BOUND(base[0], refs(list->items), positional, names, base, 1);
    Value result = call(base[0], refs(list->items), positional, names);
    if (!result) ERROR();
    while (sp > base) release_maybe(*--sp);
    *sp++ = result;
    NEXT_SAFE(1, pc + 1);
}

OP_HANDLER(CALL_EX) {
    SAVE(1);
    bool keywords = op_arg(word) & 1;
    Value *base = sp - 3 - keywords;
    if (!is_exact(base[2], &type_tuple) && !spread_iterable(base[0], &base[2])) ERROR();
    if (keywords && dict_count(base[3]) > 0) TAIL(call_spread_keywords);
    const Tuple *tuple = as_tuple(base[2]);
    if (is_function(base[0])) ENTER_BOUND(base[0], refs(tuple->items), tuple->count, NULL, base, 1);
    Value result = call(base[0], refs(tuple->items), tuple->count, NULL);
    if (!result) ERROR();
    while (sp > base) release_maybe(*--sp);
    *sp++ = result;
    NEXT_SAFE(1, pc + 1);
}
