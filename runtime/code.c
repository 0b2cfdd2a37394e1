/* runtime/code.c - the code type.
 *
 * Owns:      its storage, look-up of locations and handlers, what Python sees of it.
 * Invariant: handlers and locations are sorted by start; handlers do not overlap.
 * Not here:  filling one (compiler/assemble.c), printing instructions (dis.c).
 */
#include "runtime/code.h"

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

Code *code_new(void) {
    Code *code = object_new(&type_code, sizeof(Code));
    code->simple_args = -1;
    return code;
}

const Code *code_with_locations(const Code *code) {
    if (code->image_place) rt()->find_locations((Code *)(uintptr_t)code);
    return code;
}

const CodeLocation *code_location(const Code *code, uint32_t word) {
    uint32_t low = 0, high = code_with_locations(code)->location_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (code->locations[middle].start <= word) low = middle + 1;
        else high = middle;
    }
    return low ? &code->locations[low - 1] : NULL;
}

uint32_t code_line_shown(const Code *code, uint32_t word) {
    const CodeLocation *location = code_location(code, word);
    while (location && location->line == 0 && location > code->locations) location--;
    return location && location->line ? location->line : code->first_line;
}

const CodeHandler *code_handler(const Code *code, uint32_t word) {
    uint32_t low = 0, high = code->handler_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (code->handlers[middle].end <= word) low = middle + 1;
        else high = middle;
    }
    return low < code->handler_count && code->handlers[low].start <= word ? &code->handlers[low] : NULL;
}

static void traverse(Ref self, Visit visit, void *context) {
    Code *code = as_code(self);
    for (uint32_t i = 0; code->consts && i < code->const_count; i++) visit(code->consts[i], context);
    for (uint32_t i = 0; code->names && i < code->name_count; i++) visit(code->names[i], context);
    for (uint32_t i = 0; code->local_names && i < code->local_count; i++) visit(code->local_names[i], context);
    visit(code->name, context);
    visit(code->qualname, context);
    visit(code->filename, context);
}

static void free_array(void *array, size_t size) {
    if (array) mem_raw_free(&rt()->mem, array, size);
}

static void dispose(Ref self) {
    Code *code = as_code(self);
    free_array(code->words, code->word_count * sizeof *code->words);
    free_array(code->consts, code->const_count * sizeof *code->consts);
    free_array(code->names, code->name_count * sizeof *code->names);
    free_array(code->local_names, code->local_count * sizeof *code->local_names);
    free_array(code->local_kinds, code->local_count * sizeof *code->local_kinds);
    free_array(code->handlers, code->handler_count * sizeof *code->handlers);
    free_array(code->locations, code->location_count * sizeof *code->locations);
}

static Value repr(Ref self) {
    Code *code = as_code(self);
    return str_format("<code object %S at 0x%lx, file \"%S\", line %u>", code->name, (unsigned long)bits_of(self),
                      code->filename, code->first_line);
}

/* ---- attributes ---- */

static Value get_name(Ref self) { return retain(as_code(self)->name); }
static Value get_qualname(Ref self) { return retain(as_code(self)->qualname); }
static Value get_filename(Ref self) { return retain(as_code(self)->filename); }
static Value get_first_line(Ref self) { return int_value(as_code(self)->first_line); }
static Value get_flags(Ref self) {
    return int_value(as_code(self)->flags & ~(uint32_t)(CODE_CLASS | CODE_HAS_DOCSTRING | CODE_METHOD));
}
static Value get_arg_count(Ref self) { return int_value(as_code(self)->arg_count); }
static Value get_posonly_count(Ref self) { return int_value(as_code(self)->posonly_count); }
static Value get_kwonly_count(Ref self) { return int_value(as_code(self)->kwonly_count); }
static Value get_stack_size(Ref self) { return int_value(as_code(self)->stack_size); }
static Value get_names(Ref self) { return tuple_from(refs(as_code(self)->names), as_code(self)->name_count); }
static Value get_consts(Ref self) { return tuple_from(refs(as_code(self)->consts), as_code(self)->const_count); }

/* A variable of an inlined comprehension has a place of its own beside a local of the same name. */
static bool named_before(const Code *code, uint32_t i) {
    for (uint32_t k = 0; k < i; k++) {
        if (code->local_names[k] == code->local_names[i]) return true;
    }
    return false;
}

static bool is_variable(const Code *code, uint32_t i) {
    uint8_t kind = code->local_kinds[i];
    if (kind & LOCAL_HIDDEN || named_before(code, i)) return false;
    return i < code_parameter_count(code) || !(kind & (LOCAL_CELL | LOCAL_FREE));
}
static bool is_cell(const Code *code, uint32_t i) { return code->local_kinds[i] & LOCAL_CELL; }
static bool is_free(const Code *code, uint32_t i) { return code->local_kinds[i] & LOCAL_FREE; }

/* The names of the locals that the test accepts, as a tuple. */
static Value select_locals(const Code *code, bool (*test)(const Code *, uint32_t)) {
    size_t count = 0;
    for (uint32_t i = 0; i < code->local_count; i++) count += test(code, i);
    Value tuple = tuple_new(count);
    if (!tuple) return NULL;
    size_t next = 0;
    for (uint32_t i = 0; i < code->local_count; i++) {
        if (test(code, i)) as_tuple(tuple)->items[next++] = retain(code->local_names[i]);
    }
    return tuple;
}

static Value get_varnames(Ref self) { return select_locals(as_code(self), is_variable); }
static Value get_cellvars(Ref self) { return select_locals(as_code(self), is_cell); }
static Value get_freevars(Ref self) { return select_locals(as_code(self), is_free); }

/* All of them, in the order of their places. */
static bool is_local(const Code *code, uint32_t i) { return true; }
static Value get_locals(Ref self) { return select_locals(as_code(self), is_local); }

static Value get_local_count(Ref self) {
    const Code *code = as_code(self);
    int64_t count = 0;
    for (uint32_t i = 0; i < code->local_count; i++) count += is_variable(code, i);
    return int_value(count);
}

/* The words as they stand, specialised or not. */
static Value get_code(Ref self) {
    const Code *code = as_code(self);
    return bytes_from(code->words, code->word_count * sizeof *code->words);
}

static Value get_location_table(Ref self) {
    const Code *code = code_with_locations(as_code(self));
    return bytes_from(code->locations, code->location_count * sizeof *code->locations);
}

/* CPython's old form of the table, of the lines alone: pairs of bytes, how far to go on and how many lines down. */
static Value get_line_table(Ref self) {
    const Code *code = code_with_locations(as_code(self));
    StrBuilder b;
    builder_init(&b);
    int64_t line = code->first_line;
    uint32_t start = 0;
    for (uint32_t i = 0; i < code->location_count; i++) {
        int64_t down = code->locations[i].line - line;
        if (down == 0 || code->locations[i].line == 0) continue;
        uint32_t far = (code->locations[i].start - start) * 2;
        for (; far > 254; far -= 254) builder_char(&b, 254), builder_char(&b, 0);
        for (; down < -128 || down > 127; far = 0) {
            int64_t step = down < 0 ? -128 : 127;
            builder_char(&b, far), builder_char(&b, (uint32_t)step & 255);
            down -= step;
        }
        builder_char(&b, far), builder_char(&b, (uint32_t)down & 255);
        start = code->locations[i].start;
        line = code->locations[i].line;
    }
    return bytes_finish(&b);
}

static Value get_old_line_table(Ref self) {
    bool told = raise_warning(&type_DeprecationWarning, "co_lnotab is deprecated, use co_lines instead.");
    return told ? get_line_table(self) : NULL;
}

static Value get_handler_table(Ref self) {
    const Code *code = as_code(self);
    return bytes_from(code->handlers, code->handler_count * sizeof *code->handlers);
}

static const GetSetDef code_getsets[] = {
    {"co_name", get_name, NULL, DOC("name of the function or class"), true},
    {"co_qualname", get_qualname, NULL, DOC("name with those of the enclosing functions and classes"), true},
    {"co_filename", get_filename, NULL, DOC("file it was compiled from"), true},
    {"co_firstlineno", get_first_line, NULL, DOC("line where it begins"), true},
    {"co_flags", get_flags, NULL, DOC("bits of inspect.CO_..."), true},
    {"co_argcount", get_arg_count, NULL, DOC("positional parameters"), true},
    {"co_posonlyargcount", get_posonly_count, NULL, DOC("positional-only parameters"), true},
    {"co_kwonlyargcount", get_kwonly_count, NULL, DOC("keyword-only parameters"), true},
    {"co_nlocals", get_local_count, NULL, DOC("local variables"), true},
    {"co_stacksize", get_stack_size, NULL, DOC("operands needed at most"), true},
    {"co_varnames", get_varnames, NULL, DOC("parameters and local variables")},
    {"co_cellvars", get_cellvars, NULL, DOC("local variables that inner functions use")},
    {"co_freevars", get_freevars, NULL, DOC("variables of enclosing functions")},
    {"co_names", get_names, NULL, DOC("global names and attributes"), true},
    {"co_consts", get_consts, NULL, DOC("constants"), true},
    {"co_code", get_code, NULL, DOC("instruction words")},
    {"co_linetable", get_location_table, NULL, DOC("places of the instructions in the text, as struct CodeLocation"),
     true},
    {"co_lnotab", get_old_line_table, NULL, DOC("steps of the lines, as they were kept once")},
    {"co_exceptiontable", get_handler_table, NULL, DOC("protected ranges, as struct CodeHandler"), true},
    {0},
};

/* ---- methods ---- */

static Value number_or_none(uint32_t number, bool known) { return known ? int_value(number) : VALUE_NONE; }

static uint32_t location_end(const Code *code, uint32_t i) {
    return i + 1 < code->location_count ? code->locations[i + 1].start : code->word_count;
}

static bool append_tuple_steal(Ref list, Value a, Value b, Value c) {
    Value items[] = {a, b, c};
    Value tuple = tuple_from_steal(items, 3);
    return tuple && list_append_steal(list, tuple);
}

/* The line of def stands first, as an empty range: no instruction of a function needs to be of it. */
static bool append_lines(Ref list, const Code *code) {
    bool begun =
        !(code->flags & CODE_OPTIMIZED) || !code->location_count || code->locations[0].line == code->first_line;
    if (!begun && !append_tuple_steal(list, small_int_value(0), small_int_value(0), int_value(code->first_line)))
        return false;
    for (uint32_t i = 0; i < code->location_count;) {
        uint32_t line = code->locations[i].line, start = code->locations[i].start, end = 0;
        for (; i < code->location_count && code->locations[i].line == line; i++) end = location_end(code, i);
        if (!append_tuple_steal(list, int_value(start * 2), int_value(end * 2), number_or_none(line, line > 0))) {
            return false;
        }
    }
    return true;
}

static Value iterator_of_steal(Value list) {
    Value iterator = list ? iterate(list) : NULL;
    release_maybe(list);
    return iterator;
}

static Value py_code_co_lines(const Ref *args) {
    Value list = list_new(0);
    if (list && !append_lines(list, code_with_locations(as_code(args[0])))) clear_ref(&list);
    return iterator_of_steal(list);
}

static Value position_tuple(const CodeLocation *at) {
    bool line = at->line > 0;
    Value items[] = {number_or_none(at->line, line), number_or_none(at->end_line, line),
                     number_or_none(at->column, line && at->column != UINT16_MAX),
                     number_or_none(at->end_column, line && at->end_column != UINT16_MAX)};
    return tuple_from_steal(items, 4);
}

static bool append_positions(Ref list, const Code *code) {
    for (uint32_t i = 0; i < code->location_count; i++) {
        for (uint32_t word = code->locations[i].start; word < location_end(code, i); word++) {
            Value tuple = position_tuple(&code->locations[i]);
            if (!tuple || !list_append_steal(list, tuple)) return false;
        }
    }
    return true;
}

static Value py_code_co_positions(const Ref *args) {
    Value list = list_new(0);
    if (list && !append_positions(list, code_with_locations(as_code(args[0])))) clear_ref(&list);
    return iterator_of_steal(list);
}

static Value py_code_varname(const Ref *args) {
    Value names = get_locals(args[0]);
    int64_t at;
    Value name = NULL;
    if (names && index_as_int64(args[1], &at, &type_OverflowError)) {
        bool inside = at >= 0 && (size_t)at < tuple_count(names);
        name = inside ? retain(tuple_peek(names, (size_t)at)) : raise(&type_IndexError, "tuple index out of range");
    }
    release_maybe(names);
    return name;
}

/* Programs can neither know our instructions nor make them. */
static Value py_code_new(const Ref *args) {
    size_t count = tuple_count(args[1]);
    if (count < 16 || count > 18)
        return raise(&type_TypeError, "code expected at %s %d arguments, got %zu", count < 16 ? "least" : "most",
                     count < 16 ? 16 : 18, count);
    return raise(&type_NotImplementedError, "making a code object of bytecode is not supported by ouro");
}

static const NativeDef code_construct = {"code(*args)", py_code_new, 0, 0};

static Value py_code_sizeof(const Ref *args) {
    const Code *code = as_code(args[0]);
    return int_value((int64_t)(sizeof(Code) + code->word_count * sizeof *code->words));
}

/* In the order of py_code_replace. */
#define REPLACED                                                                                                       \
    "*, co_name=..., co_qualname=..., co_filename=..., co_firstlineno=..., co_flags=..., co_consts=..., "              \
    "co_argcount=..., co_posonlyargcount=..., co_kwonlyargcount=..., co_nlocals=..., co_stacksize=..., co_code=..., "  \
    "co_names=..., co_varnames=..., co_freevars=..., co_cellvars=..., co_linetable=..., co_exceptiontable=..."

static const NativeDef code_methods[] = {
    {"__sizeof__()", py_code_sizeof, DOC("Return the size in memory of the object and its instructions, in bytes."), 0},
    {"__replace__(" REPLACED ")~(**changes)", py_code_replace, DOC("The same as replace()."), 0},
    {"_varname_from_oparg(oparg)", py_code_varname, DOC("The name of the local at that place."), 0},
    {"co_lines()", py_code_co_lines, DOC("Iterate over (start, end, line) of the ranges of instructions."), 0},
    {"co_positions()", py_code_co_positions, DOC("Iterate over (line, end line, column, end column) of each word."), 0},
    {"replace(" REPLACED ")~(**changes)", py_code_replace, DOC("Return a copy with some of its attributes changed."),
     0},
    {0},
};

Type type_code = {
    TYPE_HEAD(code),
    .name = "code",
    .flags = TYPE_CONTAINER | TYPE_FINAL | TYPE_WEAKREF,
    .size = sizeof(Code),
    .traverse = traverse,
    .dispose = dispose,
    .repr = repr,
    .hash = code_hash,
    .compare = code_compare,
    .construct = &code_construct,
    .doc = "The instructions of a function, class or module. The compiler makes it.",
    .methods = code_methods,
    .getsets = code_getsets,
};
