/* runtime/codec.h - text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32, and the error handlers.
 *
 * Owns:      the names of encodings, the built-in error handlers, UnicodeDecodeError and UnicodeEncodeError.
 * Invariant: an unknown error handler is noticed only when there is an error, as in CPython.
 * Not here:  the codecs module (lib/), UTF-8 without errors (base/utf8.h).
 */
#ifndef OURO_CODEC_H
#define OURO_CODEC_H

#include "runtime/object.h"
#include "runtime/type.h"

typedef struct Codec Codec;

/* The codec of this name in any of its spellings, NULL with LookupError when unknown. */
const Codec *codec_find(const char *name);
/* Behind codec_find, which knew nothing of it: why files cannot have this encoding, as LookupError. */
COLD void codec_refuse(Ref encoding);
const char *codec_name(const Codec *codec); /* "utf-8" */

/* True when ASCII text and its bytes are the same. */
bool codec_extends_ascii(const Codec *codec);
/* Bytes of the smallest unit: 1, 2 or 4. */
size_t codec_unit(const Codec *codec);
/* The codec for what follows the first bytes of a stream, where a mark may stand: utf-16 becomes utf-16-le or -be,
 * utf-8-sig utf-8. Others stay what they are. NULL with UnicodeError when there is no mark where one is needed. */
const Codec *codec_behind_mark(const Codec *codec, const uint8_t *data, size_t length);
/* The same for a stream that is written. */
const Codec *codec_without_mark(const Codec *codec);

/* errors: name of a handler, NULL: strict. */
MUST_CHECK Value codec_encode(const Codec *codec, Ref s, const char *errors); /* bytes */
/* A str of data[0 .. length). When final is false, an incomplete character at the end is no error: *consumed (may be
 * NULL) tells how far decoding went. */
MUST_CHECK Value codec_decode(const Codec *codec, const uint8_t *data, size_t length, const char *errors, bool final,
                              size_t *consumed);

/* False with TypeError "encode() argument 'encoding' must be str, not int" unless both are str or NULL. */
MUST_CHECK bool codec_check_arguments(Ref encoding, Ref errors, const char *function);
/* str.encode, bytes.decode and the like. encoding and errors: NULL when not given; checked. */
MUST_CHECK Value codec_encode_object(Ref s, Ref encoding, Ref errors, const char *function);
MUST_CHECK Value codec_decode_object(Ref object, Ref encoding, Ref errors, const char *function);

/* Error handlers of programs: register one; the one of this name or NULL, without an exception. */
MUST_CHECK bool codec_register_handler(Ref name, Ref handler);
Value codec_find_handler(const char *name);

/* Set UnicodeEncodeError for s[begin .. end), UnicodeDecodeError for data[begin .. end). Return NULL. */
COLD Value codec_raise_encode(const char *encoding, Ref s, size_t begin, size_t end, const char *reason);
COLD Value codec_raise_decode(const char *encoding, const uint8_t *data, size_t length, size_t begin, size_t end,
                              const char *reason);

#endif
