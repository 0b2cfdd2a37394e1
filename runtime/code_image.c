#include "runtime/code_image.h"

#include <stdlib.h>

#include "runtime/bytes.h"
#include "runtime/complex.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/opcode.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

/* Numbers are written seven bits a byte, lowest first; those that may be negative with the sign in the lowest bit.
 *
 *   image    = count of strings, length of each stream, streams
 *   string   = length of its UTF-8 * 2 + interned, its UTF-8
 *   code     = numbers, words, handlers, names, locals, constants
 *   constant = kind, and what the case of write_constant says
 *
 * Each of these goes to the stream of its kind: what stands side by side is alike, and is packed the better. Where a
 * string is meant stands 0 when it is the next new one, or how many strings ago it was new. Locations, which are as
 * large as all the rest and seldom asked for, are found by compiling the text again. */
typedef enum Stream {
    STREAM_NUMBERS,
    STREAM_OPCODES,
    STREAM_OPERANDS,
    STREAM_JUMPS,
    STREAM_HANDLERS,
    STREAM_REFERENCES, /* to strings */
    STREAM_LOCAL_KINDS,
    STREAM_CONSTANTS,
    STREAM_STRINGS, /* each once; last, since the text of the module follows, which has them all */
    STREAM_COUNT
} Stream;

typedef enum ConstantKind {
    CONSTANT_WORD, /* the value itself: no pointer */
    CONSTANT_STR,
    CONSTANT_BYTES,
    CONSTANT_INT,
    CONSTANT_FLOAT,
    CONSTANT_COMPLEX,
    CONSTANT_TUPLE,
    CONSTANT_FROZENSET,
    CONSTANT_CODE,
} ConstantKind;

static uint64_t fold_sign(int64_t n) { return (uint64_t)n << 1 ^ (uint64_t)(n >> 63); }
static int64_t unfold_sign(uint64_t n) { return (int64_t)(n >> 1) ^ -(int64_t)(n & 1); }

/* --- Writing --------------------------------------------------------------------------------------------------- */

typedef struct Output {
    uint8_t *bytes;  /* malloc'ed */
    size_t count;    /* bytes in use */
    size_t capacity; /* bytes that fit */
    bool failed;     /* there was no memory */
} Output;

typedef struct Writer {
    Output streams[STREAM_COUNT];
    Value numbers; /* dict: string -> its number */
    bool failed;   /* an exception is set */
} Writer;

static void add_bytes(Output *out, const void *data, size_t count) {
    if (out->count + count > out->capacity) {
        size_t capacity = 2 * (out->count + count) + 256;
        uint8_t *bytes = out->failed ? NULL : realloc(out->bytes, capacity);
        out->failed |= !bytes;
        if (!bytes) return;
        out->bytes = bytes;
        out->capacity = capacity;
    }
    if (count) memcpy(out->bytes + out->count, data, count);
    out->count += count;
}

static void add_number(Output *out, uint64_t n) {
    uint8_t bytes[10], *end = bytes;
    for (; n > 127; n >>= 7) *end++ = (uint8_t)(n | 128);
    *end++ = (uint8_t)n;
    add_bytes(out, bytes, (size_t)(end - bytes));
}

static void put_bytes(Writer *w, Stream stream, const void *data, size_t count) {
    add_bytes(&w->streams[stream], data, count);
}
static void put_number(Writer *w, Stream stream, uint64_t n) { add_number(&w->streams[stream], n); }

static void add_string(Writer *w, Ref s) {
    Utf8 utf8;
    if (!str_utf8(s, &utf8, true)) {
        w->failed = true;
        return;
    }
    put_number(w, STREAM_STRINGS, utf8.length * 2 + str_is_interned(s));
    put_bytes(w, STREAM_STRINGS, utf8.text, utf8.length);
    str_utf8_done(&utf8);
}

static void write_string(Writer *w, Ref s) {
    size_t count = dict_count(w->numbers);
    Value number = NULL;
    Lookup known = dict_get(w->numbers, s, &number);
    if (known == MISSING) {
        number = int_value(count);
        w->failed |= !dict_set(w->numbers, s, number);
        add_string(w, s);
    }
    w->failed |= known == FAILED;
    if (number) put_number(w, STREAM_REFERENCES, known == FOUND ? count - (uint64_t)small_int(number) : 0);
}

static void write_code(Writer *w, const Code *code);
static void write_constant(Writer *w, Ref v);

static void write_text_of(Writer *w, Ref v) {
    Value text = str_of(v);
    if (text) write_string(w, text);
    w->failed |= !text;
    release_maybe(text);
}

static void write_tuple(Writer *w, Ref items) {
    put_number(w, STREAM_CONSTANTS, CONSTANT_TUPLE);
    put_number(w, STREAM_CONSTANTS, tuple_count(items));
    for (size_t i = 0; i < tuple_count(items); i++) write_constant(w, tuple_peek(items, i));
}

/* [(repr, item), ...] in the order of the first, which is the same in every process. */
static Value sorted_items(Ref set) {
    Value items = call_1(type_ref(&type_tuple), set), pairs = items ? list_new(tuple_count(items)) : NULL;
    for (size_t i = 0; pairs && i < tuple_count(items); i++) {
        Value text = repr_of(tuple_peek(items, i)), pair = text ? tuple_pack(2, text, tuple_peek(items, i)) : NULL;
        if (!pair || !list_append_steal(pairs, pair)) clear_ref(&pairs);
        release_maybe(text);
    }
    release_maybe(items);
    Value name = intern_text("sort"), done = pairs ? call_method(pairs, name, NULL, 0) : NULL;
    if (!done) clear_ref(&pairs);
    release_maybe(done);
    release(name);
    return pairs;
}

static void write_frozenset(Writer *w, Ref v) {
    Value pairs = sorted_items(v);
    w->failed |= !pairs;
    put_number(w, STREAM_CONSTANTS, CONSTANT_FROZENSET);
    put_number(w, STREAM_CONSTANTS, pairs ? list_count(pairs) : 0);
    for (size_t i = 0; pairs && i < list_count(pairs); i++) write_constant(w, tuple_peek(list_peek(pairs, i), 1));
    release_maybe(pairs);
}

static void write_doubles(Writer *w, ConstantKind kind, const double *doubles, size_t count) {
    put_number(w, STREAM_CONSTANTS, kind);
    put_bytes(w, STREAM_CONSTANTS, doubles, count * sizeof *doubles);
}

static void write_heap_constant(Writer *w, Ref v) {
    const Type *type = type_of(v);
    if (type == &type_str) {
        put_number(w, STREAM_CONSTANTS, CONSTANT_STR);
        write_string(w, v);
    } else if (type == &type_bytes) {
        put_number(w, STREAM_CONSTANTS, CONSTANT_BYTES);
        put_number(w, STREAM_CONSTANTS, bytes_length(v));
        put_bytes(w, STREAM_CONSTANTS, bytes_data(v), bytes_length(v));
    } else if (type == &type_int) {
        put_number(w, STREAM_CONSTANTS, CONSTANT_INT);
        write_text_of(w, v);
    } else if (type == &type_float) {
        write_doubles(w, CONSTANT_FLOAT, (double[]){float_of(v)}, 1);
    } else if (type == &type_complex) {
        write_doubles(w, CONSTANT_COMPLEX, (double[]){as_complex(v)->real, as_complex(v)->imag}, 2);
    } else if (type == &type_tuple) {
        write_tuple(w, v);
    } else if (type == &type_frozenset) {
        write_frozenset(w, v);
    } else if (type == &type_code) {
        put_number(w, STREAM_CONSTANTS, CONSTANT_CODE);
        write_code(w, as_code(v));
    } else {
        w->failed = true;
        raise(&type_TypeError, "a constant is of type '%T'", v);
    }
}

static void write_constant(Writer *w, Ref v) {
    if (w->failed) return;
    if (is_heap(v)) return write_heap_constant(w, v);
    put_number(w, STREAM_CONSTANTS, CONSTANT_WORD);
    put_number(w, STREAM_CONSTANTS, bits_of(v));
}

static uint32_t next_instruction(const Code *code, uint32_t i) { return i + 1 + op_info[op_of(code->words[i])].extra; }
static bool is_jump(uint32_t word) { return op_info[op_of(word)].flags & OPF_JUMP; }

/* Cache words are zero and left out. */
static void write_words(Writer *w, const Code *code) {
    put_number(w, STREAM_NUMBERS, code->word_count);
    for (uint32_t i = 0; i < code->word_count; i = next_instruction(code, i)) {
        uint8_t op = (uint8_t)op_of(code->words[i]);
        put_bytes(w, STREAM_OPCODES, &op, 1);
    }
    for (uint32_t i = 0; i < code->word_count; i = next_instruction(code, i)) {
        put_number(w, STREAM_OPERANDS, op_arg(code->words[i]));
        if (is_jump(code->words[i])) put_number(w, STREAM_JUMPS, fold_sign((int32_t)code->words[i + 1]));
    }
}

static void write_handlers(Writer *w, const Code *code) {
    put_number(w, STREAM_HANDLERS, code->handler_count);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const CodeHandler *handler = &code->handlers[i];
        put_number(w, STREAM_HANDLERS, handler->start);
        put_number(w, STREAM_HANDLERS, handler->end - handler->start);
        put_number(w, STREAM_HANDLERS, handler->target);
        put_number(w, STREAM_HANDLERS, handler->depth * 2u + handler->push_lasti);
    }
}

static void write_code(Writer *w, const Code *code) {
    const uint32_t numbers[] = {
        code->flags,      code->arg_count,  code->posonly_count, code->kwonly_count,
        code->free_count, code->stack_size, code->first_line,    (uint32_t)(code->simple_args + 1)};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) put_number(w, STREAM_NUMBERS, numbers[i]);
    write_string(w, code->name);
    write_string(w, code->qualname);
    write_words(w, code);
    write_handlers(w, code);
    put_number(w, STREAM_NUMBERS, code->name_count);
    for (uint32_t i = 0; i < code->name_count; i++) write_string(w, code->names[i]);
    put_number(w, STREAM_NUMBERS, code->local_count);
    put_bytes(w, STREAM_LOCAL_KINDS, code->local_kinds, code->local_count);
    for (uint32_t i = 0; i < code->local_count; i++) write_string(w, code->local_names[i]);
    put_number(w, STREAM_NUMBERS, code->const_count);
    for (uint32_t i = 0; i < code->const_count; i++) write_constant(w, code->consts[i]);
}

static Value join(Writer *w) {
    Output all = {0};
    bool failed = false;
    add_number(&all, dict_count(w->numbers));
    for (size_t i = 0; i < STREAM_COUNT; i++) {
        add_number(&all, w->streams[i].count);
        failed |= w->streams[i].failed;
    }
    for (size_t i = 0; !failed && i < STREAM_COUNT; i++) add_bytes(&all, w->streams[i].bytes, w->streams[i].count);
    Value image = failed || all.failed ? raise_memory() : bytes_from(all.bytes, all.count);
    free(all.bytes);
    return image;
}

Value code_image_write(Ref code) {
    Writer w = {.numbers = dict_new()};
    write_code(&w, as_code(code));
    Value image = w.failed ? NULL : join(&w);
    release(w.numbers);
    for (size_t i = 0; i < STREAM_COUNT; i++) free(w.streams[i].bytes);
    return image;
}

/* --- Reading --------------------------------------------------------------------------------------------------- */

typedef struct Reader {
    const uint8_t *next[STREAM_COUNT]; /* what is read next */
    Value *strings;                    /* raw storage */
    size_t count;                      /* of strings */
    size_t met;                        /* of them, which begin the array, have been referred to */
    Ref filename;                      /* of all code objects in the image */
    uint32_t codes;                    /* begun so far */
} Reader;

static uint64_t take_number(const uint8_t **next) {
    uint64_t n = **next & 127;
    for (int shift = 7; *(*next)++ & 128; shift += 7) n |= (uint64_t)(**next & 127) << shift;
    return n;
}

static uint64_t get_number(Reader *r, Stream stream) { return take_number(&r->next[stream]); }
static uint32_t get_small(Reader *r, Stream stream) { return (uint32_t)get_number(r, stream); }

static const void *get_bytes(Reader *r, Stream stream, size_t count) {
    const uint8_t *bytes = r->next[stream];
    r->next[stream] += count;
    return bytes;
}

static Value read_string(Reader *r) {
    size_t ago = get_number(r, STREAM_REFERENCES);
    return retain(r->strings[ago ? r->met - ago : r->met++]);
}

/* Zeroed storage of exactly this size, or NULL with MemoryError; empty arrays are NULL. */
static bool new_array(void *array, size_t size) {
    void *block = size ? mem_raw_try(&rt()->mem, size) : NULL;
    memcpy(array, &block, sizeof block);
    if (size && !block) raise_memory();
    if (block) memset(block, 0, size);
    return !size || block;
}

static bool make_strings(Reader *r) {
    if (!new_array(&r->strings, r->count * sizeof(Value))) return false;
    for (size_t i = 0; i < r->count; i++) {
        uint64_t head = get_number(r, STREAM_STRINGS);
        Value s = str_from_utf8(get_bytes(r, STREAM_STRINGS, head >> 1), head >> 1);
        r->strings[i] = head & 1 ? intern_steal(s) : s;
        if (!s) return false;
    }
    return true;
}

static void drop_strings(Reader *r) {
    for (size_t i = 0; r->strings && i < r->count; i++) release_maybe(r->strings[i]);
    if (r->strings) mem_raw_free(&rt()->mem, r->strings, r->count * sizeof(Value));
}

static Value read_code(Reader *r);
static Value read_constant(Reader *r);

static Value read_int(Reader *r) {
    Value text = read_string(r), value = int_from_str(text, 10);
    release(text);
    return value;
}

static Value read_tuple(Reader *r) {
    size_t count = get_number(r, STREAM_CONSTANTS);
    Value items = tuple_new(count);
    for (size_t i = 0; items && i < count; i++) {
        as_tuple(items)->items[i] = read_constant(r);
        if (!as_tuple(items)->items[i]) clear_ref(&items);
    }
    return items;
}

static Value read_frozenset(Reader *r) {
    Value items = read_tuple(r), set = items ? call_1(type_ref(&type_frozenset), items) : NULL;
    release_maybe(items);
    return set;
}

static Value read_doubles(Reader *r, size_t count) {
    double doubles[2];
    memcpy(doubles, get_bytes(r, STREAM_CONSTANTS, count * sizeof *doubles), count * sizeof *doubles);
    return count == 1 ? float_new(doubles[0]) : complex_new(doubles[0], doubles[1]);
}

static Value read_constant(Reader *r) {
    switch ((ConstantKind)get_number(r, STREAM_CONSTANTS)) {
    case CONSTANT_WORD: return value_of_bits(get_number(r, STREAM_CONSTANTS));
    case CONSTANT_STR: return read_string(r);
    case CONSTANT_BYTES: {
        size_t length = get_number(r, STREAM_CONSTANTS);
        return bytes_from(get_bytes(r, STREAM_CONSTANTS, length), length);
    }
    case CONSTANT_INT: return read_int(r);
    case CONSTANT_FLOAT: return read_doubles(r, 1);
    case CONSTANT_COMPLEX: return read_doubles(r, 2);
    case CONSTANT_TUPLE: return read_tuple(r);
    case CONSTANT_FROZENSET: return read_frozenset(r);
    case CONSTANT_CODE: return read_code(r);
    }
    return NULL;
}

static bool read_words(Reader *r, Code *code) {
    code->word_count = get_small(r, STREAM_NUMBERS);
    if (!new_array(&code->words, code->word_count * sizeof(uint32_t))) return false;
    for (uint32_t i = 0; i < code->word_count; i = next_instruction(code, i))
        code->words[i] = *r->next[STREAM_OPCODES]++;
    for (uint32_t i = 0; i < code->word_count; i = next_instruction(code, i)) {
        code->words[i] |= get_small(r, STREAM_OPERANDS) << 8;
        if (is_jump(code->words[i])) code->words[i + 1] = (uint32_t)unfold_sign(get_number(r, STREAM_JUMPS));
    }
    return true;
}

static bool read_handlers(Reader *r, Code *code) {
    code->handler_count = get_small(r, STREAM_HANDLERS);
    if (!new_array(&code->handlers, code->handler_count * sizeof(CodeHandler))) return false;
    for (uint32_t i = 0; i < code->handler_count; i++) {
        CodeHandler *handler = &code->handlers[i];
        handler->start = get_small(r, STREAM_HANDLERS);
        handler->end = handler->start + get_small(r, STREAM_HANDLERS);
        handler->target = get_small(r, STREAM_HANDLERS);
        uint32_t rest = get_small(r, STREAM_HANDLERS);
        handler->depth = rest / 2;
        handler->push_lasti = rest & 1;
    }
    return true;
}

static bool read_names(Reader *r, Code *code) {
    code->name_count = get_small(r, STREAM_NUMBERS);
    if (!new_array(&code->names, code->name_count * sizeof(Value))) return false;
    for (uint32_t i = 0; i < code->name_count; i++) code->names[i] = intern_steal(read_string(r));
    return true;
}

static bool read_locals(Reader *r, Code *code) {
    code->local_count = get_small(r, STREAM_NUMBERS);
    const void *kinds = get_bytes(r, STREAM_LOCAL_KINDS, code->local_count);
    if (!new_array(&code->local_names, code->local_count * sizeof(Value))) return false;
    for (uint32_t i = 0; i < code->local_count; i++) code->local_names[i] = intern_steal(read_string(r));
    if (!new_array(&code->local_kinds, code->local_count)) return false;
    if (code->local_count) memcpy(code->local_kinds, kinds, code->local_count);
    return true;
}

static bool read_constants(Reader *r, Code *code) {
    code->const_count = get_small(r, STREAM_NUMBERS);
    if (!new_array(&code->consts, code->const_count * sizeof(Value))) return false;
    for (uint32_t i = 0; i < code->const_count; i++) {
        code->consts[i] = read_constant(r);
        if (!code->consts[i]) return false;
    }
    return true;
}

static Value read_code(Reader *r) {
    Code *code = code_new();
    Value result = value_of(code);
    uint32_t *const numbers[] = {&code->flags,      &code->arg_count,  &code->posonly_count, &code->kwonly_count,
                                 &code->free_count, &code->stack_size, &code->first_line};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) *numbers[i] = get_small(r, STREAM_NUMBERS);
    code->simple_args = (int32_t)get_small(r, STREAM_NUMBERS) - 1;
    code->filename = retain(r->filename);
    code->image_place = ++r->codes;
    code->name = intern_steal(read_string(r));
    code->qualname = read_string(r);
    if (read_words(r, code) && read_handlers(r, code) && read_names(r, code) && read_locals(r, code) &&
        read_constants(r, code)) {
        return result;
    }
    release(result);
    return NULL;
}

Value code_image_read(const uint8_t *image, Ref filename) {
    Reader r = {.filename = filename, .count = take_number(&image)};
    size_t lengths[STREAM_COUNT];
    for (size_t i = 0; i < STREAM_COUNT; i++) lengths[i] = take_number(&image);
    for (size_t i = 0; i < STREAM_COUNT; image += lengths[i++]) r.next[i] = image;
    Value code = make_strings(&r) ? read_code(&r) : NULL;
    drop_strings(&r);
    return code;
}
