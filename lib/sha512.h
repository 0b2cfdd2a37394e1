/* lib/sha512.h - the SHA-512 digest of some bytes.
 *
 * Owns:      nothing.
 * Invariant: none.
 * Not here:  what is made of it (random_module.c).
 */
#ifndef OURO_SHA512_H
#define OURO_SHA512_H

#include <stddef.h>
#include <stdint.h>

enum { SHA512_SIZE = 64 };

void sha512(const uint8_t *data, size_t length, uint8_t digest[SHA512_SIZE]);

#endif
