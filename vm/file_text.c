#include "vm/file_text.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/error.h"
#include "runtime/str.h"

enum { FIRST_BLOCK = 16 * 1024 };

static bool grow(FileText *text, size_t capacity) {
    char *bytes = mem_raw_resize_try(&rt()->mem, text->bytes, text->capacity, capacity);
    if (!bytes) return raise_memory(), false;
    text->bytes = bytes;
    text->capacity = capacity;
    return true;
}

bool file_text_read_fd(FileText *text, int fd, Ref path) {
    *text = (FileText){0};
    struct stat status;
    size_t guess = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) ? (size_t)status.st_size + 1 : FIRST_BLOCK;
    bool ok = grow(text, guess);
    while (ok) {
        if (text->length + 1 >= text->capacity && !(ok = grow(text, text->capacity * 2))) break;
        ssize_t got = read(fd, text->bytes + text->length, text->capacity - text->length - 1);
        if (got == 0) break;
        if (got > 0) text->length += (size_t)got;
        else if (errno != EINTR) ok = (raise_os(errno, path), false);
        else ok = runtime_poll();
    }
    if (ok) text->bytes[text->length] = '\0';
    else file_text_done(text);
    return ok;
}

bool file_text_read(FileText *text, Ref path) {
    Utf8 name;
    if (!str_utf8(path, &name, true)) return false;
    int fd = open(name.text, O_RDONLY | O_CLOEXEC);
    str_utf8_done(&name);
    if (fd < 0) return raise_os(errno, path), false;
    bool ok = file_text_read_fd(text, fd, path);
    close(fd);
    return ok;
}

void file_text_done(FileText *text) {
    if (text->bytes) mem_raw_free(&rt()->mem, text->bytes, text->capacity);
    *text = (FileText){0};
}
