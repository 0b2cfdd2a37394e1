/* runtime/signature.h - the parsed form of a native's signature, and binding of arguments by it.
 *
 * Owns:      struct Signature, the runtime's cache of them.
 * Invariant: parameters stand in the order of their words, * and ** left out.
 * Not here:  binding of Python functions (vm/).
 */
#ifndef OURO_SIGNATURE_H
#define OURO_SIGNATURE_H

#include "runtime/native.h"

typedef struct Parameter {
    Value name;    /* interned str */
    Value value;   /* default; NULL: none, or one that the native makes itself (`...`) */
    bool required; /* has no default */
} Parameter;

struct Signature {
    const NativeDef *def;     /* whose signature it is */
    NativeFn function;        /* what runs when the arguments are bound */
    Value name;               /* str: the function's name */
    uint16_t positional_only; /* parameters before the slash */
    uint16_t positional;      /* parameters that may be given by position, those included */
    uint16_t required;        /* positional parameters without default */
    uint16_t keyword_only;    /* parameters behind the star */
    uint16_t words;           /* words that the native takes, self not counted */
    bool star;                /* has *args */
    bool double_star;         /* has **kwargs */
    bool plain;               /* positional parameters only: an argument array may be passed as it stands */
    bool direct;              /* keyword-only parameters have defaults: positional arguments may be all it gets */
    struct Signature *next;   /* in the cache's bucket */
    Parameter parameters[];   /* positional + keyword_only */
};

/* Who is being called, for the words of an error. */
typedef struct Callee {
    const Type *owner; /* type whose method it is, or NULL */
    Ref module;        /* str: module of a function, or NULL */
    Ref constructs;    /* the call is a type's, list(...): the class, for __init__ the instance; NULL otherwise */
} Callee;

/* The def's signature, parsed when first asked for. Lives as long as the runtime. */
const Signature *signature_of(const NativeDef *def);

/* Some parameter may be given by name. */
bool signature_takes_keywords(const Signature *s);

/* What a function with neither * nor ** takes when it is called by position: what is given, then defaults. */
static inline void signature_fill(const Signature *s, const Ref *args, size_t given, Ref *words) {
    for (size_t i = 0; i < s->words; i++) words[i] = i < given ? args[i] : s->parameters[i].value;
}

/* Calls the def's function. self NULL: none. */
Value signature_call(const Signature *s, Callee callee, Ref self, const Ref *args, size_t count, Ref keywords);

void signature_cache_start(void);
void signature_cache_end(void);

#endif
