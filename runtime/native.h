/* runtime/native.h - functions and methods written in C, and how arguments reach them.
 *
 * Owns:      NativeDef rows, the objects made of them, binding of arguments by signature (signature.h).
 * Invariant: a native finds one word per parameter, in the order of its signature.
 * Not here:  Python functions (vm/function.h).
 */
#ifndef OURO_NATIVE_H
#define OURO_NATIVE_H

#include "runtime/type.h"

/* args: for a method, args[0] is self (already checked to be an instance of the type) and parameters follow; for a
 * class method args[0] is the class; for a module function parameters start at args[0]. A parameter that was not given
 * holds its default when the signature writes one that is a number, string, None, True, False or (), and NULL for a
 * default of `...` (`...0` is shown as 0, `...~` as if it had none). Brackets stand for "may be left out", which is
 * None: "sub[, start]". *args arrives as a tuple, **kwargs as a dict (a fresh one, empty when there are none).
 * Everything is borrowed. The array may be the value stack itself: do not write to it. */
typedef Value (*NativeFn)(const Ref *args);

/* A function or method with *args in two forms, for rows of kind NATIVE_POSITIONAL. */
typedef struct NativeForms {
    NativeFn bound; /* as any other */
    /* Called with positional arguments only: as they stand, a method's self the first of count. */
    Value (*positional)(const Ref *args, size_t count);
} NativeForms;
#define NATIVE_FORMS(bound_, positional_)                                                                              \
    .forms = &(const NativeForms) { bound_, positional_ }

enum {
    NATIVE_METHOD = 0,
    NATIVE_CLASS_METHOD = 1,
    NATIVE_STATIC_METHOD = 2,
    NATIVE_NEW = 3, /* __new__ of a static type (made by type.c): function is unused */
    /* of a constructor: a wrong number of arguments is told with the name of the class that was called */
    NATIVE_COUNTS_AS_CLASS = 4,
    /* CPython parses its keywords apart from *args: of these a function needs one, and those are counted first */
    NATIVE_KEYWORDS_APART = 5,
    /* CPython hands it a tuple of its arguments: keywords are refused without the module's or type's name */
    NATIVE_TAKES_TUPLE = 6,
    /* ... and reads that by a format, which has words of its own for a wrong number of arguments */
    NATIVE_READS_TUPLE = 7,
    /* CPython's is told the class that defines it: it looks for keywords, though it takes none */
    NATIVE_LOOKS_FOR_KEYWORDS = 8,
    /* Often called with positional arguments only, which need no tuple then: the row has NATIVE_FORMS. */
    NATIVE_POSITIONAL = 9,
    NATIVE_POSITIONAL_APART = 10, /* it has its keywords apart, too */
    NATIVE_POSITIONAL_ANY = 11,   /* and they need not be text */
};

/* What the interpreter may do itself, for common arguments, in place of calling the function
 * (vm/interp/call_native.c). */
typedef enum Shortcut {
    SHORTCUT_NONE,
    SHORTCUT_LEN,
    SHORTCUT_ISINSTANCE,
    SHORTCUT_LIST_APPEND,
    SHORTCUT_LIST_POP,
    SHORTCUT_DICT_GET,
    SHORTCUT_NEXT,
    SHORTCUT_SEND
} Shortcut;

struct NativeDef {
    const char *signature; /* "pop(index=-1, /)": Python text, without self; see native_parameters */
    union {
        NativeFn function;        /* what runs */
        const NativeForms *forms; /* the same of the last three kinds */
    };
    Doc doc;          /* one line or more, or 0 */
    uint8_t kind;     /* NATIVE_... */
    uint8_t shortcut; /* SHORTCUT_... */
};

typedef struct Signature Signature; /* signature.h: parsed once per runtime */

/* A builtin_function (module function or bound method), method_descriptor or classmethod_descriptor. */
typedef struct Native {
    Object head;
    Value self;                 /* bound: the instance or class; module function: NULL */
    Value module;               /* str or NULL */
    const NativeDef *def;       /* row */
    const Signature *signature; /* parsed form, owned by the runtime's cache; NULL until the first call or binding */
    Type *owner;                /* type whose method it is (borrowed, static), or NULL */
    uint16_t fixed;             /* words that the function takes (self included) when it has only positional parameters
                                   without * and **; UINT16_MAX otherwise, and until the signature is parsed */
    uint16_t required;          /* how many must be given (self included) */
    uint16_t most;              /* how many may be given by position (self included), when words says anything */
    uint16_t words;             /* as fixed, also when there are parameters by keyword only, which have defaults */
} Native;

static inline Native *as_native(Ref v) { return (Native *)object_of(v); }

Value native_function(const NativeDef *def, Ref module_name); /* builtin_function */
Value native_method(const NativeDef *def, Type *owner);       /* descriptor by def->kind */
Value native_bind(Ref descriptor, Ref self);                  /* builtin_function with self */
Value native_new_function(Type *owner);                       /* __new__ in the dict of a static type */
Value native_name(const NativeDef *def);                      /* str: what stands before the parenthesis */
bool native_is_named(const char *signature, Ref name);        /* that it is, or the whole text; name is ASCII */
void native_prepare(Native *native);                          /* parses the signature, if that was not done */
/* What the signature shows from the parenthesis on: what stands behind a tilde at its end, nothing there: NULL. */
const char *native_parameters(const NativeDef *def);
/* "($self, item, /)", for functions "($module, item, /)": as __text_signature__ shows it; new str or None. */
Value native_text_signature(const NativeDef *def, bool method);
Value native_shown_parameters(const char *first, const char *slash,
                              const char *parameters); /* its parts put together */

static inline bool native_takes_positional(const NativeDef *def) { return def->kind >= NATIVE_POSITIONAL; }
bool native_takes_any_keys(Ref callable); /* it is bound, and its keywords need not be text */

/* getattr and its arguments, which lead to a method again: from what it is bound to or from its class. */
Value reduce_to_getattr(Ref method);
extern const NativeDef getattr_reduce_methods[]; /* __reduce__ that does this, alone */

/* Calls def with self (for a constructor the class, for __init__ the instance; NULL for a module function) and
 * arguments as in CallSlot, binding by its signature. */
Value native_call_def(const NativeDef *def, Ref self, const Ref *args, size_t count, Ref keywords);

#endif
