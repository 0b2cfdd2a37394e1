/* runtime/base/ucd.h - the Unicode character database: properties, case and names of code points.
 *
 * Owns:      the tables that make_ucd.py writes at build time.
 * Invariant: any 32-bit number may be asked about; what is no code point has no properties.
 * Not here:  normal forms (normal.h).
 */
#ifndef OURO_UCD_H
#define OURO_UCD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {                               /* the order of FLAGS in make_ucd.py */
       UCD_ALPHA = 1u << 0,          /* str.isalpha */
       UCD_LOWER = 1u << 1,          /* Lowercase */
       UCD_UPPER = 1u << 2,          /* Uppercase */
       UCD_TITLE = 1u << 3,          /* category Lt */
       UCD_CASED = 1u << 4,          /* Cased */
       UCD_CASE_IGNORABLE = 1u << 5, /* Case_Ignorable */
       UCD_SPACE = 1u << 6,          /* str.isspace */
       UCD_DECIMAL = 1u << 7,        /* str.isdecimal */
       UCD_DIGIT = 1u << 8,          /* str.isdigit */
       UCD_NUMERIC = 1u << 9,        /* str.isnumeric */
       UCD_XID_START = 1u << 10,     /* begins an identifier, but for '_' */
       UCD_XID_CONTINUE = 1u << 11,  /* goes on in one */
       UCD_PRINTABLE = 1u << 12,     /* str.isprintable */
};

typedef struct UcdRecord {
    uint16_t flags;   /* UCD_... */
    uint8_t category; /* ucd_category_names */
    int8_t digit;     /* value as a digit, -1: none */
    uint8_t special;  /* mappings to several characters: index in the table of cases, 0: none */
    uint8_t shift;    /* simple mappings: index in the table of shifts */
} UcdRecord;

typedef enum UcdMapping { UCD_TO_LOWER, UCD_TO_UPPER, UCD_TO_TITLE, UCD_TO_FOLD } UcdMapping;

#define UCD_MAPPED_MAX 3 /* characters that one may become */
#define UCD_NAME_MAX 96  /* bytes of the longest name, NUL included */

const UcdRecord *ucd_record(uint32_t code);
static inline uint32_t ucd_flags(uint32_t code) { return ucd_record(code)->flags; }
static inline bool ucd_is_xid_start(uint32_t code) { return code == '_' || ucd_flags(code) & UCD_XID_START; }
static inline bool ucd_is_xid_continue(uint32_t code) { return ucd_flags(code) & UCD_XID_CONTINUE; }
static inline bool ucd_is_printable(uint32_t code) { return ucd_flags(code) & UCD_PRINTABLE; } /* as str.isprintable */

/* The full case mapping, without regard to what stands around it. Returns the number of characters written. */
size_t ucd_map(UcdMapping mapping, uint32_t code, uint32_t out[UCD_MAPPED_MAX]);

/* Value of a decimal digit, -1 for other characters. */
int ucd_decimal(uint32_t code);
/* Takes two columns of a terminal. */
bool ucd_is_wide(uint32_t code);
/* Ends a line for str.splitlines. */
static inline bool ucd_is_line_break(uint32_t c) {
    return c < 0x80 ? (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) : c == 0x85 || c == 0x2028 || c == 0x2029;
}
/* Bit c is set for each ASCII character that str.isspace accepts: 9 to 13, 28 to 31, and ' '. */
#define UCD_ASCII_SPACES ((uint64_t)0x1f0003e00)
static inline bool ucd_is_space(uint32_t c) {
    if (c < 64) return UCD_ASCII_SPACES >> c & 1;
    return c >= 0x80 && ucd_flags(c) & UCD_SPACE;
}

extern const char ucd_category_names[][3]; /* by UcdRecord.category: "Lu" */

/* Writes the name with a NUL and returns its length, 0 when the code point has none. */
size_t ucd_name(uint32_t code, char out[UCD_NAME_MAX]);
/* The code point of a name or alias, in any case. */
bool ucd_find_name(const char *name, size_t length, uint32_t *code);

#endif
