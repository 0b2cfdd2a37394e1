/* lib/source_cache.h - the lines that tracebacks show.
 *
 * Owns:      the texts read for one traceback; the texts that have no file (Runtime.sources).
 * Invariant: a file is read once for a SourceCache, however many frames it has.
 * Not here:  which lines are shown, and their marks (print_traceback.c, carets.c).
 */
#ifndef OURO_SOURCE_CACHE_H
#define OURO_SOURCE_CACHE_H

#include "runtime/base/source.h"
#include "runtime/value.h"

typedef struct CachedSource CachedSource;

typedef struct SourceCache {
    CachedSource *first; /* newest first */
} SourceCache;

/* The text that filename (a str) names: one remembered, one compiled into the binary, or a file. NULL when there is
 * none. Raises nothing. */
const Source *source_cache_get(SourceCache *cache, Ref filename);
void source_cache_done(SourceCache *cache);

#endif
