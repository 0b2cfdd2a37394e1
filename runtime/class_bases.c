/* runtime/class_bases.c - giving a class other bases.
 *
 * Owns:      what `C.__bases__ = ...` checks and changes.
 * Invariant: an assignment that fails leaves the class and its subclasses as they were.
 * Not here:  linearizing (mro.c), layouts (class_layout.c).
 */
#include "runtime/class_layout.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/mro.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"
#include "runtime/type_type.h"

/* ---- what may be assigned ---- */

static bool follows_base(const Type *type, const Type *base) {
    while (type && type != base) type = type->base;
    return type != NULL;
}

static bool check_base(Type *type, Ref base) {
    if (!is_type(base)) {
        return raise_false(&type_TypeError, "%N.__bases__ must be tuple of classes, not '%T'", type, base);
    }
    if (type_is_subtype(as_type(base), type) || follows_base(as_type(base), type)) {
        return raise_false(&type_TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return true;
}

static bool check_bases(Type *type, Ref bases) {
    if (!is_tuple(bases)) {
        return raise_false(&type_TypeError, "can only assign tuple to %N.__bases__, not %T", type, bases);
    }
    if (tuple_count(bases) == 0) {
        return raise_false(&type_TypeError, "can only assign non-empty tuple to %N.__bases__, not ()", type);
    }
    for (size_t i = 0; i < tuple_count(bases); i++) {
        if (!check_base(type, tuple_peek(bases, i))) return false;
    }
    return true;
}

/* ---- the MROs of the class and of its subclasses ---- */

/* Notes in undo, as three items: the class, its new MRO, the old one. */
static bool change_mro(Class *class, Ref undo) {
    if (!class->state.mro) return true; /* the class is being made: its maker will ask for the MRO */
    Value old = retain(class->state.mro), mro = mro_compute(&class->type, class->state.bases);
    bool done = mro && list_append(undo, type_ref(&class->type)) && list_append(undo, mro) && list_append(undo, old);
    /* an mro() of Python's may have assigned to __bases__: then this came too late */
    if (done && class->state.mro == old) {
        slot_set(&class->state.mro, mro);
        type_changed(&class->type, NULL);
    }
    release_maybe(mro);
    release(old);
    return done;
}

static bool change_hierarchy(Class *class, Ref undo) {
    if (!change_mro(class, undo)) return false;
    Value subclasses = type_subclasses(&class->type);
    bool done = subclasses != NULL;
    for (size_t i = 0; done && i < list_count(subclasses); i++) {
        done = change_hierarchy((Class *)object_of(list_peek(subclasses, i)), undo);
    }
    release_maybe(subclasses);
    return done;
}

static void restore_hierarchy(Ref undo) {
    for (size_t i = list_count(undo); i >= 3; i -= 3) {
        Class *class = (Class *)object_of(list_peek(undo, i - 3));
        if (class->state.mro != list_peek(undo, i - 2)) continue;
        slot_set(&class->state.mro, list_peek(undo, i - 1));
        type_changed(&class->type, NULL);
    }
}

/* ---- the assignment ---- */

static bool register_with(Ref bases, Type *type) {
    for (size_t i = 0; i < tuple_count(bases); i++) {
        if (!type_register_subclass(as_type(tuple_peek(bases, i)), type)) return false;
    }
    return true;
}

static void forget_at(Ref bases, Type *type) {
    for (size_t i = 0; i < tuple_count(bases); i++) type_forget_subclass(as_type(tuple_peek(bases, i)), type);
}

/* Takes the bases, or puts the old ones back. */
static bool change_bases(Class *class, Type *base, Ref bases) {
    Value undo = list_new(0), old = retain(class->state.bases);
    Type *old_base = class->type.base;
    if (!undo) {
        release(old);
        return false;
    }
    slot_set(&class->state.bases, bases);
    class->type.base = base;
    bool done = change_hierarchy(class, undo), ours = class->state.bases == bases;
    if (done && ours) {
        forget_at(old, &class->type);
        done = register_with(bases, &class->type);
    }
    if (!done) {
        Value error = error_take(); /* an old MRO is put back without asking anyone */
        if (ours) {
            slot_set(&class->state.bases, old);
            class->type.base = old_base;
        }
        restore_hierarchy(undo);
        error_restore_steal(error);
    }
    release(undo);
    release(old);
    return done;
}

bool class_set_bases(Class *class, Ref bases) {
    if (!check_bases(&class->type, bases)) return false;
    Type *base = layout_best_base(bases);
    if (!base || !layout_check_same(class->type.base, base, "__bases__")) return false;
    Value held = retain(bases);
    bool done = change_bases(class, base, held);
    release(held);
    return done;
}
