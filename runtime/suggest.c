#include "runtime/suggest.h"

#include "runtime/str.h"

/* Distances as CPython weighs them (Lib/traceback.py): a letter more, less or other costs 2, its case alone 1. */
enum { MOVE_COST = 2, CASE_COST = 1, LENGTH_LIMIT = 40 };

static size_t replacement_cost(uint32_t a, uint32_t b) {
    if (a == b) return 0;
    if (a < 128 && b < 128 && (a ^ b) == 32 && (a | 32) >= 'a' && (a | 32) <= 'z') return CASE_COST;
    return MOVE_COST;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Wagner and Fischer's table, one row at a time; anything above limit when the distance is larger than limit. */
static size_t distance(Ref a, Ref b, size_t limit) {
    size_t skip = 0, a_end = str_length(a), b_end = str_length(b);
    while (skip < a_end && skip < b_end && str_at(a, skip) == str_at(b, skip)) skip++;
    while (a_end > skip && b_end > skip && str_at(a, a_end - 1) == str_at(b, b_end - 1)) a_end--, b_end--;
    size_t columns = a_end - skip, rows = b_end - skip;
    if (columns == 0 || rows == 0) return (columns + rows) * MOVE_COST;
    if (columns > LENGTH_LIMIT || rows > LENGTH_LIMIT) return limit + 1;

    size_t row[LENGTH_LIMIT];
    for (size_t i = 0; i < columns; i++) row[i] = (i + 1) * MOVE_COST;
    size_t result = 0;
    for (size_t r = 0; r < rows; r++) {
        size_t diagonal = result = r * MOVE_COST, smallest = SIZE_MAX;
        for (size_t i = 0; i < columns; i++) {
            size_t replaced = diagonal + replacement_cost(str_at(b, skip + r), str_at(a, skip + i));
            diagonal = row[i];
            row[i] = result = least(replaced, least(result, diagonal) + MOVE_COST);
            smallest = least(smallest, result);
        }
        if (smallest > limit) return limit + 1;
    }
    return result;
}

void suggestion_offer(Suggestion *s, Ref candidate) {
    if (!is_str(candidate) || str_equal(candidate, s->name)) return;
    size_t limit = (str_length(s->name) + str_length(candidate) + 3) * MOVE_COST / 6;
    limit = least(limit, s->distance - 1);
    size_t found = distance(s->name, candidate, limit);
    if (found > limit) return;
    s->best = candidate;
    s->distance = found;
}
