/* lib/io.h - what the files of the module _io share: the base classes, their helpers, the layouts of file objects.
 *
 * Owns:      struct IoBase, FileIO, Buffered; arguments and errors of file methods.
 * Invariant: every file object begins with IoBase's first two fields.
 * Not here:  text files (file.h, io_text.h), files in memory (io_bytes.c, io_string.c).
 */
#ifndef OURO_IO_H
#define OURO_IO_H

#include "runtime/bytes.h"
#include "runtime/instance.h"
#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/type.h"

enum { IO_BUFFER_SIZE = 8192 };

/* An instance of a class that a program derived from the abstract ones. */
typedef struct IoBase {
    Object head;
    bool closed; /* close() ran */
    Slots slots;
} IoBase;

/* A descriptor without buffer. */
typedef struct FileIO {
    Object head;
    bool closed;     /* close() ran */
    bool readable;   /* opened for reading */
    bool writable;   /* opened for writing */
    bool created;    /* mode x */
    bool appending;  /* mode a */
    bool close_fd;   /* close() closes the descriptor */
    bool own_close;  /* its close() is running */
    int8_t seekable; /* -1: not asked yet */
    int fd;          /* -1 when closed */
    Slots slots;
} FileIO;

/* Bytes on their way from or to a raw file. At most one of the two buffers holds bytes. */
typedef struct Buffered {
    Object head;
    bool closed;    /* not used: the raw file tells */
    bool ready;     /* initialised, and not detached */
    bool detached;  /* detach() ran */
    bool reads;     /* BufferedReader, BufferedRandom */
    bool writes;    /* BufferedWriter, BufferedRandom */
    bool busy;      /* a method of raw runs that was called for the buffers */
    size_t size;    /* bytes of each buffer */
    uint8_t *in;    /* bytes read ahead; raw storage of size bytes, or NULL until needed */
    size_t in_next; /* first unread byte */
    size_t in_count;
    uint8_t *out; /* bytes not yet written; likewise */
    size_t out_count;
    Value raw; /* what it reads and writes, or NULL */
    Slots slots;
} Buffered;

static inline FileIO *as_file_io(Ref v) { return (FileIO *)object_of(v); }
static inline Buffered *as_buffered(Ref v) { return (Buffered *)object_of(v); }
static inline bool is_buffered(Ref v) {
    return is_exact(v, &type_buffered_reader) || is_exact(v, &type_buffered_writer) ||
           is_exact(v, &type_buffered_random);
}

/* io_base.c */

/* io.UnsupportedOperation with this message. Return NULL, and false. */
COLD Value io_raise_unsupported(const char *message);
COLD bool io_unsupported(const char *message);
/* self.closed, whatever self is. */
MUST_CHECK Lookup io_is_closed(Ref self);
/* False with ValueError when self.closed. */
MUST_CHECK bool io_check_closed(Ref self);
/* A size argument: None and -1 mean no limit. TypeError. */
MUST_CHECK bool io_size(Ref v, int64_t *size);
/* An offset in memory, as seek() and truncate() take it; io_position: one in a file, with other words when it is too
 * large. */
MUST_CHECK bool io_offset(Ref v, int64_t *offset);
MUST_CHECK bool io_position(Ref v, int64_t *position);
MUST_CHECK bool io_whence(Ref v, int64_t *whence);
/* The bytes that readinto() fills; byte_view_done() ends it. what: "readinto() argument". */
MUST_CHECK bool io_writable_view(Ref v, const char *what, ByteView *view);
/* TypeError: what makes no copies of itself. IO_NO_PICKLE: its rows in a table of methods. */
Value py_io_no_pickle(const Ref *args);
#define IO_NO_PICKLE                                                                                                   \
    {"__reduce__()", py_io_no_pickle, DOC("Raises a TypeError."), 0},                                                  \
        {"__reduce_ex__(object, /)", py_io_no_pickle, DOC("Raises a TypeError."), 0}
/* self.name() with no arguments, its result dropped. */
MUST_CHECK bool io_call(Ref self, Ref name);
/* The truth of self.name(). */
MUST_CHECK Lookup io_ask(Ref self, Ref name);
/* Closes what dies open: self.close(), errors told as unraisable. */
void io_finalize(Ref self);
/* What iterating over a file does: itself, unless it is closed, and a line. */
MUST_CHECK Value io_iter(Ref self);
MUST_CHECK Lookup io_next(Ref self, Value *line);
/* The lines of self, of hint bytes or characters in all; no limit when it is not positive. */
MUST_CHECK Value io_read_lines(Ref self, int64_t hint);
/* warnings.warn(text, category, source=source), where a failure is told as unraisable. */
void io_warn(Type *category, Ref text, Ref source);
/* ResourceWarning "unclosed file ..." about source, for a descriptor that its owner forgot. */
void io_warn_unclosed(Ref source);
/* The slots of every type that has a dict and nothing else to name. */
void io_traverse(Ref self, Visit visit, void *context);

/* io_raw.c */

Value file_io_new(int fd, Ref name, const char *mode, bool close_fd);
/* Reads up to size bytes. -1: exception set; -2: nothing there now (a descriptor that does not block). */
MUST_CHECK int64_t file_io_read(FileIO *f, uint8_t *data, size_t size);
MUST_CHECK int64_t file_io_write(FileIO *f, const uint8_t *data, size_t size);
MUST_CHECK int64_t file_io_seek(FileIO *f, int64_t offset, int whence); /* the new position; -1: exception set */
MUST_CHECK Value file_io_read_all(FileIO *f);
MUST_CHECK bool file_io_close(Ref self); /* closes the descriptor if it is its own */
/* Opens a path, or takes a descriptor. mode: as of FileIO. */
MUST_CHECK Value file_io_open(Ref file, const char *mode, bool close_fd, Ref opener);
bool file_io_seekable(FileIO *f); /* f is open */
bool file_io_parse_mode(const char *mode, FileIO *f, int *flags);

/* io_buffered.c. Each raises on a closed file. */

MUST_CHECK Value buffered_new(Type *type, Ref raw, size_t size);
MUST_CHECK Value buffered_read(Ref self, int64_t size);
MUST_CHECK Value buffered_read1(Ref self, int64_t size);
MUST_CHECK bool buffered_write(Ref self, const uint8_t *data, size_t size);
MUST_CHECK bool buffered_flush(Ref self);
MUST_CHECK bool buffered_close(Ref self);
MUST_CHECK Lookup buffered_closed(Ref self);

/* io_open.c */

Value py_io_open(const Ref *args);
/* The name of the encoding of text files when none is given: "utf-8", spelled as CPython has it in this locale. */
const char *io_default_encoding(void);
/* What the standard files do with bytes that are no text: "surrogateescape" in the plain locales, else "strict". */
const char *io_default_errors(void);

#endif
