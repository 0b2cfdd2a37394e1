/* compiler/emit.c - appends instructions, labels, protected ranges and blocks to the unit being compiled.
 *
 * Owns:      the growth of a unit's lists.
 * Invariant: an instruction's handler is the range that was open when it was appended.
 * Not here:  which instructions (compile_*.c), what becomes of them (optimize.c).
 */
#include "compiler/compiler.h"
#include "runtime/error.h"
#include "runtime/int.h"

#define OPERAND_MAX 0xffffffu

static uint16_t column16(uint32_t column) { return column < UINT16_MAX ? (uint16_t)column : UINT16_MAX; }

static Place place_of(const Span *at) {
    if (!at) return (Place){0, 0, UINT16_MAX, UINT16_MAX};
    return (Place){at->begin.line, at->end.line, column16(at->begin.column), column16(at->end.column)};
}

Instr *emit(Compiler *c, const Span *at, unsigned op, uint32_t arg) {
    Unit *unit = c->unit;
    Instr instr = {.op = (uint16_t)op, .arg = arg, .label = NO_LABEL, .handler = unit->handler, .place = place_of(at)};
    VEC_PUSH_IN(c->unit->work, &unit->code, instr);
    if (UNLIKELY(arg > OPERAND_MAX) && !c->failed) {
        raise(&type_OverflowError, "too many operands in one code object");
        compile_failed(c);
    }
    if (UNLIKELY(c->unit->work->failed | c->arena->failed) && !c->failed) {
        raise_memory();
        compile_failed(c);
    }
    return &unit->code.items[unit->code.count - 1];
}

void emit_jump(Compiler *c, const Span *at, unsigned op, Label target) { emit(c, at, op, 0)->label = target; }

void emit_const_steal(Compiler *c, const Span *at, Value constant) {
    if (!constant || error_set()) compile_failed(c); /* a tuple may lack a name for which there was no memory */
    if (c->failed) release_maybe(constant);
    else emit(c, at, OP_LOAD_CONST, consts_index_steal(&c->unit->consts, c->unit->work, constant));
}

void emit_int(Compiler *c, const Span *at, int64_t number) { emit_const_steal(c, at, int_value(number)); }

void emit_text(Compiler *c, const Span *at, const Name *text) {
    if (!c->failed) emit_const_steal(c, at, name_value(text));
}

uint32_t name_index(Compiler *c, const Name *name) {
    Unit *unit = c->unit;
    uint32_t index;
    if (pointer_map_get(&unit->name_of, name, &index)) return index;
    index = (uint32_t)unit->names.count;
    pointer_map_add(&unit->name_of, c->unit->work, name, index);
    VEC_PUSH_IN(c->unit->work, &unit->names, name);
    return index;
}

void emit_named(Compiler *c, const Span *at, unsigned op, const Name *name) { emit(c, at, op, name_index(c, name)); }

Label label_new(Compiler *c) {
    VEC_PUSH_IN(c->unit->work, &c->unit->labels, NO_LABEL);
    return (Label)(c->unit->labels.count - 1);
}

void label_here(Compiler *c, Label label) { c->unit->labels.items[label] = (uint32_t)c->unit->code.count; }

uint32_t handler_begin(Compiler *c, const Span *at, Label target, bool push_lasti) {
    Unit *unit = c->unit;
    Handler handler = {.target = target, .push_lasti = push_lasti};
    VEC_PUSH_IN(c->unit->work, &unit->handlers, handler);
    uint32_t index = (uint32_t)unit->handlers.count - 1, outer = unit->handler;
    emit(c, at, PSEUDO_SETUP, 0)->label = index;
    unit->handler = index;
    return outer;
}

void handler_end(Compiler *c, uint32_t outer) { c->unit->handler = outer; }

#define BLOCKS_MAX 21 /* CPython's CO_MAXBLOCKS, the same for the sake of the same refusal */

void flow_push(Compiler *c, FlowKind kind, Span where, Label next, Label exit, const void *data,
               uint32_t outer_handler) {
    Unit *unit = c->unit;
    bool generator = unit->flags & CODE_SUSPENDS; /* itself a block */
    if (unit->flows.count >= BLOCKS_MAX - generator) compile_error(c, where, "too many statically nested blocks");
    Flow flow = {kind, next, exit, outer_handler, data, where};
    VEC_PUSH_IN(c->unit->work, &unit->flows, flow);
}

void flow_pop(Compiler *c, FlowKind kind) {
    (void)kind;
    c->unit->flows.count--;
}
