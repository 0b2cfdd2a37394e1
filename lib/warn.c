#include "lib/warn.h"

#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "vm/import.h"

Value warn_call(const char *function, const Ref *args, size_t count) {
    Value name = intern_text("warnings"), module = import_absolute(name), method = intern_text(function);
    Value result = module ? call_method(module, method, args, count) : NULL;
    release_maybe(module);
    release(method);
    release(name);
    return result;
}

bool warn(Type *category, const char *message) {
    Value text = str_from_text(message);
    Value result = text ? warn_call("warn", (const Ref[]){text, type_ref(category)}, 2) : NULL;
    release_maybe(text);
    release_maybe(result);
    return result != NULL;
}
