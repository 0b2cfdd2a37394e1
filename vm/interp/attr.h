/* vm/interp/attr.h - what the instructions on attributes and on methods share.
 *
 * Owns:      when a place that is not specialised is tried again, and the guards of classes and modules.
 * Invariant: what a cache points to is kept by the class, namespace or shape whose version or address it compares.
 * Not here:  the instructions (attr.c, method.c); the table for places that see many classes (attr_cache.h).
 *
 * Such places would be specialised in vain again and again: the upper half of the last cache word counts how often that
 * happened, and the generic form, whose word [1] says how many executions are still to pass, is tried less and less
 * often.
 */
#ifndef OURO_ATTR_H
#define OURO_ATTR_H

#include "runtime/dict.h"
#include "runtime/dispatch.h"
#include "runtime/module.h"
#include "vm/interp/attr_cache.h"
#include "vm/interp/interp.h"

enum { LAST_OF_LOAD = 4, LAST_OF_METHOD = 6, LAST_OF_STORE = 6, TRIES_MAX = 12 };

/* Counts this execution, unless it is one that may be worth a try. */
static inline bool not_worth_trying(const uint32_t *pc) {
    if (UNLIKELY(pc[1] == 0)) return false;
    writable(pc)[1]--;
    return true;
}

/* The same number of executions shall pass once more. */
static inline void wait_again(const uint32_t *pc, int last) { writable(pc)[1] = (1u << (pc[last] >> 16)) - 1; }

/* True now and then: at the third execution of a generic instruction, later after 4, 8, ... more. Counts this
 * execution. */
static inline bool worth_trying(const uint32_t *pc, int last) {
    if (LIKELY(not_worth_trying(pc))) return false;
    uint32_t tries = pc[last] >> 16;
    if (tries <= TRIES_MAX) writable(pc)[last] = pc[last] + (1u << 16);
    wait_again(pc, last);
    return tries > 0;
}

/* Back to the generic form, which waits again. last: the last cache word. */
static inline void generalise(const uint32_t *pc, Opcode op, int last) {
    rewrite_op(pc, op);
    wait_again(pc, last);
}

static inline bool is_cached_class(Ref v, const uint32_t *pc) {
    return is_exact(v, &type_type) && as_type(v)->version == pc[1];
}

/* The entry of a module's namespace that the cache names, borrowed, or NULL. */
static inline Value cached_module(Ref object, const uint32_t *pc) {
    if (UNLIKELY(!is_exact(object, &type_module))) return NULL;
    if (UNLIKELY(as_dict(as_module(object)->dict)->version != pc[1])) return NULL;
    return ((DictEntry *)cache_pointer(pc + 2))->value;
}

/* What name finds in a class, wrapped or not, borrowed; NULL when a metaclass or a descriptor has a say. */
Ref class_attribute_peek(Ref class, Ref name);
/* Lets op load name from this module, if it is there. */
void specialise_module_load(const uint32_t *pc, Ref module, Ref name, Opcode op);
/* object.name by what the table knows (attr_cache_find); new reference, or NULL with an exception. */
MUST_CHECK Value load_by_entry(const AttrEntry *entry, Ref object, Ref name);
/* A frame with FRAME_ASKED was left with an exception: the caller's says what was asked of which object. */
void load_attr_failed(const Frame *caller);

#endif
