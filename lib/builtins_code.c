/* lib/builtins_code.c - built-in functions that run code: eval, exec, compile, __import__, __build_class__. */
#include "lib/builtins.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/import.h"
#include "vm/run.h"

/* Source text of a str, bytes or bytearray. */
typedef struct SourceText {
    Utf8 utf8;     /* of a str */
    ByteView view; /* of bytes */
    bool is_bytes; /* which one */
} SourceText;

static bool source_text(Ref source, const char *function, SourceText *text) {
    text->is_bytes = !is_str(source);
    if (!text->is_bytes) return str_utf8(source, &text->utf8, false);
    if (!has_family(source, TYPE_BYTES) && !is_exact(source, &type_bytearray))
        return raise_false(&type_TypeError, "%s() arg 1 must be a string, bytes or code object", function);
    return byte_view(source, &text->view);
}

static void source_text_done(SourceText *text) {
    if (text->is_bytes) byte_view_done(&text->view);
    else str_utf8_done(&text->utf8);
}

static Value compile_text(const SourceText *text, Ref filename, CompileMode mode) {
    const char *start = text->is_bytes ? (const char *)text->view.data : text->utf8.text;
    size_t length = text->is_bytes ? text->view.length : text->utf8.length;
    while (mode == COMPILE_EVAL && length && (*start == ' ' || *start == '\t')) start++, length--;
    return run_compile(start, length, filename, mode, NULL);
}

static Value compile_object(Ref source, Ref filename, CompileMode mode, const char *function) {
    SourceText text;
    if (!source_text(source, function, &text)) return NULL;
    Value code = compile_text(&text, filename, mode);
    source_text_done(&text);
    return code;
}

static Value py_compile(const Ref *args) {
    static const char *const names_of_modes[] = {"exec", "single", "eval"};
    if (!is_str(args[2])) return raise(&type_TypeError, "compile() argument 'mode' must be str, not %T", args[2]);
    if (!is_str(args[1])) return raise(&type_TypeError, "expected str, bytes or os.PathLike object, not %T", args[1]);
    for (int mode = 0; mode < 3; mode++)
        if (str_equal_text(args[2], names_of_modes[mode]))
            return compile_object(args[0], args[1], (CompileMode)mode, "compile");
    return raise(&type_ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
}

/* The namespaces of eval and exec; both owned afterwards. */
static bool choose_namespaces(const char *function, Ref globals, Ref locals, Value *g, Value *l) {
    *g = *l = NULL;
    if (!is_none(globals) && !is_dict(globals))
        return raise_false(&type_TypeError,
                           strcmp(function, "exec") == 0 ? "exec() globals must be a dict, not %T"
                                                         : "globals must be a dict",
                           globals);
    Frame *frame = vm_of()->frame;
    if (is_none(globals)) {
        *g = retain(frame->globals);
        *l = is_none(locals) ? frame_locals(frame) : retain(locals);
    } else {
        *g = retain(globals);
        *l = is_none(locals) ? retain(globals) : retain(locals);
    }
    if (*l && !dict_peek_str(*g, NAME(dunder_builtins))) {
        Ref builtins = dict_peek_text(rt()->modules, "builtins");
        dict_set_str(*g, NAME(dunder_builtins), builtins ? builtins : rt()->builtins);
    }
    return *l != NULL;
}

static Value evaluate(const Ref *args, const char *function, CompileMode mode) {
    Value globals, locals, code = NULL, result = NULL;
    if (!choose_namespaces(function, args[1], args[2], &globals, &locals)) goto done;
    if (is_exact(args[0], &type_code)) {
        code = retain(args[0]);
    } else {
        Value filename = str_from_text("<string>");
        code = filename ? compile_object(args[0], filename, mode, function) : NULL;
        release_maybe(filename);
    }
    if (code && as_code(code)->free_count)
        raise(&type_TypeError, "code object passed to %s() may not contain free variables", function);
    else if (code) result = vm_run_code(code, globals, locals == globals ? NULL : locals, NULL);
done:
    release_maybe(code);
    release_maybe(globals);
    release_maybe(locals);
    return result;
}

static Value py_eval(const Ref *args) { return evaluate(args, "eval", COMPILE_EVAL); }

static Value py_exec(const Ref *args) {
    Value result = evaluate(args, "exec", COMPILE_MODULE);
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

/* callable(first, second[, third], **keywords) */
static Value call_with_keywords(Ref callable, const Ref *args, size_t count, Ref keywords) {
    size_t named = dict_count(keywords), position = 0, i = 0;
    if (!named) return call(callable, args, count, NULL);
    Value all = list_from(args, count), key_names = tuple_new(named), result = NULL;
    Ref key, value;
    bool ok = all && key_names;
    while (ok && dict_step(keywords, &position, &key, &value)) {
        as_tuple(key_names)->items[i++] = retain(key);
        ok = list_append(all, value);
    }
    if (ok) result = call(callable, refs(as_list(all)->items), count, key_names);
    release_maybe(all);
    release_maybe(key_names);
    return result;
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
    s->namespace = call_with_keywords(prepare, args, 2, s->keywords);
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
    Value made = call_with_keywords(s->metaclass, args, 3, s->keywords);
    if (made && !check_class_cell(cell, made, s->name)) clear_ref(&made);
    release(cell);
    return made;
}

static Value py_build_class(const Ref *args) {
    ClassStatement s = {.body = args[0], .name = args[1]};
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

static Value py_breakpoint(const Ref *args) {
    return raise(&type_NotImplementedError, "breakpoint() is not supported by ouro: it has no debugger");
}

const NativeDef builtins_code_functions[] = {
    {"eval(source, /, globals=None, locals=None)", py_eval,
     "Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a "
     "Python expression\nor a "
     "code object as returned by compile().",
     0},
    {"exec(source, /, globals=None, locals=None)", py_exec,
     "Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or "
     "more Python "
     "statements\nor a code object as returned by compile().",
     0},
    {"compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)", py_compile,
     "Compile source into a code object that can be executed by exec() or eval().", 0},
    {"__import__(name, globals=None, locals=None, fromlist=None, level=0)", py_import,
     "Import a module.\n\nThis function is called by the import statement.", 0},
    {"__build_class__(func, name, /, *bases, **kwds)", py_build_class,
     "Internal helper function used by the class statement.", 0},
    {"breakpoint(*args, **kws)", py_breakpoint, "Refused: ouro has no debugger.", 0},
    {0},
};
