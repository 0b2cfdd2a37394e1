/* runtime/protocol_text.c - text of values.
 *
 * Owns:      repr, str, ascii and format of any values.
 * Invariant: the result is a str.
 * Not here:  what a type writes (its file).
 */
#include "runtime/protocol.h"

#include "runtime/error.h"
#include "runtime/format.h"
#include "runtime/intern.h"
#include "runtime/str.h"

static Value checked(Value text, const char *method) {
    if (!text || LIKELY(is_str(text))) return text;
    raise(&type_TypeError, "%s returned non-string (type %T)", method, text);
    release(text);
    return NULL;
}

/* slot NULL: an mro() of Python's left out object. */
static Value run(UnarySlot slot, Ref self, const char *where) {
    if (!recursion_enter(where)) return NULL;
    Value text =
        LIKELY(slot != NULL) ? slot(self) : error_format("<%T object at 0x%lx>", self, (unsigned long)bits_of(self));
    recursion_leave();
    return text;
}

Value repr_of(Ref self) {
    return checked(run(type_of(self)->repr, self, " while getting the repr of an object"), "__repr__");
}

Value repr_of_item(Ref item) { return runtime_poll_errors() ? repr_of(item) : NULL; }

Value str_of(Ref self) {
    if (is_exact(self, &type_str)) return retain(self);
    UnarySlot slot = type_of(self)->str;
    return slot ? checked(run(slot, self, " while getting the str of an object"), "__str__") : repr_of(self);
}

Value ascii_of(Ref self) {
    Value text = repr_of(self);
    if (!text || str_is_ascii(text)) return text;
    slot_set_steal(&text, str_ascii(text));
    return text;
}

Value format_value(Ref self, Ref spec) {
    if (spec && !is_str(spec)) return raise(&type_TypeError, "Format specifier must be a string, not %T", spec);
    if (!spec || str_length(spec) == 0) {
        if (is_exact(self, &type_str)) return retain(self);
        if (is_small_int(self)) return str_of(self);
        spec = NAME(empty);
    }
    const Type *type = type_of(self);
    if (type == &type_int) return format_int(self, spec);
    if (type == &type_float) return format_float(self, spec);
    if (type == &type_str) return format_str(self, spec);
    Value text = NULL;
    Lookup found = call_special(self, NAME(dunder_format), &spec, 1, &text);
    if (found == MISSING) return raise(&type_TypeError, "Type %T doesn't define __format__", self);
    if (found == FAILED || is_str(text)) return text;
    raise(&type_TypeError, "__format__ must return a str, not %T", text);
    release(text);
    return NULL;
}
