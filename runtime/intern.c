#include "runtime/intern.h"

#include <assert.h>

#include "runtime/state.h"

#define N(name_, text_)                                                                                                \
    .name_ = {.head = {.count = IMMORTAL_COUNT, .flags = STR_WIDTH_1 | STR_ASCII | STR_INTERNED, .type = &type_str},   \
              .length = sizeof(text_) - 1,                                                                             \
              .data = text_},
struct Names names = {
#include "runtime/names.def"
};
#undef N

/* Where they stand in names. */
static const uint16_t well_known[] = {
#define N(name_, text_) offsetof(struct Names, name_),
#include "runtime/names.def"
#undef N
};
_Static_assert(sizeof names <= UINT16_MAX, "names have places of 16 bits");
enum { WELL_KNOWN_COUNT = sizeof well_known / sizeof *well_known, TABLE_MIN = 1024 };

static Ref name_at(size_t i) { return (Ref)((const char *)&names + well_known[i]); }

struct InternTable {
    size_t mask;  /* places less one; a power of two less one */
    size_t count; /* strings in it */
    Ref places[]; /* by hash, then linear probing; borrowed: a string takes itself out when it is freed */
};

static size_t table_size(size_t places) { return sizeof(InternTable) + places * sizeof(Ref); }

/* Made of large blocks that are never refused: interning cannot fail. */
static InternTable *new_table(size_t places) {
    InternTable *table = mem_large(&rt()->mem, MEM_RAW, table_size(places));
    memset(table, 0, table_size(places));
    table->mask = places - 1;
    return table;
}

static size_t home_of(const InternTable *table, Ref s) { return (size_t)as_str(s)->hash & table->mask; }

/* The place of the string with this text, or the empty one where it belongs. s has its hash. */
static size_t find_place(const InternTable *table, Ref s) {
    int64_t hash = as_str(s)->hash;
    size_t i = home_of(table, s);
    for (; table->places[i]; i = (i + 1) & table->mask) {
        Ref there = table->places[i];
        if (there == s || (as_str(there)->hash == hash && str_equal(there, s))) break;
    }
    return i;
}

static void put(InternTable *table, Ref s) {
    size_t i = home_of(table, s);
    while (table->places[i]) i = (i + 1) & table->mask;
    table->places[i] = s;
    table->count++;
}

static void grow(Runtime *runtime) {
    InternTable *old = runtime->interned, *table = new_table((old->mask + 1) * 2);
    for (size_t i = 0; i <= old->mask; i++) {
        if (old->places[i]) put(table, old->places[i]);
    }
    runtime->interned = table;
    mem_large_free(&runtime->mem, old);
}

void intern_process_start(void) {
    for (size_t i = 0; i < WELL_KNOWN_COUNT; i++) {
        Ref name = name_at(i);
        str_hash(name);
        if (str_length(name) == 1) str_chars[str_at(name, 0)] = retain(name);
    }
}

size_t intern_count(void) { return rt()->interned->count; }

void intern_runtime_start(void) {
    rt()->interned = new_table(TABLE_MIN);
    for (size_t i = 0; i < WELL_KNOWN_COUNT; i++) {
        assert(!rt()->interned->places[find_place(rt()->interned, name_at(i))]); /* two rows with one text */
        put(rt()->interned, name_at(i));
    }
}

void intern_runtime_end(void) {
    mem_large_free(&rt()->mem, rt()->interned);
    rt()->interned = NULL;
}

/* An instance of a subclass of str is not itself a name, but its text may be. */
static Value plain_steal(Value s) {
    Value plain = str_slice(s, 0, SIZE_MAX);
    release(s);
    return plain;
}

Value intern_steal(Value s) {
    if (!s || str_is_interned(s)) return s;
    if (!is_exact(s, &type_str)) {
        s = plain_steal(s);
        if (!s || str_is_interned(s)) return s;
    }
    if (str_length(s) == 1 && str_width(s) == 1) { /* the static one is the only interned one */
        Value character = str_from_char(str_at(s, 0));
        release(s);
        return character;
    }
    Runtime *runtime = rt();
    str_hash(s);
    size_t place = find_place(runtime->interned, s);
    Ref known = runtime->interned->places[place];
    if (known) {
        Value result = retain(known);
        release(s);
        return result;
    }
    object_of(s)->flags |= STR_INTERNED;
    runtime->interned->places[place] = s;
    if (++runtime->interned->count * 4 > runtime->interned->mask * 3) grow(runtime);
    return s;
}

Value intern_text(const char *utf8) { return intern_steal(str_from_text(utf8)); }

Value intern_utf8(const char *utf8, size_t length) { return intern_steal(str_from_utf8(utf8, length)); }

void intern_forget(Ref s) {
    InternTable *table = rt()->interned;
    size_t hole = find_place(table, s), mask = table->mask;
    table->count--;
    for (size_t i = (hole + 1) & mask; table->places[i]; i = (i + 1) & mask) {
        size_t home = home_of(table, table->places[i]);
        if (((i - home) & mask) < ((i - hole) & mask)) continue; /* its home lies behind the hole: it may stay */
        table->places[hole] = table->places[i];
        hole = i;
    }
    table->places[hole] = NULL;
}
