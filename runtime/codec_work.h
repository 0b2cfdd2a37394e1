/* runtime/codec_work.h - what the files that implement codecs share.
 *
 * Owns:      struct Codec, and the state of one encoding or decoding.
 * Invariant: an Encoder's builder holds bytes: characters below 256.
 * Not here:  what others use (codec.h).
 */
#ifndef OURO_CODEC_WORK_H
#define OURO_CODEC_WORK_H

#include "runtime/codec.h"
#include "runtime/str.h"

typedef enum CodecFamily { CODEC_ASCII, CODEC_LATIN1, CODEC_UTF8, CODEC_UTF16, CODEC_UTF32 } CodecFamily;

typedef enum CodecOrder {
    ORDER_MARKED, /* a byte order mark in front; without one, little-endian */
    ORDER_LITTLE,
    ORDER_BIG,
} CodecOrder;

struct Codec {
    const char *name;    /* as errors show it */
    const char *aliases; /* other names, normalised, with blanks around each */
    CodecFamily family;
    CodecOrder order; /* utf-16, utf-32 */
    bool signature;   /* utf-8-sig: EF BB BF in front */
};

typedef struct Encoder {
    StrBuilder out; /* bytes so far */
    const Codec *codec;
    Ref s;              /* text to encode */
    const char *errors; /* handler's name, NULL: strict */
} Encoder;

typedef struct Decoder {
    StrBuilder out; /* characters so far */
    const Codec *codec;
    const uint8_t *data; /* bytes to decode */
    size_t at, length;   /* next byte, bytes in all */
    const char *errors;  /* handler's name, NULL: strict */
    const char *name;    /* of the encoding, as errors show it */
    bool big;            /* utf-16, utf-32: most significant byte first */
    bool final;          /* nothing follows: an incomplete character is an error */
} Decoder;

/* Appends the bytes of a character that the codec can encode, or of a surrogate in its utf form. */
void encoder_put(Encoder *e, uint32_t c);

/* Deals with characters [begin, end) that cannot be encoded. False with an exception. */
MUST_CHECK bool encoder_error(Encoder *e, size_t begin, size_t end, const char *reason);
/* Deals with bytes [begin, end) and moves d->at behind what is dealt with. False with an exception. */
MUST_CHECK bool decoder_error(Decoder *d, size_t begin, size_t end, const char *reason);

#endif
