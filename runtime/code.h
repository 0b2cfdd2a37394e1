/* runtime/code.h - the code object: what the compiler makes and the VM runs.
 *
 * Owns:      instruction words, constants, names, the handler and location tables.
 * Invariant: words is this runtime's own copy, rewritten by specialisation; everything else never changes.
 * Not here:  the instructions (opcodes.def), building code (compiler/emit.c), printing it (dis.h).
 */
#ifndef OURO_CODE_H
#define OURO_CODE_H

#include "runtime/object.h"
#include "runtime/type.h"

/* Code.flags; the first ones have the numbers of inspect.CO_... */
enum {
    CODE_OPTIMIZED = 0x1, /* a function body: names are fast locals */
    CODE_NEWLOCALS = 0x2,
    CODE_VARARGS = 0x4,     /* has *args */
    CODE_VARKEYWORDS = 0x8, /* has **kwargs */
    CODE_NESTED = 0x10,
    CODE_GENERATOR = 0x20,
    CODE_COROUTINE = 0x80,
    CODE_ITERABLE_COROUTINE = 0x100,
    CODE_ASYNC_GENERATOR = 0x200,
    CODE_SUSPENDS = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR, /* any of these: a call makes an object */
    CODE_FUTURE_ANNOTATIONS = 0x1000000,
    CODE_HAS_DOCSTRING = 0x4000000, /* consts[0] is the docstring */
    CODE_METHOD = 0x8000000,        /* written in a class body */
    CODE_CLASS = 0x10000000,        /* a class body */
};

/* One protected range. Where an instruction word in [start, end) raises, the operand stack is cut to depth items, the
 * index of the raising word (a small int) is pushed when push_lasti is set, then the exception, and target runs. */
typedef struct CodeHandler {
    uint32_t start, end; /* word indices */
    uint32_t target;     /* word index */
    uint32_t depth : 31; /* operands kept */
    uint32_t push_lasti : 1;
} CodeHandler;

/* Where the words from start on (until the next entry) come from. */
typedef struct CodeLocation {
    uint32_t start;      /* word index */
    uint32_t line;       /* from 1; 0: no source (made up by the compiler) */
    uint32_t end_line;   /* last line */
    uint16_t column;     /* bytes from the line's start; UINT16_MAX: unknown */
    uint16_t end_column; /* one past the last byte; UINT16_MAX: unknown */
} CodeLocation;

enum {
    LOCAL_PLAIN = 0,
    LOCAL_CELL = 1,
    LOCAL_FREE = 2,
    LOCAL_HIDDEN = 4 /* of an inlined comprehension at module or class level */
};

typedef struct Code {
    Object head;
    uint32_t *words; /* instructions and their cache words */
    uint32_t word_count;
    uint32_t flags;     /* CODE_... */
    uint32_t version;   /* no other code object of the runtime has it; set by vm/ when first called, 0 before */
    uint32_t arg_count; /* positional parameters, positional-only included */
    uint32_t posonly_count;
    uint32_t kwonly_count;
    uint32_t
        local_count; /* words of locals: parameters, *args, **kwargs, locals, cells, free variables, in this order */
    uint32_t stack_size; /* operands at most */
    uint32_t
        frame_words;     /* local_count + sizeof(Frame) in words + stack_size; set by vm/ when first called, 0 before */
    int32_t simple_args; /* arg_count when a call with that many positional arguments needs no binding: no *args,
                            **kwargs, keyword-only; else -1 */
    uint32_t first_line; /* of the def */
    Value *consts;       /* constants; small ones are immediate */
    uint32_t const_count;
    uint32_t name_count;
    Value *names;         /* interned str: globals, attributes */
    Value *local_names;   /* interned str, local_count of them */
    uint8_t *local_kinds; /* LOCAL_... bits, local_count of them; a parameter that is captured is LOCAL_CELL */
    uint32_t free_count;  /* the last free_count locals are free variables, filled by COPY_FREE_VARS */
    uint32_t handler_count;
    uint32_t location_count;
    uint32_t image_place;    /* from an image and without locations as yet: 1 + code objects before it there; else 0 */
    CodeHandler *handlers;   /* innermost first for any word */
    CodeLocation *locations; /* by start */
    Value name;              /* str */
    Value qualname;          /* str */
    Value filename;          /* str */
} Code;

static inline Code *as_code(Ref v) { return (Code *)object_of(v); }
/* Words that arguments fill, the first locals of a frame. */
static inline uint32_t code_parameter_count(const Code *code) {
    return code->arg_count + code->kwonly_count + !!(code->flags & CODE_VARARGS) + !!(code->flags & CODE_VARKEYWORDS);
}

/* An empty code object; the compiler fills it before anyone sees it. Arrays are raw storage of rt()->mem with exactly
 * the sizes that the counts say. */
Code *code_new(void);
/* The same code; when it came from an image, its locations are found now (Runtime.find_locations). */
const Code *code_with_locations(const Code *code);
/* Entry of locations that covers the word, or NULL. */
const CodeLocation *code_location(const Code *code, uint32_t word);
static inline uint32_t code_line(const Code *code, uint32_t word) {
    const CodeLocation *location = code_location(code, word);
    return location ? location->line : 0;
}
/* The same for tracebacks and f_lineno: what has no line of its own has that of the instruction before. */
uint32_t code_line_shown(const Code *code, uint32_t word);
/* The innermost protected range around a word, or NULL. */
const CodeHandler *code_handler(const Code *code, uint32_t word);

/* Slots of the type: the same names, instructions, constants and places; the name of the file does not count. */
Value code_compare(Ref self, Ref other, CompareOp op);
bool code_hash(Ref self, int64_t *hash);
/* code.replace(): args as its signature in code.c says. */
Value py_code_replace(const Ref *args);

#endif
