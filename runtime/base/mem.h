/* runtime/base/mem.h - storage for objects and their parts.
 *
 * Owns:      pools of equal cells for containers, leaves and raw storage; large blocks; the byte limit; the reserve.
 * Invariant: a free cell of a container or leaf pool has a NULL second word (an object's type); walking a pool sees
 *            live cells only. Every block is 16-byte aligned.
 * Not here:  objects (runtime/object.h), when to collect (runtime/gc.h).
 *
 * Two kinds of failure. Small allocations (mem_cell) never fail in their caller: past the limit, or when the system
 * refuses, they come from a reserve of 1 MB and `pending` is set, from which the VM raises MemoryError at its next safe
 * point. Allocations whose size the program chose (mem_large_try) are checked first and answer NULL.
 */
#ifndef OURO_MEM_H
#define OURO_MEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MEM_CONTAINERS, MEM_LEAVES, MEM_RAW, MEM_KINDS };

#define MEM_CELL_MAX 1104u                   /* largest size served from pools: that of a set's table of 64 places */
#define MEM_CLASSES (MEM_CELL_MAX / 16u + 1) /* class i holds cells of 16 * i bytes */
#define MEM_POOL_SIZE (64u * 1024u)          /* bytes of a pool, its address a multiple of this */
#define MEM_SLICE_SIZE 1024u                 /* the same of a slice: the small pool that a class begins with */
#define MEM_SLICE_CELL_MAX 256u              /* largest cell that is served from slices */
#define MEM_RESERVE (1024u * 1024u)
#define MEM_RESTING 8u                           /* freed large blocks that are kept at most */
#define MEM_RESTING_MAX (64u * 1024u)            /* bytes of the largest of these */
#define MEM_GROWTH_MIN ((size_t)4 * 1024 * 1024) /* growth_limit before the first collection */

typedef struct MemCell MemCell;
struct MemCell {
    MemCell *next; /* next free cell */
    void *type;    /* NULL while free */
};

typedef struct MemPool {
    struct MemPool *next; /* next pool of this kind and class, or next spare pool */
    char *carved;         /* cells from here on were never handed out */
    uint32_t cell_size;   /* bytes */
    uint16_t kind;        /* MEM_... */
    uint16_t idle;        /* scratch of mem_trim: free cells in it */
    uint32_t size;        /* bytes: MEM_POOL_SIZE or MEM_SLICE_SIZE; a pool cut into slices begins with the first */
    struct MemPool *lead; /* first pool of the mapping that it stands in; what follows is set in that one only */
    struct MemPool *next_mapping; /* leading pool of the next mapping */
    void *mapping;                /* what the system gave */
    size_t mapping_size;          /* bytes of it */
    uint32_t pools;               /* pools in the mapping */
    uint32_t spare;               /* scratch of mem_trim: how many of these are spare */
} __attribute__((aligned(64))) MemPool;

/* The pool or slice that a cell stands in, and the first of a pool's cells. */
static inline MemPool *mem_pool_of(const void *cell) {
    MemPool *pool = (MemPool *)((uintptr_t)cell & ~(uintptr_t)(MEM_POOL_SIZE - 1));
    return pool->size == MEM_POOL_SIZE ? pool : (MemPool *)((uintptr_t)cell & ~(uintptr_t)(MEM_SLICE_SIZE - 1));
}
static inline char *mem_pool_cells(const MemPool *pool) { return (char *)pool + sizeof(MemPool); }

/* Builds with AddressSanitizer take the slow path for every cell: free cells are poisoned and reused as late as can
 * be. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MEM_CHECKED 1
#endif
#endif
#if !defined(MEM_CHECKED) && defined(__SANITIZE_ADDRESS__)
#define MEM_CHECKED 1
#elif !defined(MEM_CHECKED)
#define MEM_CHECKED 0
#endif

/* what mem tells the pending word of the runtime (state.h) */
enum {
    MEM_PENDING_MEMORY = 1u << 1,
    MEM_PENDING_COLLECT = 1u << 2,
};

typedef struct MemLarge {
    size_t size;   /* bytes of the block behind this header */
    size_t index;  /* its place in Mem.large */
    uint32_t kind; /* MEM_...; MEM_KINDS while it rests */
    uint32_t era;  /* Mem.era when it was allocated */
} __attribute__((aligned(16))) MemLarge;

/* Called for each block while tracing: tracemalloc attributes it to the running line. old NULL: new block;
 * block NULL: freed. */
typedef void (*MemHook)(void *context, void *block, size_t size, void *old);

typedef struct Mem {
    MemCell
        *free[MEM_KINDS][MEM_CLASSES]; /* free cells; all NULL while tracing, so that every call takes the slow path */
    MemCell
        *held[MEM_KINDS][MEM_CLASSES]; /* the rest of the free cells: handed on in batches, each counted as growth */
    MemCell *held_last[MEM_KINDS][MEM_CLASSES]; /* last of these in checked builds, where cells queue */
    MemPool *pools[MEM_KINDS][MEM_CLASSES];     /* newest first */
    MemPool *spare;                             /* pools without a live cell, of no class */
    size_t spare_unused;   /* least bytes that were spare at one of the last trims: nobody needed them */
    uint32_t trims;        /* calls of mem_trim since spare_unused was begun anew */
    char *slices;          /* of the pool that is cut into slices, those not yet used */
    size_t slices_left;    /* bytes of these */
    MemPool *mappings;     /* leading pool of each mapping */
    char *unused;          /* pools of the newest mapping that were never used */
    size_t unused_left;    /* bytes of these */
    MemPool *unused_lead;  /* leading pool of that mapping */
    MemLarge **large;      /* all large blocks */
    size_t large_count;    /* entries in use */
    size_t large_capacity; /* entries that fit */
    struct MemLarge *resting[MEM_RESTING]; /* freed blocks that mem_large_try hands out again */
    size_t pool_bytes;                     /* bytes of the pools in use */
    size_t large_bytes;                    /* bytes of all large blocks */
    size_t peak_bytes;                     /* highest pool_bytes + large_bytes */
    size_t limit;                          /* bytes the program may have; SIZE_MAX: no limit */
    size_t growth; /* bytes by which the heap grew since the last collection; of what shrank, only large blocks that
                      were also allocated since then are counted */
    uint32_t era;  /* collections so far */
    size_t growth_limit;        /* growth at which pending gets PENDING_COLLECT */
    char *reserve;              /* pools that small allocations get past the limit; untouched until then */
    size_t reserve_left;        /* bytes of these */
    MemPool *reserve_lead;      /* leading pool of the mapping they are in */
    uint32_t forced;            /* pools given past the limit since one was within it; a failure counts as one */
    bool trimming_helped;       /* the last mem_trim at the limit gave pools back */
    MemHook hook;               /* NULL while nothing traces */
    void *hook_context;         /* handed to hook */
    uint64_t fail_after;        /* test builds: refuse the allocation with this number; 0: never */
    uint64_t allocations;       /* slow-path allocations so far (fail_after counts these) */
    volatile uint32_t *pending; /* the runtime's pending word, told about failure and growth */
} Mem;

/* False when the system has no memory even for the reserve. */
bool mem_init(Mem *mem, volatile uint32_t *pending);
/* Returns everything to the system. */
void mem_destroy(Mem *mem);

void *mem_cell_slow(Mem *mem, uint32_t kind, size_t size);
void mem_free_slow(Mem *mem, uint32_t kind, void *cell, size_t size);

/* A cell that was used before, or NULL: ask mem_cell then. */
static inline void *mem_cell_try(Mem *mem, uint32_t kind, size_t size) {
    size_t class = (size + 15) >> 4;
    MemCell *cell = mem->free[kind][class];
    if (__builtin_expect(cell != NULL, 1)) mem->free[kind][class] = cell->next;
    return cell;
}

/* A cell of size bytes (at most MEM_CELL_MAX), never NULL, not cleared. */
static inline void *mem_cell(Mem *mem, uint32_t kind, size_t size) {
    size_t class = (size + 15) >> 4;
    MemCell *cell = mem->free[kind][class];
    if (__builtin_expect(cell == NULL, 0)) return mem_cell_slow(mem, kind, size);
    mem->free[kind][class] = cell->next;
    return cell;
}

/* Gives back a cell of mem_cell with the same size and kind; the first, when no hook is set, without a call. */
static inline void mem_cell_free_unhooked(Mem *mem, uint32_t kind, void *block, size_t size) {
    if (MEM_CHECKED) {
        mem_free_slow(mem, kind, block, size);
        return;
    }
    MemCell *cell = block;
    size_t class = (size + 15) >> 4;
    cell->type = NULL;
    cell->next = mem->free[kind][class];
    mem->free[kind][class] = cell;
}
static inline void mem_cell_free(Mem *mem, uint32_t kind, void *block, size_t size) {
    if (__builtin_expect(mem->hook != NULL, 0)) mem_free_slow(mem, kind, block, size);
    else mem_cell_free_unhooked(mem, kind, block, size);
}

/* Blocks of any size whose size the program chose, not cleared. NULL past the limit or when the system refuses;
 * the caller raises MemoryError. resize keeps the contents; on failure the old block stays. */
void *mem_raw_try(Mem *mem, size_t size);
void *mem_raw_resize_try(Mem *mem, void *block, size_t old_size, size_t size);
void mem_raw_free(Mem *mem, void *block, size_t size);

/* Large objects (over MEM_CELL_MAX) of kind MEM_CONTAINERS or MEM_LEAVES; the collector walks Mem.large. The second
 * never answers NULL: past the limit it sets MEM_PENDING_MEMORY, for objects whose size the program did not choose. */
void *mem_large_try(Mem *mem, uint32_t kind, size_t size);
void *mem_large(Mem *mem, uint32_t kind, size_t size);
void mem_large_free(Mem *mem, void *block);

/* Zeroed memory that the system gives page by page as it is used, for tables of which small programs need little:
 * calloc would write to all of it. NULL when the system refuses. */
void *mem_pages(size_t size);
void mem_pages_free(void *pages, size_t size);

/* True when size more bytes are within the limit. */
bool mem_would_fit(const Mem *mem, size_t size);

/* Calls visit for each live container (kind MEM_CONTAINERS) or leaf, pools first, then large blocks. Cells may be freed
 * during the walk, and new ones may or may not be seen. */
void mem_walk(Mem *mem, uint32_t kind, void (*visit)(void *object, void *context), void *context);

/* Starts or stops calling the hook. */
void mem_set_hook(Mem *mem, MemHook hook, void *context);

/* Whether a cell of a container or leaf pool is in use. */
#if MEM_CHECKED
bool mem_cell_is_live(const void *cell);
#else
static inline bool mem_cell_is_live(const void *cell) { return ((const MemCell *)cell)->type != NULL; }
#endif

/* Live cells and blocks of this kind; SIZE_MAX when counting would take too long. */
size_t mem_count_cells(const Mem *mem, uint32_t kind);

/* Takes pools without a live cell from their class, and gives their memory back to the system when there are many.
 * Called after a collection, and before an allocation is refused. Returns the bytes in live cells and blocks. */
size_t mem_trim(Mem *mem);

/* MemoryError was raised: fills the reserve again, and lets the program handle it with a little more. */
void mem_refill_reserve(Mem *mem);

/* Bytes in live cells and blocks (walks the free lists: for tracemalloc and tests, not for hot code). */
size_t mem_in_use(const Mem *mem);

#endif
