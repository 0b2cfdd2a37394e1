/* tests/ownership/refused.c - what the types of references must refuse. tests/static/ownership.py compiles each piece
 * alone with what stands above the first. */
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/object.h"

/* refused: returning a borrowed reference as an owned one */
static Value return_borrowed(Ref v) { return v; }

/* refused: releasing a borrowed reference */
static void release_borrowed(Ref v) { release(v); }

/* refused: giving a borrowed reference away */
static bool give_borrowed(Ref list, Ref item) { return list_append_steal(list, item); }

/* refused: keeping a borrowed reference in an owned variable */
static void keep_borrowed(Ref list) {
    Value item = list_peek(list, 0);
    release(item);
}

/* refused: forgetting that an operation may fail */
static void forget_result(Ref list, Ref item) { list_append(list, item); }
