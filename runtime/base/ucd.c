/* runtime/base/ucd.c - properties and case mappings of code points.
 *
 * Owns:      reading the tables of properties.
 * Invariant: see ucd.h.
 * Not here:  names (ucd_names.c).
 */
#include "runtime/base/ucd.h"

typedef struct UcdWide {
    uint32_t first, last; /* code points */
} UcdWide;

/* The difference of what a character becomes to itself, by UcdMapping. */
typedef int32_t UcdShift[4];

/* What a character becomes, by UcdMapping; ends in a zero when shorter. */
typedef uint16_t UcdCase[4][UCD_MAPPED_MAX];

#define UCD_PROPERTIES
#include "ucd_tables.h"

const char ucd_category_names[][3] = {"Cn", "Cc", "Cf", "Cs", "Co", "Lu", "Ll", "Lt", "Lm", "Lo",
                                      "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe",
                                      "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp"};

const UcdRecord *ucd_record(uint32_t code) {
    if (code > 0x10ffff) code = 0x10ffff;
    uint32_t page = ucd_pages[code >> (UCD_BLOCK_BITS + UCD_PAGE_BITS)];
    uint32_t block = ucd_blocks[page << UCD_PAGE_BITS | (code >> UCD_BLOCK_BITS & ((1u << UCD_PAGE_BITS) - 1))];
    return &ucd_records[ucd_records_of[block << UCD_BLOCK_BITS | (code & ((1u << UCD_BLOCK_BITS) - 1))]];
}

size_t ucd_map(UcdMapping mapping, uint32_t code, uint32_t out[UCD_MAPPED_MAX]) {
    const UcdRecord *record = ucd_record(code);
    out[0] = code + (uint32_t)ucd_shifts[record->shift][mapping];
    if (record->special == 0) return 1;
    const uint16_t *full = ucd_cases[record->special][mapping];
    size_t count = 0;
    while (count < UCD_MAPPED_MAX && full[count] != 0) {
        out[count] = full[count];
        count++;
    }
    return count;
}

int ucd_decimal(uint32_t code) {
    if (code < 128) return code - '0' < 10 ? (int)code - '0' : -1;
    const UcdRecord *record = ucd_record(code);
    return record->flags & UCD_DECIMAL ? record->digit : -1;
}

bool ucd_is_wide(uint32_t code) {
    size_t low = 0, high = sizeof ucd_wide / sizeof *ucd_wide;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ucd_wide[middle].last < code) low = middle + 1;
        else high = middle;
    }
    return low < sizeof ucd_wide / sizeof *ucd_wide && ucd_wide[low].first <= code;
}
