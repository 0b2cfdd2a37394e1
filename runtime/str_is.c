/* runtime/str_is.c - str methods that ask what characters there are.
 *
 * Owns:      nothing.
 * Invariant: the empty string is ascii and printable, and nothing else.
 * Not here:  the tables (base/ucd.h, base/utf8.h).
 */
#include "runtime/base/ucd.h"
#include "runtime/str_chars.h"
#include "runtime/str_methods.h"

/* True when there are characters and each has one of these properties. */
static Value all_have(Ref s, uint32_t flags) {
    size_t length = str_length(s);
    for (size_t i = 0; i < length; i++)
        if (!(ucd_flags(str_at(s, i)) & flags)) return VALUE_FALSE;
    return bool_value(length > 0);
}

Value py_str_isalnum(const Ref *args) { return all_have(args[0], UCD_ALPHA | UCD_DECIMAL | UCD_DIGIT | UCD_NUMERIC); }
Value py_str_isalpha(const Ref *args) { return all_have(args[0], UCD_ALPHA); }
Value py_str_isdecimal(const Ref *args) { return all_have(args[0], UCD_DECIMAL); }
Value py_str_isdigit(const Ref *args) { return all_have(args[0], UCD_DIGIT); }
Value py_str_isnumeric(const Ref *args) { return all_have(args[0], UCD_NUMERIC); }
Value py_str_isspace(const Ref *args) { return all_have(args[0], UCD_SPACE); }
Value py_str_isascii(const Ref *args) { return bool_value(str_is_ascii(args[0])); }

Value py_str_isidentifier(const Ref *args) {
    size_t length = str_length(args[0]);
    if (length == 0 || !ucd_is_xid_start(str_at(args[0], 0))) return VALUE_FALSE;
    for (size_t i = 1; i < length; i++)
        if (!ucd_is_xid_continue(str_at(args[0], i))) return VALUE_FALSE;
    return VALUE_TRUE;
}

Value py_str_isprintable(const Ref *args) {
    for (size_t i = 0; i < str_length(args[0]); i++)
        if (!ucd_is_printable(str_at(args[0], i))) return VALUE_FALSE;
    return VALUE_TRUE;
}

/* True when there is a character with the wanted property and none with an unwanted one. */
static Value some_and_none(Ref s, uint32_t wanted, uint32_t unwanted) {
    bool found = false;
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t flags = ucd_flags(str_at(s, i));
        if (flags & unwanted) return VALUE_FALSE;
        if (flags & wanted) found = true;
    }
    return bool_value(found);
}

Value py_str_islower(const Ref *args) { return some_and_none(args[0], UCD_LOWER, UCD_UPPER | UCD_TITLE); }
Value py_str_isupper(const Ref *args) { return some_and_none(args[0], UCD_UPPER, UCD_LOWER | UCD_TITLE); }

Value py_str_istitle(const Ref *args) {
    bool found = false, in_word = false;
    for (size_t i = 0; i < str_length(args[0]); i++) {
        uint32_t flags = ucd_flags(str_at(args[0], i));
        bool capital = flags & (UCD_UPPER | UCD_TITLE), cased = capital || flags & UCD_LOWER;
        if (cased && capital == in_word) return VALUE_FALSE;
        found |= cased;
        in_word = cased;
    }
    return bool_value(found);
}
