/* vm/file_text.h - a whole file in memory.
 *
 * Owns:      the bytes of a FileText.
 * Invariant: bytes ends in a NUL that length does not count.
 * Not here:  decoding (runtime/base/source.h), file objects (lib/io).
 */
#ifndef OURO_FILE_TEXT_H
#define OURO_FILE_TEXT_H

#include "runtime/value.h"

typedef struct FileText {
    char *bytes;     /* contents */
    size_t length;   /* bytes read */
    size_t capacity; /* bytes allocated */
} FileText;

/* Reads the file at path (str). False with OSError or MemoryError set. */
MUST_CHECK bool file_text_read(FileText *text, Ref path);
/* Reads a descriptor to its end; path names it in errors. */
MUST_CHECK bool file_text_read_fd(FileText *text, int fd, Ref path);
void file_text_done(FileText *text);

#endif
