/* runtime/memoryview_export.c - views of objects whose classes define __buffer__ and __release_buffer__. */
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/memoryview.h"
#include "runtime/native.h"
#include "runtime/protocol.h"

bool memoryview_exports(Ref v) {
    if (!is_heap(v) || !(type_of(v)->flags & TYPE_HEAP)) return false;
    Ref method = type_lookup_peek(type_of(v), NAME(dunder_buffer));
    return method && !is_exact(method, &type_method_descriptor);
}

Value memoryview_of_exporter(Ref v, int flags) {
    Ref asked = small_int_value(flags);
    Value given;
    if (call_special(v, NAME(dunder_buffer), &asked, 1, &given) != FOUND) return NULL;
    if (!is_exact(given, &type_memoryview)) {
        release(given);
        return raise(&type_TypeError, "__buffer__ returned non-memoryview object");
    }
    Value view = memoryview_check_open(given) ? memoryview_again(given, as_memoryview(given)->dimensions) : NULL;
    if (!view) {
        release(given);
        return NULL;
    }
    as_memoryview(view)->exporter = retain(v);
    as_memoryview(view)->given = given;
    as_memoryview(given)->lent++;
    return view;
}

void memoryview_tell_exporter(MemoryView *m) {
    if (!m->exporter) return;
    Value exporter = m->exporter, given = m->given, done = NULL;
    m->exporter = m->given = NULL;
    as_memoryview(given)->lent--;
    if (call_special(exporter, NAME(dunder_release_buffer), (Ref[]){given}, 1, &done) == FAILED)
        error_unraisable(exporter);
    release_maybe(done);
    release(given);
    release(exporter);
}

static Value view_by_flags(Ref source, Ref flags, bool asks_class) {
    int64_t n;
    if (!index_as_int64(flags, &n, &type_OverflowError)) return NULL;
    if (n != (int)n) return raise(&type_OverflowError, "buffer flags too %s", n < 0 ? "small" : "large");
    bool exports = asks_class && memoryview_exports(source);
    Value view = exports ? memoryview_of_exporter(source, (int)n) : memoryview_of_builtin(source);
    if (!view || exports || !(n & BUFFER_WRITABLE) || !as_memoryview(view)->readonly) return view;
    release(view);
    return raise(&type_BufferError, "Object is not writable.");
}

Value py_buffer_get(const Ref *args) { return view_by_flags(args[0], args[1], false); }
Value py_memoryview_from_flags(const Ref *args) { return view_by_flags(args[1], args[2], true); }

Value py_buffer_release(const Ref *args) {
    if (!is_exact(args[1], &type_memoryview)) return raise(&type_TypeError, "expected a memoryview object");
    Ref source = as_memoryview(args[1])->source, shown = args[0];
    if (is_exact(shown, &type_memoryview)) shown = as_memoryview(shown)->source;
    if (!source) return raise(&type_ValueError, "memoryview's buffer has already been released");
    if (source != shown || args[0] == args[1]) return raise(&type_ValueError, "memoryview's buffer is not this object");
    return py_memoryview_release(args + 1);
}
