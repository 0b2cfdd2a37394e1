/* lib/io_buffered.c - BufferedReader, BufferedWriter, BufferedRandom: bytes on their way from or to a raw file.
 *
 * Owns:      the buffers; reading, writing and seeking through them.
 * Invariant: see io.h. raw may be any object with the methods of a raw file; a FileIO is used without calling them.
 * Not here:  the methods as Python sees them (io_buffered_type.c).
 */
#include "lib/io_buffered.h"

#include <stdio.h>
#include <string.h>

#include "runtime/byte_storage.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

/* --- The raw file ------------------------------------------------------------------------------------------------ */

/* The raw file, when methods need not be called: NULL also of one that was detached. */
static FileIO *plain_file(const Buffered *b) {
    return b->raw && is_exact(b->raw, &type_file_io) ? as_file_io(b->raw) : NULL;
}

bool buffered_check_ready(const Buffered *b) {
    if (LIKELY(b->ready)) return true;
    return raise_false(&type_ValueError,
                       b->detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

Lookup buffered_closed(Ref self) {
    const Buffered *b = as_buffered(self);
    if (!buffered_check_ready(b)) return FAILED;
    const FileIO *f = plain_file(b);
    return f ? (f->fd < 0 ? FOUND : MISSING) : io_is_closed(b->raw);
}

bool buffered_check_idle(Ref self) {
    return !as_buffered(self)->busy || raise_false(&type_RuntimeError, "reentrant call inside %R", self);
}

bool buffered_check_open(Ref self, const char *what) {
    Lookup closed = buffered_closed(self);
    if (closed == FOUND) return raise_false(&type_ValueError, "%s of closed file", what);
    return closed == MISSING && buffered_check_ready(as_buffered(self)) && buffered_check_idle(self);
}

/* What a method of the raw file returns, which may not change what is going on here. */
static Value ask_raw(Buffered *b, Ref name, const Ref *args, size_t count) {
    bool busy = b->busy;
    if (!buffered_check_ready(b)) return NULL;
    b->busy = true;
    Value result = call_method(b->raw, name, args, count);
    b->busy = busy;
    return result;
}

/* One number out of what a method of the raw file returned. -2: None. */
static int64_t count_of(Value result) {
    if (!result) return -1;
    int64_t count = -2;
    if (!is_none(result) && !index_as_int64(result, &count, &type_ValueError)) count = -1;
    release(result);
    return count;
}

/* Through raw.readinto(): Python code writes into a bytearray of ours. */
static int64_t read_by_method(Buffered *b, uint8_t *data, size_t size) {
    Value array = bytearray_from(NULL, 0), view = NULL;
    int64_t got = -1;
    if (array && byte_storage_resize(array, size)) {
        memset(as_bytearray(array)->data, 0, size);
        view = memoryview_new(array);
    }
    if (view) {
        Value result = ask_raw(b, NAME(readinto), refs(&view), 1);
        bool count = result && (is_none(result) || is_int(result));
        if (result && !count) {
            raise(&type_OSError, "raw readinto() failed");
            release(result);
        } else {
            got = count_of(result);
        }
        if (got >= -1 && !error_set() && (got < 0 || (size_t)got > size)) {
            raise(&type_OSError, "raw readinto() returned invalid length %ld (should have been between 0 and %zu)",
                  (long)got, size);
            got = -1;
        }
        if (got > 0) memcpy(data, as_bytearray(array)->data, (size_t)got);
    }
    release_maybe(view);
    release_maybe(array);
    return got;
}

static int64_t raw_read(Buffered *b, uint8_t *data, size_t size) {
    FileIO *f = plain_file(b);
    return f ? file_io_read(f, data, size) : read_by_method(b, data, size);
}

static int64_t write_by_method(Buffered *b, const uint8_t *data, size_t size) {
    Value bytes = bytes_from(data, size);
    if (!bytes) return -1;
    int64_t done = count_of(ask_raw(b, NAME(write), refs(&bytes), 1));
    release(bytes);
    if (done >= -1 && !error_set() && (done < 0 || (size_t)done > size)) {
        raise(&type_OSError, "raw write() returned invalid length %ld (should have been between 0 and %zu)", (long)done,
              size);
        return -1;
    }
    return done;
}

static int64_t raw_write(Buffered *b, const uint8_t *data, size_t size) {
    FileIO *f = plain_file(b);
    return f ? file_io_write(f, data, size) : write_by_method(b, data, size);
}

static int64_t raw_seek(Buffered *b, int64_t offset, int whence) {
    FileIO *f = plain_file(b);
    if (f) return file_io_seek(f, offset, whence);
    Value number = int_value(offset);
    Ref args[2] = {number, small_int_value(whence)};
    int64_t position = count_of(ask_raw(b, NAME(seek), args, 2));
    release(number);
    if (position < 0 && !error_set()) raise(&type_OSError, "Raw stream returned invalid position %ld", (long)position);
    return position;
}

static int64_t raw_tell(Buffered *b) {
    FileIO *f = plain_file(b);
    if (f) return file_io_seek(f, 0, SEEK_CUR);
    int64_t position = count_of(ask_raw(b, NAME(tell), NULL, 0));
    if (position < 0 && !error_set()) raise(&type_OSError, "Raw stream returned invalid position %ld", (long)position);
    return position;
}

/* --- Writing ----------------------------------------------------------------------------------------------------- */

static bool make_room(uint8_t **buffer, size_t size) {
    if (*buffer) return true;
    *buffer = mem_raw_try(&rt()->mem, size);
    return *buffer || (raise_memory(), false);
}

static bool raise_blocked(size_t written) {
    Value number = int_value((int64_t)written), text = str_from_text("write could not complete without blocking");
    Ref args[3] = {small_int_value(11), text, number};
    Value exception = call(type_ref(&type_BlockingIOError), args, 3, NULL);
    if (exception) raise_value(exception);
    release_maybe(exception);
    release(text);
    release(number);
    return false;
}

/* Empties the buffer. What could not be written stays in it, except after an error that will come again. */
static bool flush_out(Buffered *b) {
    size_t count = b->out_count, done = 0;
    int64_t step = 0;
    while (done < count && (step = raw_write(b, b->out + done, count - done)) >= 0) done += (size_t)step;
    if (count) memmove(b->out, b->out + done, count - done);
    b->out_count = count - done;
    return step == -2 ? raise_blocked(0) : step >= 0;
}

/* Keeps data that follow those already taken. What there is no room for is an error that tells how much was taken. */
static bool keep(Buffered *b, const uint8_t *data, size_t size, size_t taken) {
    size_t room = b->size - b->out_count, kept = size < room ? size : room;
    memcpy(b->out + b->out_count, data, kept);
    b->out_count += kept;
    return kept == size || raise_blocked(taken + kept);
}

/* Bytes that were read ahead are given back, so that writing goes on where the program thinks it is. */
static bool forget_input(Buffered *b) {
    size_t ahead = b->in_count - b->in_next;
    b->in_count = b->in_next = 0;
    return ahead == 0 || raw_seek(b, -(int64_t)ahead, SEEK_CUR) >= 0;
}

bool buffered_write(Ref self, const uint8_t *data, size_t size) {
    Buffered *b = as_buffered(self);
    Lookup closed = buffered_closed(self);
    if (closed == FOUND) return raise_false(&type_ValueError, "write to closed file");
    if (closed == FAILED || !buffered_check_idle(self) || (b->in_count && !forget_input(b)) ||
        !make_room(&b->out, b->size))
        return false;
    if (size < b->size && size <= b->size - b->out_count) return keep(b, data, size, 0);
    if (!flush_out(b)) {
        if (!error_matches(&type_BlockingIOError)) return false;
        error_clear();
        return keep(b, data, size, 0);
    }
    size_t done = 0;
    int64_t step = 0;
    while (size - done >= b->size && (step = raw_write(b, data + done, size - done)) >= 0) done += (size_t)step;
    return step != -1 && keep(b, data + done, size - done, done);
}

bool buffered_flush(Ref self) {
    Buffered *b = as_buffered(self);
    if (!buffered_check_open(self, "flush")) return false;
    if (b->writes && !flush_out(b)) return false;
    return !b->in_count || !b->writes || forget_input(b);
}

/* --- Reading ----------------------------------------------------------------------------------------------------- */

/* Before reading: the buffer of the other direction is emptied, this one exists. */
static bool ready_to_read(Buffered *b) { return flush_out(b) && make_room(&b->in, b->size); }

/* Reads into the empty buffer. The count as raw_read() has it. */
static int64_t fill(Buffered *b) {
    b->in_next = b->in_count = 0;
    int64_t got = raw_read(b, b->in, b->size);
    if (got > 0) b->in_count = (size_t)got;
    return got;
}

/* Takes what the buffer has, up to size bytes. */
static size_t take(Buffered *b, uint8_t *data, size_t size) {
    size_t ahead = b->in_count - b->in_next, count = ahead < size ? ahead : size;
    if (count) memcpy(data, b->in + b->in_next, count);
    b->in_next += count;
    return count;
}

int64_t buffered_read_into(Ref self, const char *what, uint8_t *data, size_t size, bool whole, bool by_blocks) {
    Buffered *b = as_buffered(self);
    if (!buffered_check_open(self, what) || !ready_to_read(b)) return -1;
    size_t count = take(b, data, size);
    for (bool more = true; count < size && more; more = whole) {
        size_t rest = size - count, direct = by_blocks ? rest - rest % b->size : rest > b->size ? rest : 0;
        if (!whole && !direct && count) break;
        int64_t got = direct ? raw_read(b, data + count, direct) : fill(b);
        if (got == -1) return -1;
        if (got == -2 && count == 0) return -2;
        if (got <= 0) break;
        count += direct ? (size_t)got : take(b, data + count, rest);
    }
    return (int64_t)count;
}

/* What was read into the bytes of this size, with a count as raw_read() has it. */
static Value cut_steal(Value room, size_t size, int64_t got) {
    if (got == (int64_t)size) return room;
    Value result = got >= 0 ? bytes_from(bytes_data(room), (size_t)got) : got == -2 ? VALUE_NONE : NULL;
    release_maybe(room);
    return result;
}

static Value read_some(Ref self, size_t size, bool whole) {
    Value room = bytes_alloc(size);
    int64_t got = room ? buffered_read_into(self, "read", bytes_data(room), size, whole, whole) : -1;
    return cut_steal(room, size, got);
}

/* What raw.readall() or, without that, repeated reading gives behind the bytes of the buffer. */
static Value read_rest(Buffered *b) {
    FileIO *f = plain_file(b);
    if (f) return file_io_read_all(f);
    Value method = NULL;
    Lookup has = getattr_try(b->raw, NAME(readall), &method);
    if (has == FAILED) return NULL;
    if (has == FOUND) {
        Value rest = call_0(method);
        release(method);
        if (!rest || is_none(rest) || is_bytes(rest)) return rest;
        release(rest);
        return raise(&type_TypeError, "readall() should return bytes");
    }
    StrBuilder all;
    builder_init(&all);
    for (;;) {
        Value part = ask_raw(b, NAME(read), NULL, 0);
        bool bytes = part && is_bytes(part), none = part && is_none(part);
        size_t length = bytes ? bytes_length(part) : 0;
        if (bytes) builder_chars(&all, bytes_data(part), 1, length);
        release_maybe(part);
        if (length) continue;
        if (bytes || none) return bytes_finish(&all);
        builder_abandon(&all);
        return part ? raise(&type_TypeError, "read() should return bytes") : NULL;
    }
}

static Value read_to_end(Ref self) {
    Buffered *b = as_buffered(self);
    if (!buffered_check_open(self, "read") || !flush_out(b)) return NULL;
    size_t ahead = b->in_count - b->in_next;
    Value rest = read_rest(b);
    if (!rest || ahead == 0) return rest;
    StrBuilder all;
    builder_init(&all);
    builder_chars(&all, b->in + b->in_next, 1, ahead);
    if (!is_none(rest)) builder_chars(&all, bytes_data(rest), 1, bytes_length(rest));
    release(rest);
    b->in_next = b->in_count = 0;
    return bytes_finish(&all);
}

Value buffered_read(Ref self, int64_t size) {
    if (size < -1) return raise(&type_ValueError, "read length must be non-negative or -1");
    return size < 0 ? read_to_end(self) : read_some(self, (size_t)size, true);
}

Value buffered_read1(Ref self, int64_t size) {
    Buffered *b = as_buffered(self);
    if (!buffered_check_open(self, "read") || !ready_to_read(b)) return NULL;
    if (size < 0) size = (int64_t)b->size;
    if (size == 0) return bytes_from("", 0);
    size_t ahead = b->in_count - b->in_next;
    if (ahead) return read_some(self, (size_t)size < ahead ? (size_t)size : ahead, false);
    Value room = bytes_alloc((size_t)size);
    int64_t got = room ? raw_read(b, bytes_data(room), (size_t)size) : -1;
    Value data = cut_steal(room, (size_t)size, got);
    if (!data || !is_none(data)) return data;
    return bytes_from("", 0);
}

Value buffered_peek(Ref self) {
    Buffered *b = as_buffered(self);
    if (!buffered_check_open(self, "peek") || !ready_to_read(b)) return NULL;
    if (b->in_next == b->in_count && fill(b) == -1) return NULL;
    return bytes_from(b->in + b->in_next, b->in_count - b->in_next);
}

Value buffered_read_line(Ref self, int64_t limit) {
    Buffered *b = as_buffered(self);
    if (!buffered_check_open(self, "readline") || !ready_to_read(b)) return NULL;
    StrBuilder line;
    builder_init(&line);
    for (bool more = true; more && (limit < 0 || line.length < (size_t)limit);) {
        if (b->in_next == b->in_count) {
            int64_t got = fill(b);
            if (got == -1) {
                builder_abandon(&line);
                return NULL;
            }
            if (got <= 0) break;
        }
        size_t length = b->in_count - b->in_next;
        if (limit >= 0 && length > (size_t)limit - line.length) length = (size_t)limit - line.length;
        const uint8_t *from = b->in + b->in_next, *stop = memchr(from, '\n', length);
        if (stop) length = (size_t)(stop - from) + 1;
        more = !stop;
        b->in_next += length;
        if (stop && line.length == 0) {
            builder_abandon(&line);
            return bytes_from(from, length);
        }
        builder_chars(&line, from, 1, length);
    }
    return bytes_finish(&line);
}

/* --- Positions and closing --------------------------------------------------------------------------------------- */

int64_t buffered_tell(Ref self) {
    Buffered *b = as_buffered(self);
    if (!buffered_check_ready(b)) return -1;
    int64_t position = raw_tell(b);
    if (position < 0) return -1;
    position += (int64_t)b->out_count - (int64_t)(b->in_count - b->in_next);
    return position < 0 ? 0 : position; /* a device may tell nonsense */
}

/* Seeks by going to and fro in what was read ahead. *position stays below zero when that is not enough. */
static bool seek_in_buffer(Buffered *b, int64_t offset, int whence, int64_t *position) {
    int64_t ahead = (int64_t)(b->in_count - b->in_next);
    if (ahead == 0 || whence == SEEK_END) return true;
    int64_t here = raw_tell(b) - ahead, step;
    if (here < 0) return !error_set();
    if (__builtin_sub_overflow(offset, whence == SEEK_SET ? here : 0, &step)) return true;
    if (step < -(int64_t)b->in_next || step > ahead) return true;
    b->in_next += (size_t)step;
    *position = here + step;
    return true;
}

int64_t buffered_seek(Ref self, int64_t offset, int whence) {
    Buffered *b = as_buffered(self);
    int64_t found = -1;
    if (!flush_out(b) || !seek_in_buffer(b, offset, whence, &found) || found >= 0) return found;
    if (whence == SEEK_CUR) offset -= (int64_t)(b->in_count - b->in_next);
    int64_t position = raw_seek(b, offset, whence);
    if (position >= 0) b->in_next = b->in_count = 0;
    return position;
}

bool buffered_close(Ref self) {
    Buffered *b = as_buffered(self);
    Lookup closed = buffered_closed(self);
    if (closed != MISSING) return closed == FOUND;
    if (!buffered_check_idle(self)) return false;
    bool plain = is_buffered(self) && !instance_peek(self, NAME(flush)); /* nobody put a flush of his own there */
    bool ok = plain ? buffered_flush(self) : io_call(self, NAME(flush));
    Value error = ok ? NULL : error_take();
    b->out_count = 0;                    /* it cannot be written any more */
    bool done = buffered_check_ready(b); /* flush() may have detached the raw file */
    if (done) done = plain_file(b) ? file_io_close(b->raw) : io_call(b->raw, NAME(close));
    if (error) error_chain_steal(error);
    return ok && done;
}
