/* runtime/bytes_split.c - methods of bytes and bytearray that take apart, put together and strip.
 *
 * Owns:      nothing.
 * Invariant: pieces are of the kind of self.
 * Not here:  searching (bytes_search.c).
 */
#include "runtime/bytes_methods.h"
#include "runtime/error.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/tuple.h"

static bool is_blank(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* A list under construction, of pieces of self. */
typedef struct Splitter {
    Value list;    /* NULL: failed */
    Ref self;      /* whose kind the pieces are */
    ByteView view; /* of self */
    size_t most;   /* pieces that may still be split off */
} Splitter;

static void add_piece(Splitter *s, size_t begin, size_t end) {
    Value piece = s->list ? bytes_like(s->self, s->view.data + begin, end - begin) : NULL;
    if (s->list && (!piece || !list_append_steal(s->list, piece) || !runtime_poll_errors())) clear_ref(&s->list);
}

static void split_blanks(Splitter *s) {
    const uint8_t *data = s->view.data;
    size_t i = 0, end = s->view.length;
    for (; s->list; s->most--) {
        while (i < end && is_blank(data[i])) i++;
        if (i == end) return;
        if (s->most == 0) break;
        size_t begin = i;
        while (i < end && !is_blank(data[i])) i++;
        add_piece(s, begin, i);
    }
    add_piece(s, i, end);
}

static void rsplit_blanks(Splitter *s) {
    const uint8_t *data = s->view.data;
    size_t i = s->view.length;
    for (; s->list; s->most--) {
        while (i > 0 && is_blank(data[i - 1])) i--;
        if (i == 0) return;
        if (s->most == 0) break;
        size_t end = i;
        while (i > 0 && !is_blank(data[i - 1])) i--;
        add_piece(s, i, end);
    }
    add_piece(s, 0, i);
}

static void split_at(Splitter *s, const ByteView *separator) {
    size_t begin = 0;
    for (; s->most > 0 && s->list; s->most--) {
        int64_t at = bytes_find(s->view.data, begin, s->view.length, separator->data, separator->length);
        if (at < 0) break;
        add_piece(s, begin, (size_t)at);
        begin = (size_t)at + separator->length;
    }
    add_piece(s, begin, s->view.length);
}

static void rsplit_at(Splitter *s, const ByteView *separator) {
    size_t end = s->view.length;
    for (; s->most > 0 && s->list; s->most--) {
        int64_t at = bytes_rfind(s->view.data, 0, end, separator->data, separator->length);
        if (at < 0) break;
        add_piece(s, (size_t)at + separator->length, end);
        end = (size_t)at;
    }
    add_piece(s, 0, end);
}

static void split_by(Splitter *s, Ref separator, bool from_right) {
    ByteView v;
    if (!byte_view(separator, &v)) {
        clear_ref(&s->list);
    } else if (v.length == 0) {
        raise(&type_ValueError, "empty separator");
        clear_ref(&s->list);
    } else {
        (from_right ? rsplit_at : split_at)(s, &v);
    }
    byte_view_done(&v);
}

static Value split(const Ref *args, bool from_right) {
    Splitter s = {.self = args[0]};
    if (!limit_argument(args[2], &s.most) || !byte_view(args[0], &s.view)) return NULL;
    s.list = list_new(0);
    if (s.list && is_none(args[1])) {
        (from_right ? rsplit_blanks : split_blanks)(&s);
    } else if (s.list) {
        split_by(&s, args[1], from_right);
    }
    byte_view_done(&s.view);
    if (s.list && from_right && !list_reverse(s.list)) clear_ref(&s.list);
    return s.list;
}

Value py_bytes_split(const Ref *args) { return split(args, false); }
Value py_bytes_rsplit(const Ref *args) { return split(args, true); }

Value py_bytes_splitlines(const Ref *args) {
    Splitter s = {.self = args[0]};
    Lookup keep = truth(args[1]);
    if (keep == FAILED || !byte_view(args[0], &s.view)) return NULL;
    s.list = list_new(0);
    const uint8_t *data = s.view.data;
    size_t length = s.view.length;
    for (size_t begin = 0, next; s.list && begin < length; begin = next) {
        size_t end = begin;
        while (end < length && data[end] != '\n' && data[end] != '\r') end++;
        next = end < length ? end + 1 : end;
        if (next < length && data[end] == '\r' && data[next] == '\n') next++;
        add_piece(&s, begin, keep == FOUND ? next : end);
    }
    byte_view_done(&s.view);
    return s.list;
}

/* A piece that was there before: bytes are answered as they are, of whatever class. */
static Value same_piece(Ref self, Ref piece, const ByteView *v) {
    return is_bytes(self) ? retain(piece) : bytes_like(self, v->data, v->length);
}

static Value partition(const Ref *args, bool from_right) {
    ByteView self, separator;
    Ref whole = args[0];
    if (!(is_bytes(whole) ? byte_view : byte_view_gathered)(args[1], &separator)) return NULL;
    if (separator.length == 0 || !byte_view(whole, &self)) {
        if (separator.length == 0) raise(&type_ValueError, "empty separator");
        byte_view_done(&separator);
        return NULL;
    }
    Value parts[3];
    int64_t at = (from_right ? bytes_rfind : bytes_find)(self.data, 0, self.length, separator.data, separator.length);
    if (at < 0) {
        for (int i = 0; i < 3; i++)
            parts[i] = i == (from_right ? 2 : 0) ? same_piece(whole, whole, &self) : bytes_like(whole, "", 0);
    } else {
        size_t end = (size_t)at + separator.length;
        parts[0] = bytes_like(whole, self.data, (size_t)at);
        parts[1] = same_piece(whole, args[1], &separator);
        parts[2] = bytes_like(whole, self.data + end, self.length - end);
    }
    byte_view_done(&self);
    byte_view_done(&separator);
    if (parts[0] && parts[1] && parts[2]) return tuple_from_steal(parts, 3);
    for (int i = 0; i < 3; i++) release_maybe(parts[i]);
    return NULL;
}

Value py_bytes_partition(const Ref *args) { return partition(args, false); }
Value py_bytes_rpartition(const Ref *args) { return partition(args, true); }

/* join. */

static bool join_into(StrBuilder *b, const ByteView *separator, Ref items) {
    for (size_t i = 0; i < list_count(items); i++) {
        ByteView v;
        Ref item = list_peek(items, i);
        if (is_exact(item, &type_bytes)) {
            if (i > 0 && separator->length) builder_ascii(b, (const char *)separator->data, separator->length);
            builder_ascii(b, (const char *)bytes_data(item), bytes_length(item));
            continue;
        }
        Value held = retain(item); /* its __buffer__ may take it out of the list */
        bool seen = byte_view_try(item, &v);
        if (!seen) raise(&type_TypeError, "sequence item %zu: expected a bytes-like object, %T found", i, item);
        release(held);
        if (!seen) return false;
        if (i > 0) builder_ascii(b, (const char *)separator->data, separator->length);
        builder_ascii(b, (const char *)v.data, v.length);
        byte_view_done(&v);
    }
    return !b->failed;
}

Value py_bytes_join(const Ref *args) {
    ByteView separator;
    StrBuilder b;
    if (!byte_view(args[0], &separator)) return NULL; /* first: what makes the items cannot change it then */
    Value joined = NULL, items = joined_items(args[1]);
    if (items && list_count(items) == 1 && is_bytes(args[0]) && is_exact(list_peek(items, 0), &type_bytes)) {
        joined = retain(list_peek(items, 0));
        release(items);
    } else if (items) {
        builder_init(&b);
        if (join_into(&b, &separator, items)) joined = bytes_like(args[0], b.data, b.length);
        builder_abandon(&b);
        release(items);
    }
    byte_view_done(&separator);
    return joined;
}

/* strip. */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool is_stripped(uint8_t c, const ByteView *set) {
    return set ? set->length > 0 && memchr(set->data, c, set->length) : is_blank(c);
}

static Value strip(const Ref *args, int sides) {
    ByteView self, set = {0};
    if (!is_none(args[1]) && !byte_view(args[1], &set)) return NULL;
    const ByteView *chosen = is_none(args[1]) ? NULL : &set;
    Value rest = NULL;
    if (byte_view(args[0], &self)) {
        size_t begin = 0, end = self.length;
        if (sides & STRIP_LEFT)
            while (begin < end && is_stripped(self.data[begin], chosen)) begin++;
        if (sides & STRIP_RIGHT)
            while (end > begin && is_stripped(self.data[end - 1], chosen)) end--;
        rest = end - begin == self.length && is_exact(args[0], &type_bytes)
                   ? retain(args[0])
                   : bytes_like(args[0], self.data + begin, end - begin);
        byte_view_done(&self);
    }
    byte_view_done(&set);
    return rest;
}

Value py_bytes_strip(const Ref *args) { return strip(args, STRIP_LEFT | STRIP_RIGHT); }
Value py_bytes_lstrip(const Ref *args) { return strip(args, STRIP_LEFT); }
Value py_bytes_rstrip(const Ref *args) { return strip(args, STRIP_RIGHT); }
