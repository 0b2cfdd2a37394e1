/* runtime/byte_storage.h - the bytes of a bytearray or an array: they grow and shrink, and views can show them.
 *
 * Owns:      the storage of a ByteArray (bytes.h), and that it keeps its size while exported.
 * Invariant: items of size bytes stand one after the other from data on.
 * Not here:  what the bytes mean (bytearray.c, array.c), views (memoryview.h).
 */
#ifndef OURO_BYTE_STORAGE_H
#define OURO_BYTE_STORAGE_H

#include "runtime/bytes.h"
#include "runtime/iter.h"

/* BufferError, in the words of self's type, while views show its bytes. */
MUST_CHECK bool byte_storage_check_resizable(Ref self);
/* Another length; new bytes are not set. BufferError while exported, MemoryError. */
MUST_CHECK bool byte_storage_resize(Ref self, size_t length);
/* Replaces data[begin .. end) by other bytes, which are not part of self. The same errors. */
MUST_CHECK bool byte_storage_splice(Ref self, size_t begin, size_t end, const void *data, size_t length);
/* The same for the items of a slice. With a step other than 1 as many must come as the slice has. */
MUST_CHECK bool byte_storage_assign(Ref self, SliceRange range, const uint8_t *data, size_t length, size_t size);
MUST_CHECK bool byte_storage_delete(Ref self, SliceRange range, size_t size);
void byte_storage_dispose(Ref self); /* the slot */

/* An item's bits to and from its bytes; for little-endian machines only, as the rest of us. */
static inline uint64_t item_load(const uint8_t *data, size_t size) {
    uint16_t two;
    uint32_t four;
    uint64_t eight;
    switch (size) {
    case 1: return *data;
    case 2: return memcpy(&two, data, 2), two;
    case 4: return memcpy(&four, data, 4), four;
    default: return memcpy(&eight, data, 8), eight;
    }
}
static inline void item_store(uint8_t *data, uint64_t bits, size_t size) {
    switch (size) {
    case 1: *data = (uint8_t)bits; break;
    case 2: memcpy(data, &bits, 2); break;
    case 4: memcpy(data, &bits, 4); break;
    default: memcpy(data, &bits, 8); break;
    }
}

#endif
