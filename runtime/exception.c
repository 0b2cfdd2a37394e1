#include "runtime/exception.h"

#include <assert.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception_layouts.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* --- Layouts -------------------------------------------------------------------------------------------------- */

#define fill_key fill_base

static const Fill fills[TYPE_INDEX_COUNT] = {
#define EXC(name, base, layout, doc) [TYPE_INDEX_##name] = fill_##layout,
#include "runtime/exceptions.def"
#undef EXC
};

const Type *exception_layout_type(const Type *type) {
    while (type->flags & TYPE_HEAP) type = type->base;
    return type;
}

bool exception_names_its_new(const Type *type) {
    Fill fill = fills[type->index];
    if (fill == fill_base) return type != &type_KeyError;
    if (type == &type_OSError) return true;
    if (fill == fill_group) return type == &type_BaseExceptionGroup;
    return fill == fill_decode || fill == fill_encode || fill == fill_translate;
}

static Fill fill_of(const Type *type) { return fills[exception_layout_type(type)->index]; }

/* --- Making --------------------------------------------------------------------------------------------------- */

Value exception_allocate(Type *type, Ref args) {
    Exception *e = object_new(type, type->size);
    e->args = retain(args);
    return value_of(e);
}

static Value make(Type *type, Ref args, Ref keywords) {
    Fill fill = fill_of(type);
    if (fill == fill_os) return make_os(type, args, keywords);
    if (fill == fill_group) return exception_group_make(type, args, keywords);
    return exception_allocate(type, args);
}

bool exception_matches(Ref exception, Ref type) {
    if (!is_tuple(type)) return type_is_subtype(type_of(exception), as_type(type));
    for (size_t i = 0; i < tuple_count(type); i++)
        if (exception_matches(exception, tuple_peek(type, i))) return true;
    return false;
}

Value exception_new(Type *type, Ref args) {
    Value e = make(type, args, NULL);
    if (e && !fill_of(type_of(e))(as_exception(e), args, NULL)) clear_ref(&e);
    return e;
}

Value exception_new_of(Type *type, const Ref *args, size_t count) {
    Value tuple = tuple_from(args, count);
    if (!tuple) return NULL;
    Value e = exception_new(type, tuple);
    release(tuple);
    return e;
}

Value exception_new_1(Type *type, Ref argument) { return exception_new_of(type, &argument, 1); }

Value exception_of(Ref type, Ref value) {
    if (!value || is_none(value)) return call_0(type);
    if (is_exception(value) && type_is_subtype(type_of(value), as_type(type))) return retain(value);
    if (is_tuple(value)) return call(type, refs(as_tuple(value)->items), tuple_count(value), NULL);
    return call_1(type, value);
}

/* The arguments behind the positional ones, as a dict; *dict stays NULL when there are none. */
static bool keywords_dict(const Ref *values, Ref keywords, Value *dict) {
    *dict = NULL;
    size_t count = keywords ? tuple_count(keywords) : 0;
    if (count == 0) return true;
    *dict = dict_new();
    for (size_t i = 0; i < count; i++) dict_set_str(*dict, tuple_peek(keywords, i), values[i]);
    return true;
}

static Value new_slot(Ref type, const Ref *args, size_t count, Ref keywords) {
    Value dict, tuple = tuple_from(args, count), e = NULL;
    if (tuple && keywords_dict(args + count, keywords, &dict)) {
        e = make(as_type(type), tuple, dict);
        release_maybe(dict);
    }
    release_maybe(tuple);
    return e;
}

/* True when __new__ has already stored just these arguments. */
static bool has_args(const Exception *e, const Ref *args, size_t count) {
    if (tuple_count(e->args) != count) return false;
    for (size_t i = 0; i < count; i++) {
        if (tuple_peek(e->args, i) != args[i]) return false;
    }
    return true;
}

static __attribute__((noinline)) bool initialize(Ref self, const Ref *args, size_t count, Ref keywords, Fill fill) {
    Exception *e = as_exception(self);
    Value dict, tuple = has_args(e, args, count) ? retain(e->args) : tuple_from(args, count);
    bool done = tuple && keywords_dict(args + count, keywords, &dict);
    if (done) {
        done = fill(e, tuple, dict);
        release_maybe(dict);
    }
    release_maybe(tuple);
    return done;
}

/* Each layout has an __init__ of its own: a class of ValueError and OSError has the fields of the second, but is
 * initialized by the first. */
#define INIT(layout)                                                                                                   \
    static bool init_##layout(Ref self, const Ref *args, size_t count, Ref keywords) {                                 \
        return initialize(self, args, count, keywords, fill_##layout);                                                 \
    }
INIT(attribute)
INIT(base)
INIT(decode)
INIT(encode)
INIT(exit)
INIT(group)
INIT(import)
INIT(name)
INIT(os)
INIT(stop)
INIT(syntax)
INIT(translate)
#undef INIT
#define init_key init_base

bool exception_is_plain(const Type *type) {
    return type->new_slot == new_slot && type->init_slot == exception_layout_type(type)->init_slot;
}

/* --- Context and traceback ------------------------------------------------------------------------------------ */

void exception_set_context(Ref exception, Ref context) {
    if (exception == context) return;
    /* Were exception already in the chain, this would close a circle: it is taken out there. slow finds circles that
     * the program made itself. */
    Ref at = context, slow = context;
    for (size_t i = 1;; i++) {
        Ref next = as_exception(at)->context;
        if (!next) break;
        if (next == exception) {
            clear_ref(&as_exception(at)->context);
            break;
        }
        at = next;
        if (i % 2 == 0) slow = as_exception(slow)->context;
        if (at == slow) break;
    }
    slot_set(&as_exception(exception)->context, context);
}

void exception_add_traceback(Ref exception, Ref code, uint32_t instruction, Value frame) {
    Exception *e = as_exception(exception);
    Traceback *step = object_new(&type_traceback, sizeof(Traceback));
    step->next = e->traceback;
    step->code = retain(code);
    step->frame = frame;
    step->instruction = instruction;
    step->line = LINE_OF_CODE; /* few ask */
    e->traceback = value_of(step);
}

/* --- Slots ---------------------------------------------------------------------------------------------------- */

static void exception_traverse(Ref self, Visit visit, void *context) {
    const Exception *e = as_exception(self);
    instance_traverse(self, visit, context);
    visit(e->args, context);
    for (size_t i = 0; i < e->field_count; i++) visit(e->fields[i], context);
    if (e->traceback) visit(e->traceback, context);
    if (e->cause) visit(e->cause, context);
    if (e->context) visit(e->context, context);
}

bool refuse_keywords(Ref self, Ref keywords) {
    return !keywords || raise_false(&type_TypeError, "%T() takes no keyword arguments", self);
}

bool fill_base(Exception *e, Ref args, Ref keywords) {
    if (!refuse_keywords(self_of(e), keywords)) return false;
    if (e->args != args) slot_set(&e->args, args);
    return true;
}

Value str_base(Ref self) {
    Ref args = as_exception(self)->args;
    if (tuple_count(args) == 0) return str_empty();
    Value text = retain(tuple_count(args) == 1 ? tuple_peek(args, 0) : args), result = str_of(text);
    release(text);
    return result;
}

Value str_key(Ref self) {
    Ref args = as_exception(self)->args;
    if (tuple_count(args) != 1) return str_base(self);
    Value key = retain(tuple_peek(args, 0)), result = repr_of(key);
    release(key);
    return result;
}

static Value repr_exception(Ref self) {
    Value args = retain(as_exception(self)->args), name = type_get_name(type_of(self)), result;
    if (tuple_count(args) == 1) {
        result = error_format("%S(%R)", name, tuple_peek(args, 0));
    } else {
        result = error_format("%S%R", name, args);
    }
    release(name);
    release(args);
    return result;
}

/* --- Attributes ----------------------------------------------------------------------------------------------- */

static Value or_none(Ref v) { return v ? retain(v) : VALUE_NONE; }

static Value get_args(Ref self) { return retain(as_exception(self)->args); }

static bool set_args(Ref self, Ref value) {
    if (!value) return raise_false(&type_TypeError, "args may not be deleted");
    Value tuple = tuple_of(value);
    if (!tuple) return false;
    slot_set_steal(&as_exception(self)->args, tuple);
    return true;
}

static Value get_traceback(Ref self) { return or_none(as_exception(self)->traceback); }

static bool set_traceback(Ref self, Ref value) {
    if (!value) return raise_false(&type_TypeError, "__traceback__ may not be deleted");
    if (!is_none(value) && !is_exact(value, &type_traceback)) {
        return raise_false(&type_TypeError, "__traceback__ must be a traceback or None");
    }
    slot_set(&as_exception(self)->traceback, is_none(value) ? NULL : value);
    return true;
}

/* Checks what is assigned to __context__ and __cause__. */
static bool check_exception(const char *what, Ref value) {
    if (!value) return raise_false(&type_TypeError, "__%s__ may not be deleted", what);
    if (is_none(value) || is_exception(value)) return true;
    return raise_false(&type_TypeError, "exception %s must be None or derive from BaseException", what);
}

static Value get_context(Ref self) { return or_none(as_exception(self)->context); }

static bool set_context(Ref self, Ref value) {
    if (!check_exception("context", value)) return false;
    slot_set(&as_exception(self)->context, is_none(value) ? NULL : value);
    return true;
}

static Value get_cause(Ref self) { return or_none(as_exception(self)->cause); }

static bool set_cause(Ref self, Ref value) {
    if (!check_exception("cause", value)) return false;
    as_exception(self)->suppress_context = true;
    slot_set(&as_exception(self)->cause, is_none(value) ? NULL : value);
    return true;
}

static Value get_suppress_context(Ref self) { return bool_value(as_exception(self)->suppress_context); }

static bool set_suppress_context(Ref self, Ref value) {
    if (!value) return raise_false(&type_TypeError, "can't delete numeric/char attribute");
    if (!is_bool(value)) return raise_false(&type_TypeError, "attribute value type must be bool");
    as_exception(self)->suppress_context = is_true(value);
    return true;
}

const GetSetDef base_getsets[] = {
    {"args", get_args, set_args, DOC("Positional arguments.")},
    {"__traceback__", get_traceback, set_traceback, DOC("Where the exception has been.")},
    {"__context__", get_context, set_context, DOC("The exception that was being handled.")},
    {"__cause__", get_cause, set_cause, DOC("The exception that was named behind 'from'.")},
    {"__suppress_context__", get_suppress_context, set_suppress_context,
     DOC("Whether __context__ is left out of tracebacks."), true},
    {"__dict__", instance_dict, instance_set_dict, DOC("Attributes of its own.")},
    {NULL, NULL, NULL, 0},
};

/* --- Methods -------------------------------------------------------------------------------------------------- */

static Value py_exception_with_traceback(const Ref *args) {
    return set_traceback(args[0], args[1]) ? retain(args[0]) : NULL;
}

/* The list __notes__, made when there is none. */
static Value notes_of(Ref self) {
    Value notes;
    Lookup found = getattr_try(self, NAME(dunder_notes), &notes);
    if (found == FAILED) return NULL;
    if (found == FOUND) {
        if (is_list(notes)) return notes;
        release(notes);
        return raise(&type_TypeError, "Cannot add note: __notes__ is not a list");
    }
    notes = list_new(0);
    if (notes && !setattr(self, NAME(dunder_notes), notes)) clear_ref(&notes);
    return notes;
}

static Value py_exception_add_note(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "note must be a str, not '%T'", args[1]);
    Value notes = notes_of(args[0]);
    if (!notes) return NULL;
    bool done = list_append(notes, args[1]);
    release(notes);
    return done ? VALUE_NONE : NULL;
}

static Value py_exception_reduce(const Ref *args) {
    Value attributes = instance_copy_attributes(args[0]), result = NULL;
    if (!attributes) return NULL;
    Ref type = type_ref(type_of(args[0])), arguments = as_exception(args[0])->args;
    result = dict_count(attributes) ? tuple_pack(3, type, arguments, attributes) : tuple_pack(2, type, arguments);
    release(attributes);
    return result;
}

static Value py_exception_setstate(const Ref *args) {
    if (is_none(args[1])) return VALUE_NONE;
    if (!is_dict(args[1])) return raise(&type_TypeError, "state is not a dictionary");
    size_t position = 0;
    Ref key, value;
    while (dict_step(args[1], &position, &key, &value)) {
        Value held_key = retain(key), held = retain(value);
        bool done = setattr(args[0], held_key, held);
        release(held_key);
        release(held);
        if (!done) return NULL;
    }
    return VALUE_NONE;
}

const NativeDef base_methods[] = {
    {"with_traceback(object, /)", py_exception_with_traceback, DOC("Set __traceback__ to it and return the exception."),
     0},
    {"add_note(object, /)", py_exception_add_note, DOC("Add a line that is shown below the exception."), 0},
    {"__reduce__()", py_exception_reduce, DOC("What copies of the exception are made from."), 0},
    {"__setstate__(object, /)", py_exception_setstate, DOC("Set attributes from a dict."), 0},
    {NULL, NULL, 0, 0},
};

/* --- The types ------------------------------------------------------------------------------------------------ */

#define COMMON(name_, base_, layout, doc_)                                                                             \
    TYPE_HEAD(name_), .name = #name_, .doc = doc_, .base = &type_##base_,                                              \
        .flags = TYPE_CONTAINER | TYPE_EXCEPTION | TYPE_DICT, .size = sizeof(Exception) + sizeof(Slots),               \
        .shape_offset = sizeof(Exception), .traverse = exception_traverse, .dispose = instance_dispose, .init = NULL,  \
        .init_slot = init_##layout, .new_slot = new_slot, .repr = repr_exception

#define OWN_base .methods = base_methods, .getsets = base_getsets
#define OWN_group .methods = group_methods, .getsets = group_getsets
#define OWN_exit .getsets = exit_getsets
#define OWN_attribute .methods = attribute_methods, .getsets = attribute_getsets
#define OWN_import .methods = import_methods, .getsets = import_getsets
#define OWN_name .getsets = name_getsets
#define OWN_os .methods = os_methods, .getsets = os_getsets
#define OWN_stop .getsets = stop_getsets
#define OWN_syntax .getsets = syntax_getsets
#define OWN_decode .getsets = decode_getsets
#define OWN_encode .getsets = decode_getsets
#define OWN_translate .getsets = translate_getsets
#define OWN_key .methods = NULL

/* str() of the layouts that have none of their own */
#define str_exit str_base
#define str_stop str_base

#define EXC_OWN(name_, base_, layout, doc_)                                                                            \
    Type type_##name_ = {COMMON(name_, base_, layout, doc_), .str = str_##layout, OWN_##layout};
#define EXC(name_, base_, layout, doc_) Type type_##name_ = {COMMON(name_, base_, layout, doc_), .str = str_##layout};
#include "runtime/exceptions.def"
