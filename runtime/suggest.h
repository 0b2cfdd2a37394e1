/* runtime/suggest.h - "Did you mean": the name most like a misspelt one.
 *
 * Owns:      the distance between two names and how much of it is forgiven.
 * Invariant: runs no Python code, raises nothing.
 * Not here:  which names to choose from (whoever reports the error).
 */
#ifndef OURO_SUGGEST_H
#define OURO_SUGGEST_H

#include "runtime/value.h"

/* One search: start with SUGGESTION(name), show it every candidate, read best (borrowed; NULL: none is near). */
typedef struct Suggestion {
    Ref name;        /* the misspelt str */
    Ref best;        /* nearest candidate so far */
    size_t distance; /* of best */
} Suggestion;

#define SUGGESTION(name_) {.name = (name_), .distance = SIZE_MAX}

void suggestion_offer(Suggestion *s, Ref candidate); /* a str; others are ignored */

#endif
