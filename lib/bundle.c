#include "lib/bundle.h"

#include <string.h>

typedef struct BundledModule {
    const char *name; /* "collections.abc" */
    const char *text; /* source, NUL-terminated */
    size_t length;    /* bytes of text */
    bool package;     /* text is of its __init__.py */
} BundledModule;

static const BundledModule modules[] = {
#define BUNDLED(name, length, package, text) {name, text, length, package},
#include "lib/bundled.h"
#undef BUNDLED
};

enum { MODULE_COUNT = sizeof modules / sizeof *modules };

static const BundledModule *find(const char *name, size_t length) {
    size_t low = 0, high = MODULE_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strncmp(modules[middle].name, name, length);
        if (order == 0) order = modules[middle].name[length] != '\0';
        if (order == 0) return &modules[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

const char *bundle_find(const char *name, size_t *length, bool *is_package) {
    const BundledModule *module = find(name, strlen(name));
    if (!module) return NULL;
    *length = module->length;
    *is_package = module->package;
    return module->text;
}

const char *bundle_find_file(const char *filename, size_t *length) {
    static const char prefix[] = "<bundled ";
    size_t all = strlen(filename), skip = sizeof prefix - 1;
    if (all <= skip || strncmp(filename, prefix, skip) != 0 || filename[all - 1] != '>') return NULL;
    const BundledModule *module = find(filename + skip, all - skip - 1);
    if (!module) return NULL;
    *length = module->length;
    return module->text;
}

void bundle_walk(void (*visit)(const char *name, void *context), void *context) {
    for (size_t i = 0; i < MODULE_COUNT; i++) visit(modules[i].name, context);
}
