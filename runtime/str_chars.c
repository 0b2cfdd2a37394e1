/* runtime/str_chars.c - loops over characters of 1, 2 or 4 bytes.
 *
 * Owns:      nothing.
 * Invariant: see str_chars.h.
 * Not here:  searching for text longer than a character (str_search.c).
 */
#include "runtime/str_chars.h"

#define CONVERT(To, From)                                                                                              \
    do {                                                                                                               \
        To *out = to;                                                                                                  \
        const From *in = from;                                                                                         \
        for (size_t i = 0; i < count; i++) out[i] = (To)in[i];                                                         \
    } while (0)

void chars_convert(void *to, uint32_t to_width, const void *from, uint32_t from_width, size_t count) {
    switch (to_width * 8 + from_width) {
    case 1 * 8 + 2: CONVERT(uint8_t, uint16_t); break;
    case 1 * 8 + 4: CONVERT(uint8_t, uint32_t); break;
    case 2 * 8 + 1: CONVERT(uint16_t, uint8_t); break;
    case 2 * 8 + 4: CONVERT(uint16_t, uint32_t); break;
    case 4 * 8 + 1: CONVERT(uint32_t, uint8_t); break;
    case 4 * 8 + 2: CONVERT(uint32_t, uint16_t); break;
    default: memcpy(to, from, count * to_width); break;
    }
}

void chars_fill(void *to, uint32_t width, uint32_t c, size_t count) {
    if (width == 1) {
        memset(to, (int)c, count);
    } else if (width == 2) {
        for (size_t i = 0; i < count; i++) ((uint16_t *)to)[i] = (uint16_t)c;
    } else {
        for (size_t i = 0; i < count; i++) ((uint32_t *)to)[i] = c;
    }
}

/* By doubling. */
void chars_repeat(uint8_t *data, size_t unit, size_t total) {
    for (size_t done = unit, step; done < total; done += step) {
        step = done < total - done ? done : total - done;
        memcpy(data + done, data, step);
    }
}

static uint32_t bytes_all(const uint8_t *data, size_t count) {
    uint64_t all = 0, word;
    size_t i = 0;
    for (; count - i >= sizeof word; i += sizeof word) {
        memcpy(&word, data + i, sizeof word);
        all |= word;
    }
    uint32_t rest = 0;
    for (; i < count; i++) rest |= data[i];
    return all & 0x8080808080808080u ? 0xff : rest;
}

uint32_t chars_all(const void *data, uint32_t width, size_t count) {
    uint32_t all = 0;
    if (width == 1) return bytes_all(data, count);
    if (width == 2) {
        for (size_t i = 0; i < count; i++) all |= ((const uint16_t *)data)[i];
    } else {
        for (size_t i = 0; i < count; i++) all |= ((const uint32_t *)data)[i];
    }
    return all;
}

int64_t chars_find(const void *data, uint32_t width, uint32_t c, size_t begin, size_t end) {
    if (width == 1) {
        if (c > 0xff) return -1;
        const uint8_t *bytes = data, *found = memchr(bytes + begin, (int)c, end - begin);
        return found ? found - bytes : -1;
    }
    const uint16_t *words = data;
    for (bool there = false; width == 2 && end - begin >= 16;
         begin += 16) { /* a compiler looks at all of them at once */
        for (size_t i = 0; i < 16; i++) there |= words[begin + i] == c;
        if (there) break;
    }
    for (size_t i = begin; i < end; i++)
        if (chars_at(data, width, i) == c) return (int64_t)i;
    return -1;
}

int64_t chars_rfind(const void *data, uint32_t width, uint32_t c, size_t begin, size_t end) {
    if (width == 1) {
        if (c > 0xff) return -1;
        const uint8_t *bytes = data, *found = memrchr(bytes + begin, (int)c, end - begin);
        return found ? found - bytes : -1;
    }
    for (size_t i = end; i > begin; i--)
        if (chars_at(data, width, i - 1) == c) return (int64_t)i - 1;
    return -1;
}
