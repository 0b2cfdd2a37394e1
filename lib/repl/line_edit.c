#include "lib/repl/line_edit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "runtime/state.h"

/* One buffer: standard input is one for the whole process. */
static char *buffer;
static size_t buffer_size;

static LineEnd read_plain(const char *prompt, const char **line, size_t *length) {
    fputs(prompt, stdout);
    fflush(stdout);
    errno = 0;
    ssize_t got = getline(&buffer, &buffer_size, stdin);
    if (got < 0) {
        bool interrupted = errno == EINTR;
        clearerr(stdin);
        return interrupted ? LINE_INTERRUPTED : LINE_END_OF_INPUT;
    }
    *line = buffer;
    *length = (size_t)got;
    return LINE_READ;
}

LineEnd line_edit_read(const char *prompt, const char **line, size_t *length) { return read_plain(prompt, line, length); }

void line_edit_end(void) {}
