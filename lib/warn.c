#include "lib/warn.h"

#include "lib/file.h"
#include "lib/sys_files.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/intern.h"
#include "runtime/protocol.h"
#include "vm/import.h"

/* What is left of sys says so. */
bool warn_is_late(void) {
    Ref finders = rt()->sys ? dict_peek_text(rt()->sys, "meta_path") : NULL;
    return finders && is_none(finders);
}

/* At the end modules cannot be asked any more: a warning that nobody may have turned off is just written. */
Value warn_late(Ref message, Ref category) {
    static Type *const quiet[] = {&type_DeprecationWarning, &type_PendingDeprecationWarning, &type_ImportWarning,
                                  &type_ResourceWarning};
    Ref file = sys_file_peek("stderr");
    if (!is_type(category) || !file || is_none(file)) return VALUE_NONE;
    for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++) {
        if (type_is_subtype(as_type(category), quiet[i])) return VALUE_NONE;
    }
    Value text = error_format("<sys>:0: %N: %A\n", as_type(category), message);
    bool ok = text && file_write_any(file, text);
    release_maybe(text);
    return ok ? VALUE_NONE : NULL;
}

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
