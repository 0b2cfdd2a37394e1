/* lib/cli/dump.c - --dump-tokens, --dump-ast, --dump-code. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "compiler/compile.h"
#include "lexer/lexer.h"
#include "lib/cli/cli.h"
#include "lib/path.h"
#include "lib/print_traceback.h"
#include "parser/ast_dump.h"
#include "parser/parse.h"
#include "runtime/dis.h"
#include "runtime/error.h"
#include "runtime/str.h"
#include "vm/file_text.h"
#include "vm/run.h"

/* Prints one stage. False: diag or an exception tells. */
static bool dump_stage(CliDump dump, const Source *source, Arena *arena, Ref filename, Diag *diag) {
    if (dump == DUMP_TOKENS) return lexer_dump(source, arena, diag, stdout);
    ModuleTree *tree = parse_source(source, arena, PARSE_FILE, diag);
    if (!tree) return false;
    if (dump == DUMP_AST) return ast_dump(tree, true, stdout), true;
    Value code = compile_module(tree, filename, &(CompileOptions){0}, diag);
    if (!code) return false;
    dis_print(code, stdout);
    release(code);
    return true;
}

static int dump_text(CliDump dump, Ref filename, const char *name, const FileText *text) {
    Arena arena;
    if (!arena_init(&arena)) return EXIT_RAISED;
    Diag diag = {.arena = &arena};
    Source source = {0};
    bool ok = source_from_program(&source, name, text->bytes, text->length, &diag) &&
              dump_stage(dump, &source, &arena, filename, &diag);
    if (!ok && !error_set() && diag_failed(&diag)) run_raise_diag(&diag, &source, filename);
    if (error_set()) {
        Value exception = error_take();
        traceback_print(exception);
        release(exception);
    }
    source_free(&source);
    arena_free(&arena);
    return ok ? 0 : EXIT_RAISED;
}

int cli_dump(const CliOptions *options) {
    const char *name = options->target == TARGET_FILE ? options->argument : "<stdin>";
    FileText text;
    int status = EXIT_USAGE;
    Value filename = path_decode(options->target == TARGET_CODE ? "<string>" : name);
    if (!filename) return EXIT_RAISED;
    if (options->target == TARGET_CODE) {
        text = (FileText){.bytes = (char *)options->argument, .length = strlen(options->argument)};
        status = dump_text(options->dump, filename, "<string>", &text);
    } else {
        int fd = options->target == TARGET_FILE ? open(name, O_RDONLY | O_CLOEXEC) : 0;
        if (fd < 0) {
            fprintf(stderr, "ouro: can't open file '%s': [Errno %d] %s\n", name, errno, strerror(errno));
        } else if (file_text_read_fd(&text, fd, filename)) {
            status = dump_text(options->dump, filename, name, &text);
            file_text_done(&text);
        }
    }
    release(filename);
    return status;
}
