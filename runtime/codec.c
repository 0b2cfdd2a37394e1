/* runtime/codec.c - encodings by name, encoding, and what str.encode and bytes.decode do with their arguments.
 *
 * Owns:      the table of codecs.
 * Invariant: see codec.h.
 * Not here:  decoding (codec_decode.c), error handlers (codec_errors.c).
 */
#include "runtime/codec.h"

#include "runtime/base/utf8.h"
#include "runtime/bytes.h"
#include "runtime/codec_work.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"

static const Codec codecs[] = {
    {"utf-8", " utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001 ", CODEC_UTF8, ORDER_MARKED, false},
    {"ascii",
     " ascii us_ascii 646 ansi_x3_4_1968 ansi_x3_4_1986 cp367 csascii ibm367 iso646_us iso_646_irv_1991 iso_ir_6 us ",
     CODEC_ASCII, ORDER_MARKED, false},
    {"latin-1",
     " latin_1 latin1 iso_8859_1 iso8859_1 iso8859 8859 cp819 csisolatin1 ibm819 iso_8859_1_1987 iso_ir_100 l1 latin ",
     CODEC_LATIN1, ORDER_MARKED, false, "iso8859-1"},
    {"utf-16", " utf_16 utf16 u16 ", CODEC_UTF16, ORDER_MARKED, false},
    {"utf-16-le", " utf_16_le utf_16le utf16_le utf16le unicodelittleunmarked ", CODEC_UTF16, ORDER_LITTLE, false},
    {"utf-16-be", " utf_16_be utf_16be utf16_be utf16be unicodebigunmarked ", CODEC_UTF16, ORDER_BIG, false},
    {"utf-32", " utf_32 utf32 u32 ", CODEC_UTF32, ORDER_MARKED, false},
    {"utf-32-le", " utf_32_le utf_32le utf32_le utf32le ", CODEC_UTF32, ORDER_LITTLE, false},
    {"utf-32-be", " utf_32_be utf_32be utf32_be utf32be ", CODEC_UTF32, ORDER_BIG, false},
    {"utf-8", " utf_8_sig ", CODEC_UTF8, ORDER_MARKED, true, "utf-8-sig"},
};

/* The name between blanks, in lower case, with one '_' for each run of other characters. Returns its length, 0 when it
 * does not fit. */
static size_t normalise(const char *name, size_t length, char *out, size_t room) {
    size_t n = 0;
    bool gap = false;
    out[n++] = ' ';
    for (size_t i = 0; i < length; i++) {
        uint8_t c = (uint8_t)name[i];
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain && gap && n > 1) out[n++] = '_';
        if (plain) out[n++] = (char)c;
        gap = !plain;
        if (n + 4 > room) return 0;
    }
    out[n++] = ' ';
    out[n] = '\0';
    return n;
}

static const Codec *find_by_alias(const char *name) {
    char normal[64];
    if (normalise(name, strlen(name), normal, sizeof normal) <= 2) return NULL;
    for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
        if (strstr(codecs[i].aliases, normal)) return &codecs[i];
    return codec_table_find(normal);
}

const Codec *codec_find(const char *name) {
    static _Thread_local char known_name[24]; /* that was looked for last, and what was found */
    static _Thread_local const Codec *known;
    for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++) /* the usual spellings, without more ado */
        if (strcmp(codecs[i].name, name) == 0) return &codecs[i];
    if (known && strcmp(known_name, name) == 0) return known;
    const Codec *codec = find_by_alias(name);
    if (!codec && !error_set()) raise(&type_LookupError, "unknown encoding: %s", name);
    if (!codec || strlen(name) >= sizeof known_name) return codec;
    strcpy(known_name, name);
    return known = codec;
}

const char *codec_name(const Codec *codec) { return codec->shown ? codec->shown : codec->name; }

bool codec_extends_ascii(const Codec *codec) { return codec->family <= CODEC_UTF8 && !codec->signature; }

size_t codec_unit(const Codec *codec) {
    return codec->family == CODEC_UTF16 ? 2 : codec->family == CODEC_UTF32 ? 4 : 1;
}

static const Codec *codec_of(CodecFamily family, CodecOrder order) {
    for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
        if (codecs[i].family == family && codecs[i].order == order && !codecs[i].signature) return &codecs[i];
    return NULL;
}

const Codec *codec_without_mark(const Codec *codec) {
    if (codec->signature) return codec_of(codec->family, ORDER_MARKED);
    if (codec->family < CODEC_UTF16 || codec->order != ORDER_MARKED) return codec;
    return codec_of(codec->family, ORDER_LITTLE);
}

const Codec *codec_behind_mark(const Codec *codec, const uint8_t *data, size_t length) {
    if (codec->family < CODEC_UTF16 || codec->order != ORDER_MARKED) return codec_without_mark(codec);
    size_t unit = codec_unit(codec);
    if (length >= unit && memcmp(data, "\xff\xfe\0\0", unit) == 0) return codec_of(codec->family, ORDER_LITTLE);
    if (length >= unit && memcmp(data, &"\0\0\xfe\xff"[4 - unit], unit) == 0) return codec_of(codec->family, ORDER_BIG);
    codec_raise_decode(codec->name, data, length, 0, unit, "Stream does not start with BOM");
    return NULL;
}

/* Encoding. */

static void put_unit(Encoder *e, uint32_t unit, unsigned bytes) {
    for (unsigned i = 0; i < bytes; i++) {
        unsigned shift = 8 * (e->codec->order == ORDER_BIG ? bytes - 1 - i : i);
        builder_char(&e->out, unit >> shift & 0xff);
    }
}

void encoder_put(Encoder *e, uint32_t c) {
    char text[4];
    switch (e->codec->family) {
    case CODEC_UTF8:
        for (size_t i = 0, size = utf8_encode(c, text); i < size; i++) builder_char(&e->out, (uint8_t)text[i]);
        break;
    case CODEC_UTF16:
        if (c >= 0x10000) {
            put_unit(e, 0xd800 + ((c - 0x10000) >> 10), 2);
            c = 0xdc00 + ((c - 0x10000) & 0x3ff);
        }
        put_unit(e, c, 2);
        break;
    case CODEC_UTF32: put_unit(e, c, 4); break;
    case CODEC_TABLE: builder_char(&e->out, (uint32_t)codec_table_byte(e->codec->table, c)); break;
    default: builder_char(&e->out, c); break;
    }
}

bool encoder_can(const Codec *codec, uint32_t c) {
    if (codec->family == CODEC_ASCII) return c < 0x80;
    if (codec->family == CODEC_LATIN1) return c < 0x100;
    if (codec->family == CODEC_TABLE) return codec_table_byte(codec->table, c) >= 0;
    return c - 0xd800 >= 0x800;
}

static const char *reason_of(const Codec *codec) {
    if (codec->family == CODEC_ASCII) return "ordinal not in range(128)";
    if (codec->family == CODEC_TABLE) return "character maps to <undefined>";
    return codec->family == CODEC_LATIN1 ? "ordinal not in range(256)" : "surrogates not allowed";
}

static bool encode_all(Encoder *e) {
    size_t length = str_length(e->s);
    if (e->codec->signature) encoder_put(e, 0xfeff);
    if (e->codec->family >= CODEC_UTF16 && e->codec->order == ORDER_MARKED) encoder_put(e, 0xfeff);
    while (e->at < length && !e->out.failed) {
        if (e->codec->family != CODEC_UTF8) encoder_put_run(e);
        if (e->at == length) break;
        uint32_t c = str_at(e->s, e->at++);
        if (LIKELY(encoder_can(e->codec, c))) {
            encoder_put(e, c);
            continue;
        }
        size_t begin = e->at - 1;
        bool in_runs = e->codec->family <= CODEC_UTF8; /* as CPython reports them */
        while (in_runs && e->at < length && !encoder_can(e->codec, str_at(e->s, e->at))) e->at++;
        if (!encoder_error(e, begin, e->at, reason_of(e->codec))) return false;
    }
    return !e->out.failed;
}

static Value encode_strict_utf8(Ref s) {
    Utf8 utf8;
    if (!str_utf8(s, &utf8, false)) return NULL;
    Value bytes = bytes_from(utf8.text, utf8.length);
    str_utf8_done(&utf8);
    return bytes;
}

Value codec_encode(const Codec *codec, Ref s, const char *errors) {
    bool latin = codec->family == CODEC_LATIN1 && str_width(s) == 1;
    if (latin || (str_is_ascii(s) && codec->family <= CODEC_UTF8 && !codec->signature))
        return bytes_from(str_data(s), str_length(s));
    if (codec->family == CODEC_UTF8 && !codec->signature) {
        Value quickly = encode_strict_utf8(s);
        if (quickly || !errors || strcmp(errors, "strict") == 0 || !error_matches(&type_UnicodeEncodeError))
            return quickly;
        error_clear();
    }
    Encoder e = {.codec = codec, .s = s, .errors = errors};
    builder_init(&e.out);
    builder_reserve(&e.out, str_length(s) * codec_unit(codec), 0);
    if (encode_all(&e)) return bytes_finish(&e.out);
    builder_abandon(&e.out);
    return NULL;
}

/* Arguments. */

static bool has_nul(const Utf8 *text) { return text->length != 0 && strlen(text->text) != text->length; }

/* The UTF-8 of an argument that was given, to be released by str_utf8_done whatever the answer is. */
static bool read_name(Ref name, Utf8 *text, const char *function, const char *argument) {
    if (name == NULL) return true;
    if (!is_str(name)) {
        bool plain = is_none(name) && strcmp(function, "str") != 0; /* str() alone says NoneType */
        const char *found = plain ? "None" : type_of(name)->name;
        return raise_false(&type_TypeError, "%s() argument '%s' must be str, not %s", function, argument, found);
    }
    if (!str_utf8(name, text, false)) {
        *text = (Utf8){0};
        return false;
    }
    return !has_nul(text) || raise_false(&type_ValueError, "embedded null character");
}

bool codec_check_arguments(Ref encoding, Ref errors, const char *function) {
    Utf8 name = {0}, handler = {0};
    bool good = read_name(encoding, &name, function, "encoding") && read_name(errors, &handler, function, "errors");
    str_utf8_done(&name);
    str_utf8_done(&handler);
    return good;
}

/* A codec and the name of an error handler, out of Python arguments. */
typedef struct Choice {
    const Codec *codec;
    Utf8 name, errors; /* released by choice_done */
} Choice;

static void choice_done(Choice *c) {
    str_utf8_done(&c->name);
    str_utf8_done(&c->errors);
}

static bool choose(Choice *c, Ref encoding, Ref errors, const char *function) {
    *c = (Choice){.codec = &codecs[0], .name = {.text = "utf-8"}, .errors = {.text = "strict"}};
    if (encoding && is_exact(encoding, &type_str) && str_equal(encoding, NAME(utf_8_dash))) encoding = NULL;
    if (errors == NAME(strict)) errors = NULL;
    bool named =
        read_name(encoding, &c->name, function, "encoding") && read_name(errors, &c->errors, function, "errors");
    if (named && encoding) c->codec = codec_find(c->name.text);
    if (named && c->codec) return true;
    choice_done(c);
    return false;
}

/* After choose() found no codec: the codecs module may know it. */
static Value by_python(Ref object, Ref encoding, Ref errors, bool encoding_it) {
    if (!error_matches(&type_LookupError)) return NULL;
    error_clear();
    return codec_convert_by_python(object, encoding, errors, encoding_it);
}

Value codec_encode_object(Ref s, Ref encoding, Ref errors, const char *function) {
    Choice c;
    if (!choose(&c, encoding, errors, function)) return by_python(s, encoding, errors, true);
    Value encoded = codec_encode(c.codec, s, c.errors.text);
    choice_done(&c);
    return encoded;
}

Value codec_decode_object(Ref object, Ref encoding, Ref errors, const char *function) {
    Choice c;
    bool default_errors = errors == NULL || errors == NAME(strict);
    if (is_bytes(object) && default_errors && (encoding == NULL || encoding == NAME(utf_8_dash)) &&
        utf8_is_ascii((const char *)bytes_data(object), bytes_length(object)))
        return str_from_ascii((const char *)bytes_data(object), bytes_length(object));
    ByteView view;
    Value decoded = NULL;
    if (!byte_view(object, &view)) return NULL;
    if (view.length == 0) {
        if (codec_check_arguments(encoding, errors, function)) decoded = str_empty();
    } else if (choose(&c, encoding, errors, function)) {
        decoded = codec_decode(c.codec, view.data, view.length, c.errors.text, true, NULL);
        choice_done(&c);
    } else {
        decoded = by_python(object, encoding, errors, false);
    }
    byte_view_done(&view);
    return decoded;
}
