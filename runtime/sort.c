/* runtime/sort.c - list.sort(): a stable merge sort that makes use of the order it finds.
 *
 * Owns:      the algorithm; the items of the list while it runs.
 * Invariant: at any moment keys[0 .. count), with what of temp is not yet back, hold each item once, so that a
 *            comparison that fails leaves a permutation behind.
 * Not here:  comparisons of keys (sort_less.h), sorted() (it sorts a new list).
 *
 * Programs see which items are compared and in which order, so both are CPython's.
 *
 * Sources: T. Peters, "listsort.txt" (runs, galloping, minimum run length); J. I. Munro and S. Wild, "Nearly-Optimal
 * Mergesorts" (ESA 2018), from which comes the order of merges: a run boundary's power is the depth that it would have
 * in a tree that halves the list, and deeper boundaries are merged first.
 *
 * Merging to the left and to the right is one function. Of two neighbouring runs the shorter is copied to temp and
 * called x, the other stays and is called y; items are taken in direction dir: from the front when x was the left run,
 * from the back when it was the right one.
 */
#include "runtime/error.h"
#include "runtime/hashtable.h"
#include "runtime/list.h"
#include "runtime/sort_less.h"
#include "runtime/sort_words.h"

enum {
    GALLOP_MIN = 7,       /* wins in a row that show a run worth galloping through */
    RUN_MIN_LIMIT = 64,   /* shortest list that is not one run */
    WORDS_MIN = 64,       /* shortest list that is sorted by words */
    WORDS_MIN_LONG = 128, /* the same of long ints */
    LINEAR_MAX = 20,      /* sorted items behind which one is inserted by comparing it with one after the other */
    LONG_RUN = 16,        /* part of a list that a first run takes if there are likely to be few */
    RUNS_MAX = 66,        /* runs that can wait to be merged: their powers grow from one to the next */
};

typedef struct Run {
    size_t start;  /* index of its first item */
    size_t length; /* items */
    int power;     /* of the boundary to the run behind it */
} Run;

typedef struct Order Order;

typedef struct Sorter {
    const Order *order;   /* of the keys */
    Value *keys;          /* what is compared */
    Value *values;        /* moved along with the keys; NULL: the keys are the items */
    size_t count;         /* of keys */
    Value *temp;          /* room for keys and, behind them, values of the run that is merged from aside */
    size_t temp_capacity; /* items that temp holds */
    size_t gallop_after;  /* wins in a row before galloping; adapts to the data */
    size_t run_count;     /* of runs */
    Run runs[RUNS_MAX];   /* found and not yet merged, in order */
} Sorter;

typedef struct Merge {
    int64_t x, x_left; /* index in temp of the next item of x, and how many there are */
    int64_t y, y_left; /* index in keys of the next item of y, and how many there are */
    int64_t out;       /* index in keys where the next item goes */
} Merge;

/* A comparison, and the loops in which it is worth being inlined; all else is there once and calls. */
struct Order {
    size_t words_min; /* the shortest list of keys that is sorted by words; SIZE_MAX: none */
    Less less;
    size_t (*find_run)(Sorter *s, size_t start);
    bool (*insert_behind)(Sorter *s, size_t start, size_t sorted, size_t length);
};

/* Moving items. */

static ALWAYS_INLINE void move(Sorter *s, size_t to, size_t from, size_t count) {
    memmove(s->keys + to, s->keys + from, count * sizeof(Value));
    if (s->values) memmove(s->values + to, s->values + from, count * sizeof(Value));
}

static ALWAYS_INLINE void move_to_temp(Sorter *s, size_t from, size_t count) {
    memcpy(s->temp, s->keys + from, count * sizeof(Value));
    if (s->values) memcpy(s->temp + s->temp_capacity, s->values + from, count * sizeof(Value));
}

static ALWAYS_INLINE void move_from_temp(Sorter *s, size_t to, size_t from, size_t count) {
    memcpy(s->keys + to, s->temp + from, count * sizeof(Value));
    if (s->values) memcpy(s->values + to, s->temp + s->temp_capacity + from, count * sizeof(Value));
}

static void reverse(Value *items, size_t count) {
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        Value item = items[i];
        items[i] = items[--j];
        items[j] = item;
    }
}

static bool make_temp(Sorter *s, size_t count) {
    if (count <= s->temp_capacity) return true;
    Mem *mem = &rt()->mem;
    size_t arrays = s->values ? 2 : 1;
    mem_raw_free(mem, s->temp, s->temp_capacity * arrays * sizeof(Value));
    s->temp_capacity = 0;
    s->temp = mem_raw_try(mem, count * arrays * sizeof(Value));
    if (!s->temp) return raise_memory();
    s->temp_capacity = count;
    return true;
}

/* Runs. */

static void reverse_items(Sorter *s, size_t start, size_t length) {
    reverse(s->keys + start, length);
    if (s->values) reverse(s->values + start, length);
}

/* From length on, how far the items at start do not descend. 0: failed. */
static ALWAYS_INLINE size_t climb(Sorter *s, size_t start, size_t length, Less less) {
    const Value *keys = s->keys + start;
    for (; length < s->count - start; length++) {
        Lookup descends = less(keys[length], keys[length - 1]);
        if (descends == FAILED) return 0;
        if (descends == FOUND) break;
    }
    return length;
}

/* From length on, how far the items at start do not ascend, stretches of equals turned around. 0: failed. */
static ALWAYS_INLINE size_t descend(Sorter *s, size_t start, size_t length, Less less) {
    const Value *keys = s->keys + start;
    size_t equals = 0;
    Lookup answer = MISSING;
    for (; length < s->count - start; length++) {
        if ((answer = less(keys[length], keys[length - 1])) == FAILED) break;
        if (answer == FOUND) {
            if (equals) reverse_items(s, start + length - equals - 1, equals + 1);
            equals = 0;
        } else {
            if ((answer = less(keys[length - 1], keys[length])) != MISSING) break;
            equals++;
        }
    }
    if (answer == FAILED) return 0;
    if (equals) reverse_items(s, start + length - equals - 1, equals + 1);
    return length;
}

/* The length of the run that begins at start. One that descends is turned around; so that equals keep their order, each
 * stretch of them was turned around before. 0: failed. */
static ALWAYS_INLINE size_t find_run(Sorter *s, size_t start, Less less) {
    size_t left = s->count - start, length = left < 2 ? left : climb(s, start, 1, less);
    if (length == 0 || length == left) return length;
    if (length > 1) {
        Lookup climbs = less(s->keys[start], s->keys[start + length - 1]);
        if (climbs != MISSING) return climbs == FAILED ? 0 : length;
        reverse_items(s, start, length); /* all of them equal */
    }
    length = descend(s, start, length + 1, less);
    if (length == 0) return 0;
    reverse_items(s, start, length);
    return climb(s, start, length, less);
}

/* Inserts the key at i into those from start on that are sorted, which move as they are compared: the quickest way
 * among few, when no program sees how many comparisons there are, and none fails. */
static ALWAYS_INLINE void insert_among_few(Value *keys, size_t start, size_t i, Less less) {
    Value key = keys[i];
    for (; i > start && less(key, keys[i - 1]) == FOUND; i--) keys[i] = keys[i - 1];
    keys[i] = key;
}

/* Lengthens a sorted run at start to length, by binary insertion. hidden: no program sees the comparisons. */
static ALWAYS_INLINE bool insert_behind(Sorter *s, size_t start, size_t sorted, size_t length, Less less, bool hidden) {
    size_t i = start + sorted;
    if (hidden && !s->values) {
        for (; i < start + length && i < start + LINEAR_MAX; i++) insert_among_few(s->keys, start, i, less);
    }
    for (; i < start + length; i++) {
        Value key = s->keys[i], value = s->values ? s->values[i] : NULL;
        size_t low = start, high = i;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            Lookup before = less(key, s->keys[middle]);
            if (before == FAILED) return false;
            if (before == FOUND) high = middle;
            else low = middle + 1;
        }
        move(s, low + 1, low, i - low);
        s->keys[low] = key;
        if (s->values) s->values[low] = value;
    }
    return true;
}

/* Runs shorter than this are lengthened: between 32 and 64, so that count is a little below a power of two of them. */
static size_t shortest_run(size_t count) {
    size_t rest = 0;
    for (; count >= RUN_MIN_LIMIT; count >>= 1) rest |= count & 1;
    return count + rest;
}

/* Merging. */

/* Whether y is taken before x in direction dir. Of equals x is: the left run's going forwards, the right run's going
 * backwards. */
static ALWAYS_INLINE Lookup takes_y(Ref x, Ref y, int dir, Less less) { return dir > 0 ? less(y, x) : less(x, y); }

/* Whether an item of x (or of y) comes before other, the next item of the other run. */
static Lookup comes_first(Ref item, bool is_x, Ref other, int dir, Less less) {
    if (!is_x) return takes_y(other, item, dir, less);
    Lookup answer = takes_y(item, other, dir, less);
    return answer == FAILED ? FAILED : answer == FOUND ? MISSING : FOUND;
}

/* Merging compares by a call: it is not what sorts long lists of simple items. */

/* How many of count items, from items on in direction dir, come before other: by doubling steps, then by halving the
 * last one (rounded towards the front of the list, as CPython's two functions do). -1: failed. */
static int64_t gallop(const Sorter *s, const Value *items, int64_t count, bool is_x, Ref other, int dir) {
    Less less = s->order->less;
    Lookup first = comes_first(items[0], is_x, other, dir, less);
    if (first != FOUND) return first == FAILED ? -1 : 0;
    int64_t low = 1, high = 1; /* items[low - 1] comes first, items[high] does not or is beyond the end */
    for (; high < count; high = high * 2 + 1) {
        first = comes_first(items[high * dir], is_x, other, dir, less);
        if (first == FAILED) return -1;
        if (first == MISSING) break;
        low = high + 1;
    }
    if (high > count) high = count;
    while (low < high) {
        int64_t half = (high - low) / 2, middle = dir > 0 ? low + half : high - 1 - half;
        first = comes_first(items[middle * dir], is_x, other, dir, less);
        if (first == FAILED) return -1;
        if (first == FOUND) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void take_x(Sorter *s, Merge *m, int64_t count, int dir) {
    int64_t back = dir > 0 ? 0 : count - 1;
    move_from_temp(s, (size_t)(m->out - back), (size_t)(m->x - back), (size_t)count);
    m->x += dir * count;
    m->out += dir * count;
    m->x_left -= count;
}

static void take_y(Sorter *s, Merge *m, int64_t count, int dir) {
    int64_t back = dir > 0 ? 0 : count - 1;
    move(s, (size_t)(m->out - back), (size_t)(m->y - back), (size_t)count);
    m->y += dir * count;
    m->out += dir * count;
    m->y_left -= count;
}

/* One comparison an item, until one run wins often enough in a row to be galloped through (FOUND), or until nothing is
 * left to compare (MISSING): the last of x comes behind all of y. */
static Lookup merge_one_by_one(Sorter *s, Merge *m, int dir) {
    Less less = s->order->less;
    size_t x_wins = 0, y_wins = 0;
    while ((x_wins | y_wins) < s->gallop_after) {
        Lookup y_first = takes_y(s->temp[m->x], s->keys[m->y], dir, less);
        if (y_first == FAILED) return FAILED;
        int64_t out = m->out;
        m->out += dir;
        if (y_first == FOUND) {
            s->keys[out] = s->keys[m->y];
            if (s->values) s->values[out] = s->values[m->y];
            m->y += dir;
            y_wins++;
            x_wins = 0;
            if (--m->y_left == 0) return MISSING;
        } else {
            s->keys[out] = s->temp[m->x];
            if (s->values) s->values[out] = s->temp[s->temp_capacity + (size_t)m->x];
            m->x += dir;
            x_wins++;
            y_wins = 0;
            if (--m->x_left == 1) return MISSING;
        }
    }
    return FOUND;
}

/* Takes what of x comes before the next item of y, then that item. */
static Lookup gallop_through_x(Sorter *s, Merge *m, int64_t *taken, int dir) {
    *taken = gallop(s, s->temp + m->x, m->x_left, true, s->keys[m->y], dir);
    if (*taken < 0) return FAILED;
    take_x(s, m, *taken, dir);
    if (m->x_left <= 1) return MISSING;
    take_y(s, m, 1, dir);
    return m->y_left > 0 ? FOUND : MISSING;
}

/* Takes what of y comes before the next item of x, then that item. */
static Lookup gallop_through_y(Sorter *s, Merge *m, int64_t *taken, int dir) {
    *taken = gallop(s, s->keys + m->y, m->y_left, false, s->temp[m->x], dir);
    if (*taken < 0) return FAILED;
    take_y(s, m, *taken, dir);
    if (m->y_left == 0) return MISSING;
    take_x(s, m, 1, dir);
    return m->x_left > 1 ? FOUND : MISSING;
}

/* Whole stretches at a time, as long as they are long; the left run's first. */
static Lookup merge_by_galloping(Sorter *s, Merge *m, int dir) {
    int64_t xs = 0, ys = 0;
    s->gallop_after++;
    do {
        if (s->gallop_after > 1) s->gallop_after--;
        Lookup more = dir > 0 ? gallop_through_x(s, m, &xs, dir) : gallop_through_y(s, m, &ys, dir);
        if (more != FOUND) return more;
        more = dir > 0 ? gallop_through_y(s, m, &ys, dir) : gallop_through_x(s, m, &xs, dir);
        if (more != FOUND) return more;
    } while (xs >= GALLOP_MIN || ys >= GALLOP_MIN);
    s->gallop_after++;
    return FOUND;
}

/* It is known that the first of y comes before all of x, and the last of x behind all of y. */
static bool merge(Sorter *s, Merge m, int dir) {
    take_y(s, &m, 1, dir);
    Lookup more = m.y_left > 0 && m.x_left > 1 ? FOUND : MISSING;
    while (more == FOUND) {
        more = merge_one_by_one(s, &m, dir);
        if (more == FOUND) more = merge_by_galloping(s, &m, dir);
    }
    if (more == MISSING && m.x_left == 1 && m.y_left > 0) take_y(s, &m, m.y_left, dir);
    /* What is left of y now stands where it belongs. */
    if (m.x_left > 0) take_x(s, &m, m.x_left, dir);
    return more != FAILED;
}

/* Merges the run of left items at start with that of right items behind it. */
static bool merge_neighbours(Sorter *s, size_t start, size_t left, size_t right) {
    /* The front of the left run and the back of the right run may be in place already. */
    size_t middle = start + left, end = middle + right;
    int64_t in_place = gallop(s, s->keys + start, (int64_t)left, true, s->keys[middle], 1);
    if (in_place < 0) return false;
    start += (size_t)in_place;
    left -= (size_t)in_place;
    if (left == 0) return true;
    in_place = gallop(s, s->keys + end - 1, (int64_t)right, true, s->keys[middle - 1], -1);
    if (in_place < 0) return false;
    end -= (size_t)in_place;
    right -= (size_t)in_place;
    if (right == 0) return true;
    if (!make_temp(s, left <= right ? left : right)) return false;
    if (left <= right) {
        move_to_temp(s, start, left);
        Merge m = {0, (int64_t)left, (int64_t)middle, (int64_t)right, (int64_t)start};
        return merge(s, m, 1);
    }
    move_to_temp(s, middle, right);
    Merge m = {(int64_t)right - 1, (int64_t)right, (int64_t)middle - 1, (int64_t)left, (int64_t)end - 1};
    return merge(s, m, -1);
}

/* Merges the waiting run of that index with the one behind it. */
static bool merge_at(Sorter *s, size_t index) {
    Run *left = &s->runs[index];
    size_t length = left->length, right = left[1].length;
    left->length += right;
    s->run_count--;
    if (index + 1 < s->run_count) left[1] = left[2];
    return merge_neighbours(s, left->start, length, right);
}

/* Merges all that wait: of three the last two, unless the first is shorter than the last. */
static bool merge_all(Sorter *s) {
    while (s->run_count > 1) {
        size_t index = s->run_count - 2;
        if (index > 0 && s->runs[index - 1].length < s->runs[index + 1].length) index--;
        if (!merge_at(s, index)) return false;
    }
    return true;
}

/* The depth of the boundary between two runs in a tree that halves count items: the first binary digit in which the
 * middles of the runs, as fractions of count, differ. */
static int boundary_power(const Run *left, size_t right_length, size_t count) {
    size_t a = 2 * left->start + left->length, b = a + left->length + right_length;
    for (int power = 1;; power++) {
        if (a >= count) {
            a -= count;
            b -= count;
        } else if (b >= count) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

static bool add_run(Sorter *s, size_t start, size_t length) {
    if (s->run_count > 0) {
        int power = boundary_power(&s->runs[s->run_count - 1], length, s->count);
        while (s->run_count > 1 && s->runs[s->run_count - 2].power > power) {
            if (!merge_at(s, s->run_count - 2)) return false;
        }
        s->runs[s->run_count - 1].power = power;
    }
    s->runs[s->run_count++] = (Run){.start = start, .length = length};
    return true;
}

/* Sorts what stands behind the first run, of length items, and merges all. */
static bool sort_behind(Sorter *s, size_t length) {
    size_t shortest = shortest_run(s->count);
    for (size_t start = 0; start < s->count; start += length) {
        if (start > 0) length = s->order->find_run(s, start);
        if (length == 0) return false;
        size_t wanted = s->count - start < shortest ? s->count - start : shortest;
        if (length < wanted) {
            if (!s->order->insert_behind(s, start, length, wanted)) return false;
            length = wanted;
        }
        if (!add_run(s, start, length)) return false;
    }
    return merge_all(s);
}

/* One copy of the loops for each comparison that is worth being inlined, and one for all others. */
#define LOOPS(name, less, hidden)                                                                                      \
    static size_t find_run_of_##name(Sorter *s, size_t start) { return find_run(s, start, less); }                     \
    static bool insert_##name(Sorter *s, size_t start, size_t sorted, size_t length) {                                 \
        return insert_behind(s, start, sorted, length, less, hidden);                                                  \
    }
LOOPS(ints, less_ints, true)
LOOPS(floats, less_floats, true)
LOOPS(narrow_strs, less_narrow_strs, true)
LOOPS(long_ints, less_long_ints, true)
LOOPS(others, s->order->less, false)

#define ORDER(name, loops, words_min) {words_min, less_##name, find_run_of_##loops, insert_##loops}
static const Order by_ints = ORDER(ints, ints, WORDS_MIN), by_floats = ORDER(floats, floats, WORDS_MIN),
                   by_strs = ORDER(strs, others, WORDS_MIN),
                   by_narrow_strs = ORDER(narrow_strs, narrow_strs, WORDS_MIN),
                   by_tuples = ORDER(tuples, others, WORDS_MIN),
                   by_long_ints = ORDER(long_ints, long_ints, WORDS_MIN_LONG), by_any = ORDER(any, others, SIZE_MAX),
                   by_alike = ORDER(alike, others, SIZE_MAX);

/* The comparison for keys that are all alike, or for all others. */
static const Order *order_of(const Value *keys, size_t count) {
    if (is_exact_int(keys[0])) {
        if (all_small_ints(keys, count)) return &by_ints;
        if (all_exact_ints(keys, count)) return &by_long_ints;
    } else if (is_float(keys[0])) {
        if (all_floats(keys, count)) return &by_floats;
    } else if (is_exact_str(keys[0])) {
        uint32_t width = width_of_strs(keys, count);
        if (width) return width == 1 ? &by_narrow_strs : &by_strs;
    } else if (all_full_tuples(keys, count)) {
        return &by_tuples;
    } else if (all_of_one_class(keys, count)) {
        return &by_alike;
    }
    return &by_any;
}

static bool sort_by_comparisons(Value *keys, Value *values, size_t count);

/* by_words: not if words have not told them apart. */
static bool sort_keys(Value *keys, Value *values, size_t count, bool by_words) {
    Sorter s; /* most of it are runs, which need not be cleared */
    s.order = order_of(keys, count);
    s.keys = keys;
    s.values = values;
    s.temp = NULL;
    s.count = count;
    s.temp_capacity = s.run_count = 0;
    s.gallop_after = GALLOP_MIN;
    size_t length = s.order->find_run(&s, 0);
    if (length == 0 || length == count) return length;
    if (by_words && count >= s.order->words_min && length < count / LONG_RUN) {
        Lookup answer = sort_by_words(keys, values, count, sort_by_comparisons);
        if (answer != MISSING) return answer == FOUND;
    }
    bool done = sort_behind(&s, length);
    mem_raw_free(&rt()->mem, s.temp, s.temp_capacity * (values ? 2 : 1) * sizeof(Value));
    return done;
}

static bool sort_by_comparisons(Value *keys, Value *values, size_t count) {
    return sort_keys(keys, values, count, false);
}

/* The list. */

/* key(item) of each item, in a raw block; NULL: failed. */
static Value *make_keys(Ref key, const Value *items, size_t count) {
    Mem *mem = &rt()->mem;
    Value *keys = mem_raw_try(mem, count * sizeof(Value));
    if (!keys) {
        raise_memory();
        return NULL;
    }
    for (size_t i = 0; i < count; i++) {
        keys[i] = call_1(key, items[i]);
        if (keys[i]) continue;
        while (i > 0) release(keys[--i]);
        mem_raw_free(mem, keys, count * sizeof(Value));
        return NULL;
    }
    return keys;
}

static void free_keys(Value *keys, size_t count) {
    for (size_t i = 0; i < count; i++) release(keys[i]);
    mem_raw_free(&rt()->mem, keys, count * sizeof(Value));
}

static bool sort_items(Value *items, size_t count, Ref key, bool descending) {
    Value *keys = key ? make_keys(key, items, count) : items, *values = key ? items : NULL;
    if (!keys) return false;
    /* Sorted descending, equal items keep their order: turned around, sorted, turned around. */
    if (descending) {
        reverse(keys, count);
        if (values) reverse(values, count);
    }
    bool done = count < 2 || sort_keys(keys, values, count, true);
    if (descending) reverse(items, count);
    if (key) free_keys(keys, count);
    return done;
}

/* While it is sorted the list is empty, so that nothing can move its items away. */
bool list_sort(Ref self, Ref key, bool descending) {
    List *list = as_list(self), held = *list;
    if (held.count == 0) return true;
    list->items = NULL;
    list->count = list->capacity = 0;
    list->head.flags |= LIST_SORTING;
    bool done = sort_items(held.items, held.count, key, descending);
    bool modified = !(list->head.flags & LIST_SORTING);
    Value *items = list->items;
    size_t count = list->count, capacity = list->capacity;
    list->head.flags &= ~(uint32_t)LIST_SORTING;
    list->items = held.items;
    list->count = held.count;
    list->capacity = held.capacity;
    while (count > 0) release(items[--count]);
    mem_raw_free(&rt()->mem, items, capacity * sizeof(Value));
    if (done && modified) return raise_false(&type_ValueError, "list modified during sort");
    return done;
}
