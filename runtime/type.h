/* runtime/type.h - types: slots, attributes, inheritance.
 *
 * Owns:      struct Type, the per-runtime state of a type, class creation, attribute look-up along the MRO.
 * Invariant: a static type is never written after process start; what changes about it stands in its TypeState.
 * Not here:  which slot an operator uses (protocol.h), natives (native.h), instances (instance.h).
 */
#ifndef OURO_TYPE_H
#define OURO_TYPE_H

#include "runtime/doc.h"
#include "runtime/object.h"

typedef struct NativeDef NativeDef;
typedef struct Shape Shape;

/* the order of the BINARY operand in opcodes.def */
typedef enum BinaryOp {
    BINARY_ADD,
    BINARY_SUB,
    BINARY_MUL,
    BINARY_MATMUL,
    BINARY_TRUEDIV,
    BINARY_FLOORDIV,
    BINARY_MOD,
    BINARY_POW,
    BINARY_LSHIFT,
    BINARY_RSHIFT,
    BINARY_AND,
    BINARY_XOR,
    BINARY_OR,
    BINARY_DIVMOD, /* only by divmod(): no instruction, no in-place form */
    BINARY_COUNT
} BinaryOp;

typedef enum CompareOp { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE } CompareOp;

#define DEFINE_ORDER(name_, type_)                                                                                     \
    static inline bool name_(CompareOp op, type_ x, type_ y) {                                                         \
        switch (op) {                                                                                                  \
        case COMPARE_LT: return x < y;                                                                                 \
        case COMPARE_LE: return x <= y;                                                                                \
        case COMPARE_EQ: return x == y;                                                                                \
        case COMPARE_NE: return x != y;                                                                                \
        case COMPARE_GT: return x > y;                                                                                 \
        default: return x >= y;                                                                                        \
        }                                                                                                              \
    }
DEFINE_ORDER(count_order_holds, size_t)
DEFINE_ORDER(float_order_holds, double) /* which may have no order */
DEFINE_ORDER(sign_order_holds, int)
#undef DEFINE_ORDER

/* The answer of op for two things of which order says less, equal or more, by its sign. */
static inline bool order_holds(CompareOp op, int order) { return sign_order_holds(op, order, 0); }

/* Slot signatures. Each row of slots.def names a Python method, the slot that it stands for and one of these. */
typedef Value (*UnarySlot)(Ref self);
typedef Value (*BinarySlot)(Ref self, Ref other); /* VALUE_NOT_IMPLEMENTED when it cannot */
typedef Value (*TernarySlot)(Ref self, Ref other, Ref third);
typedef Value (*CompareSlot)(Ref self, Ref other, CompareOp op);
typedef Lookup (*TestSlot)(Ref self);               /* FOUND: true, MISSING: false */
typedef Lookup (*ContainsSlot)(Ref self, Ref item); /* FOUND: in, MISSING: not in */
typedef bool (*HashSlot)(Ref self, int64_t *hash);
typedef int64_t (*LenSlot)(Ref self);                  /* -1: failed */
typedef bool (*SetSlot)(Ref self, Ref key, Ref value); /* value NULL: delete */
typedef Lookup (*NextSlot)(Ref self, Value *item);     /* MISSING: exhausted; so is FAILED with StopIteration set */
/* The next item, one of two values, without making it: the first in pair[1], the second in pair[0]. An item that is
 * none comes whole in pair[0], with NULL in pair[1]. */
typedef Lookup (*PairSlot)(Ref self, Value *pair);
/* Takes an item, owned. False: it wants no more for now. Runs no Python code. */
typedef bool (*Take)(void *taker, Value item);
/* Gives the next items to take, one after the other: FOUND when it wanted no more, else as a NextSlot. */
typedef Lookup (*FeedSlot)(Ref self, Take take, void *taker);
typedef Lookup (*SendSlot)(Ref self, Ref value, Value *result);    /* FOUND: yielded; MISSING: returned *result */
typedef Value (*GetSlot)(Ref descriptor, Ref instance, Ref owner); /* instance NULL: looked up on the class */
/* What the descriptor's get would answer, borrowed, when it only looks; NULL: ask get. */
typedef Ref (*PeekSlot)(Ref descriptor, Ref instance);
/* args[0 .. count) are positional, then one value for each name in the tuple keywords (NULL: none). All borrowed. */
typedef Value (*CallSlot)(Ref self, const Ref *args, size_t count, Ref keywords);

typedef struct GetSetDef {
    const char *name;                 /* attribute */
    Value (*get)(Ref self);           /* NULL: write-only */
    bool (*set)(Ref self, Ref value); /* value NULL: delete. NULL: read-only */
    Doc doc;                          /* first line for help(), or 0 */
    bool member;                      /* CPython reads it from a struct: errors and repr speak of a member */
    bool constant;                    /* get(the type) is what the class has under the name, and no descriptor */
    uint8_t number;                   /* of a constant: what its get wants to know */
} GetSetDef;

enum {
    TYPE_HEAP = 1u << 0,      /* made by a class statement or type(): a Class */
    TYPE_FINAL = 1u << 1,     /* cannot be a base class */
    TYPE_CONTAINER = 1u << 2, /* instances hold references: pools of containers, seen by the collector */
    TYPE_NO_NEW = 1u << 3,    /* cannot create instances from Python */
    TYPE_WEAKREF = 1u << 4,   /* weak references to instances are allowed */
    TYPE_DICT = 1u << 5,      /* instances have a shape (attributes of their own) */
    TYPE_INT = 1u << 6,       /* int or a subclass; the same for those below */
    TYPE_STR = 1u << 7,
    TYPE_LIST = 1u << 8,
    TYPE_TUPLE = 1u << 9,
    TYPE_DICTIONARY = 1u << 10,
    TYPE_BYTES = 1u << 11,
    TYPE_EXCEPTION = 1u << 12,
    TYPE_TYPE = 1u << 13,
    TYPE_FLOAT = 1u << 14,
    TYPE_SET = 1u << 15,      /* set, frozenset or a subclass */
    TYPE_ABSTRACT = 1u << 16, /* has abstract methods: object.__new__ refuses */
    TYPE_SLOTTED = 1u << 17,  /* __slots__ without __dict__ */
    TYPE_SEQUENCE = 1u << 18, /* matches sequence patterns */
    TYPE_MAPPING = 1u << 19,  /* matches mapping patterns */
    TYPE_CONCAT = 1u << 20,   /* its own + and * are a sequence's: tried after the right operand's reflected slot */
    TYPE_METHOD =
        1u << 21, /* found on a class, it is called with the instance in front: nothing need be bound for that */
    TYPE_GENERIC_NAMED = 1u << 22, /* has object's __getattribute__ under its own name, too, as CPython's type does */
    TYPE_MODULE_APART = 1u << 23,  /* has no __module__ in its dict, as CPython's static types */
    /* How many words behind the header hold the references of an instance, all that it has, which owns nothing else and
     * has this size: such are freed without further calls when others hold what they do. 0: not said. */
    TYPE_PARTS_1 = 1u << 24,
    TYPE_PARTS_2 = 2u << 24,
    TYPE_PARTS_3 = 3u << 24,
    TYPE_PARTS_4 = 4u << 24,
    TYPE_PARTS_5 = 5u << 24,
    TYPE_PARTS_12 = 12u << 24,
    TYPE_PARTS = 15u << 24,
    TYPE_FAMILY = TYPE_INT | TYPE_STR | TYPE_LIST | TYPE_TUPLE | TYPE_DICTIONARY | TYPE_BYTES | TYPE_EXCEPTION |
                  TYPE_TYPE | TYPE_FLOAT | TYPE_SET | TYPE_SEQUENCE | TYPE_MAPPING | TYPE_CONCAT |
                  TYPE_CONTAINER, /* what a subclass inherits besides the layout */
    TYPE_REPEATS = TYPE_LIST | TYPE_TUPLE | TYPE_STR | TYPE_BYTES | TYPE_CONCAT, /* + and * are a sequence's */
};

/* What stands for the operators in an expression. Most types have none and share no_operators. */
typedef struct Operators {
    UnarySlot negative, positive, absolute, invert, as_int, as_float;
    TernarySlot power;                  /* pow(a, b, modulus) */
    BinarySlot binary[BINARY_COUNT];    /* self op other */
    BinarySlot reflected[BINARY_COUNT]; /* other op self, called as (self, other) */
    BinarySlot inplace[BINARY_COUNT];   /* self op= other: a new reference to the result */
} Operators;
extern Operators no_operators; /* never written */

struct Type {
    Object head;           /* its type: type_type or a metaclass */
    const char *name;      /* last part; for a class, the UTF-8 of its name object */
    const char *module;    /* "builtins", "collections"; NULL: builtins. A class has __module__ in its dict */
    const char *doc;       /* NULL: none */
    uint32_t flags;        /* TYPE_... */
    uint32_t version;      /* guards caches: static types have a constant below 1024, a class gets a new one on each
                              change to it or a base; 0: caches must not be used */
    uint32_t size;         /* bytes of the fixed part of an instance */
    uint16_t index;        /* static: its place in Runtime.type_states, from 1; 0 for a class */
    uint16_t shape_offset; /* where an instance's Shape * stands, followed by its slots; 0: no own attributes */
    Type *base;            /* gives the layout; NULL for object */

    UnarySlot convert; /* what calling it with one argument does, not for classes; NULL: make, construct, ... tell */
    size_t (*storage)(Ref self);                            /* bytes of an instance of variable size; NULL: size */
    void (*traverse)(Ref self, Visit visit, void *context); /* names each reference once */
    void (*dispose)(Ref self);                              /* frees what is not a reference; runs no Python code */
    void (*finalize)(Ref self);                             /* __del__, generator close: may run Python code, once */

    Value (*make)(Type *type);  /* an empty instance; __new__ of types whose arguments go to __init__ */
    const NativeDef *construct; /* __new__ with arguments: args[0] is the class; NULL: make */
    const NativeDef *init;      /* __init__: args[0] is the instance; NULL: object's */
    /* The same with arguments as in CallSlot, used first when set: a class's call Python's methods; a static type may
     * have them where binding by signature would be too slow. init stays set then: it is what help() shows. */
    bool (*init_slot)(Ref self, const Ref *args, size_t count, Ref keywords);
    Value (*new_slot)(Ref type, const Ref *args, size_t count, Ref keywords);

    UnarySlot repr, str, iter, await, aiter, anext, as_index;
    TestSlot as_bool;      /* NULL: len, or always true */
    HashSlot hash;         /* NULL: unhashable */
    CompareSlot compare;   /* NULL: identity */
    CallSlot call;         /* NULL: not callable */
    NextSlot next;         /* NULL: not an iterator */
    PairSlot next_pair;    /* static types only; NULL: next does it all */
    FeedSlot feed;         /* iterators that are slow to enter; NULL: next, again and again */
    SendSlot send;         /* iterators that return values; NULL: next, or the method send */
    LenSlot len;           /* items */
    BinarySlot getitem;    /* self[key] */
    SetSlot setitem;       /* self[key] = value, del self[key] */
    ContainsSlot contains; /* NULL: by iteration */
    BinarySlot getattr;    /* NULL: type_getattr_generic */
    SetSlot setattr;       /* NULL: type_setattr_generic; value NULL deletes */
    GetSlot get;           /* descriptor */
    PeekSlot peek;         /* descriptor whose get does little; NULL: get does it all */
    SetSlot set;           /* data descriptor: set(descriptor, instance, value) */
    Operators *operators;  /* never NULL */

    const NativeDef *methods; /* ends in a row of zeros */
    const GetSetDef *getsets; /* ends in a row of zeros */
};

/* What changes about a type while a runtime runs. */
typedef struct TypeState {
    Value dict;       /* name -> attribute; for a static type filled from its tables when first asked for */
    Value mro;        /* tuple of types, itself first */
    Value bases;      /* tuple */
    Value subclasses; /* list of weak references or NULL */
    Value name;       /* of a static type: str, or NULL until it is asked for */
    Shape *root;      /* shape of an instance without attributes, or NULL until the first (instance.h) */
    uint32_t shapes;  /* shapes made so far: past a limit instances keep their attributes in a dict */
    bool filled;      /* dict holds everything (a static type's tables are otherwise looked up one name at a time) */
} TypeState;

/* A class: made by a class statement or by type(). */
typedef struct Class {
    Type type;               /* slots filled from the MRO by slots.def */
    Operators *operators;    /* its own, or NULL: it shares those of the static type that gives the layout */
    TypeState state;         /* its own */
    Value name;              /* str: __name__ */
    Value qualname;          /* str: __qualname__ */
    Value slot_names;        /* tuple of __slots__ names in storage order, or NULL */
    uint32_t slot_base;      /* shape index of its first __slots__ name */
    uint32_t expected_slots; /* attributes that its instances turned out to have: room for new ones is made inline */
    char *name_storage;      /* raw block behind type.name when the name is not ASCII, or NULL */
    size_t name_size;        /* bytes of name_storage */
} Class;

/* IDs of static types are assigned in this table; each type is defined in its own file as `Type type_<name>`.
 * TYPE(name) rows in runtime/types.def. */
#define TYPE(name) extern Type type_##name;
#include "runtime/types.def"
#undef TYPE
enum {
    TYPE_INDEX_NONE,
#define TYPE(name) TYPE_INDEX_##name,
#include "runtime/types.def"
#undef TYPE
    TYPE_INDEX_COUNT
};

/* The row of runtime/types.def with this index, TYPE_INDEX_NONE < index < TYPE_INDEX_COUNT. */
Type *type_static(size_t index);

/* object's own slots (object_type.c). */
MUST_CHECK bool object_init(Ref self, const Ref *args, size_t count, Ref keywords);
MUST_CHECK Value object_repr(Ref self);
MUST_CHECK Value object_str(Ref self);
MUST_CHECK bool object_hash(Ref self, int64_t *hash);
MUST_CHECK Value object_compare(Ref self, Ref other, CompareOp op);
extern const NativeDef object_init_def;

/* Begins the definition of a static type: Type type_list = { TYPE_HEAD(list), .name = "list", ... }; What object has
 * stands here, so that most types are finished in the file: what nothing writes to is not copied at the start. */
#define TYPE_HEAD(name_)                                                                                               \
    .head = IMMORTAL_HEAD(&type_type), .index = TYPE_INDEX_##name_, .version = TYPE_INDEX_##name_,                     \
    .base = &type_object, .size = sizeof(Object), .init = &object_init_def, .init_slot = object_init,                  \
    .repr = object_repr, .str = object_str, .hash = object_hash, .compare = object_compare, .operators = &no_operators

extern Type *const type_of_immediate[8]; /* by bits 3-5 of the word */

static inline Type *type_of(Ref v) {
    if (is_heap(v)) return object_of(v)->type;
    if (is_small_int(v)) return &type_int;
    if (is_flonum(v)) return &type_float;
    return type_of_immediate[(bits_of(v) >> 3) & 7];
}

/* True when v is an instance of exactly this static heap type (not int, float or an immediate). */
static inline bool is_exact(Ref v, const Type *type) { return is_heap(v) && object_of(v)->type == type; }
static inline bool has_family(Ref v, uint32_t family) { return type_of(v)->flags & family; }
static inline bool is_type(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_TYPE; }
static inline Type *as_type(Ref v) { return (Type *)object_of(v); }
static inline Ref type_ref(const Type *type) { return (Ref)type; }

/* Once per process, before the first runtime: static types inherit the slots that they leave out from their bases. */
void type_process_start(void);
/* The running runtime's caches, made before anything looks up an attribute, freed when no object is left. */
void type_runtime_start(void);
void type_runtime_end(void);
/* Drops what the running runtime knows about static types: their dicts, MROs, shapes. Before the last collection. */
void type_runtime_clear(void);
/* Drops the shapes of static types, and with them the names they keep. After the last collection. */
void type_runtime_drop_shapes(void);
/* What types ask the code that is running (vm/hooks.c): its globals (borrowed, NULL: none is running), from which
 * type() takes __module__; the class and first argument of the running method, for super() without arguments; and to
 * issue a warning (error.h: raise_warning). */
typedef struct TypeHooks {
    Ref (*globals_peek)(void);
    bool (*super_arguments)(Ref *class, Ref *self); /* false: exception set */
    bool (*warn)(Type *category, Ref text);         /* warnings.warn; false: a filter made it an exception */
    void (*add_traceback)(Ref exception);           /* puts the running frame into an exception's traceback */
    Value (*import_module)(const char *name);       /* the module of that full name */
    Value (*find_codec)(Ref name);                  /* codecs.lookup: CodecInfo of what is not built in; LookupError */
} TypeHooks;
extern const TypeHooks type_hooks;

TypeState *type_state(Type *type);            /* the running runtime's; its dict, mro and bases are ready */
Ref type_mro_peek(Type *type);                /* tuple; empty while the class is being made */
bool type_is_subtype(Type *type, Type *base); /* by the MRO */
/* The attribute that name finds along the MRO, borrowed, or NULL when there is none (no exception). Cached. */
Ref type_lookup_peek(Type *type, Ref name);
/* The attribute in the type's own dict, borrowed, or NULL. */
Ref type_own_peek(Type *type, Ref name);
/* The same along the MRO of type behind base (what super() looks through). */
Ref type_lookup_after_peek(Type *type, Type *base, Ref name);

/* type(name, bases, namespace, **keywords) with everything a class statement does after running its body: __slots__,
 * __set_name__, __init_subclass__, slots, C3. metatype has been chosen by the caller (type_find_metatype). */
Value type_new_class(Type *metatype, Ref name, Ref bases, Ref namespace, const Ref *args, Ref keywords);
/* The most derived metaclass of hint and the bases' types; NULL with TypeError on a conflict. */
Type *type_find_metatype(Type *hint, Ref bases);

/* object.__getattribute__, object.__setattr__ (value NULL: delete). */
Value type_getattr_generic(Ref self, Ref name);
bool type_setattr_generic(Ref self, Ref name, Ref value);
/* The same without raising for what is merely not there. */
MUST_CHECK Lookup type_getattr_generic_try(Ref self, Ref name, Value *result);
/* type.__getattribute__ and type.__setattr__. */
Value type_getattr_class(Ref self, Ref name);
MUST_CHECK Lookup type_getattr_class_try(Ref self, Ref name, Value *result);
bool type_setattr_class(Ref self, Ref name, Ref value);
/* AttributeError with its name and obj set. */
COLD Value raise_attribute(Ref self, Ref name, const char *format, ...);
COLD Value raise_no_attribute(Ref self, Ref name); /* 'A' object has no attribute 'x' */
/* What the VM's attribute caches need: where plain generic look-up of name on an instance of type ends. */
static inline bool type_uses_generic_getattr(const Type *type) { return type->getattr == NULL; }
static inline bool type_uses_generic_setattr(const Type *type) { return type->setattr == NULL; }

/* The nearest static type that gives the layout: type itself when it is static. */
static inline Type *type_native_base(const Type *type) {
    while (type->flags & TYPE_HEAP) type = type->base;
    return (Type *)(uintptr_t)type;
}

/* type(...) called: what calling a class does. */
Value type_call(Ref type, const Ref *args, size_t count, Ref keywords);
/* cls.__new__ of the nearest static type: checked, an instance that __init__ has not seen. */
Value type_make(Type *owner, Type *type, const Ref *args, size_t count, Ref keywords);

/* Puts an attribute into a class's dict. The version stays when a value that is no descriptor replaces another (a
 * counter in a class changes often): caches guarded by it hold functions and descriptors, or the DictEntry of other
 * values. */
void type_set_attribute(Type *type, Ref name, Ref value);
/* The same with a new version in any case; value NULL: takes it out. False: there is none (no exception). */
bool type_replace_attribute(Type *type, Ref name, Ref value);
/* Gives the class and its subclasses new versions and refills their slots, after an attribute changed. */
void type_changed(Type *type, Ref name);
/* Gives all classes new versions: something has become a descriptor, or ceased to be one, and any class may have it. */
void type_renew_all(void);

/* __name__ and __qualname__ as str. */
Value type_get_name(const Type *type);
Value type_get_qualname(const Type *type);
/* __module__ as a class holds it or "builtins"; NULL when it has none (no exception). */
Value type_get_module(const Type *type);
/* "module.qualname" as error messages and repr show it; new reference to a str. */
Value type_full_name(const Type *type);
/* The same without "__main__.". */
Value type_shown_name(const Type *type);

#endif
