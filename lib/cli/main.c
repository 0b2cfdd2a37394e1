/* lib/cli/main.c - the program `ouro`. */
#include <malloc.h>

#include "lib/cli/cli.h"

int main(int argc, char **argv) {
#ifdef M_TRIM_THRESHOLD
    /* Each eval(), exec() and import frees what the compiler worked with: it stays at hand for the next one. */
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
#endif
    return cli_main(argc, argv);
}
