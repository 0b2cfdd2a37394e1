#include "lib/carets.h"

#include <string.h>

#include "parser/parse.h"
#include "runtime/base/diag.h"
#include "runtime/base/ucd.h"
#include "runtime/base/utf8.h"

typedef struct Line {
    const char *text; /* UTF-8, without blanks at the end */
    size_t length;    /* bytes */
} Line;

/* A place in the lines shown: byte `at` of line `line`, both from 0. */
typedef struct Place {
    size_t line, at;
} Place;

/* The lines of an instruction, and which part of them it is. */
typedef struct Shown {
    Arena *arena;     /* for texts made on the way */
    Line *lines;      /* without the indentation that all have */
    size_t count;     /* of lines */
    size_t start;     /* byte of the first line where the instruction begins */
    size_t end;       /* byte of the last line where it ends */
    bool has_anchors; /* some of it is marked ^ and the rest ~; otherwise all of it ^ */
    Place left;       /* where the ^ begin */
    Place right;      /* where they end */
} Shown;

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 28 && c <= 31); }

size_t carets_width(const char *text, size_t bytes) {
    if (utf8_is_ascii(text, bytes)) return bytes;
    size_t width = 0;
    for (const char *p = text, *end = text + bytes; p < end;) width += ucd_is_wide(utf8_decode(&p)) ? 2 : 1;
    return width;
}

/* Lines. */

static size_t leading_blanks(const Line *line) {
    size_t i = 0;
    while (i < line->length && (line->text[i] == ' ' || line->text[i] == '\t')) i++;
    return i;
}

/* Bytes of indentation that all lines share, empty ones left aside. */
static size_t common_indent(const Line *lines, size_t count) {
    const Line *first = NULL;
    size_t common = 0;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].length == 0) continue;
        if (!first) {
            first = &lines[i];
            common = leading_blanks(first);
        }
        size_t same = 0;
        while (same < common && same < lines[i].length && lines[i].text[same] == first->text[same]) same++;
        common = same;
    }
    return common;
}

/* Takes the lines of the location. False when there is nothing to show. */
static bool take_lines(Shown *s, const Source *source, const CodeLocation *location) {
    if (location->line == 0 || location->line > source->line_count) return false;
    uint32_t last = location->end_line < location->line ? location->line : location->end_line;
    bool any = false;
    s->count = last - location->line + 1;
    s->lines = ARENA_ARRAY(s->arena, Line, s->count);
    for (size_t i = 0; i < s->count; i++) {
        Line *line = &s->lines[i];
        line->length = source_line(source, location->line + (uint32_t)i, &line->text);
        while (line->length && is_blank(line->text[line->length - 1])) line->length--;
        any = any || line->length;
    }
    return any;
}

static size_t clamp(size_t at, size_t limit) { return at < limit ? at : limit; }
static size_t minus(size_t a, size_t b) { return a > b ? a - b : 0; }

/* Drops the common indentation and finds the instruction's first and last byte. */
static void dedent(Shown *s, const CodeLocation *location) {
    size_t common = common_indent(s->lines, s->count);
    Line *last = &s->lines[s->count - 1];
    s->start = minus(clamp(location->column, s->lines[0].length), common);
    s->end = minus(clamp(location->end_column, last->length), common);
    for (size_t i = 0; i < s->count; i++) {
        size_t indent = clamp(common, s->lines[i].length);
        s->lines[i].text += indent;
        s->lines[i].length -= indent;
    }
}

/* Anchors: the operator of a binary operation, the brackets of a subscript or call. */

/* The lines joined, with something before and behind. */
static char *join(const Shown *s, const char *before, const Line *lines, const char *behind) {
    size_t length = strlen(before) + strlen(behind) + 1;
    for (size_t i = 0; i < s->count; i++) length += lines[i].length + 1;
    char *text = arena_alloc(s->arena, length), *to = stpcpy(text, before);
    for (size_t i = 0; i < s->count; i++) {
        memcpy(to, lines[i].text, lines[i].length);
        to += lines[i].length;
        if (i + 1 < s->count) *to++ = '\n';
    }
    strcpy(to, behind);
    return text;
}

static const ModuleTree *parse(Arena *arena, const char *text) {
    Diag diag = {.arena = arena};
    Source source = {0};
    const ModuleTree *tree = source_from_text(&source, "", text, strlen(text), &diag)
                                 ? parse_source(&source, arena, PARSE_FILE, &diag)
                                 : NULL;
    source_free(&source);
    return tree;
}

/* The next place at or behind p that holds a character. False: there is none. */
static bool settle(const Line *lines, size_t count, Place *p) {
    while (p->line < count && p->at >= lines[p->line].length) {
        p->line++;
        p->at = 0;
    }
    return p->line < count;
}

/* Moves to the next character that stop accepts, past comments and line joints. */
static bool seek(const Line *lines, size_t count, Place *p, bool (*stop)(char)) {
    for (;;) {
        if (!settle(lines, count, p)) return false;
        char c = lines[p->line].text[p->at];
        if (c == '\\' || c == '#') {
            p->line++;
            p->at = 0;
        } else if (stop(c)) {
            return true;
        } else {
            p->at++;
        }
    }
}

static bool is_operator(char c) { return !is_blank(c) && c != ')'; }
static bool is_bracket(char c) { return c == '['; }
static bool is_parenthesis(char c) { return c == '('; }

/* The text was parsed behind "(" and a newline. */
static Place place_of(Position position) { return (Place){position.line - 2, position.column}; }

static bool operator_anchors(Shown *s, const Line *lines, const Expr *e) {
    Place at = place_of(e->bin_op.left->where.end), right = place_of(e->bin_op.right->where.begin);
    if (!settle(lines, s->count, &at) || !seek(lines, s->count, &at, is_operator)) return false;
    const Line *line = &lines[at.line];
    size_t next = at.at + 1;
    bool before_right = right.line > at.line || next < right.at;
    bool two = next < line->length && before_right && !is_blank(line->text[next]) && !strchr("\\#", line->text[next]);
    s->left = at;
    s->right = (Place){at.line, next + two};
    return true;
}

static bool bracket_anchors(Shown *s, const Line *lines, const Expr *e, const Expr *inner, bool (*stop)(char)) {
    Place at = place_of(inner->where.end);
    if (!settle(lines, s->count, &at) || !seek(lines, s->count, &at, stop)) return false;
    s->left = at;
    s->right = place_of(e->where.end);
    return true;
}

static void find_anchors(Shown *s) {
    Line *lines = ARENA_ARRAY(s->arena, Line, s->count);
    memcpy(lines, s->lines, s->count * sizeof *lines);
    lines[s->count - 1].length = s->end;
    lines[0].text += s->start;
    lines[0].length = minus(lines[0].length, s->start);
    const ModuleTree *tree = parse(s->arena, join(s, "(\n", lines, "\n)"));
    if (!tree || tree->body.count != 1 || tree->body.items[0]->kind != STMT_EXPR) return;
    const Expr *e = tree->body.items[0]->expr.value;
    switch (e->kind) {
    case EXPR_BIN_OP: s->has_anchors = operator_anchors(s, lines, e); break;
    case EXPR_SUBSCRIPT: s->has_anchors = bracket_anchors(s, lines, e, e->subscript.value, is_bracket); break;
    case EXPR_CALL: s->has_anchors = bracket_anchors(s, lines, e, e->call.func, is_parenthesis); break;
    default: break;
    }
    if (!s->has_anchors) return;
    if (s->left.line == 0) s->left.at += s->start;
    if (s->right.line == 0) s->right.at += s->start;
}

/* Whether to mark at all. */

static const Expr *plain_call(const Stmt *stmt) {
    if (stmt->kind == STMT_RETURN) {
        const Expr *value = stmt->return_.value;
        return value && value->kind == EXPR_CALL && value->call.func->kind == EXPR_NAME ? value : NULL;
    }
    if (stmt->kind != STMT_ASSIGN || stmt->assign.targets.count != 1 ||
        stmt->assign.targets.items[0]->kind != EXPR_NAME)
        return NULL;
    return stmt->assign.value->kind == EXPR_CALL ? stmt->assign.value : NULL;
}

/* `return f(...)` and `x = f(...)` on lines of their own need no marks; neither does what fills its lines, nor the
 * beginning of a generator, which is no text at all. */
static bool wants_marks(const Shown *s) {
    if (s->count == 1 && s->end <= s->start) return false;
    const ModuleTree *tree = parse(s->arena, join(s, "", s->lines, "\n"));
    const Line *last = &s->lines[s->count - 1];
    if (tree && tree->body.count == 0) return false;
    const Expr *call = tree ? plain_call(tree->body.items[0]) : NULL;
    if (call && call->where.begin.line == 1 && call->where.end.line == s->count &&
        call->where.begin.column == utf8_count(s->lines[0].text, s->start) &&
        call->where.end.column == utf8_count(last->text, s->end))
        return false;
    if (s->has_anchors) return true;
    for (size_t i = 0; i < s->start; i++)
        if (!is_blank(s->lines[0].text[i])) return true;
    return s->end < last->length;
}

/* Showing. */

static void emit_line(const Shown *s, size_t index, bool marks, CaretEmit emit, void *context) {
    const Line *line = &s->lines[index];
    emit(context, line->text, line->length);
    if (!marks) return;
    bool is_last = index + 1 == s->count;
    size_t columns = carets_width(line->text, is_last ? s->end : line->length), indent = 0;
    size_t begin = index == 0 ? carets_width(line->text, s->start) : 0, left = SIZE_MAX, right = 0;
    while (indent < line->length && is_blank(line->text[indent])) indent++;
    if (s->has_anchors) {
        const Place *a = &s->left, *b = &s->right;
        left = index > a->line ? 0 : index < a->line ? SIZE_MAX : carets_width(line->text, clamp(a->at, line->length));
        right = index < b->line ? SIZE_MAX : index > b->line ? 0 : carets_width(line->text, clamp(b->at, line->length));
    }
    char *text = arena_alloc(s->arena, columns + 1);
    for (size_t i = 0; i < columns; i++)
        text[i] = i < indent || i < begin ? ' ' : !s->has_anchors || (i >= left && i < right) ? '^' : '~';
    while (columns && text[columns - 1] == ' ') columns--; /* a line of blanks shows as an empty one */
    emit(context, text, columns);
}

static bool is_near(size_t index, size_t line) { return index + 1 >= line && index <= line + 1; }

static bool is_significant(const Shown *s, size_t index) {
    if (index == 0 || index + 1 == s->count) return true;
    return s->has_anchors && (is_near(index, s->left.line) || is_near(index, s->right.line));
}

/* Lines far from anything marked are counted, not shown. */
static void emit_all(const Shown *s, bool marks, CaretEmit emit, void *context) {
    for (size_t i = 0; i < s->count; i++) {
        size_t skipped = 0;
        while (!is_significant(s, i + skipped)) skipped++;
        if (skipped > 1) {
            const char *text = arena_format(s->arena, "...<%zu lines>...", skipped);
            emit(context, text, strlen(text));
            i += skipped;
        }
        emit_line(s, i, marks, emit, context);
    }
}

/* Without columns the first line stands alone. */
static void emit_first(const Line *line, CaretEmit emit, void *context) {
    size_t begin = 0;
    while (begin < line->length && is_blank(line->text[begin])) begin++;
    emit(context, line->text + begin, line->length - begin);
}

void carets_show(const Source *source, const CodeLocation *location, CaretEmit emit, void *context) {
    Arena arena;
    if (!arena_init(&arena)) return;
    Shown s = {.arena = &arena};
    if (take_lines(&s, source, location)) {
        if (location->column == UINT16_MAX || location->end_column == UINT16_MAX) {
            emit_first(&s.lines[0], emit, context);
        } else {
            dedent(&s, location);
            find_anchors(&s);
            emit_all(&s, wants_marks(&s), emit, context);
        }
    }
    arena_free(&arena);
}
