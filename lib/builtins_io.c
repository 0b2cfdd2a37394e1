/* lib/builtins_io.c - print and input. */
#include <stdio.h>
#include <unistd.h>

#include "lib/builtins.h"
#include "lib/file.h"
#include "lib/io.h"
#include "lib/prompt.h"
#include "lib/sys_files.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* sys.<name>, borrowed; NULL with RuntimeError when it was deleted, or when it is None and function ("input(): ") needs
 * it. */
static Ref standard_file(const char *name, const char *function) {
    Ref file = sys_file_peek(name);
    if (file && (!*function || !is_none(file))) return file;
    raise(&type_RuntimeError, "%slost sys.%s", function, name);
    return NULL;
}

/* sep or end: str or None for the default. */
static bool print_text(Ref *text, const char *name, Ref missing) {
    if (is_none(*text)) *text = missing;
    return is_str(*text) || raise_false(&type_TypeError, "%s must be None or a string, not %T", name, *text);
}

static bool write_item(Ref file, Ref item) {
    if (is_exact(item, &type_str)) return file_write_any(file, item);
    Value write = is_file(file) ? NULL : getattr(file, NAME(write)); /* it must have one before anything is shown */
    Value text = write || is_file(file) ? str_of(item) : NULL, written = NULL;
    bool ok = text && (write ? (written = call_1(write, text)) != NULL : file_write_any(file, text));
    release_maybe(write);
    release_maybe(text);
    release_maybe(written);
    return ok;
}

static bool flush_any(Ref file) {
    if (is_file(file)) return file_flush(file);
    Value result = call_method(file, NAME(flush), NULL, 0);
    release_maybe(result);
    return result != NULL;
}

static Value py_print(const Ref *args) {
    Ref items = args[0], sep = args[1], end = args[2], file = args[3];
    Lookup flush = truth(args[4]);
    if (flush == FAILED || !print_text(&sep, "sep", str_from_char(' ')) ||
        !print_text(&end, "end", str_from_char('\n')))
        return NULL;
    if (is_none(file)) {
        file = standard_file("stdout", "");
        if (!file) return NULL;
        if (is_none(file)) return VALUE_NONE;
    }
    Value held = retain(file);
    bool ok = true;
    for (size_t i = 0; ok && i < tuple_count(items); i++) {
        if (i > 0) ok = write_item(held, sep);
        ok = ok && write_item(held, tuple_peek(items, i));
    }
    ok = ok && write_item(held, end);
    ok = ok && (flush == MISSING || flush_any(held));
    release(held);
    return ok ? VALUE_NONE : NULL;
}

/* A line, str or bytes, without its newline, or EOFError. */
static Value strip_newline(Value line) {
    if (!line) return NULL;
    bool text = is_str(line);
    size_t length = text ? str_length(line) : bytes_length(line);
    if (length == 0) {
        release(line);
        return raise(&type_EOFError, "EOF when reading a line");
    }
    if ((text ? str_at(line, length - 1) : bytes_data(line)[length - 1]) != '\n') return line;
    Value stripped = text ? str_slice(line, 0, length - 1) : bytes_from(bytes_data(line), length - 1);
    release(line);
    return stripped;
}

/* Both are the standard files, and a person sits at them. */
static bool on_terminal(Ref in, Ref out) {
    return is_file(in) && is_file(out) && file_descriptor(in) == 0 && file_descriptor(out) == 1 && isatty(0) &&
           isatty(1);
}

/* Shows a prompt on what is no terminal, and then what was printed before. Only writing it can fail. */
static bool show_prompt(Ref out, Ref prompt) {
    if (str_length(prompt) && !file_write_any(out, prompt)) return false;
    if (!flush_any(out)) error_clear();
    return true;
}

/* A line without its newline from in; the prompt is written before. */
static Value ask(Ref in, Ref out, Ref text) {
    Value prompt = str_of(text), line = NULL;
    if (!prompt) return NULL;
    if (on_terminal(in, out)) {
        if (file_flush(out)) line = prompt_line(prompt);
    } else if (show_prompt(out, prompt)) {
        line = is_file(in) ? file_read_line(in, -1) : call_method(in, NAME(readline), NULL, 0);
        if (line && !is_str(line) && !is_bytes(line)) {
            release(line);
            line = raise(&type_TypeError, "object.readline() returned non-string");
        }
    }
    release(prompt);
    return strip_newline(line);
}

static Value py_input(const Ref *args) {
    Ref in = standard_file("stdin", "input(): "), out = in ? standard_file("stdout", "input(): ") : NULL;
    if (!out || !standard_file("stderr", "input(): ")) return NULL;
    Value kept_in = retain(in), kept_out = retain(out); /* their methods may put others there */
    Value line = ask(in, out, args[0]);
    release(kept_out);
    release(kept_in);
    return line;
}

const NativeDef builtins_io_functions[] = {
    {"print(*args, sep=' ', end='\\n', file=None, flush=False)", py_print,
     DOC("Write the values as text.\n\n"
         "  sep\n    what stands between them\n"
         "  end\n    what follows the last\n"
         "  file\n    where to write; sys.stdout unless given\n"
         "  flush\n    whether to flush it then"),
     0},
    {"input(prompt='', /)", py_input,
     DOC("Read a line of standard input, without its newline. The prompt is written before."), 0},
    {"open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
     py_io_open, DOC("Open a file, by its path or descriptor. Raises OSError."), 0},
    {0},
};
