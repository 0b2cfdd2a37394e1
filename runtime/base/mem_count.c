/* runtime/base/mem_count.c - visits and counts the cells and blocks in use.
 *
 * Owns:      nothing.
 * Invariant: nothing is changed here; what mem_walk calls may free what it is shown.
 * Not here:  handing out cells and taking them back (mem.c).
 */
#include "runtime/base/mem.h"

#if MEM_CHECKED
#define UNCHECKED __attribute__((no_sanitize("address"), noinline))
#else
#define UNCHECKED
#endif

enum {
    COUNTED_MIN = 4096, /* mem_count_cells looks at so many free cells, */
    COUNTED_PER = 1024, /* and at one more for so many bytes of the heap */
};

UNCHECKED static MemCell *next_cell(const MemCell *cell) { return cell->next; }

/* The length of a list, or most + 1 when it has more than most cells. */
static size_t length_up_to(const MemCell *cell, size_t most) {
    size_t length = 0;
    for (; cell && length <= most; cell = next_cell(cell)) length++;
    return length;
}

size_t mem_count_cells(const Mem *mem, uint32_t kind) {
    size_t total = 0, carved = 0, most = COUNTED_MIN + mem->pool_bytes / COUNTED_PER;
    for (size_t class = 1; class < MEM_CLASSES; class += 1) {
        for (MemPool *pool = mem->pools[kind][class]; pool; pool = pool->next) {
            carved += (size_t)(pool->carved - mem_pool_cells(pool)) / pool->cell_size;
        }
        size_t free = length_up_to(mem->free[kind][class], most);
        free += length_up_to(mem->held[kind][class], most - (free > most ? most : free));
        if (free > most) return SIZE_MAX;
        most -= free;
        total += free;
    }
    total = carved - total;
    for (size_t i = 0; i < mem->large_count; i++) total += mem->large[i]->kind == kind;
    return total;
}

size_t mem_in_use(const Mem *mem) {
    size_t bytes = mem->large_bytes;
    for (uint32_t kind = 0; kind < MEM_KINDS; kind++) {
        for (size_t class = 1; class < MEM_CLASSES; class += 1) {
            for (MemPool *pool = mem->pools[kind][class]; pool; pool = pool->next) {
                bytes += (size_t)(pool->carved - mem_pool_cells(pool));
            }
            for (MemCell *cell = mem->free[kind][class]; cell; cell = next_cell(cell)) bytes -= class * 16;
            for (MemCell *cell = mem->held[kind][class]; cell; cell = next_cell(cell)) bytes -= class * 16;
        }
    }
    return bytes;
}

void mem_walk(Mem *mem, uint32_t kind, void (*visit)(void *object, void *context), void *context) {
    for (size_t class = 1; class < MEM_CLASSES; class += 1) {
        for (MemPool *pool = mem->pools[kind][class]; pool; pool = pool->next) {
            for (char *cell = mem_pool_cells(pool); cell < pool->carved; cell += pool->cell_size) {
                if (mem_cell_is_live(cell)) visit(cell, context);
            }
        }
    }
    for (size_t i = mem->large_count; i-- > 0;) { /* backwards: freeing moves the last block into the gap */
        MemLarge *large = i < mem->large_count ? mem->large[i] : NULL;
        if (large && large->kind == kind && ((MemCell *)(large + 1))->type) visit(large + 1, context);
    }
}
