/* runtime/codec_work.h - what the files that implement codecs share.
 *
 * Owns:      struct Codec, and the state of one encoding or decoding.
 * Invariant: an Encoder's builder holds bytes: characters below 256.
 * Not here:  what others use (codec.h).
 */
#ifndef OURO_CODEC_WORK_H
#define OURO_CODEC_WORK_H

#include <uchar.h>

#include "runtime/codec.h"
#include "runtime/str.h"

typedef enum CodecFamily { CODEC_ASCII, CODEC_LATIN1, CODEC_TABLE, CODEC_UTF8, CODEC_UTF16, CODEC_UTF32 } CodecFamily;

typedef enum CodecOrder {
    ORDER_MARKED, /* a byte order mark in front; without one, little-endian */
    ORDER_LITTLE,
    ORDER_BIG,
} CodecOrder;

struct Codec {
    const char *name;    /* as errors show it */
    const char *aliases; /* other names, normalised, with blanks around each */
    CodecFamily family;
    CodecOrder order;               /* utf-16, utf-32 */
    bool signature;                 /* utf-8-sig: EF BB BF in front */
    const char *shown;              /* name of the codec, where errors show another; NULL: the same */
    const struct CodecTable *table; /* CODEC_TABLE: what its bytes mean */
};

#define TABLE_HOLE 0xfffe

/* A codec of a byte a character. */
typedef struct CodecTable {
    Codec codec;              /* its table is this */
    char16_t characters[256]; /* of the bytes; TABLE_HOLE: none */
    uint8_t bytes[256];       /* of the characters from 0x80 on, by their hashes, the next places for collisions */
    char name[];              /* as codecs.lookup() shows it */
} CodecTable;

/* The codec with this among its names, which has blanks around it; NULL without an exception when there is none, with
 * one when there is no memory. */
const Codec *codec_table_find(const char *name);
/* The byte for a character, or -1. */
int codec_table_byte(const CodecTable *table, uint32_t c);

typedef struct Encoder {
    StrBuilder out; /* bytes so far */
    const Codec *codec;
    Ref s;              /* text to encode */
    const char *errors; /* handler's name, NULL: strict */
    size_t at;          /* next character */
    uint8_t handler;    /* of codec_errors.c: the built-in handler, once it was asked for */
} Encoder;

typedef struct Decoder {
    StrBuilder out; /* characters so far */
    const Codec *codec;
    const uint8_t *data; /* bytes to decode */
    size_t at, length;   /* next byte, bytes in all */
    Value held;          /* bytes that a handler gave instead, or NULL */
    const char *errors;  /* handler's name, NULL: strict */
    const char *name;    /* of the encoding, as errors show it */
    bool big;            /* utf-16, utf-32: most significant byte first */
    uint8_t handler;     /* see Encoder */
    bool final;          /* nothing follows: an incomplete character is an error */
} Decoder;

/* Appends the bytes of a character that the codec can encode, or of a surrogate in its utf form. */
void encoder_put(Encoder *e, uint32_t c);

/* Takes as many characters from e->at on as can be encoded without more ado, but for utf-8. */
void encoder_put_run(Encoder *e);
/* The same from d->at on, of what is not utf-8 nor ascii. */
void decoder_take_run(Decoder *d);

bool encoder_can(const Codec *codec, uint32_t c); /* encode the character */

/* Ask a registered handler about characters or bytes [begin, end); at is moved where it says. False with an
 * exception. */
MUST_CHECK bool encoder_call_handler(Encoder *e, Ref handler, size_t begin, size_t end, const char *reason);
MUST_CHECK bool decoder_call_handler(Decoder *d, Ref handler, size_t begin, size_t end, const char *reason);
/* The exceptions that handlers are given. */
Value codec_encode_exception(const char *encoding, Ref s, size_t begin, size_t end, const char *reason);
Value codec_decode_exception(const char *encoding, const uint8_t *data, size_t length, size_t begin, size_t end,
                             const char *reason);
/* What str.encode or bytes.decode answers by a codec written in Python. */
MUST_CHECK Value codec_convert_by_python(Ref object, Ref encoding, Ref errors, bool encoding_it);

/* Deals with characters [begin, end) that cannot be encoded. False with an exception. */
MUST_CHECK bool encoder_error(Encoder *e, size_t begin, size_t end, const char *reason);
/* Deals with bytes [begin, end) and moves d->at behind what is dealt with. False with an exception. */
MUST_CHECK bool decoder_error(Decoder *d, size_t begin, size_t end, const char *reason);

#endif
