/* lib/io_open.c - open(): checks its arguments and puts the layers of a file together. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/io.h"
#include "lib/io_text.h"
#include "lib/path.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

/* The locale that decides about characters. */
static const char *locale_name(void) {
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < 3; i++) {
        const char *locale = getenv(variables[i]);
        if (locale && *locale) return locale;
    }
    return "C";
}

static bool is_one_of(const char *name, const char *const *names) {
    while (*names && strcmp(name, *names) != 0) names++;
    return *names != NULL;
}

/* CPython takes its UTF-8 mode in the locales C and POSIX, and then spells the name in lower case. */
const char *io_default_encoding(void) {
    static const char *const plain[] = {"C", "POSIX", NULL};
    const char *mode = getenv("PYTHONUTF8");
    return (mode && strcmp(mode, "1") == 0) || is_one_of(locale_name(), plain) ? "utf-8" : "UTF-8";
}

const char *io_default_errors(void) {
    static const char *const plain[] = {"C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8", NULL};
    return is_one_of(locale_name(), plain) ? "surrogateescape" : "strict";
}

/* What a mode says, and how FileIO spells it. */
typedef struct Mode {
    char raw[4]; /* one of x r w a, perhaps + */
    bool reads;  /* r, or any with + */
    bool writes; /* not plain r */
    bool plus;
    bool binary;
    bool text; /* t was given */
} Mode;

static bool parse_mode(const char *text, Mode *mode) {
    int kinds = 0;
    *mode = (Mode){0};
    for (const char *p = text; *p; p++) {
        bool again = strchr(p + 1, *p) != NULL;
        if (again || !strchr("rwaxbt+", *p)) return raise_false(&type_ValueError, "invalid mode: '%s'", text);
        if (*p == 'b') mode->binary = true;
        else if (*p == 't') mode->text = true;
        else if (*p == '+') mode->plus = true;
        else kinds++, mode->raw[0] = *p;
    }
    if (mode->text && mode->binary) return raise_false(&type_ValueError, "can't have text and binary mode at once");
    if (kinds > 1) return raise_false(&type_ValueError, "must have exactly one of create/read/write/append mode");
    size_t length = strlen(mode->raw);
    if (mode->plus) mode->raw[length] = '+';
    mode->reads = mode->raw[0] == 'r' || mode->plus;
    mode->writes = mode->raw[0] != 'r' || mode->plus;
    return true;
}

/* open(file, mode, buffering, encoding, errors, newline, closefd, opener) as its parts are checked. */
static bool check_arguments(const Ref *args, const Mode *mode) {
    static const char *const names[] = {"encoding", "errors", "newline"};
    for (int i = 0; i < 3; i++) {
        Ref v = args[3 + i];
        if (is_none(v)) continue;
        if (mode->binary)
            return raise_false(&type_ValueError, "binary mode doesn't take %s %s argument", i == 2 ? "a" : "an",
                               names[i]);
    }
    return true;
}

static bool check_types(const Ref *args) {
    static const char *const names[] = {"encoding", "errors", "newline"};
    for (int i = 0; i < 3; i++)
        if (!is_none(args[3 + i]) && !is_str(args[3 + i]))
            return raise_false(&type_TypeError, "open() argument '%s' must be str or None, not %T", names[i],
                               args[3 + i]);
    return true;
}

static void warn_line_buffering(void) {
    Value text = str_from_text("line buffering (buffering=1) isn't supported in binary mode, the default buffer size "
                               "will be used");
    io_warn(&type_RuntimeWarning, text, NULL);
    release(text);
}

/* The number of bytes that the buffers get; 0: none. */
static bool choose_buffering(const Mode *mode, const FileIO *raw, int64_t *buffering, bool *by_line) {
    bool terminal = *buffering < 0 && isatty(raw->fd);
    *by_line = terminal || (*buffering == 1 && !mode->binary);
    if (*buffering == 1) {
        if (mode->binary) warn_line_buffering();
        *buffering = -1;
    }
    if (*buffering < 0) {
        struct stat status;
        *buffering = fstat(raw->fd, &status) == 0 && status.st_blksize > 1 ? status.st_blksize : IO_BUFFER_SIZE;
    }
    return *buffering != 0 || mode->binary || raise_false(&type_ValueError, "can't have unbuffered text I/O");
}

static Value make_text(const Ref *args, Ref buffer, bool by_line) {
    Value file = value_of(object_new(&type_text_file, type_text_file.size));
    if (text_begin(file, buffer, args[3], args[4], args[5], by_line, false) && setattr(file, NAME(mode), args[1]))
        return file;
    as_text_file(file)->ready = false;
    release(file);
    return NULL;
}

/* The layers on a raw file that is open. */
static Value make_layers(const Ref *args, const Mode *mode, Ref raw, int64_t buffering) {
    bool by_line;
    if (!choose_buffering(mode, as_file_io(raw), &buffering, &by_line)) return NULL;
    if (buffering == 0) return retain(raw);
    Type *type = mode->plus ? &type_buffered_random : mode->writes ? &type_buffered_writer : &type_buffered_reader;
    if (mode->plus && lseek(as_file_io(raw)->fd, 0, SEEK_CUR) < 0)
        return io_raise_unsupported("File or stream is not seekable.");
    Value buffer = buffered_new(type, raw, (size_t)buffering);
    if (!buffer || mode->binary) return buffer;
    Value file = make_text(args, buffer, by_line);
    if (!file) {
        Value error = error_take();
        if (!buffered_close(buffer)) error_clear();
        error_restore_steal(error);
    }
    release(buffer);
    return file;
}

Value py_io_open(const Ref *args) {
    Mode mode;
    Utf8 text;
    int64_t buffering;
    if (!is_str(args[1])) return raise(&type_TypeError, "open() argument 'mode' must be str, not %O", args[1]);
    if (!io_offset(args[2], &buffering) || !check_types(args)) return NULL;
    Lookup close_fd = truth(args[6]);
    if (close_fd == FAILED || !str_utf8(args[1], &text, true)) return NULL;
    Value file = is_int(args[0]) ? retain(args[0]) : NULL;
    bool ok = file || (file = path_fspath(args[0])) != NULL;
    ok = ok && parse_mode(text.text, &mode) && check_arguments(args, &mode);
    str_utf8_done(&text);
    Value raw = ok ? file_io_open(file, mode.raw, close_fd == FOUND, args[7]) : NULL, result = NULL;
    if (raw) result = make_layers(args, &mode, raw, buffering);
    if (raw && !result) {
        Value error = error_take();
        if (as_file_io(raw)->fd >= 0 && !file_io_close(raw)) error_clear();
        error_restore_steal(error);
    }
    release_maybe(raw);
    release_maybe(file);
    return result;
}
