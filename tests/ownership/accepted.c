/* tests/ownership/accepted.c - the right ways to do what refused.c does wrong. */
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/object.h"

static Value return_own(Ref v) { return retain(v); }

static void release_own(Value v) { release(v); }

static bool give_own(Ref list, Ref item) { return list_append_steal(list, retain(item)); }

static void keep_own(Ref list) {
    Value item = retain(list_peek(list, 0));
    release(item);
}

static bool heed_result(Ref list, Ref item) { return list_append(list, item); }
