/* lib/io_module.c - the module _io: the names that io gives on.
 *
 * Owns:      the class UnsupportedOperation of the running runtime.
 * Invariant: none.
 * Not here:  io itself (lib/py/io.py).
 */
#include "lib/io.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

static Value py_io_open_code(const Ref *args) {
    if (!is_str(args[0])) return raise(&type_TypeError, "open_code() argument 'path' must be str, not %O", args[0]);
    Value mode = str_from_text("rb");
    Ref all[8] = {args[0], mode, small_int_value(-1), VALUE_NONE, VALUE_NONE, VALUE_NONE, VALUE_TRUE, VALUE_NONE};
    Value file = py_io_open(all);
    release(mode);
    return file;
}

static Value py_io_text_encoding(const Ref *args) {
    return is_none(args[0]) ? str_from_text("locale") : retain(args[0]);
}

static bool make_unsupported(Ref dict) {
    Value name = intern_text("UnsupportedOperation"), module = intern_text("io");
    Value bases = tuple_pack(2, type_ref(&type_OSError), type_ref(&type_ValueError)), namespace = dict_new(),
          type = NULL;
    if (bases && namespace) {
        dict_set_str(namespace, NAME(dunder_module), module);
        type = type_new_class(&type_type, name, bases, namespace, NULL, NULL);
    }
    if (type) dict_set_str(dict, name, type);
    bool ok = type != NULL;
    release_maybe(type);
    release_maybe(namespace);
    release_maybe(bases);
    release(module);
    release(name);
    return ok;
}

static bool fill(Ref dict) {
    static Type *const types[] = {&type_io_base,         &type_raw_io_base,    &type_buffered_io_base,
                                  &type_text_io_base,    &type_file_io,        &type_bytes_io,
                                  &type_string_io,       &type_text_file,      &type_buffered_reader,
                                  &type_buffered_writer, &type_buffered_random};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        Value name = type_get_name(types[i]);
        dict_set_str(dict, name, type_ref(types[i]));
        release(name);
    }
    dict_set_text(dict, "BlockingIOError", type_ref(&type_BlockingIOError));
    dict_set_text(dict, "DEFAULT_BUFFER_SIZE", small_int_value(IO_BUFFER_SIZE));
    Ref open = module_peek_text(rt()->builtins_module, "open");
    if (open) dict_set_text(dict, "open", open);
    return make_unsupported(dict);
}

static const NativeDef functions[] = {
    {"open_code(path)", py_io_open_code, DOC("Open a file whose content will be run."), 0},
    {"text_encoding(encoding, stacklevel=2, /)", py_io_text_encoding, DOC("Return encoding, or \"locale\" for None."),
     0},
    {0},
};

const ModuleDef module__io = {
    "_io",
    "Files of all kinds; programs use them through the module io.",
    functions,
    fill,
};
