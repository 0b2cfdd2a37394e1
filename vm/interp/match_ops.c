/* vm/interp/match_ops.c - what match statements ask of a subject, and the rare operations of INTRINSIC_1 and _2. */
#include "vm/interp/interp.h"
#include "vm/intrinsic.h"
#include "vm/match.h"

OP_HANDLER(GET_LEN) {
    SAVE(1);
    int64_t length = length_of(sp[-1]);
    if (length < 0) ERROR();
    *sp++ = small_int_value(length);
    NEXT(1);
}

OP_HANDLER(MATCH_MAPPING) {
    sp[0] = bool_value(has_family(sp[-1], TYPE_MAPPING));
    sp++;
    NEXT(1);
}

OP_HANDLER(MATCH_SEQUENCE) {
    sp[0] = bool_value(has_family(sp[-1], TYPE_SEQUENCE));
    sp++;
    NEXT(1);
}

OP_HANDLER(MATCH_KEYS) {
    SAVE(1);
    Value values = match_keys(sp[-2], sp[-1]);
    if (!values) ERROR();
    *sp++ = values;
    NEXT(1);
}

OP_HANDLER(MATCH_CLASS) {
    SAVE(1);
    Value attributes = match_class(sp[-3], sp[-2], sp[-1], op_arg(word));
    if (!attributes) ERROR();
    release(*--sp);
    release(*--sp);
    release(sp[-1]);
    sp[-1] = attributes;
    NEXT(1);
}

OP_HANDLER(INTRINSIC_1) {
    SAVE(1);
    Value v = intrinsic_1(op_arg(word), sp[-1]);
    if (!v) ERROR();
    release(sp[-1]);
    sp[-1] = v;
    NEXT(1);
}

OP_HANDLER(INTRINSIC_2) {
    SAVE(1);
    Value v = intrinsic_2(op_arg(word), sp[-2], sp[-1]);
    if (!v) ERROR();
    release(*--sp);
    release(sp[-1]);
    sp[-1] = v;
    NEXT(1);
}
