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
    Lookup found = call_special(path, NAME(dunder_fspath), NULL, 0, &result);
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
