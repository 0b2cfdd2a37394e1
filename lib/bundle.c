#include "lib/bundle.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "runtime/code_image.h"
#include "runtime/error.h"
#include "runtime/state.h"
#include "vm/run.h"

typedef struct Packed {
    const char *bytes; /* raw deflate */
    uint32_t size;     /* of bytes */
    uint32_t length;   /* bytes when unpacked */
} Packed;

typedef struct BundledModule {
    const char *name; /* "collections.abc" */
    bool package;     /* what follows is of its __init__.py */
    Packed text;      /* source */
    Packed image;     /* code_image.h */
} BundledModule;

static const BundledModule modules[] = {
#define BUNDLED(name, package, text_length, text_size, text, image_length, image_size, image)                          \
    {name, package, {text, text_size, text_length}, {image, image_size, image_length}},
#ifndef OURO_WITHOUT_LIBRARY /* make_images.c, which makes the library, has none */
#include "bundled.h"
#endif
#undef BUNDLED
};

enum {
    MODULE_COUNT = sizeof modules / sizeof *modules,
    WINDOW = 1 << MAX_WBITS, /* how far back deflate looks */
};

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

/* NUL-terminated, to be freed; NULL without memory. What the bytes may repeat parts of stands in dictionary. */
static char *unpack(const Packed *packed, const char *dictionary, uint32_t dictionary_length) {
    char *out = malloc((size_t)packed->length + 1);
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)packed->bytes,
                       .avail_in = packed->size,
                       .next_out = (Bytef *)out,
                       .avail_out = packed->length};
    if (!out || inflateInit2(&stream, -MAX_WBITS) != Z_OK) return free(out), NULL;
    inflateSetDictionary(&stream, (const Bytef *)dictionary, dictionary_length);
    bool done = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    inflateEnd(&stream);
    if (!done) return free(out), NULL;
    out[packed->length] = '\0';
    return out;
}

static char *unpack_image(const BundledModule *module) { return unpack(&module->image, NULL, 0); }

/* The image begins with strings that the text has too. */
static char *unpack_text(const BundledModule *module) {
    char *image = unpack_image(module);
    uint32_t shared = module->image.length < WINDOW ? module->image.length : WINDOW;
    char *text = image ? unpack(&module->text, image, shared) : NULL;
    free(image);
    return text;
}

bool bundle_has(const char *name, bool *is_package) {
    const BundledModule *module = find(name, strlen(name));
    if (module) *is_package = module->package;
    return module != NULL;
}

Value bundle_code(const char *name, Ref filename) {
    const BundledModule *module = find(name, strlen(name));
    bool compiled = rt()->optimize == 0;
    char *unpacked = compiled ? unpack_image(module) : unpack_text(module);
    if (!unpacked) return raise_memory();
    Value code = compiled ? code_image_read((const uint8_t *)unpacked, filename)
                          : run_compile(unpacked, module->text.length, filename, ORIGIN_BYTES,
                                        &(CompileOptions){.optimize = rt()->optimize}, NULL);
    free(unpacked);
    return code;
}

static char *text_of(const BundledModule *module, size_t *length) {
    if (!module) return NULL;
    *length = module->text.length;
    return unpack_text(module);
}

char *bundle_text(const char *name, size_t *length) { return text_of(find(name, strlen(name)), length); }

char *bundle_file_text(const char *filename, size_t *length) {
    static const char prefix[] = "<bundled ";
    size_t all = strlen(filename), skip = sizeof prefix - 1;
    if (all <= skip || strncmp(filename, prefix, skip) != 0 || filename[all - 1] != '>') return NULL;
    return text_of(find(filename + skip, all - skip - 1), length);
}

void bundle_walk(void (*visit)(const char *name, void *context), void *context) {
    for (size_t i = 0; i < MODULE_COUNT; i++) visit(modules[i].name, context);
}
