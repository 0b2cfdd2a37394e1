/* lib/array_module.c - the module array: its names, and arrays out of pickles.
 *
 * Owns:      nothing.
 * Invariant: none.
 * Not here:  the type (runtime/array.h).
 */
#include "runtime/array.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str_methods.h"

/* How pickles name what items are: the kinds in order, but for bytes each in two orders of its bytes, little-endian
 * first; then UTF-16 and UTF-32. */
static const char machine_letters[] = "BbHHhhIIiiQQqqffdd";
enum { MACHINE_FLOAT = 14, MACHINE_UTF_16 = 18, MACHINE_UTF_32 = 20, MACHINE_COUNT = 22 };

/* The items as a str or a list. */
static Value decode_items(int machine, Ref bytes) {
    static const char *const codecs[] = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};
    const ItemFormat *format = machine < MACHINE_UTF_16 ? item_format(machine_letters[machine]) : NULL;
    size_t size = format ? format->size : machine < MACHINE_UTF_32 ? 2 : 4;
    if (bytes_length(bytes) % size) return raise(&type_ValueError, "string length not a multiple of item size");
    if (!format)
        return codec_decode(codec_find(codecs[machine - MACHINE_UTF_16]), bytes_data(bytes), bytes_length(bytes), NULL,
                            true, NULL);
    Value array = array_new(&type_array, format, bytes_data(bytes), bytes_length(bytes));
    if (array && size > 1 && machine & 1) array_swap_bytes(array);
    Value items = array ? array_list(array) : NULL;
    release_maybe(array);
    return items;
}

static Value py_array_reconstructor(const Ref *args) {
    int64_t machine;
    if (!is_str(args[1]) || str_length(args[1]) != 1)
        return raise(&type_TypeError, "_array_reconstructor() argument 2 must be a unicode character, not %O", args[1]);
    if (!tab_argument(args[2], &machine)) return NULL;
    if (!is_type(args[0])) return raise(&type_TypeError, "first argument must be a type object, not %T", args[0]);
    if (!type_is_subtype(as_type(args[0]), &type_array))
        return raise(&type_TypeError, "%N is not a subtype of %N", as_type(args[0]), &type_array);
    const ItemFormat *format = array_format(str_at(args[1], 0));
    if (!format) {
        error_clear();
        return raise(&type_ValueError, "second argument must be a valid type code");
    }
    if (machine < 0 || machine >= MACHINE_COUNT)
        return raise(&type_ValueError, "third argument must be a valid machine format code.");
    if (!is_bytes(args[3])) return raise(&type_TypeError, "fourth argument should be bytes, not %T", args[3]);
    bool native = machine == array_machine_format(format);
    Value items = native ? retain(args[3]) : decode_items((int)machine, args[3]);
    bool fitting = !native && machine < MACHINE_FLOAT; /* ints of other sizes come as what they were */
    Value code = fitting ? str_from_char((uint8_t)machine_letters[machine]) : retain(args[1]);
    Value array = items ? type_make(&type_array, as_type(args[0]), (const Ref[]){code, items}, 2, NULL) : NULL;
    release(code);
    release_maybe(items);
    return array;
}

/* MutableSequence.register(array). */
static bool fill(Ref dict) {
    Value module = type_hooks.import_module("_collections_abc"), name = intern_text("MutableSequence");
    Value base = module ? getattr(module, name) : NULL, method = intern_text("register");
    Value done = base ? call_method(base, method, (const Ref[]){type_ref(&type_array)}, 1) : NULL;
    release(method);
    release_maybe(base);
    release(name);
    release_maybe(module);
    release_maybe(done);
    return done != NULL;
}

static const NativeDef functions[] = {
    {"_array_reconstructor(arraytype, typecode, mformat_code, items, /)", py_array_reconstructor,
     DOC("Return an array that a pickle holds as bytes."), 0},
    {0},
};

static const LateDef late[] = {
    {"typecodes", NULL, array_type_codes, NULL},
    {"array", NULL, NULL, (Ref)&type_array},
    {"ArrayType", NULL, NULL, (Ref)&type_array},
    {0},
};

const ModuleDef module_array = {
    .name = "array",
    .doc = "Arrays of numbers or characters of one kind, stored as in C.",
    .functions = functions,
    .fill = fill,
    .late = late,
};
