/* runtime/bytes_search.c - methods of bytes and bytearray that search and replace.
 *
 * Owns:      nothing.
 * Invariant: what is searched is viewed after all arguments were converted, since that may run Python code.
 * Not here:  splitting (bytes_split.c).
 */
#include "runtime/base/search.h"
#include "runtime/bytes_methods.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/tuple.h"

int64_t bytes_find(const uint8_t *data, size_t begin, size_t end, const uint8_t *part, size_t length) {
    if (length > end - begin) return -1;
    if (length == 0) return (int64_t)begin;
    const uint8_t *found = search_bytes(data + begin, data + end, part, length);
    return found ? found - data : -1;
}

int64_t bytes_rfind(const uint8_t *data, size_t begin, size_t end, const uint8_t *part, size_t length) {
    if (length > end - begin) return -1;
    if (length == 0) return (int64_t)end;
    for (size_t stop = end - length + 1; stop > begin;) {
        const uint8_t *found = memrchr(data + begin, *part, stop - begin);
        if (found == NULL) return -1;
        if (memcmp(found, part, length) == 0) return found - data;
        stop = (size_t)(found - data);
    }
    return -1;
}

/* What a search looks for and where. */
typedef struct Search {
    ByteView self, part; /* released by search_done */
    uint8_t byte;        /* the part, when it was given as an int */
    const uint8_t *data; /* of the part */
    size_t length;       /* of the part */
    size_t begin, end;   /* where to look */
    bool possible;       /* begin is not behind end */
} Search;

static void search_done(Search *s) {
    byte_view_done(&s->self);
    byte_view_done(&s->part);
}

/* Reads (sub, start, end). */
static bool search_begin(Search *s, const Ref *args) {
    Bounds bounds;
    *s = (Search){0};
    if (!bounds_read(args[2], args[3], &bounds)) return false;
    if (is_bytes_like(args[1])) {
        if (!byte_view(args[1], &s->part)) return false;
        s->data = s->part.data;
        s->length = s->part.length;
    } else if (type_of(args[1])->as_index) {
        if (!byte_argument(args[1], &s->byte)) return false;
        s->data = &s->byte;
        s->length = 1;
    } else {
        return raise_false(&type_TypeError, "argument should be integer or bytes-like object, not '%T'", args[1]);
    }
    if (!byte_view(args[0], &s->self)) {
        search_done(s);
        return false;
    }
    s->possible = bounds_clamp(&bounds, s->self.length);
    s->begin = (size_t)bounds.start;
    s->end = (size_t)bounds.end;
    return true;
}

/* Index, -1 when there is none, -2 with an exception. */
static int64_t search(const Ref *args, bool from_right) {
    Search s;
    if (!search_begin(&s, args)) return -2;
    int64_t at = -1;
    if (s.possible) at = (from_right ? bytes_rfind : bytes_find)(s.self.data, s.begin, s.end, s.data, s.length);
    search_done(&s);
    return at;
}

static Value found_at(int64_t at) { return at == -2 ? NULL : small_int_value(at); }

static Value must_be_found(int64_t at) {
    return at == -1 ? raise(&type_ValueError, "subsection not found") : found_at(at);
}

Value py_bytes_find(const Ref *args) { return found_at(search(args, false)); }
Value py_bytes_rfind(const Ref *args) { return found_at(search(args, true)); }
Value py_bytes_index(const Ref *args) { return must_be_found(search(args, false)); }
Value py_bytes_rindex(const Ref *args) { return must_be_found(search(args, true)); }

Value py_bytes_count(const Ref *args) {
    Search s;
    if (!search_begin(&s, args)) return NULL;
    size_t count = 0;
    if (s.possible && s.length == 0) count = s.end - s.begin + 1;
    if (s.possible && s.length > 0)
        count = search_count(s.self.data + s.begin, s.self.data + s.end, s.data, s.length, SIZE_MAX);
    search_done(&s);
    return int_value((int64_t)count);
}

/* startswith, endswith. */

static Lookup matches(const ByteView *self, Ref part, Bounds bounds, bool front) {
    ByteView p;
    if (!byte_view(part, &p)) return FAILED;
    bool match = false;
    if (bounds_clamp(&bounds, self->length) && p.length <= (size_t)(bounds.end - bounds.start)) {
        const uint8_t *at = self->data + (front ? (size_t)bounds.start : (size_t)bounds.end - p.length);
        match = memcmp(at, p.data, p.length) == 0;
    }
    byte_view_done(&p);
    return match ? FOUND : MISSING;
}

static Lookup matches_any(const ByteView *self, Ref parts, Bounds bounds, bool front) {
    for (size_t i = 0; i < tuple_count(parts); i++) {
        Lookup match = matches(self, tuple_peek(parts, i), bounds, front);
        if (match != MISSING) return match;
    }
    return MISSING;
}

static Value match_end(const Ref *args, bool front, const char *method) {
    Bounds bounds;
    ByteView self;
    if (!bounds_read(args[2], args[3], &bounds)) return NULL;
    if (!byte_view(args[0], &self)) return NULL;
    Lookup match = (is_tuple(args[1]) ? matches_any : matches)(&self, args[1], bounds, front);
    byte_view_done(&self);
    if (match != FAILED) return bool_value(match == FOUND);
    if (is_tuple(args[1]) || !error_matches(&type_TypeError)) return NULL;
    error_clear();
    return raise(&type_TypeError, "%s first arg must be bytes or a tuple of bytes, not %T", method, args[1]);
}

Value py_bytes_startswith(const Ref *args) { return match_end(args, true, "startswith"); }
Value py_bytes_endswith(const Ref *args) { return match_end(args, false, "endswith"); }

static Value remove_end(const Ref *args, bool front) {
    ByteView self, part;
    if (!byte_view(args[1], &part)) return NULL;
    if (!byte_view(args[0], &self)) {
        byte_view_done(&part);
        return NULL;
    }
    size_t length = self.length, cut = 0;
    if (part.length <= length && memcmp(self.data + (front ? 0 : length - part.length), part.data, part.length) == 0)
        cut = part.length;
    Value rest = cut == 0 && is_exact(args[0], &type_bytes)
                     ? retain(args[0])
                     : bytes_like(args[0], self.data + (front ? cut : 0), length - cut);
    byte_view_done(&self);
    byte_view_done(&part);
    return rest;
}

Value py_bytes_removeprefix(const Ref *args) { return remove_end(args, true); }
Value py_bytes_removesuffix(const Ref *args) { return remove_end(args, false); }

/* replace. */

/* Where at most `most` parts are to be replaced by others; old is not empty. */
typedef struct Replacement {
    ByteView self, old, new;
    size_t most;
} Replacement;

/* Writes self to `to`, with the first count parts replaced. */
static void replace_into(const Replacement *r, size_t count, uint8_t *to) {
    const uint8_t *from = r->self.data, *stop = from + r->self.length;
    if (r->old.length == 1 && r->new.length == 1 && r->most >= r->self.length) {
        uint8_t old = *r->old.data, new = *r->new.data;
        for (; from < stop; from++) *to++ = *from == old ? new : *from;
        return;
    }
    for (; count > 0; count--) {
        const uint8_t *at = search_bytes(from, stop, r->old.data, r->old.length);
        memcpy(to, from, (size_t)(at - from));
        to += at - from;
        memcpy(to, r->new.data, r->new.length);
        to += r->new.length;
        from = at + r->old.length;
    }
    memcpy(to, from, (size_t)(stop - from));
}

/* An empty part stands before each byte and at the end. */
static Value interleave(Ref self, const Replacement *r) {
    StrBuilder b;
    builder_init(&b);
    for (size_t i = 0; i <= r->self.length && !b.failed; i++) {
        if (i < r->most) builder_chars(&b, r->new.data, 1, r->new.length);
        if (i < r->self.length) builder_char(&b, r->self.data[i]);
    }
    Value result = b.failed ? NULL : bytes_like(self, b.data, b.length);
    builder_abandon(&b);
    return result;
}

static Value replace(Ref self, const Replacement *r) {
    if (r->old.length == 0) return interleave(self, r);
    size_t count = search_count(r->self.data, r->self.data + r->self.length, r->old.data, r->old.length, r->most);
    size_t rest = r->self.length - count * r->old.length, length;
    if (count == 0) return bytes_like(self, r->self.data, r->self.length);
    if (__builtin_mul_overflow(count, r->new.length, &length) || __builtin_add_overflow(length, rest, &length) ||
        length > INT64_MAX / 2)
        return raise(&type_OverflowError, "replace bytes is too long");
    Value result = bytes_alloc(length);
    if (result == NULL || length == 0) return is_bytes(self) || !result ? result : bytes_like(self, r->self.data, 0);
    replace_into(r, count, bytes_data(result));
    if (!is_bytes(self) || length == 1) slot_set_steal(&result, bytes_like(self, bytes_data(result), length));
    return result;
}

Value py_bytes_replace(const Ref *args) {
    Replacement r = {0};
    Value result = NULL;
    if (byte_view(args[1], &r.old) && byte_view(args[2], &r.new) && limit_argument(args[3], &r.most) &&
        byte_view(args[0], &r.self))
        result = replace(args[0], &r);
    byte_view_done(&r.self);
    byte_view_done(&r.old);
    byte_view_done(&r.new);
    return result;
}

Value py_bytes_decode(const Ref *args) { return codec_decode_object(args[0], args[1], args[2], "decode"); }
