/* lib/file.h - file objects: text and binary, buffered both ways.
 *
 * Owns:      the descriptor, the buffers.
 * Invariant: at most one of the two buffers holds bytes.
 * Not here:  open()'s arguments (file_open.c), in-memory files (lib/py/io.py).
 */
#ifndef OURO_FILE_H
#define OURO_FILE_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef enum FileNewline { NEWLINE_UNIVERSAL, NEWLINE_KEEP, NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF } FileNewline;

typedef struct File {
    Object head;
    int fd;              /* -1 when closed */
    bool readable;       /* opened for reading */
    bool writable;       /* opened for writing */
    bool binary;         /* bytes, not str */
    bool line_buffered;  /* a newline flushes */
    bool write_through;  /* everything flushes */
    bool close_fd;       /* close() closes the descriptor */
    bool append;         /* opened for appending */
    bool raw_utf8;       /* encoding is utf-8 or ascii and errors strict: the fast way out */
    FileNewline newline; /* translation */
    char *out;           /* bytes not yet written; raw storage */
    size_t out_count;    /* bytes in out */
    size_t out_capacity; /* bytes allocated */
    char *in;            /* bytes read ahead */
    size_t in_next;      /* first unread byte */
    size_t in_count;     /* bytes in in */
    size_t in_capacity;  /* bytes allocated */
    bool at_end;         /* read returned 0 */
    Value name;          /* path or descriptor */
    Value mode;          /* str as given to open() */
    Value encoding;      /* str or NULL (binary) */
    Value errors;        /* str or NULL */
} File;

static inline File *as_file(Ref v) { return (File *)object_of(v); }
static inline bool is_file(Ref v) { return is_exact(v, &type_file) || is_exact(v, &type_binary_file); }

/* Makes a file of a descriptor. mode: "r", "wb", ... Text files encode by encoding and errors (NULL: utf-8, strict). */
Value file_new(int fd, Ref name, const char *mode, const char *encoding, const char *errors, bool close_fd);
/* These raise OSError (BrokenPipeError ...) or ValueError on a closed file. */
MUST_CHECK bool file_write_text(Ref file, Ref text);
MUST_CHECK bool file_write_bytes(Ref file, const char *bytes, size_t length);
MUST_CHECK bool file_flush(Ref file);
MUST_CHECK bool file_close(Ref file);
/* One line without translation of its end beyond the newline mode; empty at the end. New str or bytes. */
MUST_CHECK Value file_read_line(Ref file, int64_t limit);
/* Up to count characters or bytes; negative: all. */
MUST_CHECK Value file_read(Ref file, int64_t count);

/* open() of builtins, as a NativeFn's body. */
Value py_builtins_open(const Ref *args);

/* print-like writing to sys.stdout or sys.stderr, whatever object stands there. */
MUST_CHECK bool file_write_any(Ref file, Ref text);

#endif
