/* runtime/memoryview.h - the memoryview type: a window on the bytes of bytes, a bytearray or an array, by a format.
 *
 * Owns:      struct MemoryView; its export of what is not bytes, until release().
 * Invariant: every item stays within the source.
 * Not here:  ByteView, by which C code looks into what is bytes-like (bytes.h).
 */
#ifndef OURO_MEMORYVIEW_H
#define OURO_MEMORYVIEW_H

#include "runtime/byte_storage.h"
#include "runtime/object.h"
#include "runtime/str.h"
#include "runtime/type.h"

enum { MEMORYVIEW_DIMENSIONS_MAX = 64 };

typedef struct MemoryView {
    Object head;
    Value source;       /* bytes, bytearray or array; NULL after release() */
    Value exporter;     /* the object whose __buffer__ gave the view, or NULL */
    Value given;        /* what it gave, for its __release_buffer__ */
    int64_t hash;       /* 0: not computed yet */
    size_t start;       /* of the first item in the source */
    char format[3];     /* a letter, with or without '@' in front */
    uint8_t item_size;  /* bytes */
    uint8_t dimensions; /* 0: one item, without an index */
    bool readonly;      /* asked for, or by nature of the source */
    uint32_t lent;      /* views that stand for it, having been given it by a __buffer__ */
    int64_t one[2];     /* shape and stride when there is one dimension */
    int64_t *many;      /* raw storage: shapes, then strides, when there are more; else NULL */
} MemoryView;

static inline MemoryView *as_memoryview(Ref v) { return (MemoryView *)object_of(v); }
static inline int64_t *memoryview_shape(MemoryView *m) { return m->many ? m->many : m->one; }
static inline int64_t *memoryview_strides(MemoryView *m) { return m->many ? m->many + m->dimensions : m->one + 1; }
static inline char memoryview_letter(MemoryView *m) { return m->format[m->format[0] == '@']; }

uint8_t *memoryview_data(MemoryView *m);         /* the first item */
int64_t memoryview_count(MemoryView *m);         /* items in all */
bool memoryview_in_order(MemoryView *m);         /* without gaps, last dimension first */
bool memoryview_is_writable(Ref view);           /* and in order; true of a released one */
MUST_CHECK Value memoryview_bytes(Ref view);     /* all items one after the other, as bytes */
MUST_CHECK bool memoryview_check_open(Ref view); /* ValueError when it was released */

/* memoryview_export.c: objects of classes with __buffer__. */
enum { BUFFER_SIMPLE = 0, BUFFER_WRITABLE = 1, BUFFER_FULL_READ_ONLY = 0x11c }; /* as inspect.BufferFlags */
Value memoryview_of_builtin(Ref source); /* memoryview_new without asking for __buffer__ */
bool memoryview_exports(Ref v);          /* its class has one of its own */
/* What it gives, as a view that tells when it lets go; flags: BUFFER_*, which its __buffer__ is told. */
MUST_CHECK Value memoryview_of_exporter(Ref v, int flags);
void memoryview_tell_exporter(MemoryView *m); /* that the view is released */
Value py_buffer_get(const Ref *args);         /* __buffer__ of the built-in types */
Value py_buffer_release(const Ref *args);     /* __release_buffer__ of views and of what they can change */
Value py_memoryview_from_flags(const Ref *args);

/* Another view of what a view shows; without shape and strides when dimensions is not its own number of them. */
Value memoryview_again(Ref view, int dimensions);
Value py_memoryview_cast(const Ref *args); /* memoryview_cast.c */
Value py_memoryview_release(const Ref *args);

/* memoryview_item.c: items by format. */
typedef struct ItemFormat {
    char letter;
    uint8_t size;   /* bytes */
    bool is_signed; /* of those that hold ints */
} ItemFormat;
const ItemFormat *item_format(char letter); /* NULL: no such format */
/* Stores the length items that stand stride bytes apart. False: they are not ints, or need not fit the word. */
bool items_of_ints(Value *items, const uint8_t *data, int64_t stride, int64_t length, char letter);
Value item_of_bits(const ItemFormat *format, uint64_t bits);
/* The same of an item in place. */
Value item_read(const ItemFormat *format, const uint8_t *data);
/* MISSING: value does not fit; of a float too large for 'f' *bits is infinite then. May run Python code. */
MUST_CHECK Lookup item_to_bits(const ItemFormat *format, Ref value, uint64_t *bits);
/* NotImplementedError: an array of text has such items. */
Value memoryview_unpack(const uint8_t *data, char letter);
/* A list of length items that stand stride bytes apart. */
Value memoryview_unpack_row(const uint8_t *data, int64_t stride, int64_t length, char letter);
MUST_CHECK bool memoryview_pack(Ref view, uint8_t *data, Ref value);

#endif
