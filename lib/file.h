/* lib/file.h - text files as C code uses them: print, input, the standard files.
 *
 * Owns:      nothing; struct TextFile is in io_text.h.
 * Invariant: a File here is an object of exactly the type TextIOWrapper.
 * Not here:  binary files (io.h), open() (io_open.c).
 */
#ifndef OURO_FILE_H
#define OURO_FILE_H

#include "runtime/object.h"
#include "runtime/type.h"

static inline bool is_file(Ref v) { return is_exact(v, &type_text_file); }

/* One of the standard files, on a descriptor that it will not close. terminal: a person sees
 * line by line what is written; unbuffered: all goes out at once. */
Value file_new_standard(int fd, Ref name, const char *encoding, const char *errors, bool terminal, bool unbuffered);
/* These raise OSError (BrokenPipeError ...) or ValueError on a closed file. */
MUST_CHECK bool file_flush(Ref file);
MUST_CHECK bool file_close(Ref file);
bool file_is_closed(Ref file);
/* The descriptor when nothing but buffers lies between it and the file, else -1. */
int file_descriptor(Ref file);
/* One line with its end; empty at the end of the file. New str. limit: characters, negative: none. */
MUST_CHECK Value file_read_line(Ref file, int64_t limit);
/* The program ends: from now on everything is written at once, and freeing the file has nothing left to do. */
void file_retire(Ref file);

/* print-like writing to sys.stdout or sys.stderr, whatever object stands there. */
MUST_CHECK bool file_write_any(Ref file, Ref text);

#endif
