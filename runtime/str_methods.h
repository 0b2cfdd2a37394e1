/* runtime/str_methods.h - what the files that implement str share.
 *
 * Owns:      the table of str's methods and the functions in it.
 * Invariant: args[0] is a str; see native.h.
 * Not here:  what other rooms use (str.h).
 */
#ifndef OURO_STR_METHODS_H
#define OURO_STR_METHODS_H

#include "runtime/native.h"
#include "runtime/str.h"

extern const NativeDef str_methods[];

Value str_iterate(Ref self); /* str_iter.c */

/* The optional start and end of find, count, startswith and their kind; None and NULL: not given. */
typedef struct Bounds {
    int64_t start, end; /* as given, clamped to 64 bits */
} Bounds;
MUST_CHECK bool bounds_read(Ref start, Ref end, Bounds *bounds); /* may run Python code */
/* Clamps to 0 .. length. False when start lies behind end or length, where not even "" is found. */
bool bounds_clamp(Bounds *bounds, size_t length);

/* An argument that is a C ssize_t in CPython. */
MUST_CHECK bool size_argument(Ref argument, int64_t *size);
MUST_CHECK bool tab_argument(Ref argument, int64_t *size); /* the same for a C int */
/* A count of replacements or splits: negative means no limit. */
MUST_CHECK bool limit_argument(Ref argument, size_t *limit);
/* The argument is a str, or TypeError "find() argument 1 must be str, not int". */
MUST_CHECK bool str_argument(Ref argument, const char *function, int position);

MUST_CHECK bool c_text_argument(Ref text); /* UnicodeEncodeError, ValueError: it has surrogates or a NUL in it */
/* What join() joins, as a list. TypeError when there is no iterating over it. */
MUST_CHECK Value joined_items(Ref iterable);

/* True of a sequence that has a '*' of its own: as left operand it is to repeat itself. */
static inline bool is_repeatable(Ref v) { return has_family(v, TYPE_REPEATS); }

/* str_case.c, str_is.c */
Value py_str_capitalize(const Ref *args);
Value py_str_casefold(const Ref *args);
Value py_str_lower(const Ref *args);
Value py_str_swapcase(const Ref *args);
Value py_str_title(const Ref *args);
Value py_str_upper(const Ref *args);
Value py_str_isalnum(const Ref *args);
Value py_str_isalpha(const Ref *args);
Value py_str_isascii(const Ref *args);
Value py_str_isdecimal(const Ref *args);
Value py_str_isdigit(const Ref *args);
Value py_str_isidentifier(const Ref *args);
Value py_str_islower(const Ref *args);
Value py_str_isnumeric(const Ref *args);
Value py_str_isprintable(const Ref *args);
Value py_str_isspace(const Ref *args);
Value py_str_istitle(const Ref *args);
Value py_str_isupper(const Ref *args);
/* str_pad.c */
Value py_str_center(const Ref *args);
Value py_str_expandtabs(const Ref *args);
Value py_str_ljust(const Ref *args);
Value py_str_lstrip(const Ref *args);
Value py_str_removeprefix(const Ref *args);
Value py_str_removesuffix(const Ref *args);
Value py_str_rjust(const Ref *args);
Value py_str_rstrip(const Ref *args);
Value py_str_strip(const Ref *args);
Value py_str_zfill(const Ref *args);
/* str_split.c */
Value py_str_partition(const Ref *args);
Value py_str_rpartition(const Ref *args);
Value py_str_rsplit(const Ref *args);
Value py_str_split(const Ref *args);
Value py_str_splitlines(const Ref *args);
/* str_translate.c */
Value py_str_maketrans(const Ref *args);
Value py_str_translate(const Ref *args);

#endif
