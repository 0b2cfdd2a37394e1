#include "lib/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/cli/cli.h"
#include "lib/file.h"
#include "lib/print_traceback.h"
#include "lib/repl/line_edit.h"
#include "lib/sys_module.h"
#include "lib/version.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "vm/run.h"
#include "vm/vm.h"

Value prompt_line(Ref prompt) {
    Utf8 text;
    if (!str_utf8(prompt, &text, true)) return NULL;
    const char *line;
    size_t length;
    LineEnd end = line_edit_read(text.text, &line, &length);
    str_utf8_done(&text);
    if (end == LINE_END_OF_INPUT) return str_empty();
    if (end == LINE_READ) return str_from_utf8(line, length);
    if (runtime_poll()) raise(&type_KeyboardInterrupt, "");
    return NULL;
}

/* What was typed for one statement so far. */
typedef struct Entry {
    char *text;      /* its lines */
    size_t length;   /* bytes of text */
    size_t capacity; /* bytes allocated */
} Entry;

static bool entry_add(Entry *entry, const char *line, size_t length) {
    if (entry->length + length + 1 > entry->capacity) {
        size_t capacity = (entry->length + length + 1) * 2;
        char *text = realloc(entry->text, capacity);
        if (!text) return raise_memory(), false;
        entry->text = text;
        entry->capacity = capacity;
    }
    memcpy(entry->text + entry->length, line, length);
    entry->length += length;
    entry->text[entry->length] = '\0';
    return true;
}

/* sys.ps1 or sys.ps2 as a text: their str(), so that an object may answer anew each time. */
static Value prompt_text(const char *name) {
    Ref prompt = dict_peek_text(rt()->sys, name);
    Value text = prompt ? str_of(prompt) : str_empty();
    if (text) return text;
    error_clear();
    return str_empty();
}

static LineEnd read_line(const char *prompt_name, const char **line, size_t *length) {
    Value prompt = prompt_text(prompt_name);
    Utf8 text;
    LineEnd end = LINE_END_OF_INPUT;
    if (str_utf8(prompt, &text, true)) {
        end = line_edit_read(text.text, line, length);
        str_utf8_done(&text);
    }
    release(prompt);
    return end;
}

static bool flush_output(void) {
    Ref out = dict_peek_text(rt()->sys, "stdout");
    return !out || !is_file(out) || as_file(out)->fd < 0 || file_flush(out);
}

/* The status of a SystemExit that is pending; -1 when another exception is, which is then reported. */
static int report(void) {
    if (error_matches(&type_SystemExit)) return EXIT_RAISED;
    Value exception = error_take();
    Ref traceback = as_exception(exception)->traceback;
    if (!flush_output()) error_clear();
    dict_set_text(rt()->sys, "last_exc", exception);
    dict_set_text(rt()->sys, "last_type", type_ref(type_of(exception)));
    dict_set_text(rt()->sys, "last_value", exception);
    dict_set_text(rt()->sys, "last_traceback", traceback ? traceback : VALUE_NONE);
    sys_call_excepthook(exception);
    release(exception);
    return -1;
}

/* Compiles what was typed under a name of its own. NULL with an exception, or with *more set. */
static Value compile_entry(const Entry *entry, size_t number, bool *more) {
    Value name = error_format("<stdin>-%zu", number);
    if (!name) return NULL;
    Value code = run_compile(entry->text, entry->length, name, COMPILE_SINGLE, more);
    if (code || !*more) traceback_remember_source(name, entry->text, entry->length);
    release(name);
    return code;
}

static bool is_blank(const char *line, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\n' && line[i] != '\r' && line[i] != '\f') return false;
    return true;
}

static bool run_code(Ref code) {
    Value result = vm_run_code(code, as_module(rt()->main)->dict, NULL, NULL);
    release_maybe(result);
    return result && flush_output();
}

/* Reads and runs one statement. -1: go on; otherwise the exit status. *ended: there was no input left. */
static int step(Entry *entry, size_t *number, bool *ended) {
    const char *line;
    size_t length;
    entry->length = 0;
    Value code = NULL;
    bool more = true;
    while (!code && more) {
        LineEnd end = read_line(entry->length ? "ps2" : "ps1", &line, &length);
        if (end == LINE_INTERRUPTED) {
            if (runtime_poll()) raise(&type_KeyboardInterrupt, "");
            error_clear();
            fputs("\nKeyboardInterrupt\n", stderr);
            return -1;
        }
        *ended = end == LINE_END_OF_INPUT;
        if (*ended && entry->length == 0) return -1;
        if (!*ended && entry->length == 0 && is_blank(line, length)) return -1;
        if (!*ended && !entry_add(entry, line, length)) return report();
        code = compile_entry(entry, *number, &more);
        if (!code && more && !*ended) error_clear();
        if (*ended) more = false;
    }
    ++*number;
    bool ok = code && run_code(code);
    release_maybe(code);
    return ok ? -1 : report();
}

static void print_banner(void) {
    Ref version = dict_peek_text(rt()->sys, "version");
    Utf8 text;
    if (!version || !is_str(version) || !str_utf8(version, &text, true)) return error_clear();
    fprintf(stderr, "Python %s on linux\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n", text.text);
    str_utf8_done(&text);
}

static void set_prompt(const char *name, const char *text) {
    if (dict_peek_text(rt()->sys, name)) return;
    Value prompt = str_from_text(text);
    dict_set_text(rt()->sys, name, prompt);
    release(prompt);
}

int prompt_run(bool banner) {
    if (banner) print_banner();
    set_prompt("ps1", ">>> ");
    set_prompt("ps2", "... ");
    Entry entry = {0};
    size_t number = 0;
    int status = -1;
    bool ended = false;
    while (status < 0 && !ended) status = step(&entry, &number, &ended);
    free(entry.text);
    line_edit_end();
    if (status < 0) putc('\n', stdout), fflush(stdout);
    return status < 0 ? 0 : status;
}
