#include "lib/repl/line_edit.h"
#include "lib/cli/interrupt.h"

#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <wchar.h>

#include "lib/file.h"
#include "lib/sys_files.h"
#include "runtime/base/utf8.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/state.h"
#include "runtime/str.h"

/* What we use of libedit, by its interface (histedit.h): the library is loaded at run time, so its header is not needed
 * to build. */
typedef struct editline EditLine;
typedef struct history History;
typedef struct HistEvent {
    int number;
    const char *text;
} HistEvent;

enum { EL_PROMPT = 0, EL_EDITOR = 2, EL_SIGNAL = 3, EL_BIND = 4, EL_HIST = 10, EL_GETCFN = 13 };
enum { H_SETSIZE = 1, H_ENTER = 10, H_LOAD = 17, H_SAVE = 18, H_SETUNIQUE = 20 };
enum { HISTORY_LINES = 1000 };

typedef struct Libedit {
    EditLine *(*init)(const char *program, FILE *in, FILE *out, FILE *errors);
    void (*end)(EditLine *);
    const char *(*gets)(EditLine *, int *count);
    int (*set)(EditLine *, int option, ...);
    int (*source)(EditLine *, const char *path);
    History *(*history_init)(void);
    void (*history_end)(History *);
    int (*history)(History *, HistEvent *, int operation, ...);
} Libedit;

struct LineEditor {
    Libedit lib;        /* its functions */
    EditLine *edit;     /* the editor */
    History *past;      /* lines of this and earlier runs */
    char *history_path; /* file that keeps them, or NULL */
    const char *prompt; /* while a line is read */
};

static bool load(Libedit *lib) {
    static const char *const symbols[] = {"el_init",   "el_end",       "el_gets",     "el_set",
                                          "el_source", "history_init", "history_end", "history"};
    void *handle = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
    void **functions = (void **)(void *)lib;
    _Static_assert(sizeof symbols / sizeof *symbols == sizeof(Libedit) / sizeof(void *), "a symbol for each function");
    for (size_t i = 0; handle && i < sizeof symbols / sizeof *symbols; i++) {
        functions[i] = dlsym(handle, symbols[i]);
        if (!functions[i]) return false;
    }
    return handle != NULL;
}

static const char *show_prompt(EditLine *edit) { return rt()->line_editor->prompt; }

/* Bytes that follow the first one of a character in UTF-8. */
static int trailing_bytes(uint8_t first) { return first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0; }

/* Reads one character. libedit's own function would go on reading after Ctrl-C. */
static int read_character(EditLine *edit, wchar_t *result) {
    char bytes[8] = {0};
    for (int have = 0, need = 1; have < need;) {
        if (!interrupt_wait_for_input()) return errno = EINTR, -1;
        ssize_t got = read(0, bytes + have, 1);
        if (got < 0 && errno == EINTR && !(rt()->pending & PENDING_SIGNAL)) continue;
        if (got <= 0) return (int)got;
        if (have++ == 0) need += trailing_bytes((uint8_t)bytes[0]);
    }
    Utf8Error error;
    const char *cursor = bytes;
    *result = utf8_check(bytes, strlen(bytes), UTF8_STRICT, &error) && *bytes ? (wchar_t)utf8_decode(&cursor)
                                                                              : (wchar_t)(uint8_t)*bytes;
    return 1;
}

static char *find_history_path(void) {
    const char *chosen = getenv("OURO_HISTORY"), *home = getenv("HOME");
    char *path = NULL;
    if (chosen) return *chosen ? strdup(chosen) : NULL;
    if (!home || asprintf(&path, "%s/.ouro_history", home) < 0) return NULL;
    return path;
}

static bool open_editor(LineEditor *e) {
    HistEvent event;
    setlocale(LC_CTYPE, "C.UTF-8"); /* what libedit writes */
    e->edit = e->lib.init("ouro", stdin, stdout, stderr);
    e->past = e->edit ? e->lib.history_init() : NULL;
    if (!e->past) return false;
    e->lib.history(e->past, &event, H_SETSIZE, HISTORY_LINES);
    e->lib.history(e->past, &event, H_SETUNIQUE, 1);
    if (e->history_path) e->lib.history(e->past, &event, H_LOAD, e->history_path);
    e->lib.set(e->edit, EL_PROMPT, show_prompt);
    e->lib.set(e->edit, EL_GETCFN, read_character);
    e->lib.set(e->edit, EL_EDITOR, "emacs");
    e->lib.set(e->edit, EL_SIGNAL, 0);
    e->lib.set(e->edit, EL_HIST, e->lib.history, e->past);
    e->lib.set(e->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
    e->lib.source(e->edit, NULL);
    return true;
}

static void close_editor(LineEditor *e) {
    if (e->past) e->lib.history_end(e->past);
    if (e->edit) e->lib.end(e->edit);
    free(e->history_path);
    free(e);
}

/* The runtime's editor, opened when there is none; NULL when there is no libedit or no terminal that it can use. */
static LineEditor *get_editor(void) {
    LineEditor *e = rt()->line_editor;
    const char *terminal = getenv("TERM");
    if (e || !terminal || strcmp(terminal, "dumb") == 0) return e;
    e = calloc(1, sizeof *e);
    if (!e || !load(&e->lib)) return free(e), NULL;
    rt()->line_editor = e;
    e->history_path = find_history_path();
    if (open_editor(e)) return e;
    rt()->line_editor = NULL;
    close_editor(e);
    return NULL;
}

static Value raise_interrupt(void) {
    if (runtime_poll()) raise(&type_KeyboardInterrupt, "");
    return NULL;
}

static bool is_blank(const char *text) { return text[strspn(text, " \t\r\n")] == '\0'; }

static Value read_edited(LineEditor *e, const char *prompt) {
    HistEvent event;
    int count = 0;
    e->prompt = prompt;
    const char *line = e->lib.gets(e->edit, &count);
    if (rt()->pending & PENDING_SIGNAL) return raise_interrupt();
    if (!line || count <= 0) return str_empty();
    if (!is_blank(line)) e->lib.history(e->past, &event, H_ENTER, line);
    return str_from_utf8(line, (size_t)count);
}

/* From sys.__stdin__, or a file made for the moment. */
static Value read_plain(const char *prompt, FILE *prompt_file) {
    fputs(prompt, prompt_file);
    fflush(prompt_file);
    Ref in = sys_file_peek("__stdin__");
    if (!in || !is_file(in)) return str_empty();
    Value file = retain(in), line = file_is_closed(file) ? str_empty() : file_read_line(file, -1);
    release(file);
    return line;
}

Value line_edit_read(Ref prompt) {
    Utf8 text;
    if (!str_utf8(prompt, &text, true)) return NULL;
    bool terminal = isatty(0) && isatty(1);
    LineEditor *e = terminal ? get_editor() : NULL;
    Value line = e ? read_edited(e, text.text) : read_plain(text.text, terminal ? stdout : stderr);
    str_utf8_done(&text);
    return line;
}

void line_edit_end(void) {
    LineEditor *e = rt()->line_editor;
    HistEvent event;
    if (!e) return;
    if (e->history_path) e->lib.history(e->past, &event, H_SAVE, e->history_path);
    rt()->line_editor = NULL;
    close_editor(e);
}
