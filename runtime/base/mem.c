#include "runtime/base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if MEM_CHECKED
#include <sanitizer/asan_interface.h>
#define UNCHECKED __attribute__((no_sanitize("address"), noinline))
#define POISON(block, size) __asan_poison_memory_region(block, size)
#define UNPOISON(block, size) __asan_unpoison_memory_region(block, size)
#else
#define UNCHECKED
#define POISON(block, size) ((void)(block), (void)(size))
#define UNPOISON(block, size) ((void)(block), (void)(size))
#endif

enum {
    BATCH_BYTES = 2048,              /* cells handed to the fast path at a time */
    MAPPING_MIN = 1024 * 1024,       /* bytes asked of the system at a time, growing with the heap */
    MAPPING_FIRST = 4 * 1024 * 1024, /* bytes of the first mapping: pools for the sizes of a small program */
    MAPPING_MAX = 8 * 1024 * 1024,   /* but not past this */
    SPARE_KEPT = 16 * 1024 * 1024,   /* bytes of spare pools that are always kept */
    TRIMS_OBSERVED = 8,              /* what stayed spare for so many trims is given back */
    FORCED_QUIETLY = 4,              /* pools past the limit with which a MemoryError is handled before the next one */
};

static size_t class_of(size_t size) { return (size + 15) >> 4; }

static void tell(Mem *mem, uint32_t what) { __atomic_fetch_or(mem->pending, what, __ATOMIC_RELAXED); }

static void count_growth(Mem *mem, size_t bytes) {
    mem->growth += bytes;
    if (mem->growth > mem->growth_limit) tell(mem, MEM_PENDING_COLLECT);
}

/* Long ints that come and go are no growth. */
static void uncount_growth(Mem *mem, size_t bytes) { mem->growth -= bytes < mem->growth ? bytes : mem->growth; }

static void count_peak(Mem *mem) {
    size_t total = mem->pool_bytes + mem->large_bytes;
    if (total > mem->peak_bytes) mem->peak_bytes = total;
}

/* Counts a slow-path allocation; true when the test build wants it refused. */
static bool must_fail(Mem *mem) { return ++mem->allocations == mem->fail_after; }

bool mem_would_fit(const Mem *mem, size_t size) {
    size_t used = mem->pool_bytes + mem->large_bytes;
    return used <= mem->limit && size <= mem->limit - used;
}

/* --- Mappings and pools --------------------------------------------------------------------------------------- */

static size_t align_up(size_t n, size_t unit) { return (n + unit - 1) & ~(unit - 1); }

void *mem_pages(size_t size) {
    void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return pages == MAP_FAILED ? NULL : pages;
}

void mem_pages_free(void *pages, size_t size) {
    if (pages) munmap(pages, size);
}

/* Maps size bytes of pools, or answers NULL. Huge pages are not asked for: where a virtual machine's host has to find
 * them first, they took up to ten times as long as the small pages they replace. */
static char *map_pools(Mem *mem, size_t size) {
    size_t mapped = size + MEM_POOL_SIZE;
    char *base = mem_pages(mapped);
    if (!base) return NULL;
    char *first = (char *)align_up((uintptr_t)base, MEM_POOL_SIZE);
    MemPool *lead = (MemPool *)first;
    lead->mapping = base;
    lead->mapping_size = mapped;
    lead->pools = (uint32_t)(size / MEM_POOL_SIZE);
    lead->next_mapping = mem->mappings;
    mem->mappings = lead;
    return first;
}

static void add_spare(Mem *mem, char *pools, size_t size, MemPool *lead) {
    for (size_t i = 0; i < size; i += MEM_POOL_SIZE) {
        MemPool *pool = (MemPool *)(pools + i);
        pool->lead = lead;
        pool->next = mem->spare;
        mem->spare = pool;
    }
}

/* Maps pools that are handed out from then on, when none are unused. */
static bool map_unused(Mem *mem, size_t size) {
    char *pools = map_pools(mem, size);
    if (!pools) return false;
    mem->unused = pools;
    mem->unused_left = size;
    mem->unused_lead = (MemPool *)pools;
    return true;
}

static size_t next_mapping_size(const Mem *mem) {
    size_t size = align_up(mem->pool_bytes / 4, MAPPING_MIN);
    return size < MAPPING_MIN ? MAPPING_MIN : size > MAPPING_MAX ? MAPPING_MAX : size;
}

static MemPool *take_spare(Mem *mem) {
    MemPool *pool = mem->spare;
    if (pool) mem->spare = pool->next;
    return pool;
}

/* A pool of no class, or NULL when the system refuses. */
static MemPool *take_pool(Mem *mem) {
    if (mem->spare) return take_spare(mem);
    if (!mem->unused_left && !map_unused(mem, next_mapping_size(mem)) && !map_unused(mem, MAPPING_MIN)) {
        mem_trim(mem);
        return take_spare(mem);
    }
    MemPool *pool = (MemPool *)mem->unused;
    pool->lead = mem->unused_lead;
    mem->unused += MEM_POOL_SIZE;
    mem->unused_left -= MEM_POOL_SIZE;
    return pool;
}

/* Past every limit and out of reserve, there is no way to go on that keeps the promise of mem_cell. */
static _Noreturn void give_up(void) {
    fputs("MemoryError: the system has no memory left\n", stderr);
    exit(1);
}

static MemPool *take_reserved_pool(Mem *mem) {
    if (mem->reserve_left) {
        mem->reserve_left -= MEM_POOL_SIZE;
        MemPool *pool = (MemPool *)(mem->reserve + mem->reserve_left);
        pool->lead = mem->reserve_lead;
        return pool;
    }
    MemPool *pool = take_pool(mem);
    if (!pool) give_up();
    return pool;
}

/* Makes room under the limit, unless that was tried in vain since. */
static bool fits_after_trim(Mem *mem, size_t size) {
    if (mem_would_fit(mem, size)) return true;
    if (!mem->trimming_helped || size > mem->limit) return false;
    size_t before = mem->pool_bytes;
    mem_trim(mem);
    mem->trimming_helped = mem->pool_bytes < before;
    return mem_would_fit(mem, size);
}

/* What a class begins with: a small program has few objects of many sizes, and each page that it touches costs time. */
static MemPool *take_slice(Mem *mem) {
    MemPool *slice = (MemPool *)mem->slices;
    slice->size = MEM_SLICE_SIZE;
    mem->slices += MEM_SLICE_SIZE;
    mem->slices_left -= MEM_SLICE_SIZE;
    return slice;
}

/* Past the limit: NULL, or with force a pool from the reserve. */
static MemPool *take_whole_pool(Mem *mem, bool force) {
    MemPool *pool = fits_after_trim(mem, MEM_POOL_SIZE) ? take_pool(mem) : NULL;
    if (pool) {
        mem->forced = 0;
    } else {
        if (!force) return NULL;
        pool = take_reserved_pool(mem);
        if (++mem->forced == 1 || mem->forced > FORCED_QUIETLY) tell(mem, MEM_PENDING_MEMORY);
    }
    pool->size = MEM_POOL_SIZE;
    mem->pool_bytes += MEM_POOL_SIZE;
    return pool;
}

/* Adds a pool to a class, or a slice when it is the first. */
static bool add_pool(Mem *mem, uint32_t kind, size_t class, bool force) {
    bool sliced = !mem->pools[kind][class] && class * 16 <= MEM_SLICE_CELL_MAX && mem->slices_left;
    MemPool *pool = sliced ? take_slice(mem) : take_whole_pool(mem, force);
    if (!pool) return false;
    pool->cell_size = (uint32_t)class * 16;
    pool->kind = (uint16_t)kind;
    pool->idle = 0;
    pool->carved = mem_pool_cells(pool);
    pool->next = mem->pools[kind][class];
    mem->pools[kind][class] = pool;
    count_peak(mem);
    POISON(pool->carved, pool->size - sizeof(MemPool));
    return true;
}

/* --- Cells ---------------------------------------------------------------------------------------------------- */

UNCHECKED static void link_cell(MemCell *cell, MemCell *next) {
    cell->next = next;
    cell->type = NULL;
}
UNCHECKED static MemCell *next_cell(const MemCell *cell) { return cell->next; }

static size_t batch_of(size_t cell_size) { return cell_size >= BATCH_BYTES / 2 ? 2 : BATCH_BYTES / cell_size; }

static size_t uncarved(const MemPool *pool) {
    return (size_t)((const char *)pool + pool->size - pool->carved) / pool->cell_size;
}

/* Moves a batch of cells that were never used to `held`, which is empty, in the order of their addresses. */
static bool carve(Mem *mem, uint32_t kind, size_t class, bool force) {
    MemPool *pool = mem->pools[kind][class];
    if ((!pool || !uncarved(pool)) && !add_pool(mem, kind, class, force)) return false;
    if (mem->held[kind][class]) return true; /* adding a pool may have trimmed, and so found free cells */
    pool = mem->pools[kind][class];
    size_t size = pool->cell_size, count = uncarved(pool);
    if (count > batch_of(size)) count = batch_of(size);
    MemCell *first = (MemCell *)pool->carved, *cell = first;
    for (size_t i = 1; i < count; i++) {
        MemCell *next = (MemCell *)((char *)cell + size);
        link_cell(cell, next);
        cell = next;
    }
    link_cell(cell, NULL);
    pool->carved += count * size;
    mem->held[kind][class] = first;
    mem->held_last[kind][class] = cell;
    return true;
}

/* Takes one cell from `held` and, where the fast path is on, hands it the batch behind that one. */
static MemCell *take_held(Mem *mem, uint32_t kind, size_t class) {
    MemCell *first = mem->held[kind][class], *rest = next_cell(first);
    size_t size = class * 16, count = 1;
    if (!MEM_CHECKED && !mem->hook && rest) {
        MemCell *last = rest;
        for (count = 2; count < batch_of(size) && last->next; count++) last = last->next;
        mem->free[kind][class] = rest;
        rest = last->next;
        last->next = NULL;
    }
    mem->held[kind][class] = rest;
    count_growth(mem, count * size);
    return first;
}

static void *allocate_cell(Mem *mem, uint32_t kind, size_t size, bool force) {
    size_t class = class_of(size);
    if (!mem->held[kind][class] && !carve(mem, kind, class, force)) return NULL;
    MemCell *cell = take_held(mem, kind, class);
    UNPOISON(cell, kind == MEM_RAW ? size : class * 16); /* objects are cleared in units of 16 bytes */
    if (mem->hook) mem->hook(mem->hook_context, cell, size, NULL);
    return cell;
}

void *mem_cell_slow(Mem *mem, uint32_t kind, size_t size) {
    if (must_fail(mem)) tell(mem, MEM_PENDING_MEMORY);
    return allocate_cell(mem, kind, size, true);
}

void mem_free_slow(Mem *mem, uint32_t kind, void *block, size_t size) {
    size_t class = class_of(size);
    MemCell *cell = block, *last = mem->held_last[kind][class];
    if (mem->hook) mem->hook(mem->hook_context, NULL, size, block);
    if (MEM_CHECKED && mem->held[kind][class]) {
        link_cell(cell, NULL);
        link_cell(last, cell);
        mem->held_last[kind][class] = cell;
    } else {
        link_cell(cell, mem->held[kind][class]);
        mem->held[kind][class] = cell;
        if (!next_cell(cell)) mem->held_last[kind][class] = cell;
    }
    POISON(cell, class * 16);
}

/* Moves the cells that were freed on the fast path to `held` where that is empty. Allocating them again then counts as
 * growth: what is freed in one go and made anew as cycles is noticed. */
static void hold_free_cells(Mem *mem) {
    for (uint32_t kind = 0; kind < MEM_KINDS; kind++) {
        for (size_t class = 1; class < MEM_CLASSES; class += 1) {
            if (mem->held[kind][class]) continue;
            mem->held[kind][class] = mem->free[kind][class];
            mem->free[kind][class] = NULL;
        }
    }
}

/* --- Trimming ------------------------------------------------------------------------------------------------- */

static size_t count_idle(MemCell *cell) {
    size_t count = 0;
    for (; cell; cell = next_cell(cell), count++) mem_pool_of(cell)->idle++;
    return count;
}

/* Slices stay. */
static bool is_empty(const MemPool *pool) {
    return pool->size == MEM_POOL_SIZE && pool->idle &&
           pool->idle == (size_t)(pool->carved - mem_pool_cells(pool)) / pool->cell_size;
}

/* Appends the cells of a list that do not stand in an empty pool to the list that ends in last. */
static MemCell *keep_cells(MemCell **first, MemCell *last, MemCell *cell) {
    for (MemCell *next; cell; cell = next) {
        next = next_cell(cell);
        if (is_empty(mem_pool_of(cell))) continue;
        link_cell(cell, NULL);
        if (last) link_cell(last, cell);
        else *first = cell;
        last = cell;
    }
    return last;
}

static void drop_empty_pools(Mem *mem, MemPool **place) {
    for (MemPool *pool = *place; pool; pool = *place) {
        bool empty = is_empty(pool);
        pool->idle = 0;
        if (!empty) {
            place = &pool->next;
            continue;
        }
        *place = pool->next;
        UNPOISON(pool, MEM_POOL_SIZE);
        pool->next = mem->spare;
        mem->spare = pool;
        mem->pool_bytes -= MEM_POOL_SIZE;
    }
}

/* Takes the mappings that are to go off the list of all and gives them back. */
static void unmap_spare(Mem *mem) {
    for (MemPool **place = &mem->mappings, *lead; (lead = *place) != NULL;) {
        if (lead->spare != lead->pools) {
            place = &lead->next_mapping;
            continue;
        }
        *place = lead->next_mapping;
        munmap(lead->mapping, lead->mapping_size);
    }
}

/* Gives mappings of which all pools are spare back to the system, up to this many bytes. */
static void return_spare(Mem *mem, size_t bytes) {
    for (MemPool *lead = mem->mappings; lead; lead = lead->next_mapping) lead->spare = 0;
    for (MemPool *pool = mem->spare; pool; pool = pool->next) pool->lead->spare++;
    for (MemPool *lead = mem->mappings; lead; lead = lead->next_mapping) {
        size_t size = (size_t)lead->pools * MEM_POOL_SIZE;
        if (lead->spare != lead->pools) continue;
        if (bytes < size) lead->spare = 0;
        else bytes -= size;
    }
    for (MemPool **place = &mem->spare, *pool; (pool = *place) != NULL;) {
        if (pool->lead->spare == pool->lead->pools) *place = pool->next;
        else place = &pool->next;
    }
    unmap_spare(mem);
}

/* A program that needs much memory again and again should not have to fetch it from the system each time: only what was
 * spare for a while goes back. */
static void observe_spare(Mem *mem) {
    size_t bytes = 0;
    for (MemPool *pool = mem->spare; pool; pool = pool->next) bytes += MEM_POOL_SIZE;
    if (mem->trims == 0 || bytes < mem->spare_unused) mem->spare_unused = bytes;
    if (++mem->trims < TRIMS_OBSERVED) return;
    mem->trims = 0;
    if (mem->spare_unused > SPARE_KEPT) return_spare(mem, mem->spare_unused - SPARE_KEPT);
}

/* Moves all free cells of a class to `held`, but for those of empty pools. Returns the bytes in live cells. */
static size_t trim_class(Mem *mem, uint32_t kind, size_t class) {
    size_t live = 0;
    for (MemPool *pool = mem->pools[kind][class]; pool; pool = pool->next)
        live += (size_t)(pool->carved - mem_pool_cells(pool));
    MemCell *free = mem->free[kind][class], *held = mem->held[kind][class], *first = NULL;
    if (!free && !held) return live;
    live -= (count_idle(free) + count_idle(held)) * class * 16;
    MemCell *last = keep_cells(&first, NULL, free);
    last = keep_cells(&first, last, held);
    mem->free[kind][class] = NULL;
    mem->held[kind][class] = first;
    mem->held_last[kind][class] = last;
    drop_empty_pools(mem, &mem->pools[kind][class]);
    return live;
}

/* A loop over long numbers asks for blocks of the same few sizes again and again. So a block of moderate size rests
 * when it is freed, of no kind and in no count, with its place in Mem.large, until one of just its size is asked
 * for. */
static MemLarge **resting_place(Mem *mem, size_t size) { return &mem->resting[size / 16 % MEM_RESTING]; }

static MemLarge *wake(Mem *mem, size_t size) {
    MemLarge **place = resting_place(mem, size), *large = *place;
    if (!large || large->size != size) return NULL;
    *place = NULL;
    return large;
}

static void return_to_system(Mem *mem, MemLarge *large) {
    MemLarge *last = mem->large[--mem->large_count];
    mem->large[large->index] = last;
    last->index = large->index;
    free(large);
}

static void rest(Mem *mem, MemLarge *large) {
    MemLarge **place = resting_place(mem, large->size);
    if (*place) return_to_system(mem, *place);
    large->kind = MEM_KINDS;
    *place = large;
}

static void return_resting(Mem *mem) {
    for (size_t i = 0; i < MEM_RESTING; i++) {
        if (mem->resting[i]) return_to_system(mem, mem->resting[i]);
        mem->resting[i] = NULL;
    }
}

size_t mem_trim(Mem *mem) {
    return_resting(mem);
    size_t live = mem->large_bytes;
    for (uint32_t kind = 0; kind < MEM_KINDS; kind++) {
        for (size_t class = 1; class < MEM_CLASSES; class += 1) live += trim_class(mem, kind, class);
    }
    observe_spare(mem);
    return live;
}

/* --- Large blocks --------------------------------------------------------------------------------------------- */

static bool grow_large(Mem *mem) {
    size_t capacity = mem->large_capacity ? mem->large_capacity * 2 : 64;
    MemLarge **large = realloc(mem->large, capacity * sizeof *large);
    if (!large) return false;
    mem->large = large;
    mem->large_capacity = capacity;
    return true;
}

static MemLarge *block_header(void *block) { return (MemLarge *)block - 1; }

static MemLarge *take_from_system(Mem *mem, size_t size) {
    if (size > SIZE_MAX / 2 || (mem->large_count == mem->large_capacity && !grow_large(mem))) return NULL;
    MemLarge *large = malloc(sizeof(MemLarge) + size);
    if (!large) return NULL;
    *large = (MemLarge){.size = size, .index = mem->large_count};
    mem->large[mem->large_count++] = large;
    return large;
}

/* A block, whatever the limit says; NULL when the system refuses. */
static void *allocate_large(Mem *mem, uint32_t kind, size_t size) {
    MemLarge *large = wake(mem, size);
    if (!large) large = take_from_system(mem, size);
    if (!large) return NULL;
    large->kind = kind;
    large->era = mem->era;
    void *block = large + 1;
    ((MemCell *)block)->type = NULL;
    mem->large_bytes += size;
    count_peak(mem);
    count_growth(mem, size);
    mem->trimming_helped = true;
    if (mem->hook) mem->hook(mem->hook_context, block, size, NULL);
    return block;
}

void *mem_large_try(Mem *mem, uint32_t kind, size_t size) {
    if (must_fail(mem) || !fits_after_trim(mem, size)) return NULL;
    return allocate_large(mem, kind, size);
}

void *mem_large(Mem *mem, uint32_t kind, size_t size) {
    void *block = mem_large_try(mem, kind, size);
    if (block) return block;
    tell(mem, MEM_PENDING_MEMORY);
    block = allocate_large(mem, kind, size);
    if (!block) give_up();
    return block;
}

void mem_large_free(Mem *mem, void *block) {
    MemLarge *large = block_header(block);
    if (mem->hook) mem->hook(mem->hook_context, NULL, large->size, block);
    mem->large_bytes -= large->size;
    if (large->era == mem->era) uncount_growth(mem, large->size);
    mem->trimming_helped = true;
    if (large->size >= 1024 * 1024) hold_free_cells(mem);
    if (!MEM_CHECKED && large->size <= MEM_RESTING_MAX) rest(mem, large);
    else return_to_system(mem, large);
}

static void *resize_large(Mem *mem, void *block, size_t size) {
    MemLarge *large = block_header(block);
    size_t old_size = large->size;
    if (size > SIZE_MAX / 2 || must_fail(mem)) return NULL;
    if (size > old_size && !fits_after_trim(mem, size - old_size)) return NULL;
    MemLarge *moved = realloc(large, sizeof(MemLarge) + size);
    if (!moved) return NULL;
    moved->size = size;
    mem->large[moved->index] = moved;
    mem->large_bytes += size - old_size;
    count_peak(mem);
    if (size > old_size) count_growth(mem, size - old_size);
    else if (moved->era == mem->era) uncount_growth(mem, old_size - size);
    if (mem->hook) mem->hook(mem->hook_context, moved + 1, size, block);
    return moved + 1;
}

/* --- Raw storage ---------------------------------------------------------------------------------------------- */

static size_t raw_size(size_t size) { return size ? size : 1; }

void *mem_raw_try(Mem *mem, size_t size) {
    size = raw_size(size);
    if (size > MEM_CELL_MAX) return mem_large_try(mem, MEM_RAW, size);
    MemCell *cell = mem->free[MEM_RAW][class_of(size)];
    if (cell) {
        mem->free[MEM_RAW][class_of(size)] = cell->next;
        return cell;
    }
    return must_fail(mem) ? NULL : allocate_cell(mem, MEM_RAW, size, false);
}

void *mem_raw_resize_try(Mem *mem, void *block, size_t old_size, size_t size) {
    if (!block) return mem_raw_try(mem, size);
    old_size = raw_size(old_size);
    size = raw_size(size);
    if (old_size > MEM_CELL_MAX && size > MEM_CELL_MAX) return resize_large(mem, block, size);
    if (!MEM_CHECKED && old_size <= MEM_CELL_MAX && class_of(size) == class_of(old_size)) return block;
    void *moved = mem_raw_try(mem, size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size < size ? old_size : size);
    mem_raw_free(mem, block, old_size);
    return moved;
}

void mem_raw_free(Mem *mem, void *block, size_t size) {
    size = raw_size(size);
    if (!block) return;
    if (size > MEM_CELL_MAX) mem_large_free(mem, block);
    else mem_cell_free(mem, MEM_RAW, block, size);
}

/* --- The whole ------------------------------------------------------------------------------------------------ */

void mem_set_hook(Mem *mem, MemHook hook, void *context) {
    if (hook) mem_trim(mem); /* leaves the fast path without cells */
    mem->hook = hook;
    mem->hook_context = context;
}

#if MEM_CHECKED
UNCHECKED bool mem_cell_is_live(const void *cell) { return ((const MemCell *)cell)->type != NULL; }
#endif

void mem_refill_reserve(Mem *mem) {
    mem->trimming_helped = true;
    if (mem->forced == 0) mem->forced = 1;
    if (mem->reserve_left == MEM_RESERVE) return;
    char *pools = map_pools(mem, MEM_RESERVE);
    if (!pools) return;
    add_spare(mem, mem->reserve, mem->reserve_left, mem->reserve_lead);
    mem->reserve = pools;
    mem->reserve_left = MEM_RESERVE;
    mem->reserve_lead = (MemPool *)pools;
}

bool mem_init(Mem *mem, volatile uint32_t *pending) {
    *mem = (Mem){.limit = SIZE_MAX, .growth_limit = MEM_GROWTH_MIN, .trimming_helped = true, .pending = pending};
    if (!map_unused(mem, MAPPING_FIRST + MEM_RESERVE)) return false; /* one call, and the reserve stays untouched */
    mem->unused_left = MAPPING_FIRST - MEM_POOL_SIZE;
    mem->slices = mem->unused;
    mem->slices_left = MEM_POOL_SIZE;
    mem->unused += MEM_POOL_SIZE;
    mem->pool_bytes = MEM_POOL_SIZE;
    mem->reserve = mem->slices + MAPPING_FIRST;
    mem->reserve_left = MEM_RESERVE;
    mem->reserve_lead = mem->unused_lead;
    return true;
}

void mem_destroy(Mem *mem) {
    while (mem->large_count) free(mem->large[--mem->large_count]);
    free(mem->large);
    for (MemPool *lead = mem->mappings, *next; lead; lead = next) {
        next = lead->next_mapping;
        void *mapping = lead->mapping;
        size_t size = lead->mapping_size;
        UNPOISON(mapping, size);
        munmap(mapping, size);
    }
    *mem = (Mem){0};
}
