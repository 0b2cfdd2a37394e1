/* lib/codecs_module.c - the module _codecs: what lib/py/codecs.py is made of.
 *
 * Owns:      nothing.
 * Invariant: only built-in codecs are known here; the others are found by codecs.py.
 * Not here:  codecs (runtime/codec.h).
 */
#include <stdio.h>

#include "runtime/bytes.h"
#include "runtime/codec_work.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* The codec of that name, NULL with LookupError; None when it has no such codec. */
static const Codec *find(Ref name) {
    Utf8 text;
    if (!is_str(name)) {
        raise(&type_TypeError, "lookup() argument must be str, not %O", name);
        return NULL;
    }
    if (!str_utf8(name, &text, false)) return NULL;
    const Codec *codec = codec_find(text.text);
    str_utf8_done(&text);
    return codec;
}

static Value py_codecs_find(const Ref *args) {
    const Codec *codec = find(args[0]);
    if (codec) return str_from_text(codec_name(codec));
    if (!error_matches(&type_LookupError)) return NULL;
    error_clear();
    return VALUE_NONE;
}

static Value pair(Value result, size_t consumed) {
    if (result == NULL) return NULL;
    Value items[2] = {result, int_value((int64_t)consumed)};
    return tuple_from_steal(items, 2);
}

/* Of the function of the codec: "utf_8_encode() argument 1 must be str, not int". */
static COLD Value raise_no_text(Ref text, Ref encoding) {
    const Codec *codec = find(encoding);
    if (!codec) return NULL;
    char name[16];
    snprintf(name, sizeof name, "%s", codec->name);
    for (char *dash; (dash = strchr(name, '-')) != NULL;) *dash = '_';
    return raise(&type_TypeError, "%s_encode() argument 1 must be str, not %O", name, text);
}

static Value py_codecs_encode(const Ref *args) {
    if (!is_str(args[0])) return raise_no_text(args[0], args[1]);
    return pair(codec_encode_object(args[0], args[1], args[2], "encode"), str_length(args[0]));
}

static Value py_codecs_decode(const Ref *args) {
    Utf8 errors;
    ByteView view;
    const Codec *codec = find(args[1]);
    Lookup final = codec ? truth(args[3]) : FAILED;
    if (final == FAILED) return NULL;
    if (!is_str(args[2])) return raise(&type_TypeError, "decode() argument 'errors' must be str, not %O", args[2]);
    if (!str_utf8(args[2], &errors, false)) return NULL;
    size_t consumed = 0;
    Value text = NULL;
    if (byte_view(args[0], &view)) {
        text = codec_decode(codec, view.data, view.length, errors.text, final == FOUND, &consumed);
        byte_view_done(&view);
    }
    str_utf8_done(&errors);
    return pair(text, consumed);
}

static Value py_codecs_register_error(const Ref *args) {
    if (!is_str(args[0])) return raise(&type_TypeError, "register_error() argument 1 must be str, not %O", args[0]);
    if (!type_of(args[1])->call) return raise(&type_TypeError, "handler must be callable");
    return codec_register_handler(args[0], args[1]) ? VALUE_NONE : NULL;
}

static Value py_codecs_lookup_error(const Ref *args) {
    Utf8 name;
    if (!is_str(args[0])) return raise(&type_TypeError, "lookup_error() argument must be str, not %O", args[0]);
    if (!str_utf8(args[0], &name, false)) return NULL;
    Value handler = codec_find_handler(name.text);
    str_utf8_done(&name);
    return handler ? handler : VALUE_NONE;
}

static const NativeDef functions[] = {
    {"find(name, /)", py_codecs_find, DOC("The name of a built-in codec in its usual spelling, or None."), 0},
    {"encode(text, encoding, errors='strict', /)", py_codecs_encode, DOC("(bytes, characters) by a built-in codec."),
     0},
    {"decode(data, encoding, errors='strict', final=True, /)", py_codecs_decode,
     DOC("(text, bytes that were decoded) by a built-in codec."), 0},
    {"register_error(errors, handler, /)", py_codecs_register_error,
     DOC("Register the handler for encoding and decoding errors under the name errors."), 0},
    {"lookup_error(name, /)", py_codecs_lookup_error, DOC("The registered error handler of that name, or None."), 0},
    {0},
};

const ModuleDef module__codecs = {
    .name = "_codecs",
    .doc = "Built-in codecs and registered error handlers.",
    .functions = functions,
};
