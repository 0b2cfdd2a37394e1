/* parser/stack.c - reading the automaton's stack: brackets, operands, lines.
 *
 * Owns:      nothing.
 * Invariant: `below` counts entries from the top of the stack.
 * Not here:  how the stack came to be (trouble.c), what it means (diagnose.c).
 */
#include "parser/trouble.h"

bool kind_opens(int kind) {
    return kind == TK_LPAR || kind == TK_LSQB || kind == TK_LBRACE || kind == TK_WITH_PAREN || kind == TK_FSTRING_START;
}

bool kind_closes(int kind) { return kind == TK_RPAR || kind == TK_RSQB || kind == TK_RBRACE || kind == TK_FSTRING_END; }

size_t stack_bracketed(const Trouble *t, size_t below) {
    size_t length = 1;
    for (int depth = 1; depth > 0 && below + length < t->top; length++) {
        int kind = symbol(t, below + length);
        depth += kind_closes(kind) ? 1 : kind_opens(kind) ? -1 : 0;
    }
    return length;
}

/* True for a token that begins a comparison operator. */
static bool is_comparison(const Trouble *t, size_t i) {
    int kind = kind_at(t, i);
    return (kind >= TK_LT && kind <= TK_NE) || kind == TK_IN || kind == TK_IS ||
           (kind == TK_NOT && kind_at(t, i + 1) == TK_IN);
}

bool stack_is_atom(int kind) {
    return kind == AUTOMATON_NONTERMINAL || (kind >= TK_NAME && kind <= TK_STRING) || kind == TK_ELLIPSIS ||
           (kind >= TK_FALSE && kind <= TK_TRUE) || (kind >= TK_MATCH && kind <= TK_TYPE);
}

bool kind_ends_line(int kind) {
    return kind == TK_NEWLINE || kind == TK_INDENT || kind == TK_DEDENT || kind >= TK_START_FILE;
}

bool stack_begins_line(const Trouble *t, size_t below) {
    size_t first = first_token(t, below);
    return first == 0 || kind_ends_line(kind_at(t, first - 1));
}

/* True for a token that stands inside a disjunction, given the entry below it. */
bool stack_is_operator(const Trouble *t, size_t below) {
    int kind = symbol(t, below);
    switch (kind) {
    case TK_AT:
    case TK_STAR:
    case TK_DOUBLESTAR: return symbol(t, below + 1) == AUTOMATON_NONTERMINAL && !stack_begins_line(t, below);
    case TK_IN: return symbol(t, below + 2) != TK_FOR;
    case TK_NOT:
    case TK_AND:
    case TK_OR:
    case TK_IS:
    case TK_AWAIT:
    case TK_DOT: return true;
    case AUTOMATON_NONTERMINAL: return is_comparison(t, first_token(t, below));
    default: return kind >= TK_PLUS && kind <= TK_NE;
    }
}

bool stack_is_suffix(const Trouble *t, size_t below) {
    int kind = symbol(t, below), before = below < t->top ? kind_at(t, first_token(t, below) - 1) : 0;
    return (kind == TK_LPAR || kind == TK_LSQB) && before != 0 && (stack_is_atom(before) || kind_closes(before));
}

/* Length of the operand on top of the stack, or at `below`: what is called, and strings before a string, included. */
static size_t operand_length(const Trouble *t, size_t below) {
    int kind = symbol(t, below);
    if (!kind_closes(kind) && kind != TK_STRING) return 1;
    if (kind != TK_STRING && kind != TK_FSTRING_END) {
        size_t length = stack_bracketed(t, below);
        return length + stack_is_suffix(t, below + length - 1);
    }
    size_t length = kind == TK_STRING ? 1 : stack_bracketed(t, below);
    int before = kind_at(t, first_token(t, below + length - 1) - 1);
    return length + (before == TK_STRING || before == TK_FSTRING_END);
}

/* How many entries on top of the stack belong to the disjunction that is being read: operands with operators between
 * them. */
size_t stack_disjunction(const Trouble *t) {
    size_t length = 0;
    for (bool operand = false; length < t->top;) {
        int kind = symbol(t, length);
        if (length > 0 && stack_begins_line(t, length - 1)) break;
        if (stack_is_operator(t, length)) {
            operand = false;
            length++;
        } else if (!operand && (stack_is_atom(kind) || kind_closes(kind))) {
            operand = true;
            length += operand_length(t, length);
        } else {
            break;
        }
    }
    /* The parameters of a lambda stand between it and its body. */
    return length > 0 && symbol(t, length) == TK_LAMBDA ? length - 1 : length;
}

size_t stack_open_bracket(const Trouble *t, size_t below) {
    while (below < t->top && !kind_opens(symbol(t, below)))
        below += kind_closes(symbol(t, below)) ? stack_bracketed(t, below) : 1;
    return below;
}

bool stack_is_field(const Trouble *t, size_t below) {
    return symbol(t, below) == TK_LBRACE && symbol(t, below + 1) == AUTOMATON_NONTERMINAL &&
           (symbol(t, below + 2) == TK_FSTRING_START || symbol(t, below + 2) == TK_COLON);
}

bool stack_in_parameters(const Trouble *t, bool *is_lambda) {
    size_t below = 0;
    while (below < t->top && !kind_opens(symbol(t, below)) && symbol(t, below) != TK_LAMBDA) below++;
    *is_lambda = symbol(t, below) == TK_LAMBDA;
    if (*is_lambda && below > 0) { /* nor in its body: what stands above it ends with the colon */
        size_t end = below > 1 ? first_token(t, below - 2) : t->at;
        return kind_at(t, end - 1) != TK_COLON;
    }
    return *is_lambda || (symbol(t, below) == TK_LPAR && symbol(t, below + 3) == TK_DEF);
}
