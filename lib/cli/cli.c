#include "lib/cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/atexit.h"
#include "lib/cli/interrupt.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/modules.h"
#include "lib/path.h"
#include "lib/print_traceback.h"
#include "lib/prompt.h"
#include "lib/repl/line_edit.h"
#include "lib/sys_files.h"
#include "lib/sys_module.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/file_text.h"
#include "vm/import.h"
#include "vm/import_spec.h"
#include "vm/interp/stats.h"
#include "vm/run.h"
#include "vm/vm.h"

/* Ending. */

/* Whether a program's own file says that it is closed. */
static bool says_closed(Ref file) {
    Value closed = NULL;
    bool answer = getattr_try(file, NAME(closed), &closed) == FOUND && truth(closed) == FOUND;
    error_clear();
    release_maybe(closed);
    return answer;
}

static bool flush_standard(const char *name) {
    Ref file = rt()->sys ? dict_peek_text(rt()->sys, name) : NULL;
    if (!file || is_none(file)) return true;
    if (is_file(file)) return file_is_closed(file) || file_flush(file);
    Value held = retain(file);
    Value result = says_closed(file) ? VALUE_NONE : call_method(file, NAME(flush), NULL, 0);
    release(held);
    release_maybe(result);
    return result != NULL;
}

/* The status that a SystemExit asks for; what is no number is printed. */
static int exit_status(Ref exception) {
    Ref code = as_exception(exception)->fields[0];
    if (!code || is_none(code)) return 0;
    if (is_int(code)) {
        int64_t status = -1;
        return int_as_int64(code, &status) ? (int)(status & 0xff) : 0xff;
    }
    Value text = str_of(code), newline = str_from_char('\n');
    Ref err = sys_file_peek("stderr");
    if (text && err && !is_none(err) && (!file_write_any(err, text) || !file_write_any(err, newline))) error_clear();
    release_maybe(text);
    if (error_set()) error_clear();
    return EXIT_RAISED;
}

/* Standard output is a pipe whose reader went away, as head does: nobody is left to be told. */
static bool reader_left(Ref exception) {
    struct pollfd output = {.fd = STDOUT_FILENO};
    return type_is_subtype(type_of(exception), &type_BrokenPipeError) && poll(&output, 1, 0) == 1 &&
           output.revents & POLLERR;
}

int cli_report_exception(void) {
    Value exception = error_take();
    int status = EXIT_RAISED;
    if (type_is_subtype(type_of(exception), &type_SystemExit)) {
        status = exit_status(exception);
    } else if (!reader_left(exception)) {
        if (!flush_standard("stdout")) error_clear();
        sys_call_excepthook(exception);
        if (type_is_subtype(type_of(exception), &type_KeyboardInterrupt)) status = EXIT_INTERRUPTED;
    }
    release(exception);
    return status;
}

static bool may_hold_text(const Object *object) { return object->count > 0 && object->type == &type_text_file; }
static void count_file(void *object, void *context) { *(size_t *)context += may_hold_text(object); }
static void note_file(void *object, void *context) {
    if (may_hold_text(object) && !list_append(context, value_of(object))) error_clear();
}

/* Writes what a program left in files that it did not close: where a cycle holds them, the file itself may go before
 * what has to be written to it. */
static void flush_files(Runtime *runtime) {
    size_t count = 0;
    mem_walk(&runtime->mem, MEM_CONTAINERS, count_file, &count);
    Value files = count ? list_new(count) : NULL; /* with room, so that nothing is made during the walk */
    if (!files) return error_clear();
    mem_walk(&runtime->mem, MEM_CONTAINERS, note_file, files);
    for (size_t i = 0; i < list_count(files); i++) {
        Ref file = list_peek(files, i);
        bool own = file_descriptor(file) >= 0; /* not over something of Python's */
        if (own && !file_is_closed(file) && !file_flush(file)) error_clear();
    }
    release(files);
}

/* False when something could not be written; a pipe closed at its other end is nobody's loss. */
static bool flush_at_end(void) {
    bool out = flush_standard("stdout");
    if (!out) {
        out = error_matches(&type_BrokenPipeError);
        if (!out) error_unraisable_in("on flushing sys.stdout", NULL);
    }
    error_clear();
    bool err = flush_standard("stderr") || error_matches(&type_BrokenPipeError);
    error_clear();
    return out && err;
}

/* atexit functions, flushing, and the end of the runtime. */
static int finish(Runtime *runtime, int status) {
    atexit_run();
    line_edit_end();
    stats_end(stderr);
    if (!flush_at_end() && status != EXIT_INTERRUPTED) status = EXIT_NOT_FLUSHED;
    flush_files(runtime);
    modules_release();
    if (runtime_may_be_left(runtime)) return status;
    bool check = getenv("OURO_LIVE") != NULL;
    int64_t live = runtime_free(runtime);
    if (check && live != 0) {
        fprintf(stderr, "ouro: %lld objects are still alive\n", (long long)live);
        return 99;
    }
    return status;
}

/* Running. */

static Ref main_dict(void) { return as_module(rt()->main)->dict; }

/* Runs text in __main__. Returns the exit status. */
static int run_text(Ref filename, TextOrigin origin, const char *text, size_t length) {
    Value code = run_compile(text, length, filename, origin, &(CompileOptions){.optimize = rt()->optimize}, NULL);
    Value result = code ? vm_run_code(code, main_dict(), NULL, NULL) : NULL;
    release_maybe(code);
    release_maybe(result);
    return result ? 0 : cli_report_exception();
}

/* sys.path[0]: where imports look first. */
static void set_first_path(const char *text) {
    if (rt()->safe_path) return;
    Ref path = dict_peek_text(rt()->sys, "path");
    Value folder = str_from_utf8(text, strlen(text));
    if (!folder || !list_insert(path, 0, folder)) error_clear();
    if (folder && *text) dict_set_text(rt()->sys, "_script_folder", folder);
    release_maybe(folder);
    if (*text) return;
    char *current = getcwd(NULL, 0);
    Value where = current ? path_decode(current) : NULL;
    if (where) dict_set_text(rt()->sys, "_script_folder", where);
    release_maybe(where);
    free(current);
}

static void set_path_of(const char *file) {
    char *real = realpath(file, NULL), *slash = real ? strrchr(real, '/') : NULL;
    if (slash) slash[slash == real ? 1 : 0] = '\0';
    set_first_path(real ? real : "");
    free(real);
}

/* A folder or a file that cannot be read: one line, as CPython says it. */
static int cannot_open(const char *path, int error) {
    char *folder = *path == '/' ? NULL : getcwd(NULL, 0);
    fprintf(stderr, "ouro: can't open file '%s%s%s': [Errno %d] %s\n", folder ? folder : "", folder ? "/" : "", path,
            error, strerror(error));
    free(folder);
    return EXIT_USAGE;
}

/* What a script is called in tracebacks and __file__: an absolute path, its parts as they were given. */
static Value script_name(const char *path) {
    char *folder = *path == '/' ? NULL : getcwd(NULL, 0), *full = NULL;
    if (folder && asprintf(&full, "%s/%s", folder, path) < 0) full = NULL;
    Value name = path_decode(full ? full : path);
    free(full);
    free(folder);
    return name;
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int run_file(const char *path) {
    Value name = script_name(path);
    if (!name) return cli_report_exception();
    int fd = open(path, O_RDONLY | O_CLOEXEC), result;
    if (fd < 0) {
        result = cannot_open(path, errno);
    } else {
        FileText text;
        set_path_of(path);
        dict_set_str(main_dict(), NAME(dunder_file), name);
        if (!dict_peek_str(main_dict(), NAME(dunder_cached)))
            dict_set_str(main_dict(), NAME(dunder_cached), VALUE_NONE);
        Value main_name = intern_text("__main__"), loader = source_loader_new(main_name, name);
        dict_set_str(main_dict(), NAME(dunder_loader), loader);
        release(loader);
        release(main_name);
        bool read = file_text_read_fd(&text, fd, name);
        close(fd);
        if (read) {
            result = run_text(name, ORIGIN_PROGRAM, text.bytes, text.length);
            file_text_done(&text);
        } else {
            result = cli_report_exception();
        }
    }
    release(name);
    return result;
}

/* A program in a folder has a spec, unlike other scripts. */
static void describe_folder_program(const char *program) {
    Value name = intern_text("__main__"), path = script_name(program);
    Value loader = path ? source_loader_new(name, path) : NULL;
    Value spec = loader ? spec_new(name, loader, path, NULL, true) : NULL;
    if (!spec || !spec_describe(spec, main_dict())) error_clear();
    release_maybe(spec);
    release_maybe(loader);
    release_maybe(path);
    release(name);
}

/* A folder runs the __main__.py in it. */
static int run_folder(const char *path) {
    char *program = NULL;
    if (asprintf(&program, "%s/__main__.py", path) < 0) return EXIT_RAISED;
    int result = EXIT_RAISED;
    if (access(program, F_OK) == 0) {
        describe_folder_program(program);
        result = run_file(program);
    } else {
        char *full = realpath(path, NULL);
        fprintf(stderr, "ouro: can't find '__main__' module in '%s'\n", full ? full : path);
        free(full);
    }
    free(program);
    return result;
}

static int run_stdin(void) {
    FileText text;
    Value name = str_from_text("<stdin>");
    set_first_path("");
    if (!file_text_read_fd(&text, 0, name)) return release(name), cli_report_exception();
    traceback_remember_source(name, text.bytes, text.length);
    int status = run_text(name, ORIGIN_PROGRAM, text.bytes, text.length);
    file_text_done(&text);
    release(name);
    return status;
}

static int run_code(const char *code) {
    Value name = str_from_text("<string>");
    set_first_path("");
    traceback_remember_source(name, code, strlen(code));
    int status = run_text(name, ORIGIN_STR, code, strlen(code));
    release(name);
    return status;
}

/* -m: the module's text runs as __main__. */
static int run_module(const char *module) {
    char *current = getcwd(NULL, 0);
    set_first_path(current ? current : "");
    free(current);
    Value runpy = intern_text("_run_module"), bundle = import_absolute(runpy), name = path_decode(module),
          result = NULL;
    release(runpy);
    if (bundle && name) {
        Value run = intern_text("run");
        Ref args[2] = {name, rt()->main};
        result = call_method(bundle, run, args, 2);
        release(run);
    }
    release_maybe(name);
    release_maybe(bundle);
    release_maybe(result);
    return result ? 0 : cli_report_exception();
}

static int run_target(const CliOptions *options) {
    switch (options->target) {
    case TARGET_FILE: return is_folder(options->argument) ? run_folder(options->argument) : run_file(options->argument);
    case TARGET_CODE: return run_code(options->argument);
    case TARGET_MODULE: return run_module(options->argument);
    case TARGET_STDIN: return run_stdin();
    default: set_first_path(""); return prompt_run(!options->quiet);
    }
}

/* The module tells what is wrong with the options -W; without any it can wait. */
static bool import_warnings(void) {
    Ref options = dict_peek_text(rt()->sys, "warnoptions");
    if (!options || list_count(options) == 0) return true;
    Value name = intern_text("warnings"), module = import_absolute(name);
    release(name);
    release_maybe(module);
    return module != NULL;
}

int cli_main(int argc, char **argv) {
    char **warnings = calloc(2 * ((size_t)argc + 1), sizeof *warnings);
    if (!warnings) return EXIT_RAISED;
    CliOptions options = {.warnings = warnings, .extras = warnings + argc + 1};
    int status = cli_parse_options(argc, argv, &options);
    if (status >= 0) return free(warnings), fflush(stdout) == 0 ? status : EXIT_RAISED;
    if (!runtime_choose_seed(cli_environment(&options, "PYTHONHASHSEED"))) {
        fputs("Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; "
              "4294967295]\nPython runtime state: preinitialized\n\n",
              stderr);
        return free(warnings), EXIT_RAISED;
    }
    Runtime *runtime = runtime_new();
    bool started = runtime && modules_start(&options);
    free(warnings);
    if (!started) {
        bool unknown = runtime && error_matches(&type_LookupError);
        if (runtime) runtime_abandon(runtime);
        fputs(unknown ? "Fatal Python error: init_stdio_encoding: failed to get the Python codec name of the stdio "
                        "encoding\n"
                      : "ouro: not enough memory to start\n",
              stderr);
        return EXIT_RAISED;
    }
    if (!import_warnings()) error_clear();
    runtime->optimize = options.optimize;
    runtime->safe_path = options.safe_path;
    if (options.stats && !stats_start()) fputs("ouro: not enough memory for --stats\n", stderr);
    interrupt_install(&runtime->pending, PENDING_SIGNAL);
    status = options.dump ? cli_dump(&options) : run_target(&options);
    if (options.interactive && options.target != TARGET_PROMPT && !options.dump) status = prompt_run(false);
    status = finish(runtime, status);
    if (status != EXIT_INTERRUPTED) return status;
    interrupt_end();
}
