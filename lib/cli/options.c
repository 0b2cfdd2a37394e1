#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/cli/cli.h"
#include "lib/version.h"
#include "vm/interp/stats.h"

static const char usage_line[] = "usage: ouro [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

static int print_help(void) {
    fputs(usage_line, stdout);
    fputs("Runs a Python program, or starts a prompt when there is neither a program nor input from a pipe.\n\n"
          "What to run; everything behind it is the program's sys.argv:\n"
          "  file      the program in this file, or the __main__.py of this folder\n"
          "  -         the program on standard input\n"
          "  -c cmd    this text\n"
          "  -m mod    a module or package, found by sys.path\n"
          "  --        ends the options\n"
          "How to run it:\n"
          "  -i        goes on with a prompt when the program has ended\n"
          "  -q        the prompt greets nobody\n"
          "  -u        standard output is not buffered\n"
          "  -O        leaves out assert statements; __debug__ is False\n"
          "  -OO       leaves out docstrings too\n"
          "  -W arg    what to do about a warning: action:message:category:module:lineno\n"
          "  -X arg    kept in sys._xoptions, without effect\n"
          "  -E        PYTHON* variables do not count\n"
          "  -P        the folder of the program is not in front of sys.path\n"
          "  -I        keeps the environment out: -E and -P\n"
          "What to show:\n"
          "  -V, --version, -h, --help\n"
          "  --dump-tokens, --dump-ast, --dump-code    what the front end makes of a file\n"
          "  --stats   at the end, which instructions ran how often, and in which pairs (debug builds)\n"
          "Environment: PYTHONHASHSEED fixes the hashes of strings; PYTHONWARNINGS is as -W; OURO_HISTORY names the "
          "prompt's history file.\n",
          stdout);
    return 0;
}

static int usage_error(const char *format, const char *option) {
    fprintf(stderr, format, option);
    fputs(usage_line, stderr);
    fputs("Try `ouro -h' for more information.\n", stderr);
    return EXIT_USAGE;
}

static int take_stats(const char *option, CliOptions *options) {
    options->stats = true;
    return STATS_BUILT ? -1 : usage_error("%s needs a debug build (./dev debug)\n", option);
}

/* Options with two dashes. *handled is false for "--". */
static int long_option(const char *option, CliOptions *options) {
    static const struct {
        const char *name;
        CliDump dump;
    } dumps[] = {{"--dump-tokens", DUMP_TOKENS}, {"--dump-ast", DUMP_AST}, {"--dump-code", DUMP_CODE}};
    if (strcmp(option, "--help") == 0) return print_help();
    if (strcmp(option, "--version") == 0) return printf("Ouro %s (Python %s)\n", OURO_VERSION, PYTHON_VERSION), 0;
    if (strcmp(option, "--stats") == 0) return take_stats(option, options);
    for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++)
        if (strcmp(option, dumps[i].name) == 0) {
            options->dump = dumps[i].dump;
            return -1;
        }
    return usage_error("unknown option %s\n", option);
}

/* One cluster of letters. Takes the next argument for -c and -m; *ends: the options end here. */
static int short_options(const char *letters, const char *next, CliOptions *options, bool *ends, bool *took_next) {
    for (const char *p = letters; *p; p++) {
        switch (*p) {
        case 'h':
        case '?': return print_help();
        case 'V': return printf("Ouro %s (Python %s)\n", OURO_VERSION, PYTHON_VERSION), 0;
        case 'i': options->interactive = true; break;
        case 'q': options->quiet = true; break;
        case 'u': options->unbuffered = true; break;
        case 'I': options->isolated = options->no_environment = options->safe_path = true; break;
        case 'E': options->no_environment = true; break;
        case 'P': options->safe_path = true; break;
        case 'O': options->optimize++; break;
        case 'B':
        case 'R':
        case 'd':
        case 's':
        case 'S':
        case 'b': break; /* nothing to switch off */
        case 'W':
        case 'X': {
            char **place =
                *p == 'W' ? &options->warnings[options->warning_count++] : &options->extras[options->extra_count++];
            *took_next = p[1] == '\0';
            *place = p[1] ? (char *)p + 1 : (char *)next;
            return *place ? -1 : usage_error("Argument expected for the -%s option\n", *p == 'W' ? "W" : "X");
        }
        case 'c':
        case 'm':
            options->target = *p == 'c' ? TARGET_CODE : TARGET_MODULE;
            *took_next = p[1] == '\0';
            options->argument = p[1] ? p + 1 : next;
            *ends = true;
            if (options->argument) return -1;
            return usage_error("Argument expected for the -%s option\n", *p == 'c' ? "c" : "m");
        default: {
            char name[2] = {*p, '\0'};
            return usage_error("Unknown option: -%s\n", name);
        }
        }
    }
    return -1;
}

const char *cli_environment(const CliOptions *options, const char *name) {
    const char *value = options->no_environment ? NULL : getenv(name);
    return value && *value ? value : NULL;
}

/* What variables say that stands for options, too. */
static void read_environment(CliOptions *options) {
    const char *level = cli_environment(options, "PYTHONOPTIMIZE");
    int optimize = !level ? 0 : atoi(level) > 0 ? atoi(level) : 1;
    if (optimize > options->optimize) options->optimize = optimize;
    if (cli_environment(options, "PYTHONSAFEPATH")) options->safe_path = true;
    if (cli_environment(options, "PYTHONUNBUFFERED")) options->unbuffered = true;
}

int cli_parse_options(int argc, char **argv, CliOptions *options) {
    int i = 1;
    bool ends = false;
    while (i < argc && !ends && argv[i][0] == '-' && argv[i][1]) {
        const char *option = argv[i++];
        if (strcmp(option, "--") == 0) break;
        bool took_next = false;
        int status = option[1] == '-'
                         ? long_option(option, options)
                         : short_options(option + 1, i < argc ? argv[i] : NULL, options, &ends, &took_next);
        if (status >= 0) return status;
        i += took_next;
    }
    if (!ends && i < argc) {
        options->argument = argv[i++];
        options->target = strcmp(options->argument, "-") == 0 ? TARGET_STDIN : TARGET_FILE;
    } else if (!ends) {
        options->target = isatty(0) ? TARGET_PROMPT : TARGET_STDIN;
        if (options->interactive) options->target = TARGET_PROMPT;
    }
    read_environment(options);
    options->rest = argv + i;
    options->rest_count = argc - i;
    return -1;
}
