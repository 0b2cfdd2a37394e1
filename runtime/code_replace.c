/* runtime/code_replace.c - code.replace().
 *
 * Owns:      copying a code object.
 * Invariant: a copy shares no storage; what describes its instructions is not changed.
 * Not here:  the type (code.c).
 */
#include "runtime/bytes.h"
#include "runtime/code.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static bool copy_array(void **to, const void *from, size_t size) {
    *to = NULL;
    if (!from) return true;
    *to = mem_raw_try(&rt()->mem, size);
    if (!*to) return raise_memory(), false;
    memcpy(*to, from, size);
    return true;
}

static bool copy_values(Value **to, Value const *from, size_t count) {
    if (!copy_array((void **)to, from, count * sizeof(Value))) return false;
    for (size_t i = 0; from && i < count; i++) (*to)[i] = retain_maybe(from[i]);
    return true;
}

/* Counts are set with their arrays, so that a copy that failed half way can be released. */
static Value code_copy(const Code *from) {
    code_with_locations(from);
    Code *to = code_new();
    Value copy = value_of(to);
    Object head = to->head;
    Code blank = *from;
    blank.head = head;
    blank.words = NULL, blank.consts = blank.names = blank.local_names = NULL, blank.local_kinds = NULL;
    blank.handlers = NULL, blank.locations = NULL;
    *to = blank;
    retain(to->name), retain(to->qualname), retain(to->filename);
    if (copy_array((void **)&to->words, from->words, from->word_count * sizeof *from->words) &&
        copy_values(&to->consts, from->consts, from->const_count) &&
        copy_values(&to->names, from->names, from->name_count) &&
        copy_values(&to->local_names, from->local_names, from->local_count) &&
        copy_array((void **)&to->local_kinds, from->local_kinds, from->local_count * sizeof *from->local_kinds) &&
        copy_array((void **)&to->handlers, from->handlers, from->handler_count * sizeof *from->handlers) &&
        copy_array((void **)&to->locations, from->locations, from->location_count * sizeof *from->locations))
        return copy;
    release(copy);
    return NULL;
}

static bool put_text(Value *slot, Ref text, const char *name) {
    if (!text) return true;
    if (!is_str(text)) return raise_false(&type_TypeError, "replace() argument '%s' must be str, not %O", name, text);
    slot_set(slot, text);
    return true;
}

static bool put_number(uint32_t *slot, Ref number, uint32_t changeable) {
    int64_t n;
    if (!number) return true;
    if (!index_as_int64(number, &n, &type_OverflowError)) return false;
    if (n < 0 || n > INT32_MAX) return raise_false(&type_ValueError, "code: integer argument is out of range");
    if (((uint32_t)n ^ *slot) & ~changeable)
        return raise_false(&type_NotImplementedError,
                           "replacing these flags of a code object is not supported by ouro");
    *slot = (uint32_t)n;
    return true;
}

static bool put_consts(Code *code, Ref consts) {
    if (!consts) return true;
    if (!is_tuple(consts))
        return raise_false(&type_TypeError, "replace() argument 'co_consts' must be tuple, not %O", consts);
    if (tuple_count(consts) != code->const_count)
        return raise_false(&type_NotImplementedError,
                           "replacing constants by a different number of them is not supported by ouro");
    for (size_t i = 0; i < tuple_count(consts); i++) slot_set(&code->consts[i], tuple_peek(consts, i));
    return true;
}

/* What describes the instructions: it can be named, but only as it is. */
static bool keep_rest(Ref self, const Ref *args) {
    static const struct {
        const char *name;
        Type *type;
    } rows[] = {
        {"co_argcount", &type_int},   {"co_posonlyargcount", &type_int}, {"co_kwonlyargcount", &type_int},
        {"co_nlocals", &type_int},    {"co_stacksize", &type_int},       {"co_code", &type_bytes},
        {"co_names", &type_tuple},    {"co_varnames", &type_tuple},      {"co_freevars", &type_tuple},
        {"co_cellvars", &type_tuple}, {"co_linetable", &type_bytes},     {"co_exceptiontable", &type_bytes},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!args[i]) continue;
        if (!type_is_subtype(type_of(args[i]), rows[i].type)) {
            if (rows[i].type == &type_int)
                return raise_false(&type_TypeError, "'%T' object cannot be interpreted as an integer", args[i]);
            return raise_false(&type_TypeError, "replace() argument '%s' must be %N, not %O", rows[i].name,
                               rows[i].type, args[i]);
        }
        Value name = intern_text(rows[i].name), own = getattr(self, name);
        release(name);
        Lookup same = own ? equal(own, args[i]) : FAILED;
        release_maybe(own);
        if (same == FAILED) return false;
        if (same == MISSING)
            return raise_false(&type_NotImplementedError, "replacing %s of a code object is not supported by ouro",
                               rows[i].name);
    }
    return true;
}

Value py_code_replace(const Ref *args) {
    enum { CHANGEABLE = CODE_ITERABLE_COROUTINE | CODE_NESTED | CODE_METHOD };
    Value copy = keep_rest(args[0], args + 7) ? code_copy(as_code(args[0])) : NULL;
    if (!copy) return NULL;
    Code *code = as_code(copy);
    uint32_t hidden = code->flags & CODE_CLASS;
    code->flags &= ~hidden;
    bool ok = put_text(&code->name, args[1], "co_name") && put_text(&code->qualname, args[2], "co_qualname") &&
              put_text(&code->filename, args[3], "co_filename") && put_number(&code->first_line, args[4], UINT32_MAX) &&
              put_number(&code->flags, args[5], CHANGEABLE) && put_consts(code, args[6]);
    code->flags |= hidden;
    if (ok) return copy;
    release(copy);
    return NULL;
}
