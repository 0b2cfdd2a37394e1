/* runtime/codec_tables.c - the encodings of one byte a character that extend ASCII.
 *
 * Owns:      what their bytes from 0x80 on mean, unpacked when the first of them is asked for; the codecs in use.
 * Invariant: U+FFFE stands where a byte means nothing.
 * Not here:  ascii and latin-1, which need no table (codec.c).
 */
#include <stdatomic.h>
#include <stdlib.h>

#include "runtime/base/unpack.h"
#include "runtime/codec_work.h"
#include "runtime/error.h"

#include "codec_tables.h"

enum { HIGH = 128 }; /* bytes from 0x80 on */

/* What make_codec_tables.py packed. */
typedef struct Tables {
    uint8_t low[CODEC_TABLE_COUNT][HIGH];  /* lower halves of the characters */
    uint8_t high[CODEC_TABLE_COUNT][HIGH]; /* upper halves */
    char names[CODEC_NAMES_LENGTH + 1];    /* for each: name, names that find it, a blank behind each, and a NUL */
} Tables;

static inline uint8_t place_of(uint32_t c) { return (uint8_t)(c * 0x9e3779b1u >> 24); }

int codec_table_byte(const CodecTable *table, uint32_t c) {
    if (c < 0x80) return (int)c;
    for (uint8_t place = place_of(c);; place++) {
        uint8_t byte = table->bytes[place];
        if (!byte || table->characters[byte] == c) return byte ? byte : -1;
    }
}

/* Of two bytes with the same meaning the later one is written. */
static void fill(CodecTable *table, const uint8_t *low, const uint8_t *high) {
    for (unsigned byte = 0; byte < 256; byte++) {
        uint32_t c = byte < HIGH ? byte : low[byte - HIGH] | (uint32_t)high[byte - HIGH] << 8;
        table->characters[byte] = (char16_t)c;
        if (byte < HIGH || c == TABLE_HOLE) continue;
        uint8_t place = place_of(c);
        while (table->bytes[place] && table->characters[table->bytes[place]] != c) place++;
        table->bytes[place] = (uint8_t)byte;
    }
}

static CodecTable *make_table(const Tables *all, size_t i, const char *names) {
    size_t length = strcspn(names, " ");
    CodecTable *made = calloc(1, sizeof *made + length + 1);
    if (!made) return NULL;
    made->codec = (Codec){.name = "charmap", .aliases = "", .family = CODEC_TABLE, .shown = made->name, .table = made};
    memcpy(made->name, names, length);
    fill(made, all->low[i], all->high[i]);
    return made;
}

const Codec *codec_table_find(const char *name) {
    static UnpackOnce packed;
    static CodecTable *_Atomic known[CODEC_TABLE_COUNT]; /* kept until the process ends */
    const Tables *all = (const Tables *)unpack_once(&packed, packed_tables, sizeof(Tables) - 1);
    if (!all) return raise_memory(), NULL;
    const char *names = all->names;
    for (size_t i = 0; i < CODEC_TABLE_COUNT; i++, names += strlen(names) + 1) {
        if (!strstr(names, name)) continue;
        CodecTable *table = known[i], *none = NULL;
        if (table) return &table->codec;
        table = make_table(all, i, names);
        if (!table) return raise_memory(), NULL;
        if (atomic_compare_exchange_strong(&known[i], &none, table)) return &table->codec;
        free(table); /* another thread was faster */
        return &none->codec;
    }
    return NULL;
}
