/* lib/sys_files.c - the standard files of sys, which are made when a program asks for them. */
#include "lib/sys_files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io.h"
#include "lib/sys_info.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/str.h"

static const char *const names[] = {"stdin", "stdout", "stderr"};
static const char *const originals[] = {"__stdin__", "__stdout__", "__stderr__"};
static const char *const labels[] = {"<stdin>", "<stdout>", "<stderr>"};

static int descriptor_of(const char *name, const char *const *table) {
    int fd = 0;
    while (strcmp(table[fd], name) != 0) fd++;
    return fd;
}

/* codec and errors NULL: the usual ones. */
static Value make(int fd, const char *codec, const char *errors) {
    Value label = str_from_text(labels[fd]);
    if (!label) return NULL;
    bool terminal = rt()->terminals & 1 << fd, unbuffered = rt()->unbuffered;
    const char *usual = fd == 2 ? "backslashreplace" : rt()->file_errors;
    Value file = file_new_standard(fd, label, codec ? codec : "utf-8", errors ? errors : usual, terminal, unbuffered);
    release(label);
    return file;
}

Value sys_make_original(const char *name) { return make(descriptor_of(name, originals), NULL, NULL); }

Value sys_make_file(const char *name) {
    Ref original = module_peek_text(rt()->sys_module, originals[descriptor_of(name, names)]);
    return original ? retain(original) : NULL;
}

Ref sys_file_peek(const char *name) {
    Ref made = rt()->sys ? dict_peek_text(rt()->sys, name) : NULL;
    return made ? made : module_peek_text(rt()->sys_module, name);
}

static bool put(Ref dict, int fd, Value file) {
    if (!file) return false;
    dict_set_text(dict, originals[fd], file);
    return sys_info_put_steal(dict, names[fd], file);
}

/* PYTHONIOENCODING is "encoding:errors", either part may be left out. */
static bool put_as_wished(Ref dict, const char *wish, const bool *open) {
    char *encoding = strdup(wish), *errors = encoding ? strchr(encoding, ':') : NULL;
    if (!encoding) return raise_memory(), false;
    if (errors) *errors++ = '\0';
    const Codec *known = *encoding ? codec_find(encoding) : NULL;
    const char *codec = known ? codec_name(known) : NULL;
    const char *handler = errors && *errors ? errors : codec ? "strict" : NULL;
    bool ok = known || !*encoding;
    for (int fd = 0; fd < 3 && ok; fd++) ok = !open[fd] || put(dict, fd, make(fd, codec, fd == 2 ? NULL : handler));
    free(encoding);
    return ok;
}

bool sys_files_begin(Ref dict, const CliOptions *options) {
    const char *wish = cli_environment(options, "PYTHONIOENCODING");
    bool open[3];
    rt()->file_errors = io_default_errors();
    rt()->unbuffered = options->unbuffered;
    for (int fd = 0; fd < 3; fd++) {
        bool terminal = isatty(fd);
        open[fd] = terminal || errno != EBADF;
        rt()->terminals |= terminal << fd;
        if (!open[fd] && !put(dict, fd, VALUE_NONE)) return false;
    }
    return !wish || put_as_wished(dict, wish, open);
}

void sys_files_end(void) {
    Ref sys = rt()->sys;
    for (int fd = 0; fd < 3; fd++) {
        if (!dict_peek_text(sys, names[fd])) continue; /* nobody asked for it */
        Ref original = sys_file_peek(originals[fd]);
        if (original) dict_set_text(sys, names[fd], original);
        Ref file = dict_peek_text(sys, names[fd]);
        if (file && is_file(file)) file_retire(file);
    }
}
