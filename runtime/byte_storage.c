#include "runtime/byte_storage.h"

#include "runtime/error.h"
#include "runtime/state.h"

bool byte_storage_check_resizable(Ref self) {
    return as_bytearray(self)->exports == 0 ||
           raise_false(&type_BufferError, is_bytearray(self) ? "Existing exports of data: object cannot be re-sized"
                                                             : "cannot resize an array that is exporting buffers");
}

/* Another amount of storage, length bytes of which are in use from its beginning on. */
static bool reallocate(ByteArray *a, size_t capacity) {
    Mem *mem = &rt()->mem;
    uint8_t *data = a->data ? mem_raw_resize_try(mem, a->data, a->capacity, capacity) : mem_raw_try(mem, capacity);
    if (data == NULL) return raise_memory(), false;
    a->data = data;
    a->capacity = capacity;
    return true;
}

static void close_gap(ByteArray *a) {
    if (a->gap == 0) return;
    uint8_t *base = a->data - a->gap;
    memmove(base, a->data, a->length);
    a->data = base;
    a->capacity += a->gap;
    a->gap = 0;
}

static bool reserve(ByteArray *a, size_t capacity) {
    if (LIKELY(capacity <= a->capacity)) return true;
    bool wide = a->gap > a->length / 2; /* worth the move */
    close_gap(a);
    return (wide && capacity <= a->capacity) || reallocate(a, capacity + (capacity >> 3) + 16);
}

/* Gives back what an array that became much shorter no longer needs; not having done so is no failure. */
static void give_back_room(ByteArray *a) {
    if (LIKELY(a->length >= (a->capacity + a->gap) / 4 || a->capacity + a->gap < 4096)) return;
    close_gap(a);
    uint8_t *data = mem_raw_resize_try(&rt()->mem, a->data, a->capacity, a->length + 16);
    if (data == NULL) return;
    a->data = data;
    a->capacity = a->length + 16;
}

bool byte_storage_resize(Ref self, size_t length) {
    ByteArray *a = as_bytearray(self);
    if (length == a->length) return true;
    if (!byte_storage_check_resizable(self) || !reserve(a, length)) return false;
    a->length = length;
    return true;
}

bool byte_storage_splice(Ref self, size_t begin, size_t end, const void *data, size_t length) {
    ByteArray *a = as_bytearray(self);
    size_t behind = a->length - end, total = begin + length + behind;
    if (total != a->length && !byte_storage_check_resizable(self)) return false;
    if (!reserve(a, total)) return false;
    if (begin == 0 && total < a->length && a->length - total <= UINT32_MAX - a->gap) {
        size_t dropped = a->length - total;
        a->data += dropped;
        a->gap += (uint32_t)dropped;
        a->capacity -= dropped;
    } else if (behind > 0) {
        memmove(a->data + begin + length, a->data + end, behind);
    }
    if (length > 0) memcpy(a->data + begin, data, length);
    bool shorter = total < a->length;
    a->length = total;
    if (shorter) give_back_room(a);
    return true;
}

bool byte_storage_assign(Ref self, SliceRange range, const uint8_t *data, size_t length, size_t size) {
    size_t begin = (size_t)range.start * size, count = range.count > 0 ? (size_t)range.count : 0;
    if (range.step == 1) return byte_storage_splice(self, begin, begin + count * size, data, length);
    uint8_t *to = as_bytearray(self)->data + begin;
    for (; count > 0; count--, data += size, to += range.step * (int64_t)size)
        item_store(to, item_load(data, size), size);
    return true;
}

bool byte_storage_delete(Ref self, SliceRange range, size_t size) {
    ByteArray *a = as_bytearray(self);
    if (range.count <= 0) return true;
    if (range.step < 0) {
        range.start += (range.count - 1) * range.step;
        range.step = -range.step;
    }
    size_t begin = (size_t)range.start * size, count = (size_t)range.count, step = (size_t)range.step * size;
    if (range.step == 1) return byte_storage_splice(self, begin, begin + count * size, NULL, 0);
    if (!byte_storage_check_resizable(self)) return false;
    uint8_t *to = a->data + begin;
    for (size_t i = 0; i < count; i++) { /* what stands between the items that go */
        const uint8_t *from = a->data + begin + i * step + size;
        size_t kept = i + 1 < count ? step - size : (size_t)(a->data + a->length - from);
        memmove(to, from, kept);
        to += kept;
    }
    a->length = (size_t)(to - a->data);
    give_back_room(a);
    return true;
}

void byte_storage_dispose(Ref self) {
    ByteArray *a = as_bytearray(self);
    if (a->data) mem_raw_free(&rt()->mem, a->data - a->gap, a->capacity + a->gap);
}
