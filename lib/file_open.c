/* lib/file_open.c - open(): checks its arguments and opens the descriptor. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/file.h"
#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

/* Flags of open(2) for a mode; -1 with ValueError. */
static int open_flags(const char *mode) {
    int kinds = 0, plus = 0, binary = 0, text = 0, flags = 0;
    for (const char *p = mode; *p; p++) {
        switch (*p) {
        case 'r': kinds++; break;
        case 'w': kinds++, flags = O_CREAT | O_TRUNC; break;
        case 'a': kinds++, flags = O_CREAT | O_APPEND; break;
        case 'x': kinds++, flags = O_CREAT | O_EXCL; break;
        case '+': plus++; break;
        case 'b': binary++; break;
        case 't': text++; break;
        default: kinds = -100;
        }
        if (plus > 1 || binary > 1 || text > 1 || kinds < 0)
            return raise(&type_ValueError, "invalid mode: '%s'", mode), -1;
    }
    if (binary && text) return raise(&type_ValueError, "can't have text and binary mode at once"), -1;
    if (kinds != 1)
        return raise(&type_ValueError,
                     kinds ? "must have exactly one of create/read/write/append mode"
                           : "Must have exactly one of create/read/write/append mode and at most one plus"),
               -1;
    bool reads = strchr(mode, 'r') != NULL;
    return flags | O_CLOEXEC | (plus ? O_RDWR : reads ? O_RDONLY : O_WRONLY);
}

/* The path as text; os.PathLike and bytes allowed. */
static Value path_text(Ref path) {
    if (is_str(path)) return retain(path);
    Value text = NULL;
    if (has_family(path, TYPE_BYTES)) {
        Value handler = str_from_text("surrogateescape");
        text = handler ? codec_decode_object(path, NULL, handler, "decode") : NULL;
        release_maybe(handler);
        return text;
    }
    Lookup found = call_special(path, NAME(dunder_fspath), NULL, 0, &text);
    if (found == MISSING) return raise(&type_TypeError, "expected str, bytes or os.PathLike object, not %T", path);
    return text;
}

static int open_path(Ref path, int flags) {
    Utf8 text;
    if (!str_utf8(path, &text, true)) return -1;
    int fd = -1;
    if (strlen(text.text) != text.length) raise(&type_ValueError, "embedded null byte");
    else if ((fd = open(text.text, flags, 0666)) < 0) raise_os(errno, path);
    str_utf8_done(&text);
    struct stat status;
    if (fd >= 0 && fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(fd);
        raise_os(EISDIR, path);
        return -1;
    }
    return fd;
}

static bool newline_mode(Ref newline, FileNewline *result) {
    static const char *const texts[] = {NULL, "", "\n", "\r", "\r\n"};
    *result = NEWLINE_UNIVERSAL;
    if (is_none(newline)) return true;
    for (int i = 1; is_str(newline) && i < 5; i++)
        if (str_equal_text(newline, texts[i])) return *result = (FileNewline)i, true;
    return raise_false(&type_ValueError, "illegal newline value: %R", newline);
}

/* A str argument or None as C text in *utf8. */
static bool optional_text(Ref v, const char *name, Utf8 *utf8) {
    *utf8 = (Utf8){0};
    if (is_none(v)) return true;
    if (!is_str(v)) return raise_false(&type_TypeError, "open() argument '%s' must be str or None, not %T", name, v);
    return str_utf8(v, utf8, false);
}

/* open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None) */
Value py_builtins_open(const Ref *args) {
    if (!is_str(args[1])) return raise(&type_TypeError, "open() argument 'mode' must be str, not %T", args[1]);
    Utf8 mode = {0}, encoding = {0}, errors = {0};
    FileNewline newline;
    Value result = NULL, name = NULL;
    int fd = -1, flags;
    bool binary, from_fd = is_int(args[0]);
    if (!str_utf8(args[1], &mode, false) || !optional_text(args[3], "encoding", &encoding) ||
        !optional_text(args[4], "errors", &errors))
        goto done;
    if ((flags = open_flags(mode.text)) < 0) goto done;
    binary = strchr(mode.text, 'b') != NULL;
    if (binary && !is_none(args[3])) raise(&type_ValueError, "binary mode doesn't take an encoding argument");
    else if (binary && !is_none(args[4])) raise(&type_ValueError, "binary mode doesn't take an errors argument");
    else if (binary && !is_none(args[5])) raise(&type_ValueError, "binary mode doesn't take a newline argument");
    if (error_set() || !newline_mode(args[5], &newline)) goto done;
    int64_t number = -1;
    if (from_fd && !int_as_int64(args[0], &number)) number = -1;
    name = from_fd ? retain(args[0]) : path_text(args[0]);
    if (!name) goto done;
    fd = from_fd ? (int)number : open_path(name, flags);
    if (fd < 0) {
        if (!error_set()) raise_os(EBADF, NULL);
        goto done;
    }
    result = file_new(fd, name, mode.text, encoding.text, errors.text, is_true(args[6]));
    if (!result && !from_fd) close(fd);
    if (result) {
        as_file(result)->newline = newline;
        as_file(result)->line_buffered = !binary && (isatty(fd) || args[2] == small_int_value(1));
    }
done:
    release_maybe(name);
    str_utf8_done(&mode);
    str_utf8_done(&encoding);
    str_utf8_done(&errors);
    return result;
}
