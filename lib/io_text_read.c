/* lib/io_text_read.c - text files: reading, positions, the ends of lines. */
#include <stdio.h>
#include <string.h>

#include "lib/io_buffered.h"
#include "lib/io_text.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* --- The ends of lines ------------------------------------------------------------------------------------------- */

Value text_ends(uint8_t ends) {
    static const char *const names[] = {"\r", "\n", "\r\n"};
    static const uint8_t order[] = {END_CR, END_LF, END_CRLF};
    if (!ends) return VALUE_NONE;
    Value found[3];
    size_t count = 0;
    for (size_t i = 0; i < 3; i++)
        if (ends & order[i]) found[count++] = str_from_text(names[i]);
    return count == 1 ? found[0] : tuple_from_steal(found, count);
}

static bool has_char(Ref s, char c) {
    if (str_width(s) == 1) return memchr(str_data(s), c, str_length(s));
    return str_find(s, str_from_char((uint8_t)c), 0, str_length(s)) >= 0;
}

Value text_translate_steal(Value s, bool translate, uint8_t *ends) {
    if (!s) return NULL;
    if (!has_char(s, '\r')) {
        if (!(*ends & END_LF) && has_char(s, '\n')) *ends |= END_LF;
        return s;
    }
    StrBuilder b;
    builder_init(&b);
    builder_reserve(&b, str_length(s), 0);
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        if (c == '\n') *ends |= END_LF;
        if (c == '\r') {
            bool pair = i + 1 < str_length(s) && str_at(s, i + 1) == '\n';
            *ends |= pair ? END_CRLF : END_CR;
            if (pair) i++;
            c = '\n';
        }
        builder_char(&b, c);
    }
    if (!translate) {
        builder_abandon(&b);
        return s;
    }
    release(s);
    return builder_finish(&b);
}

static size_t any_line_end(Ref s, size_t from) {
    size_t length = str_length(s);
    for (size_t i = from; i < length; i++) {
        uint32_t c = str_at(s, i);
        if (c == '\n') return i + 1;
        if (c == '\r') return i + 1 < length && str_at(s, i + 1) == '\n' ? i + 2 : i + 1;
    }
    return 0;
}

size_t text_line_end(Ref s, size_t from, const char *end) {
    if (!end) return any_line_end(s, from);
    size_t length = str_length(s);
    if (str_width(s) == 1 && !end[1]) {
        const uint8_t *data = str_data(s), *stop = from < length ? memchr(data + from, end[0], length - from) : NULL;
        return stop ? (size_t)(stop - data) + 1 : 0;
    }
    for (size_t i = from; i < length; i++)
        if (str_at(s, i) == (uint8_t)end[0] && (!end[1] || (i + 1 < length && str_at(s, i + 1) == (uint8_t)end[1])))
            return i + 1 + (end[1] != '\0');
    return 0;
}

/* --- Decoding ---------------------------------------------------------------------------------------------------- */

/* Decodes bytes that follow what decoder has seen; *used tells how many of them are part of the result. A "\r" at the
 * end waits for what follows it. */
static Value decode_part(TextFile *t, const Codec **decoder, const uint8_t *data, size_t length, bool final,
                         uint8_t *ends, size_t *used) {
    Value errors = retain(t->errors), text = NULL; /* a handler may reconfigure the file */
    Utf8 handler;
    if (str_utf8(errors, &handler, true)) {
        text = codec_decode(*decoder, data, length, handler.text, final, used);
        str_utf8_done(&handler);
    }
    release(errors);
    if (!text) return NULL;
    if (*used >= codec_unit(*decoder)) { /* less is no mark that could be a wrong one */
        const Codec *behind = codec_behind_mark(*decoder, data, length);
        if (!behind) {
            release(text);
            return NULL;
        }
        *decoder = behind;
    }
    size_t count = str_length(text);
    if (!final && count && str_at(text, count - 1) == '\r' && (t->universal || t->read_end[1])) {
        Value shorter = str_slice(text, 0, count - 1);
        release(text);
        text = shorter;
        *used -= codec_unit(*decoder);
    }
    return t->universal ? text_translate_steal(text, t->translate, ends) : text;
}

static Value read_bytes(TextFile *t, int64_t count) {
    Value data;
    if (is_buffered(t->buffer) && as_buffered(t->buffer)->reads) {
        data = buffered_read1(t->buffer, count);
    } else {
        Value number = int_value(count);
        data = call_method(t->buffer, t->has_read1 ? NAME(read1) : NAME(read), refs(&number), 1);
        release(number);
    }
    if (!data || is_bytes(data)) return data;
    if (is_bytes_like(data)) {
        ByteView view;
        Value copy = byte_view(data, &view) ? bytes_from(view.data, view.length) : NULL;
        if (copy) byte_view_done(&view);
        release(data);
        return copy;
    }
    raise(&type_TypeError, "underlying %s() should have returned a bytes-like object, not '%T'",
          t->has_read1 ? "read1" : "read", data);
    release(data);
    return NULL;
}

/* The bytes that wait to be decoded, and data behind them. Takes data. */
static Value behind_tail(const TextFile *t, Value data) {
    if (t->tail == 0) return data;
    StrBuilder b;
    builder_init(&b);
    builder_chars(&b, bytes_data(t->chunk) + bytes_length(t->chunk) - t->tail, 1, t->tail);
    builder_chars(&b, bytes_data(data), 1, bytes_length(data));
    release(data);
    return bytes_finish(&b);
}

/* Decodes the next piece of the file in place of the old. *more is false at the end of it, where nothing came of it. */
static bool read_chunk(TextFile *t, bool *more) {
    if (!t->readable) return io_unsupported("not readable");
    Value data = read_bytes(t, t->chunk_size);
    if (!data) return false;
    bool final = bytes_length(data) == 0;
    data = behind_tail(t, data);
    if (!data) return false;
    size_t used;
    const Codec *before = t->decoder;
    Value text = decode_part(t, &t->decoder, bytes_data(data), bytes_length(data), final, &t->ends, &used);
    if (!text) {
        release(data);
        return false;
    }
    *more = !final || str_length(text) > 0;
    t->chunk_decoder = before;
    t->tail = bytes_length(data) - used;
    t->marked = t->telling;
    slot_set_steal(&t->chunk, data);
    slot_set_steal(&t->decoded, text);
    t->next = 0;
    return true;
}

/* The end of an operation that users counts. */
static Value leave(Ref self, Value result) {
    as_text_file(self)->users--;
    return result;
}

static size_t ahead(const TextFile *t) { return t->decoded ? str_length(t->decoded) - t->next : 0; }

/* Hands out count decoded characters. */
static Value take(TextFile *t, size_t count) {
    if (!t->decoded) return str_empty();
    Value s = t->next == 0 && count == str_length(t->decoded) ? retain(t->decoded)
                                                              : str_slice(t->decoded, t->next, t->next + count);
    if (s) t->next += count;
    return s;
}

/* --- Reading ----------------------------------------------------------------------------------------------------- */

static bool written_out(TextFile *t) { return t->out_count == 0 || text_write_out(t); }

static Value read_all(TextFile *t) {
    Value data = is_buffered(t->buffer) && as_buffered(t->buffer)->reads ? buffered_read(t->buffer, -1)
                                                                         : call_method(t->buffer, NAME(read), NULL, 0);
    if (!data) return NULL;
    if (!is_bytes(data)) {
        Value error =
            is_none(data)
                ? NULL
                : raise(&type_TypeError, "underlying read() should have returned a bytes-like object, not '%T'", data);
        if (is_none(data)) error = raise(&type_BlockingIOError, "Read returned None.");
        release(data);
        return error;
    }
    data = behind_tail(t, data);
    if (!data) return NULL;
    size_t used;
    Value text = decode_part(t, &t->decoder, bytes_data(data), bytes_length(data), true, &t->ends, &used);
    release(data);
    if (!text) return NULL;
    Value first = take(t, ahead(t)), result = NULL;
    if (first && str_length(first) == 0) result = retain(text);
    else if (first) result = str_concat(first, text);
    release_maybe(first);
    release(text);
    text_forget_input(t);
    return result;
}

static Value read_open(Ref self, int64_t count) {
    TextFile *t = as_text_file(self);
    if (!text_check_open(self)) return NULL;
    if (!t->readable) return io_raise_unsupported("not readable");
    if (!written_out(t)) return NULL;
    if (count < 0) return read_all(t);
    if (ahead(t) >= (size_t)count) return take(t, (size_t)count);
    StrBuilder b;
    builder_init(&b);
    bool more = true;
    for (;;) {
        size_t part = ahead(t), wanted = (size_t)count - b.length;
        if (part > wanted) part = wanted;
        if (part) builder_slice(&b, t->decoded, t->next, t->next + part);
        t->next += part;
        if (!more || b.length == (size_t)count) return builder_finish(&b);
        if (!read_chunk(t, &more)) break;
    }
    builder_abandon(&b);
    return NULL;
}

Value text_read(Ref self, int64_t count) {
    as_text_file(self)->users++;
    return leave(self, read_open(self, count));
}

static Value read_line_open(Ref self, int64_t limit) {
    TextFile *t = as_text_file(self);
    if (!text_check_open(self) || !written_out(t)) return NULL;
    const char *end = t->universal && !t->translate ? NULL : t->read_end;
    size_t stop = t->decoded ? text_line_end(t->decoded, t->next, end) : 0;
    if (LIKELY(stop && (limit < 0 || stop - t->next <= (size_t)limit))) return take(t, stop - t->next);
    StrBuilder b;
    builder_init(&b);
    for (bool more = true;;) {
        size_t part = stop ? stop - t->next : ahead(t);
        if (limit >= 0 && part > (size_t)limit - b.length) part = (size_t)limit - b.length;
        if (part) builder_slice(&b, t->decoded, t->next, t->next + part);
        t->next += part;
        if (!more) text_forget_input(t);
        bool full = limit >= 0 && b.length >= (size_t)limit && t->decoded && (limit > 0 || str_length(t->decoded) > 0);
        if (stop || !more || full) return builder_finish(&b);
        clear_ref(&t->decoded); /* also when nothing follows that can be decoded: reconfigure() asks */
        t->next = 0;
        if (!read_chunk(t, &more)) break;
        stop = text_line_end(t->decoded, 0, end);
    }
    builder_abandon(&b);
    return NULL;
}

Value text_read_line(Ref self, int64_t limit) {
    as_text_file(self)->users++;
    return leave(self, read_line_open(self, limit));
}

/* --- Positions --------------------------------------------------------------------------------------------------- */

/* True when a "\r" waits at the end of data, used bytes of which are decoded. */
static bool holds_return(const uint8_t *data, size_t length, size_t used, size_t unit) {
    if (length - used < unit) return false;
    uint32_t all = 0;
    for (size_t i = 0; i < unit; i++) all += data[used + i];
    return all == '\r';
}

/* How many bytes of the chunk the first `count` characters of decoded were made of: the least number of bytes that
 * decodes to that many. Ends of lines make characters fewer, never more, so the search may halve. */
static bool bytes_of_characters(TextFile *t, Ref chunk, size_t count, size_t *bytes) {
    const uint8_t *data = bytes_data(chunk);
    const Codec *first = t->chunk_decoder;
    size_t low = 0, high = bytes_length(chunk) - t->tail, used;
    if (count == str_length(t->decoded)) return *bytes = high, true;
    if (high == str_length(t->decoded) && codec_unit(t->codec) == 1) return *bytes = count, true;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const Codec *decoder = first;
        uint8_t ends = 0;
        Value text = decode_part(t, &decoder, data, middle, false, &ends, &used);
        if (!text) return false;
        size_t length = str_length(text) + holds_return(data, middle, used, codec_unit(t->codec));
        if (length >= count) high = middle;
        else low = middle + 1;
        release(text);
    }
    if (t->universal && t->translate && count && low < bytes_length(chunk) && data[low - 1] == '\r' &&
        data[low] == '\n')
        low++;
    *bytes = low;
    return true;
}

static Value tell_open(Ref self) {
    TextFile *t = as_text_file(self);
    if (!text_check_open(self)) return NULL;
    if (!t->seekable) return io_raise_unsupported("underlying stream is not seekable");
    if (!t->telling) return raise(&type_OSError, "telling position disabled by next() call");
    if (!text_write_out(t) || !io_call(self, NAME(flush))) return NULL;
    Value told = call_method(t->buffer, NAME(tell), NULL, 0);
    if (!told || !t->chunk || !t->marked) return told;
    int64_t position = 0;
    size_t bytes = 0;
    Value chunk = retain(t->chunk); /* decoding may run a handler of errors */
    bool ok = index_as_int64(told, &position, &type_OverflowError) &&
              (t->next == 0 || bytes_of_characters(t, chunk, t->next, &bytes));
    position -= (int64_t)(bytes_length(chunk) - bytes);
    release(chunk);
    release(told);
    return ok ? int_value(position) : NULL;
}

Value text_tell(Ref self) {
    as_text_file(self)->users++;
    return leave(self, tell_open(self));
}

static Value seek_buffer(TextFile *t, Ref position, int whence) {
    Ref args[2] = {position, small_int_value(whence)};
    return call_method(t->buffer, NAME(seek), args, whence ? 2 : 1);
}

static Value seek_to_end(Ref self) {
    TextFile *t = as_text_file(self);
    if (!io_call(self, NAME(flush))) return NULL;
    text_forget_input(t);
    t->decoder = t->codec;
    t->ends = 0;
    Value position = seek_buffer(t, small_int_value(0), SEEK_END);
    if (position) t->encoder = is_int(position) && int_sign(position) == 0 ? t->codec : codec_without_mark(t->codec);
    return position;
}

/* The place that a cookie stands for: CPython asks first whether it is negative, then what int() makes of it. */
static Value place_of(Ref cookie) {
    Value negative = compare(COMPARE_LT, cookie, small_int_value(0));
    if (!negative) return NULL;
    Lookup below = truth(negative);
    release(negative);
    if (below == FOUND) return raise(&type_ValueError, "negative seek position %R", cookie);
    return below == FAILED ? NULL : call_1(type_ref(&type_int), cookie);
}

static Value seek_open(Ref self, Ref cookie, Ref whence) {
    TextFile *t = as_text_file(self);
    int64_t how;
    if (!text_check_open(self) || !io_whence(whence, &how)) return NULL;
    if (!t->seekable) return io_raise_unsupported("underlying stream is not seekable");
    Lookup zero = how == 1 || how == 2 ? equal(cookie, small_int_value(0)) : FOUND;
    if (zero == FAILED) return NULL;
    if (zero == MISSING)
        return io_raise_unsupported(how == 1 ? "can't do nonzero cur-relative seeks"
                                             : "can't do nonzero end-relative seeks");
    if (how == 2) return seek_to_end(self);
    if (how != 0 && how != 1) return raise(&type_ValueError, "invalid whence (%ld, should be 0, 1 or 2)", (long)how);
    Value target = how == 1 ? call_method(self, NAME(tell), NULL, 0) : place_of(cookie), result = NULL;
    if (!target) return NULL;
    if (io_call(self, NAME(flush))) {
        Value position = seek_buffer(t, target, SEEK_SET);
        if (position) {
            bool start = int_sign(target) == 0;
            text_forget_input(t);
            if (start || t->decoder == t->codec) t->decoder = start ? t->codec : codec_without_mark(t->codec);
            t->encoder = start ? t->codec : codec_without_mark(t->codec);
            if (start) t->ends = 0; /* the decoder begins anew */
            result = retain(how == 1 ? target : cookie);
        }
        release_maybe(position);
    }
    release(target);
    return result;
}

Value text_seek(Ref self, Ref cookie, Ref whence) {
    as_text_file(self)->users++;
    return leave(self, seek_open(self, cookie, whence));
}

static Value truncate_open(Ref self, Ref size) {
    TextFile *t = as_text_file(self);
    if (!text_check_open(self) || !io_call(self, NAME(flush))) return NULL;
    Ref args[1] = {size}; /* None: where the buffer is, which may be ahead of what was read */
    return call_method(t->buffer, NAME(truncate), args, 1);
}

Value text_truncate(Ref self, Ref size) {
    as_text_file(self)->users++;
    return leave(self, truncate_open(self, size));
}
