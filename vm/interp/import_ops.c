/* vm/interp/import_ops.c - import statements. */
#include "vm/import.h"
#include "vm/interp/interp.h"

OP_HANDLER(IMPORT_NAME) { /* level names -> module */
    SAVE(1);
    Value module = import_statement(vm->frame->globals, vm->frame->code->names[op_arg(word)], sp[-1], sp[-2]);
    if (!module) ERROR();
    release(*--sp);
    release(sp[-1]);
    sp[-1] = module;
    NEXT_SAFE(1, pc + 1);
}

OP_HANDLER(IMPORT_FROM) {
    SAVE(1);
    Value v = import_from(sp[-1], vm->frame->code->names[op_arg(word)]);
    if (!v) ERROR();
    *sp++ = v;
    NEXT(1);
}

OP_HANDLER(IMPORT_STAR) {
    SAVE(1);
    Frame *frame = vm->frame;
    if (!import_star(sp[-1], frame->namespace ? frame->namespace : frame->globals)) ERROR();
    release(*--sp);
    NEXT(1);
}
