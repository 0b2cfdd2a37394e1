#include "lib/sys_info.h"

#include <errno.h>
#include <fcntl.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "lib/bundle.h"
#include "lib/modules.h"
#include "lib/path.h"
#include "lib/stdlib_names.h"
#include "lib/struct_sequence.h"
#include "lib/sys_files.h"
#include "lib/sys_hooks.h"
#include "lib/version.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

#if defined(__clang__)
#define COMPILER "Clang " __clang_version__
#else
#define COMPILER "GCC " __VERSION__
#endif

bool sys_info_put_steal(Ref dict, const char *name, Value v) {
    if (!v) return false;
    dict_set_text(dict, name, v);
    release(v);
    return true;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))
/* Named tuples. */

static const GetSetDef version_info_getsets[] = {
    STRUCT_FIELD(0, "major", DOC("Major release number.")),
    STRUCT_FIELD(1, "minor", DOC("Minor release number.")),
    STRUCT_FIELD(2, "micro", DOC("Number of the patch release.")),
    STRUCT_FIELD(3, "releaselevel", DOC("One of 'alpha', 'beta', 'candidate', 'final'.")),
    STRUCT_FIELD(4, "serial", DOC("Serial number of the release.")),
    STRUCT_SHAPE(5, 5),
};
Type type_sys_version_info = {
    STRUCT_SEQUENCE(sys_version_info, "sys", "version_info", version_info_getsets),
    STRUCT_NO_NEW,
    .doc = "The version as a tuple with names.",
};

static const GetSetDef flags_getsets[] = {
    STRUCT_FIELD(0, "debug", DOC("-d")),
    STRUCT_FIELD(1, "inspect", DOC("-i")),
    STRUCT_FIELD(2, "interactive", DOC("-i")),
    STRUCT_FIELD(3, "optimize", DOC("-O or -OO")),
    STRUCT_FIELD(4, "dont_write_bytecode", DOC("-B")),
    STRUCT_FIELD(5, "no_user_site", DOC("-s")),
    STRUCT_FIELD(6, "no_site", DOC("-S")),
    STRUCT_FIELD(7, "ignore_environment", DOC("-E")),
    STRUCT_FIELD(8, "verbose", DOC("-v")),
    STRUCT_FIELD(9, "bytes_warning", DOC("-b")),
    STRUCT_FIELD(10, "quiet", DOC("-q")),
    STRUCT_FIELD(11, "hash_randomization", DOC("-R")),
    STRUCT_FIELD(12, "isolated", DOC("-I")),
    STRUCT_FIELD(13, "dev_mode", DOC("-X dev")),
    STRUCT_FIELD(14, "utf8_mode", DOC("-X utf8")),
    STRUCT_FIELD(15, "warn_default_encoding", DOC("-X warn_default_encoding")),
    STRUCT_FIELD(16, "safe_path", DOC("-P")),
    STRUCT_FIELD(17, "int_max_str_digits", DOC("-X int_max_str_digits")),
    STRUCT_FIELD(18, "gil", DOC("-X gil")),
    STRUCT_SHAPE(18, 19),
};
Type type_sys_flags = {
    STRUCT_SEQUENCE(sys_flags, "sys", "flags", flags_getsets),
    STRUCT_NO_NEW,
    .doc = "Flags from the command line and the environment.",
};

static const GetSetDef float_info_getsets[] = {
    STRUCT_FIELD(0, "max", DOC("Largest finite float.")),
    STRUCT_FIELD(1, "max_exp", DOC("Largest e for which radix**(e-1) is a finite float.")),
    STRUCT_FIELD(2, "max_10_exp", DOC("Largest e for which 10**e is a finite float.")),
    STRUCT_FIELD(3, "min", DOC("Smallest positive normalised float.")),
    STRUCT_FIELD(4, "min_exp", DOC("Smallest e for which radix**(e-1) is a normalised float.")),
    STRUCT_FIELD(5, "min_10_exp", DOC("Smallest e for which 10**e is a normalised float.")),
    STRUCT_FIELD(6, "dig", DOC("Decimal digits that survive being stored in a float.")),
    STRUCT_FIELD(7, "mant_dig", DOC("Digits of the mantissa, in base radix.")),
    STRUCT_FIELD(8, "epsilon", DOC("Difference between 1.0 and the next float.")),
    STRUCT_FIELD(9, "radix", DOC("Base of the exponent.")),
    STRUCT_FIELD(10, "rounds", DOC("Rounding mode of arithmetic.")),
    STRUCT_SHAPE(11, 11),
};
Type type_sys_float_info = {
    STRUCT_SEQUENCE(sys_float_info, "sys", "float_info", float_info_getsets),
    .flags = STRUCT_FLAGS | TYPE_MODULE_APART,
    .doc = "Range and precision of float.",
};

static const GetSetDef int_info_getsets[] = {
    STRUCT_FIELD(0, "bits_per_digit", DOC("Bits of a digit.")),
    STRUCT_FIELD(1, "sizeof_digit", DOC("Bytes that hold a digit.")),
    STRUCT_FIELD(2, "default_max_str_digits", DOC("Limit of decimal digits at the start.")),
    STRUCT_FIELD(3, "str_digits_check_threshold", DOC("Smallest limit that can be set.")),
    STRUCT_SHAPE(4, 4),
};
Type type_sys_int_info = {
    STRUCT_SEQUENCE(sys_int_info, "sys", "int_info", int_info_getsets),
    .flags = STRUCT_FLAGS | TYPE_MODULE_APART,
    .doc = "How ints are stored, and the limits of their conversion to text.",
};

static const GetSetDef hash_info_getsets[] = {
    STRUCT_FIELD(0, "width", DOC("Bits of a hash.")),
    STRUCT_FIELD(1, "modulus", DOC("Prime modulus of the hashes of numbers.")),
    STRUCT_FIELD(2, "inf", DOC("Hash of positive infinity.")),
    STRUCT_FIELD(3, "nan", DOC("Not used any more.")),
    STRUCT_FIELD(4, "imag", DOC("Factor of the imaginary part of a complex number.")),
    STRUCT_FIELD(5, "algorithm", DOC("Algorithm for str, bytes and memoryview.")),
    STRUCT_FIELD(6, "hash_bits", DOC("Bits that the algorithm makes.")),
    STRUCT_FIELD(7, "seed_bits", DOC("Bits of its seed.")),
    STRUCT_FIELD(8, "cutoff", DOC("Length below which strings are hashed otherwise.")),
    STRUCT_SHAPE(9, 9),
};
Type type_sys_hash_info = {
    STRUCT_SEQUENCE(sys_hash_info, "sys", "hash_info", hash_info_getsets),
    .flags = STRUCT_FLAGS | TYPE_MODULE_APART,
    .doc = "Parameters of the computation of hashes.",
};

static const GetSetDef thread_info_getsets[] = {
    STRUCT_FIELD(0, "name", DOC("Which threads these are.")),
    STRUCT_FIELD(1, "lock", DOC("How locks are made.")),
    STRUCT_FIELD(2, "version", DOC("Version of the thread library.")),
    STRUCT_SHAPE(3, 3),
};
Type type_sys_thread_info = {
    STRUCT_SEQUENCE(sys_thread_info, "sys", "thread_info", thread_info_getsets),
    .flags = STRUCT_FLAGS | TYPE_MODULE_APART,
    .doc = "About the implementation of threads.",
};

static Value small(int64_t i) { return small_int_value(i); }

#define STRUCT(type, items) struct_sequence_steal(type, items, COUNT(items), COUNT(items))

static Value make_version_info(const char *name) {
    Value items[] = {small(3), small(13), small(0), intern_text("final"), small(0)};
    return STRUCT(&type_sys_version_info, items);
}

static Value make_float_info(const char *name) {
    Value items[] = {float_new(DBL_MAX),
                     small(DBL_MAX_EXP),
                     small(DBL_MAX_10_EXP),
                     float_new(DBL_MIN),
                     small(DBL_MIN_EXP),
                     small(DBL_MIN_10_EXP),
                     small(DBL_DIG),
                     small(DBL_MANT_DIG),
                     float_new(DBL_EPSILON),
                     small(FLT_RADIX),
                     small(1)};
    return STRUCT(&type_sys_float_info, items);
}

static Value make_int_info(const char *name) {
    Value items[] = {small(30), small(4), small(4300), small(INT_DIGITS_MINIMUM)};
    return STRUCT(&type_sys_int_info, items);
}

static Value make_hash_info(const char *name) {
    Value items[] = {small(64),      small(((int64_t)1 << 61) - 1), small(314159), small(0),
                     small(1000003), intern_text("xxh3"),           small(64),     small(64),
                     small(0)};
    return STRUCT(&type_sys_hash_info, items);
}

static Value make_thread_info(const char *name) {
    Value items[] = {intern_text("pthread"), VALUE_NONE, VALUE_NONE};
    return STRUCT(&type_sys_thread_info, items);
}

bool sys_info_set_flags(Ref dict, const CliOptions *options) {
    const char *seed = cli_environment(options, "PYTHONHASHSEED");
    bool random = !seed || strcmp(seed, "0") != 0;
    Value flags[] = {small(0),
                     small(options->interactive),
                     small(options->interactive),
                     small(options->optimize),
                     small(1),
                     small(options->isolated),
                     small(0),
                     small(options->no_environment),
                     small(0),
                     small(0),
                     small(options->quiet),
                     small(random),
                     small(options->isolated),
                     VALUE_FALSE,
                     small(1),
                     small(0),
                     bool_value(options->safe_path),
                     int_value(rt()->int_max_digits),
                     small(1)};
    return sys_info_put_steal(dict, "flags", struct_sequence_steal(&type_sys_flags, flags, COUNT(flags), 18));
}

static bool append_option(Ref list, const char *text, size_t length) {
    Value option = str_from_utf8(text, length);
    bool ok = option && list_append(list, option);
    release_maybe(option);
    return ok;
}

bool sys_info_set_warnings(Ref dict, const CliOptions *options) {
    const char *text = cli_environment(options, "PYTHONWARNINGS");
    Value list = list_new(0);
    bool ok = list != NULL;
    while (ok && text && *text) {
        size_t length = strcspn(text, ",");
        ok = append_option(list, text, length);
        text += length + (text[length] == ',');
    }
    for (int i = 0; ok && i < options->warning_count; i++)
        ok = append_option(list, options->warnings[i], strlen(options->warnings[i]));
    if (ok) return sys_info_put_steal(dict, "warnoptions", list);
    release_maybe(list);
    return false;
}

/* -X name and -X name=value. */
bool sys_info_set_extras(Ref dict, const CliOptions *options) {
    Value extras = dict_new();
    bool ok = extras != NULL;
    for (int i = 0; ok && i < options->extra_count; i++) {
        const char *name = options->extras[i], *sign = strchr(name, '=');
        Value key = str_from_utf8(name, sign ? (size_t)(sign - name) : strlen(name));
        Value value = sign ? str_from_utf8(sign + 1, strlen(sign + 1)) : VALUE_TRUE;
        ok = key && value && dict_set(extras, key, value);
        release_maybe(key);
        release_maybe(value);
    }
    if (ok) return sys_info_put_steal(dict, "_xoptions", extras);
    release_maybe(extras);
    return false;
}

/* Text and numbers. */

static Value make_implementation(const char *name) {
    static const char *const texts[] = {"name", "cache_tag", "version", "hexversion"};
    Value version[] = {small(0), small(1), small(0), intern_text("final"), small(0)};
    Value values[] = {intern_text("ouro"), intern_text("ouro-313"), STRUCT(&type_sys_version_info, version),
                      small(0x000100f0)};
    Value keywords = tuple_new(COUNT(texts)), result = NULL;
    for (size_t i = 0; keywords && i < COUNT(texts); i++) as_tuple(keywords)->items[i] = intern_text(texts[i]);
    if (keywords && values[2]) result = call(type_ref(&type_simple_namespace), refs(values), 0, keywords);
    release_maybe(keywords);
    for (size_t i = 0; i < COUNT(values); i++) release_maybe(values[i]);
    return result;
}

static Value make_maxsize(const char *name) { return int_value(INT64_MAX); }

/* A shell that found the program on its path hands the place on (but for a script with #!, the place of the script):
 * asking /proc takes a tenth of the time of starting. */
static const char *place_of_program(void) {
    const char *place = (const char *)getauxval(AT_EXECFN), *name = program_invocation_name;
    if (*name == '/') return access(name, X_OK) == 0 ? name : NULL;
    if (!place || *place != '/' || strchr(name, '/')) return NULL;
    return strcmp(strrchr(place, '/') + 1, name) == 0 ? place : NULL;
}

static Value make_executable(const char *name) {
    char path[4096];
    const char *place = place_of_program();
    if (place) return path_decode(place);
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    path[length > 0 ? length : 0] = '\0';
    return path_decode(path);
}

/* Names of modules. */

static Value make_module_names(const char *name) {
    const ModuleDef *const *defs = modules_natives();
    size_t count = 0;
    while (defs[count]) count++;
    Value names = tuple_new(count);
    for (size_t i = 0; names && i < count; i++) as_tuple(names)->items[i] = intern_text(defs[i]->name);
    return names;
}

/* The command line as the system keeps it: texts that end in NUL. */
static Value make_orig_argv(const char *name) {
    static const char path[] = "/proc/self/cmdline";
    char text[65536];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
    if (fd >= 0) close(fd);
    Value list = list_new(0);
    text[length < 0 ? 0 : length] = '\0';
    for (char *p = text; list && p < text + length; p += strlen(p) + 1) {
        Value argument = path_decode(p);
        if (!argument || !list_append_steal(list, argument)) clear_ref(&list);
    }
    return list;
}

static Value make_stdlib_names(const char *name) { return stdlib_names_set(); }

const LateDef sys_info_late[] = {
    {"version", .text = PYTHON_VERSION " (ouro " OURO_VERSION ") [" COMPILER "]"},
    {"platform", .text = "linux"},
    {"byteorder", .text = "little"},
    {"float_repr_style", .text = "short"},
    {"copyright", .text = "Ouro is free software under the MIT licence."},
    {"prefix", .text = "/usr"},
    {"exec_prefix", .text = "/usr"},
    {"base_prefix", .text = "/usr"},
    {"base_exec_prefix", .text = "/usr"},
    {"platlibdir", .text = "lib"},
    {"abiflags", .text = ""},
    {"executable", make_executable},
    {"maxsize", make_maxsize},
    {"version_info", make_version_info},
    {"float_info", make_float_info},
    {"int_info", make_int_info},
    {"hash_info", make_hash_info},
    {"thread_info", make_thread_info},
    {"implementation", make_implementation},
    {"builtin_module_names", make_module_names},
    {"orig_argv", make_orig_argv},
    {"stdlib_module_names", make_stdlib_names},
    {"__stdin__", sys_make_original},
    {"__stdout__", sys_make_original},
    {"__stderr__", sys_make_original},
    {"stdin", sys_make_file},
    {"stdout", sys_make_file},
    {"stderr", sys_make_file},
    {"displayhook", sys_hook},
    {"__displayhook__", sys_hook},
    {"excepthook", sys_hook},
    {"__excepthook__", sys_hook},
    {"unraisablehook", sys_hook},
    {"__unraisablehook__", sys_hook},
    {"breakpointhook", sys_hook},
    {"__breakpointhook__", sys_hook},
    {0},
};

static bool put_containers(Ref dict) {
    Ref finders[] = {type_ref(&type_builtin_importer), type_ref(&type_frozen_importer), type_ref(&type_path_finder)};
    return sys_info_put_steal(dict, "meta_path", list_from(finders, COUNT(finders))) &&
           sys_info_put_steal(dict, "path_hooks", list_new(0)) &&
           sys_info_put_steal(dict, "path_importer_cache", dict_new());
}

bool sys_info_fill(Ref dict) {
    dict_set_text(dict, "dont_write_bytecode", VALUE_TRUE);
    dict_set_text(dict, "pycache_prefix", VALUE_NONE);
    dict_set_text(dict, "maxunicode", small(0x10ffff));
    dict_set_text(dict, "hexversion", small(0x030d00f0));
    dict_set_text(dict, "api_version", small(1013));
    return put_containers(dict);
}
