/* runtime/dis.c - prints the instructions of a code object.
 *
 * Owns:      the meaning of operands, one function for each form.
 * Invariant: nothing is raised: what has no repr is shown by its type.
 * Not here:  the table of instructions (opcodes.def).
 */
#include "runtime/dis.h"

#include <string.h>

#include "runtime/error.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"

typedef struct Printer {
    const Code *code; /* being printed */
    FILE *out;        /* where to */
} Printer;

#define REPR_MAX 72 /* bytes of a constant that are shown */

static void print_text(const Printer *p, Ref text) {
    Utf8 utf8;
    if (text && str_utf8(text, &utf8, true)) {
        if (utf8.length > REPR_MAX) fprintf(p->out, "%.*s...", REPR_MAX, utf8.text);
        else fputs(utf8.text, p->out);
        str_utf8_done(&utf8);
    }
    if (error_set()) error_clear();
}

static void print_const(const Printer *p, uint32_t index) {
    if (index >= p->code->const_count) return;
    Value text = repr_of(p->code->consts[index]);
    if (text) print_text(p, text);
    else error_clear();
    release_maybe(text);
}

static void print_local(const Printer *p, uint32_t index) {
    if (index < p->code->local_count) print_text(p, p->code->local_names[index]);
}

static void print_name(const Printer *p, uint32_t index) {
    if (index < p->code->name_count) print_text(p, p->code->names[index]);
}

static const char *const binary_names[BINARY_COUNT] = {"+",  "-",  "*",  "@", "/", "//", "%",
                                                       "**", "<<", ">>", "&", "^", "|",  "divmod"};
static const char *const compare_names[] = {"<", "<=", "==", "!=", ">", ">="};
static const char *const intrinsic_names[] = {
    [INTRINSIC_PRINT] = "print",
    [INTRINSIC_STOP_ITERATION] = "stop iteration",
    [INTRINSIC_TYPEVAR] = "typevar",
    [INTRINSIC_PARAMSPEC] = "paramspec",
    [INTRINSIC_TYPEVARTUPLE] = "typevartuple",
    [INTRINSIC_SUBSCRIPT_GENERIC] = "subscript generic",
    [INTRINSIC_TYPEALIAS] = "typealias",
    [INTRINSIC_PREP_RERAISE_STAR] = "prepare reraise star",
    [INTRINSIC_TYPEVAR_WITH_BOUND] = "typevar with bound",
    [INTRINSIC_TYPEVAR_WITH_CONSTRAINTS] = "typevar with constraints",
    [INTRINSIC_SET_TYPE_PARAMS] = "set type parameters",
    [INTRINSIC_SET_TYPEPARAM_DEFAULT] = "set type parameter default",
};

static bool ends_in(const char *name, const char *suffix) {
    size_t length = strlen(name), tail = strlen(suffix);
    return length >= tail && !strcmp(name + length - tail, suffix);
}

/* Instructions with one number. */
static void print_arg(const Printer *p, uint32_t word) {
    uint32_t arg = op_arg(word);
    const OpInfo *info = &op_info[op_of(word)];
    fprintf(p->out, "%-10u", arg);
    if (info->flags & OPF_CONST) print_const(p, arg);
    else if (info->flags & OPF_NAME) print_name(p, arg);
    else if (info->flags & OPF_LOCAL) print_local(p, arg);
    else if (op_of(word) == OP_BINARY || op_of(word) == OP_INPLACE) fputs(binary_names[arg % BINARY_COUNT], p->out);
    else if (op_of(word) == OP_COMPARE) fputs(compare_names[arg % 6], p->out);
    else if (op_of(word) == OP_IS) fputs(arg ? "is not" : "is", p->out);
    else if (op_of(word) == OP_CONTAINS) fputs(arg ? "not in" : "in", p->out);
    else if (op_of(word) == OP_INTRINSIC_1 || op_of(word) == OP_INTRINSIC_2) {
        if (arg < sizeof intrinsic_names / sizeof *intrinsic_names) fputs(intrinsic_names[arg], p->out);
    }
}

static void print_local_const(const Printer *p, uint32_t local, uint32_t constant) {
    print_local(p, local);
    fputs(", ", p->out);
    print_const(p, constant);
}

static void print_locals(const Printer *p, uint32_t a, uint32_t b) {
    print_local(p, a);
    fputs(", ", p->out);
    print_local(p, b);
}

/* Instructions with three bytes: the suffix of the name says what they index. */
static void print_abc(const Printer *p, uint32_t word) {
    const OpInfo *info = &op_info[op_of(word)];
    uint32_t a = op_a(word), b = op_b(word), c = op_c(word);
    fprintf(p->out, "%-3u %-3u %-2u", a, b, c);
    if (ends_in(info->name, "_LLL") || ends_in(info->name, "_LCL")) {
        print_local(p, c);
        fputs(" = ", p->out);
    }
    switch (op_of(word)) {
    case OP_LOAD_FAST_CONST:
    case OP_CONST_FAST: print_local_const(p, a, b); return;
    case OP_COPY_FAST: print_locals(p, b, a); return;
    case OP_LOAD_FAST_2:
    case OP_STORE_FAST_2:
    case OP_STORE_LOAD_FAST: print_locals(p, a, b); return;
    default: break;
    }
    if (ends_in(info->name, "_LL") || ends_in(info->name, "_LLL")) print_locals(p, a, b);
    else if (ends_in(info->name, "_LC") || ends_in(info->name, "_LCL")) print_local_const(p, a, b);
    else if (ends_in(info->name, "_SC")) print_const(p, b);
    else if (info->flags & OPF_LOCAL) print_local(p, a);
    if (info->flags & OPF_INPLACE && c) fputs(" in place", p->out);
}

static void print_operands(const Printer *p, uint32_t word) {
    switch ((OpForm)op_info[op_of(word)].form) {
    case FORM_NONE: break;
    case FORM_ARG: print_arg(p, word); break;
    case FORM_ABC: print_abc(p, word); break;
    case FORM_AX:
        fprintf(p->out, "%-3u %-6u", op_a(word), op_x(word));
        print_local(p, op_a(word));
        fputc('.', p->out);
        print_name(p, op_x(word));
        break;
    }
}

static void print_instructions(const Printer *p) {
    uint32_t line = UINT32_MAX;
    for (uint32_t i = 0; i < p->code->word_count;) {
        uint32_t word = p->code->words[i], here = code_line(p->code, i);
        const OpInfo *info = &op_info[op_of(word)];
        if (here != line && here) fprintf(p->out, "%5u ", here);
        else fputs("      ", p->out);
        line = here;
        fprintf(p->out, "%6u  %-24s", i, info->name);
        print_operands(p, word);
        if (info->flags & OPF_JUMP) {
            fprintf(p->out, " to %u", i + 1 + info->extra + p->code->words[i + 1]);
        }
        fputc('\n', p->out);
        i += 1u + info->extra;
    }
}

static void print_handlers(const Printer *p) {
    for (uint32_t i = 0; i < p->code->handler_count; i++) {
        const CodeHandler *handler = &p->code->handlers[i];
        fprintf(p->out, "      %u to %u -> %u [%u]%s\n", handler->start, handler->end, handler->target,
                (unsigned)handler->depth, handler->push_lasti ? " lasti" : "");
    }
}

void dis_print(Ref code, FILE *out) {
    Printer p = {as_code(code), out};
    fputs("code ", out);
    print_text(&p, p.code->qualname);
    fprintf(out, ": %u locals, %u operands\n", p.code->local_count, p.code->stack_size);
    print_instructions(&p);
    print_handlers(&p);
    for (uint32_t i = 0; i < p.code->const_count; i++) {
        if (!is_exact(p.code->consts[i], &type_code)) continue;
        fputc('\n', out);
        dis_print(p.code->consts[i], out);
    }
}
