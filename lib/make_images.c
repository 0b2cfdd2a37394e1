/* lib/make_images.c - a program of the build: compiles the modules of the library that are written in Python.
 *
 * Owns:      the files it is told to write.
 * Invariant: its own library is empty (OURO_WITHOUT_LIBRARY), since that is made of what it writes.
 * Not here:  the form of an image (runtime/code_image.h), packing and listing them (make_bundled.py).
 *
 * usage: make_images (MODULE SOURCE IMAGE)...
 */
#include <stdio.h>

#include "runtime/bytes.h"
#include "runtime/code_image.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "vm/file_text.h"
#include "vm/run.h"

static Value compile(const char *module, const char *source) {
    FileText text;
    Value path = str_from_text(source), filename = str_format("<bundled %s>", module), code = NULL;
    if (path && filename && file_text_read(&text, path)) {
        code = run_compile(text.bytes, text.length, filename, ORIGIN_BYTES, &(CompileOptions){0}, NULL);
        file_text_done(&text);
    }
    release_maybe(path);
    release_maybe(filename);
    return code;
}

static bool write_image(const char *path, Ref image) {
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(bytes_data(image), 1, bytes_length(image), file) == bytes_length(image);
    return file && fclose(file) == 0 && written;
}

static bool make_image(const char *module, const char *source, const char *path) {
    Value code = compile(module, source), image = code ? code_image_write(code) : NULL;
    bool done = image && write_image(path, image);
    release_maybe(image);
    release_maybe(code);
    return done;
}

static void report(const char *source) {
    Value error = error_set() ? error_take() : NULL, text = error ? repr_of(error) : NULL;
    Utf8 utf8;
    if (text && str_utf8(text, &utf8, true)) {
        fprintf(stderr, "%s: %s\n", source, utf8.text);
        str_utf8_done(&utf8);
    } else {
        perror(source);
    }
    release_maybe(text);
    release_maybe(error);
}

int main(int argc, char **argv) {
    Runtime *runtime = runtime_new();
    if (!runtime) return 1;
    runtime->sys = dict_new(); /* warnings look there for who shows them */
    bool done = true;
    for (int i = 1; done && i + 2 < argc; i += 3) {
        done = make_image(argv[i], argv[i + 1], argv[i + 2]);
        if (!done) report(argv[i + 1]);
    }
    return runtime_free(runtime) == 0 && done ? 0 : 1;
}
