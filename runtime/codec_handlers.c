/* runtime/codec_handlers.c - error handlers that programs register, and codecs written in Python.
 *
 * Owns:      Runtime.codec_handlers.
 * Invariant: a handler's answer is checked before anything of it is used.
 * Not here:  the built-in handlers (codec_errors.c), the registry of codecs (lib/py/codecs.py).
 */
#include "runtime/bytes.h"
#include "runtime/codec_work.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"

bool codec_register_handler(Ref name, Ref handler) {
    Runtime *runtime = rt();
    if (!runtime->codec_handlers) runtime->codec_handlers = dict_new();
    return dict_set(runtime->codec_handlers, name, handler);
}

Value codec_find_handler(const char *name) {
    Ref handler = rt()->codec_handlers ? dict_peek_text(rt()->codec_handlers, name) : NULL;
    return handler ? retain(handler) : NULL;
}

/* Reads (replacement, position); length: of what is converted. False with an exception. */
static bool read_answer(Ref answer, bool encoding, size_t length, size_t *position) {
    bool pair = is_tuple(answer) && tuple_count(answer) == 2;
    Ref text = pair ? tuple_peek(answer, 0) : NULL;
    int64_t at;
    bool is_text = pair && (is_str(text) || (encoding && is_bytes(text)));
    if (pair && (is_text || encoding) && !size_argument(tuple_peek(answer, 1), &at)) return false;
    if (!is_text)
        return raise_false(&type_TypeError, "%s error handler must return (%s, int) tuple",
                           encoding ? "encoding" : "decoding", encoding ? "str/bytes" : "str");
    if (at < 0) at += (int64_t)length;
    if (at < 0 || at > (int64_t)length)
        return raise_false(&type_IndexError, "position %zd from error handler out of bounds", (ssize_t)at);
    *position = (size_t)at;
    return true;
}

static bool put_answer(Encoder *e, Ref replacement, size_t begin, size_t end, const char *reason) {
    if (is_bytes(replacement)) {
        builder_chars(&e->out, bytes_data(replacement), 1, bytes_length(replacement));
        return true;
    }
    for (size_t i = 0; i < str_length(replacement); i++) {
        uint32_t c = str_at(replacement, i);
        if (e->codec->family >= CODEC_UTF8 ? c >= 0x80 : !encoder_can(e->codec, c)) /* as CPython has it */
            return codec_raise_encode(e->codec->name, e->s, begin, end, reason), false;
        encoder_put(e, c);
    }
    return true;
}

bool encoder_call_handler(Encoder *e, Ref handler, size_t begin, size_t end, const char *reason) {
    Value error = codec_encode_exception(e->codec->name, e->s, begin, end, reason);
    Value answer = error ? call_1(handler, error) : NULL;
    bool done = answer && read_answer(answer, true, str_length(e->s), &e->at) &&
                put_answer(e, tuple_peek(answer, 0), begin, end, reason);
    release_maybe(error);
    release_maybe(answer);
    return done;
}

/* Goes on with the bytes that a handler put in place of those that it was asked about. */
static bool take_object(Decoder *d, Ref error, Ref before) {
    Value object = getattr(error, NAME(object));
    bool bytes = object && is_bytes(object);
    if (object && !bytes) raise(&type_TypeError, "object attribute must be bytes");
    if (bytes && object != before) {
        d->data = bytes_data(object);
        d->length = bytes_length(object);
        slot_set_steal(&d->held, object);
    } else {
        release_maybe(object);
    }
    return bytes;
}

bool decoder_call_handler(Decoder *d, Ref handler, size_t begin, size_t end, const char *reason) {
    Value error = codec_decode_exception(d->name, d->data, d->length, begin, end, reason);
    Value before = error ? getattr(error, NAME(object)) : NULL, answer = before ? call_1(handler, error) : NULL;
    bool done = answer && take_object(d, error, before) && read_answer(answer, false, d->length, &d->at);
    release_maybe(before);
    if (done) builder_str(&d->out, tuple_peek(answer, 0));
    release_maybe(error);
    release_maybe(answer);
    return done;
}

/* Has the exception that is set tell which codec failed. */
static void note_codec(Ref encoding, bool encoding_it) {
    Value error = error_take(), name = intern_text("add_note");
    Value note = error_format("%scoding with '%S' codec failed", encoding_it ? "en" : "de", encoding);
    Value done = note ? call_method(error, name, (const Ref[]){note}, 1) : NULL;
    if (!done) error_clear();
    release_maybe(done);
    release_maybe(note);
    release(name);
    error_restore_steal(error);
}

/* What the first function of a codec, which encodes, or the second answers in a pair. */
static Value convert(Ref codec, const char *method, Ref object, Ref encoding, Ref errors) {
    Ref function = tuple_peek(codec, *method == 'd');
    Value pair = call(function, (const Ref[]){object, errors}, errors ? 2 : 1, NULL);
    Value result = NULL;
    if (pair && is_tuple(pair) && tuple_count(pair) == 2) result = retain(tuple_peek(pair, 0));
    else if (pair)
        raise(&type_TypeError, "%s must return a tuple (object,%sinteger)", *method == 'e' ? "encoder" : "decoder",
              *method == 'e' ? " " : "");
    else note_codec(encoding, *method == 'e');
    release_maybe(pair);
    return result;
}

/* Whether a codec is one of text and bytes: LookupError when it says that it is not. */
static bool check_text_codec(Ref codec, Ref encoding, const char *verb) {
    Value name = intern_text("_is_text_encoding"), flag = getattr(codec, name);
    Lookup is_text = flag ? truth(flag) : FOUND;
    if (!flag) error_clear();
    release(name);
    release_maybe(flag);
    return is_text == FOUND ||
           raise_false(&type_LookupError, "'%S' is not a text encoding; use codecs.%s() to handle arbitrary codecs",
                       encoding, verb);
}

void codec_refuse(Ref encoding) {
    error_clear();
    Value codec = type_hooks.find_codec(encoding);
    if (codec && check_text_codec(codec, encoding, "open"))
        raise(&type_LookupError, "ouro opens no files by encoding '%S', which is written in Python; use codecs.open()",
              encoding);
    release_maybe(codec);
}

Value codec_convert_by_python(Ref object, Ref encoding, Ref errors, bool encoding_it) {
    Value codec = type_hooks.find_codec(encoding);
    const char *verb = encoding_it ? "encode" : "decode";
    Value result =
        codec && check_text_codec(codec, encoding, verb) ? convert(codec, verb, object, encoding, errors) : NULL;
    release_maybe(codec);
    if (result && !(encoding_it ? is_bytes(result) : is_str(result))) {
        raise(&type_TypeError, "'%S' %s returned '%T' instead of '%s'; use codecs.%s() to %s to arbitrary types",
              encoding, encoding_it ? "encoder" : "decoder", (Ref)result, encoding_it ? "bytes" : "str", verb, verb);
        clear_ref(&result);
    }
    return result;
}
