/* runtime/codec_errors.c - error handlers of codecs: strict, ignore, replace and the others.
 *
 * Owns:      their names.
 * Invariant: a handler that cannot deal with an error raises it.
 * Not here:  handlers registered by programs (the codecs module).
 */
#include "runtime/base/number.h"
#include "runtime/base/ucd.h"
#include "runtime/bytes.h"
#include "runtime/codec_work.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/tuple.h"

typedef enum Handler {
    HANDLER_STRICT,
    HANDLER_IGNORE,
    HANDLER_REPLACE,
    HANDLER_BACKSLASH,
    HANDLER_XML,
    HANDLER_NAME,
    HANDLER_ESCAPE,
    HANDLER_PASS,
    HANDLER_COUNT
} Handler;

static const char *const handler_names[HANDLER_COUNT] = {
    "strict",      "ignore",          "replace",      "backslashreplace", "xmlcharrefreplace",
    "namereplace", "surrogateescape", "surrogatepass"};

/* The built-in handler of this name, or HANDLER_COUNT and in *own the one that the program registered. known is what an
 * earlier error of the same work found: 0, or the built-in handler and 1. */
static bool find_handler(const char *name, uint8_t *known, Handler *handler, Value *own) {
    *handler = *known ? *known - 1u : HANDLER_STRICT;
    *own = NULL;
    if (*known || name == NULL) return true;
    for (*handler = 0; *handler < HANDLER_COUNT; ++*handler) {
        if (strcmp(handler_names[*handler], name) != 0) continue;
        *known = (uint8_t)(*handler + 1);
        return true;
    }
    *own = codec_find_handler(name);
    return *own || raise_false(&type_LookupError, "unknown error handler name '%s'", name);
}

/* The exceptions. */

/* Takes object. */
static Value unicode_exception_steal(Type *type, const char *encoding, Value object, size_t begin, size_t end,
                                     const char *reason) {
    if (object == NULL) return NULL;
    Value fields[5] = {str_from_text(encoding), object, int_value((int64_t)begin), int_value((int64_t)end),
                       str_from_text(reason)};
    Value args = tuple_from_steal(fields, 5);
    Value exception = args ? exception_new(type, args) : NULL;
    release_maybe(args);
    return exception;
}

static Value raise_steal(Value exception) {
    if (exception) raise_value(exception);
    release_maybe(exception);
    return NULL;
}

Value codec_encode_exception(const char *encoding, Ref s, size_t begin, size_t end, const char *reason) {
    return unicode_exception_steal(&type_UnicodeEncodeError, encoding, retain(s), begin, end, reason);
}

Value codec_decode_exception(const char *encoding, const uint8_t *data, size_t length, size_t begin, size_t end,
                             const char *reason) {
    Value bytes = bytes_from(data, length);
    return unicode_exception_steal(&type_UnicodeDecodeError, encoding, bytes, begin, end, reason);
}

Value codec_raise_encode(const char *encoding, Ref s, size_t begin, size_t end, const char *reason) {
    return raise_steal(codec_encode_exception(encoding, s, begin, end, reason));
}

Value codec_raise_decode(const char *encoding, const uint8_t *data, size_t length, size_t begin, size_t end,
                         const char *reason) {
    return raise_steal(codec_decode_exception(encoding, data, length, begin, end, reason));
}

/* Encoding. */

static void put_text(Encoder *e, const char *text) {
    while (*text) encoder_put(e, (uint8_t)*text++);
}

/* \xe9, \u20ac or \U0001f600. */
static void put_escape(Encoder *e, uint32_t c) {
    unsigned digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    encoder_put(e, '\\');
    encoder_put(e, digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    while (digits-- > 0) encoder_put(e, (uint8_t)"0123456789abcdef"[c >> 4 * digits & 15]);
}

static void put_reference(Encoder *e, uint32_t c) {
    char text[NUMBER_UINT64_MAX];
    size_t length = number_write_uint64(text, c);
    put_text(e, "&#");
    for (size_t i = 0; i < length; i++) encoder_put(e, (uint8_t)text[i]);
    encoder_put(e, ';');
}

static void put_replacement(Encoder *e, Handler handler, uint32_t c) {
    char name[UCD_NAME_MAX];
    if (handler == HANDLER_REPLACE) {
        encoder_put(e, '?');
    } else if (handler == HANDLER_XML) {
        put_reference(e, c);
    } else if (handler == HANDLER_NAME && ucd_name(c, name) > 0) {
        put_text(e, "\\N{");
        put_text(e, name);
        encoder_put(e, '}');
    } else if (handler == HANDLER_NAME || handler == HANDLER_BACKSLASH) {
        put_escape(e, c);
    }
}

static bool is_surrogate(uint32_t c) { return c - 0xd800 < 0x800; }

/* True when surrogateescape or surrogatepass can write the character. */
static bool passes(const Encoder *e, Handler handler, uint32_t c) {
    CodecFamily family = e->codec->family;
    if (handler == HANDLER_ESCAPE) return c >= 0xdc80 && c <= 0xdcff && family != CODEC_UTF16 && family != CODEC_UTF32;
    return is_surrogate(c) && family >= CODEC_UTF8;
}

bool encoder_error(Encoder *e, size_t begin, size_t end, const char *reason) {
    Handler handler;
    Value own;
    if (UNLIKELY(e->out.failed)) return false; /* there was no memory for what came before */
    if (!find_handler(e->errors, &e->handler, &handler, &own)) return false;
    if (own) {
        bool done = encoder_call_handler(e, own, begin, end, reason);
        release(own);
        return done;
    }
    bool passing = handler == HANDLER_ESCAPE || handler == HANDLER_PASS;
    if (handler == HANDLER_STRICT) return codec_raise_encode(e->codec->name, e->s, begin, end, reason), false;
    for (size_t i = begin; i < end; i++) {
        uint32_t c = str_at(e->s, i);
        if (!passing) {
            put_replacement(e, handler, c);
        } else if (!passes(e, handler, c)) {
            return codec_raise_encode(e->codec->name, e->s, handler == HANDLER_ESCAPE ? i : begin, end, reason), false;
        } else if (handler == HANDLER_ESCAPE) {
            builder_char(&e->out, c - 0xdc00);
        } else {
            encoder_put(e, c);
        }
    }
    return true;
}

/* Decoding. */

/* The surrogate whose utf form stands at begin, and its bytes; 0: none. */
static uint32_t surrogate_at(const Decoder *d, size_t begin, size_t *size) {
    const uint8_t *p = d->data + begin;
    size_t left = d->length - begin;
    uint32_t c = 0;
    if (d->codec->family == CODEC_UTF8 && left >= 3 && p[0] == 0xed && (p[1] & 0xe0) == 0xa0 && (p[2] & 0xc0) == 0x80) {
        *size = 3;
        c = 0xd000u | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    } else if (d->codec->family == CODEC_UTF16 && left >= 2) {
        *size = 2;
        c = d->big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
    } else if (d->codec->family == CODEC_UTF32 && left >= 4) {
        *size = 4;
        c = d->big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                   : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
    }
    return is_surrogate(c) ? c : 0;
}

/* Turns bytes from 128 on, up to the first that is below, into surrogates. False when there is none. */
static bool escape_bytes(Decoder *d, size_t begin, size_t end) {
    size_t i = begin;
    for (; i < end && i < begin + 4 && d->data[i] >= 128; i++) builder_char(&d->out, 0xdc00u + d->data[i]);
    d->at = i;
    return i > begin;
}

static bool pass_surrogate(Decoder *d, size_t begin) {
    size_t size = 0;
    uint32_t c = surrogate_at(d, begin, &size);
    if (c == 0) return false;
    builder_char(&d->out, c);
    d->at = begin + size;
    return true;
}

bool decoder_error(Decoder *d, size_t begin, size_t end, const char *reason) {
    Handler handler;
    Value own;
    if (UNLIKELY(d->out.failed)) return false; /* there was no memory for what came before */
    if (!find_handler(d->errors, &d->handler, &handler, &own)) return false;
    if (own) {
        bool done = decoder_call_handler(d, own, begin, end, reason);
        release(own);
        return done;
    }
    d->at = end;
    switch (handler) {
    case HANDLER_IGNORE: return true;
    case HANDLER_REPLACE: builder_char(&d->out, 0xfffd); return true;
    case HANDLER_BACKSLASH:
        for (size_t i = begin; i < end; i++) builder_format(&d->out, "\\x%02x", d->data[i]);
        return true;
    case HANDLER_XML:
    case HANDLER_NAME:
        return raise_false(&type_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
    case HANDLER_ESCAPE:
        if (escape_bytes(d, begin, end)) return true;
        break;
    case HANDLER_PASS:
        if (pass_surrogate(d, begin)) return true;
        break;
    default: break;
    }
    return codec_raise_decode(d->name, d->data, d->length, begin, end, reason), false;
}
