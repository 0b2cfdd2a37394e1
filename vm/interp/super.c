/* vm/interp/super.c - attributes of super(), without an object where a plain function is found. */
#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/tuple.h"
#include "vm/interp/interp.h"

/* Whether it is called with the instance in front of the arguments. */
static bool takes_self(Ref attribute) { return type_of(attribute)->flags & TYPE_METHOD; }

/* What follows class in the MRO of type, borrowed, or NULL. Where the classes behind it are just the MRO of the next
 * one, as with single inheritance, that one knows it. */
static Ref look_up_behind(Type *type, Ref class, Ref name) {
    Ref mro = type_mro_peek(type);
    size_t i = 0, count = tuple_count(mro);
    while (i < count && tuple_peek(mro, i) != class) i++;
    if (++i >= count) return NULL;
    Type *next = as_type(tuple_peek(mro, i));
    if (LIKELY(tuple_count(type_mro_peek(next)) == count - i)) return type_lookup_peek(next, name);
    for (; i < count; i++) {
        Ref attribute = dict_peek_str(type_state(as_type(tuple_peek(mro, i)))->dict, name);
        if (attribute) return attribute;
    }
    return NULL;
}

/* What is called with self in front; NULL: use a super object. */
static Ref find_super_method(Ref super, Ref class, Ref self, Ref name) {
    if (super != type_ref(&type_super) || !is_type(class) || is_type(self)) return NULL;
    Ref attribute = look_up_behind(type_of(self), class, name);
    return attribute && takes_self(attribute) ? attribute : NULL;
}

/* The attribute of super(class, self) by way of a super object. */
static Value super_attr(Ref super, Ref class, Ref self, Ref name) {
    Value object = call_2(super, class, self);
    if (!object) return NULL;
    Value attribute = getattr(object, name);
    release(object);
    return attribute;
}

static void drop_three(Value *operands) {
    release(operands[2]);
    release(operands[1]);
    release(operands[0]);
}

OP_HANDLER(LOAD_SUPER_ATTR) {
    SAVE(1);
    Value v = super_attr(sp[-3], sp[-2], sp[-1], vm->frame->code->names[op_arg(word)]);
    if (!v) ERROR();
    drop_three(sp - 3);
    sp -= 2;
    sp[-1] = v;
    NEXT(1);
}

OP_HANDLER(LOAD_SUPER_METHOD) {
    SAVE(1);
    Ref name = vm->frame->code->names[op_arg(word)], method = find_super_method(sp[-3], sp[-2], sp[-1], name);
    if (method) {
        Value self = sp[-1], class = sp[-2], super = sp[-3];
        sp[-3] = retain(method);
        sp[-2] = self;
        sp--;
        vm->frame->sp = sp;
        release(class);
        release(super);
        NEXT(1);
    }
    Value v = super_attr(sp[-3], sp[-2], sp[-1], name);
    if (!v) ERROR();
    drop_three(sp - 3);
    sp[-3] = v;
    sp[-2] = NULL;
    sp--;
    NEXT(1);
}
