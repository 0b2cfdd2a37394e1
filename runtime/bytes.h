/* runtime/bytes.h - bytes and bytearray, and how other code reaches the bytes of any of them.
 *
 * Owns:      struct Bytes, ByteArray, ByteView.
 * Invariant: data of bytes ends in a NUL byte that does not count; a bytearray with exports keeps its size.
 * Not here:  the methods (bytes_methods.c), growth of a ByteArray (byte_storage.h), codecs (codec.h).
 */
#ifndef OURO_BYTES_H
#define OURO_BYTES_H

#include "runtime/native.h"
#include "runtime/object.h"
#include "runtime/str.h"
#include "runtime/type.h"

enum { BYTES_INDIRECT = 1u << 16 }; /* instance of a subclass: data holds a pointer to raw storage */

typedef struct Bytes {
    Object head;
    int64_t hash;   /* 0: not computed yet */
    size_t length;  /* bytes */
    uint8_t data[]; /* then a NUL; BYTES_INDIRECT: a pointer to them */
} Bytes;

typedef struct ByteArray {
    Object head;
    size_t length;    /* bytes in use */
    size_t capacity;  /* bytes that fit behind data */
    uint8_t *data;    /* raw storage from gap bytes before on, or NULL while there is none */
    uint32_t exports; /* views that point into data: the size must not change */
    uint32_t gap;     /* bytes that were taken off at the front: a queue need not move the rest */
} ByteArray;

#define BYTES_SHAPE_OFFSET (sizeof(Bytes) + 16) /* where attributes of an instance of a subclass begin */

static inline Bytes *as_bytes(Ref v) { return (Bytes *)object_of(v); }
static inline bool is_bytes(Ref v) { return is_heap(v) && object_of(v)->type->flags & TYPE_BYTES; }
static inline size_t bytes_length(Ref b) { return as_bytes(b)->length; }
static inline uint8_t *bytes_data(Ref b) {
    uint8_t *data = as_bytes(b)->data;
    if (UNLIKELY(object_of(b)->flags & BYTES_INDIRECT)) return *(uint8_t **)(void *)data;
    return data;
}
static inline ByteArray *as_bytearray(Ref v) { return (ByteArray *)object_of(v); }
/* How many bytes a bytes or bytearray has, whatever the len() of a derived class says. */
static inline size_t bytes_count(Ref v) { return is_bytes(v) ? bytes_length(v) : as_bytearray(v)->length; }
static inline bool is_bytearray(Ref v) { return type_native_base(type_of(v)) == &type_bytearray; }
/* Of a bytearray or an array (array.h), or an instance of a subclass: it begins as a ByteArray. */
static inline bool has_byte_storage(Ref v) {
    const Type *type = type_native_base(type_of(v));
    return type == &type_bytearray || type == &type_array;
}

/* New bytes. NULL with MemoryError when the size is refused. */
Value bytes_from(const void *data, size_t length);
MUST_CHECK Value bytes_alloc(size_t length); /* for the caller to fill through bytes_data */
/* The same bytes as an instance of type: themselves for bytes, an instance without attributes for a subclass. */
MUST_CHECK Value bytes_new_of(Type *type, Ref bytes);
MUST_CHECK Value bytes_finish(StrBuilder *b); /* builder_finish for a builder of characters below 256 */
int64_t bytes_hash(Ref b);

Value bytearray_from(const void *data, size_t length);

Value memoryview_new(Ref source); /* TypeError when it is not bytes-like */

/* The bytes of a bytes-like object (bytes, bytearray, array, memoryview) in one piece. Stays valid whatever runs until
 * byte_view_done: what can grow is exported meanwhile. */
typedef struct ByteView {
    const uint8_t *data; /* first byte */
    size_t length;       /* bytes */
    Value held;          /* what keeps the bytes: the object, or bytes made of a memoryview with gaps */
    bool exported;       /* held has byte storage, exported by this view */
} ByteView;
bool is_bytes_like(Ref v);
bool is_bytes_in_order(Ref v); /* bytes-like, and no memoryview with gaps or released */
/* False with TypeError "a bytes-like object is required, not 'int'", BufferError for a memoryview with gaps, ValueError
 * for a released one. */
MUST_CHECK bool byte_view(Ref object, ByteView *view);
MUST_CHECK bool byte_view_try(Ref object, ByteView *view); /* false without an exception, for words of one's own */
MUST_CHECK bool byte_view_gathered(Ref object, ByteView *view); /* of a memoryview with gaps a copy */
void byte_view_done(ByteView *view);

/* What bytes(source, encoding, errors) and bytearray(...) are made of: new bytes. Arguments NULL when not given;
 * array: for a bytearray, which has other errors and does not ask for __bytes__. */
MUST_CHECK Value bytes_from_arguments(Ref source, Ref encoding, Ref errors, bool array);
/* New bytes of a list or tuple in which nothing but small ints of a byte stand; MISSING: source is none. */
MUST_CHECK Lookup bytes_from_numbers(Ref source, Value *bytes);
/* Is there room for as many items as source says that it has? False: an exception, from asking too. */
MUST_CHECK bool bytes_hint_fits(Ref source);
/* New bytes out of an iterable of ints. */
MUST_CHECK Value bytes_from_iterable(Ref source, bool array);
/* A byte out of an int: ValueError "byte must be in range(0, 256)". */
MUST_CHECK bool byte_argument(Ref v, uint8_t *byte);
/* Appends b'...'. escape_single: a single quote is escaped between double quotes too, as bytearray does. */
void bytes_repr_to(StrBuilder *b, const uint8_t *data, size_t length, bool escape_single);

#endif
