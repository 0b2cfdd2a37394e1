/* lib/io_text.c - text files: settings and writing. */
#include "lib/io_text.h"

#include <string.h>
#include <unistd.h>

#include "lib/file.h"
#include "lib/io_buffered.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

/* --- Settings ---------------------------------------------------------------------------------------------------- */

static const char *const newlines_known[] = {"", "\n", "\r", "\r\n"};

static size_t newline_place(Ref newline) {
    size_t which = 0;
    while (which < 4 && !str_equal_text(newline, newlines_known[which])) which++;
    return which;
}

bool text_check_types(const char *function, Ref encoding, Ref errors, Ref newline) {
    static const char *const names[] = {"encoding", "newline", "errors"};
    Ref given[] = {encoding, newline, errors};
    for (size_t i = 0; i < 3; i++) {
        if (given[i] && !is_none(given[i]) && !is_str(given[i]))
            return raise_false(&type_TypeError, "%s() argument '%s' must be str or None, not %T", function, names[i],
                               given[i]);
    }
    return true;
}

bool text_check_newline(Ref newline) {
    if (is_none(newline)) return true;
    Utf8 text;
    if (!str_utf8(newline, &text, false)) return false;
    str_utf8_done(&text);
    return newline_place(newline) < 4 || raise_false(&type_ValueError, "illegal newline value: %S", newline);
}

void text_set_newline(TextFile *t, Ref newline) {
    size_t which = is_none(newline) ? 0 : newline_place(newline);
    t->translate = is_none(newline);
    t->universal = which == 0;
    strcpy(t->read_end, which > 0 ? newlines_known[which] : "\n");
    strcpy(t->write_end, which > 1 ? newlines_known[which] : "");
}

/* The text of a str without NUL; ValueError. */
static bool plain_text(Ref v, Utf8 *utf8) {
    if (!str_utf8(v, utf8, false)) return false;
    if (strlen(utf8->text) == utf8->length) return true;
    str_utf8_done(utf8);
    return raise_false(&type_ValueError, "embedded null character");
}

bool text_set_codec(TextFile *t, Ref encoding, Ref errors) {
    Utf8 name;
    bool standard = is_none(encoding) || (is_str(encoding) && str_equal_text(encoding, "locale"));
    Value shown = standard ? str_from_text(io_default_encoding()) : retain(encoding);
    const Codec *codec = NULL;
    if (shown && plain_text(shown, &name)) {
        codec = codec_find(name.text);
        str_utf8_done(&name);
        if (!codec) codec_refuse(shown);
    }
    if (codec && !is_none(errors)) {
        if (!plain_text(errors, &name)) codec = NULL;
        else str_utf8_done(&name);
    }
    if (codec) {
        t->codec = t->decoder = t->encoder = codec;
        slot_set(&t->encoding, shown);
        slot_set_steal(&t->errors, is_none(errors) ? str_from_text("strict") : retain(errors));
    }
    release_maybe(shown);
    return codec != NULL;
}

/* One of the buffer's readable(), writable(), seekable(). */
static bool ask(Ref buffer, Ref question, bool *answer) {
    Lookup result = io_ask(buffer, question);
    *answer = result == FOUND;
    return result != FAILED;
}

bool text_skip_mark(TextFile *t) {
    if (!t->seekable && codec_unit(t->codec) > 1) t->encoder = codec_without_mark(t->codec);
    if (!t->seekable || !t->writable) return true;
    int64_t position;
    t->users++;
    Value told = call_method(t->buffer, NAME(tell), NULL, 0);
    t->users--;
    bool ok = told && index_as_int64(told, &position, NULL);
    release_maybe(told);
    if (ok && position != 0) t->encoder = codec_without_mark(t->codec);
    return ok;
}

bool text_begin(Ref self, Ref buffer, Ref encoding, Ref errors, Ref newline, bool line_buffering, bool write_through) {
    TextFile *t = as_text_file(self);
    Value read1 = NULL;
    if (!text_check_idle(self)) return false;
    t->ready = t->detached = false;
    if (!text_check_types("TextIOWrapper", encoding, errors, newline) || !text_check_newline(newline) ||
        !text_set_codec(t, encoding, errors))
        return false;
    text_set_newline(t, newline);
    t->chunk_size = TEXT_CHUNK;
    if (!ask(buffer, NAME(readable), &t->readable) || !ask(buffer, NAME(writable), &t->writable) ||
        !ask(buffer, NAME(seekable), &t->seekable))
        return false;
    Lookup has = is_buffered(buffer) ? FOUND : getattr_try(buffer, NAME(read1), &read1);
    release_maybe(read1);
    if (has == FAILED) return false;
    t->has_read1 = has == FOUND;
    t->telling = t->seekable;
    t->line_buffering = line_buffering;
    t->write_through = write_through;
    t->ends = 0;
    t->out_count = 0;
    text_forget_input(t);
    slot_set(&t->buffer, buffer);
    t->ready = codec_extends_ascii(t->codec) || text_skip_mark(t);
    return t->ready;
}

bool text_check_ready(const TextFile *t) {
    if (LIKELY(t->ready)) return true;
    return raise_false(&type_ValueError,
                       t->detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
}

bool text_check_idle(Ref self) {
    return !as_text_file(self)->users || raise_false(&type_RuntimeError, "reentrant call inside %R", self);
}

Lookup text_closed(Ref self) {
    const TextFile *t = as_text_file(self);
    if (!text_check_ready(t)) return FAILED;
    return is_buffered(t->buffer) ? buffered_closed(t->buffer) : io_is_closed(t->buffer);
}

bool text_check_open(Ref self) {
    Lookup closed = text_closed(self);
    if (LIKELY(closed == MISSING)) return true;
    return closed == FOUND && raise_false(&type_ValueError, "I/O operation on closed file.");
}

void text_forget_input(TextFile *t) {
    clear_ref(&t->decoded);
    clear_ref(&t->chunk);
    t->next = t->tail = 0;
}

/* --- Writing ----------------------------------------------------------------------------------------------------- */

static bool give_buffer(TextFile *t, const uint8_t *data, size_t size) {
    if (size == 0) return true;
    if (is_buffered(t->buffer) && as_buffered(t->buffer)->writes) return buffered_write(t->buffer, data, size);
    Value bytes = bytes_from(data, size);
    if (!bytes) return false;
    Ref args[1] = {bytes};
    Value result = call_method(t->buffer, NAME(write), args, 1);
    release(bytes);
    release_maybe(result);
    return result != NULL;
}

bool text_write_out(TextFile *t) {
    size_t count = t->out_count;
    t->out_count = 0; /* what cannot be written is dropped, so that closing does not fail again */
    return give_buffer(t, t->out, count);
}

/* Encoded text on its way out. */
static bool put_bytes(TextFile *t, const uint8_t *data, size_t size) {
    if (!t->out) {
        t->out = mem_raw_try(&rt()->mem, TEXT_ROOM);
        if (!t->out) return raise_memory(), false;
    }
    while (size >= TEXT_CHUNK && t->out_count > 0) { /* the buffer's write() may write here, too */
        if (!text_write_out(t)) return false;
    }
    if (size >= TEXT_CHUNK) return give_buffer(t, data, size);
    memcpy(t->out + t->out_count, data, size);
    t->out_count += size;
    return t->out_count < TEXT_CHUNK || text_write_out(t);
}

/* A str with each "\n" made the file's end of a line; s itself when there is none. */
static Value with_ends(const TextFile *t, Ref s) {
    Ref newline = str_from_char('\n');
    if (str_find(s, newline, 0, str_length(s)) < 0) return retain(s);
    Value end = str_from_text(t->write_end), result = end ? str_replace(s, newline, end, SIZE_MAX) : NULL;
    release_maybe(end);
    return result;
}

static bool put_text(TextFile *t, Ref s) {
    if (str_is_ascii(s) && codec_extends_ascii(t->encoder)) return put_bytes(t, str_data(s), str_length(s));
    Value errors = retain(t->errors); /* a handler may reconfigure the file */
    Utf8 handler;
    Value bytes = NULL;
    if (str_utf8(errors, &handler, true)) {
        bytes = codec_encode(t->encoder, s, handler.text);
        str_utf8_done(&handler);
    }
    release(errors);
    if (!bytes) return false;
    t->encoder = codec_without_mark(t->encoder);
    bool ok = put_bytes(t, bytes_data(bytes), bytes_length(bytes));
    release(bytes);
    return ok;
}

/* A newline, or a carriage return: a terminal shall see it. */
static bool ends_line(Ref s) {
    size_t length = str_length(s);
    if (str_width(s) == 1) return memchr(str_data(s), '\n', length) || memchr(str_data(s), '\r', length);
    return str_find(s, str_from_char('\n'), 0, length) >= 0 || str_find(s, str_from_char('\r'), 0, length) >= 0;
}

static bool write_open(Ref self, Ref text) {
    TextFile *t = as_text_file(self);
    if (!text_check_open(self)) return false;
    if (!t->writable) return io_unsupported("not writable");
    bool flushes = t->line_buffering && ends_line(text);
    bool ok;
    if (t->write_end[0]) {
        Value changed = with_ends(t, text);
        ok = changed && put_text(t, changed);
        release_maybe(changed);
    } else {
        ok = put_text(t, text);
    }
    if (ok && (t->write_through || flushes)) ok = text_write_out(t);
    if (ok && (flushes || t->retired))
        ok = is_buffered(t->buffer) ? buffered_flush(t->buffer) : io_call(t->buffer, NAME(flush));
    if (!ok) return false;
    if (t->chunk && t->marked) text_forget_input(t);
    t->tail = 0, t->ends = 0; /* the decoder begins anew */
    return true;
}

bool text_write(Ref self, Ref text) {
    as_text_file(self)->users++;
    bool ok = write_open(self, text);
    as_text_file(self)->users--;
    return ok;
}

static bool flush_open(Ref self) {
    TextFile *t = as_text_file(self);
    if (!text_check_open(self)) return false;
    t->telling = t->seekable;
    if (!text_write_out(t)) return false;
    if (is_exact(t->buffer, &type_buffered_writer)) return buffered_flush(t->buffer);
    return io_call(t->buffer, NAME(flush));
}

bool text_flush(Ref self) {
    as_text_file(self)->users++;
    bool ok = flush_open(self);
    as_text_file(self)->users--;
    return ok;
}

static bool close_open(Ref self) {
    TextFile *t = as_text_file(self);
    Lookup closed = text_closed(self);
    if (closed != MISSING) return closed == FOUND;
    bool plain = is_file(self) && !instance_peek(self, NAME(flush)); /* nobody put a flush of his own there */
    bool ok = plain ? text_flush(self) : io_call(self, NAME(flush));
    Value error = ok ? NULL : error_take();
    bool done = is_buffered(t->buffer) ? buffered_close(t->buffer) : io_call(t->buffer, NAME(close));
    if (error) error_chain_steal(error);
    return ok && done;
}

bool text_close(Ref self) {
    as_text_file(self)->users++;
    bool ok = close_open(self);
    as_text_file(self)->users--;
    return ok;
}

/* --- For C code -------------------------------------------------------------------------------------------------- */

bool file_flush(Ref file) { return text_flush(file); }
bool file_close(Ref file) { return text_close(file); }
Value file_read_line(Ref file, int64_t limit) { return text_read_line(file, limit); }

bool file_is_closed(Ref file) {
    Lookup closed = text_closed(file);
    if (closed == FAILED) error_clear();
    return closed != MISSING;
}

int file_descriptor(Ref file) {
    const TextFile *t = as_text_file(file);
    if (!t->ready || !is_buffered(t->buffer) || !as_buffered(t->buffer)->ready) return -1;
    Ref raw = as_buffered(t->buffer)->raw;
    return is_exact(raw, &type_file_io) ? as_file_io(raw)->fd : -1;
}

bool file_write_any(Ref file, Ref text) {
    if (LIKELY(is_file(file))) return text_write(file, text);
    Value result = call_method(file, NAME(write), &text, 1);
    release_maybe(result);
    return result != NULL;
}

Value file_new_standard(int fd, Ref name, const char *codec, const char *errors, bool terminal, bool unbuffered) {
    const char *mode = fd == 0 ? "rb" : "wb";
    Value raw = file_io_new(fd, name, mode, false), buffer = NULL, file = NULL;
    Value encoding = str_from_text(codec), handler = str_from_text(errors), end = str_from_char('\n');
    bool direct = unbuffered && fd != 0;
    if (raw && direct) buffer = retain(raw);
    else if (raw) buffer = buffered_new(fd == 0 ? &type_buffered_reader : &type_buffered_writer, raw, IO_BUFFER_SIZE);
    if (buffer) file = value_of(object_new(&type_text_file, type_text_file.size));
    Value letter = str_from_char(fd == 0 ? 'r' : 'w');
    bool ok = file && text_begin(file, buffer, encoding, handler, end, !unbuffered && (fd == 2 || terminal), direct) &&
              instance_set(file, NAME(mode), letter) == FOUND;
    release(letter);
    if (!ok) clear_ref(&file);
    release(end);
    release(handler);
    release(encoding);
    release_maybe(buffer);
    release_maybe(raw);
    return file;
}

void file_retire(Ref file) {
    TextFile *t = as_text_file(file);
    if (file_descriptor(file) < 0 && !(t->ready && is_exact(t->buffer, &type_file_io))) return;
    t->retired = t->write_through = true;
    object_of(file)->flags |= OBJECT_FINALIZED;
    object_of(t->buffer)->flags |= OBJECT_FINALIZED;
    if (is_buffered(t->buffer)) object_of(as_buffered(t->buffer)->raw)->flags |= OBJECT_FINALIZED;
    if (t->writable && !text_flush(file)) error_clear();
}
