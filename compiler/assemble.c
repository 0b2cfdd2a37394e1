/* compiler/assemble.c - from a unit's final instructions to a code object.
 *
 * Owns:      words, jump distances, the handler and location tables.
 * Invariant: the code object is complete before anyone else sees it.
 * Not here:  the order of instructions (layout.c).
 */
#include <string.h>

#include "compiler/optimize.h"
#include "runtime/error.h"
#include "runtime/state.h"

typedef struct Assembly {
    Compiler *c;
    Unit *unit;
    Code *code;      /* being filled */
    uint32_t *start; /* word index of each instruction, and of the end */
} Assembly;

/* Storage of a code object: of exactly this size, or NULL with MemoryError; empty arrays are NULL. */
static bool new_array(void *array, size_t size) {
    void *block = size ? mem_raw_try(&rt()->mem, size) : NULL;
    memcpy(array, &block, sizeof block);
    if (size && !block) raise_memory();
    return !size || block;
}

static void find_starts(Assembly *a) {
    const InstrVec *code = &a->unit->code;
    uint32_t next = 0;
    a->start = ARENA_ARRAY(a->unit->work, uint32_t, code->count + 1);
    for (size_t i = 0; i < code->count; i++) {
        a->start[i] = next;
        next += 1 + op_info[code->items[i].op].extra;
    }
    a->start[code->count] = next;
    a->code->word_count = next;
}

static bool make_words(Assembly *a) {
    const InstrVec *code = &a->unit->code;
    if (!new_array(&a->code->words, a->code->word_count * sizeof(uint32_t))) return false;
    memset(a->code->words, 0, a->code->word_count * sizeof(uint32_t));
    for (size_t i = 0; i < code->count; i++) {
        const Instr *instr = &code->items[i];
        uint32_t *word = &a->code->words[a->start[i]];
        word[0] = op_word((Opcode)instr->op, instr->arg);
        if (is_jump(instr)) word[1] = a->start[instr->label] - a->start[i + 1];
    }
    return true;
}

static bool same_place(const Place *a, const Place *b) {
    return a->line == b->line && a->end_line == b->end_line && a->column == b->column && a->end_column == b->end_column;
}

static bool make_locations(Assembly *a) {
    const InstrVec *code = &a->unit->code;
    CodeLocation *locations = ARENA_ARRAY(a->unit->work, CodeLocation, code->count);
    uint32_t count = 0;
    for (size_t i = 0; i < code->count; i++) {
        const Place *place = &code->items[i].place;
        if (i > 0 && same_place(place, &code->items[i - 1].place)) continue;
        locations[count++] =
            (CodeLocation){a->start[i], place->line, place->end_line, place->column, place->end_column};
    }
    if (!new_array(&a->code->locations, count * sizeof *locations)) return false;
    memcpy(a->code->locations, locations, count * sizeof *locations);
    a->code->location_count = count;
    return true;
}

static bool make_handlers(Assembly *a) {
    const InstrVec *code = &a->unit->code;
    CodeHandler *handlers = ARENA_ARRAY(a->unit->work, CodeHandler, code->count);
    uint32_t count = 0;
    for (size_t i = 0; i < code->count; i++) {
        uint32_t index = code->items[i].handler;
        if (index == NO_HANDLER) continue;
        if (i > 0 && code->items[i - 1].handler == index) {
            handlers[count - 1].end = a->start[i + 1];
            continue;
        }
        const Handler *handler = &a->unit->handlers.items[index];
        handlers[count++] = (CodeHandler){.start = a->start[i],
                                          .end = a->start[i + 1],
                                          .target = a->start[handler->target],
                                          .depth = handler->depth,
                                          .push_lasti = handler->push_lasti};
    }
    if (!new_array(&a->code->handlers, count * sizeof *handlers)) return false;
    if (count) memcpy(a->code->handlers, handlers, count * sizeof *handlers);
    a->code->handler_count = count;
    return true;
}

static bool make_names(Assembly *a) {
    const NameVec *names = &a->unit->names;
    if (!new_array(&a->code->names, names->count * sizeof(Value))) return false;
    for (size_t i = 0; i < names->count; i++) a->code->names[i] = name_value(names->items[i]);
    a->code->name_count = (uint32_t)names->count;
    return true;
}

static bool make_locals(Assembly *a) {
    const SlotVec *slots = &a->unit->slots;
    Code *code = a->code;
    if (!new_array(&code->local_names, slots->count * sizeof(Value))) return false;
    for (size_t i = 0; i < slots->count; i++) {
        code->local_names[slots->items[i].index] = name_value(slots->items[i].name);
    }
    code->local_count = (uint32_t)slots->count;
    if (!new_array(&code->local_kinds, slots->count)) return false;
    for (size_t i = 0; i < slots->count; i++) {
        code->local_kinds[slots->items[i].index] = slots->items[i].kind;
        code->free_count += slots->items[i].kind & LOCAL_FREE ? 1 : 0;
    }
    return true;
}

static bool move_consts(Assembly *a) {
    ConstTable *consts = &a->unit->consts;
    if (!new_array(&a->code->consts, consts->count * sizeof(Value))) return false;
    if (consts->count) memcpy(a->code->consts, consts->items, consts->count * sizeof(Value));
    a->code->const_count = consts->count;
    consts->count = 0;
    return true;
}

static bool set_names(Assembly *a) {
    const Unit *unit = a->unit;
    a->code->filename = retain(a->c->filename);
    a->code->name = name_value(unit->name);
    a->code->qualname = text_value(unit->qualname, strlen(unit->qualname));
    return a->code->qualname != NULL;
}

static void set_numbers(Assembly *a, uint32_t depth) {
    const Unit *unit = a->unit;
    const uint32_t needs_binding = CODE_VARARGS | CODE_VARKEYWORDS;
    Code *code = a->code;
    code->flags = unit->flags;
    code->first_line = unit->first_line;
    code->arg_count = unit->arg_count;
    code->posonly_count = unit->posonly_count;
    code->kwonly_count = unit->kwonly_count;
    code->stack_size = depth;
    bool simple = !(unit->flags & needs_binding) && unit->kwonly_count == 0;
    code->simple_args = simple ? (int32_t)unit->arg_count : -1;
}

Value assemble(Compiler *c, Unit *unit, uint32_t depth) {
    Assembly a = {.c = c, .unit = unit, .code = code_new()};
    find_starts(&a);
    set_numbers(&a, depth);
    Value code = value_of(a.code);
    if (set_names(&a) && make_words(&a) && make_locations(&a) && make_handlers(&a) && make_names(&a) &&
        make_locals(&a) && move_consts(&a) && !error_set()) { /* a name of any length may have been refused */
        return code;
    }
    release(code);
    return NULL;
}
