/* runtime/sort_words.h - list.sort() of keys that are told apart by words: sorted without comparisons.
 *
 * Owns:      nothing.
 * Invariant: only keys whose comparisons no program sees are sorted so.
 * Not here:  sorting by comparisons (sort.c).
 */
#ifndef OURO_SORT_WORDS_H
#define OURO_SORT_WORDS_H

#include "runtime/object.h"

/* Sorts count keys (more than 1), and values with them unless that is NULL, by comparisons. False: failed. */
typedef bool (*SortSpan)(Value *keys, Value *values, size_t count);

/* Sorts keys, and values with them unless that is NULL: stable, in ascending order. rest sorts what many words do
 * not tell apart. MISSING: nothing was done, for want of memory or because the keys are not all exact ints, all floats
 * (but nan), all exact strs, or tuples of one length with such items in each place. FAILED: rest did. */
Lookup sort_by_words(Value *keys, Value *values, size_t count, SortSpan rest);

#endif
