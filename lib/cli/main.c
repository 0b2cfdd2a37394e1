/* lib/cli/main.c - the program `ouro`. */
#include <malloc.h>

#include "lib/cli/cli.h"

int main(int argc, char **argv) {
#ifdef M_TRIM_THRESHOLD
    /* Each eval(), exec() and import frees what the compiler worked with, and programs free large lists: that stays at
     * hand for the next one. Setting one of these ends glibc's own adjusting of both. */
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TOP_PAD, 1 << 20); /* fewer calls of the system; what is not used costs nothing */
#endif
    return cli_main(argc, argv);
}
