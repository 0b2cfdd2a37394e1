#include "lib/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/base/unpack.h"
#include "runtime/code.h"
#include "runtime/code_image.h"
#include "runtime/error.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "vm/run.h"

typedef struct BundledModule {
    const char *name;      /* "collections.abc" */
    const char *packed;    /* image (code_image.h) and text, which repeats much of it, behind phrases: unpack.h */
    uint32_t image_length; /* bytes when unpacked; 0: it is compiled when it is imported */
    uint32_t text_length;  /* the same */
    bool package;          /* it is an __init__.py */
} BundledModule;

#ifdef OURO_WITHOUT_LIBRARY /* make_images.c, which makes the library, has none */
enum { MODULE_COUNT = 0 };
static const BundledModule modules[1];
static const UnpackPhrases phrases;
#else
#include "bundled.h"
enum { MODULE_COUNT = sizeof modules / sizeof *modules };
#endif

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

/* The module of the code objects with this file name, or NULL. */
static const BundledModule *find_file(const char *filename) {
    static const char prefix[] = "<bundled ";
    size_t all = strlen(filename), skip = sizeof prefix - 1;
    if (all <= skip || strncmp(filename, prefix, skip) != 0 || filename[all - 1] != '>') return NULL;
    return find(filename + skip, all - skip - 1);
}

static char *unpack_image(const BundledModule *module) {
    return unpack_behind(phrases, module->packed, 0, module->image_length);
}

static char *unpack_text(const BundledModule *module) {
    return unpack_behind(phrases, module->packed, module->image_length, module->text_length);
}

bool bundle_has(const char *name, bool *is_package) {
    const BundledModule *module = find(name, strlen(name));
    if (module) *is_package = module->package;
    return module != NULL;
}

static Value compile_text(const BundledModule *module, Ref filename, int optimize) {
    char *text = unpack_text(module);
    if (!text) return raise_memory();
    Value code =
        run_compile(text, module->text_length, filename, ORIGIN_BYTES, &(CompileOptions){.optimize = optimize}, NULL);
    free(text);
    return code;
}

/* The code object with this place, which counts down, in the order of the image; NULL: it is not in code. */
static Code *code_at(Ref code, uint32_t *place) {
    if (--*place == 0) return as_code(code);
    Code *found = NULL;
    for (uint32_t i = 0; !found && i < as_code(code)->const_count; i++)
        if (is_exact(as_code(code)->consts[i], &type_code)) found = code_at(as_code(code)->consts[i], place);
    return found;
}

/* Sets rt()->located. */
static bool compile_again(Ref filename) {
    Ref known = rt()->located;
    Utf8 name;
    if (known && str_equal(as_code(known)->filename, filename)) return true;
    if (!str_utf8(filename, &name, true)) return false;
    const BundledModule *module = find_file(name.text);
    Value code = module ? compile_text(module, filename, 0) : NULL;
    str_utf8_done(&name);
    if (code) slot_set_steal(&rt()->located, code);
    return code != NULL;
}

static void copy_locations(Code *to, const Code *from) {
    size_t size = from->location_count * sizeof *from->locations;
    to->locations = size ? mem_raw_try(&rt()->mem, size) : NULL;
    if (!to->locations) return;
    memcpy(to->locations, from->locations, size);
    to->location_count = from->location_count;
}

/* The compiler makes the same code of the same text, now with locations. Without memory for it there are none. */
static void find_locations(Code *code) {
    uint32_t place = code->image_place;
    code->image_place = 0;
    Value raised = error_set() ? error_take() : NULL;
    const Code *same = compile_again(code->filename) ? code_at(rt()->located, &place) : NULL;
    if (same) copy_locations(code, same);
    if (error_set()) error_clear();
    if (raised) error_restore_steal(raised);
}

static Value read_image(const BundledModule *module, Ref filename) {
    char *image = unpack_image(module);
    if (!image) return raise_memory();
    rt()->find_locations = find_locations;
    Value code = code_image_read((const uint8_t *)image, filename);
    free(image);
    return code;
}

Value bundle_code(const char *name, Ref filename) {
    const BundledModule *module = find(name, strlen(name));
    int optimize = rt()->optimize;
    return optimize == 0 && module->image_length ? read_image(module, filename)
                                                 : compile_text(module, filename, optimize);
}

static char *text_of(const BundledModule *module, size_t *length) {
    if (!module) return NULL;
    *length = module->text_length;
    return unpack_text(module);
}

char *bundle_text(const char *name, size_t *length) { return text_of(find(name, strlen(name)), length); }

char *bundle_file_text(const char *filename, size_t *length) { return text_of(find_file(filename), length); }

void bundle_walk(void (*visit)(const char *name, void *context), void *context) {
    for (const BundledModule *m = modules; m != modules + MODULE_COUNT; m++) visit(m->name, context);
}
