#include "lib/path.h"

#include <string.h>

#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

Value path_decode(const char *name) {
    return codec_decode(codec_find("utf-8"), (const uint8_t *)name, strlen(name), "surrogateescape", true, NULL);
}

Value path_fspath(Ref path) {
    if (is_str(path) || is_bytes(path)) return retain(path);
    Value result = NULL;
    Ref method = type_lookup_peek(type_of(path), NAME(dunder_fspath));
    Lookup found = method && is_none(method) ? MISSING : call_special(path, NAME(dunder_fspath), NULL, 0, &result);
    if (found == MISSING) return raise(&type_TypeError, "expected str, bytes or os.PathLike object, not %T", path);
    if (found == FAILED || is_str(result) || is_bytes(result)) return result;
    raise(&type_TypeError, "expected %T.__fspath__() to return str or bytes, not %T", path, result);
    release(result);
    return NULL;
}

Value path_encode(Ref path) {
    Value name = path_fspath(path), bytes = NULL;
    if (!name) return NULL;
    bytes = is_str(name) ? codec_encode(codec_find("utf-8"), name, "surrogateescape") : retain(name);
    release(name);
    if (bytes && strlen((const char *)bytes_data(bytes)) != bytes_length(bytes)) {
        release(bytes);
        return raise(&type_ValueError, "embedded null byte");
    }
    return bytes;
}

bool path_check_number(Ref fd) {
    return !is_bool(fd) || raise_warning(&type_RuntimeWarning, "bool is used as a file descriptor");
}

/* Whether the characters of a name in [begin, end) are this many dots. */
static bool are_dots(Ref path, size_t begin, size_t end, size_t count) {
    if (end - begin != count) return false;
    while (begin < end && str_at(path, begin) == '.') begin++;
    return begin == end;
}

/* Puts the characters of from in [begin, end) and a slash, unless they are the last, in front of *to. */
static void put_in_front(uint8_t **to, const uint8_t *stop, Ref from, size_t begin, size_t end) {
    size_t width = str_width(from), size = (end - begin) * width;
    if (*to < stop) {
        *to -= width;
        memset(*to, 0, width);
        **to = '/';
    }
    *to -= size;
    memcpy(*to, str_data(from) + begin * width, size);
}

/* From its end to its beginning: then the parts that a ".." takes away are known. */
Value path_normalise(Ref path) {
    size_t length = str_length(path), width = str_width(path), root = 0, away = 0, begin, last_dots = 0;
    while (root < length && root < 3 && str_at(path, root) == '/') root++;
    size_t kept_root = root == 3 ? 1 : root, room = (length + 1) * width;
    uint8_t *data = mem_raw_try(&rt()->mem, room);
    if (!data) return raise_memory();
    uint8_t *stop = data + room, *to = stop;
    for (size_t end = length; end > root; end = begin > root ? begin - 1 : root) {
        for (begin = end; begin > root && str_at(path, begin - 1) != '/';) begin--;
        if (begin == end || are_dots(path, begin, end, 1)) continue;
        if (are_dots(path, begin, end, 2)) away++, last_dots = begin;
        else if (away) away--;
        else put_in_front(&to, stop, path, begin, end);
    }
    for (; !root && away; away--) put_in_front(&to, stop, path, last_dots, last_dots + 2);
    to -= kept_root * width;
    memcpy(to, str_data(path), kept_root * width);
    Value result = to < stop ? str_from_chars(to, (uint32_t)width, (size_t)(stop - to) / width) : str_from_text(".");
    mem_raw_free(&rt()->mem, data, room);
    return result;
}
