#include "lib/source_cache.h"

#include <stdlib.h>
#include <string.h>

#include "lib/bundle.h"
#include "lib/path.h"
#include "lib/print_traceback.h"
#include "runtime/base/diag.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/file_text.h"

struct CachedSource {
    CachedSource *next; /* the one read before */
    Value filename;     /* str */
    Source source;      /* no text when there is none */
};

void traceback_remember_source(Ref filename, const char *text, size_t length) {
    Runtime *runtime = rt();
    if (!runtime->sources) runtime->sources = dict_new();
    Value bytes = bytes_from(text, length);
    if (bytes) dict_set_str(runtime->sources, filename, bytes);
    else error_clear();
    release_maybe(bytes);
}

/* Decodes text as the compiler would. */
static void decode(Source *source, const char *text, size_t length) {
    Arena arena;
    if (!arena_init(&arena)) return;
    Diag diag = {.arena = &arena};
    if (!source_from_bytes(source, "", text, length, &diag)) source_free(source);
    arena_free(&arena);
}

static bool read_file(Source *source, Ref path) {
    FileText text;
    if (!file_text_read(&text, path)) return error_clear(), false;
    decode(source, text.bytes, text.length);
    file_text_done(&text);
    return true;
}

/* A relative name that is not found where the program is now may be below a folder of sys.path. */
static void read_along_path(Source *source, Ref filename) {
    Ref path = rt()->sys ? dict_peek_text(rt()->sys, "path") : NULL;
    for (size_t i = 0; path && is_list(path) && i < list_count(path); i++) {
        Ref folder = list_peek(path, i);
        if (!is_str(folder)) continue;
        Value full = error_format("%S/%S", folder, filename);
        bool found = full && read_file(source, full);
        release_maybe(full);
        if (found) return;
        error_clear();
    }
}

static bool read_bundled(Source *source, Ref filename) {
    size_t length;
    Utf8 name;
    if (!str_is_ascii(filename) || !str_utf8(filename, &name, true)) return false;
    char *text = bundle_file_text(name.text, &length);
    str_utf8_done(&name);
    if (text) decode(source, text, length);
    free(text);
    return text != NULL;
}

/* What a program put into linecache.cache for a text that is no file. */
static void read_kept(Source *source, Ref filename) {
    Utf8 utf8;
    Value empty = str_empty();
    Ref module = dict_peek_text(rt()->modules, "linecache");
    Ref cache = module && type_of(module) == &type_module ? module_peek_text(module, "cache") : NULL;
    Ref entry = cache && is_exact(cache, &type_dict) ? dict_peek_str(cache, filename) : NULL;
    Ref lines = entry && is_exact(entry, &type_tuple) && tuple_count(entry) == 4 ? tuple_peek(entry, 2) : NULL;
    Value text = lines && is_exact(lines, &type_list) ? str_join(empty, lines) : NULL;
    if (text && str_utf8(text, &utf8, true)) {
        decode(source, utf8.text, utf8.length);
        str_utf8_done(&utf8);
    }
    release_maybe(text);
    release(empty);
    error_clear();
}

static void read_source(Source *source, Ref filename) {
    size_t length = str_length(filename);
    Ref known = rt()->sources && is_exact(filename, &type_str) ? dict_peek_str(rt()->sources, filename) : NULL;
    if (known) {
        decode(source, (const char *)bytes_data(known), bytes_length(known));
        return;
    }
    if (length == 0 || read_bundled(source, filename)) return;
    if (str_at(filename, 0) == '<' && str_at(filename, length - 1) == '>') return read_kept(source, filename);
    if (!read_file(source, filename) && str_at(filename, 0) != '/') read_along_path(source, filename);
}

const Source *source_cache_get(SourceCache *cache, Ref filename) {
    CachedSource *entry = cache->first;
    while (entry && entry->filename != filename && !str_equal(entry->filename, filename)) entry = entry->next;
    if (!entry) {
        entry = mem_cell(&rt()->mem, MEM_RAW, sizeof *entry);
        *entry = (CachedSource){.next = cache->first, .filename = retain(filename)};
        cache->first = entry;
        read_source(&entry->source, filename);
    }
    return entry->source.text ? &entry->source : NULL;
}

void source_cache_done(SourceCache *cache) {
    while (cache->first) {
        CachedSource *entry = cache->first;
        cache->first = entry->next;
        source_free(&entry->source);
        release(entry->filename);
        mem_cell_free(&rt()->mem, MEM_RAW, entry, sizeof *entry);
    }
}
