/* lib/cli/cli.h - the command line.
 *
 * Owns:      options, exit statuses, the order of starting and ending.
 * Invariant: what the program printed is flushed on every way out.
 * Not here:  the prompt (lib/repl).
 */
#ifndef OURO_CLI_H
#define OURO_CLI_H

#include <stdbool.h>
#include <stddef.h>

enum {
    EXIT_RAISED = 1,
    EXIT_USAGE = 2,
    EXIT_NOT_FLUSHED = 120, /* CPython's */
    EXIT_INTERRUPTED = 256  /* no status: the program ends by SIGINT, so that the shell sees it */
};

/* What to run. */
typedef enum CliTarget { TARGET_PROMPT, TARGET_STDIN, TARGET_FILE, TARGET_CODE, TARGET_MODULE, TARGET_DUMP } CliTarget;
typedef enum CliDump { DUMP_NONE, DUMP_TOKENS, DUMP_AST, DUMP_CODE } CliDump;

typedef struct CliOptions {
    CliTarget target;     /* what to run */
    const char *argument; /* path, code or module name */
    CliDump dump;         /* print a stage instead of running */
    bool stats;           /* --stats: count instructions (debug builds) */
    bool interactive;     /* -i: prompt afterwards */
    bool unbuffered;      /* -u */
    bool quiet;           /* -q: no banner */
    bool isolated;        /* -I: as -E and -P */
    bool no_environment;  /* -E: PYTHON... variables do not count */
    bool safe_path;       /* -P: no folder of the program in front of sys.path */
    int optimize;         /* how many -O */
    char **warnings;      /* arguments of -W; the caller gives room for as many as there are arguments */
    int warning_count;    /* entries of warnings */
    char **extras;        /* arguments of -X, kept for sys._xoptions; room as for warnings */
    int extra_count;      /* entries of extras */
    char **rest;          /* sys.argv[1:] */
    int rest_count;       /* entries of rest */
} CliOptions;

int cli_main(int argc, char **argv);
/* Deals with the pending exception: prints it, or obeys SystemExit. Returns the exit status. */
int cli_report_exception(void);

/* The variable of the environment, unless it is empty or does not count; or NULL. */
const char *cli_environment(const CliOptions *options, const char *name);
/* Fills options. A negative result: go on; otherwise the exit status (help, version, usage errors). */
int cli_parse_options(int argc, char **argv, CliOptions *options);
/* Prints tokens, tree or code of the text that options name. Returns the exit status. */
int cli_dump(const CliOptions *options);

#endif
