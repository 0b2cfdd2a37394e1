#include "vm/interp/stats.h"

#include <stdlib.h>

#include "runtime/opcode.h"

#ifndef NDEBUG

enum { PAIRS_SHOWN = 80 };

typedef struct OpStats {
    uint64_t pairs[OP_COUNT][OP_COUNT]; /* [first][second]: times that second ran after first */
    uint32_t last;                      /* opcode that ran last */
} OpStats;

/* A count and what it belongs to: an opcode, or two. */
typedef struct Row {
    uint64_t count;
    uint32_t first, second;
} Row;

static OP_SLOW(count_instruction) {
    OpStats *stats = vm->stats;
    stats->pairs[stats->last][op_of(word)]++;
    stats->last = op_of(word);
    TAIL(dispatch_plain[op_of(word)]);
}

static const Handler dispatch_counting[256] = {
#define OP(name, form, extra, pops, pushes, flags, meaning) [OP_##name] = count_instruction,
#include "runtime/opcodes.def"
#undef OP
};

const Handler *dispatch_untraced(const Vm *vm) { return vm->stats ? dispatch_counting : dispatch_plain; }

bool stats_start(void) {
    Vm *vm = vm_of();
    vm->stats = calloc(1, sizeof *vm->stats);
    vm->table = dispatch_untraced(vm);
    return vm->stats != NULL;
}

static int by_count(const void *a, const void *b) {
    const Row *left = a, *right = b;
    if (left->count != right->count) return left->count < right->count ? 1 : -1;
    return left->first != right->first ? (int)left->first - (int)right->first : (int)left->second - (int)right->second;
}

static double in_hundred(uint64_t count, uint64_t total) { return total ? 100.0 * (double)count / (double)total : 0; }

static void print_instructions(const OpStats *stats, FILE *out) {
    Row rows[OP_COUNT];
    uint64_t total = 0;
    for (uint32_t op = 0; op < OP_COUNT; op++) {
        rows[op] = (Row){.first = op};
        for (uint32_t before = 0; before < OP_COUNT; before++) rows[op].count += stats->pairs[before][op];
        total += rows[op].count;
    }
    qsort(rows, OP_COUNT, sizeof *rows, by_count);
    fprintf(out, "%llu instructions\n", (unsigned long long)total);
    for (size_t i = 0; i < OP_COUNT && rows[i].count; i++)
        fprintf(out, "%6.2f %14llu  %s\n", in_hundred(rows[i].count, total), (unsigned long long)rows[i].count,
                op_info[rows[i].first].name);
}

/* Puts a row among the best in its place; the last of them falls out. */
static void place(Row *best, Row row) {
    if (by_count(&row, &best[PAIRS_SHOWN - 1]) >= 0) return;
    size_t i = PAIRS_SHOWN - 1;
    for (; i > 0 && by_count(&row, &best[i - 1]) < 0; i--) best[i] = best[i - 1];
    best[i] = row;
}

static void print_pairs(const OpStats *stats, FILE *out) {
    Row best[PAIRS_SHOWN] = {{0}};
    uint64_t total = 0;
    for (uint32_t first = 0; first < OP_COUNT; first++)
        for (uint32_t second = 0; second < OP_COUNT; second++) {
            uint64_t count = stats->pairs[first][second];
            total += count;
            if (count) place(best, (Row){count, first, second});
        }
    fputs("pairs\n", out);
    for (size_t i = 0; i < PAIRS_SHOWN && best[i].count; i++)
        fprintf(out, "%6.2f %14llu  %s %s\n", in_hundred(best[i].count, total), (unsigned long long)best[i].count,
                op_info[best[i].first].name, op_info[best[i].second].name);
}

void stats_end(FILE *out) {
    Vm *vm = vm_of();
    if (!vm->stats) return;
    print_instructions(vm->stats, out);
    print_pairs(vm->stats, out);
    free(vm->stats);
    vm->stats = NULL;
    vm->table = dispatch_plain;
}

#endif
