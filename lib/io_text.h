/* lib/io_text.h - the type TextIOWrapper, between the files that implement it.
 *
 * Owns:      struct TextFile.
 * Invariant: decoded[next ..] is read and not yet handed out; chunk holds the bytes that decoded was made of, and
 *            behind them those of tail.
 * Not here:  what C code uses of text files (file.h).
 */
#ifndef OURO_IO_TEXT_H
#define OURO_IO_TEXT_H

#include "lib/io.h"
#include "runtime/codec.h"

/* ends of lines met while reading */
enum { END_LF = 1, END_CR = 2, END_CRLF = 4 };

typedef struct TextFile {
    Object head;
    bool closed;                /* not used: the buffer tells */
    bool ready;                 /* initialised, and not detached */
    bool detached;              /* detach() ran */
    bool readable;              /* buffer can be read */
    bool writable;              /* buffer can be written */
    bool seekable;              /* buffer can seek */
    bool telling;               /* tell() works: no next() since the last seek */
    bool marked;                /* it did when chunk was read: writing forgets what was read ahead */
    bool has_read1;             /* buffer has a method read1 */
    bool line_buffering;        /* a newline flushes */
    bool write_through;         /* everything goes to buffer at once */
    bool retired;               /* file_retire() ran */
    bool universal;             /* "\r" and "\r\n" end lines too */
    bool translate;             /* they are read as "\n" */
    char read_end[3];           /* what ends a line when not universal: "\n", "\r" or "\r\n" */
    char write_end[3];          /* what "\n" is written as; "": itself */
    uint8_t ends;               /* END_... */
    const Codec *codec;         /* of the encoding */
    const Codec *decoder;       /* codec, or behind the mark at the beginning what the mark says */
    const Codec *encoder;       /* codec, or without mark behind the beginning */
    Value buffer;               /* the binary file */
    Value encoding;             /* str, as given */
    Value errors;               /* str */
    Value decoded;              /* str, or NULL: nothing */
    size_t next;                /* first character of decoded that was not handed out */
    Value chunk;                /* bytes, or NULL */
    size_t tail;                /* bytes at the end of chunk that are not decoded yet */
    const Codec *chunk_decoder; /* decoder when the chunk began */
    int64_t chunk_size;         /* bytes that are read at once */
    uint8_t *out;               /* encoded text not yet given to buffer; raw storage of TEXT_ROOM bytes or NULL */
    size_t out_count;           /* bytes of it */
    uint32_t users;             /* operations under way, for which buffer must stay: its methods may run any code */
    Slots slots;
} TextFile;

/* How much is read at once unless told otherwise, and from how much on text is written out: less than that and less
 * than that again. */
enum { TEXT_CHUNK = 8192, TEXT_ROOM = 2 * TEXT_CHUNK };

static inline TextFile *as_text_file(Ref v) { return (TextFile *)object_of(v); }

/* io_text.c */
MUST_CHECK bool text_begin(Ref self, Ref buffer, Ref encoding, Ref errors, Ref newline, bool line_buffering,
                           bool write_through);
/* Each is None or a str, newline or NULL; TypeError. */
MUST_CHECK bool text_check_types(const char *function, Ref encoding, Ref errors, Ref newline);
MUST_CHECK bool text_check_newline(Ref newline);                       /* it is None or one of the four */
void text_set_newline(TextFile *t, Ref newline);                       /* a checked one */
MUST_CHECK bool text_set_codec(TextFile *t, Ref encoding, Ref errors); /* both checked */
/* Behind the beginning of a file no mark is written, and none by utf-16 and utf-32 where nobody can tell the place. */
MUST_CHECK bool text_skip_mark(TextFile *t);
MUST_CHECK bool text_check_ready(const TextFile *t);
/* RuntimeError inside a method of the buffer that an operation called. */
MUST_CHECK bool text_check_idle(Ref self);
MUST_CHECK bool text_check_open(Ref self);
MUST_CHECK Lookup text_closed(Ref self);
MUST_CHECK bool text_write(Ref self, Ref text);
MUST_CHECK bool text_write_out(TextFile *t); /* gives buffer what is waiting */
MUST_CHECK bool text_flush(Ref self);
MUST_CHECK bool text_close(Ref self);
/* The buffer's logical position is where the program is: what was decoded ahead is forgotten. */
void text_forget_input(TextFile *t);

/* io_text_read.c */
MUST_CHECK Value text_read(Ref self, int64_t count);
MUST_CHECK Value text_read_line(Ref self, int64_t limit);
MUST_CHECK Value text_tell(Ref self);
MUST_CHECK Value text_seek(Ref self, Ref cookie, Ref whence);
MUST_CHECK Value text_truncate(Ref self, Ref size);
/* The ends of lines met so far, as the attribute newlines shows them: None, a str or a tuple. */
Value text_ends(uint8_t ends);
/* What is read of s: ends of lines noted in *ends and, when translate, made "\n". Takes s. */
MUST_CHECK Value text_translate_steal(Value s, bool translate, uint8_t *ends);
/* Where the first line of s[from ..] ends behind its end, or 0. end: "\n", "\r" or "\r\n"; NULL: any of them. */
size_t text_line_end(Ref s, size_t from, const char *end);

#endif
