/* lib/io_buffered.h - reading and writing through a buffer, between io_buffered.c and its Python methods.
 *
 * Owns:      nothing.
 * Invariant: what returns a negative number, NULL or false has set an exception.
 * Not here:  struct Buffered, what other files call (io.h).
 */
#ifndef OURO_IO_BUFFERED_H
#define OURO_IO_BUFFERED_H

#include "lib/io.h"
#include "runtime/exception.h"

MUST_CHECK bool buffered_check_ready(const Buffered *b);
MUST_CHECK bool buffered_check_open(Ref self, const char *what); /* ValueError "what of closed file" */
/* RuntimeError inside a method of the raw file that the buffer has called. */
MUST_CHECK bool buffered_check_idle(Ref self);
/* Fills data; whole: as far as the file goes, else with at most one call of the system; by_blocks: what does not go
 * through the buffer is a multiple of its size. -2: nothing there now. */
MUST_CHECK int64_t buffered_read_into(Ref self, const char *what, uint8_t *data, size_t size, bool whole,
                                      bool by_blocks);
MUST_CHECK Value buffered_peek(Ref self);
MUST_CHECK Value buffered_read_line(Ref self, int64_t limit);
MUST_CHECK int64_t buffered_tell(Ref self);
MUST_CHECK int64_t buffered_seek(Ref self, int64_t offset, int whence);

#endif
