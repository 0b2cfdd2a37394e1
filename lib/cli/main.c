/* lib/cli/main.c - the program `ouro`. */
#include "lib/cli/cli.h"

int main(int argc, char **argv) { return cli_main(argc, argv); }
