/* lib/builtins_code.c - built-in functions that run code: eval, exec, compile, __import__, __build_class__. */
#include "lib/builtins.h"
#include "lib/path.h"
#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_methods.h"
#include "runtime/tuple.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/import.h"
#include "vm/interp/names.h"
#include "vm/run.h"

/* Source text of a str, bytes or bytearray. */
typedef struct SourceText {
    Utf8 utf8;     /* of a str */
    ByteView view; /* of bytes */
    bool is_bytes; /* which one */
} SourceText;

static bool source_text(Ref source, const char *function, const char *kinds, SourceText *text) {
    text->is_bytes = !is_str(source);
    if (!text->is_bytes) return str_utf8(source, &text->utf8, false);
    if (byte_view_try(source, &text->view)) return true;
    return raise_false(&type_TypeError, "%s() arg 1 must be a string, bytes or %s object", function, kinds);
}

static void source_text_done(SourceText *text) {
    if (text->is_bytes) byte_view_done(&text->view);
    else str_utf8_done(&text->utf8);
}

static Value compile_text(const SourceText *text, Ref filename, const CompileOptions *options, bool strip) {
    const char *start = text->is_bytes ? (const char *)text->view.data : text->utf8.text;
    size_t length = text->is_bytes ? text->view.length : text->utf8.length;
    while (strip && length && (*start == ' ' || *start == '\t')) start++, length--;
    return run_compile(start, length, filename, text->is_bytes ? ORIGIN_BYTES : ORIGIN_STR, options, NULL);
}

/* The features that the running code imported from __future__ hold for what it compiles. */
static uint32_t inherited_future(void) {
    const Frame *frame = vm_of()->frame;
    return frame->flags & FRAME_BASE ? 0 : frame->code->flags & CODE_FUTURE_ANNOTATIONS;
}

/* Bits of compile()'s flags, as CPython's ast and codeop modules know them. */
enum {
    FLAG_NESTED = 0x10, /* obsolete, as are the features that are no choice any more */
    FLAG_DONT_IMPLY_DEDENT = 0x200,
    FLAG_ONLY_AST = 0x400,
    FLAG_TYPE_COMMENTS = 0x1000,
    FLAG_TOP_LEVEL_AWAIT = 0x2000,
    FLAG_INCOMPLETE_INPUT = 0x4000,
    FLAG_OPTIMIZED_AST = 0x8000,
    FLAGS_FUTURE = 0x1fe0000,
    FLAGS_KNOWN = FLAG_NESTED | FLAG_DONT_IMPLY_DEDENT | FLAG_ONLY_AST | FLAG_TYPE_COMMENTS | FLAG_TOP_LEVEL_AWAIT |
                  FLAG_INCOMPLETE_INPUT | FLAG_OPTIMIZED_AST | FLAGS_FUTURE,
};

static bool read_int(Ref argument, int64_t *n) {
    if (!index_as_int64(argument, n, &type_OverflowError)) return false;
    if (*n == (int)*n) return true;
    return raise_false(&type_OverflowError, "Python int too large to convert to C int");
}

static bool read_flags(Ref argument, Ref dont_inherit, CompileOptions *options) {
    int64_t flags;
    if (!read_int(argument, &flags)) return false;
    if (flags & ~(int64_t)FLAGS_KNOWN) return raise_false(&type_ValueError, "compile(): unrecognised flags");
    if (flags & FLAG_ONLY_AST)
        return raise_false(&type_NotImplementedError, "compile(): a tree as the result is not supported by ouro");
    if (flags & FLAG_TOP_LEVEL_AWAIT)
        return raise_false(&type_NotImplementedError, "compile(): await at the top level is not supported by ouro");
    Lookup alone = truth(dont_inherit);
    options->future = (uint32_t)flags & CODE_FUTURE_ANNOTATIONS;
    if (alone == MISSING) options->future |= inherited_future();
    return alone != FAILED;
}

static bool read_optimize(Ref argument, CompileOptions *options) {
    int64_t level;
    if (!read_int(argument, &level)) return false;
    if (level < -1 || level > 2) return raise_false(&type_ValueError, "compile(): invalid optimize value");
    options->optimize = level < 0 ? rt()->optimize : (int)level;
    return true;
}

static bool read_mode(Ref argument, CompileOptions *options) {
    static const char *const names_of_modes[] = {"exec", "single", "eval"};
    for (int mode = 0; mode < 3; mode++) {
        options->mode = (CompileMode)mode;
        if (str_equal_text(argument, names_of_modes[mode])) return true;
    }
    if (!c_text_argument(argument)) return false;
    if (str_equal_text(argument, "func_type"))
        return raise_false(&type_ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    return raise_false(&type_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
}

/* A file name: str, bytes or what has __fspath__. */
static Value filename_of(Ref path) {
    Value name = path_fspath(path);
    if (name && !is_str(name)) {
        Value decoded =
            codec_decode(codec_find("utf-8"), bytes_data(name), bytes_length(name), "surrogateescape", true, NULL);
        release(name);
        name = decoded;
    }
    for (size_t i = 0; name && i < str_length(name); i++) {
        if (str_at(name, i)) continue;
        clear_ref(&name);
        raise(&type_ValueError, "embedded null character");
    }
    return name;
}

static Value py_compile(const Ref *args) {
    CompileOptions options;
    SourceText text;
    Value filename = filename_of(args[1]), code = NULL;
    if (filename && !is_str(args[2])) {
        raise(&type_TypeError, "compile() argument 'mode' must be str, not %O", args[2]);
        clear_ref(&filename);
    }
    if (filename && read_flags(args[3], args[4], &options) && read_optimize(args[5], &options) &&
        read_mode(args[2], &options)) {
        if (source_text(args[0], "compile", "AST", &text)) {
            code = compile_text(&text, filename, &options, false);
            source_text_done(&text);
        }
    }
    release_maybe(filename);
    return code;
}

static bool is_mapping(Ref object) { return is_dict(object) || type_of(object)->getitem; }

static bool check_namespaces(bool is_exec, bool is_code, Ref globals, Ref locals) {
    if (is_exec && !is_none(globals) && !is_dict(globals))
        return raise_false(&type_TypeError, "exec() globals must be a dict, not %T", globals);
    if (!is_none(locals) && !is_mapping(locals)) {
        if (!is_exec) return raise_false(&type_TypeError, "locals must be a mapping");
        return raise_false(&type_TypeError, "locals must be a mapping or None, not %T", locals);
    }
    if (is_none(globals) || is_dict(globals)) return true;
    if (!is_mapping(globals)) return raise_false(&type_TypeError, "globals must be a dict");
    return raise_false(&type_TypeError, "globals must be a real dict; try eval(%s, {}, mapping)",
                       is_code ? "code" : "expr");
}

/* The namespaces of eval and exec; both owned afterwards. */
static bool choose_namespaces(bool is_exec, bool is_code, Ref globals, Ref locals, Value *g, Value *l) {
    *g = *l = NULL;
    if (!check_namespaces(is_exec, is_code, globals, locals)) return false;
    Frame *frame = vm_of()->frame;
    if (is_none(globals)) {
        *g = retain(frame->globals);
        *l = is_none(locals) ? frame_locals(frame) : retain(locals);
    } else {
        *g = retain(globals);
        *l = is_none(locals) ? retain(globals) : retain(locals);
    }
    if (*l && !dict_peek_str(*g, NAME(dunder_builtins))) builtins_show(*g);
    return *l != NULL;
}

static bool is_closure(Ref closure, size_t count) {
    if (!is_tuple(closure) || tuple_count(closure) != count) return false;
    for (size_t i = 0; i < count; i++)
        if (!is_exact(tuple_peek(closure, i), &type_cell)) return false;
    return true;
}

/* closure: NULL for eval, None when exec was given none. */
static bool check_closure(Ref source, Ref closure) {
    size_t count = is_exact(source, &type_code) ? as_code(source)->free_count : 0;
    if (!closure) {
        return !count || raise_false(&type_TypeError, "code object passed to eval() may not contain free variables");
    }
    if (!is_exact(source, &type_code))
        return is_none(closure) ||
               raise_false(&type_TypeError, "closure can only be used when source is a code object");
    if (count == 0)
        return is_none(closure) || raise_false(&type_TypeError, "cannot use a closure with this code object");
    return is_closure(closure, count) ||
           raise_false(&type_TypeError, "code object requires a closure of exactly length %zu", count);
}

static Value code_of(Ref source, bool is_exec) {
    if (is_exact(source, &type_code)) return retain(source);
    SourceText text;
    CompileOptions options = {is_exec ? COMPILE_MODULE : COMPILE_EVAL, inherited_future(), rt()->optimize, false};
    if (!source_text(source, is_exec ? "exec" : "eval", "code", &text)) return NULL;
    Value filename = str_from_text("<string>");
    Value code = filename ? compile_text(&text, filename, &options, !is_exec) : NULL;
    release_maybe(filename);
    source_text_done(&text);
    return code;
}

static Value evaluate(const Ref *args, Ref closure) {
    Value globals, locals, code = NULL, result = NULL;
    bool is_code = is_exact(args[0], &type_code);
    if (choose_namespaces(closure != NULL, is_code, args[1], args[2], &globals, &locals) &&
        check_closure(args[0], closure)) {
        code = code_of(args[0], closure != NULL);
        Ref cells = closure && !is_none(closure) ? closure : NULL;
        bool same = locals == globals && is_exact(globals, &type_dict);
        if (code) result = vm_run_code(code, globals, same ? NULL : locals, cells);
    }
    release_maybe(code);
    release_maybe(globals);
    release_maybe(locals);
    return result;
}

static Value py_eval(const Ref *args) { return evaluate(args, NULL); }

static Value py_exec(const Ref *args) {
    Value result = evaluate(args, args[3]);
    if (!result) return NULL;
    release(result);
    return VALUE_NONE;
}

static Value py_import(const Ref *args) {
    if (!is_str(args[0])) return raise(&type_TypeError, "module name must be a string");
    int64_t level;
    if (!index_as_int64(args[4], &level, &type_OverflowError)) return NULL;
    Ref globals = is_dict(args[1]) ? args[1] : NULL;
    Value wanted = is_none(args[3]) ? VALUE_NONE : tuple_of(args[3]);
    Value module = wanted ? import_module_level(globals, args[0], wanted, level) : NULL;
    release_maybe(wanted);
    return module;
}

/* Bases with those that have __mro_entries__ replaced. New tuple; *changed tells whether it differs. */
static Value resolve_bases(Ref bases, bool *changed) {
    Value list = list_new(tuple_count(bases));
    *changed = false;
    bool ok = list != NULL;
    for (size_t i = 0; ok && i < tuple_count(bases); i++) {
        Ref base = tuple_peek(bases, i);
        Value hook = NULL;
        Lookup found = is_type(base) ? MISSING : getattr_try(base, NAME(dunder_mro_entries), &hook);
        if (found != FOUND) {
            ok = found == MISSING && list_append(list, base);
            continue;
        }
        Value entries = call_1(hook, bases);
        release(hook);
        *changed = true;
        if (entries && !is_tuple(entries)) raise(&type_TypeError, "__mro_entries__ must return a tuple");
        ok = entries && is_tuple(entries) && list_extend(list, entries);
        release_maybe(entries);
    }
    Value result = ok ? tuple_from(refs(as_list(list)->items), list_count(list)) : NULL;
    release_maybe(list);
    return result;
}

/* A class statement: __build_class__(body, name, *bases, metaclass=None, **keywords). */
typedef struct ClassStatement {
    Ref body, name;
    Value bases;     /* tuple, resolved */
    Value keywords;  /* dict without metaclass */
    Value metaclass; /* callable */
    Value namespace; /* what __prepare__ gave */
} ClassStatement;

static bool choose_metaclass(ClassStatement *s) {
    Ref given = dict_peek_str(s->keywords, NAME(metaclass));
    s->metaclass =
        given ? retain(given) : retain(type_ref(tuple_count(s->bases) ? type_of(tuple_peek(s->bases, 0)) : &type_type));
    if (given) dict_delete_str(s->keywords, NAME(metaclass));
    if (!is_type(s->metaclass)) return true;
    Type *most = type_find_metatype(as_type(s->metaclass), s->bases);
    if (!most) return false;
    slot_set(&s->metaclass, type_ref(most));
    return true;
}

static bool prepare_namespace(ClassStatement *s) {
    Value prepare = NULL;
    Lookup found = getattr_try(s->metaclass, NAME(dunder_prepare), &prepare);
    if (found == FAILED) return false;
    if (found == MISSING) {
        s->namespace = dict_new();
        return true;
    }
    Ref args[2] = {s->name, s->bases};
    s->namespace = call_with_dict(prepare, args, 2, s->keywords);
    release(prepare);
    if (!s->namespace) return false;
    if (is_dict(s->namespace) || type_of(s->namespace)->setitem) return true;
    return raise_false(&type_TypeError, "%s.__prepare__() must return a mapping, not %T",
                       is_type(s->metaclass) ? as_type(s->metaclass)->name : "<metaclass>", s->namespace);
}

/* The cell of __class__ must have been set by type.__new__. */
static bool check_class_cell(Ref cell, Ref made, Ref name) {
    if (!is_exact(cell, &type_cell) || !is_type(made)) return true;
    Ref content = as_cell(cell)->content;
    if (!content)
        return raise_false(&type_RuntimeError,
                           "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name,
                           made);
    if (content != made)
        return raise_false(&type_TypeError, "__class__ set to %R defining %R as %R", content, name, made);
    return true;
}

static Value build_class(ClassStatement *s, Ref original_bases, bool bases_changed) {
    if (!choose_metaclass(s) || !prepare_namespace(s)) return NULL;
    if (bases_changed && !setitem(s->namespace, NAME(dunder_orig_bases), original_bases)) return NULL;
    Value cell = vm_run_body(s->body, s->namespace);
    if (!cell) return NULL;
    Ref args[3] = {s->name, s->bases, s->namespace};
    Value made = call_with_dict(s->metaclass, args, 3, s->keywords);
    if (made && !check_class_cell(cell, made, s->name)) clear_ref(&made);
    release(cell);
    return made;
}

static Value py_build_class(const Ref *args) {
    ClassStatement s = {.body = args[0], .name = args[1]};
    if (!args[1]) return raise(&type_TypeError, "__build_class__: not enough arguments");
    if (!is_function(args[0])) return raise(&type_TypeError, "__build_class__: func must be a function");
    if (!is_str(args[1])) return raise(&type_TypeError, "__build_class__: name is not a string");
    bool changed;
    Value made = NULL;
    s.bases = resolve_bases(args[2], &changed);
    s.keywords = s.bases ? dict_copy(args[3]) : NULL;
    if (s.keywords) made = build_class(&s, args[2], changed);
    release_maybe(s.bases);
    release_maybe(s.keywords);
    release_maybe(s.metaclass);
    release_maybe(s.namespace);
    return made;
}

/* What sys.breakpointhook does: it is there for programs to put their own function in its place. */
static Value py_breakpoint(const Ref *args) {
    Value name = intern_text("breakpointhook"), hook = NULL, result = NULL;
    Value module = retain_maybe(dict_peek_text(rt()->modules, "sys"));
    Lookup found = module ? getattr_try(module, name, &hook) : MISSING;
    if (found == MISSING) raise(&type_RuntimeError, "lost sys.breakpointhook");
    else if (found == FOUND)
        result = call_with_dict(hook, refs(as_tuple(args[0])->items), tuple_count(args[0]), args[1]);
    release_maybe(hook);
    release_maybe(module);
    release(name);
    return result;
}

const NativeDef builtins_code_functions[] = {
    {"eval(source, /, globals=None, locals=None)", py_eval,
     DOC("The value of an expression, text or what compile() made of it, with these names."), 0},
    {"exec(source, /, globals=None, locals=None, *, closure=None)", py_exec,
     DOC("Run statements, text or what compile() made of them, with these names."), 0},
    {"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", py_compile,
     DOC("Make of source the code that exec() and eval() run."), 0},
    {"__import__(name, globals=None, locals=None, fromlist=(), level=0)", py_import,
     DOC("Import a module.\n\nThis function is called by the import statement."), 0},
    {"__build_class__(func=..., name=..., /, *bases, **kwds)~", py_build_class,
     DOC("Make the class of a class statement."), 0},
    {"breakpoint(*args, **kws)", py_breakpoint, DOC("Hand the arguments to sys.breakpointhook."), 0},
    {0},
};
