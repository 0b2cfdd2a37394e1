#include "lib/print_traceback.h"

#include "lib/carets.h"
#include "lib/exception_text.h"
#include "lib/file.h"
#include "lib/source_cache.h"
#include "lib/sys_files.h"
#include "runtime/base/arena.h"
#include "runtime/code.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

enum {
    REPEATS_SHOWN = 3, /* of a frame that is the same line again and again */
    GROUP_WIDTH = 15,  /* exceptions shown of one group */
    GROUP_DEPTH = 10,  /* groups shown within groups */
};

/* The exceptions to be shown: which hangs below which is settled before anything is printed, so that a cycle of
 * contexts ends, and one that belongs to several is shown once. */
typedef struct Node Node;
struct Node {
    Value exception; /* owned */
    Node *cause;     /* or NULL */
    Node *context;   /* or NULL */
    Node **members;  /* of a group */
    size_t member_count;
    bool is_group;
    Node *all_next; /* made before this one */
    Node *next;     /* on the stack of those whose own chain is still to be made */
};

typedef struct Printer {
    StrBuilder *b;     /* output */
    Arena arena;       /* nodes */
    Node *all;         /* every node */
    Node *stack;       /* nodes still to be followed */
    SourceCache cache; /* lines */
    size_t depth;      /* groups around what is printed */
    bool need_close;   /* the innermost group's box is still open below */
    bool is_plain;     /* no marks below the lines */
} Printer;

/* Nodes. */

static bool is_seen(const Printer *p, Ref exception) {
    for (const Node *node = p->all; node; node = node->all_next)
        if (node->exception == exception) return true;
    return false;
}

static Node *new_node(Printer *p, Ref exception) {
    Node *node = ARENA_NEW(&p->arena, Node);
    node->exception = retain(exception);
    node->all_next = p->all;
    p->all = node;
    return node;
}

static void push(Printer *p, Node *node) {
    node->next = p->stack;
    p->stack = node;
}

static Node *new_unless_seen(Printer *p, Ref exception) {
    return exception && !is_seen(p, exception) ? new_node(p, exception) : NULL;
}

static void make_members(Printer *p, Node *node, Ref exceptions) {
    node->is_group = true;
    node->member_count = tuple_count(exceptions);
    node->members = ARENA_ARRAY(&p->arena, Node *, node->member_count ? node->member_count : 1);
    for (size_t i = 0; i < node->member_count; i++) node->members[i] = new_node(p, tuple_peek(exceptions, i));
}

static void follow(Printer *p, Node *node) {
    const Exception *e = as_exception(node->exception);
    node->cause = new_unless_seen(p, e->cause);
    if (!node->cause && !e->suppress_context) node->context = new_unless_seen(p, e->context);
    if (type_is_subtype(e->head.type, &type_BaseExceptionGroup)) {
        Ref exceptions = exception_field_peek(node->exception, FIELD_EXCEPTIONS);
        if (is_tuple(exceptions)) make_members(p, node, exceptions);
    }
    if (node->cause) push(p, node->cause);
    if (node->context) push(p, node->context);
    for (size_t i = 0; i < node->member_count; i++) push(p, node->members[i]);
}

static Node *make_nodes(Printer *p, Ref exception) {
    Node *root = new_node(p, exception);
    push(p, root);
    while (p->stack) {
        Node *node = p->stack;
        p->stack = node->next;
        follow(p, node);
    }
    return root;
}

/* Lines. */

static void margin(Printer *p, char mark) {
    builder_repeat(p->b, ' ', 2 * p->depth);
    if (!p->depth) return;
    builder_char(p->b, (uint32_t)(uint8_t)mark);
    builder_char(p->b, ' ');
}

static void line(Printer *p, const char *text) {
    margin(p, '|');
    builder_text(p->b, text);
    builder_char(p->b, '\n');
}

/* Text of several lines, each behind the margin; ends in a newline. */
static void lines_of(Printer *p, Ref text) {
    size_t length = str_length(text), begin = 0;
    while (begin < length) {
        int64_t newline = str_find(text, str_from_char('\n'), begin, length);
        size_t end = newline < 0 ? length : (size_t)newline + 1;
        margin(p, '|');
        builder_slice(p->b, text, begin, end);
        begin = end;
    }
}

static void caret_line(void *context, const char *text, size_t length) {
    Printer *p = context;
    margin(p, '|');
    builder_text(p->b, "    ");
    builder_utf8(p->b, text, length);
    builder_char(p->b, '\n');
}

/* Frames. */

static Traceback *as_traceback(Ref v) { return (Traceback *)object_of(v); }

static void frame(Printer *p, Ref traceback) {
    const Traceback *t = as_traceback(traceback);
    const Code *code = as_code(t->code);
    const CodeLocation *location = code_location(code, t->instruction);
    uint32_t line = traceback_line(t);
    margin(p, '|');
    builder_text(p->b, "  File \"");
    exception_text_filename(p->b, code->filename);
    if (line) builder_format(p->b, "\", line %u, in %S\n", line, code->name);
    else builder_format(p->b, "\", line None, in %S\n", code->name);
    const Source *source = line && location ? source_cache_get(&p->cache, code->filename) : NULL;
    if (!source) return;
    CodeLocation shown = *location;
    if (shown.line != line || p->is_plain)
        shown = (CodeLocation){.line = line, .end_line = line, .column = UINT16_MAX, .end_column = UINT16_MAX};
    carets_show(source, &shown, caret_line, p);
}

static bool same_line(Ref a, Ref b) {
    const Traceback *x = as_traceback(a), *y = as_traceback(b);
    return traceback_line(x) == traceback_line(y) &&
           (x->code == y->code || (str_equal(as_code(x->code)->filename, as_code(y->code)->filename) &&
                                   str_equal(as_code(x->code)->name, as_code(y->code)->name)));
}

static void repeated(Printer *p, size_t count) {
    if (count <= REPEATS_SHOWN) return;
    count -= REPEATS_SHOWN;
    margin(p, '|');
    builder_format(p->b, "  [Previous line repeated %zu more time%s]\n", count, count > 1 ? "s" : "");
}

/* sys.tracebacklimit: only the innermost frames are shown. Returns the first of them, or NULL when that is none. */
static Ref first_shown(Ref traceback) {
    Ref limit = rt()->sys ? dict_peek_text(rt()->sys, "tracebacklimit") : NULL;
    int64_t most, count = 0;
    if (!limit || !is_int(limit) || !int_as_int64(limit, &most)) return traceback;
    for (Ref t = traceback; t; t = as_traceback(t)->next) count++;
    for (; traceback && count > most; count--) traceback = as_traceback(traceback)->next;
    return traceback;
}

static void frames(Printer *p, Ref traceback) {
    size_t count = 0;
    Ref last = NULL;
    for (Ref t = traceback; t; t = as_traceback(t)->next) {
        if (!last || !same_line(last, t)) {
            repeated(p, count);
            count = 0;
        }
        last = t;
        if (++count <= REPEATS_SHOWN) frame(p, t);
    }
    repeated(p, count);
}

/* Exceptions. */

static void node_chain(Printer *p, const Node *node);

static void exception_lines(Printer *p, const Node *node) {
    Value text = exception_text(node->exception, true);
    if (text) lines_of(p, text);
    else error_clear();
    release_maybe(text);
}

static void traceback_lines(Printer *p, Ref exception, const char *title, char mark) {
    Ref first = first_shown(as_exception(exception)->traceback);
    if (!first) return;
    margin(p, mark);
    builder_text(p->b, title);
    frames(p, first);
}

static void member(Printer *p, const Node *node, size_t i, size_t shown) {
    bool is_last = i + 1 == shown;
    if (is_last) p->need_close = true;
    builder_repeat(p->b, ' ', 2 * p->depth);
    builder_text(p->b, i == 0 ? "+-" : "  ");
    if (i < GROUP_WIDTH) builder_format(p->b, "+---------------- %zu ----------------\n", i + 1);
    else builder_text(p->b, "+---------------- ... ----------------\n");
    p->depth++;
    if (i < GROUP_WIDTH) {
        node_chain(p, node->members[i]);
    } else {
        size_t more = node->member_count - GROUP_WIDTH;
        margin(p, '|');
        builder_format(p->b, "and %zu more exception%s\n", more, more > 1 ? "s" : "");
    }
    if (is_last && p->need_close) {
        builder_repeat(p->b, ' ', 2 * p->depth);
        builder_text(p->b, "+------------------------------------\n");
        p->need_close = false;
    }
    p->depth--;
}

static void group(Printer *p, const Node *node) {
    bool top = p->depth == 0;
    if (top) p->depth++;
    traceback_lines(p, node->exception, "Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
    exception_lines(p, node);
    size_t shown = node->member_count <= GROUP_WIDTH ? node->member_count : GROUP_WIDTH + 1;
    p->need_close = false;
    for (size_t i = 0; i < shown; i++) member(p, node, i, shown);
    if (top) p->depth = 0;
}

static void one(Printer *p, const Node *node) {
    if (!node->is_group) {
        traceback_lines(p, node->exception, "Traceback (most recent call last):\n", '|');
        exception_lines(p, node);
    } else if (p->depth > GROUP_DEPTH) {
        margin(p, '|');
        builder_format(p->b, "... (max_group_depth is %d)\n", GROUP_DEPTH);
    } else {
        group(p, node);
    }
}

static void blank_around(Printer *p, const char *text) {
    line(p, "");
    line(p, text);
    line(p, "");
}

/* What came first is shown first; chains may be long. */
static void node_chain(Printer *p, const Node *node) {
    size_t count = 0;
    for (const Node *n = node; n; n = n->cause ? n->cause : n->context) count++;
    const Node **nodes = ARENA_ARRAY(&p->arena, const Node *, count);
    for (size_t i = count; i-- > 0; node = node->cause ? node->cause : node->context) nodes[i] = node;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            blank_around(p, nodes[i]->cause ? "The above exception was the direct cause of the following exception:"
                                            : "During handling of the above exception, another exception occurred:");
        one(p, nodes[i]);
    }
}

static void printer_done(Printer *p) {
    source_cache_done(&p->cache);
    for (Node *node = p->all; node; node = node->all_next) release(node->exception);
    arena_free(&p->arena);
}

static bool printer_start(Printer *p, StrBuilder *b) {
    *p = (Printer){.b = b};
    return arena_init(&p->arena) || (raise_memory(), false);
}

bool traceback_format(StrBuilder *b, Ref exception, bool chain) {
    Printer p;
    if (!printer_start(&p, b)) return false;
    const Node *node = make_nodes(&p, exception);
    if (chain) node_chain(&p, node);
    else one(&p, node);
    printer_done(&p);
    return !b->failed;
}

bool traceback_format_plain(StrBuilder *b, Ref exception) {
    Printer p;
    if (!printer_start(&p, b)) return false;
    p.is_plain = true;
    traceback_lines(&p, exception, "Traceback (most recent call last):\n", '|');
    exception_text_line(b, exception);
    printer_done(&p);
    return !b->failed;
}

bool traceback_format_entry(StrBuilder *b, Ref traceback) {
    Printer p;
    if (!printer_start(&p, b)) return false;
    frame(&p, traceback);
    printer_done(&p);
    return !b->failed;
}

/* Where the text goes when sys.stderr cannot take it. */
static void write_to_stderr(Ref text) {
    Utf8 utf8;
    if (!str_utf8(text, &utf8, true)) return error_clear();
    fwrite(utf8.text, 1, utf8.length, stderr);
    str_utf8_done(&utf8);
}

void traceback_print(Ref exception) {
    Value file = retain_maybe(sys_file_peek("stderr"));
    StrBuilder b;
    builder_init(&b);
    Value text = traceback_format(&b, exception, true) ? builder_finish(&b) : (builder_abandon(&b), NULL);
    if (!text) error_clear();
    if (text && !file) write_to_stderr(text);
    else if (text && !is_none(file) && !file_write_any(file, text)) error_clear();
    release_maybe(text);
    release_maybe(file);
}
