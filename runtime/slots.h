/* runtime/slots.h - the correspondence of special methods and type slots, derived from slots.def.
 *
 * Owns:      the table, the functions that call Python's special methods from slots, filling of a class's slots.
 * Invariant: rows of one slot stand together in slots.def.
 * Not here:  who asks for a slot (protocol.h), the dict of a static type (type.c).
 */
#ifndef OURO_SLOTS_H
#define OURO_SLOTS_H

#include "runtime/type.h"

typedef enum SlotKind {
    SLOT_UNARY,    /* self.m() */
    SLOT_ITER,     /* the same, where None for a method means: not iterable */
    SLOT_BINARY,   /* self.m(other) */
    SLOT_GETATTR,  /* self.__getattribute__(name), NULL in the slot: the generic one */
    SLOT_POWER,    /* self.__pow__(other, mod=None): the slots of two and of three operands */
    SLOT_TERNARY,  /* the three-operand half of __pow__; its method is SLOT_POWER's */
    SLOT_TEST,     /* bool(self) */
    SLOT_HASH,     /* hash(self) */
    SLOT_COMPARE,  /* self.m(other), op in the row */
    SLOT_CALL,     /* self(...) */
    SLOT_NEXT,     /* next(self) */
    SLOT_LEN,      /* len(self) */
    SLOT_CONTAINS, /* item in self */
    SLOT_SET,      /* self.m(key, value) */
    SLOT_DELETE,   /* self.m(key) */
    SLOT_HOOK,     /* __getattr__: runs when the slot's own method finds nothing */
    SLOT_GET,      /* self.__get__(instance, owner=None) */
    SLOT_INIT,     /* self.__init__(...) */
    SLOT_NEW,      /* cls.__new__(cls, ...) */
    SLOT_FINALIZE, /* __del__ */
} SlotKind;

typedef void (*SlotFunction)(void); /* any of the slot signatures of type.h */

typedef struct SlotDef {
    const void *name;      /* static str of the method: &names.dunder_... */
    uint16_t offset;       /* of the slot in Type; one of Operators counts on from there */
    uint8_t kind;          /* SLOT_... */
    uint8_t op;            /* CompareOp */
    SlotFunction dispatch; /* what a class's slot holds when the method is Python's */
    const char *signature; /* parameters without self, "($self, value, /)" */
    const char *doc;       /* one line */
} SlotDef;

extern const SlotDef slot_defs[]; /* ends in a row without name */

static inline SlotFunction *slot_place(const Type *type, const SlotDef *row) {
    if (row->offset < sizeof(Type)) return (SlotFunction *)((uintptr_t)type + row->offset);
    return (SlotFunction *)((uintptr_t)type->operators + row->offset - sizeof(Type));
}
static inline SlotFunction slot_of(const Type *type, const SlotDef *row) { return *slot_place(type, row); }
static inline Ref slot_name(const SlotDef *row) { return (Ref)row->name; }

/* A row of the method, or NULL. Rows of one name and different slots: the first. name is interned. */
const SlotDef *slot_find(Ref name);
/* Sets a class's slots from its MRO: those that name bears on, or all when name is NULL. */
void slots_fill(Type *type, Ref name);
/* Takes over all slots of base, and how instances are made and finalised. */
void slots_copy(Class *class, const Type *base);
/* Frees what a class has for its slots. */
void slots_drop(Class *class);
/* Calls owner's slot as the method that row says. args without self. */
Value slot_call(const SlotDef *row, Type *owner, Ref self, const Ref *args, size_t count, Ref keywords);

#endif
