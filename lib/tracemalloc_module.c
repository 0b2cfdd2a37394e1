/* lib/tracemalloc_module.c - the module _tracemalloc: which line allocated each block that is in use.
 *
 * Owns:      struct Tracer: the table of traced blocks and the places in the program that they belong to.
 * Invariant: the tables take their memory from malloc, not from the heap that they watch; a block is in the table
 *            exactly when it was allocated while tracing was on and is in use.
 * Not here:  snapshots, statistics, filters (lib/py/tracemalloc.py).
 */
#include <stdlib.h>

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/frame.h"

enum { FRAMES_MAX = 65535, FIRST_BLOCKS = 1024, FIRST_SITES = 256 };

typedef struct SiteFrame {
    Value filename; /* str, owned */
    uint32_t line;  /* from 1; 0: unknown */
} SiteFrame;

/* A place in the program: the innermost frames, innermost first. */
typedef struct Site {
    uint64_t hash;      /* of the frames */
    uint32_t count;     /* of frames kept */
    uint32_t total;     /* frames that there were */
    SiteFrame frames[]; /* filenames are compared by identity */
} Site;

typedef struct TracedBlock {
    void *block; /* NULL: free place */
    size_t size; /* bytes */
    Site *site;  /* who allocated it */
} TracedBlock;

struct Tracer {
    TracedBlock *blocks; /* hash table, linear probing */
    size_t block_mask;   /* places - 1 */
    size_t block_count;  /* places in use */
    Site **sites;        /* hash table, linear probing; a site stays as long as the tracer */
    size_t site_mask;    /* places - 1 */
    size_t site_count;   /* places in use */
    size_t bytes;        /* of the traced blocks */
    size_t peak;         /* highest bytes since the start or reset_peak() */
    uint32_t limit;      /* frames kept of a site */
    bool paused;         /* new blocks are not traced: the tracer's own results are being made */
};

/* Sites. */

static uint64_t mix(uint64_t hash, uint64_t word) {
    hash ^= word;
    hash *= 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

/* Fills in the frames that run now. Returns the hash. */
static uint64_t look_around(Site *site, uint32_t limit) {
    uint64_t hash = 0;
    const Frame *frame = rt()->vm ? rt()->vm->frame : NULL;
    site->count = site->total = 0;
    for (; frame && !(frame->flags & FRAME_BASE); frame = frame->caller) {
        if (site->total < FRAMES_MAX) site->total++;
        if (site->count == limit) continue;
        SiteFrame *to = &site->frames[site->count++];
        *to = (SiteFrame){frame->code->filename, frame_line(frame)};
        hash = mix(mix(hash, bits_of(to->filename)), to->line);
    }
    return site->hash = mix(hash, site->total);
}

static bool same_site(const Site *a, const Site *b) {
    if (a->hash != b->hash || a->count != b->count || a->total != b->total) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->frames[i].filename != b->frames[i].filename || a->frames[i].line != b->frames[i].line) return false;
    return true;
}

static size_t site_size(uint32_t frames) { return sizeof(Site) + frames * sizeof(SiteFrame); }

static Site **site_place(const Tracer *t, const Site *wanted) {
    size_t i = wanted->hash & t->site_mask;
    while (t->sites[i] && !same_site(t->sites[i], wanted)) i = (i + 1) & t->site_mask;
    return &t->sites[i];
}

static bool grow_sites(Tracer *t) {
    size_t old_places = t->site_mask + 1;
    Site **old = t->sites, **sites = calloc(old_places * 2, sizeof *sites);
    if (!sites) return false;
    t->sites = sites;
    t->site_mask = old_places * 2 - 1;
    for (size_t i = 0; i < old_places; i++)
        if (old[i]) *site_place(t, old[i]) = old[i];
    free(old);
    return true;
}

/* The site of the running frames; NULL when there is no memory. */
static Site *site_of_now(Tracer *t) {
    static const uint32_t few = 16;
    char room[sizeof(Site) + 16 * sizeof(SiteFrame)];
    Site *now = t->limit <= few ? (Site *)(void *)room : malloc(site_size(t->limit));
    if (!now) return NULL;
    look_around(now, t->limit);
    Site **place = site_place(t, now), *site = *place;
    if (!site && (t->site_count * 3 < t->site_mask * 2 || grow_sites(t)) && (site = malloc(site_size(now->count)))) {
        memcpy(site, now, site_size(now->count));
        for (uint32_t i = 0; i < site->count; i++) retain(site->frames[i].filename);
        *site_place(t, now) = site;
        t->site_count++;
    }
    if ((char *)now != room) free(now);
    return site;
}

/* Blocks. */

static size_t block_home(const Tracer *t, const void *block) {
    return (size_t)(((uintptr_t)block >> 4) * 0x9e3779b97f4a7c15u >> 20) & t->block_mask;
}

static TracedBlock *block_place(const Tracer *t, const void *block) {
    size_t i = block_home(t, block);
    while (t->blocks[i].block && t->blocks[i].block != block) i = (i + 1) & t->block_mask;
    return &t->blocks[i];
}

static bool grow_blocks(Tracer *t) {
    size_t old_places = t->block_mask + 1;
    TracedBlock *old = t->blocks, *blocks = calloc(old_places * 2, sizeof *blocks);
    if (!blocks) return false;
    t->blocks = blocks;
    t->block_mask = old_places * 2 - 1;
    for (size_t i = 0; i < old_places; i++)
        if (old[i].block) *block_place(t, old[i].block) = old[i];
    free(old);
    return true;
}

static void forget(Tracer *t, const void *block) {
    TracedBlock *place = block_place(t, block);
    if (!place->block) return;
    t->bytes -= place->size;
    t->block_count--;
    size_t hole = (size_t)(place - t->blocks), mask = t->block_mask;
    for (size_t i = (hole + 1) & mask; t->blocks[i].block; i = (i + 1) & mask) {
        size_t home = block_home(t, t->blocks[i].block);
        if (((i - home) & mask) < ((i - hole) & mask)) continue; /* it may not stand before its home */
        t->blocks[hole] = t->blocks[i];
        hole = i;
    }
    t->blocks[hole] = (TracedBlock){0};
}

static void remember(Tracer *t, void *block, size_t size) {
    if (t->block_count * 3 >= t->block_mask * 2 && !grow_blocks(t)) return;
    Site *site = site_of_now(t);
    if (!site) return;
    TracedBlock *place = block_place(t, block);
    if (!place->block) t->block_count++;
    else t->bytes -= place->size;
    *place = (TracedBlock){block, size, site};
    t->bytes += size;
    if (t->bytes > t->peak) t->peak = t->bytes;
}

static void hook(void *context, void *block, size_t size, void *old) {
    Tracer *t = context;
    if (old) forget(t, old);
    if (block && !t->paused) remember(t, block, size);
}

/* Starting and ending. */

static bool allocate_tables(Tracer *t) {
    t->blocks = calloc(FIRST_BLOCKS, sizeof *t->blocks);
    t->sites = calloc(FIRST_SITES, sizeof *t->sites);
    t->block_mask = FIRST_BLOCKS - 1;
    t->site_mask = FIRST_SITES - 1;
    return t->blocks && t->sites;
}

static void free_tables(Tracer *t) {
    for (size_t i = 0; t->sites && i <= t->site_mask; i++) {
        Site *site = t->sites[i];
        for (uint32_t k = 0; site && k < site->count; k++) release(site->frames[k].filename);
        free(site);
    }
    free(t->sites);
    free(t->blocks);
}

static void stop(Runtime *runtime) {
    Tracer *t = runtime->tracer;
    if (!t) return;
    mem_set_hook(&runtime->mem, NULL, NULL);
    runtime->tracer = NULL;
    free_tables(t);
    free(t);
}

static bool start(Runtime *runtime, uint32_t limit) {
    Tracer *t = calloc(1, sizeof *t);
    if (!t || !allocate_tables(t)) {
        if (t) free_tables(t);
        free(t);
        return raise_memory(), false;
    }
    t->limit = limit;
    runtime->tracer = t;
    runtime->tracer_stop = stop;
    mem_set_hook(&runtime->mem, hook, t);
    return true;
}

static Value py_tracemalloc_start(const Ref *args) {
    int64_t limit;
    if (!index_as_int64(args[0], &limit, &type_OverflowError)) return NULL;
    if (limit < 1 || limit > FRAMES_MAX)
        return raise(&type_ValueError, "the number of frames must be in range [1; %d]", FRAMES_MAX);
    return rt()->tracer || start(rt(), (uint32_t)limit) ? VALUE_NONE : NULL;
}

static Value py_tracemalloc_stop(const Ref *args) {
    stop(rt());
    return VALUE_NONE;
}

static Value py_tracemalloc_is_tracing(const Ref *args) { return bool_value(rt()->tracer != NULL); }

static Value py_tracemalloc_clear_traces(const Ref *args) {
    Tracer *t = rt()->tracer;
    if (!t) return VALUE_NONE;
    memset(t->blocks, 0, (t->block_mask + 1) * sizeof *t->blocks);
    t->block_count = t->bytes = t->peak = 0;
    return VALUE_NONE;
}

static Value py_tracemalloc_get_traced_memory(const Ref *args) {
    const Tracer *t = rt()->tracer;
    size_t bytes = t ? t->bytes : 0, peak = t ? t->peak : 0;
    return tuple_pack(2, small_int_value((int64_t)bytes), small_int_value((int64_t)peak));
}

static Value py_tracemalloc_reset_peak(const Ref *args) {
    if (rt()->tracer) rt()->tracer->peak = rt()->tracer->bytes;
    return VALUE_NONE;
}

static Value py_tracemalloc_get_tracemalloc_memory(const Ref *args) {
    const Tracer *t = rt()->tracer;
    if (!t) return small_int_value(0);
    size_t bytes = sizeof *t + (t->block_mask + 1) * sizeof *t->blocks + (t->site_mask + 1) * sizeof *t->sites;
    for (size_t i = 0; i <= t->site_mask; i++)
        if (t->sites[i]) bytes += site_size(t->sites[i]->count);
    return small_int_value((int64_t)bytes);
}

static Value py_tracemalloc_get_traceback_limit(const Ref *args) {
    return small_int_value(rt()->tracer ? rt()->tracer->limit : 1);
}

/* Results. */

/* ((filename, line), ...), innermost first. */
static Value site_frames(const Site *site) {
    Value frames = tuple_new(site->count);
    for (uint32_t i = 0; frames && i < site->count; i++) {
        Value pair = tuple_pack(2, site->frames[i].filename, small_int_value(site->frames[i].line));
        if (pair) as_tuple(frames)->items[i] = pair;
        else clear_ref(&frames);
    }
    return frames;
}

/* A key that equal sites share: their address. */
static Value shared_frames(Ref known, const Site *site) {
    Value key = int_value((int64_t)(uintptr_t)site), frames = NULL;
    Lookup found = dict_get(known, key, &frames);
    if (found == MISSING) {
        frames = site_frames(site);
        if (frames && !dict_set(known, key, frames)) clear_ref(&frames);
    }
    release(key);
    return frames;
}

static bool append_traces(const TracedBlock *blocks, size_t count, Ref list, Ref known) {
    for (size_t i = 0; i < count; i++) {
        Value frames = shared_frames(known, blocks[i].site);
        Value trace = frames ? tuple_pack(4, small_int_value(0), small_int_value((int64_t)blocks[i].size), frames,
                                          small_int_value(blocks[i].site->total))
                             : NULL;
        release_maybe(frames);
        if (!trace || !list_append_steal(list, trace)) return false;
    }
    return true;
}

/* The table is copied first: making the list changes it. */
static Value py_tracemalloc_get_traces(const Ref *args) {
    Tracer *t = rt()->tracer;
    if (!t) return list_new(0);
    TracedBlock *copy = malloc((t->block_count + 1) * sizeof *copy);
    if (!copy) return raise_memory();
    size_t count = 0;
    for (size_t i = 0; i <= t->block_mask; i++)
        if (t->blocks[i].block) copy[count++] = t->blocks[i];
    t->paused = true;
    Value list = list_new(count), known = dict_new();
    if (list && !append_traces(copy, count, list, known)) clear_ref(&list);
    release(known);
    t->paused = false;
    free(copy);
    return list;
}

static Value py_tracemalloc_get_object_traceback(const Ref *args) {
    Tracer *t = rt()->tracer;
    if (!t || !is_heap(args[0])) return VALUE_NONE;
    const TracedBlock *place = block_place(t, object_of(args[0]));
    return place->block ? site_frames(place->site) : VALUE_NONE;
}

static const NativeDef functions[] = {
    {"start(nframe=1, /)", py_tracemalloc_start,
     DOC("Start tracing: of each allocation, the nframe innermost frames are kept."), 0},
    {"stop()", py_tracemalloc_stop, DOC("Stop tracing and forget what was traced."), 0},
    {"is_tracing()", py_tracemalloc_is_tracing, DOC("Return whether allocations are being traced."), 0},
    {"clear_traces()", py_tracemalloc_clear_traces, DOC("Forget what was traced so far."), 0},
    {"get_traced_memory()", py_tracemalloc_get_traced_memory,
     DOC("Return the bytes of the traced blocks, and their peak, as a tuple."), 0},
    {"reset_peak()", py_tracemalloc_reset_peak, DOC("Begin a new peak at what is in use now."), 0},
    {"get_tracemalloc_memory()", py_tracemalloc_get_tracemalloc_memory,
     DOC("Return the bytes that tracing itself takes."), 0},
    {"get_traceback_limit()", py_tracemalloc_get_traceback_limit,
     DOC("Return how many frames are kept of an allocation."), 0},
    {"_get_traces()", py_tracemalloc_get_traces,
     DOC("Return a list of (domain, size, frames, number of frames) of all traced blocks."), 0},
    {"_get_object_traceback(obj, /)", py_tracemalloc_get_object_traceback,
     DOC("Return the frames that allocated obj, or None."), 0},
    {0},
};

const ModuleDef module__tracemalloc = {
    "_tracemalloc",
    "Attribution of memory to the lines that allocated it.",
    functions,
    NULL,
};
