/* runtime/base/number_power.c - powers of ten with 128 bits, made when a program first needs one: a table in the binary
 * would be 10 KB. Compiled for speed, since most programs with floats wait for it once. */
#include <pthread.h>
#include <string.h>

#include "runtime/base/number.h"

enum { LIMBS = 3 }; /* of 64 bits that a power has on the way: what is cut off does not reach the upper two */

NumberPower number_powers[NUMBER_POWER_LAST - NUMBER_POWER_FIRST + 1];
_Atomic bool number_powers_known;

/* limbs: the least significant first. The result has its highest bit set again. */
static void multiply_by_ten(uint64_t limbs[LIMBS]) {
    uint64_t wide[LIMBS + 1] = {0};
    for (int i = 0; i < LIMBS; i++) {
        unsigned __int128 product = (unsigned __int128)limbs[i] * 10 + wide[i];
        wide[i] = (uint64_t)product;
        wide[i + 1] = (uint64_t)(product >> 64);
    }
    int more = 64 - __builtin_clzll(wide[LIMBS]); /* bits */
    for (int i = 0; i < LIMBS; i++) limbs[i] = wide[i] >> more | wide[i + 1] << (64 - more);
}

/* Two runs, since those that are exact must begin with one that is. */
static void make_powers(void) {
    static const uint64_t first[LIMBS] = {0xdfbc7e99bdd50e9b, 0x113faa2906a13b3f, 0xeef453d6923bd65a};
    static const uint64_t one[LIMBS] = {0, 0, (uint64_t)1 << 63};
    uint64_t limbs[LIMBS];
    memcpy(limbs, first, sizeof limbs);
    for (int k = NUMBER_POWER_FIRST; k <= NUMBER_POWER_LAST; k++) {
        if (k == 0) memcpy(limbs, one, sizeof limbs);
        unsigned __int128 power = ((unsigned __int128)limbs[2] << 64 | limbs[1]) + (limbs[0] != 0);
        number_powers[k - NUMBER_POWER_FIRST] = (NumberPower){(uint64_t)(power >> 64), (uint64_t)power};
        multiply_by_ten(limbs);
    }
    number_powers_known = true;
}

KEEPS_REGISTERS void number_powers_make(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_powers);
}
