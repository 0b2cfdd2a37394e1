#include "vm/function.h"

#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/method.h"
#include "runtime/module.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/await.h"
#include "vm/frame.h"
#include "vm/interp/names.h"

/* globals["__name__"], borrowed, or NULL; where that stands is remembered for the next function of the module. */
static Ref module_name(Vm *vm, Ref globals) {
    if (LIKELY(vm->name_version && as_dict(globals)->version == vm->name_version)) return vm->name_entry->value;
    int64_t index = is_exact(globals, &type_dict) ? dict_entry_index(globals, NAME(dunder_name)) : -1;
    if (index < 0) return dict_peek_str(globals, NAME(dunder_name));
    vm->name_version = dict_version(globals);
    vm->name_entry = &as_dict(globals)->entries[index];
    return vm->name_entry->value;
}

Value function_new(Ref code, Ref globals) {
    Function *function = object_new(&type_function, sizeof(Function));
    Code *c = as_code(code);
    if (c->frame_words == 0) code_prepare(c);
    function->code = retain(code);
    function->globals = retain(globals);
    function->name = retain(c->name);
    function->qualname = retain(c->qualname);
    function->module = retain_maybe(module_name(vm_of(), globals));
    if (c->flags & CODE_HAS_DOCSTRING && c->const_count) function->doc = retain(c->consts[0]);
    return value_of(function);
}

void code_prepare(Code *code) {
    code->frame_words = code->local_count + (uint32_t)FRAME_WORDS + code->stack_size + FRAME_SLACK;
    code->version = ++rt()->code_versions;
}

Value cell_new_steal(Value content) {
    Cell *cell = object_new(&type_cell, sizeof(Cell));
    cell->content = content;
    return value_of(cell);
}

/* Arguments that need no binding; the other locals are unbound. There are few: memset costs more. */
static inline void place_arguments(const Code *code, const Ref *args, size_t count, Value *locals) {
    for (size_t i = 0; i < count; i++) locals[i] = retain(args[i]);
    for (size_t i = count; i < code->local_count; i++) {
        locals[i] = NULL;
        __asm__("" : "+r"(i));
    }
}

/* Binds above the innermost frame, in another segment when there is no room. Returns where; NULL with an exception. */
static __attribute__((noinline)) Value *bind_with_room(Vm *vm, Function *function, const Ref *args, size_t count,
                                                       Ref keywords) {
    if (!vm_count_frame(vm)) return NULL;
    Value *room = vm_reserve(vm, vm->frame->sp, as_code(function->code)->frame_words);
    if (room && function_bind(function, args, count, keywords, room)) return room;
    vm_leave_segment(vm);
    vm->rt->recursion_depth--;
    return NULL;
}

/* Calls from C: binds onto the value stack above the innermost frame. */
static Value function_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    Vm *vm = vm_of();
    Function *function = as_function(self);
    Code *code = as_code(function->code);
    Value *room = vm->frame->sp;
    uint32_t flags = FRAME_ENTRY;
    if (LIKELY(code->simple_args == (int64_t)count && !keywords && vm_has_room(vm, room, code->frame_words))) {
        vm->rt->recursion_depth++;
        place_arguments(code, args, count, room);
    } else {
        room = bind_with_room(vm, function, args, count, keywords);
        if (!room) return NULL;
        if (room != vm->frame->sp) flags |= FRAME_SEGMENT;
    }
    Frame *frame = frame_init(vm, vm->frame, room, code, retain(self), function->globals, flags);
    frame->pc = code->words;
    frame->sp = frame_operands(frame);
    vm_run(vm, false);
    return vm->result;
}

static Value function_repr(Ref self) {
    return error_format("<function %S at %p>", as_function(self)->qualname, (void *)object_of(self));
}

static Value function_get(Ref self, Ref instance, Ref owner) {
    return instance && !is_none(instance) ? method_new(self, instance) : retain(self);
}

/* Attributes. */

static Value or_none(Ref v) { return v ? retain(v) : VALUE_NONE; }

static bool set_text(Ref value, Value *slot, const char *attribute) {
    if (!value || !is_str(value)) return raise_false(&type_TypeError, "%s must be set to a string object", attribute);
    slot_set(slot, value);
    return true;
}

static Value get_name(Ref self) { return retain(as_function(self)->name); }
static bool set_name(Ref self, Ref value) { return set_text(value, &as_function(self)->name, "__name__"); }
static Value get_qualname(Ref self) { return retain(as_function(self)->qualname); }
static bool set_qualname(Ref self, Ref value) { return set_text(value, &as_function(self)->qualname, "__qualname__"); }
static Value get_module(Ref self) { return or_none(as_function(self)->module); }
static bool set_module(Ref self, Ref value) { return slot_set(&as_function(self)->module, value), true; }
static Value get_doc(Ref self) { return or_none(as_function(self)->doc); }
static bool set_doc(Ref self, Ref value) { return slot_set(&as_function(self)->doc, value), true; }
static Value get_code(Ref self) { return retain(as_function(self)->code); }
static Value get_globals(Ref self) { return retain(as_function(self)->globals); }
static Value get_closure(Ref self) { return or_none(as_function(self)->closure); }
static Value get_defaults(Ref self) { return or_none(as_function(self)->defaults); }
static Value get_kwdefaults(Ref self) { return or_none(as_function(self)->kwdefaults); }
static Value get_builtins(Ref self) { return builtins_of(as_function(self)->globals); }

/* Callers take what a call of the function gives for what its first code gave. */
static bool warn_of_kind(const Code *old, const Code *new) {
    static const char text[] =
        "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a "
        "plain function)";
    if (((old->flags ^ new->flags) & CODE_SUSPENDS) == 0) return true;
    return warn_steal(&type_DeprecationWarning, str_from_text(text), VALUE_NONE);
}

static bool keep_if_running(const Vm *vm, Ref code, Ref kept) {
    for (const Frame *f = vm->frame; !(f->flags & FRAME_BASE); f = f->caller)
        if (value_of(f->code) == code) return list_append(kept, code);
    return true;
}

/* Frames have their code from their function: one that a function gives up lives on while frames run it, and until the
 * next one is given up. */
static bool retire_code(Vm *vm, Ref code) {
    Value kept = list_new(0);
    bool done = kept && keep_if_running(vm, code, kept);
    for (size_t i = 0; done && vm->retired && i < list_count(vm->retired); i++)
        done = keep_if_running(vm, list_peek(vm->retired, i), kept);
    if (done) slot_set(&vm->retired, kept);
    release_maybe(kept);
    return done;
}

static bool set_code(Ref self, Ref value) {
    if (!value || !is_exact(value, &type_code))
        return raise_false(&type_TypeError, "__code__ must be set to a code object");
    size_t cells = as_function(self)->closure ? tuple_count(as_function(self)->closure) : 0;
    if (as_code(value)->free_count != cells)
        return raise_false(&type_ValueError, "%S() requires a code object with %zu free vars, not %u",
                           as_function(self)->name, cells, as_code(value)->free_count);
    if (!warn_of_kind(as_code(as_function(self)->code), as_code(value))) return false;
    if (!retire_code(vm_of(), as_function(self)->code)) return false;
    if (as_code(value)->frame_words == 0) code_prepare(as_code(value));
    slot_set(&as_function(self)->code, value);
    return true;
}

static bool set_defaults(Ref self, Ref value) {
    if (value && !is_none(value) && !is_tuple(value))
        return raise_false(&type_TypeError, "__defaults__ must be set to a tuple object");
    slot_set(&as_function(self)->defaults, value && !is_none(value) ? value : NULL);
    return true;
}

static bool set_kwdefaults(Ref self, Ref value) {
    if (value && !is_none(value) && !is_dict(value))
        return raise_false(&type_TypeError, "__kwdefaults__ must be set to a dict object");
    slot_set(&as_function(self)->kwdefaults, value && !is_none(value) ? value : NULL);
    return true;
}

/* Annotations come from the compiler as a tuple of names and values; a dict is made when someone looks. */
static Value get_annotations(Ref self) {
    Function *f = as_function(self);
    if (f->annotations && is_dict(f->annotations)) return retain(f->annotations);
    Value dict = dict_new();
    for (size_t i = 0; f->annotations && i + 1 < tuple_count(f->annotations); i += 2)
        if (!dict_set(dict, tuple_peek(f->annotations, i), tuple_peek(f->annotations, i + 1))) {
            release(dict);
            return NULL;
        }
    slot_set(&f->annotations, dict);
    return dict;
}

static bool set_annotations(Ref self, Ref value) {
    if (value && !is_none(value) && !is_dict(value))
        return raise_false(&type_TypeError, "__annotations__ must be set to a dict object");
    slot_set(&as_function(self)->annotations, value && !is_none(value) ? value : NULL);
    return true;
}

static Value get_type_params(Ref self) {
    Function *f = as_function(self);
    return f->type_params ? retain(f->type_params) : tuple_empty();
}

static bool set_type_params(Ref self, Ref value) {
    if (!value || !is_tuple(value)) return raise_false(&type_TypeError, "__type_params__ must be set to a tuple");
    slot_set(&as_function(self)->type_params, value);
    return true;
}

static Value get_dict(Ref self) {
    Function *f = as_function(self);
    if (!f->dict) f->dict = dict_new();
    return retain(f->dict);
}

static bool set_dict(Ref self, Ref value) {
    if (!value) return raise_false(&type_TypeError, "cannot delete __dict__");
    if (!is_dict(value)) return raise_false(&type_TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    slot_set(&as_function(self)->dict, value);
    return true;
}

static const GetSetDef function_getsets[] = {
    {"__name__", get_name, set_name, DOC("The name of the function.")},
    {"__qualname__", get_qualname, set_qualname, DOC("The qualified name of the function.")},
    {"__module__", get_module, set_module, DOC("The module that the function was defined in, or None.")},
    {"__doc__", get_doc, set_doc, DOC("The function's documentation string, or None.")},
    {"__code__", get_code, set_code, DOC("The code object.")},
    {"__globals__", get_globals, NULL, DOC("The global namespace of the module that the function was defined in."),
     true},
    {"__closure__", get_closure, NULL, DOC("None or a tuple of cells that bind the free variables."), true},
    {"__defaults__", get_defaults, set_defaults, DOC("Default values of positional parameters, or None.")},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults, DOC("Default values of keyword-only parameters, or None.")},
    {"__annotations__", get_annotations, set_annotations, DOC("Annotations of the parameters and of the result.")},
    {"__type_params__", get_type_params, set_type_params, DOC("The type parameters of a generic function.")},
    {"__builtins__", get_builtins, NULL, DOC("The namespace of built-in names."), true},
    {"__dict__", get_dict, set_dict, DOC("The function's attributes.")},
    {0},
};

/* Functions have a dict of their own instead of a shape: few have attributes. */
static Value function_getattr(Ref self, Ref name) {
    Ref attribute = type_lookup_peek(&type_function, name);
    Function *f = as_function(self);
    if (!attribute && f->dict) {
        Ref own = dict_peek_str(f->dict, name);
        if (own) return retain(own);
    }
    if (attribute || !f->dict) return type_getattr_generic(self, name);
    raise(&type_AttributeError, "'function' object has no attribute '%S'", name);
    return NULL;
}

static bool function_setattr(Ref self, Ref name, Ref value) {
    Ref attribute = type_lookup_peek(&type_function, name);
    if (attribute && type_of(attribute)->set) return type_setattr_generic(self, name, value);
    Function *f = as_function(self);
    if (!f->dict) f->dict = dict_new();
    if (value) return dict_set(f->dict, name, value);
    if (dict_delete_str(f->dict, name)) return true;
    return raise_false(&type_AttributeError, "'function' object has no attribute '%S'", name);
}

/* "must be" of a cell tuple for the free variables of code. */
static bool check_closure(const Code *code, Ref closure) {
    if (!is_tuple(closure) && !is_none(closure))
        return raise_false(&type_TypeError, "arg 5 (closure) must be None or tuple");
    if (is_none(closure) && code->free_count) return raise_false(&type_TypeError, "arg 5 (closure) must be tuple");
    size_t cells = is_tuple(closure) ? tuple_count(closure) : 0;
    if (cells != code->free_count) {
        return raise_false(&type_ValueError, "%S requires closure of length %u, not %zu", code->name, code->free_count,
                           cells);
    }
    for (size_t i = 0; i < cells; i++) {
        Ref cell = tuple_peek(closure, i);
        if (is_exact(cell, &type_cell)) continue;
        return raise_false(&type_TypeError, "arg 5 (closure) expected cell, found %T", cell);
    }
    return true;
}

/* args: name, defaults, closure, keyword defaults. */
static bool check_function_arguments(const Code *code, const Ref *args) {
    if (!is_none(args[0]) && !is_str(args[0]))
        return raise_false(&type_TypeError, "arg 3 (name) must be None or string");
    if (!is_none(args[1]) && !is_tuple(args[1]))
        return raise_false(&type_TypeError, "arg 4 (defaults) must be None or tuple");
    if (!is_none(args[3]) && !is_dict(args[3]))
        return raise_false(&type_TypeError, "arg 6 (kwdefaults) must be None or dict");
    return check_closure(code, args[2]);
}

/* types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None) */
static Value py_function_new(const Ref *args) {
    if (!is_exact(args[1], &type_code))
        return raise(&type_TypeError, "function() argument 'code' must be code, not %O", args[1]);
    if (!is_dict(args[2])) return raise(&type_TypeError, "function() argument 'globals' must be dict, not %O", args[2]);
    if (!check_function_arguments(as_code(args[1]), args + 3)) return NULL;
    Value made = function_new(args[1], args[2]);
    Function *f = as_function(made);
    if (!is_none(args[3])) slot_set(&f->name, args[3]);
    if (!is_none(args[4])) slot_set(&f->defaults, args[4]);
    if (!is_none(args[5])) slot_set(&f->closure, args[5]);
    if (!is_none(args[6])) slot_set(&f->kwdefaults, args[6]);
    return made;
}

static const NativeDef function_construct = {
    "function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)", py_function_new,
    DOC("Create a function object."), 0};

Type type_function = {
    TYPE_HEAD(function),
    .name = "function",
    .doc = "A function written in Python: code together with globals, defaults and the variables it shares.",
    .flags = TYPE_METHOD | TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF | TYPE_PARTS_12,
    .size = sizeof(Function),
    .traverse = object_traverse_parts,
    .construct = &function_construct,
    .repr = function_repr,
    .call = function_call,
    .get = function_get,
    .getattr = function_getattr,
    .setattr = function_setattr,
    .getsets = function_getsets,
};

/* Cells. */

static Value cell_repr(Ref self) {
    Value content = as_cell(self)->content;
    if (!content) return error_format("<cell at %p: empty>", (void *)object_of(self));
    return error_format("<cell at %p: %T object at %p>", (void *)object_of(self), content, (void *)object_of(content));
}

static Value get_contents(Ref self) {
    Value content = as_cell(self)->content;
    return content ? retain(content) : raise(&type_ValueError, "Cell is empty");
}

static bool set_contents(Ref self, Ref value) { return slot_set(&as_cell(self)->content, value), true; }

/* By their contents; an empty cell comes before others. */
static Value cell_compare(Ref self, Ref other, CompareOp op) {
    if (!is_exact(other, &type_cell)) return VALUE_NOT_IMPLEMENTED;
    Ref a = as_cell(self)->content, b = as_cell(other)->content;
    if (!a || !b) return compare(op, small_int_value(a != NULL), small_int_value(b != NULL));
    Value left = retain(a), right = retain(b), result = compare(op, left, right);
    release(left);
    release(right);
    return result;
}

static const GetSetDef cell_getsets[] = {{"cell_contents", get_contents, set_contents, DOC("What the cell holds.")},
                                         {0}};

static Value py_cell_new(const Ref *args) { return cell_new_steal(retain_maybe(args[1])); }
static const NativeDef cell_construct = {"cell(contents=..., /)~([contents])", py_cell_new,
                                         DOC("Create a new cell object."), 0};

Type type_cell = {
    TYPE_HEAD(cell),
    .hash = NULL,
    .name = "cell",
    .doc = "A variable that functions share; cell_contents is its value.",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_PARTS_1,
    .size = sizeof(Cell),
    .traverse = object_traverse_parts,
    .construct = &cell_construct,
    .repr = cell_repr,
    .compare = cell_compare,
    .getsets = cell_getsets,
};
