/* runtime/format.h - the format mini-language: what format(value, spec) and f"{value:spec}" do for built-in types.
 *
 * Owns:      reading of specs, fill, alignment, sign, grouping.
 * Invariant: spec is a str; the errors name the type of self.
 * Not here:  digits (base/number.h, int_text.c), str.format (str_format.h), the % operator (percent.h).
 */
#ifndef OURO_FORMAT_H
#define OURO_FORMAT_H

#include "runtime/str.h"

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct FormatSpec {
    uint32_t fill;      /* character that pads */
    uint32_t align;     /* '<', '>', '^', '=' */
    bool align_given;   /* or the type's default */
    uint32_t sign;      /* '+', '-', ' '; 0: not given */
    bool no_minus_zero; /* z */
    bool alternate;     /* # */
    uint32_t grouping;  /* ',' or '_'; 0: none */
    int64_t width;      /* characters; -1: not given */
    int64_t precision;  /* -1: not given */
    uint32_t type;      /* as written; 0: not given */
} FormatSpec;

/* A spec where it stands: the characters [begin, end) of a str. */
typedef struct SpecText {
    Ref text;          /* str */
    size_t begin, end; /* characters */
} SpecText;
static inline SpecText spec_whole(Ref text) { return (SpecText){text, 0, str_length(text)}; }

/* Reads a spec. False with ValueError; self is named in messages. The defaults are those of self's type; a default type
 * of 0 may be grouped. */
MUST_CHECK bool format_parse(FormatSpec *spec, SpecText text, Ref self, uint32_t default_align, uint32_t default_type);
COLD bool format_unknown(const FormatSpec *spec, Ref self); /* ValueError: Unknown format code */

/* __format__ of the types. spec may be NULL for "". */
MUST_CHECK Value format_str(Ref self, Ref spec);
MUST_CHECK Value format_int(Ref self, Ref spec);
MUST_CHECK Value format_float(Ref self, Ref spec);
MUST_CHECK Value format_complex(Ref self, double real, double imaginary, Ref spec);

/* Appends what these would return, for an exact int, float or str. MISSING: it is something else, or a float without a
 * spec. */
MUST_CHECK Lookup format_add(StrBuilder *b, Ref self, SpecText spec);
/* Appends a str as the spec says. */
MUST_CHECK bool format_add_str(StrBuilder *b, Ref self, SpecText spec);

/* Appends the first length characters of text, padded as the spec says. */
void format_pad(StrBuilder *b, const FormatSpec *spec, Ref text, size_t length);

/* A number cut into the pieces that are grouped and padded apart. */
typedef struct NumberText {
    char sign;           /* '-', '+', ' ' or 0 */
    const char *prefix;  /* "0x" or "" */
    const char *digits;  /* what is grouped and filled with zeros */
    size_t digit_count;  /* bytes of it */
    const char *rest;    /* from the decimal point or exponent on */
    size_t rest_count;   /* bytes of it */
    uint32_t group_size; /* digits in a group: 3 or 4 */
} NumberText;
/* Appends a number: sign, prefix, zeros for align '=' with fill '0', groups, padding. */
void format_number(StrBuilder *b, const FormatSpec *spec, const NumberText *number);

#endif
