/* vm/interp/call_keywords.c - calls with names, stars and double stars. */
#include "runtime/dict.h"
#include "runtime/instance.h"
#include "runtime/method.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"
#include "vm/interp/call.h"

/* Enters function by the general binding, in a frame in place of the operands from below on, which are consumed.
 * The instruction has n words. */
#define ENTER_BOUND(function_, args_, count_, names_, below_, flags__, n_)                                             \
    do {                                                                                                               \
        Function *callee_ = as_function(function_);                                                                    \
        Code *entered_ = as_code(callee_->code);                                                                       \
        Value *until_ = (below_);                                                                                      \
        SAVE(n_);                                                                                                      \
        if (!vm_count_frame(vm)) ERROR();                                                                              \
        bool fits_ = LIKELY(sp + entered_->frame_words <= vm->stack_end);                                              \
        Value *room_ = fits_ ? sp : vm_reserve(vm, sp, entered_->frame_words);                                         \
        if (!room_ || !function_bind(callee_, (args_), (count_), (names_), room_)) {                                   \
            vm_leave_segment(vm);                                                                                      \
            vm->rt->recursion_depth--;                                                                                 \
            ERROR();                                                                                                   \
        }                                                                                                              \
        Value held_ = retain(function_);                                                                               \
        bool moved_ = room_ != sp;                                                                                     \
        while (sp > until_) release_maybe(*--sp);                                                                      \
        vm->frame->sp = sp;                                                                                            \
        locals = room_;                                                                                                \
        uint32_t flags_ = (flags__) | (moved_ ? FRAME_SEGMENT : 0);                                                    \
        Frame *new_ = frame_init(vm, vm->frame, room_, entered_, held_, callee_->globals, flags_);                     \
        sp = frame_operands(new_);                                                                                     \
        vm->rt->recursion_depth--;                                                                                     \
        ENTER_FRAME(entered_);                                                                                         \
    } while (0)

static inline bool has_room(Vm *vm, const Code *code, const Value *args) {
    return LIKELY(args + code->frame_words <= vm->stack_end && vm->rt->recursion_depth < vm->rt->recursion_limit);
}

static inline const Ref *items_of(Ref tuple) { return refs(as_tuple(tuple)->items); }

/* Binds and enters function_: its positional_ arguments from args_ on are followed by the values of the names, and
 * these, when there are any (keywords_), by their tuple. The caller keeps what stands up to below_. The frame gets the
 * reference taken_. */
#define BIND_AND_ENTER(function_, taken_, args_, positional_, keywords_, below_, flags_, n_)                           \
    do {                                                                                                               \
        Function *bound_ = as_function(function_);                                                                     \
        Code *its_code_ = as_code(bound_->code);                                                                       \
        Value names_ = (keywords_) ? sp[-1] : NULL;                                                                    \
        size_t named_ = names_ ? tuple_count(names_) : 0;                                                              \
        SAVE(n_);                                                                                                      \
        if (has_room(vm, its_code_, (args_)) &&                                                                        \
            function_bind_in_place(bound_, (args_), (positional_), names_ ? items_of(names_) : NULL, named_)) {        \
            if (names_) release(names_);                                                                               \
            ENTER_STEAL(taken_, args_, code_parameter_count(its_code_), below_, flags_, n_);                           \
        }                                                                                                              \
        ENTER_BOUND(function_, refs(args_), positional_, names_, below_, flags_, n_);                                  \
    } while (0)

OP_PART(call_bound) {
    bool keywords = op_of(word) == OP_CALL_KW;
    uint32_t count = op_arg(word), named = keywords ? (uint32_t)tuple_count(sp[-1]) : 0;
    Value *args = sp - keywords - count, *below = args - 2;
    size_t positional = count - named;
    if (args[-1]) args--, positional++;
    BIND_AND_ENTER(*below, *below, args, positional, keywords, below, 0, keywords ? CALL_KW_WORDS : CALL_WORDS);
}

/* ---- names that were bound before: where they go is cached ---- */

enum { CACHED_NAMES = 8, CACHED_PARAMETERS = 32 };

/* The cache words of CALL_KW: [1] version of a code object, [2] a bit for each parameter that gets its default, [3,4] a
 * byte for each name: the parameter it means, [5] positional arguments. */
static inline const uint8_t *cached_places(const uint32_t *pc) { return (const uint8_t *)(pc + 3); }

/* Fills the cache for a call of code, when it can describe it. */
static bool learn_names(const uint32_t *pc, const Code *code, size_t positional, Ref names) {
    uint32_t total = code->arg_count + code->kwonly_count, named = (uint32_t)tuple_count(names);
    if (!code->version || code->flags & (CODE_VARARGS | CODE_VARKEYWORDS) || named > CACHED_NAMES) return false;
    if (total >= CACHED_PARAMETERS || positional > code->arg_count) return false;
    uint32_t given = (1u << positional) - 1;
    uint8_t *places = (uint8_t *)(writable(pc) + 3);
    writable(pc)[1] = 0;
    for (uint32_t i = 0; i < named; i++) {
        int64_t place = code_parameter(code, tuple_peek(names, i));
        if (place < 0 || given & 1u << place) return false;
        given |= 1u << place;
        places[i] = (uint8_t)place;
    }
    writable(pc)[1] = code->version;
    writable(pc)[2] = ~given & ((1u << total) - 1);
    writable(pc)[5] = (uint32_t)positional;
    return true;
}

/* Puts the defaults of the parameters in missing where they belong. False: there is none for one; nothing has
 * happened. */
static inline bool place_defaults(const Function *function, const Code *code, uint32_t missing, Value *places) {
    Ref defaults[CACHED_PARAMETERS];
    for (uint32_t left = missing; left; left &= left - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(left);
        defaults[i] = function_default(function, code, i);
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

/* ---- classes ---- */

OP_PART(call_any_keywords);

/* Runs the __init__ of the class that is called, a Python function, on a new instance, which stays below the
 * arguments. */
#define INIT_BOUND(init_, keywords_, n_)                                                                               \
    do {                                                                                                               \
        uint32_t given_ = op_arg(word);                                                                                \
        Value *args_at_ = sp - (keywords_) - given_, class_ = args_at_[-2];                                            \
        SAVE(n_);                                                                                                      \
        if (keywords_) given_ -= (uint32_t)tuple_count(sp[-1]);                                                        \
        args_at_[-1] = new_instance(as_type(class_), args_at_, given_, (keywords_) ? sp[-1] : NULL);                   \
        if (UNLIKELY(!args_at_[-1])) ERROR();                                                                          \
        args_at_[-2] = retain(args_at_[-1]);                                                                           \
        release(class_); /* the instance keeps it */                                                                   \
        BIND_AND_ENTER(init_, retain(init_), args_at_ - 1, given_ + 1, keywords_, args_at_ - 1, FRAME_INIT, n_);       \
    } while (0)

OP_PART(call_init_bound) {
    Ref init = cache_pointer(pc + 2);
    INIT_BOUND(init, 0, CALL_WORDS);
}

/* Replaces the operands from below on by result, which may be NULL. */
#define FINISH_KEYWORDS(below_, result_)                                                                               \
    do {                                                                                                               \
        Value *until_ = (below_), made_ = (result_);                                                                   \
        if (UNLIKELY(!made_)) ERROR();                                                                                 \
        while (sp > until_) release_maybe(*--sp);                                                                      \
        *sp++ = made_;                                                                                                 \
        NEXT_SAFE(CALL_KW_WORDS, pc + CALL_KW_WORDS);                                                                  \
    } while (0)

static Value dict_of_names(Ref names, Value const *values) {
    Value dict = dict_new();
    for (size_t i = 0; i < tuple_count(names); i++) dict_set_str(dict, tuple_peek(names, i), values[i]);
    return dict;
}

/* Cache words 6 to 8: the version of the class and its __init__. */
OP_PART(call_class_keywords) {
    Value *args = sp - 1 - op_arg(word);
    Type *type = as_type(args[-2]);
    if (type == &type_dict && tuple_count(sp[-1]) == op_arg(word)) {
        SAVE(CALL_KW_WORDS);
        FINISH_KEYWORDS(args - 2, dict_of_names(sp[-1], args));
    }
    if (UNLIKELY(type->version != pc[6] || !pc[6])) {
        Ref init = type->flags & TYPE_HEAP ? type_python_init(type) : NULL;
        if (!init) TAIL(call_any_keywords);
        writable(pc)[6] = type->version;
        cache_set_pointer(writable(pc) + 7, init);
    }
    Ref init = cache_pointer(pc + 7);
    INIT_BOUND(init, 1, CALL_KW_WORDS);
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
    if (is_heap(args[-2]) && object_of(args[-2])->type->call == type_call && !args[-1]) TAIL(call_class_keywords);
    TAIL(call_any_keywords);
}

/* Any callable. */
OP_PART(call_any_keywords) {
    uint32_t count = op_arg(word);
    Value names = sp[-1], *args = sp - 1 - count;
    size_t positional = count - tuple_count(names) + (args[-1] != NULL);
    SAVE(CALL_KW_WORDS);
    Value *from = args[-1] ? args - 1 : args;
    FINISH_KEYWORDS(args - 2, call(args[-2], refs(from), positional, names));
}

/* ---- stars ---- */

enum { SPREAD_MAX = 16 }; /* arguments that are spread on the stack */

/* Puts the values of arguments (a tuple) and keywords (a dict, or NULL) at to, owned, and the keys at names. Returns
 * how many keys there are, or -1: there are too many of either, or keys that are no names. */
static int64_t spread(Ref arguments, Ref keywords, Value *to, Ref *names) {
    const Tuple *tuple = as_tuple(arguments);
    if (tuple->count > SPREAD_MAX) return -1;
    if (keywords && (dict_count(keywords) > SPREAD_MAX || !as_dict(keywords)->str_keys)) return -1;
    for (size_t i = 0; i < tuple->count; i++) *to++ = retain(tuple->items[i]);
    int64_t named = 0;
    size_t position = 0;
    for (Ref value; keywords && dict_step(keywords, &position, &names[named], &value); named++) *to++ = retain(value);
    return named;
}

/* A function with the tuple base[2] and, when keywords is set, the dict base[3], which is on top: spreads them where
 * the frame will be and binds them there. False: nothing has happened. */
static bool bind_spread(Vm *vm, const Value *base, Value *top, bool keywords) {
    Function *function = as_function(base[0]);
    const Code *code = as_code(function->code);
    Ref names[SPREAD_MAX];
    if (top + 2 * SPREAD_MAX > vm->stack_end || !has_room(vm, code, top)) return false;
    int64_t named = spread(base[2], keywords ? base[3] : NULL, top, names);
    if (named < 0) return false;
    size_t positional = tuple_count(base[2]);
    if (code->simple_args == (int64_t)positional && !named) return true;
    if (function_bind_in_place(function, top, positional, names, (size_t)named)) return true;
    for (size_t i = 0; i < positional + (size_t)named; i++) release(top[i]);
    return false;
}

/* f(*x): makes the tuple of x. */
static COLD bool spread_iterable(Ref callable, Value *arguments) {
    if (!type_is_iterable(type_of(*arguments))) {
        return dict_raise_about_call(callable, "%S argument after * must be an iterable, not %T", *arguments);
    }
    Value tuple = tuple_of(*arguments);
    if (tuple) slot_set_steal(arguments, tuple);
    return tuple != NULL;
}

/* The dict of keywords on top becomes, with the tuple below it, the tuples of all arguments and of the names. */
OP_PART(call_spread_keywords) {
    Value *base = sp - 4, names;
    Value all = spread_arguments(base[0], items_of(base[2]), tuple_count(base[2]), base[3], &names);
    if (!all) ERROR();
    slot_set_steal(&base[2], all);
    slot_set_steal(&base[3], names);
    size_t positional = tuple_count(all) - tuple_count(names);
    if (is_function(base[0])) ENTER_BOUND(base[0], items_of(all), positional, names, base, 0, 1);
    Value result = call(base[0], items_of(all), positional, names);
    if (!result) ERROR();
    while (sp > base) release_maybe(*--sp);
    *sp++ = result;
    NEXT_SAFE(1, pc + 1);
}

/* A mapping as keywords, which nobody has looked at yet, becomes a dict. */
static COLD bool keywords_of(Value *base) {
    Value dict = dict_new();
    if (!dict_merge_keywords(dict, base[3], base[0])) {
        release(dict);
        return false;
    }
    slot_set_steal(&base[3], dict);
    return true;
}

OP_HANDLER(CALL_EX) {
    SAVE(1);
    bool keywords = op_arg(word) & 1;
    Value *base = sp - 3 - keywords;
    bool named = keywords && is_exact(base[3], &type_dict) && as_dict(base[3])->str_keys;
    if (keywords && UNLIKELY(!named) && !keywords_of(base)) ERROR();
    if (UNLIKELY(!is_exact(base[2], &type_tuple)) && !spread_iterable(base[0], &base[2])) ERROR();
    if (is_function(base[0]) && bind_spread(vm, base, sp, keywords)) {
        Value *args = sp;
        if (keywords) release(base[3]);
        release(base[2]);
        const Code *code = as_code(as_function(base[0])->code);
        ENTER_STEAL(base[0], args, code_parameter_count(code), base, 0, 1);
    }
    if (keywords && dict_count(base[3]) > 0) TAIL(call_spread_keywords);
    const Tuple *tuple = as_tuple(base[2]);
    if (is_function(base[0])) ENTER_BOUND(base[0], refs(tuple->items), tuple->count, NULL, base, 0, 1);
    Value result = call(base[0], refs(tuple->items), tuple->count, NULL);
    if (!result) ERROR();
    while (sp > base) release_maybe(*--sp);
    *sp++ = result;
    NEXT_SAFE(1, pc + 1);
}
