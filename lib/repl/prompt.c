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

Value prompt_line(Ref prompt) { return line_edit_read(prompt); }

/* What was typed for one statement so far. */
typedef struct Entry {
    char *text;      /* its lines */
    size_t length;   /* bytes of text */
    size_t capacity; /* bytes allocated */
    uint32_t future; /* CODE_FUTURE_... that earlier statements imported */
} Entry;

static bool entry_add(Entry *entry, Ref line) {
    Utf8 text;
    if (!str_utf8(line, &text, false)) return false;
    size_t needed = entry->length + text.length + 1;
    char *grown = needed <= entry->capacity ? entry->text : realloc(entry->text, needed * 2);
    if (grown) {
        if (needed > entry->capacity) entry->capacity = needed * 2;
        memcpy(grown + entry->length, text.text, text.length + 1);
        entry->text = grown;
        entry->length += text.length;
    }
    str_utf8_done(&text);
    return grown || (raise_memory(), false);
}

/* sys.ps1 or sys.ps2 as a text: their str(), so that an object may answer anew each time. */
static Value prompt_text(const char *name) {
    Ref prompt = dict_peek_text(rt()->sys, name);
    Value text = prompt ? str_of(prompt) : str_empty();
    if (text) return text;
    error_clear();
    return str_empty();
}

static Value read_line(const char *prompt_name) {
    Value prompt = prompt_text(prompt_name), line = prompt ? line_edit_read(prompt) : NULL;
    release_maybe(prompt);
    return line;
}

static bool flush_output(void) {
    Ref out = dict_peek_text(rt()->sys, "stdout");
    return !out || !is_file(out) || file_is_closed(out) || file_flush(out);
}

/* Reports the pending exception and returns -1; of a SystemExit its status. */
static int report(void) {
    if (error_matches(&type_SystemExit)) return cli_report_exception();
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
static Value compile_entry(Entry *entry, size_t number, bool *more) {
    Value name = error_format("<stdin>-%zu", number);
    if (!name) return NULL;
    CompileOptions options = {.mode = COMPILE_SINGLE, .future = entry->future, .optimize = rt()->optimize};
    Value code = run_compile(entry->text, entry->length, name, ORIGIN_STR, &options, more);
    if (code) entry->future |= as_code(code)->flags & CODE_FUTURE_ANNOTATIONS;
    if (code || !*more) traceback_remember_source(name, entry->text, entry->length);
    release(name);
    return code;
}

/* Nothing but white space, and perhaps a comment. */
static bool is_blank(const Entry *entry) {
    const char *at = entry->text + strspn(entry->text, " \t\n\r\f");
    if (*at == '#') at += strcspn(at, "\n");
    return at[strspn(at, " \t\n\r\f")] == '\0';
}

static bool run_code(Ref code) {
    Value result = vm_run_code(code, as_module(rt()->main)->dict, NULL, NULL);
    release_maybe(result);
    return result && flush_output();
}

/* Forgets what was typed: Ctrl-C, or an exception of the input itself. */
static int abandon(void) {
    if (!error_matches(&type_KeyboardInterrupt)) return report();
    error_clear();
    if (!flush_output()) error_clear();
    fputs("\nKeyboardInterrupt\n", stderr);
    return -1;
}

/* The end of input ends what was begun, as an empty line does. */
static Value end_statement(Entry *entry, size_t number) {
    bool more = false;
    fputc('\n', stderr);
    if (entry->length == 0) return NULL;
    Value code = compile_entry(entry, number, &more);
    if (code || error_set()) return code;
    return entry_add(entry, str_from_char('\n')) ? compile_entry(entry, number, &more) : NULL;
}

/* Reads lines until they make a statement. NULL: none came of it, and an exception is set unless nothing was typed. */
static Value read_statement(Entry *entry, size_t number, bool *ended) {
    Value code = NULL;
    bool more = true;
    entry->length = 0;
    while (!code && more) {
        Value line = read_line(entry->length ? "ps2" : "ps1");
        if (!line) *ended = !error_matches(&type_KeyboardInterrupt); /* what cannot be read now cannot be read later */
        if (!line) return NULL;
        *ended = str_length(line) == 0;
        bool added = entry_add(entry, line);
        release(line);
        if (*ended) return end_statement(entry, number);
        if (!added || is_blank(entry)) return NULL;
        if (entry->text[entry->length - 1] != '\n') continue;
        code = compile_entry(entry, number, &more);
        if (more) error_clear();
    }
    return code;
}

/* -1: go on; otherwise the exit status. *ended: there is no input left, nor anything begun. */
static int step(Entry *entry, size_t *number, bool *ended) {
    Value code = read_statement(entry, *number, ended);
    *ended = *ended && entry->length == 0;
    if (!code) return !error_set() ? -1 : error_matches(&type_KeyboardInterrupt) ? abandon() : (++*number, report());
    ++*number;
    bool ok = run_code(code);
    release(code);
    return ok ? -1 : report();
}

static void print_banner(void) {
    Ref version = module_peek_text(rt()->sys_module, "version");
    Utf8 text;
    if (!version || !is_str(version) || !str_utf8(version, &text, true)) return error_clear();
    fprintf(stderr,
            "Python %s on linux\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
            text.text);
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
    return status < 0 ? 0 : status;
}
